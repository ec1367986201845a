// What comes up under the pointer, or with the focus. Elements are told by their numbers in probe.js.
(() => {
  const { element, everything, holds, isSeen, numberOf, roots, topmost } = sadaProbe;

  // ---- What may bring something up

  const SHOWS = /\b(display|visibility|opacity|clip|clip-path|transform|scale|height|max-height|left|top|right|bottom|inset|z-index)\b/;
  // `.card:hover > .more` → `.card`: what is pointed at, where something else is styled by it.
  const TRIGGER = /^(.*?):(hover|focus|focus-visible|focus-within)(?![\w-])([^\s>+~]*)(\s*[\s>+~].*)$/;

  const rulesIn = function* (rules) {
    for (const rule of rules) {
      if (rule.selectorText) yield rule;
      if (rule.cssRules) yield* rulesIn(rule.cssRules);
    }
  };
  const sheetsOf = function* (root) {
    for (const sheet of [...root.styleSheets, ...root.adoptedStyleSheets]) {
      try {
        yield sheet.cssRules;
      } catch {
        // A sheet of another origin is not shown to scripts.
      }
    }
  };
  const selectorsOf = function* (root) {
    for (const rules of sheetsOf(root)) {
      for (const rule of rulesIn(rules)) {
        if (!/:(hover|focus)/.test(rule.selectorText) || !SHOWS.test(rule.style?.cssText ?? "")) continue;
        yield* rule.selectorText.split(/,(?![^(]*\))/);
      }
    }
  };
  // Elements by which style sheets show others, and those that say that something belongs to them; `most` of them.
  const triggers = (most) => {
    const found = new Set();
    const add = (root, selector) => {
      try {
        for (const at of root.querySelectorAll(selector)) if (isSeen(at) && found.size < most) found.add(at);
      } catch {
        // Not every part of a selector is one.
      }
    };
    for (const root of roots()) {
      for (const selector of selectorsOf(root)) {
        const parts = TRIGGER.exec(selector.trim());
        if (parts) add(root, `${parts[1]}${parts[3]}` || "*");
      }
      add(root, "[aria-describedby]:not(input, select, textarea), [data-tooltip], [data-tip]");
    }
    return [...found].filter((at) => at !== document.documentElement && at !== document.body).map(numberOf);
  };
  const isTrigger = (at) => at instanceof Element && isSeen(at) && at !== document.documentElement && at !== document.body;

  // ---- What has come up

  const saysSomething = (at) =>
    ["IMG", "SVG", "CANVAS", "INPUT", "BUTTON"].includes(at.tagName.toUpperCase()) ||
    [...at.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const seen = () => new Set([...everything()].filter(isSeen));

  let known = new Set();
  const remember = () => {
    known = seen();
    return true;
  };
  // The largest of what was not there before, and says something; null if nothing has come up.
  const news = () => {
    const now = seen();
    const isNew = (at) => now.has(at) && !known.has(at);
    const tops = [...now].filter((at) => isNew(at) && !isNew(at.parentElement ?? document.documentElement));
    const says = (top) => [...now].some((at) => holds(top, at) && saysSomething(at));
    const size = (at) => at.getBoundingClientRect().width * at.getBoundingClientRect().height;
    const [largest] = tops.filter(says).sort((one, other) => size(other) - size(one));
    return largest ? numberOf(largest) : null;
  };

  const meets = (a, b, slack) =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > slack && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > slack;
  // Whether it lies over words, pictures or controls that were seen before.
  const obscures = (number, trigger) => {
    const content = element(number);
    const box = content.getBoundingClientRect();
    for (const at of known) {
      const isOwn = holds(content, at) || holds(element(trigger), at);
      if (isOwn || holds(at, content) && !saysSomething(at) || !isSeen(at) || !saysSomething(at)) continue;
      for (const node of at.childNodes) {
        if (node.nodeType !== 3 || !node.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        if ([...range.getClientRects()].some((line) => meets(line, box, 3))) return true;
      }
      if (!at.childNodes.length && meets(at.getBoundingClientRect(), box, 3)) return true;
    }
    return false;
  };
  const hasButton = (number) => {
    const content = element(number);
    return [...everything()].some((at) => at !== content && holds(content, at) && at.matches("button, [role=button]"));
  };

  // ---- Where the pointer goes

  // Whether anything had to be scrolled for it.
  const bring = (number) => {
    const before = element(number).getBoundingClientRect();
    element(number).scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const after = element(number).getBoundingClientRect();
    return before.x !== after.x || before.y !== after.y;
  };
  const isAt = (number, [x, y]) => {
    const hit = topmost(x, y);
    return hit !== null && holds(element(number), hit);
  };
  // A place in the window where an element is on top; null if there is none.
  const placeOn = (number) => {
    for (const box of element(number).getClientRects()) {
      for (const [across, down] of [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]]) {
        const place = [box.left + box.width * across, box.top + box.height * down];
        if (isAt(number, place)) return place;
      }
    }
    return null;
  };
  // A place where nothing is that something may come up from.
  const aside = () => {
    const places = [[1, 1], [innerWidth - 2, innerHeight - 2], [1, innerHeight - 2], [innerWidth - 2, 1]];
    const isBare = ([x, y]) => {
      const hit = topmost(x, y);
      return !hit || hit === document.body || hit === document.documentElement;
    };
    return places.find(isBare) ?? places[1];
  };
  // The place in what has come up that is next to the trigger and not on it; null if all of it lies over the trigger, or
  // out of the window.
  const placeBeside = (content, trigger) => {
    const [outer, own] = [element(content).getBoundingClientRect(), element(trigger).getBoundingClientRect()];
    const [left, right] = [Math.max(outer.left, 0) + 2, Math.min(outer.right, innerWidth) - 2];
    const [top, bottom] = [Math.max(outer.top, 0) + 2, Math.min(outer.bottom, innerHeight) - 2];
    if (right <= left || bottom <= top) return null;
    const [middleX, middleY] = [(left + right) / 2, (top + bottom) / 2];
    const inside = (low, value, high) => Math.min(Math.max(value, low), high);
    const [x, y] = [inside(left, (own.left + own.right) / 2, right), inside(top, (own.top + own.bottom) / 2, bottom)];
    const isOut = ([x, y]) => x < own.left - 1 || x > own.right + 1 || y < own.top - 1 || y > own.bottom + 1;
    return [[x, y], [x, middleY], [middleX, y], [middleX, middleY], [right, bottom], [left, top]].find(isOut) ?? null;
  };

  const isThere = (number) => element(number).isConnected && isSeen(element(number));

  sadaProbe.offer({
    aside,
    bring,
    hasButton,
    isThere,
    isTrigger,
    news,
    obscures,
    placeBeside,
    placeOn,
    remember,
    triggers,
  });
})();
