// Everything that must not happen in any journey: errors of the page, what its
// policy refuses, requests elsewhere, and dialogs.

import assert from 'node:assert/strict';

/** Runs in every document before its own scripts. */
function tellViolations() {
  document.addEventListener('securitypolicyviolation', (event) => {
    console.error(`policy violation: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
  });
}

/** Watches all pages of a context, and gives the list that faults are added to. */
export async function watch(context, site) {
  const faults = [];
  const note = (fault) => faults.push(fault);
  await context.addInitScript(tellViolations);
  context.on('request', (request) => {
    const url = new URL(request.url());
    const own = url.origin === site.origin && url.pathname.startsWith(new URL(site.url).pathname);
    const inTab = ['blob:', 'data:'].includes(url.protocol);
    if (!own && !inTab) note(`a request leaves the page's folder: ${request.url()}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()} for ${response.url()}`);
  });
  context.on('weberror', (error) => note(`an error of the page: ${error.error()?.message ?? error.error()}`));
  context.on('console', (message) => {
    if (['error', 'assert'].includes(message.type())) note(`on the console: ${message.text()}`);
  });
  context.on('dialog', (dialog) => {
    note(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on('page', (page) => page.on('crash', () => note('the tab crashed')));
  return faults;
}

/** Holds the faults against what the test provoked: all of that, and nothing else. */
export function judge(faults, expected) {
  const strange = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
  assert.deepEqual(strange, [], 'the page did what it never may');
  for (const pattern of expected) {
    assert.ok(faults.some((fault) => pattern.test(fault)), `${pattern} was provoked and did not come`);
  }
}
