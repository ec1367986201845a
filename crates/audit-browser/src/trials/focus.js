// How something looks while it has the focus, as far as styles tell, and whether anything else has changed meanwhile.
(() => {
  const { active, blur, clippersOf, dress, element, focus, holds, numberOf, roots, topmost } = sadaProbe;

  const isEditable = (target) =>
    target.isContentEditable ||
    target.tagName === "TEXTAREA" ||
    (target.tagName === "INPUT" &&
      !["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"].includes(target.type));

  // What lies over all of an element that is in the window; null if some of it can be seen, or none of it is there.
  const coverOf = (target) => {
    const box = target.getBoundingClientRect();
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    if (right - left < 1 || bottom - top < 1) return null;
    let cover = null;
    const steps = 4;
    for (let row = 0; row <= steps; row++) {
      for (let column = 0; column <= steps; column++) {
        const x = left + 0.5 + ((right - left - 1) * column) / steps;
        const y = top + 0.5 + ((bottom - top - 1) * row) / steps;
        const hit = topmost(x, y);
        if (!hit || holds(target, hit) || holds(hit, target)) return null;
        // What CSS generates reaches beyond its element, and is not what the element is painted with.
        const isIn = (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
        if (![...hit.getClientRects()].some(isIn)) return null;
        cover = hit;
      }
    }
    return cover && numberOf(cover);
  };

  // What can be said without a picture.
  const appearance = (number) => {
    const target = element(number);
    const style = getComputedStyle(target);
    const clips = (at) => at && (getComputedStyle(at).overflow !== "visible" || clips(at.parentElement));
    const isOutlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
    return {
      isOutlined: isOutlined && !clips(target.parentElement),
      isSeen: isEditable(target) || (isOutlined && style.outlineStyle === "auto" && !clips(target.parentElement)),
      cover: coverOf(target),
    };
  };

  // ---- What looks alike with the focus and without it

  const PAINTED = [
    "background-color", "background-image", "border-bottom-color", "border-bottom-width", "border-left-color", "border-left-width",
    "border-right-color", "border-right-width", "border-top-color", "border-top-width", "box-shadow", "color", "content", "filter",
    "font-weight", "opacity", "outline-color", "outline-offset", "outline-style", "outline-width", "text-decoration", "text-shadow",
    "transform",
  ];
  const paint = (at) =>
    [null, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(at, pseudo);
      return PAINTED.map((name) => style.getPropertyValue(name)).join(";");
    }).join("|");

  // The colour on which something stands; null where that is no plain colour.
  const groundOf = (start) => {
    for (let at = start; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      if (backgroundImage !== "none") return null;
      if (!/^rgba.*, 0\)$/.test(backgroundColor)) return backgroundColor.startsWith("rgb(") ? backgroundColor : null;
    }
    return "none";
  };

  // Whether it and what is right beside it are in the window, and nothing lies over it or cuts it off.
  const isWhole = (target) => {
    const beside = 8;
    const box = target.getBoundingClientRect();
    const isIn = ({ left, top, right, bottom }) =>
      box.left - beside >= left && box.top - beside >= top && box.right + beside <= right && box.bottom + beside <= bottom;
    if (box.width < 4 || box.height < 4 || !isIn({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) return false;
    if (!clippersOf(target.parentElement).every(({ at }) => isIn(at.getBoundingClientRect()))) return false;
    // In a circle too.
    return [0.2, 0.5, 0.8].every((part) => {
      const hit = topmost(box.left + box.width * part, box.top + box.height * part);
      return hit !== null && holds(target, hit);
    });
  };

  // How it is painted with the focus, which it has, without it, and on what: what has the same sign looks the same. Null where
  // styles tell no difference, or something else may have a part in it.
  const signOf = (target) => {
    const ground = isWhole(target) ? groundOf(target.parentElement) : null;
    if (ground === null) return null;
    const focused = paint(target);
    blur();
    const plain = paint(target);
    target.focus();
    return focused !== plain && active() === target ? [target.localName, ground, focused, plain].join("/") : null;
  };

  // What can be said of it once it has the focus; null if it does not take it.
  const focusAndSee = (number) => {
    if (!focus(number)) return null;
    const seen = appearance(number);
    return { ...seen, sign: seen.isSeen || seen.cover !== null ? null : signOf(element(number)) };
  };

  // ---- Nothing but the focus changes

  // Styles that change by and by are seen as they will be.
  const AT_ONCE = new CSSStyleSheet();
  AT_ONCE.replaceSync("*, *::before, *::after { transition: none !important }");

  let changes = 0;
  const observer = new MutationObserver((records) => (changes += records.length));
  const onScroll = (event) => {
    if (event.target !== document) changes += 1;
  };
  const lookAtFocus = (isOn) => {
    if (isOn) {
      const all = { attributes: true, childList: true, characterData: true, subtree: true };
      for (const root of roots()) observer.observe(root, all);
      addEventListener("scroll", onScroll, true);
      // All pages are looked at from their top.
      scrollTo({ left: 0, top: 0, behavior: "instant" });
    } else {
      observer.disconnect();
      removeEventListener("scroll", onScroll, true);
    }
    return dress(AT_ONCE, isOn);
  };
  // Differs from what it was before if anything was written on the page or moved in the window since.
  const scene = () => {
    changes += observer.takeRecords().length;
    return [scrollX, scrollY, changes].join(" ");
  };
  const isFocused = (number) => active() === element(number);

  sadaProbe.offer({ focusAndSee, isFocused, lookAtFocus, scene });
})();
