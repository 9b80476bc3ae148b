// The network's forms: rows pasted with a preview, prefixes, subnets, groups and
// rules, and what is removed comes back.

import assert from 'node:assert/strict';
import { withKeys, withPointer } from './support/hands.mjs';
import { journey } from './support/journey.mjs';
import { eventually, gone, hasFocus, heading, seen } from './support/see.mjs';
import { VIEWS, go, openPlan } from './support/views.mjs';

const view = (name) => VIEWS.find((v) => v.name === name);
const textbox = (page, name) => page.getByRole('main').getByRole('textbox', { name, exact: true });
const combobox = (page, name) => page.getByRole('main').getByRole('combobox', { name, exact: true });
const button = (page, name) => page.getByRole('main').getByRole('button', { name, exact: true });
const value = (page, field, text) => eventually(page, () => field.inputValue(), text);

/** The notice about what was done, with its undo. */
const notice = (page, words) => page.getByRole('status').filter({ hasText: words });

async function undoBy(page, words) {
  const told = await seen(notice(page, words));
  await told.getByRole('button', { name: 'Undo' }).click();
  await gone(told);
}

/** The cells of each row of a preview, without its heading. */
async function cells(region) {
  await seen(region);
  const rows = await region.getByRole('row').all();
  return Promise.all(rows.slice(1).map((row) => row.getByRole('cell').allInnerTexts()));
}

journey('pasted subnets are shown before they are added, and what is left out says why', async ({ page, site }) => {
  const hand = withPointer(page);
  await openPlan(page, site);
  await go(page, view('vpc'));
  await page.getByRole('main').getByText('Paste subnets', { exact: true }).click();
  const rows = ['zone,name,cidr', 'us-south-1,batch-1,10.240.10.0/26', 'us-south-2,vpe-2,10.240.74.0/26',
    'eu-de-1,far,10.243.0.0/26', ',batch-3,10.240.137.0/26'].join('\n');
  await hand.paste(textbox(page, 'Rows of subnets of payments-vpc'), rows);
  await seen(page.getByText('2 subnets to add, 2 rows are left out.'));
  const preview = page.getByRole('region', { name: 'Pasted rows for payments-vpc' });
  assert.deepEqual(await cells(preview), [
    ['2', 'batch-1', 'us-south-1', '10.240.10.0/26', '', 'is added'],
    ['3', 'vpe-2', 'us-south-2', '10.240.74.0/26', '', 'left out: vpe-2 is in the plan already'],
    ['4', 'far', 'eu-de-1', '10.243.0.0/26', '', 'left out: eu-de-1 is not in us-south'],
    ['5', 'batch-3', 'us-south-3', '10.240.137.0/26', '', 'is added'],
  ]);
  assert.equal(await textbox(page, 'CIDR of batch-1').count(), 0, 'nothing is added before the button is pressed');
  await page.getByRole('radio', { name: 'The exports create them' }).check();
  await button(page, 'Add 2 subnets').click();
  await value(page, textbox(page, 'CIDR of batch-1'), '10.240.10.0/26');
  await value(page, combobox(page, 'Zone of batch-3'), 'us-south-3');
  await value(page, combobox(page, 'Origin of batch-3'), 'new');
  await eventually(page, () => hasFocus(combobox(page, 'Zone of batch-1')), true, { what: 'the focus is not at what was added' });
  await undoBy(page, '2 subnets added.');
  await eventually(page, () => textbox(page, /^CIDR of batch/).count(), 0);
});

journey('pasted taken addresses are no longer free', async ({ page, site }) => {
  const hand = withPointer(page);
  await openPlan(page, site);
  await go(page, view('vpc'));
  await page.getByRole('main').getByRole('link', { name: 'Addresses of vpe-2' }).click();
  await seen(page.getByText('The next free address is 10.240.72.4.'));
  await page.getByRole('main').getByText('Paste taken addresses', { exact: true }).click();
  const rows = '10.240.72.4\tload balancer\n10.240.72.6 - 10.240.72.9\tbatch hosts\n10.240.72.0\tibm-network-address\n';
  await hand.paste(textbox(page, 'Rows of taken addresses of vpe-2'), rows);
  await seen(page.getByText('2 rows of taken addresses to add, 1 row is left out.'));
  await button(page, 'Add 2 rows of taken addresses').click();
  await value(page, textbox(page, 'Addresses of entry 2 of vpe-2'), '10.240.72.6-10.240.72.9');
  await value(page, textbox(page, 'User of entry 2 of vpe-2'), 'batch hosts');
  // 5 is planned, so the next one is beyond the pasted range.
  await seen(page.getByText('The next free address is 10.240.72.10.'));
  await undoBy(page, '2 rows of taken addresses added.');
  await seen(page.getByText('The next free address is 10.240.72.4.'));
});

journey('a text that is no rows is refused in words', async ({ page, site }) => {
  await openPlan(page, site);
  await go(page, view('vpc'));
  await page.getByRole('main').getByText('Paste subnets', { exact: true }).click();
  await textbox(page, 'Rows of subnets of payments-vpc').fill('{"subnets": []}');
  await seen(page.getByRole('alert').getByText(/JSON/));
});

