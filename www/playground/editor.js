// The survey as text: its templates, what is wrong with it, and the file that holds it.
import { mark } from './field.js';
import { check } from './survey.js';
import { say, sayFault } from './words.js';

/** What `cargo xtask widget` puts beside the loader, the most asked for first. */
export const TEMPLATES = [
  'nps', 'csat', 'csat-stars', 'ces', 'moment', 'core-four', 'needs', 'emotions', 'dimensions', 'six-areas', 'gap', 'barrier',
  'omnichannel', 'personal', 'employee', 'employees-themselves', 'staff-note', 'hard-questions', 'start-stop-continue',
  'checklist-external', 'checklist-internal',
];

const PAUSE_MS = 500;
const at = (id) => document.getElementById(id);
const read = async (address) => (await fetch(new URL(address, import.meta.url))).text();

/** Calls `changed` with each survey that can be asked, and with whether it is a template as it stands. */
export async function editor(changed) {
  const [field, state, list] = [at('editor'), at('state'), at('problems')];
  const schema = JSON.parse(await read('../schema/survey-1.json'));
  const templates = new Map(await Promise.all(TEMPLATES.map(async (id) => [id, await read(`../surveys/${id}.json`)])));
  let survey;
  let timer;

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_MS);
  });
  at('template').addEventListener('submit', (event) => {
    event.preventDefault();
    take(at('template-id').value);
    state.textContent = `${say('taken', { id: at('template-id').value })} ${state.textContent}`;
  });
  at('save').addEventListener('click', save);

  for (const id of TEMPLATES) at('template-id').add(new Option(id, id));
  name();
  take(TEMPLATES[0]);
  return { name, look };

  function take(id) {
    field.value = templates.get(id);
    look();
  }

  /** Reads what stands there. */
  function look() {
    const { survey: found, problems = [] } = check(schema, field.value);
    if (found) survey = found;
    mark(field, found ? '' : say('isWrong', { problems: problems.length }));
    state.textContent = found ? say('isFine', { questions: found.questions.length }) : '';
    at('waits').hidden = Boolean(found);
    list.replaceChildren(...problems.map(problem));
    if (found) changed(found, field.value === templates.get(found.id));
  }

  /** What is wrong, as a button that leads there. */
  function problem(fault) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${say('place', fault)}: ${sayFault(fault)}`;
    button.addEventListener('click', () => {
      field.focus();
      field.setSelectionRange(fault.at, fault.at + 1);
      // Selecting alone does not bring it into sight. Lines do not wrap here.
      field.scrollTop = ((fault.line - 3) / field.value.split('\n').length) * field.scrollHeight;
    });
    const item = document.createElement('li');
    item.append(button);
    return item;
  }

  /** Templates by their titles, in the language of the page. */
  function name() {
    const { lang } = document.documentElement;
    for (const option of at('template-id').options) option.text = JSON.parse(templates.get(option.value)).title[lang];
  }

  function save() {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([field.value], { type: 'application/json' }));
    link.download = `${survey.id}.json`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}
