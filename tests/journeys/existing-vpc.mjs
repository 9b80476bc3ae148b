// From an empty browser to the three exports, compared with the golden files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { ROOT } from './support/chromium.mjs';
import { sameBytes, unzip } from './support/files.mjs';
import { withKeys, withPointer } from './support/hands.mjs';
import * as job from './support/job.mjs';
import { journey } from './support/journey.mjs';
import { withoutPointer } from './support/keyboard.mjs';
import { heading } from './support/see.mjs';

const GOLDEN = join(ROOT, 'tests/golden/key-protect');

/** The paths of the golden files, below their folder. */
function goldenPaths() {
  const all = readdirSync(GOLDEN, { recursive: true, withFileTypes: true });
  const files = all.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.map((file) => file.slice(GOLDEN.length + 1)).filter((path) => /^(cli|api|terraform)\//.test(path)).sort();
}

function compareWithGolden(files, what) {
  assert.deepEqual([...files.keys()].sort(), goldenPaths(), what);
  for (const [path, bytes] of files) sameBytes(bytes, readFileSync(join(GOLDEN, path)), `${what}: ${path}`);
}

async function doTheJob(page, site, hand) {
  await page.goto(site.url);
  await job.beginPlan(page, hand);
  await job.describeNetwork(page, hand);
  await job.admitClients(page, hand);
  await job.planGateway(page, hand);
  const saved = await job.takePlan(page, hand);
  assert.equal(saved.name, 'key-protect-for-an-existing-vpc.json');
  sameBytes(saved.bytes, readFileSync(job.EXAMPLE), 'the plan file');
  compareWithGolden(await job.takeFiles(page, hand), 'a downloaded file');
  // The browser stops a page that it believes to download too much at once, and
  // begins to count anew with a visit. The plan is there again.
  await page.reload();
  await heading(page, 'Export');
  const archive = await job.takeArchive(page, hand);
  assert.equal(archive.name, 'key-protect-for-an-existing-vpc.zip');
  const inside = [...unzip(archive.bytes)].map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), bytes]);
  compareWithGolden(new Map(inside), 'a file of the archive');
}

journey('an existing VPC gets a Key Protect gateway, with a pointer', async ({ page, site }) => {
  await doTheJob(page, site, withPointer(page));
}, { minutes: 3 });

journey('an existing VPC gets a Key Protect gateway, by keyboard alone', async ({ page, context, site }) => {
  await withoutPointer(context);
  await doTheJob(page, site, withKeys(page));
}, { minutes: 5 });
