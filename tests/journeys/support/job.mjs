// The job that a network engineer comes for: an existing VPC described, a Key
// Protect gateway planned in it, two mistakes met and mended, everything taken
// away. Whoever does it, with a pointer or with keys, is handed in.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './chromium.mjs';
import { downloaded, downloadedAgain } from './files.mjs';
import { eventually, gone, heading, seen } from './see.mjs';

/** The plan that comes out, as an example of the project. */
export const EXAMPLE = join(ROOT, 'examples/key-protect.json');

const { plan: WANTED } = JSON.parse(readFileSync(EXAMPLE, 'utf8'));
const [VPC] = WANTED.vpcs;

/** The subnets as a spreadsheet puts them on the clipboard. */
const SUBNETS = [['Subnet', 'Zone', 'CIDR', 'ID'],
  ...VPC.wanted.subnets.map(({ origin, wanted }) => [wanted.name, wanted.zone, wanted.cidr, origin.id])]
  .map((cells) => cells.join('\t')).join('\n');

const main = (page) => page.getByRole('main');
const rail = (page) => page.getByRole('navigation', { name: 'Plan', exact: true });
const textbox = (within, name) => within.getByRole('textbox', { name, exact: true });
const combobox = (within, name) => within.getByRole('combobox', { name, exact: true });
const button = (within, name) => within.getByRole('button', { name, exact: typeof name === 'string' });

/** An empty plan gets its name, its account and its notes. */
export async function beginPlan(page, hand) {
  await heading(page, /^Plan IBM Cloud/);
  await seen(page.getByText('None yet.'));
  await hand.press(button(page, /^Blank plan/));
  await heading(page, 'Plan without a name');
  await hand.press(main(page).getByText('Plan settings'));
  await hand.write(textbox(main(page), 'Name'), WANTED.name);
  await hand.write(textbox(main(page), 'Account id (optional)'), WANTED.account);
  await hand.write(textbox(main(page), 'Notes (optional)'), WANTED.notes);
  await heading(page, WANTED.name);
}

/** The VPC exists; its subnets come from a spreadsheet. */
export async function describeNetwork(page, hand) {
  await hand.press(button(rail(page), 'Add a VPC'));
  await heading(page, 'vpc');
  await hand.tick(page.getByRole('radio', { name: /^Exists(?!,)/ }));
  await hand.write(textbox(main(page), 'Name'), VPC.wanted.name);
  await hand.write(textbox(main(page), 'ID (optional)'), VPC.origin.id);
  await hand.choose(combobox(main(page), 'Region'), VPC.wanted.region);
  await heading(page, VPC.wanted.name);

  await hand.press(main(page).getByText('Paste subnets', { exact: true }));
  await hand.paste(page.getByRole('textbox', { name: /^Rows of subnets/ }), SUBNETS);
  await seen(page.getByText('3 subnets to add.'));
  await hand.press(button(main(page), 'Add 3 subnets'));
  for (const { wanted } of VPC.wanted.subnets) {
    await eventually(page, () => textbox(main(page), `CIDR of ${wanted.name}`).inputValue(), wanted.cidr);
  }
  const [first] = VPC.wanted.subnets;
  await hand.press(main(page).getByRole('link', { name: `Addresses of ${first.wanted.name}` }));
  await hand.press(button(main(page), `Add taken addresses of ${first.wanted.name}`));
  const [taken] = first.wanted.taken;
  await hand.write(textbox(main(page), `Addresses of entry 1 of ${first.wanted.name}`), taken.addresses);
  await hand.write(textbox(main(page), `User of entry 1 of ${first.wanted.name}`), taken.holder);
  await seen(main(page).getByText('The next free address is 10.240.8.8.'));
}

/** A security group that admits HTTPS from the VPC. */
export async function admitClients(page, hand) {
  const [group] = VPC.wanted.security_groups;
  const [rule] = group.wanted.rules;
  await hand.press(rail(page).getByRole('link', { name: /^Security groups/ }));
  await heading(page, /^Security groups of prod-vpc/);
  await hand.press(button(main(page), 'Add a security group'));
  const fields = page.getByRole('group', { name: group.wanted.name, exact: true });
  await hand.write(textbox(fields, 'Name'), group.wanted.name);
  await hand.press(button(main(page), `Add a rule to ${group.wanted.name}`));
  const rules = page.getByRole('region', { name: `Rules of ${group.wanted.name}` });
  await hand.write(rules.getByRole('textbox', { name: /^Name of/ }), rule.wanted.name);
  await hand.write(rules.getByRole('textbox', { name: /^First port of/ }), rule.wanted.port_min);
  await hand.write(rules.getByRole('textbox', { name: /^Last port of/ }), rule.wanted.port_max);
  await hand.choose(rules.getByRole('combobox', { name: /^Other side of/ }), 'Address or block');
  await hand.write(rules.getByRole('textbox', { name: /^Address or block of/ }), rule.wanted.remote);
}

