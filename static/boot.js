// Runs before anything is painted, in browsers of any age: hence old syntax
// and no file that it depends on. It sets the theme, and where the page cannot
// start or has stopped it says so and offers the saved plans.
(function () {
  'use strict';

  var PLANS = 'vpe-planner/plan/';
  var OLD = 'This browser is older than the page can use. Chrome and Edge 123, Firefox 120, Safari 17.5 and later ones will do.';
  var REASONS = {
    'old': ['The page cannot start', OLD],
    'no-webassembly': ['The page cannot start', 'WebAssembly is not available in this browser. The page is a WebAssembly program. A company policy or a lockdown mode may have turned it off.'],
    'not-loaded': ['The page cannot start', 'A part of it could not be loaded. Load the page again. If that does not help, the site that serves it may lack a file, or something on the way refuses it.'],
    'stopped': ['The page has stopped', 'It met an error of its own and cannot go on. What was saved is still in this browser. Load the page again to continue.']
  };
  var root = document.documentElement;
  var shown = false;

  try {
    var theme = window.localStorage.getItem('vpe-planner/theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (refused) {
    // Without storage the system's theme is used.
  }

  function element(name, text, inside) {
    var made = document.createElement(name);
    if (text) made.appendChild(document.createTextNode(text));
    if (inside) inside.appendChild(made);
    return made;
  }

  function nameOf(text) {
    try {
      return String(JSON.parse(text).plan.name || '').trim();
    } catch (unreadable) {
      return '';
    }
  }

  function fileName(name) {
    var plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    return (plain || 'plan') + '.json';
  }

  function savedPlans() {
    var found = [];
    for (var i = 0; i < window.localStorage.length; i += 1) {
      var key = window.localStorage.key(i);
      if (key.indexOf(PLANS) === 0) found.push(window.localStorage.getItem(key));
    }
    return found;
  }

  function offerPlans(panel) {
    var plans;
    element('h2', 'Saved plans', panel);
    try {
      plans = savedPlans();
    } catch (refused) {
      element('p', 'This browser does not let the page read its storage, so saved plans cannot be offered here. Allow the page to store data, then load it again.', panel);
      return;
    }
    if (!plans.length) {
      element('p', 'No plan is saved in this browser.', panel);
      return;
    }
    element('p', 'They can be downloaded, and opened again as files.', panel);
    var list = element('ul', '', panel);
    for (var i = 0; i < plans.length; i += 1) {
      var name = nameOf(plans[i]);
      var link = element('a', 'Download ' + (name || 'a plan without a name'), element('li', '', list));
      link.href = URL.createObjectURL(new Blob([plans[i]], { type: 'application/json' }));
      link.download = fileName(name);
    }
  }

  function show(what, reason) {
    if (shown) return;
    shown = true;
    root.setAttribute('data-unable', what);
    var words = REASONS[what] || REASONS.stopped;
    var bar = element('header', 'VPE Planner');
    bar.className = 'bar';
    var panel = element('main', '');
    panel.id = 'main';
    panel.className = 'failure';
    var alert = element('div', '', panel);
    alert.setAttribute('role', 'alert');
    element('h1', words[0], alert);
    element('p', words[1], alert);
    if (reason) element('code', reason, element('p', 'The error: ', alert));
    offerPlans(panel);
    document.body.innerHTML = '';
    document.body.appendChild(bar);
    document.body.appendChild(panel);
  }

  function whenThereIsABody(act) {
    if (document.body) act();
    else document.addEventListener('DOMContentLoaded', act);
  }

  function fail(what, reason) {
    root.setAttribute('data-unable', what);
    whenThereIsABody(function () { show(what, reason); });
  }

  function isPanic(error) {
    return typeof WebAssembly === 'object' && error instanceof WebAssembly.RuntimeError;
  }

  window.addEventListener('vpe-planner-failed', function (event) {
    fail(event.detail.what, event.detail.reason);
  });
  window.addEventListener('error', function (event) {
    if (isPanic(event.error)) fail('stopped', String(event.error));
    else if (event.target && event.target.nodeName === 'SCRIPT') fail('not-loaded', '');
  }, true);
  window.addEventListener('unhandledrejection', function (event) {
    if (isPanic(event.reason)) fail('stopped', String(event.reason));
  });

  if (typeof WebAssembly !== 'object') fail('no-webassembly', '');
  else if (!('noModule' in element('script')) || !window.CSS || !CSS.supports('color', 'light-dark(#000, #fff)')) fail('old', '');
})();
