// Makes a page stand alone: every visit is the first, nothing stays on the device, and nothing leaves it. Without this, an
// example would depend on those that were opened before it, and a gallery on a static host could show no answer stored.
// All of it is done to the page before the snippet runs; the popup itself is the one that everybody gets.

/** Below the page's own origin, so that the popup takes it; no server is ever asked for it. */
const ANSWERS = new URL('answers/', import.meta.url).href;

/** Where answers go that get this status; `never` is for those that wait for it. */
export const endpoint = (status) => ANSWERS + status;

/** `isFull`: the device takes nothing more, as in some private windows. */
export function standAlone({ isFull = false } = {}) {
  keepNothing(isFull);
  answerOurselves();
  // The lock that keeps two tabs from sending at once would let one example wait for another.
  replace(navigator, 'locks', undefined);
  // The wish not to be asked holds on real pages; here it would hide what somebody has come to see.
  replace(navigator, 'globalPrivacyControl', undefined);
  replace(navigator, 'doNotTrack', null);
}

function replace(object, name, value) {
  Object.defineProperty(object, name, { configurable: true, value });
}

function keepNothing(isFull) {
  const refuse = () => {
    throw new DOMException('The device is full.', 'QuotaExceededError');
  };
  replace(window, 'localStorage', new Proxy(Object.create(null), isFull ? { set: refuse } : {}));
}

/** Answers what is sent to our endpoints; everything else goes its way. */
function answerOurselves() {
  const { fetch } = window;
  window.fetch = (...request) => {
    const address = request[0]?.url ?? String(request[0]);
    if (!address.startsWith(ANSWERS)) return fetch(...request);
    const status = address.slice(ANSWERS.length);
    // Not even the popup's own patience ends it: the example stays as it is.
    if (status === 'never') return new Promise(() => {});
    return Promise.resolve(new Response('{}', { status: Number(status), headers: { 'content-type': 'application/json' } }));
  };
}
