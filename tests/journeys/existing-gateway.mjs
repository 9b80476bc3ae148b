// A gateway that exists and was read: how it differs from the plan, and whether the
// scripts change it, by keyboard alone.

import { join } from 'node:path';
import { accessible } from './support/axe.mjs';
import { ROOT } from './support/chromium.mjs';
import { withKeys } from './support/hands.mjs';
import { journey } from './support/journey.mjs';
import { press, withoutPointer } from './support/keyboard.mjs';
import { openFile } from './support/plans.mjs';
import { gone, heading, seen } from './support/see.mjs';
import { menu } from './support/views.mjs';

const main = (page) => page.getByRole('main');
const code = (page) => page.getByRole('region', { name: /^CLI/ });

journey('what was read of a gateway is compared, and changed only where that is said', async ({ page, context, site }) => {
  await withoutPointer(context);
  await openFile(page, site, join(ROOT, 'examples/change-in-place.json'));
  const hand = withKeys(page);
  await hand.press((await menu(page)).getByRole('link', { name: /^web-kms/ }).first());
  await heading(page, 'web-kms');
  await seen(main(page).getByText('Gateway web-kms is called kms-old.').first());
  await seen(code(page).getByText('endpoint-gateway-update').first());
  await accessible(page, 'a gateway that differs from the plan');

  const change = main(page).getByRole('checkbox', { name: 'Change in place what differs from the plan' });
  await press(page, change, 'Space');
  await gone(code(page).getByText('endpoint-gateway-update').first());
  await seen(main(page).getByText('the scripts leave it as it is', { exact: false }).first());
  await press(page, change, 'Space');
  await seen(code(page).getByText('endpoint-gateway-update').first());

  // The name that it has is kept by one button, and comes back by undo.
  const renamed = main(page).getByText('Gateway web-kms is called kms-old.');
  await hand.press(main(page).getByRole('button', { name: /^Keep what is there/ }).first());
  await heading(page, 'kms-old');
  await gone(renamed.first());
  await page.keyboard.press('Control+Z');
  await heading(page, 'web-kms');
  await seen(renamed.first());
}, { minutes: 4 });
