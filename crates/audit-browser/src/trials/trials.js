// What else is tried on a page, beside the keys that lead through it. Elements are told by their numbers in probe.js.
(() => {
  const { numberOf, rootOf, element } = sadaProbe;

  // Every element, shadow roots included, in tree order.
  const everything = function* (root = document) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      yield walker.currentNode;
      const inner = rootOf(walker.currentNode);
      if (inner) yield* everything(inner);
    }
  };

  // ---- What lies where

  const holds = (outer, inner) => {
    for (let at = inner; at; at = at.parentNode ?? at.host) if (at === outer) return true;
    return false;
  };

  const topmost = (x, y) => {
    let hit = document.elementFromPoint(x, y);
    while (hit && rootOf(hit)) {
      const inner = rootOf(hit).elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit;
  };

  const blur = () => {
    let active = document.activeElement;
    while (active && rootOf(active)?.activeElement) active = rootOf(active).activeElement;
    active?.blur();
    return true;
  };

  // ---- Texts that are cut off

  const textRects = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  };

  const isShown = (at) =>
    at.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });

  // Boxes that hide what does not fit, around an element, until something is positioned out of them.
  const clippersOf = (start) => {
    const found = [];
    let isFixed = false;
    let isAbsolute = false;
    for (let at = start; at instanceof Element; at = at.parentNode instanceof ShadowRoot ? at.parentNode.host : at.parentNode) {
      const style = getComputedStyle(at);
      const clipsX = ["hidden", "clip"].includes(style.overflowX);
      const clipsY = ["hidden", "clip"].includes(style.overflowY);
      const isRoot = at === document.documentElement || at === document.body;
      if (!isRoot && (clipsX || clipsY) && !isFixed && !(isAbsolute && style.position === "static")) {
        found.push({ at, clipsX, clipsY, hasEllipsis: style.textOverflow !== "clip" });
      }
      if (style.position === "fixed") isFixed = true;
      if (style.position === "absolute") isAbsolute = true;
      else if (style.position !== "static") isAbsolute = false;
    }
    return found;
  };

  // Texts of which a part lies beyond a box that hides it: [element, what hides it, whether letters are cut through].
  const cutOff = () => {
    const found = new Map();
    // In a frame so small nobody reads.
    if (innerWidth < 60 || innerHeight < 20) return [];
    for (const parent of everything()) {
      if (!isShown(parent)) continue;
      const texts = [...parent.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
      if (!texts.length) continue;
      const clippers = clippersOf(parent);
      // In a box of a pixel, texts are for screen readers alone.
      const isTiny = ({ at }) => at.getBoundingClientRect().width <= 2 || at.getBoundingClientRect().height <= 2;
      if (!clippers.length || clippers.some(isTiny)) continue;
      for (const text of texts) {
        for (const box of textRects(text)) {
          for (const { at, clipsX, clipsY } of clippers) {
            const edge = at.getBoundingClientRect();
            // What is wholly outside was hidden on purpose: carousels, texts for screen readers.
            const isPartly = box.right > edge.left && box.left < edge.right && box.bottom > edge.top && box.top < edge.bottom;
            const slack = Math.max(2, box.height / 4);
            const isCutX = clipsX && (box.left < edge.left - slack || box.right > edge.right + slack);
            const isCutY = clipsY && (box.top < edge.top - slack || box.bottom > edge.bottom + slack);
            const isBelow = clipsY && box.top >= edge.bottom && edge.height > 2;
            if (edge.width > 2 && ((isPartly && (isCutX || isCutY)) || isBelow)) {
              const isThrough = (isPartly && isCutY) || (found.get(parent)?.[1] ?? false);
              found.set(parent, [at, isThrough]);
            }
          }
        }
      }
    }
    return [...found].map(([parent, [at, isThrough]]) => [numberOf(parent), numberOf(at), isThrough]);
  };

  // ---- Spaced-out texts (WCAG 1.4.12)

  const SPACED = new CSSStyleSheet();
  SPACED.replaceSync(
    "*, *::before, *::after { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }" +
      "p { margin-block-end: 2em !important }",
  );
  const roots = () => {
    const found = [document];
    for (const at of everything()) if (rootOf(at)) found.push(rootOf(at));
    return found;
  };
  const dress = (sheet, isOn) => {
    for (const root of roots()) {
      const others = [...root.adoptedStyleSheets].filter((known) => known !== sheet);
      root.adoptedStyleSheets = isOn ? [...others, sheet] : others;
    }
    return true;
  };
  const spaceOut = (isOn) => dress(SPACED, isOn);

  // ---- Letters that cannot be seen, so that what is behind them can

  const PAINT = new CSSStyleSheet();
  // Paints all letters in one colour; in their own ones again where that is null.
  const paintLetters = (color) => {
    PAINT.replaceSync(
      `*, *::before, *::after, *::placeholder { color: ${color} !important; -webkit-text-fill-color: ${color} !important;` +
        ` text-decoration-color: ${color} !important; -webkit-text-stroke-color: ${color} !important;` +
        " caret-color: transparent !important; transition: none !important; animation-play-state: paused !important }",
    );
    return dress(PAINT, color !== null);
  };

  // ---- What changes

  let changes = 0;
  // What has changed since nothing was expected, and what was found to do so by itself.
  let changed = new Set();
  let restless = new WeakSet();
  let texts = new Map();
  const observer = new MutationObserver((records) => count(records));
  const count = (records) => {
    for (const record of records) {
      const at = record.target.nodeType === 3 ? record.target.parentNode : record.target;
      if (!(at instanceof Element) || ["SCRIPT", "STYLE", "HEAD", "TITLE", "META", "LINK"].includes(at.tagName)) continue;
      changed.add(at);
      if (!restless.has(at)) changes += 1;
      const isText =
        record.type === "characterData" ||
        [...record.addedNodes, ...record.removedNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (isText && isShown(at)) texts.set(at, (texts.get(at) ?? 0) + 1);
    }
  };
  const watch = () => {
    observer.observe(document, { attributes: true, childList: true, characterData: true, subtree: true });
    for (const at of everything()) {
      const root = rootOf(at);
      if (root) observer.observe(root, { attributes: true, childList: true, characterData: true, subtree: true });
    }
    texts = new Map();
    restless = new WeakSet();
    observer.takeRecords();
    return expectNothing();
  };
  const state = () => [scrollX, scrollY, location.href, document.activeElement && numberOf(document.activeElement)].join(" ");
  let before = "";
  const expectNothing = () => {
    count(observer.takeRecords());
    changes = 0;
    changed = new Set();
    before = state();
    return true;
  };
  const hasChanged = () => {
    count(observer.takeRecords());
    return changes > 0 || state() !== before;
  };
  // What has changed since nothing was expected.
  const changedElements = () => {
    count(observer.takeRecords());
    return [...changed];
  };
  // From now on, what has changed since nothing was expected is no answer to anything.
  const ignoreChanged = () => {
    for (const at of changedElements()) restless.add(at);
    return true;
  };
  const changedTexts = () => {
    count(observer.takeRecords());
    return [...texts].filter(([at]) => at.isConnected).map(([at, times]) => [numberOf(at), times]);
  };

  // ---- What addresses give

  // What a document says: where it is, what it is called, its first heading, its language, its words, the words of each box
  // in it, whether scripts may make something else of it, and whether there is more on it than words.
  const said = (page, url, words, wordsOf, isScripted) => {
    const boxes = [...page.querySelectorAll("aside, div, header, nav, ol, p, section, table, ul")].slice(0, 300);
    return {
      url,
      title: page.title,
      heading: page.querySelector("h1")?.textContent ?? "",
      language: page.documentElement?.lang ?? "",
      words,
      boxes: boxes.map(wordsOf).filter((text) => text.length < 500),
      isScripted,
      isMixed: page.querySelector("img, svg, canvas, video, audio, iframe, object, embed, input, select, textarea") !== null,
    };
  };
  // The same of this document as it is shown; the first heading that can be seen.
  const saysNow = () => {
    const heading = [...document.querySelectorAll("h1")].find(isShown)?.innerText ?? "";
    const words = document.body?.innerText ?? "";
    return { ...said(document, location.href, words, (box) => box.innerText ?? "", false), heading };
  };

  // What an address gives; null where that cannot be known from here.
  const resource = async (address) => {
    try {
      const response = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout(3000) });
      if (!response.ok) return null;
      const text = (await response.text()).slice(0, 1 << 20);
      const isPage = (response.headers.get("content-type") ?? "").includes("html");
      const page = new DOMParser().parseFromString(isPage ? text : "", "text/html");
      if (!isPage) return said(page, response.url, text.slice(0, 20000), () => "", false);
      // What leads on by itself says nothing of where it leads.
      const isScripted = page.querySelector("script, meta[http-equiv=refresh i]") !== null;
      page.querySelectorAll("script, style, template").forEach((element) => element.remove());
      return said(page, response.url, page.body?.textContent ?? "", (box) => box.textContent, isScripted);
    } catch {
      return null;
    }
  };

  // ---- What can be pressed

  const PRESSED = "button, summary, area, [role=button], [role=switch], [role=checkbox], [onclick], a[href]";
  const FIELDS = "input, select, textarea, [contenteditable]";
  // What a visitor can use: what is pressed, and whether there is anything else, such as a link to another page, unless these
  // do not count.
  const controls = (countsLinks = true) => {
    const all = [...everything()].filter((at) => at.matches(`${PRESSED}, ${FIELDS}, iframe, object, embed`));
    const usable = all.filter((at) => isShown(at) && !at.matches(":disabled"));
    const isToggle = (at) => at.matches("input[type=checkbox], input[type=radio], input[type=button]");
    const leads = (at) => at.matches("a[href], area") && !at.getAttribute("href")?.startsWith("#");
    const sends = (at) => at.form && at.matches("button, input") && ["submit", "reset", "image"].includes(at.type);
    const isOther = (at) => leads(at) || sends(at) || (at.matches(`${FIELDS}, iframe, object, embed`) && !isToggle(at));
    const hasOthers = usable.some((at) => isOther(at) && (countsLinks || !leads(at)));
    return { pressed: usable.filter((at) => !isOther(at)), hasOthers };
  };
  // Numbers of all that can be pressed; null if there is more to use than that, or too much.
  const pressable = (most, countsLinks = true) => {
    const { pressed, hasOthers } = controls(countsLinks);
    return hasOthers || pressed.length > most ? null : pressed.map(numberOf);
  };
  const press = (number) => {
    element(number).click();
    return true;
  };
  // Presses it, and whether that has hidden anything from everybody.
  const isThere = (at) => at.isConnected && at.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  let thereBefore = [];
  const pressAndSee = (number) => {
    thereBefore = [...everything()].filter(isThere);
    element(number).click();
    return true;
  };
  const hidesNow = () => !thereBefore.every(isThere);
  const hasControls = () => {
    const { pressed, hasOthers } = controls();
    return hasOthers || pressed.length > 0;
  };
  // The middle of an element, if that is in the window.
  const middle = (number) => {
    const box = element(number).getBoundingClientRect();
    const at = [box.left + box.width / 2, box.top + box.height / 2];
    return box.width > 0 && at[0] > 0 && at[1] > 0 && at[0] < innerWidth && at[1] < innerHeight ? at : null;
  };

  // ---- Sounds and films

  // Milliseconds that each step of loading, decoding and looking may take.
  const PATIENCE = 8000;

  // Waits in the page's own time: while the machine has none for the page, none passes.
  const TICK = 50;
  const within = async (milliseconds, promise) => {
    let isDone = false;
    const done = promise.then((value) => {
      isDone = true;
      return value;
    });
    for (let waited = 0; waited < milliseconds && !isDone; waited += TICK) {
      await Promise.race([done, new Promise((next) => setTimeout(next, TICK))]);
    }
    return isDone ? done : undefined;
  };

  // A file, if it is not too large to be looked through; null where it cannot be read.
  const file = async (address) => {
    try {
      const response = await fetch(address, { credentials: "omit", signal: AbortSignal.timeout(PATIENCE) });
      if (!response.ok || Number(response.headers.get("content-length")) > 3e7) return null;
      return await response.blob();
    } catch {
      return null;
    }
  };

  // Whether a file has any sound in it, and not just a silent track; null where that cannot be known.
  const hasSound = async (found) => {
    try {
      const decoded = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await found.arrayBuffer());
      for (let channel = 0; channel < decoded.numberOfChannels; channel++) {
        if (decoded.getChannelData(channel).some((sample) => Math.abs(sample) > 0.001)) return true;
      }
      return false;
    } catch {
      return null;
    }
  };

  // Whether there may be writing in a picture: rows next to each other in which bright and dark take turns, twice a letter.
  const mayHoldWriting = ({ data, width, height }) => {
    const [CONTRAST, TURNS, ROWS] = [70, 12, 6];
    const light = (at) => 0.3 * data[at] + 0.59 * data[at + 1] + 0.11 * data[at + 2];
    for (let y = 0, rows = 0; y < height; y++) {
      let [turns, last] = [0, 0];
      for (let x = 2; x < width; x++) {
        const at = 4 * (y * width + x);
        const step = light(at) - light(at - 8);
        if (Math.abs(step) < CONTRAST || Math.sign(step) === last) continue;
        last = Math.sign(step);
        turns += 1;
      }
      rows = turns >= TURNS ? rows + 1 : 0;
      if (rows >= ROWS) return true;
    }
    return false;
  };

  // Whether words may be part of the picture of a film for more than a moment; null where that cannot be seen.
  const showsWords = async (found) => {
    const [LOOKS, FEW] = [8, 2];
    const video = Object.assign(document.createElement("video"), { muted: true, preload: "auto" });
    const comes = (name) => within(PATIENCE, new Promise((done) => video.addEventListener(name, () => done(true), { once: true })));
    const address = URL.createObjectURL(found);
    try {
      const isLoaded = comes("loadeddata");
      video.src = address;
      if (!(await isLoaded) || !video.videoWidth || !Number.isFinite(video.duration)) return null;
      const [width, height] = [640, Math.round((640 * video.videoHeight) / video.videoWidth)];
      const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      let withWords = 0;
      for (let look = 0; look < LOOKS; look++) {
        const isThere = comes("seeked");
        video.currentTime = (video.duration * (look + 0.5)) / LOOKS;
        if (!(await isThere)) return null;
        pen.drawImage(video, 0, 0, width, height);
        if (mayHoldWriting(pen.getImageData(0, 0, width, height))) withWords += 1;
      }
      return withWords > FEW;
    } catch {
      return null;
    } finally {
      video.removeAttribute("src");
      URL.revokeObjectURL(address);
    }
  };

  // Plays it, silently if it did not, until some of it was decoded: whether a sound was. What has played for a while without
  // one has no track; null where it does not play.
  const hasTrack = async (media) => {
    const WHILE = 0.3;
    const from = media.currentTime;
    const isHeard = () => media.webkitAudioDecodedByteCount > 0;
    const hasPlayed = () => media.ended || Math.abs(media.currentTime - from) >= WHILE;
    const isKnown = () => isHeard() || hasPlayed() || media.error !== null;
    if (media.paused && !media.ended) {
      media.muted = true;
      media.play().catch(() => {});
    }
    for (let waited = 0; waited < PATIENCE && !isKnown(); waited += TICK) await new Promise((next) => setTimeout(next, TICK));
    // The last of it may just be on its way.
    if (!isHeard()) await new Promise((next) => setTimeout(next, 2 * TICK));
    if (isHeard()) return true;
    return hasPlayed() ? false : null;
  };

  // What is known of one once it has been loaded and heard for a moment, without a sound.
  const listen = async (media) => {
    const autoplays = !media.paused || media.ended || media.currentTime > 0;
    if (media.readyState < 1) {
      const isOver = new Promise((done) => {
        for (const name of ["loadedmetadata", "error"]) media.addEventListener(name, done, { once: true });
        // The last of several sources says it, and the element does not.
        for (const source of media.querySelectorAll("source")) source.addEventListener("error", () => media.networkState === 3 && done());
      });
      if (media.preload === "none") media.preload = "metadata";
      if (media.error === null && (media.networkState !== 3)) await within(PATIENCE, isOver);
    }
    if (media.readyState < 1) return [numberOf(media), autoplays, null, null, null, null];
    const { currentTime, muted, paused: wasPaused } = media;
    const isHeard = await hasTrack(media);
    const found = isHeard ? await file(media.currentSrc) : null;
    const hasAudio = isHeard ? ((found && (await within(PATIENCE, hasSound(found)))) ?? null) : isHeard;
    const hasVideo = media.tagName === "VIDEO" && media.videoWidth > 0;
    const hasWords = hasAudio && hasVideo ? ((await within(PATIENCE, showsWords(found))) ?? null) : null;
    if (wasPaused) {
      media.pause();
      media.currentTime = currentTime;
      media.muted = muted;
    }
    // JSON has no infinity.
    const duration = Number.isFinite(media.duration) ? media.duration : -1;
    return [numberOf(media), autoplays, duration, hasAudio, hasVideo, hasWords];
  };

  // [element, plays by itself, seconds or -1 for a stream, can be heard, can be seen, may show words]; null for what is not
  // known.
  const media = async (most) => {
    const all = [...everything()].filter((at) => at instanceof HTMLMediaElement).slice(0, most);
    return Promise.all(all.map(listen));
  };

  sadaProbe.offer({
    blur,
    changedElements,
    changedTexts,
    clippersOf,
    cutOff,
    dress,
    everything,
    expectNothing,
    hasChanged,
    holds,
    isShown,
    hasControls,
    hidesNow,
    ignoreChanged,
    media,
    middle,
    paintLetters,
    press,
    pressAndSee,
    pressable,
    resource,
    roots,
    saysNow,
    spaceOut,
    topmost,
    textRects,
    watch,
  });
})();
