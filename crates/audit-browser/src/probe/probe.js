// Tells where the focus is, and moves it. Runs in a world of its own beside the page's scripts: it sees the page's tree,
// but nothing that the page's scripts have put over the browser's own functions.
(() => {
  // Hosts of closed shadow roots, told from outside; no script can find those roots.
  const closed = new WeakMap();
  // The elements that were met; an element's place in the list is its number.
  const met = [];
  const numbers = new WeakMap();

  const rootOf = (element) => element.shadowRoot ?? closed.get(element);
  const isFrame = (element) => ["IFRAME", "FRAME", "OBJECT", "EMBED"].includes(element.tagName);

  const numberOf = (element) => {
    let number = numbers.get(element);
    if (number === undefined) {
      number = met.push(element) - 1;
      numbers.set(element, number);
    }
    return number;
  };

  // The element with the focus, in whatever shadow root; null if nothing has it.
  const active = () => {
    let element = document.activeElement;
    if (!element || ((element === document.body || element === document.documentElement) && !element.matches(":focus"))) {
      return null;
    }
    for (;;) {
      const inner = rootOf(element)?.activeElement;
      if (!inner) return element;
      element = inner;
    }
  };

  // Stops that look like one from outside. A custom element may have made a closed root since the others were told.
  const insideOf = (element) => {
    if (isFrame(element) || (element.tagName.includes("-") && !rootOf(element))) return "unseen";
    const isDate = ["date", "datetime-local", "month", "time", "week"].includes(element.type);
    const hasFields = (element.tagName === "INPUT" && isDate) || ["AUDIO", "VIDEO"].includes(element.tagName);
    return hasFields ? "fields" : "nothing";
  };

  const look = () => {
    const element = active();
    return {
      hasLeft: !document.hasFocus(),
      stop: element ? numberOf(element) : null,
      isFrame: element ? isFrame(element) : false,
      inside: element ? insideOf(element) : "nothing",
    };
  };

  // What waits for a frame has had it.
  const lookAfterFrame = () => new Promise((done) => requestAnimationFrame(() => done(look())));

  const FOCUSABLE =
    "a[href], area[href], audio[controls], button, details > summary, embed, iframe, input, object, select, textarea, " +
    "video[controls], [contenteditable], [tabindex]";

  const canTakeFocus = (element) =>
    element.matches(FOCUSABLE) &&
    !element.matches(":disabled, input[type=hidden]") &&
    (element.tagName === "AREA" || element.checkVisibility({ visibilityProperty: true }));

  // The numbers of what may take the focus, in tree order, shadow roots included; `most` of them.
  const candidates = (most) => {
    const found = [];
    // What stands in an inert frame takes the focus from scripts only.
    if (window.frameElement?.closest("[inert]")) return found;
    const search = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
      while (found.length < most && walker.nextNode()) {
        const element = walker.currentNode;
        if (canTakeFocus(element) && !isFrame(element)) found.push(numberOf(element));
        const inner = rootOf(element);
        if (inner) search(inner);
      }
    };
    search(document);
    return found;
  };

  const focus = (number) => {
    met[number].focus();
    return active() === met[number];
  };

  // Takes the focus away from something that does not let go of it: while the page is inert nothing here can have it.
  const beInert = (isInert) => {
    document.documentElement.inert = isInert;
    if (isInert) active()?.blur();
    return true;
  };

  // The element that an element stands in, out of shadow roots as well.
  const around = (number) => {
    const node = met[number].parentNode;
    const element = node instanceof ShadowRoot ? node.host : node;
    return element instanceof Element ? numberOf(element) : null;
  };

  globalThis.sadaProbe = {
    active,
    adopt: (root) => closed.set(root.host, root),
    around,
    beInert,
    candidates,
    element: (number) => met[number],
    focus,
    isFrame,
    look,
    lookAfterFrame,
    numberOf,
    // All scripts share these names: what one of them has taken no other may.
    offer: (functions) => {
      for (const [name, value] of Object.entries(functions)) {
        if (Object.hasOwn(sadaProbe, name)) throw new Error(`sadaProbe.${name} is there already`);
        sadaProbe[name] = value;
      }
    },
    rootOf,
  };
})();
