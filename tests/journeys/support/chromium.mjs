// Finds and starts Chromium, and knows where the built page is.

import { accessSync, appendFileSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

/** The project's top folder. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Where tests may write: ignored by git. */
export const OUT = join(ROOT, 'tests/out');

/** The folder of the built page. */
export function dist() {
  const folder = process.env.VPE_DIST ?? join(ROOT, 'dist');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Error(`there is no page in ${folder}: cargo xtask build writes it`);
  }
  return folder;
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function find() {
  if (process.env.VPE_CHROMIUM) return process.env.VPE_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * Starts Chromium; gives nothing where there is none, unless the tests were
 * told to do without no tool.
 */
export async function launch() {
  const executablePath = find();
  if (!executablePath) {
    if (process.env.VPE_REQUIRE_TOOLS) throw new Error('Chromium is missing, and --require-tools was given');
    return undefined;
  }
  return chromium.launch({
    executablePath,
    headless: true,
    // As root Chromium runs only without its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
}

/** Notes that a test did not run, for the count in the last line of all tests. */
export function noteSkipped(test) {
  if (process.env.VPE_SKIP_LOG) appendFileSync(process.env.VPE_SKIP_LOG, `${test}: chromium\n`);
}
