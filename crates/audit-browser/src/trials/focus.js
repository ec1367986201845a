// How something looks while it has the focus, as far as styles tell, and whether anything else has changed meanwhile.
(() => {
  const { active, dress, element, focus, holds, numberOf, roots, topmost } = sadaProbe;

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

  // The same once it has the focus; null if it does not take it.
  const focusAndSee = (number) => (focus(number) ? appearance(number) : null);

  // ---- Nothing but the focus changes

  // Styles that change by and by are seen as they will be, and the page is where it goes at once.
  const AT_ONCE = new CSSStyleSheet();
  AT_ONCE.replaceSync("*, *::before, *::after { transition: none !important; scroll-behavior: auto !important }");

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
