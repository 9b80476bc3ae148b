// What a journey looks for. Everything is found by role, label or text, and
// waited for, never slept for.

import assert from 'node:assert/strict';

/** Waits until it is shown, and gives it back. */
export async function seen(locator) {
  await locator.waitFor({ state: 'visible' });
  return locator;
}

/** Waits until it is not shown, or not there. */
export async function gone(locator) {
  await locator.waitFor({ state: 'hidden' });
}

/** Lets the page do what it has begun. */
export async function turn(page) {
  await page.evaluate(() => new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = done;
    channel.port2.postMessage(0);
  }));
}

/** Reads again and again until the value is the expected one. */
export async function eventually(page, read, expected, { within = 10_000, what = '' } = {}) {
  const end = performance.now() + within;
  let value = await read();
  while (!isEqual(value, expected) && performance.now() < end) {
    await turn(page);
    value = await read();
  }
  assert.deepEqual(value, expected, what || undefined);
}

function isEqual(value, expected) {
  try {
    assert.deepEqual(value, expected);
    return true;
  } catch {
    return false;
  }
}

/** The view's heading, once it is there. */
export function heading(page, name) {
  return seen(page.getByRole('main').getByRole('heading', { level: 1, name, exact: typeof name === 'string' }));
}

/** Whether the element has the focus, or the summary has it whose words it is. */
export function hasFocus(locator) {
  return locator.evaluate((element) => [element, element.closest('summary')].includes(document.activeElement));
}

/** Whether the page can be scrolled sideways. */
export function scrollsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
