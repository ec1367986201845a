// Style that lives under the strictest `style-src`.

/** By its text. */
const sheets = {};

/** Adds a constructed sheet, once. Others may have added theirs: nothing is overwritten. */
export function adopt(root, style) {
  const adopted = root.adoptedStyleSheets, sheet = (sheets[style] ||= made(style));
  if (![...adopted].includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet];
}

function made(style) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return sheet;
}
