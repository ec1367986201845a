// Controls and icons whose looks only pictures show (WCAG 1.4.11).
(() => {
  const { element, everything, holds, isFrame, isShown, numberOf, textRects, topmost } = sadaProbe;

  const OPERATED = "a[href], button, summary, [role=button], [role=link], [role=menuitem], [role=tab]";
  const CONTROLS = `${OPERATED}, input, select, textarea, [contenteditable], [role=checkbox], [role=radio], [role=switch], [role=textbox]`;
  const TYPED = ["text", "search", "email", "tel", "url", "password", "number", "date", "datetime-local", "month", "time", "week"];
  const LARGEST_ICON = 64;
  const LARGEST_FIELD = 120;

  const isInactive = (at) =>
    at.matches(":disabled, [readonly]") ||
    at.closest("[aria-disabled=true], [inert], [aria-hidden=true]") !== null ||
    ["not-allowed", "no-drop"].includes(getComputedStyle(at).cursor);

  // The browser's own look, for which no author has to answer.
  const isUntouched = (at) => {
    const style = getComputedStyle(at);
    if (at.matches("input[type=checkbox], input[type=radio]")) return style.appearance !== "none";
    const isOwnEdge = (side) =>
      ["rgb(118, 118, 118)", "rgb(133, 133, 133)"].includes(style[`border${side}Color`]) &&
      ["inset", "solid"].includes(style[`border${side}Style`]);
    const fills = ["rgb(255, 255, 255)", "rgb(239, 239, 239)", "rgb(59, 59, 59)"];
    return (
      ["Top", "Right", "Bottom", "Left"].every(isOwnEdge) &&
      fills.includes(style.backgroundColor) &&
      style.backgroundImage === "none"
    );
  };

  const isField = (at) => {
    if (at.matches("select, textarea, input[type=checkbox], input[type=radio]")) return true;
    if (at.tagName === "INPUT") return TYPED.includes(at.type);
    const isCustom = at.matches("[role=textbox], [role=searchbox], [role=combobox], [role=checkbox], [role=radio], [role=switch]");
    // What holds the field has its role at times; then the field is asked.
    return isCustom && !at.querySelector("input, select, textarea") && at.getBoundingClientRect().height <= LARGEST_FIELD;
  };

  const hasWords = (at) => {
    if (at.matches("input[type=checkbox], input[type=radio]")) return false;
    const isDate = at.tagName === "INPUT" && TYPED.indexOf(at.type) >= TYPED.indexOf("date");
    return isDate || [at.value, at.placeholder, at.innerText].some((text) => typeof text === "string" && text.trim() !== "");
  };

  const isPrivateSign = (content) => /^"[\p{Co}\ufe0f]+"( \/ .*)?$/u.test(content);
  const isSignOf = (at) => ["::before", "::after"].some((pseudo) => isPrivateSign(getComputedStyle(at, pseudo).content));
  const isPicture = (at) => {
    const style = getComputedStyle(at);
    return /url\(/.test(style.backgroundImage) || /url\(/.test(style.maskImage);
  };

  const hasSeenWords = (at) => {
    const walker = document.createTreeWalker(at, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      const around = text.parentElement;
      const box = around.getBoundingClientRect();
      if (/[\p{L}\p{N}]/u.test(text.data) && box.width > 2 && box.height > 2 && isShown(around) && textRects(text).length) return true;
    }
    return false;
  };

  const inside = (at) => {
    const box = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    const side = (name) => parseFloat(style[`border${name}Width`]) || 0;
    return [
      box.left + side("Left"),
      box.top + side("Top"),
      box.width - side("Left") - side("Right"),
      box.height - side("Top") - side("Bottom"),
    ];
  };

  // The boxes of the icons in a control.
  const iconsOf = (control) => {
    const boxes = [];
    for (const at of [control, ...control.querySelectorAll("*")]) {
      if (!isShown(at)) continue;
      const isDrawing = at.tagName === "svg" && !at.querySelector("text, image, foreignObject");
      if (isDrawing || (at.namespaceURI.endsWith("xhtml") && (isSignOf(at) || (isPicture(at) && !at.childElementCount)))) {
        const [x, y, width, height] = inside(at);
        const fits = (size) => size >= 4 && size <= LARGEST_ICON;
        if (fits(width) && fits(height)) boxes.push([x, y, width, height]);
      }
    }
    return boxes;
  };

  const isIconOnly = (at) =>
    at.matches(OPERATED) &&
    !at.querySelector("img, picture, canvas, video, iframe, object, input, select, textarea") &&
    !hasSeenWords(at) &&
    iconsOf(at).length > 0;

  // Links in a text for which something else than letters and lines is painted, which may set them apart (WCAG 1.4.1).
  const isPaintedLink = (at) => {
    if (!at.matches("a[href]") || getComputedStyle(at).display !== "inline" || !hasSeenWords(at)) return false;
    // What is no text sets it apart by itself.
    if (at.querySelector("img, svg, picture, video, canvas, code, kbd, samp, sup, sub")) return false;
    const paints = (style) =>
      style.backgroundImage !== "none" || style.boxShadow !== "none" || style.textShadow !== "none" || !/^rgba.*, 0\)$/.test(style.backgroundColor);
    const has = (part, pseudo) => !["none", "normal"].includes(getComputedStyle(part, pseudo).content);
    return [at, ...at.querySelectorAll("*")].some(
      (part) => paints(getComputedStyle(part)) || has(part, "::before") || has(part, "::after"),
    );
  };

  const kindOf = (at) => {
    if (isField(at)) return isUntouched(at) ? null : "field";
    if (isIconOnly(at)) return "icon";
    return isPaintedLink(at) ? "link" : null;
  };

  // The numbers of what is to be looked at, in tree order.
  const graphics = (most) => {
    const found = [];
    let links = most / 4;
    for (const at of everything()) {
      if (found.length >= most) break;
      const isOne = at.matches(CONTROLS + ", [role=searchbox], [role=combobox]") && isShown(at) && !isInactive(at);
      const kind = isOne ? kindOf(at) : null;
      if (kind && (kind !== "link" || links-- > 0)) found.push(numberOf(at));
    }
    return found;
  };

  // The box that is drawn for a field: its own, and those around it that hold no other control.
  const drawnBox = (field) => {
    const own = field.getBoundingClientRect();
    let [left, top, right, bottom] = [own.left, own.top, own.right, own.bottom];
    for (let at = field.parentElement; at && at !== document.body; at = at.parentElement) {
      const outer = at.getBoundingClientRect();
      if (at.querySelectorAll(CONTROLS).length > 1 || outer.height > own.height + 40) break;
      [left, top] = [Math.min(left, outer.left), Math.min(top, outer.top)];
      [right, bottom] = [Math.max(right, outer.right), Math.max(bottom, outer.bottom)];
    }
    const beside = 3;
    [left, top] = [Math.max(left - beside, 0), Math.max(top - beside, 0)];
    [right, bottom] = [Math.min(right + beside, innerWidth), Math.min(bottom + beside, innerHeight)];
    return [left, top, right - left, bottom - top];
  };

  // Other controls in an area, and what the browser draws to make a field larger.
  const othersIn = (field, [x, y, width, height]) => {
    const boxes = [];
    if (getComputedStyle(field).resize !== "none") {
      const { left, right, bottom } = field.getBoundingClientRect();
      const grip = 20;
      boxes.push([left, bottom - grip, grip, grip], [right - grip, bottom - grip, grip, grip]);
    }
    for (const other of document.querySelectorAll(CONTROLS)) {
      if (holds(other, field) || holds(field, other)) continue;
      const box = other.getBoundingClientRect();
      const meets = box.left < x + width && x < box.right && box.top < y + height && y < box.bottom;
      if (meets) boxes.push([box.left - 2, box.top - 2, box.width + 4, box.height + 4]);
    }
    return boxes;
  };

  const isInWindow = ([x, y, width, height]) => x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight;
  const isOnTop = (at, [x, y, width, height]) =>
    [0.25, 0.5, 0.75].every((part) => {
      const hit = topmost(x + width * part, y + height * part);
      return hit !== null && holds(at, hit);
    });

  const linesOf = (at) =>
    [...at.getClientRects()].filter((box) => box.width > 1).map((box) => [box.left, box.top, box.width, box.height]);
  const areasOf = (at, kind) => {
    if (kind === "icon") return iconsOf(at);
    if (kind === "field") return [drawnBox(at)];
    const beside = 8;
    return linesOf(at).map(([x, y, width, height]) => [x - beside, y - beside, width + 2 * beside, height + 2 * beside]);
  };

  // What of these is in the window as a whole. Without areas: something lies over it.
  const graphicsInView = (numbers) => {
    const seen = [];
    for (const number of numbers) {
      const at = element(number);
      const isOne = at.isConnected && isShown(at);
      const box = at.getBoundingClientRect();
      const own = [box.left, box.top, box.width, box.height];
      if (!isOne || !isInWindow(own)) continue;
      const kind = kindOf(at);
      const areas = areasOf(at, kind).filter(isInWindow);
      const isClear = areas.length > 0 && isOnTop(at, kind === "link" ? linesOf(at)[0] : own);
      seen.push({
        number,
        kind: kind ?? "link",
        hasWords: kind === "field" && hasWords(at),
        areas: isClear ? areas : [],
        others: isClear && kind === "field" ? othersIn(at, areas[0]) : [],
      });
    }
    return seen;
  };

  // ---- Frames in the page

  // The numbers of those that are shown; `most` of them.
  const framesHere = (most) => {
    const found = [];
    for (const at of everything()) {
      if (found.length >= most) break;
      if (isFrame(at) && isShown(at)) found.push(numberOf(at));
    }
    return found;
  };
  // Whether it is drawn as it would be by itself, but for where: neither larger nor smaller, nor turned.
  const isUpright = (start) => {
    for (let at = start; at instanceof Element; at = at.parentNode instanceof ShadowRoot ? at.parentNode.host : at.parentNode) {
      const style = getComputedStyle(at);
      if (style.scale !== "none" || style.rotate !== "none") return false;
      if (style.transform === "none") continue;
      const { a, b, c, d, is2D } = new DOMMatrixReadOnly(style.transform);
      if (!is2D || a !== 1 || b !== 0 || c !== 0 || d !== 1) return false;
    }
    const box = start.getBoundingClientRect();
    return Math.abs(box.width - start.offsetWidth) < 1 && Math.abs(box.height - start.offsetHeight) < 1;
  };
  // Where areas of a frame's window are in this one; null if that cannot be told.
  const movedThrough = (owner, areas) => {
    const at = element(owner);
    if (!isUpright(at)) return null;
    const box = at.getBoundingClientRect();
    const style = getComputedStyle(at);
    const left = box.left + at.clientLeft + parseFloat(style.paddingLeft);
    const top = box.top + at.clientTop + parseFloat(style.paddingTop);
    return areas.map(([x, y, width, height]) => [left + x, top + y, width, height]);
  };
  // The same; null also if one of them is not in this window as a whole, or lies under something.
  const seenThrough = (owner, areas) => {
    const moved = movedThrough(owner, areas);
    return moved?.every((area) => isInWindow(area) && isOnTop(element(owner), area)) ? moved : null;
  };
  const pointedThrough = (owner, x, y) => seenThrough(owner, [[x, y, 0, 0]])?.[0].slice(0, 2) ?? null;

  // ---- Moving the page under the window, and back

  const places = new Map();
  const show = (number) => {
    for (let at = element(number).parentNode; at; at = at.parentNode ?? at.host) {
      if (at instanceof Element && !places.has(at)) places.set(at, [at.scrollLeft, at.scrollTop]);
    }
    element(number).scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    return true;
  };
  // Moves the page up under the window by so many CSS pixels, as far as it goes; by how many it then is.
  const showAt = (top) => {
    const page = document.scrollingElement;
    if (page && !places.has(page)) places.set(page, [page.scrollLeft, page.scrollTop]);
    scrollTo({ left: scrollX, top, behavior: "instant" });
    return scrollY;
  };
  const scrollBack = () => {
    for (const [at, [left, top]] of places) at.scrollTo({ left, top, behavior: "instant" });
    places.clear();
    return true;
  };

  // The box of an element and of what is around it, as far as it is in the window.
  const surroundings = (number, beside) => {
    const box = element(number).getBoundingClientRect();
    const [left, top] = [Math.max(box.left - beside, 0), Math.max(box.top - beside, 0)];
    const [right, bottom] = [Math.min(box.right + beside, innerWidth), Math.min(box.bottom + beside, innerHeight)];
    return [left, top, Math.max(right - left, 1), Math.max(bottom - top, 1)];
  };

  sadaProbe.offer({
    framesHere,
    graphics,
    graphicsInView,
    movedThrough,
    pointedThrough,
    scrollBack,
    seenThrough,
    show,
    showAt,
    surroundings,
  });
})();
