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

/** A line with its places filled. What is filled in keeps its own direction (U+2068, U+2069). */
export const say = (line, more) => filled(words[line], more);

/** What is wrong at a place in the survey. */
export const sayFault = ({ fault, ...more }) => filled(words.faults[fault], more);

const EXAMPLES = { object: '{…}', array: '[…]', string: '"…"', integer: '1', boolean: 'true / false' };

function filled(line, more = {}) {
  return line.replace(/\{(\w+)\}/g, (_, name) => {
    const value = String(more[name]);
    return `\u2068${name === 'expected' ? (EXAMPLES[value] ?? value) : value}\u2069`;
  });
}
