// Light or dark by the name of an example, whatever the visitor's own system is set to.

const ASKED = /\(prefers-color-scheme: (dark|light)\)/;

/** For scripts that ask. Before the snippet runs. */
export function answerAs(scheme) {
  const { matchMedia } = window;
  window.matchMedia = (query) => matchMedia.call(window, decided(query, scheme));
}

/** For the style sheets of the popup, which come with it. */
export function dress(root, scheme) {
  for (const sheet of root.adoptedStyleSheets) dressRules(sheet.cssRules, scheme);
}

function dressRules(rules, scheme) {
  for (const rule of rules) {
    if (rule.media && ASKED.test(rule.media.mediaText)) rule.media.mediaText = decided(rule.media.mediaText, scheme);
    if (rule.style?.colorScheme === 'light dark') rule.style.colorScheme = scheme;
    if (rule.cssRules) dressRules(rule.cssRules, scheme);
  }
}

const decided = (query, scheme) => query.replace(ASKED, (_, wanted) => (wanted === scheme ? 'all' : 'not all'));
