// The terminal and the page give the same bytes for the same plan.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './support/chromium.mjs';
import { downloaded, sameBytes, unzip } from './support/files.mjs';
import { journey } from './support/journey.mjs';
import { openFile } from './support/plans.mjs';
import { heading } from './support/see.mjs';

const run = promisify(execFile);
const EXAMPLES = (await readdir(join(ROOT, 'examples')))
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));
// One account and one region is one run; the files of each lie in a folder with its number.
const SEVERAL_RUNS = 'two-regions';
assert.ok(EXAMPLES.includes(SEVERAL_RUNS));

/** What the terminal exports of a plan: bytes by path. */
async function fromTerminal(plan) {
  const folder = await mkdtemp(join(tmpdir(), 'vpe-planner-'));
  try {
    await run('cargo', ['run', '--quiet', '--bin', 'vpe-planner', '--', 'export', plan, '--to', folder], { cwd: ROOT });
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((e) => e.isFile()).map((e) => join(e.parentPath ?? e.path, e.name));
    const read = async (file) => [relative(folder, file).split(sep).join('/'), await readFile(file)];
    const all = new Map(await Promise.all(files.map(read)));
    assert.ok(all.delete('vpe-planner.manifest.json'), 'the terminal writes no manifest');
    return all;
  } finally {
    await rm(folder, { recursive: true });
  }
}

for (const name of EXAMPLES) {
  journey(`page and terminal export the same of ${name}`, async ({ page, site }) => {
    const plan = join(ROOT, 'examples', `${name}.json`);
    await openFile(page, site, plan);
    await page.getByRole('navigation', { name: 'Plan', exact: true }).getByRole('link', { name: 'Export', exact: true }).click();
    await heading(page, 'Export');
    const zip = await downloaded(page, () => page.getByRole('button', { name: 'Download all as one zip' }).click());
    const inside = new Map([...unzip(zip.bytes)].map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), bytes]));
    const expected = await fromTerminal(plan);
    assert.deepEqual([...inside.keys()].sort(), [...expected.keys()].sort());
    if (name === SEVERAL_RUNS) {
      const second = [...inside.keys()].filter((path) => /^(cli|api|terraform)\/2-[^/]+\//.test(path));
      assert.equal(new Set(second.map((path) => path.split('/')[0])).size, 3, second.join('\n'));
    }
    for (const [path, bytes] of inside) sameBytes(bytes, expected.get(path), `${name}: ${path}`);
  }, { minutes: 10 });
}
