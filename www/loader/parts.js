// The files of one build. They lie in one folder and differ in how their names end.

/** The folder of the loader. */
export const base = import.meta.url.replace(/widget\/[^/]*$/, '');

/** The address of a part: `.wasm`, `.ar.json`. */
export const part = (end) => import.meta.url.replace(/\.(\w+\.)?js$/, end);

/**
 * The JSON at `address`, out of the loader's hands if that is what it has fetched. Throws `{ address, answer }` when it
 * cannot be had: `answer` is what came instead, if anything came.
 */
export async function json({ value }, address) {
  const answer = value?.url === address && !value.bodyUsed ? value : await fetch(address).catch(() => {});
  if (!answer?.ok) throw { address, answer };
  return answer.json();
}
