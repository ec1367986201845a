// One example: `example.html?name=nps.ar.dark.problem`. Pastes the snippet into this page, and brings the popup into the
// state by using it. The element `html` then has `data-ready="true"`, or `data-failed` with the reason.
import { endpoint, standAlone } from './alone.js';
import { direction, examples } from './examples.js';
import { answerAs, dress } from './scheme.js';
import { STATES } from './states.js';
import { Visitor } from './visitor.js';

const page = document.documentElement;
const DEFAULT_SURVEY = 'every-kind';

show(new URLSearchParams(location.search).get('name')).then(
  () => (page.dataset.ready = 'true'),
  (reason) => {
    page.dataset.failed = reason.message;
    console.error(reason);
  },
);

async function show(name) {
  const example = (await examples()).find((example) => example.name === name);
  if (!example) throw new Error(`there is no example “${name}”: the list has them all`);
  const { subject, language, theme } = example;
  const state = STATES[example.state];
  if (!state) throw new Error(`there is no state “${example.state}” in states.js`);
  const survey = await (await fetch(`surveys/${subject.survey ?? DEFAULT_SURVEY}.json`)).json();
  const scheme = theme === 'dark' ? 'dark' : 'light';
  fill(example, survey, scheme);

  standAlone(state);
  answerAs(scheme);
  if (state.policy) restrict(state.policy);
  const host = await paste({ ...questions(survey, subject, state), ...subject.attributes, ...state.attributes });
  host.addEventListener('sada:shown', () => dress(host.shadowRoot, scheme));
  const visitor = new Visitor(host, language, survey.title[language]);
  await state.get(visitor);
  // What was drawn last may still move the focus; this comes after it.
  await new Promise((done) => setTimeout(done, 50));
  dress(host.shadowRoot, scheme);
}

/** The page around the popup. */
function fill({ name, language, theme }, survey, scheme) {
  page.lang = language;
  page.dir = direction(language);
  page.dataset.scheme = scheme;
  page.dataset.theme = theme;
  document.title = `${survey.title[language]} (${name})`;
  document.querySelector('h1').textContent = survey.title[language];
  document.querySelector('.name').textContent = name;
}

/** What is asked, and where answers go; nothing of it where the popup is to fail as on any page. */
function questions(survey, { questions }, { status = 201, policy }) {
  if (policy) return {};
  const asked = questions ? survey.questions.filter(({ id }) => questions.includes(id)) : survey.questions;
  const file = new Blob([JSON.stringify({ ...survey, questions: asked })], { type: 'application/json' });
  return { 'data-survey': URL.createObjectURL(file), 'data-endpoint': endpoint(status) };
}

/** As a server would say in a header. */
function restrict(policy) {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = policy;
  document.head.append(meta);
}

/** The snippet: `<script src="../sada.js" data-site="gallery" …></script>`. */
async function paste(attributes) {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries({ 'data-site': 'gallery', ...attributes })) script.setAttribute(name, value);
  const loaded = new Promise((done, failed) => {
    script.onload = done;
    script.onerror = () => failed(new Error('the loader is not beside the gallery: `cargo xtask widget` builds it'));
  });
  script.src = '../sada.js';
  document.body.append(script);
  await loaded;
  return document.querySelector('sada-feedback');
}