journey('a new VPC gets prefixes and subnets, with blocks that are free', async ({ page, site }) => {
  const hand = withPointer(page);
  await page.goto(site.url);
  await page.getByRole('button', { name: /^Blank plan/ }).click();
  await page.getByRole('navigation', { name: 'Plan', exact: true }).getByRole('button', { name: 'Add a VPC' }).click();
  await heading(page, 'vpc');
  await hand.choose(combobox(page, 'Region'), 'eu-de');
  const prefixes = page.getByRole('table', { name: 'Address prefixes of vpc' });
  await seen(prefixes.getByText('10.243.0.0/18'));
  await page.getByRole('radio', { name: /^This plan only/ }).check();
  await gone(prefixes);
  await button(page, 'Add an address prefix').click();
  await value(page, textbox(page, 'CIDR of address prefix prefix-1'), '10.243.0.0/18');
  await textbox(page, 'CIDR of address prefix prefix-1').fill('10.9.0.0/20');
  await button(page, 'Add a subnet').click();
  await value(page, textbox(page, 'CIDR of vpe-1'), '10.9.0.0/26');
  await textbox(page, 'CIDR of vpe-1').fill('10.8.0.0/26');
  const outside = page.getByRole('region', { name: 'Subnets of vpc' }).getByText('subnet-outside-prefix');
  await seen(outside);
  await page.getByRole('banner').getByRole('button', { name: /^Undo/ }).click();
  await gone(outside);

  await button(page, 'Remove address prefix prefix-1').click();
  await gone(prefixes);
  await undoBy(page, 'Address prefix prefix-1 is removed from the plan.');
  await value(page, textbox(page, 'CIDR of address prefix prefix-1'), '10.9.0.0/20');
});

journey('groups and rules are edited in place, removed, and brought back', async ({ page, site }) => {
  const hand = withPointer(page);
  await openPlan(page, site);
  await go(page, view('groups'));
  const finding = page.getByText('"12x" cannot be the last port of rule ntp-out of vpe-clients.');
  await seen(finding);
  await textbox(page, 'Last port of rule ntp-out').fill('123');
  await gone(finding);
  await button(page, 'Add inbound TCP 31525 from 10.240.0.0/16').click();
  await gone(page.getByText('vpe-clients does not admit TCP 31525.'));

  await hand.choose(combobox(page, 'Other side of rule ntp-out'), 'Security group');
  await value(page, combobox(page, 'Group of rule ntp-out'), 'app-tier');
  await hand.choose(combobox(page, 'Protocol of rule ntp-out'), 'ICMP');
  await gone(textbox(page, 'Last port of rule ntp-out'));

  await button(page, 'Remove rule ntp-out').click();
  await gone(combobox(page, 'Protocol of rule ntp-out'));
  await undoBy(page, 'ntp-out');
  await seen(combobox(page, 'Protocol of rule ntp-out'));

  await button(page, 'Remove the group app-tier').click();
  await gone(page.getByRole('main').getByRole('heading', { name: 'app-tier' }));
  await seen(page.getByText('reference-missing').first());
  await undoBy(page, 'The security group app-tier is removed from the plan.');
  await seen(page.getByRole('main').getByRole('heading', { name: 'app-tier' }));
  await gone(page.getByText('reference-missing').first());
});

journey('a network ACL is planned, ordered and given to a subnet by keyboard', async ({ page, site }) => {
  const hand = withKeys(page);
  await openPlan(page, site);
  await go(page, view('acls'));
  const rules = page.getByRole('region', { name: 'Rules of vpe-acl' });
  const order = () => rules.getByRole('textbox', { name: /^Name of/ }).evaluateAll((all) => all.map((one) => one.value));
  await eventually(page, order, ['https-in', 'https-out']);

  await hand.press(button(page, 'Add a rule to vpe-acl'));
  await eventually(page, () => hasFocus(textbox(page, 'Name of rule rule')), true);
  // The label follows the name, so it is typed where the focus is.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('no-lab');
  await hand.choose(combobox(page, 'Action of rule no-lab'), 'Deny');
  await hand.write(textbox(page, 'Source of rule no-lab'), '10.240.0.0/16');
  const up = button(page, 'Move rule no-lab up');
  await hand.press(up);
  await eventually(page, order, ['https-in', 'no-lab', 'https-out']);
  await eventually(page, () => hasFocus(up), true, { what: 'the focus does not stay on the button' });
  await page.keyboard.press('Enter');
  await eventually(page, order, ['no-lab', 'https-in', 'https-out']);
  await eventually(page, () => hasFocus(button(page, 'Move rule no-lab down')), true);
  await seen(page.getByText('Rule https-in of vpe-acl allows nothing, because rule no-lab of vpe-acl comes before it.').first());
  await hand.press(button(page, 'Move https-in in front of no-lab').first());
  await eventually(page, order, ['https-in', 'no-lab', 'https-out']);
  await hand.press(button(page, 'Remove rule no-lab'));
  await eventually(page, order, ['https-in', 'https-out']);

  await go(page, view('vpc'));
  await hand.press(page.getByRole('link', { name: 'Addresses of app-1' }));
  await hand.choose(combobox(page, 'Network ACL of app-1'), 'vpe-acl');
  await go(page, view('acls'));
  await seen(page.getByText('Subnet app-1 has it.'));
  await gone(page.getByText('No subnet has the network ACL vpe-acl.'));
});

journey('a VPC that is removed comes back with everything in it', async ({ page, site }) => {
  await openPlan(page, site);
  await go(page, view('vpc'));
  await button(page, 'Remove payments-vpc').click();
  await undoBy(page, 'The VPC payments-vpc is removed from the plan.');
  await go(page, view('vpc'));
  await value(page, textbox(page, 'CIDR of vpe-3'), '10.240.136.0/29');
  await go(page, view('gateway-pg'));
});
