// Every view of the page, with something in it and something to mend.

import assert from 'node:assert/strict';
import { fixture, openFile } from './plans.mjs';
import { heading, seen } from './see.mjs';

/** The plan that the views show. */
export const FAULTY = fixture('faulty');

/** A gateway's sections have these fields, whatever its target. */
const GATEWAY = ['Name', 'Virtual private cloud', 'The gateway is', 'Resource group (optional)', 'User tags (optional)',
  'Access tags (optional)', 'Subnet', 'Address is', 'Names of new reserved IPs begin with (optional)',
  /^Release with the gateway/, 'vpe-clients', /^Primary/, /^Disabled/];

const gateway = (name, title, fields, finding) => ({
  name: `gateway-${name}`,
  link: new RegExp(`^${title}\\b`),
  heading: title,
  fields: [...GATEWAY, ...fields],
  finding,
});

/**
 * The views of the plan: `link` leads there from the plan's menu, `fields` are
 * labels that are there, `finding` is what one open finding says.
 */
export const VIEWS = [
  { name: 'overview', link: 'Overview', heading: 'Payments, with mistakes',
    fields: ['Name', 'Account id (optional)', 'Notes (optional)', 'CLI plug-in vpc-infrastructure', 'API version',
      'Terraform provider IBM-Cloud/ibm'],
    finding: '10.240.72.5 is already planned for payments-kms.' },
  { name: 'vpc', link: /^payments-vpc/, heading: 'payments-vpc',
    fields: ['Name (optional)', 'ID (optional)', 'Region', /^Exists/, /^A DNS hub/, 'CIDR of address prefix prefix-1', 'Zone of vpe-1',
      'Name of vpe-1', 'Origin of vpe-1', 'ID of vpe-1', 'CIDR of vpe-1', 'Rows of subnets of payments-vpc',
      'Addresses of entry 1 of vpe-1', 'User of entry 1 of vpe-1', 'Address of kms-zone-1'],
    finding: 'app-1 (10.240.8.32/27) overlaps vpe-1 (10.240.8.0/26).' },
  { name: 'groups', link: /^Security groups/, heading: /^Security groups of payments-vpc/,
    fields: ['Name', 'Origin', 'Resource group (optional)', 'ID (optional)',
      ...['Name', 'Direction', 'Protocol', 'First port', 'Last port', 'Other side', 'Address or block']
        .map((what) => `${what} of rule ntp-out`)],
    finding: '"12x" cannot be the last port of rule ntp-out of vpe-clients.' },
  { name: 'acls', link: /^Network ACLs/, heading: /^Network ACLs of payments-vpc/,
    fields: ['Name', 'Origin', 'Resource group (optional)',
      ...['Name', 'Action', 'Direction', 'Protocol', 'Source', 'First source port', 'Last source port', 'Destination',
        'First destination port', 'Last destination port'].map((what) => `${what} of rule https-out`)],
    finding: 'No subnet has the network ACL vpe-acl.' },
  { name: 'gateways', link: /^All gateways/, heading: 'Gateways',
    fields: ['Search', 'In', 'To', 'With errors or warnings only', 'Name of payments-kms', 'DNS mode of payments-kms',
      'Address of payments-pg in us-south-2'],
    finding: '10.240.72.5 is already planned for payments-kms.' },
  gateway('kms', 'payments-kms', ['Service', 'Region of the service', 'CRN of the service', 'Reserved IP', 'Address'],
    '10.240.72.5 is already planned for payments-kms.'),
  gateway('pg', 'payments-pg', ['Address'], '10.240.8.9 is not in vpe-3 (10.240.136.0/29).'),
  gateway('ntp', 'payments-ntp', [], 'payments-ntp'),
  gateway('partner', 'partner-billing', ['Address'], 'partner-billing'),
  { name: 'accounts', link: /^Other accounts/, heading: 'Other accounts',
    fields: ['Account of this plan (optional)',
      ...['Target account', 'Service', 'Instance', 'Source account', 'Origin']
        .map((what) => `${what} of policy kms in account 0b5e00334eaf9eb9339d2ab48f7326b4`)],
    finding: 'No gateway of the plan needs the policy kms in account 0b5e00334eaf9eb9339d2ab48f7326b4.' },
  { name: 'export', link: 'Export', heading: /Export/, fields: [], finding: '4 errors are open.' },
  { name: 'rules', link: /^Rules/, heading: 'Rules', fields: ['Search the rules'] },
];

/** The plan's menu: at the left, or behind a button where the window is narrow. */
export async function menu(page) {
  const rail = page.getByRole('navigation', { name: 'Plan', exact: true });
  if (!(await rail.isVisible())) await page.getByRole('button', { name: 'Plan menu' }).click();
  return seen(rail);
}

/** Goes to a view by the plan's menu. */
export async function go(page, view) {
  const rail = await menu(page);
  await rail.getByRole('link', { name: view.link, exact: true }).first().click();
  await heading(page, view.heading);
}

/** Opens the plan that the views show. */
export function openPlan(page, site) {
  return openFile(page, site, FAULTY);
}

/** Opens what can be folded, so that nothing is left out. */
export function unfold(page) {
  return page.getByRole('main').evaluate((main) => {
    for (const details of main.querySelectorAll('details')) details.open = true;
  });
}

const CONTROLS = ['checkbox', 'combobox', 'radio', 'searchbox', 'spinbutton', 'textbox'];

/** The form controls that assistive technology finds, by the names it gives them. */
async function controls(page) {
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send('Accessibility.getFullAXTree');
  await devtools.detach();
  return nodes
    .filter((node) => !node.ignored && CONTROLS.includes(node.role?.value))
    .map((node) => ({ role: node.role.value, name: node.name?.value ?? '' }));
}

/** Asserts that the view is there with content: heading, labels, an open finding. */
export async function hasContent(page, view) {
  await heading(page, view.heading);
  const found = await controls(page);
  for (const { role, name } of found) assert.notEqual(name.trim(), '', `${view.name}: a ${role} has no label`);
  const names = found.map((control) => control.name);
  for (const label of view.fields) {
    const fits = (name) => (label instanceof RegExp ? label.test(name) : name === label);
    assert.ok(names.some(fits), `${view.name}: no field is labelled ${label}, but ${names.join('; ')}`);
  }
  if (view.finding) await seen(page.getByRole('main').getByText(view.finding).first());
}
