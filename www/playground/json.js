// Reads JSON, and remembers where everything stands, so that what is wrong can be said with line and column.

/** Why a text is no JSON: `fault` names it, `at` is the offset, `more` fills in what is said of it. */
export class Unreadable extends Error {
  constructor(fault, at, more) {
    super(fault);
    Object.assign(this, { fault, at, more });
  }
}

const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-f]{4}))*"/iy;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?/iy;
const SPACE = /[ \t\n\r]*/y;
const LITERALS = { true: true, false: false, null: null };

/** The value, and `places`: the offset of each part by its JSON pointer. Throws `Unreadable`. */
export function parse(text) {
  const places = new Map();
  let at = 0;
  const value = read('');
  skip();
  if (at < text.length) throw new Unreadable('after-end', at);
  return { value, places };

  function take(pattern) {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [''];
    at += found.length;
    return found;
  }

  function skip() {
    take(SPACE);
  }

  function expected(what) {
    if (at >= text.length) throw new Unreadable('too-short', at, { expected: what });
    throw new Unreadable('expected', at, { expected: what, found: String.fromCodePoint(text.codePointAt(at)) });
  }

  function read(pointer) {
    skip();
    places.set(pointer, at);
    if (text[at] === '{') return object(pointer);
    if (text[at] === '[') return list(pointer);
    if (text[at] === '"') return string();
    const number = take(NUMBER);
    if (number) return Number(number);
    const word = Object.keys(LITERALS).find((word) => text.startsWith(word, at));
    if (!word) expected('{ [ " 0 true false');
    at += word.length;
    return LITERALS[word];
  }

  function string() {
    const found = take(STRING);
    if (!found) throw new Unreadable('string', at);
    return JSON.parse(found);
  }

  /** Goes on after a part: whether another one follows. */
  function goesOn(end) {
    skip();
    if (text[at] !== ',' && text[at] !== end) expected(`, ${end}`);
    const isMore = text[at++] === ',';
    skip();
    return isMore;
  }

  function list(pointer) {
    const items = [];
    at++;
    skip();
    if (text[at] === ']') return at++, items;
    do items.push(read(`${pointer}/${items.length}`));
    while (goesOn(']'));
    return items;
  }

  function object(pointer) {
    // A field may have any name, even one that all objects have.
    const fields = Object.create(null);
    at++;
    skip();
    if (text[at] === '}') return at++, fields;
    do {
      if (text[at] !== '"') expected('"');
      const start = at;
      const name = string();
      if (name in fields) throw new Unreadable('twice', start, { name });
      skip();
      if (text[at] !== ':') expected(':');
      at++;
      fields[name] = read(`${pointer}/${name}`);
    } while (goesOn('}'));
    return fields;
  }
}

/** Line and column of an offset, both from 1; columns are counted in characters. */
export function position(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: [...lines.at(-1)].length + 1 };
}
