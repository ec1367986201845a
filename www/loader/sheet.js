// Style that lives under the strictest `style-src`.

const sheets = new Map();

/** Adds a constructed sheet, once. Others may have added theirs: nothing is overwritten. */
export function adopt(root, style) {
  if (!sheets.has(style)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(style, sheet);
  }
  const adopted = root.adoptedStyleSheets, sheet = sheets.get(style);
  if (![...adopted].includes(sheet)) root.adoptedStyleSheets = [...adopted, sheet];
}
