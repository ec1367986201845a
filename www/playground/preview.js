// One of the three previews: a page with the real snippet. The playground says what to show; for a change the page is loaded
// anew, as a visitor would. The popup shows as if a trigger had fired: that takes no focus from whoever is writing.
import { endpoint, standAlone } from '../gallery/alone.js';
import { direction } from '../gallery/examples.js';
import { answerAs, dress } from '../gallery/scheme.js';

const language = new URLSearchParams(location.search).get('lang') ?? 'en';
document.documentElement.lang = language;
document.documentElement.dir = direction(language);

const tell = (message) => parent.postMessage({ language, ...message }, location.origin);

let isShown = false;
addEventListener('message', ({ source, origin, data }) => {
  if (source !== parent || origin !== location.origin) return;
  // What was asked beside the page becomes what the visitor has asked for.
  if (data.open) return window.sada?.open();
  if (isShown) return location.reload();
  isShown = true;
  show(data);
});
tell({ hello: true });

async function show({ title, survey, attributes, colours, scheme }) {
  document.title = title;
  document.querySelector('h1').textContent = title;
  standAlone();
  overhear();
  if (scheme) {
    document.documentElement.dataset.scheme = scheme;
    answerAs(scheme);
  }
  const file = new Blob([JSON.stringify(survey)], { type: 'application/json' });
  const script = document.createElement('script');
  const snippet = { site: 'playground', endpoint: endpoint(201), survey: URL.createObjectURL(file), ...attributes };
  Object.assign(script.dataset, snippet);
  script.onload = () => {
    const host = document.querySelector('sada-feedback');
    for (const [name, value] of Object.entries(colours)) host.style.setProperty(name, value);
    if (scheme) host.addEventListener('sada:shown', () => dress(host.shadowRoot, scheme));
    sada.ask();
  };
  script.src = '../sada.js';
  document.body.append(script);
}

/** What the popup says to developers is shown beside the previews. */
function overhear() {
  for (const level of ['warn', 'error']) {
    const { [level]: say } = console;
    console[level] = (...words) => {
      say.apply(console, words);
      if (String(words[0]).startsWith('sada:')) tell({ said: words.join(' ').replace(/^sada: /, '') });
    };
  }
}
