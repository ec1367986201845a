// What the developer of the page reads in the console: each thing once.

const said = new Set();

/** Something does not work, and this is how to mend it. */
export function complain(what) {
  if (!said.has(what)) console.error(`sada: ${what}`);
  said.add(what);
}

/** Something was mended on the way. */
export function warn(what) {
  if (!said.has(what)) console.warn(`sada: ${what}`);
  said.add(what);
}

/** The cure for a policy that is too strict. */
export const mustAllow = (source, directive) =>
  `the Content-Security-Policy of this page must allow ${source} in ${directive}`;
