// The kinds of gateways that need more than a service and addresses, by keyboard alone:
// Private Path, local access to a bucket, a DNS hub and a VPC that shares it. And the
// rules that findings lead to.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessible } from './support/axe.mjs';
import { ROOT } from './support/chromium.mjs';
import { withKeys } from './support/hands.mjs';
import { journey } from './support/journey.mjs';
import { focusIsVisible, withoutPointer } from './support/keyboard.mjs';
import { openFile } from './support/plans.mjs';
import { eventually, gone, hasFocus, heading, scrollsSideways, seen } from './support/see.mjs';
import { menu, openPlan } from './support/views.mjs';

const main = (page) => page.getByRole('main');
const rail = (page) => page.getByRole('navigation', { name: 'Plan', exact: true });
const textbox = (within, name) => within.getByRole('textbox', { name, exact: true });
const button = (within, name) => within.getByRole('button', { name, exact: true });

const PARTNER = 'crn:v1:bluemix:public:is:us-south:a/0123456789abcdef0123456789abcdef::private-path-service-gateway:r006-1';
const BUCKET = 'crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54:bucket:ledger';

const example = (name) => join(ROOT, `examples/${name}.json`);
const planOf = (name) => JSON.parse(readFileSync(example(name), 'utf8')).plan;

/** Opens an example of the project, for someone without a pointer. */
async function open(page, context, site, name) {
  await withoutPointer(context);
  await openFile(page, site, example(name));
  return withKeys(page);
}

/** Goes to a page by the plan's menu. */
async function go(page, hand, link, title) {
  await hand.press((await menu(page)).getByRole('link', { name: link }).first());
  await heading(page, title);
}

journey('a Private Path gateway, by keyboard alone', async ({ page, context, site }) => {
  const hand = await open(page, context, site, 'object-storage');
  await hand.press(button(rail(page), 'Add a gateway'));
  await heading(page, 'endpoint-gateway');
  await hand.tick(page.getByRole('radio', { name: /^Private Path service/ }));
  const crn = textbox(main(page), 'CRN of the Private Path service');
  await hand.write(crn, PARTNER.replace('us-south', 'eu-de').replace('a/0123456789abcdef0123456789abcdef', ''));
  await seen(main(page).getByText('crn-account').first());
  await hand.write(crn, PARTNER);
  await gone(main(page).getByText('crn-account').first());
  // What the request is, what its states mean, and what can pass.
  await seen(main(page).getByRole('heading', { name: 'The connection request' }));
  for (const code of ['access_pending', 'access_denied', 'access_expired']) {
    await seen(main(page).getByText(code, { exact: true }));
  }
  await seen(main(page).getByText('only TCP passes', { exact: false }));
  await seen(main(page).getByText('provider-must-permit').first());
  await accessible(page, 'a Private Path gateway');
}, { minutes: 4 });

journey('local access to a bucket, by keyboard alone', async ({ page, context, site }) => {
  const hand = await open(page, context, site, 'object-storage');
  const [{ wanted }] = planOf('object-storage').gateways;
  await go(page, hand, new RegExp(`^${wanted.name}`), wanted.name);
  await hand.press(button(main(page), 'Bind a bucket'));
  await hand.write(main(page).getByRole('textbox', { name: /^CRN of the bucket of/ }), BUCKET);
  // A primary gateway binds nothing: another mode mends it.
  await seen(main(page).getByText('resource-binding-primary').first());
  await hand.tick(page.getByRole('radio', { name: /^Disabled/ }));
  await gone(main(page).getByText('resource-binding-primary').first());
  await seen(main(page).getByText('context-based restrictions first', { exact: false }).first());
  await accessible(page, 'local access');
}, { minutes: 4 });

journey('a DNS hub and a VPC that shares it, by keyboard alone', async ({ page, context, site }) => {
  const hand = await open(page, context, site, 'one-region');
  const [hub] = planOf('one-region').vpcs;
  await go(page, hand, new RegExp(`^${hub.wanted.name}`), hub.wanted.name);
  await hand.tick(page.getByRole('checkbox', { name: /^A DNS hub/ }));
  await seen(main(page).getByText('wait more than six minutes', { exact: false }).first());
  await hand.press(button(rail(page), 'Add a VPC'));
  await heading(page, 'vpc');
  await hand.write(textbox(main(page), 'Name'), 'shared');
  await heading(page, 'shared');
  await hand.choose(page.getByRole('combobox', { name: 'Region', exact: true }), hub.wanted.region);
  await hand.press(button(main(page), 'Bind it to a DNS hub'));
  const bindings = main(page).getByRole('table', { name: /^DNS resolution bindings of shared/ });
  await hand.choose(bindings.getByRole('combobox', { name: /^Hub of/ }), hub.wanted.name);
  await seen(main(page).getByText('have to go to the hub', { exact: false }));
  await hand.tick(page.getByRole('radio', { name: /^The hub/ }));
  await eventually(page, () => bindings.getByRole('combobox', { name: /^Hub of/ }).evaluate((e) => e.selectedOptions[0].text),
    hub.wanted.name);
  await accessible(page, 'a VPC that shares a hub');
}, { minutes: 4 });

journey('a finding leads to its rule, and rules are found by their words', async ({ page, context, site }) => {
  await withoutPointer(context);
  await openPlan(page, site);
  const hand = withKeys(page);
  await hand.press(main(page).getByRole('link', { name: 'address-taken', exact: true }).first());
  await heading(page, 'Rules');
  const row = main(page).getByRole('rowheader').filter({ hasText: 'address-taken' });
  await eventually(page, () => hasFocus(row), true, { what: 'the rule has the focus' });
  await focusIsVisible(page);
  await hand.write(main(page).getByRole('searchbox', { name: 'Search the rules' }), 'private path region');
  await seen(main(page).getByRole('status').filter({ hasText: /^\d+ of \d+ rules are listed\.$/ }));
  await gone(row);
  const found = main(page).getByRole('rowheader').filter({ hasText: 'private-path-region' });
  await seen(found);
  assert.match(await found.locator('xpath=..').getByRole('link').last().getAttribute('href'), /^https:\/\/cloud\.ibm\.com\//);
  await page.setViewportSize({ width: 360, height: 780 });
  assert.equal(await scrollsSideways(page), false);
  await accessible(page, 'the rules');
}, { minutes: 3 });
