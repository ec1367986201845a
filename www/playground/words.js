// What the page says, in the language it is set to.
import ar from './words/ar.js';
import en from './words/en.js';
import fa from './words/fa.js';

const WORDS = { en, ar, fa };
let words = en;

export const LANGUAGES = Object.keys(WORDS);

/** From now on everything is said in this language. */
export function speak(language) {
  words = WORDS[language];
}

// What is filled in is isolated: words keep their own direction, pieces of a survey run from left to right.
const [OWN_DIRECTION, LEFT_TO_RIGHT, END] = ['\u2068', '\u2066', '\u2069'];

/** A line with its places filled. */
export const say = (line, more) => filled(words[line], OWN_DIRECTION, more);

/** What is wrong at a place in the survey. */
export const sayFault = ({ fault, ...more }) => filled(words.faults[fault], LEFT_TO_RIGHT, more);

const EXAMPLES = { object: '{…}', array: '[…]', string: '"…"', integer: '1', boolean: 'true / false' };

function filled(line, start, more = {}) {
  return line.replace(/\{(\w+)\}/g, (_, name) => {
    const value = String(more[name]);
    return start + (name === 'expected' ? (EXAMPLES[value] ?? value) : value) + END;
  });
}
