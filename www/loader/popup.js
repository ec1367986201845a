// Stage two, fetched together with the popup: starts it, and calls for help where it cannot run.
import init, { Popup } from 'sada-widget';
import { json, part } from './parts.js';
import { config, isSafe, isSite, surveyAddress, unclear } from './snippet.js';
import { adopt } from './sheet.js';
import { dress } from './themed.js';

/** What the page's Content-Security-Policy has refused since this script began. */
const refused = [];
document.addEventListener('securitypolicyviolation', (event) => {
  if (event.disposition === 'enforce') refused.push(event);
});

const help = (wish, ...more) => import(part('.help.js')).then((help) => help[wish](...more));

/** One module serves all popups of a page. */
let running;
const run = (wasm) =>
  (running ||= init({ module_or_path: wasm }).catch((reason) => {
    running = undefined;
    throw reason;
  }));

/**
 * What the loader holds on to: `load`, `open`, `ask`, `close`, `flush`, whatever became of the popup. `data` is what the
 * page says, and may change until the popup opens; `fetched` will be the wasm, the words of the button's language and
 * the survey, as `Promise.allSettled` gives them.
 */
export default async function start(host, button, data, fetched) {
  const [wasm, words, survey] = await fetched;
  // An earlier try may have failed.
  button.ariaDisabled = null;
  button.style.opacity = '';
  const names = unclear(host.dataset);
  if (names.length) help('explain', names, host.dataset).catch(() => {});

  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
    const { endpoint } = config(host, data);
    const isOurs = disposition === 'enforce' && effectiveDirective === 'connect-src' && endpoint.startsWith(blockedURI);
    if (isOurs) help('mustConnect', endpoint).catch(() => {});
  });

  let place, shown, known;
  // The page may add to its attributes until the answer is written down.
  const attributes = { toJSON: () => config(host, data).attributes };

  async function build(settings) {
    const context = { host, button, settings, refused, wasm: wasm.value };
    try {
      context.at = 'snippet';
      if (!isSite(settings.site) || !isSafe(settings.endpoint)) throw undefined;
      const address = surveyAddress(settings.survey);
      // The wasm compiles while the rest comes in.
      const started = wasm.value?.ok ? run(wasm.value) : Promise.reject(wasm.reason);
      started.catch(() => {});
      context.at = 'survey';
      const definition = await json(survey, address);
      context.at = 'words';
      context.words = await json(words, part(`.${settings.lang}.json`));
      context.at = 'wasm';
      await started;
      context.at = 'popup';
      for (const old of host.shadowRoot.querySelectorAll('.place')) old.remove();
      place = document.createElement('div');
      place.className = 'place';
      host.shadowRoot.append(place);
      adopt(host.shadowRoot, SADA_STYLE);
      const popup = new Popup(place, { ...settings, attributes, survey: definition, words: context.words });
      return guarded(popup, () => dress(host, place), (reason) => help('standIn', context, reason));
    } catch (reason) {
      return help('standIn', context, reason);
    }
  }

  /** The popup as the page wants it now. One that is open stays as it is. */
  function prepare() {
    const { attributes: _, ...settings } = config(host, data);
    const wanted = JSON.stringify(settings);
    if (wanted !== known && !place?.querySelector('[open]')) {
      known = wanted;
      shown = build(settings);
      // What the network has failed to bring, it may bring the next time.
      shown.catch(() => (known = undefined));
    }
    return shown;
  }

  const call = (name) => async () => (await prepare())[name]();
  return { load: prepare, open: call('open'), ask: call('ask'), close: call('close'), flush: call('flush') };
}

/** A popup that has the owner's colours when it shows, and is replaced when it breaks down. */
function guarded(popup, dress, replace) {
  const call = (name, prepare) => async () => {
    await prepare?.();
    try {
      popup[name]();
    } catch (reason) {
      popup = await replace(reason);
      popup[name]();
    }
  };
  return { open: call('open', dress), ask: call('ask', dress), close: call('close'), flush: call('flush') };
}
