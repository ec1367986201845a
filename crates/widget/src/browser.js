// What a browser does in a line, and WebAssembly in a kilobyte. Nothing is decided here.

/** Shows the dialog: in the way, or as a prompt beside the page, which takes no focus. */
export function show(place, isPrompt) {
  const dialog = place.querySelector('dialog');
  // What was a prompt is one no longer, and was not closed.
  place.removeAttribute('popover');
  dialog.removeAttribute('open');
  // It would lie beneath, where nobody sees that it has the focus; but what has the focus keeps it.
  if (!isPrompt || !hasFocus(place)) opener(place).style.visibility = 'hidden';
  if (!isPrompt) return dialog.showModal();
  // Not `show()`, which takes the focus; and the top layer, where nothing of the page can lie above.
  dialog.setAttribute('open', '');
  place.popover = 'manual';
  place.showPopover?.();
}

const opener = (place) => place.getRootNode().querySelector('.open');

/** Closes the dialog; a `close` event follows. */
export function hide(place) {
  place.querySelector('dialog').close();
}

/** A page that takes our element out closes the dialog, and leaves its `open` behind. */
export function isShown(place) {
  const dialog = place.querySelector('dialog');
  return dialog.open && (!place.showPopover || dialog.matches(':modal, :popover-open dialog'));
}

/** What on the page has the focus; the page as a whole and our own element count as nothing. */
export function focused(place) {
  const { activeElement, body } = document;
  return activeElement == body || activeElement == place.getRootNode().host ? null : activeElement;
}

export function hasFocus(place) {
  return !!place.getRootNode().activeElement;
}

/** After closing: the focus goes back, unless the visitor has taken it elsewhere. */
export function giveBack(place, before) {
  const button = opener(place);
  place.removeAttribute('popover');
  button.style.visibility = '';
  if (hasFocus(place) || !focused(place)) (before?.isConnected ? before : button).focus();
}

/** Focuses the first element that `selector` finds, or what is chosen beside it, once what has changed is drawn. */
export function focusSoon(place, selector) {
  setTimeout(() => {
    const field = place.querySelector(selector);
    (place.querySelector(`[name="${field?.name}"]:checked`) || field)?.focus();
  });
}

/** The values of the fields with a name. */
export function values(place, name) {
  return new FormData(place.querySelector('form')).getAll(name);
}

/** Tells the page what has happened, on our element. */
export function tell(place, what, detail) {
  const event = new CustomEvent('sada:' + what, { bubbles: true, composed: true, detail });
  place.getRootNode().host.dispatchEvent(event);
}

/**
 * Listens for all that can happen, as long as the page lives, and hands on the name of each: a button's, or `input` (with the
 * field), `closed`, `escape`, `online`, `enter`. On the way down, where the page cannot have stopped it.
 */
export function listen(place, act) {
  const on = (target, type, name) =>
    target.addEventListener(type, (event) => {
      const what = name(event);
      try {
        if (what) act(what, event.target);
      } catch (reason) {
        // Not the page's trouble.
        complain(`the popup has broken down: ${reason}`);
      }
    }, true);
  const stopped = (event, what) => (event.preventDefault(), what);
  on(place, 'submit', (event) => stopped(event, 'send'));
  on(place, 'click', (event) => {
    const { type, name } = event.target.closest?.('button[name]') || {};
    // Not left to `submit`, which never comes in a sandbox that forbids forms.
    return type == 'submit' ? stopped(event, name) : name;
  });
  on(place, 'input', () => 'input');
  // The browser closes a modal dialog on Escape by itself.
  on(place, 'close', () => 'closed');
  on(place, 'keydown', (event) => event.key == 'Escape' && 'escape');
  on(window, 'online', () => 'online');
  // The one key that leads to a prompt, and is said when it appears.
  on(window, 'keydown', (event) => event.key == 'F8' && place.popover && isShown(place) && stopped(event, 'enter'));
  // The page's own shortcuts must not hear what is typed here.
  for (const type of ['keydown', 'keyup', 'keypress']) place.addEventListener(type, (event) => event.stopPropagation());
}

