// What was typed is there again: after a reload, after the tab was killed; and
// a second tab is told.

import assert from 'node:assert/strict';
import { fixture, openFile } from './support/plans.mjs';
import { journey } from './support/journey.mjs';
import { eventually, gone, heading, seen } from './support/see.mjs';

/** Every edit is saved within this. */
const A_SECOND = 1_000;

/** What the browser keeps of the plan that is open, under its name there. */
const keptText = (page) => page.evaluate(() => {
  const id = location.hash.split('/')[2];
  return localStorage.getItem(`vpe-planner/plan/${id}`);
});

async function rename(page, name) {
  await page.getByRole('button', { name: 'Rename the plan' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the plan' });
  await field.fill(name);
  return field;
}

journey('an edit is kept within a second, and a reload brings it back', async ({ page, site }) => {
  await openFile(page, site, fixture('faulty'));
  const field = await rename(page, 'Kept after a reload');
  const read = async () => (await keptText(page)).includes('"name": "Kept after a reload"');
  await eventually(page, read, true, { within: A_SECOND, what: 'an edit waits longer than a second' });
  await seen(page.getByRole('status').getByText(/^Saved in this browser, \d\d:\d\d$/));
  await field.press('Enter');
  await page.reload();
  await heading(page, 'Kept after a reload');
});

journey('a reload right after the last letter loses nothing', async ({ page, site }) => {
  await openFile(page, site, fixture('faulty'));
  await rename(page, 'Typed at the last moment');
  await page.reload();
  await heading(page, 'Typed at the last moment');
});

journey('a killed tab loses at most what is younger than a second', async ({ page, context, site }) => {
  await openFile(page, site, fixture('faulty'));
  const address = page.url();
  await rename(page, 'Kept after a crash');
  const read = async () => (await keptText(page)).includes('"name": "Kept after a crash"');
  await eventually(page, read, true, { within: A_SECOND });
  const devtools = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  // Never answers: the process that would is gone.
  devtools.send('Page.crash').catch(() => {});
  await crashed;
  const again = await context.newPage();
  await again.goto(address);
  await heading(again, 'Kept after a crash');
}, { expects: [/the tab crashed/] });

journey('a second tab on the same plan is told', async ({ page, context, site }) => {
  await openFile(page, site, fixture('faulty'));
  const second = await context.newPage();
  await second.goto(page.url());
  await heading(second, 'Payments, with mistakes');
  assert.equal(await second.getByRole('alert').count(), 0);
  await rename(page, 'Renamed in the first tab');
  const told = second.getByRole('alert').filter({ hasText: 'Another tab has changed this plan.' });
  await seen(told);
  // Both versions can be had: this tab's as a plan of its own.
  await seen(told.getByRole('button', { name: 'Keep mine as a copy' }));
  await told.getByRole('button', { name: 'Load that version' }).click();
  await heading(second, 'Renamed in the first tab');
  await gone(told);
  assert.equal(await page.getByRole('alert').count(), 0, 'the first tab is told of its own change');
});

journey('two tabs that both change a plan do not overwrite one another', async ({ page, context, site }) => {
  await openFile(page, site, fixture('faulty'));
  const second = await context.newPage();
  await second.goto(page.url());
  await heading(second, 'Payments, with mistakes');
  await rename(page, 'As the first tab has it');
  const told = second.getByRole('alert').filter({ hasText: 'Another tab has changed this plan' });
  await seen(told);
  await rename(second, 'As the second tab has it');
  await seen(told.getByText('What you change here is saved as a copy'));
  await page.reload();
  await heading(page, 'As the first tab has it');
  await page.goto(site.url);
  const names = () => page.getByRole('rowheader').allInnerTexts();
  await eventually(page, async () => (await names()).toSorted(), ['As the first tab has it', 'As the second tab has it (second tab)']);
});
