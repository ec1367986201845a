// An owner writes a survey, sees it live, and takes the snippet along.
import { direction } from '../gallery/examples.js';
import { editor } from './editor.js';
import { previews } from './previews.js';
import { item, settings } from './settings.js';
import { take } from './take.js';
import { LANGUAGES, say, speak } from './words.js';

const at = (id) => document.getElementById(id);
const page = document.documentElement;
let survey;
let isTemplate;

const wanted = [new URLSearchParams(location.search).get('lang'), ...navigator.languages].map(primary);
setLanguage(wanted.find((tag) => LANGUAGES.includes(tag)) ?? 'en');

const asked = settings(show);
const shown = previews(at('previews'), hear);
const snippet = await take(() => {
  const { attributes, colours } = asked.read();
  const file = isTemplate ? '' : `${survey.id}.json`;
  // The loader's own is left out.
  const named = isTemplate ? survey.id !== 'nps' && { survey: survey.id } : { survey: `/${file}` };
  return { file, colours, attributes: { ...named, ...attributes } };
});
const written = await editor((found, isAsItCame) => {
  survey = found;
  isTemplate = isAsItCame;
  show();
});
sayEverything();

at('scheme').addEventListener('change', show);
at('page-language').addEventListener('change', ({ target }) => {
  setLanguage(target.value);
  history.replaceState(null, '', `?lang=${target.value}`);
  sayEverything();
});
page.dataset.ready = 'true';

/** In the previews, and in the snippet. A preview speaks its own language and is asked at once. */
function show() {
  const { attributes, colours } = asked.read();
  const { lang, when, ...rest } = attributes;
  shown.change({ survey, attributes: rest, colours, scheme: at('scheme').value });
  snippet.show();
}

/** Corrections stand beside the colours, all else below the previews. */
function hear(said) {
  const isOfColours = (words) => words.startsWith('--sada-');
  asked.showCorrected(said.filter(isOfColours));
  const rest = said.filter((words) => !isOfColours(words));
  at('developer').hidden = !rest.length;
  at('developer').querySelector('ul').replaceChildren(...rest.map(item));
}

function primary(tag) {
  return String(tag).split('-')[0].toLowerCase();
}

function setLanguage(language) {
  speak(language);
  page.lang = language;
  page.dir = direction(language);
  at('page-language').value = language;
}

function sayEverything() {
  document.title = say('title');
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  asked.name();
  shown.name();
  written.name();
  written.look();
}
