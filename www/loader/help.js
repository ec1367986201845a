// Fetched where the popup cannot run: says why, once, with the cure, and asks the same in another way.
// SADA_INTEGRITY, the hash of the wasm, is written in when the popup is packed.
import { complain, mustAllow } from './complain.js';
import { hostedPage, notice } from './dialog.js';
import { base, part } from './parts.js';
import { isId, isSafe, isSite } from './snippet.js';
import { lines } from './lines.js';

const ALLOWED = {
  button: 'none',
  corner: 'bottom-end, bottom-start, top-end or top-start',
  open: 'a CSS selector, such as .feedback',
  partial: 'yes or no',
  quiet: 'a number of days, such as 90',
  sample: 'a number, such as 10 for 10 per cent',
  url: 'paths and addresses, with * for anything, such as /checkout*',
  when: 'delay:30, scroll:50, exit, click:.selector or event:name; several with ; between them',
};

/** What is wrong with attributes that are not understood. */
export function explain(names, dataset) {
  for (const name of names) complain(`data-${name} is "${dataset[name]}": it may be ${ALLOWED[name]}`);
}

/** The popup goes on trying to send, in vain. */
export function mustConnect(endpoint) {
  complain(mustAllow(new URL(endpoint).origin, 'connect-src'));
}

/**
 * What stands in for the popup: the collector's own page in a frame, or word that nothing can be asked now. `at` is how far
 * it came, `reason` what was thrown there.
 */
export async function standIn({ host, button, settings, refused, at, words, wasm }, reason) {
  const said = lines(settings.lang, words);
  complain(await why());
  const isAsked = at !== 'snippet' && (at !== 'survey' || !reason.answer) && typeof reason !== 'string';
  // The collector's page asks only what lies at the collector, and stores it there.
  if (!isAsked || !isId(settings.survey) || host.dataset.endpoint) return notice(host, button, said);
  return hostedPage(host, button, said, `${base}s/${settings.site}/${settings.survey}?lang=${settings.lang}`);

  async function why() {
    if (at === 'snippet') return wrong(settings, host.dataset.endpoint);
    // The popup itself says in words what a survey lacks.
    if (typeof reason === 'string') return reason;
    if (reason?.address) return missing(reason);
    if (at === 'survey' || at === 'words') return `what is asked cannot be understood: ${reason}`;
    if (at !== 'wasm') return `the popup has broken down: ${reason}`;
    if (!self.WebAssembly) return 'this browser runs no WebAssembly';
    if (await isRefused('wasm-eval')) return mustAllow("'wasm-unsafe-eval'", 'script-src');
    return wasm?.ok ? `the popup cannot start: ${reason}` : missing({ address: part('.wasm'), answer: wasm });
  }

  async function missing({ address, answer }) {
    if (answer) return `${address} answers ${answer.status}`;
    // Past the browser's cache, and into it: what was changed on its way would stay there for a year.
    const comes = (integrity) => fetch(address, { integrity, cache: 'reload' }).then(({ ok }) => ok).catch(() => false);
    const integrity = address === part('.wasm') ? SADA_INTEGRITY : '';
    if (!(await comes(integrity))) {
      if (integrity && (await comes(''))) return `${address} is not what was published: it was changed on its way, and is not used`;
      if (await isRefused(address)) return mustAllow(new URL(address).origin, 'connect-src');
    }
    // The network, which may have come back: the loader tries again with the next wish.
    throw `${address} could not be reached`;
  }

  /** It is told in a task of its own. */
  async function isRefused(what) {
    await new Promise((done) => setTimeout(done));
    return refused.some(({ blockedURI }) => what.startsWith(blockedURI));
  }
}

function wrong({ site, endpoint, survey }, given) {
  if (!isSite(site)) return 'write the key of your site into the snippet: data-site="…" (a-z, 0-9, - and _)';
  if (!isSafe(endpoint)) {
    return `data-endpoint is "${given || endpoint}": it must begin with https:// (http:// only on this machine)`;
  }
  return `data-survey is "${survey}": it must be the id of a survey or an address`;
}
