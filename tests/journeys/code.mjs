// The code beside a gateway's form: it follows each key, is marked, copied and
// downloaded; and the theme, which stays as it was chosen.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './support/chromium.mjs';
import { downloaded } from './support/files.mjs';
import { journey } from './support/journey.mjs';
import { openFile } from './support/plans.mjs';
import { eventually, hasFocus, heading, seen } from './support/see.mjs';
import { VIEWS, go, openPlan } from './support/views.mjs';

const PG = VIEWS.find((view) => view.name === 'gateway-pg');
const panel = (page) => page.getByRole('complementary', { name: 'Code for this gateway' });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The lines of the code, as they are shown, with what is said of them. */
async function lines(page) {
  const text = await panel(page).getByRole('tabpanel').getByRole('region').textContent();
  return text.split('\n').map((line) => line.replaceAll(/\s+/g, ' ').trim());
}

journey('the code follows each key, and says what changed and what is refused', async ({ page, site }) => {
  await openPlan(page, site);
  await go(page, PG);
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.focus();
  await page.keyboard.press('End');
  let typed = 'payments-pg';
  for (const key of '-eu') {
    await page.keyboard.press(key);
    typed += key;
    await eventually(page, async () => (await lines(page)).some((line) => line.endsWith(`changed: --name ${typed} \\`)), true);
  }
  const said = await lines(page);
  assert.ok(said.some((line) => /^has an error: .*10\.240\.72\.5/.test(line)), said.join('\n'));
  assert.ok(!said.some((line) => /^changed: .*--sg/.test(line)), 'a line that did not change is marked');
  await page.getByRole('group', { name: 'us-south-2' }).getByRole('button', { name: 'Use 10.240.72.4, the next free' }).click();
  await eventually(page, async () => (await lines(page)).some((line) => /^changed: .*10\.240\.72\.4/.test(line)), true);
});

journey('tabs turn by arrows, and code is copied and downloaded as it is shown', async ({ page, site }) => {
  await openFile(page, site, join(ROOT, 'examples/object-storage.json'));
  await page.getByRole('navigation', { name: 'Plan', exact: true }).getByRole('link', { name: /cos/ }).first().click();
  await seen(panel(page));
  const tab = (name) => page.getByRole('tab', { name, exact: true });
  await tab('CLI').focus();
  const turns = [['ArrowRight', 'API'], ['ArrowRight', 'Terraform'], ['ArrowRight', 'CLI'], ['End', 'Terraform'], ['Home', 'CLI']];
  for (const [key, name] of turns) {
    await page.keyboard.press(key);
    await eventually(page, () => hasFocus(tab(name)), true, { what: `${key} does not lead to ${name}` });
    assert.equal(await tab(name).getAttribute('aria-selected'), 'true');
    await seen(page.getByRole('tabpanel', { name, exact: true }));
  }
  for (const name of ['CLI', 'API', 'Terraform']) {
    await tab(name).click();
    await panel(page).getByRole('button', { name: 'Copy' }).click();
    await seen(page.getByRole('status').filter({ hasText: 'The code is copied.' }));
    const copied = await clipboard(page);
    const file = await downloaded(page, () => panel(page).getByRole('button', { name: 'Download' }).click());
    assert.equal(copied, file.bytes.toString());
    const shown = (await lines(page)).join('').replaceAll(/\s/g, '');
    assert.ok(shown.includes(copied.replaceAll(/\s/g, '').slice(0, 400)), `${name}: what is copied is not what is shown`);
  }
});

journey('a file of the export is copied whole', async ({ page, site }) => {
  await openFile(page, site, join(ROOT, 'examples/object-storage.json'));
  await page.getByRole('navigation', { name: 'Plan', exact: true }).getByRole('link', { name: 'Export', exact: true }).click();
  await heading(page, 'Export');
  await page.getByRole('button', { name: 'Copy cli/create.sh' }).click();
  const golden = readFileSync(join(ROOT, 'tests/golden/object-storage/cli/create.sh'), 'utf8');
  await eventually(page, () => clipboard(page), golden);
});

journey('the theme is switched, and kept', async ({ page, site }) => {
  await openPlan(page, site);
  const theme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const before = await theme();
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await eventually(page, theme, 'dark');
  await page.reload();
  await heading(page, 'Payments, with mistakes');
  assert.equal(await theme(), 'dark');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await eventually(page, theme, 'light');
  assert.notEqual(before, 'dark');
}, { colorScheme: 'light' });
