// A gateway to a service that another account owns: planned by keyboard alone, with the
// policy by which that account lets it in, to the files that each account runs.

import assert from 'node:assert/strict';
import { withKeys } from './support/hands.mjs';
import { downloaded, unzip } from './support/files.mjs';
import { accessible } from './support/axe.mjs';
import { journey } from './support/journey.mjs';
import { withoutPointer } from './support/keyboard.mjs';
import { eventually, gone, heading, seen } from './support/see.mjs';

const OWN = '7f2c4e91b0d84a6f9c3355e1a0b27d48';
const OTHER = '0b5e00334eaf9eb9339d2ab48f7326b4';
const CLUSTER = `crn:v1:bluemix:public:containers-kubernetes:us-east:a/${OTHER}:bs8j6d5f0v3k7q2m1n4g::`;

const main = (page) => page.getByRole('main');
const rail = (page) => page.getByRole('navigation', { name: 'Plan', exact: true });
const textbox = (page, name) => main(page).getByRole('textbox', { name, exact: true });
const button = (page, name) => main(page).getByRole('button', { name, exact: typeof name === 'string' });
/** The section of the gateway's page. */
const access = (page) => page.locator('details#access');

/** A new VPC and a gateway to the cluster, named by its CRN. */
async function planGateway(page, hand) {
  await heading(page, /^Plan IBM Cloud/);
  await hand.press(page.getByRole('button', { name: /^Blank plan/ }));
  await heading(page, 'Plan without a name');
  await hand.press(rail(page).getByRole('button', { name: 'Add a VPC', exact: true }));
  await heading(page, 'vpc');
  await hand.choose(main(page).getByRole('combobox', { name: 'Region', exact: true }), 'us-south');
  await hand.press(rail(page).getByRole('button', { name: 'Add a gateway', exact: true }));
  await heading(page, 'endpoint-gateway');
  await hand.write(textbox(page, 'CRN of the service'), CLUSTER);
}

journey('a service of another account is reached, by keyboard alone', async ({ page, context, site }) => {
  await withoutPointer(context);
  const hand = withKeys(page);
  await page.goto(site.url);
  await planGateway(page, hand);
  // Whose the plan is decides whether the cluster is another's.
  await seen(access(page).getByText('Whether it is needed is not known'));
  await hand.write(textbox(page, 'Account of this plan (optional)'), OWN);
  await seen(access(page).getByText('A policy is needed'));
  await seen(access(page).getByText(/^The service is an instance of the account/).filter({ hasText: OTHER }));
  await accessible(page, 'the section before the policy');
  await hand.press(access(page).getByRole('button', { name: `Add an authorization policy of account ${OTHER}` }));
  await seen(access(page).getByText(`New policy: containers-kubernetes in account ${OTHER}, all instances`));
  await seen(access(page).getByText('A policy of the plan lets it in'));
  await gone(main(page).getByText('other-account'));

  // The policy itself: a slip, which is named and mended.
  await hand.press(access(page).getByRole('link', { name: 'Policies of the plan' }));
  await heading(page, 'Other accounts');
  const policy = `policy containers-kubernetes in account ${OTHER}`;
  await eventually(page, () => textbox(page, `Service of ${policy}`).inputValue(), 'containers-kubernetes');
  await hand.write(textbox(page, `Instance of ${policy}`), 'another');
  await seen(main(page).getByText('policy-unfit'));
  await accessible(page, 'the policies, with a finding');
  await hand.press(button(page, 'Set the target instance to bs8j6d5f0v3k7q2m1n4g'));
  await gone(main(page).getByText('policy-unfit'));
  await hand.press(button(page, 'Let it be for all instances'));
  await eventually(page, () => textbox(page, `Instance of ${policy}`).inputValue(), '');

  // Each account has a folder: that of the policy comes first.
  await hand.press(rail(page).getByRole('link', { name: 'Export', exact: true }));
  await heading(page, 'Export');
  await seen(main(page).getByText(`ibmcloud target -c ${OTHER}`));
  const zip = await downloaded(page, () => hand.press(button(page, 'Download all as one zip')));
  const files = new Map([...unzip(zip.bytes)].map(([path, bytes]) => [path.replace(/^[^/]+\//, ''), bytes.toString('utf8')]));
  const first = `1-policy-${OTHER}`;
  for (const [path, words] of [
    [`cli/${first}/create.sh`, '"resourceType", "value": "endpoint-gateway"'],
    [`cli/${first}/README.md`, 'In the console instead'],
    [`api/${first}/create.sh`, 'or_create POST /v1/policies'],
    [`terraform/${first}/policies.tf`, `source_service_account = "${OWN}"`],
    ['cli/2-us-south/create.sh', 'endpoint-gateway-create'],
  ]) assert.ok(files.get(path)?.includes(words), `${path}: ${words}`);
}, { minutes: 3 });
