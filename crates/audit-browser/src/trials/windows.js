// How a page does in other windows: what reaches beyond a narrow one (WCAG 1.4.10), what is turned and what is left out when
// the device is turned (1.3.4), and how much of a low one bars take.
(() => {
  const { everything, isShown, numberOf, scrollBack, showAt, textRects, topmost } = sadaProbe;

  // ---- A narrow window

  // What needs two dimensions may have them (WCAG 1.4.10).
  const WIDE = "table, pre, code, svg, canvas, video, math, [role=grid], [role=table], [role=toolbar], [role=application]";
  // What is smaller says nothing.
  const SMALL = 16;
  // So may what scrolls by itself.
  const scrollsItself = (start) => {
    for (let at = start; at instanceof Element && at !== document.documentElement && at !== document.body; at = at.parentElement) {
      if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };

  // What is seen or used as a whole, whatever stands in it.
  const BOXES = "button, embed, iframe, img, input, object, select, textarea";
  // What is read by scrolling sideways: [element, how far it reaches beyond the window, whether one line is wider than that].
  const sticksOut = () => {
    const width = document.documentElement.clientWidth;
    if (document.scrollingElement.scrollWidth <= width + 1) return [];
    const isLeftward = getComputedStyle(document.documentElement).direction === "rtl";
    const found = new Map();
    const look = (at, box, isText) => {
      const [left, right] = [box.left + scrollX, box.right + scrollX];
      const isWide = box.width > width;
      // What is wider than the window sticks out on either side, a column where the page can be scrolled to.
      const sides = isWide ? [right - width, -left] : [isLeftward ? -left : right - width];
      const beyond = Math.ceil(Math.max(...sides));
      if (beyond <= (isWide ? 2 : box.width / 2)) return;
      const [most, wasLine] = found.get(at) ?? [0, false];
      found.set(at, [Math.max(most, beyond), wasLine || (isWide && isText)]);
    };
    for (const parent of everything()) {
      if (!isShown(parent) || parent.closest(WIDE)) continue;
      // Nearly all boxes clip what is in them.
      if (parent.matches(BOXES) && !scrollsItself(parent.parentElement)) {
        const box = parent.getBoundingClientRect();
        if (Math.min(box.width, box.height) >= SMALL) look(parent, box, false);
      }
      if (scrollsItself(parent)) continue;
      for (const text of parent.childNodes) {
        if (text.nodeType !== 3 || !text.data.trim()) continue;
        for (const box of textRects(text)) look(parent, box, true);
      }
    }
    return [...found].map(([parent, [beyond, isLine]]) => [numberOf(parent), beyond, isLine]);
  };

  // ---- A low window

  const isBar = (at) => ["fixed", "sticky"].includes(getComputedStyle(at).position);
  const barOver = (x, y) => {
    for (let at = topmost(x, y); at instanceof Element; at = at.parentElement ?? at.getRootNode().host) if (isBar(at)) return at;
    return null;
  };
  // The bars that stay where they are while the rest is scrolled, and how many hundredths of the window's height they take;
  // null where there is nothing to scroll, or where what stays is the page itself or asks for an answer first.
  const bars = () => {
    const page = document.scrollingElement;
    if (page.scrollHeight < 2 * innerHeight) return null;
    showAt((page.scrollHeight - innerHeight) / 2);
    const [ROWS, COLUMNS] = [32, 4];
    const taken = new Map();
    let rows = 0;
    for (let row = 0; row < ROWS; row++) {
      const y = ((row + 0.5) * innerHeight) / ROWS;
      const over = Array.from({ length: COLUMNS }, (_, column) => barOver(((column + 0.5) * innerWidth) / COLUMNS, y));
      // What stands at one side leaves the lines beside it.
      if (over.some((bar) => bar === null)) continue;
      rows += 1;
      for (const bar of new Set(over)) taken.set(bar, (taken.get(bar) ?? 0) + 1);
    }
    scrollBack();
    const found = [...taken.keys()];
    const words = document.body?.innerText.length ?? 0;
    const isOther = (bar) => bar.closest("dialog, [role=dialog], [role=alertdialog]") || (bar.innerText?.length ?? 0) * 2 > words;
    if (!found.length || found.some(isOther)) return null;
    const largest = found.reduce((one, other) => (taken.get(other) > taken.get(one) ? other : one));
    return [numberOf(largest), Math.round((100 * rows) / ROWS)];
  };

  // ---- How everything is turned

  const angleOf = (at) => {
    const style = getComputedStyle(at);
    let angle = 0;
    if (style.transform !== "none") {
      const matrix = new DOMMatrixReadOnly(style.transform);
      angle += Math.atan2(matrix.b, matrix.a);
    }
    const rotate = /^(-?[\d.]+)deg$/.exec(style.rotate);
    if (rotate) angle += (Number(rotate[1]) * Math.PI) / 180;
    return Math.round((angle * 180) / Math.PI);
  };
  // Elements that are turned: [element, degrees].
  const turned = () => {
    const found = [];
    for (const at of everything()) {
      const angle = angleOf(at);
      if (angle) found.push([numberOf(at), angle]);
    }
    return found;
  };
  // How many letters can be read.
  const lettersShown = () => (document.body?.innerText ?? "").replace(/\s/g, "").length;

  sadaProbe.offer({ bars, lettersShown, sticksOut, turned });
})();
