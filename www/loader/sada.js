// The snippet: draws the button, and fetches the popup once somebody wants it.
// The names in capitals are written in when the popup is packed.
(() => {
  const script = document.currentScript, data = script.dataset, base = new URL('.', script.src);
  const complain = (text) => console.error('sada: ' + text);
  const site = data.site, given = data.endpoint;
  if (!/^[a-z0-9_-]{1,64}$/.test(site || '')) return complain('write the key of your site into the snippet: data-site="…" (a-z, 0-9, - and _)');
  // Never from the address or the page, always encrypted: answers are personal.
  const allowed = (url) => /^https:\/\//i.test(url) || /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//i.test(url);
  const endpoint = given || new URL(`api/v1/sites/${site}/responses`, base).href;
  if (!allowed(endpoint)) return complain(`data-endpoint is "${given || endpoint}": it must begin with https:// (http:// only on this machine)`);
  const words = { ar: 'رأيك', en: 'Feedback', fa: 'نظر شما' };
  const lang = [data.lang, document.documentElement.lang, ...(navigator.languages || [])].map((tag) => (tag || '').slice(0, 2).toLowerCase()).find((tag) => words[tag]) || 'en';
  const survey = data.survey || 'nps';
  const surveyUrl = /^[a-z0-9_-]+$/.test(survey) ? new URL(`surveys/${survey}.json`, base) : new URL(survey, document.baseURI);
  const host = document.createElement('sada-feedback'), root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('__SADA_STYLE__');
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement('button'), place = document.createElement('div');
  button.type = 'button';
  button.className = 'open';
  button.popover = 'manual';
  button.lang = lang;
  button.dir = lang == 'en' ? 'ltr' : 'rtl';
  button.textContent = data.label || words[lang];
  button.setAttribute('aria-haspopup', 'dialog');
  root.append(button, place);
  let popup;
  const load = () => (popup ??= Promise.all([
    import(new URL('__SADA_GLUE__', base)),
    fetch(new URL('__SADA_WASM__', base), { integrity: 'sha256-__SADA_WASM_SHA256__' }),
    fetch(surveyUrl).then((answer) => (answer.ok ? answer.json() : Promise.reject(`${surveyUrl} answers ${answer.status}`))),
  ]).then(async ([glue, wasm, definition]) => {
    await glue.default({ module_or_path: wasm });
    return new glue.Popup(place, button, { site, endpoint, lang, touchpoint: data.touchpoint, survey: definition });
  }).catch((reason) => {
    popup = null;
    complain('the popup could not be loaded: ' + reason);
  }));
  const sorry = { ar: 'غير متاح الآن', en: 'Not available now', fa: 'اکنون در دسترس نیست' };
  const open = () => load().then((popup) => (popup ? popup.open() : (button.textContent = sorry[lang])));
  for (const wish of ['pointerenter', 'focus', 'touchstart']) button.addEventListener(wish, load, { once: true, passive: true });
  button.addEventListener('click', open);
  const show = () => {
    document.body.append(host);
    button.showPopover?.();
    try {
      if (localStorage['sada:outbox']) load().then((popup) => popup?.flush());
    } catch {} // Storage may be forbidden: then nothing waits in it.
  };
  document.body ? show() : addEventListener('DOMContentLoaded', show);
})();
