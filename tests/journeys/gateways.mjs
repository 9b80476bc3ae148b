// All gateways in one table: sorted, filtered, searched, edited in place; one change
// for many, seen first and taken back in one step; copies; the names they answer.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessible } from './support/axe.mjs';
import { ROOT } from './support/chromium.mjs';
import { withKeys, withPointer } from './support/hands.mjs';
import { journey } from './support/journey.mjs';
import { withoutPointer } from './support/keyboard.mjs';
import { openFile } from './support/plans.mjs';
import { eventually, gone, hasFocus, heading, seen } from './support/see.mjs';
import { menu } from './support/views.mjs';

/** 30 gateways in 3 VPCs, of which `de` gives its addresses. */
const THIRTY = join(ROOT, 'tests/mistakes/plans/thirty.json');
const HUB = join(ROOT, 'examples/dns-hub.json');

const main = (page) => page.getByRole('main');
const table = (page) => page.getByRole('region', { name: 'All gateways' });
const field = (page, name) => table(page).getByRole('textbox', { name, exact: true });
const control = (page, role, name) => main(page).getByRole(role, { name, exact: true });
const status = (page, words) => seen(main(page).getByRole('status').filter({ hasText: words }));
const undo = (page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ });

/** Waits until the first rows have these names, and there are so many. */
const namesAre = (page, first, count) => eventually(page, async () => {
  const all = await table(page).getByRole('textbox', { name: /^Name of/ }).evaluateAll((inputs) => inputs.map((i) => i.value));
  return [all.slice(0, first.length), all.length];
}, [first, count]);

async function openTable(page, site, file, hand = withPointer(page)) {
  await openFile(page, site, file);
  await hand.press((await menu(page)).getByRole('link', { name: /^All gateways/ }));
  await heading(page, 'Gateways');
}

for (const [way, hands] of [['a pointer', withPointer], ['keys', withKeys]]) {
  journey(`the table is sorted, filtered and searched with ${way}`, async ({ page, context, site }) => {
    const hand = hands(page);
    if (hands === withKeys) await withoutPointer(context);
    await openTable(page, site, THIRTY, hand);
    await namesAre(page, ['us-kms', 'us-cos'], 30);
    const chosen = (name) => control(page, 'combobox', name).evaluate((select) => select.selectedOptions[0].label);
    assert.deepEqual([await chosen('In'), await chosen('To')], ['All VPCs', 'All kinds']);
    const head = table(page).getByRole('columnheader', { name: 'Name' });
    assert.equal(await head.getAttribute('aria-sort'), null);
    await hand.press(head.getByRole('button'));
    await eventually(page, () => head.getAttribute('aria-sort'), 'ascending');
    await namesAre(page, ['au-audit', 'au-cos'], 30);
    await hand.press(head.getByRole('button'));
    await eventually(page, () => head.getAttribute('aria-sort'), 'descending');
    await namesAre(page, ['us-vpc', 'us-transit'], 30);
    const addresses = table(page).getByRole('columnheader', { name: 'Addresses by zone' });
    await hand.press(addresses.getByRole('button'));
    await eventually(page, () => addresses.getAttribute('aria-sort'), 'ascending');
    assert.equal(await head.getAttribute('aria-sort'), null);
    await namesAre(page, ['de-kms', 'de-cos'], 30);

    await hand.write(control(page, 'searchbox', 'Search'), 'key protect');
    await status(page, '3 of 30 gateways are shown.');
    await namesAre(page, ['de-kms', 'us-kms', 'au-kms'], 3);
    await hand.choose(control(page, 'combobox', 'In'), 'au-vpc');
    await status(page, '1 of 30 gateways are shown.');
    await hand.write(control(page, 'searchbox', 'Search'), '*.icr.io');
    await namesAre(page, ['au-icr'], 1);
    await hand.choose(control(page, 'combobox', 'To'), 'Private Path');
    await seen(page.getByText('No gateway fits the search and the filters.'));
  });
}

