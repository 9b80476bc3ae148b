// Every change can be taken back and made again, by button and by key.

import assert from 'node:assert/strict';
import { journey } from './support/journey.mjs';
import { eventually, hasFocus, seen } from './support/see.mjs';
import { VIEWS, go, openPlan } from './support/views.mjs';

const PG = VIEWS.find((view) => view.name === 'gateway-pg');
const NAME = 'payments-pg';

const undo = (page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ });
const redo = (page) => page.getByRole('banner').getByRole('button', { name: /^Redo/ });
const nameField = (page) => page.getByRole('textbox', { name: 'Name', exact: true });
const value = (page, text) => eventually(page, () => nameField(page).inputValue(), text);

journey('typing in a field is one step; its button names it', async ({ page, site }) => {
  await openPlan(page, site);
  await go(page, PG);
  assert.equal(await undo(page).isDisabled(), true);
  const name = nameField(page);
  await name.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('-blue');
  await seen(page.getByRole('button', { name: `Undo: set name of ${NAME}` }));
  // Leaving the field ends the step, and coming back begins another.
  await page.keyboard.press('Tab');
  await name.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('-green');
  await value(page, `${NAME}-blue-green`);

  await undo(page).click();
  await value(page, `${NAME}-blue`);
  await undo(page).click();
  await value(page, NAME);
  assert.equal(await undo(page).isDisabled(), true);
  await redo(page).click();
  await value(page, `${NAME}-blue`);
  await redo(page).click();
  await value(page, `${NAME}-blue-green`);
  assert.equal(await redo(page).isDisabled(), true);
});

journey('Ctrl+Z and Ctrl+Shift+Z work wherever the focus is', async ({ page, site }) => {
  await openPlan(page, site);
  await go(page, PG);
  const name = nameField(page);
  await name.fill('renamed');
  await page.getByRole('checkbox', { name: 'app-tier' }).check();
  // In a field, where the browser has an undo of its own.
  await name.focus();
  await page.keyboard.press('Control+Z');
  await eventually(page, () => page.getByRole('checkbox', { name: 'app-tier' }).isChecked(), false);
  assert.equal(await name.inputValue(), 'renamed');
  await page.keyboard.press('Control+Z');
  await value(page, NAME);
  assert.ok(await hasFocus(name), 'undo takes the focus away');
  await page.getByRole('link', { name: 'Overview' }).focus();
  await page.keyboard.press('Control+Shift+Z');
  await value(page, 'renamed');
  await page.keyboard.press('Control+Shift+Z');
  await eventually(page, () => page.getByRole('checkbox', { name: 'app-tier' }).isChecked(), true);
});

journey('a fix, and what was removed, come back by undo', async ({ page, site }) => {
  await openPlan(page, site);
  await go(page, PG);
  const zone = page.getByRole('group', { name: 'us-south-2' });
  const address = zone.getByRole('textbox', { name: 'Address' });
  await zone.getByRole('button', { name: 'Use 10.240.72.4, the next free' }).click();
  await eventually(page, () => address.inputValue(), '10.240.72.4');
  assert.equal(await zone.getByText('is already planned').count(), 0);
  await undo(page).click();
  await eventually(page, () => address.inputValue(), '10.240.72.5');
  await seen(zone.getByText('10.240.72.5 is already planned for payments-kms.'));

  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  const notice = page.getByRole('status').filter({ hasText: 'The gateway payments-pg is removed from the plan.' });
  await seen(notice);
  const rail = page.getByRole('navigation', { name: 'Plan', exact: true });
  await eventually(page, () => rail.getByRole('link', { name: /^payments-pg/ }).count(), 0);
  await notice.getByRole('button', { name: 'Undo' }).click();
  await seen(rail.getByRole('link', { name: /^payments-pg/ }));
});
