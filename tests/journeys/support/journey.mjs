// One journey: a test in a browser that knows nothing yet.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { OUT, dist, launch, noteSkipped } from './chromium.mjs';
import { site as host } from './site.mjs';
import { judge, watch } from './watch.mjs';

/** How long anything may take to come: the machine may be busy. */
const PATIENCE_MS = 15_000;

let browser;
let site;

before(async () => {
  browser = await launch();
  site = await host(dist());
});

after(async () => {
  await browser?.close();
  await site?.close();
});

/** What a failed journey looked like, for whoever mends it. */
async function keepEvidence(name, context) {
  const folder = join(OUT, 'failed');
  await mkdir(folder, { recursive: true });
  const base = join(folder, name.replace(/[^a-z0-9]+/gi, '-'));
  for (const [i, page] of context.pages().entries()) {
    // A tab that has crashed shows nothing.
    await page.screenshot({ path: `${base}-${i}.png`, fullPage: true, timeout: 5_000 }).catch(() => {});
    const words = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(() => '');
    await writeFile(`${base}-${i}.txt`, `${page.url()}\n${words}\n`);
  }
}

/**
 * Defines a journey. `run` gets a `page` of a browser without history, the
 * `context` it is in, the `site`, and `faults`, what went wrong so far.
 *
 * `options` go to the browser's context, but for `expects`, patterns of the
 * faults that the journey provokes, and `minutes`, the time it may take.
 */
export function journey(name, run, { expects = [], minutes = 2, ...options } = {}) {
  test(name, { timeout: minutes * 60_000 }, async (t) => {
    if (!browser) {
      noteSkipped(name);
      t.skip('for want of Chromium');
      return;
    }
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    try {
      const faults = await watch(context, site);
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      await run({ page, context, site, faults });
      judge(faults, expects);
    } catch (failure) {
      await keepEvidence(name, context);
      throw failure;
    } finally {
      await context.close();
    }
  });
}
