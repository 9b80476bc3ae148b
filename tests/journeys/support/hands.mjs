// Two ways to do the same job: with a pointer, and with the keyboard alone.

import assert from 'node:assert/strict';
import * as keyboard from './keyboard.mjs';
import { hasFocus } from './see.mjs';

/** A person with a pointer. */
export const withPointer = (page) => ({
  press: (locator) => locator.click(),
  tick: (locator) => locator.check(),
  turnTo: (tab) => tab.click(),
  async write(locator, text) {
    await locator.fill(text);
    await locator.press('Tab');
  },
  async choose(locator, name) {
    await locator.selectOption({ label: await optionOf(locator, name) });
  },
  async add(locator, text) {
    await locator.fill(text);
    await locator.press('Enter');
  },
  async paste(locator, text) {
    await putOnClipboard(page, text);
    await locator.click();
    await page.keyboard.press('Control+V');
  },
});

/** A person without one. */
export const withKeys = (page) => ({
  press: (locator) => keyboard.press(page, locator),
  tick: (locator) => keyboard.tick(page, locator),
  async turnTo(tab) {
    // A row of tabs is one stop; the arrows move within it.
    await keyboard.tabTo(page, page.getByRole('tab', { selected: true }));
    for (let i = 0; i < 3 && !(await hasFocus(tab)); i += 1) await page.keyboard.press('ArrowRight');
    assert.ok(await hasFocus(tab), 'the arrows do not lead to the tab');
  },
  write: (locator, text) => keyboard.write(page, locator, text),
  choose: (locator, name) => keyboard.choose(page, locator, name),
  async add(locator, text) {
    await keyboard.tabTo(page, locator);
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  },
  async paste(locator, text) {
    await putOnClipboard(page, text);
    await keyboard.tabTo(page, locator);
    await page.keyboard.press('Control+V');
  },
});

/** The whole words of the option that begins so. */
async function optionOf(locator, name) {
  const all = await locator.evaluate((select) => [...select.options].map((option) => option.label));
  const found = all.includes(name) ? [name] : all.filter((label) => label.startsWith(name));
  assert.equal(found.length, 1, `${name} begins ${found.length} of ${all.join('; ')}`);
  return found[0];
}

/** What another program would have put there. */
function putOnClipboard(page, text) {
  return page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
}
