// The page keeps to itself, and says in words why it cannot start or go on.

import assert from 'node:assert/strict';
import { downloaded } from './support/files.mjs';
import { journey } from './support/journey.mjs';
import { keep, kept } from './support/plans.mjs';
import { heading, seen } from './support/see.mjs';
import { FAULTY, VIEWS, go } from './support/views.mjs';

const LOADING = 'Loading VPE Planner';

journey('the first visit asks its own folder for a handful of files, and no view for more', async ({ page, site }) => {
  const before = site.requests.length;
  await page.goto(site.url);
  await heading(page);
  const asked = site.requests.slice(before);
  assert.ok(asked.length >= 5 && asked.length <= 10, JSON.stringify(asked));
  assert.equal(new Set(asked.map((r) => r.path)).size, asked.length, 'a file is asked for twice');

  await page.getByLabel('Open a plan file').setInputFiles(FAULTY);
  await heading(page, 'Payments, with mistakes');
  for (const view of VIEWS) await go(page, view);
  // A browser fetches a font when a text first needs it.
  const later = site.requests.slice(before + asked.length).filter((r) => !r.path.endsWith('.woff2'));
  assert.deepEqual(later, [], 'a view asks for something');
});

journey('the frame shows before the program has arrived', async ({ page, site }) => {
  let release;
  const held = new Promise((done) => { release = done; });
  await page.route('**/*.wasm', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.url);
  await seen(page.getByRole('banner').getByText('VPE Planner'));
  await seen(page.getByRole('status').getByText(LOADING));
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length);
  assert.equal(painted, 1, 'nothing was painted');
  release();
  await heading(page);
  assert.equal(await page.getByText(LOADING).count(), 0);
});

journey('without JavaScript the frame says what is missing', async ({ page, site }) => {
  await page.goto(site.url);
  // Locators leave out what stands in a noscript element.
  const words = await page.getByRole('status').evaluate((element) => element.innerText);
  assert.match(words, /^Loading VPE Planner, which needs JavaScript\. It is turned off here\./);
}, { javaScriptEnabled: false });

const UNABLE = [
  ['without WebAssembly', () => { delete globalThis.WebAssembly; }, 'WebAssembly is not available in this browser.'],
  ['in a browser that is too old', () => { CSS.supports = () => false; }, 'This browser is older than the page can use.'],
];

for (const [how, hinder, words] of UNABLE) {
  journey(`${how} the page says so and offers the saved plans`, async ({ page, site }) => {
    await page.addInitScript(hinder);
    await page.addInitScript(keep, kept('Left here earlier'));
    await page.goto(site.url);
    await heading(page, 'The page cannot start');
    await seen(page.getByRole('alert').getByText(words));
    const link = page.getByRole('link', { name: 'Download Left here earlier' });
    const file = await downloaded(page, () => link.click());
    assert.equal(file.name, 'left-here-earlier.json');
    assert.equal(file.bytes.toString(), kept('Left here earlier'));
  });
}

journey('a part that does not arrive is told', async ({ page, site }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(site.url);
  await heading(page, 'The page cannot start');
  await seen(page.getByRole('alert').getByText('A part of it could not be loaded.'));
  await seen(page.getByText('No plan is saved in this browser.'));
}, { expects: [/on the console: Failed to load resource/] });

journey('storage that is forbidden is told, and the plan can be taken away', async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
    });
  });
  await page.goto(site.url);
  await heading(page);
  await seen(page.getByText('this browser does not let the page store anything'));
  await page.getByRole('button', { name: /^Keys and secrets/ }).click();
  await page.getByRole('button', { name: 'Rename the plan' }).click();
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('In this tab only');
  const alert = page.getByRole('alert');
  await seen(alert.getByText('The plan is not saved: this browser does not let the page store anything.'));
  const file = await downloaded(page, () => alert.getByRole('button', { name: 'Save file' }).click());
  assert.equal(file.name, 'in-this-tab-only.json');
  assert.equal(JSON.parse(file.bytes).plan.name, 'In this tab only');
});

journey('storage that is full is told, and earlier plans stay', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('button', { name: /^Keys and secrets/ }).click();
  await heading(page);
  const before = await page.evaluate(() => {
    let piece = 'x'.repeat(1 << 20);
    for (let i = 0; piece; i += 1) {
      try {
        localStorage.setItem(`filler/${i}`, piece);
      } catch {
        piece = piece.slice(0, piece.length / 2);
      }
    }
    return Object.entries(localStorage).find(([name]) => name.startsWith('vpe-planner/plan/'));
  });
  await page.getByRole('button', { name: 'Rename the plan' }).click();
  await page.getByRole('textbox', { name: 'Name of the plan' }).fill('A name that is longer than before');
  await seen(page.getByRole('alert').getByText("this browser's storage for the page is full"));
  assert.equal(await page.evaluate((name) => localStorage.getItem(name), before[0]), before[1]);
});

journey('a panic is told, and the plan as it was saved is offered', async ({ page, site }) => {
  await page.goto(site.url);
  await page.getByRole('button', { name: /^Keys and secrets/ }).click();
  await heading(page);
  const rename = page.getByRole('button', { name: 'Rename the plan' });
  await rename.click();
  const name = page.getByRole('textbox', { name: 'Name of the plan' });
  await name.fill('Lost with the tab');
  // As an extension of the browser might do: a part of the page is taken away
  // behind the program's back, beside which it will want to put another.
  await rename.evaluate((button) => button.remove());
  await name.press('Escape');
  await heading(page, 'The page has stopped');
  await seen(page.getByRole('alert').getByText('It met an error of its own and cannot go on.'));
  const link = page.getByRole('link', { name: 'Download Keys and secrets' });
  const file = await downloaded(page, () => link.click());
  assert.equal(JSON.parse(file.bytes).plan.name, 'Keys and secrets');
}, { expects: [/on the console: failed to insert node/, /an error of the page: unreachable/] });
