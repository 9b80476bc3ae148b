// Plans: as files, and as the browser keeps them.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { heading } from './see.mjs';

/** The file of a fixture. */
export function fixture(name) {
  return fileURLToPath(new URL(`../fixtures/${name}.json`, import.meta.url));
}

/** A plan file as a browser keeps it, of a plan that has nothing but a name. */
export function kept(name) {
  const plan = { name, targets: { cli: 'from16', api: '2026-10-06', provider: 'from_2_1' } };
  return `${JSON.stringify({ vpe_planner: 1, plan }, null, 2)}\n`;
}

/** Runs in the page: puts a plan where an earlier visit left it. */
export function keep(text) {
  localStorage.setItem('vpe-planner/plan/earlier', text);
}

/** Opens a plan file from the start page, and waits for the plan. */
export async function openFile(page, site, file) {
  await page.goto(site.url);
  await page.getByLabel('Open a plan file').setInputFiles(file);
  const { plan } = JSON.parse(readFileSync(file, 'utf8'));
  await heading(page, plan.name);
}
