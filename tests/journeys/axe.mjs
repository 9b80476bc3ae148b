// Every view, light and dark, wide and narrow: with content, without a fault
// that axe finds, and as a picture in tests/out/shots.

import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { accessible } from './support/axe.mjs';
import { OUT } from './support/chromium.mjs';
import { journey } from './support/journey.mjs';
import { heading, scrollsSideways, seen } from './support/see.mjs';
import { VIEWS, go, hasContent, menu, openPlan, unfold } from './support/views.mjs';

const SHOTS = join(OUT, 'shots');
const SIZES = [{ width: 1280, height: 800 }, { width: 360, height: 780 }];

/** Takes two pictures: what the window shows, and all of the view. */
async function photograph(page, what) {
  const size = page.viewportSize();
  // Where it changes how nothing looks.
  await page.mouse.move(size.width / 2, 4);
  await page.screenshot({ path: join(SHOTS, `${what}.png`) });
  // A window as high as the page: what sticks to an edge of it then stands where it belongs.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ ...size, height: Math.max(height, size.height) });
  await page.screenshot({ path: join(SHOTS, `${what}-full.png`) });
  await page.setViewportSize(size);
}

/** Holds a view against everything, and photographs it. */
async function hold(page, view, look) {
  const what = `${view.name}-${look}`;
  await unfold(page);
  await hasContent(page, view);
  await accessible(page, what);
  assert.equal(await scrollsSideways(page), false, `${what} scrolls sideways as a page`);
  await photograph(page, what);
}

for (const colorScheme of ['light', 'dark']) {
  for (const viewport of SIZES) {
    const look = `${viewport.width}-${colorScheme}`;
    const narrow = viewport.width < 800;
    journey(`every view is accessible, ${look}`, async ({ page, site }) => {
      await mkdir(SHOTS, { recursive: true });
      await openPlan(page, site);
      for (const view of VIEWS) {
        await go(page, view);
        await hold(page, view, look);
      }
      if (narrow) {
        await menu(page);
        await hold(page, { name: 'menu', heading: /./, fields: [] }, look);
      }
      await page.goto(site.url);
      await heading(page);
      await seen(page.getByRole('main').getByRole('link', { name: 'Payments, with mistakes', exact: true }));
      await hold(page, { name: 'start', heading: /^Plan IBM Cloud/, fields: [] }, look);
      await page.goto(`${site.url}#/p/nobody/overview`);
      await heading(page, 'The plan cannot be opened');
      await hold(page, { name: 'missing', heading: /./, fields: [] }, look);
    }, { viewport, colorScheme, minutes: 4 });

    journey(`the code of a gateway is accessible, ${look}`, async ({ page, site }) => {
      await mkdir(SHOTS, { recursive: true });
      await openPlan(page, site);
      await go(page, VIEWS.find((view) => view.name === 'gateway-pg'));
      if (viewport.width < 1200) await page.getByRole('radio', { name: 'Code' }).check();
      for (const name of ['API', 'Terraform', 'CLI']) {
        await page.getByRole('tab', { name, exact: true }).click();
        await seen(page.getByRole('tabpanel', { name }).getByText('payments-pg').first());
        await accessible(page, `code in ${name}, ${look}`);
        assert.equal(await scrollsSideways(page), false, `code in ${name} scrolls sideways as a page`);
        await photograph(page, `code-${name.toLowerCase()}-${look}`);
      }
    }, { viewport, colorScheme });
  }
}

journey('a failure is accessible, light and dark', async ({ page, site }) => {
  await mkdir(SHOTS, { recursive: true });
  await page.addInitScript(() => { delete globalThis.WebAssembly; });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.goto(site.url);
    await heading(page, 'The page cannot start');
    await accessible(page, `the failure, ${colorScheme}`);
    await photograph(page, `failure-1280-${colorScheme}`);
  }
});
