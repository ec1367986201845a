// Whether a text is a survey, and what is wrong where. `sada survey check` looks a little closer.
import { parse, position, Unreadable } from './json.js';
import { validate } from './schema.js';

const SHOWN = 20;

/** `{survey}`, or `{problems}`: `{fault, line, column, at, …}` in the order of the text, the first twenty. */
export function check(schema, text) {
  try {
    const { value, places } = parse(text);
    const faults = validate(schema, value);
    if (!faults.length) faults.push(...repeated(value), ...branches(value));
    if (!faults.length) return { survey: value };
    const located = faults.map((fault) => ({ ...fault, at: places.get(fault.pointer) }));
    located.sort((one, other) => one.at - other.at);
    return { problems: located.slice(0, SHOWN).map((fault) => ({ ...fault, ...position(text, fault.at) })) };
  } catch (reason) {
    if (!(reason instanceof Unreadable)) throw reason;
    const { fault, at, more } = reason;
    return { problems: [{ fault, at, ...more, ...position(text, at) }] };
  }
}

/** Answers are told apart by id. */
function* repeated({ questions }) {
  yield* sameIds(questions, '/questions');
  for (const [index, question] of questions.entries()) {
    yield* sameIds(question.choices ?? [], `/questions/${index}/choices`);
    yield* sameIds(question.rows ?? [], `/questions/${index}/rows`);
  }
}

function* sameIds(list, pointer) {
  const seen = new Set();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) yield { pointer: `${pointer}/${index}/id`, fault: 'same-id', id };
    seen.add(id);
  }
}

/** A branch leads to a later page. */
function* branches({ questions }) {
  const page = [];
  for (const [index, { same_page }] of questions.entries()) page.push(same_page ? page[index - 1] : index);
  for (const [index, { when = [] }] of questions.entries()) {
    for (const [number, { go_to }] of when.entries()) {
      const target = questions.findIndex(({ id }) => id === go_to);
      if (go_to === 'end' || (page[target] === target && target > page[index])) continue;
      yield { pointer: `/questions/${index}/when/${number}/go_to`, fault: target < 0 ? 'no-question' : 'not-later', id: go_to };
    }
  }
}