/** What the device keeps under `key`. */
export function load(key) {
  try {
    return JSON.parse(localStorage[key]);
  } catch {
    return null; // Nothing, or nothing that we wrote, or a device that keeps nothing.
  }
}

/** Keeps a value, or forgets it. Whether the device took it. */
export function store(key, value) {
  try {
    if (value == null) delete localStorage[key];
    else localStorage[key] = JSON.stringify(value);
    return true;
  } catch {
    return false;
  }
}

/** No trigger asks again for some days. */
export function keepQuiet(days) {
  store('sada:quiet', Date.now() + days * 864e5);
}

export function now() {
  return new Date().toISOString();
}

/** A UUID of version 7: 48 bits of time, the rest random (RFC 9562, 5.7). */
export function uuid() {
  const hex = (number, digits) => number.toString(16).padStart(digits, 0);
  const time = hex(Date.now(), 12);
  const random = [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => hex(byte, 2)).join('');
  const variant = hex((parseInt(random[3], 16) & 3) | 8, 1);
  return [time.slice(0, 8), time.slice(8), 7 + random.slice(0, 3), variant + random.slice(4, 7), random.slice(7, 19)].join('-');
}

/**
 * Adds where it was answered: the page without query and fragment, which hold search words and tokens; and, unless the
 * visitor's browser asks for privacy (GPC, DNT), what a layout depends on and what the site owner added.
 */
export function addSurroundings(response, attributes) {
  response.page = { url: location.origin + location.pathname, title: document.title };
  response.client_time = now();
  if (navigator.globalPrivacyControl || navigator.doNotTrack == 1) return;
  response.context = {
    viewport: [innerWidth, innerHeight],
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  };
  if (attributes) response.attributes = attributes;
}

let isSaid, failures = 0;

/** One try. What the endpoint says: its status (0: it was not reached) and the seconds it asks to wait, times a thousand. */
export async function post(endpoint, response) {
  try {
    response.sent_at = now();
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(response),
      credentials: 'omit',
      // Followed, a redirect can end at a page that says 200 to everybody, and stores nothing.
      redirect: 'manual',
      // A page left open on a train must not hold a connection for ever.
      signal: AbortSignal.timeout?.(15e3),
    });
    failures = 0;
    if (answer.type == 'opaqueredirect') complain(`${endpoint} redirects: write its final address into data-endpoint`);
    return answer.status + 1e3 * (parseInt(answer.headers.get('retry-after')) || 0);
  } catch ({ name }) {
    if (name == 'TypeError' && !isSaid && navigator.onLine && failures++) {
      // Twice it could not be had. If it can be reached nevertheless, it lacks the headers that allow this page to read it.
      const probe = fetch(endpoint, { method: 'HEAD', mode: 'no-cors', credentials: 'omit' });
      probe.then(() => complain(`${endpoint} does not let this page send to it: it must answer OPTIONS and POST with
access-control-allow-origin: ${location.origin}
access-control-allow-headers: content-type`), () => {});
    }
    return 0;
  }
}

/** Tells the developer, once. */
export function complain(what) {
  isSaid ||= console.error('sada: ' + what) || 1;
}

/** Runs one round of sending, when no other tab does. Pages without locks (sandboxed frames) send as if they were alone. */
export function alone(run) {
  const { locks } = navigator;
  locks ? locks.request('sada:outbox', run).catch(run) : run();
}

/**
 * Says behind a field how much room is left in it, once it gets scarce, in the plural form (CLDR) and the digits of the
 * language. Counts as the collector does: Unicode scalar values. `words` are the packed lines.
 */
export function count(field, tag, [, zero, forms]) {
  const { longest } = field.dataset;
  if (!longest) return;
  const left = Math.max(0, longest - [...field.value].length);
  const digits = `${left}`.replace(/\d/g, (digit) => String.fromCodePoint(zero.codePointAt() + +digit));
  const form = forms[new Intl.PluralRules(tag).select(left)] || forms.other;
  field.nextElementSibling.textContent = left > longest / 5 ? '' : form.replace('{n}', digits);
}

/** Copies what is selected. The newer way needs a permission that frames do not have. */
export function copy(place) {
  place.querySelector('.words textarea').select();
  document.execCommand('copy');
}
