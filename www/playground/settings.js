// How the popup looks and when it asks, as the form says.
import { languageName } from '../gallery/examples.js';
import { mark } from './field.js';
import { say } from './words.js';

const TAGS = 'en ar fa de es fr he hi id ja ko pt ru sw tr uk ur vi zh'.split(' ');
const COLOURS = ['accent', 'on-accent', 'background', 'text', 'quiet', 'line', 'alarm'];
/** What a trigger without a value begins with. */
const USUAL = { delay: '30', scroll: '50', click: '.help', event: 'feedback' };
const PAUSE_MS = 300;
const at = (id) => document.getElementById(id);

/** Calls `changed` after each change of the form. */
export function settings(changed) {
  const form = at('settings');
  for (const tag of TAGS) at('lang').add(Object.assign(new Option(languageName(tag), tag), { lang: tag }));
  for (const name of COLOURS) at('colours').append(colourField(name));
  at('trigger').addEventListener('change', () => {
    at('trigger-value').value = USUAL[at('trigger').value] ?? '';
    showTrigger();
  });
  let timer;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(changed, PAUSE_MS);
  });
  return { read, name: showTrigger, showCorrected };
}

/** `attributes` without `data-`, and `colours` by custom property; only what differs from the popup's own. */
function read() {
  const { lang, label, corner, trigger } = at('settings').elements;
  const value = at('trigger-value').value.trim();
  const when = trigger.value && (trigger.value in USUAL ? value && `${trigger.value}:${value}` : trigger.value);
  const moved = corner.value === 'bottom-end' ? '' : corner.value;
  const attributes = { lang: lang.value, label: label.value.trim(), corner: moved, when };
  const given = (pairs) => Object.fromEntries(pairs.filter(([, value]) => value));
  return {
    attributes: given(Object.entries(attributes)),
    colours: given(COLOURS.map((name) => [`--sada-${name}`, colour(name)])),
  };
}

function showTrigger() {
  const { value } = at('trigger');
  at('trigger-field').hidden = !(value in USUAL);
  if (value in USUAL) at('trigger-label').textContent = say(`${value}Value`);
  for (const name of COLOURS) colour(name);
}

function colourField(name) {
  const field = document.createElement('p');
  field.className = 'field';
  const label = Object.assign(document.createElement('label'), { htmlFor: name });
  label.dataset.say = name;
  const input = Object.assign(document.createElement('input'), { id: name, dir: 'ltr', spellcheck: false, autocomplete: 'off' });
  input.setAttribute('aria-describedby', `${name}-wrong`);
  const wrong = Object.assign(document.createElement('span'), { id: `${name}-wrong`, className: 'wrong' });
  field.append(label, input, wrong);
  return field;
}

/** The colour if it is one. What is none is said beside it. */
function colour(name) {
  const input = at(name);
  const value = input.value.trim();
  const isColour = !value || CSS.supports('color', value);
  mark(input, isColour ? '' : say('noColour', { value }));
  input.style.setProperty('--swatch', isColour && value ? value : 'transparent');
  return isColour ? value : '';
}

/** What the popup has said of these colours. */
function showCorrected(said) {
  at('corrected').querySelector('h3').hidden = !said.length;
  at('corrected').querySelector('ul').replaceChildren(...said.map(item));
}

export function item(text) {
  return Object.assign(document.createElement('li'), { textContent: text });
}