journey('fields of the table change the plan, and rows stay where they are', async ({ page, site }) => {
  await openTable(page, site, THIRTY);
  await table(page).getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await namesAre(page, ['au-audit'], 30);
  await field(page, 'Name of au-audit').fill('zz-audit');
  await namesAre(page, ['zz-audit', 'au-cos'], 30);
  await table(page).getByRole('combobox', { name: 'DNS mode of au-cos', exact: true }).selectOption('Disabled');
  // An address that another gateway has, with the button that mends it.
  const address = field(page, 'Address of de-cos in eu-de-1');
  await address.fill('10.243.8.4');
  await seen(table(page).getByText('10.243.8.4 is already planned for de-kms.').first());
  assert.equal(await address.getAttribute('aria-invalid'), 'true');
  await main(page).getByRole('checkbox', { name: 'With errors or warnings only' }).check();
  await status(page, '2 of 30 gateways are shown.');
  await table(page).getByRole('button', { name: 'Use 10.243.8.5, the next free' }).first().click();
  await eventually(page, () => address.inputValue(), '10.243.8.5');
  await gone(table(page).getByText('is already planned'));
  for (let i = 0; i < 4; i += 1) await undo(page).click();
  assert.equal(await undo(page).isDisabled(), true);
});

for (const [way, hands] of [['a pointer', withPointer], ['keys', withKeys]]) {
  journey(`one change for many gateways is seen first and taken back at once, with ${way}`, async ({ page, context, site }) => {
    const hand = hands(page);
    if (hands === withKeys) await withoutPointer(context);
    await openTable(page, site, THIRTY, hand);
    await hand.choose(control(page, 'combobox', 'In'), 'us-vpc');
    const open = main(page).getByRole('button', { name: 'Apply to the 10 gateways shown…' });
    await hand.press(open);
    const what = control(page, 'combobox', 'What');
    assert.match(await what.evaluate((select) => select.selectedOptions[0].label), /^Addresses: chosen by IBM Cloud/);
    await hand.choose(what, 'Addresses: the same');
    await hand.write(control(page, 'textbox', 'The last number, or the next free in all zones'), '20');
    const preview = page.getByRole('region', { name: 'What changes' });
    await seen(preview);
    assert.deepEqual(await preview.getByRole('row').nth(1).getByRole('cell').allInnerTexts(),
      ['chosen by IBM Cloud in vpe-1', '10.240.8.20']);
    assert.equal(await preview.getByRole('row').count(), 31);
    assert.equal(await undo(page).isDisabled(), true, 'a preview changes nothing');
    await hand.press(main(page).getByRole('button', { name: 'Change 10 gateways' }));
    await seen(page.getByRole('status').filter({ hasText: '10 gateways changed.' }));
    assert.ok(await hasFocus(open), 'the focus goes back to what opened the preview');
    await eventually(page, () => field(page, 'Address of us-kms in us-south-1').inputValue(), '10.240.8.20');
    await eventually(page, () => field(page, 'Address of us-pg in us-south-3').inputValue(), '10.240.136.29');
    await hand.press(page.getByRole('status').getByRole('button', { name: 'Undo' }));
    await gone(field(page, 'Address of us-kms in us-south-1'));
    assert.equal(await undo(page).isDisabled(), true);
  });
}

journey('a tag and a group go to all that can have them', async ({ page, site }) => {
  await openTable(page, site, THIRTY);
  const open = () => main(page).getByRole('button', { name: 'Apply to all 30 gateways…' }).click();
  const what = control(page, 'combobox', 'What');
  await open();
  await what.selectOption({ label: 'User tag: add' });
  assert.equal(await main(page).getByRole('button', { name: 'Change gateways' }).isDisabled(), true);
  await seen(main(page).getByText('Give a tag'));
  await control(page, 'textbox', 'Tag').fill('team:pay');
  await main(page).getByRole('button', { name: 'Change 30 gateways' }).click();
  await main(page).getByRole('searchbox').fill('team:pay');
  await status(page, '30 gateways.');
  await open();
  await what.selectOption({ label: 'Security group: attach' });
  await control(page, 'combobox', 'Security group').selectOption({ label: 'db-clients, of au-vpc' });
  await seen(main(page).getByText('20 gateways of other VPCs stay unchanged.'));
  await main(page).getByRole('button', { name: 'Change 9 gateways' }).click();
  await undo(page).click();
  await undo(page).click();
  assert.equal(await undo(page).isDisabled(), true);
});

