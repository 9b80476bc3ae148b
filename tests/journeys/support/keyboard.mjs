// A person without a pointer.

import assert from 'node:assert/strict';
import { hasFocus } from './see.mjs';

/** Runs in every document: any event of a pointer is an error of the page. */
function refusePointers() {
  const names = ['pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'wheel', 'touchstart'];
  for (const name of names) {
    window.addEventListener(name, () => console.error(`a pointer was used: ${name}`), { capture: true });
  }
  // A key that presses a button is a click, too, but one without a pointer.
  window.addEventListener('click', (event) => {
    if (event.isTrusted && event.pointerType) console.error(`a pointer was used: click of a ${event.pointerType}`);
  }, { capture: true });
}

/** From now on the journey fails if a pointer is used. */
export function withoutPointer(context) {
  return context.addInitScript(refusePointers);
}

/** What has the focus, in words. */
function focused(page) {
  return page.evaluate(() => {
    const e = document.activeElement;
    return `${e.tagName.toLowerCase()} ${e.id || e.textContent.trim().slice(0, 40)}`;
  });
}

/** Asserts that a ring or something like it shows the focus. */
export async function focusIsVisible(page) {
  const shown = await page.evaluate(() => {
    const e = document.activeElement;
    // A control may leave the ring to what stands around it.
    return [e, e.parentElement, e.closest('label')].filter(Boolean).some((x) => {
      const style = getComputedStyle(x);
      return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
    });
  });
  assert.ok(shown, `the focus does not show at ${await focused(page)}`);
}

/** Presses a key until it is so. */
async function pressUntil(page, key, isSo, what) {
  const passed = [];
  while (!(await isSo())) {
    assert.ok(passed.length < 400, `${what} is not reached by ${key}; passed ${[...new Set(passed)].join(', ')}`);
    await page.keyboard.press(key);
    passed.push(await focused(page));
  }
  await focusIsVisible(page);
}

/** Presses Tab until the element has the focus, which must show there. */
export async function tabTo(page, locator) {
  await locator.waitFor({ state: 'visible' });
  await pressUntil(page, 'Tab', () => hasFocus(locator), locator);
}

/** Whether a radio button of the same group has the focus. */
const inItsGroup = (locator) => locator.evaluate((radio) => document.activeElement.name === radio.name);

/** Ticks a box with the space bar, or chooses a radio button with the arrows. */
export async function tick(page, locator) {
  await locator.waitFor({ state: 'visible' });
  if ((await locator.getAttribute('type')) === 'radio') {
    await pressUntil(page, 'Tab', () => inItsGroup(locator), locator);
    await pressUntil(page, 'ArrowDown', () => hasFocus(locator), locator);
  } else {
    await tabTo(page, locator);
    await page.keyboard.press('Space');
  }
  assert.ok(await locator.isChecked());
}

/** Goes to a button or link by Tab, and presses it. */
export async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Goes to a field by Tab, and types over what is in it. */
export async function write(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  assert.equal(await locator.inputValue(), text);
}

/** Goes to a list of choices by Tab, and chooses by typing the start of a name. */
export async function choose(page, locator, name) {
  await tabTo(page, locator);
  await page.keyboard.type(name);
  const chosen = await locator.evaluate((e) => e.selectedOptions[0]?.text ?? '');
  assert.ok(chosen.startsWith(name), `${chosen} is chosen, not ${name}`);
}
