// Accessibility, as far as axe-core can tell.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Asserts that axe finds nothing wrong with what is shown. */
export async function accessible(page, what) {
  // As an expression and not as a script element, which the page's policy refuses.
  await page.evaluate(`${SOURCE}; undefined`);
  const violations = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 200)}; ${node.failureSummary}`));
  }, TAGS);
  assert.deepEqual(violations, [], `${what}: axe finds something wrong`);
}
