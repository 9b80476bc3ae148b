// Fetches the program and starts it. The names of its two files stand in the
// page. What goes wrong is told to boot.js, which puts it in words.

const address = (name) =>
  new URL(document.querySelector(`meta[name="${name}"]`).content, document.baseURI).href;

const tell = (what, reason) =>
  window.dispatchEvent(new CustomEvent('vpe-planner-failed', { detail: { what, reason: String(reason) } }));

async function start() {
  let program;
  try {
    program = await import(address('vpe-planner-script'));
  } catch (reason) {
    tell('not-loaded', reason);
    return;
  }
  try {
    await program.default({ module_or_path: address('vpe-planner-program') });
  } catch (reason) {
    tell(reason instanceof WebAssembly.RuntimeError ? 'stopped' : 'not-loaded', reason);
  }
}

// boot.js has found the browser unable, and said so.
if (!document.documentElement.hasAttribute('data-unable')) {
  start();
}