/** The gateway, with an address in each zone: one is taken, one in no subnet. */
export async function planGateway(page, hand) {
  const [{ wanted }] = WANTED.gateways;
  await hand.press(button(rail(page), 'Add a gateway'));
  await heading(page, 'endpoint-gateway');
  await hand.write(combobox(main(page), 'Service'), 'Key Protect');
  await eventually(page, () => textbox(main(page), 'CRN of the service').inputValue(), wanted.target.crn);
  await hand.write(textbox(main(page), 'Name'), wanted.name);
  await heading(page, wanted.name);
  for (const tag of wanted.tags) await hand.add(textbox(main(page), 'User tags (optional)'), tag);

  const zone = (number) => page.getByRole('group', { name: `us-south-${number}`, exact: true });
  await hand.choose(combobox(zone(1), 'Address is'), 'This address');
  await eventually(page, () => textbox(zone(1), 'Address').inputValue(), '10.240.8.8');
  await hand.choose(combobox(zone(2), 'Address is'), 'This address');
  await hand.tick(page.getByRole('checkbox', { name: 'vpe-clients' }));
  await gone(main(page).getByText('Error:').first());
  await meetMistakes(page, hand, zone);
  assert.equal(await main(page).getByText('known after creation').count(), 1, 'zone 3 is chosen by IBM Cloud');
}

async function meetMistakes(page, hand, zone) {
  const [first, second] = WANTED.gateways[0].wanted.addresses;
  // The first mistake: the address has a user. Its button mends it.
  await hand.write(textbox(zone(1), 'Address'), '10.240.8.6');
  await seen(zone(1).getByText('10.240.8.6 is'));
  await seen(zone(1).getByText('address-taken'));
  assert.equal(await textbox(zone(1), 'Address').getAttribute('aria-invalid'), 'true');
  // The second: it belongs to another zone's subnet. It is mended by hand.
  await hand.write(textbox(zone(2), 'Address'), '10.240.8.9');
  await seen(zone(2).getByText('10.240.8.9 is not in vpe-2 (10.240.72.0/26).'));
  await seen(page.getByRole('region', { name: '2 errors' }));
  await hand.press(button(zone(1), 'Use 10.240.8.8, the next free'));
  await eventually(page, () => textbox(zone(1), 'Address').inputValue(), first.address);
  await gone(zone(1).getByText('address-taken'));
  await seen(page.getByRole('region', { name: '1 error' }));
  await hand.write(textbox(zone(2), 'Address'), second.address);
  await gone(page.getByRole('region', { name: /error/ }));
}

/** Downloads each file of the three exports; their bytes by path. */
export async function takeFiles(page, hand) {
  await hand.press(rail(page).getByRole('link', { name: 'Export', exact: true }));
  await heading(page, 'Export');
  const files = new Map();
  for (const tool of ['CLI script', 'API calls', 'Terraform']) {
    await hand.turnTo(page.getByRole('tab', { name: tool, exact: true }));
    const panel = await seen(page.getByRole('tabpanel', { name: tool }));
    for (const row of await panel.getByRole('table').getByRole('rowheader').all()) {
      const path = (await row.innerText()).replace(/^View\s+/, '').trim();
      const take = button(panel, `Download ${path}`);
      const { name, bytes } = await downloadedAgain(page, () => hand.press(take));
      // Browsers take the dot off, so that no download is hidden.
      assert.equal(name, path.split('/').at(-1).replace(/^\./, ''));
      files.set(path, bytes);
    }
  }
  return files;
}

/** Downloads all exports as one archive. */
export function takeArchive(page, hand) {
  return downloaded(page, () => hand.press(button(main(page), 'Download all as one zip')));
}

/** Downloads the plan. */
export function takePlan(page, hand) {
  return downloaded(page, () => hand.press(button(page.getByRole('banner'), 'Save file')));
}