journey('a gateway is duplicated beside itself, and many into another VPC', async ({ page, site }) => {
  await openFile(page, site, THIRTY);
  await (await menu(page)).getByRole('link', { name: /^de-secrets/ }).click();
  await heading(page, 'de-secrets');
  await main(page).getByRole('button', { name: 'Duplicate' }).click();
  await heading(page, 'de-secrets-2');
  const crn = await control(page, 'textbox', 'CRN of the service').inputValue();
  assert.match(crn, /:secrets-manager:eu-de:a\/[0-9a-f]{32}:::$/, 'its service is known, which one is not');
  await undo(page).click();

  await (await menu(page)).getByRole('link', { name: /^All gateways/ }).click();
  await main(page).getByRole('searchbox').fill('secrets eu-de');
  await status(page, '1 of 30 gateways are shown.');
  await main(page).getByRole('button', { name: 'Apply to the 1 gateway shown…' }).click();
  await control(page, 'combobox', 'What').selectOption({ label: 'Duplicate into a VPC' });
  await control(page, 'combobox', 'VPC').selectOption({ label: 'us-vpc' });
  const { plan } = JSON.parse(readFileSync(THIRTY, 'utf8'));
  const target = plan.gateways.find((g) => g.key === 'de-secrets').wanted.target.crn;
  await seen(page.getByRole('cell', { name: `new in us-vpc, to ${target}` }));
  await main(page).getByRole('button', { name: 'Add 1 gateway' }).click();
  await status(page, '2 of 31 gateways are shown.');
});

journey('all zones of one gateway, and the names that it answers', async ({ page, site }) => {
  await openFile(page, site, HUB);
  await (await menu(page)).getByRole('link', { name: /^hub-kms/ }).click();
  await heading(page, 'hub-kms');
  await main(page).getByRole('button', { name: 'Apply to all zones…' }).click();
  await control(page, 'combobox', 'What').selectOption({ label: 'Addresses: none yet' });
  await main(page).getByRole('button', { name: 'Change 1 gateway' }).click();
  const where = page.getByRole('table', { name: 'Where they resolve to hub-kms' });
  await seen(where.getByRole('row', { name: /^hub No the gateway has no address yet/ }));
  await undo(page).click();
  await seen(where.getByRole('row', { name: /^hub Yes the gateway is in it/ }));
  await seen(where.getByRole('row', { name: /^app Not sure bound to the hub/ }));
  await main(page).getByRole('link', { name: 'Apply to all gateways…' }).click();
  await heading(page, 'Gateways');
  assert.ok(await hasFocus(main(page).getByRole('button', { name: 'Apply to all 3 gateways…' })));
  await main(page).getByRole('button', { name: 'Apply to all 3 gateways…' }).click();
  await main(page).getByRole('button', { name: 'The names, and from which VPCs they resolve' }).click();
  const all = page.getByRole('region', { name: 'Names that gateways answer' });
  await seen(all.getByText('ledger.s3.direct.us-south.cloud-object-storage.appdomain.cloud'));
  await accessible(page, 'the table with a change previewed and names');
});

/** The same plan ten times over: 300 gateways. */
function threeHundred() {
  const file = JSON.parse(readFileSync(THIRTY, 'utf8'));
  const { gateways } = file.plan;
  file.plan.name = 'three hundred';
  file.plan.gateways = Array.from({ length: 10 }, (_, n) => gateways.map((gateway) => {
    const copy = structuredClone(gateway);
    copy.key = `${gateway.key}-n${n}`;
    copy.wanted.name = copy.key;
    return copy;
  })).flat();
  return Buffer.from(JSON.stringify(file));
}

journey('of 300 gateways fifty rows are drawn at a time', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByLabel('Open a plan file').setInputFiles(
    { name: 'plan.json', mimeType: 'application/json', buffer: threeHundred() });
  await heading(page, 'three hundred');
  await (await menu(page)).getByRole('link', { name: /^All gateways/ }).click();
  await heading(page, 'Gateways');
  await namesAre(page, ['us-kms-n0'], 50);
  const next = main(page).getByRole('button', { name: 'Next rows' }).first();
  for (let i = 0; i < 5; i += 1) await next.click();
  await seen(main(page).getByText('Rows 251 to 300 of 300').first());
  await eventually(page, () => next.isDisabled(), true);
  await main(page).getByRole('searchbox').fill('au-pg-n9');
  await namesAre(page, ['au-pg-n9'], 1);
});
