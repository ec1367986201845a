// Images whose alternative is a sentence, which may be all that there is to see in them (WCAG 1.4.5).
(() => {
  const { element, everything, holds, isShown, numberOf, topmost } = sadaProbe;

  const IMAGES = "img, input[type=image], [role=img]";
  const LEAST_WORDS = 6;
  const nameOf = (at) => (at.getAttribute("aria-label") ?? at.getAttribute("alt") ?? "").trim();
  const isLarge = ({ width, height }) => width >= 60 && height >= 12;

  const worded = (most) => {
    const found = [];
    for (const at of everything()) {
      if (found.length >= most) break;
      // Text that is called an image is text all the same.
      if (!at.matches(IMAGES) || !isShown(at) || at.textContent.trim()) continue;
      if (nameOf(at).split(/\s+/).length < LEAST_WORDS) continue;
      if (isLarge(at.getBoundingClientRect())) found.push(numberOf(at));
    }
    return found;
  };

  // Where it is in the window, and in how many pixels of its own for one of the page; null if something lies over it.
  const wordedAt = (number) => {
    const at = element(number);
    const { left, top, width, height } = at.getBoundingClientRect();
    const hit = topmost(left + width / 2, top + height / 2);
    if (!isLarge({ width, height }) || !hit || !holds(at, hit)) return null;
    const detail = Math.min(Math.max((at.naturalWidth || 2 * width) / width, 1), 4);
    return { words: nameOf(at), area: [left, top, width, height], detail };
  };

  sadaProbe.offer({ worded, wordedAt });
})();
