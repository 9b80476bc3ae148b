// Several plans in one browser, and plan files that can and cannot be opened.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { downloaded, sameBytes } from './support/files.mjs';
import { journey } from './support/journey.mjs';
import { fixture, kept, openFile } from './support/plans.mjs';
import { eventually, gone, hasFocus, heading, seen } from './support/see.mjs';

/** A kept plan's row. */
const row = (page, name) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });

/** The names of the kept plans, as they are listed. */
const listed = (page) => page.getByRole('rowheader').allInnerTexts();

const listIs = (page, names) => eventually(page, () => listed(page), names);

async function openText(page, name, text) {
  await page.getByLabel('Open a plan file').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

async function home(page) {
  await page.getByRole('banner').getByRole('link', { name: 'VPE Planner' }).click();
  await heading(page, /^Plan IBM Cloud/);
}

/** A browser with two plans, and its start page. */
async function withTwoPlans(page, site) {
  await page.goto(site.url);
  await seen(page.getByText('None yet.'));
  await openText(page, 'first.json', kept('First'));
  await heading(page, 'First');
  await home(page);
  await openText(page, 'second.json', kept('Second'));
  await heading(page, 'Second');
  await home(page);
  await listIs(page, ['Second', 'First']);
}

journey('each opened plan is another one', async ({ page, site }) => {
  await withTwoPlans(page, site);
  for (const name of [/^Keys and secrets/, /^Object Storage, three zones/, /^Blank plan/]) {
    await page.getByRole('button', { name }).click();
    await seen(page.getByRole('navigation', { name: 'Plan', exact: true }));
    await home(page);
  }
  await openText(page, 'first.json', kept('First'));
  await heading(page, 'First');
  await home(page);
  const names = ['First', 'Plan without a name', 'Object Storage, three zones', 'Keys and secrets', 'Second', 'First'];
  await listIs(page, names);
  await page.reload();
  await listIs(page, names);
});

journey('a kept plan is renamed, duplicated, and deleted with undo', async ({ page, site }) => {
  await withTwoPlans(page, site);
  await row(page, 'First').getByRole('button', { name: 'Rename First' }).click();
  const field = page.getByRole('textbox', { name: 'Name of the plan' });
  assert.ok(await hasFocus(field));
  await field.fill('Renamed');
  await field.press('Enter');
  await eventually(page, async () => (await listed(page)).toSorted(), ['Renamed', 'Second']);

  await row(page, 'Renamed').getByRole('button', { name: 'Duplicate Renamed' }).click();
  await eventually(page, async () => (await listed(page)).length, 3);
  const copy = (await listed(page)).find((name) => !['Renamed', 'Second'].includes(name)) ?? 'Renamed';
  assert.match(copy, /Renamed/);

  const before = await listed(page);
  await row(page, 'Second').getByRole('button', { name: 'Delete Second' }).click();
  await listIs(page, before.filter((name) => name !== 'Second'));
  const notice = page.getByRole('status').filter({ hasText: 'Second is deleted.' });
  const undo = await seen(notice.getByRole('button', { name: 'Undo' }));
  await eventually(page, () => hasFocus(undo), true, { what: 'the focus is lost with the row' });
  await page.keyboard.press('Enter');
  await listIs(page, before);
  await gone(notice);

  await row(page, 'Second').getByRole('button', { name: 'Delete Second' }).click();
  await seen(notice);
  await page.reload();
  await listIs(page, before.filter((name) => name !== 'Second'));
});

journey('a saved file opens as the same plan', async ({ page, site }) => {
  const file = fixture('faulty');
  await openFile(page, site, file);
  const saved = await downloaded(page, () => page.getByRole('button', { name: 'Save file' }).click());
  assert.equal(saved.name, 'payments-with-mistakes.json');
  sameBytes(saved.bytes, readFileSync(file), 'the plan that was opened and saved');
  await home(page);
  const name = 'Download Payments, with mistakes';
  const again = await downloaded(page, () => page.getByRole('button', { name }).click());
  sameBytes(again.bytes, saved.bytes, 'the plan as the list gives it');
});

const TEXT = readFileSync(fixture('faulty'), 'utf8');
const BROKEN = [
  ['of a newer version', 'newer.json', TEXT.replace('"vpe_planner": 1', '"vpe_planner": 2'),
    'newer.json is not opened: the file has format version 2; this program reads version 1'],
  ['that is cut off', 'cut.json', TEXT.split('\n').slice(0, 40).join('\n'),
    'cut.json is not opened: line 40: the file is cut off: it ends before its last bracket is closed.'],
  ['of another kind', 'package.json', '{ "name": "something", "version": "1.0.0" }\n',
    'package.json is not opened: not a plan file: expected an object that begins'],
  ['that is no JSON', 'notes.json', 'Subnets we need:\n- vpe-1\n',
    'notes.json is not opened: line 1, column 1: not JSON'],
  ['with a word that means nothing', 'word.json', TEXT.replace('"how": "chosen"', '"how": "guessed"'),
    /word\.json is not opened: line \d+, at plan\.gateways\[0\]\.wanted\.addresses\[2\]\.how: .*guessed/],
  ['with a key used twice', 'twice.json', TEXT.replace('"key": "vpe-2"', '"key": "vpe-1"'),
    /twice\.json is not opened: at plan\.vpcs\[0\]\.wanted\.subnets\[1\]\.key: .*vpe-1/],
];

for (const [what, name, text, words] of BROKEN) {
  journey(`a file ${what} is refused with its reason, and nothing is lost`, async ({ page, site }) => {
    await withTwoPlans(page, site);
    await openText(page, name, text);
    const alert = page.getByRole('alert');
    await seen(alert.getByText(words));
    await seen(alert.getByText('No plan was changed.'));
    await listIs(page, ['Second', 'First']);
    // The way out is at hand: another file, which opens.
    await alert.getByLabel('Choose another file').setInputFiles(fixture('faulty'));
    await heading(page, 'Payments, with mistakes');
  });
}

journey('a plan file can be dropped anywhere on the start page', async ({ page, site }) => {
  await withTwoPlans(page, site);
  const data = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'dropped.json', { type: 'application/json' }));
    return transfer;
  }, kept('Dropped'));
  await page.getByRole('main').dispatchEvent('dragover', { dataTransfer: data });
  await page.getByRole('main').dispatchEvent('drop', { dataTransfer: data });
  await heading(page, 'Dropped');
  await home(page);
  await listIs(page, ['Dropped', 'Second', 'First']);
});

journey('a plan that this browser does not keep is told', async ({ page, site }) => {
  await page.goto(`${site.url}#/p/nobody/overview`);
  await heading(page, 'The plan cannot be opened');
  await page.getByRole('main').getByRole('link', { name: 'Go to the start page' }).click();
  await heading(page, /^Plan IBM Cloud/);
});
