// The list of all examples, as far as the two filters let them through. The filters stand in the address, too.
import { examples, languageName } from './examples.js';

const form = document.querySelector('form');
const { language, theme } = form.elements;
const all = await examples();

const made = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

for (const tag of new Set(all.map((example) => example.language))) {
  language.add(new Option(languageName(tag, 'en'), tag, tag === 'en', tag === 'en'));
}
language.add(new Option('All', ''), 0);

const wanted = new URLSearchParams(location.search);
for (const filter of [language, theme]) if (wanted.has(filter.name)) filter.value = wanted.get(filter.name);
form.addEventListener('change', () => {
  history.replaceState(null, '', `?${new URLSearchParams(new FormData(form))}`);
  show();
});
form.addEventListener('submit', (event) => event.preventDefault());
show();

function show() {
  const passes = (example) =>
    [language, theme].every((filter) => !filter.value || filter.value === example[filter.name]);
  const shown = all.filter(passes);
  const bySubject = Object.groupBy(shown, (example) => example.subject.name);
  document.querySelector('#list').replaceChildren(...Object.values(bySubject).map(section));
  document.querySelector('#count').textContent = `${shown.length} of ${all.length} examples`;
}

function section(examples) {
  const [{ subject }] = examples;
  // The name says it all, and no two links are alike.
  const links = examples.map(({ name }) => made('li', {}, made('a', { href: `example.html?name=${name}` }, name)));
  return made('section', {}, made('h2', { id: subject.name }, subject.title), made('ul', {}, ...links));
}
