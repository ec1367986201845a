// Boxes that move aside, come or go by themselves, moment by moment (WCAG 2.2.2): what carousels and tickers do.
(() => {
  const { everything, isShown, numberOf } = sadaProbe;

  const MOST = 2000;
  const LEAST_STEP = 8;

  // How each box stood in its parent.
  let before = new Map();
  // Parent → the moments at which something in it had changed.
  const changes = new Map();
  let moment = 0;

  // Style sheets say themselves of what is animated without an end.
  const isEndless = (at) => at.getAnimations().some((one) => one.effect?.getComputedTiming().endTime === Infinity);
  const holdsContent = (at) => at.querySelector("img, svg, picture, canvas") !== null || /[\p{L}\p{N}]/u.test(at.textContent);
  const standing = (at) => {
    const [box, outer] = [at.getBoundingClientRect(), at.parentElement.getBoundingClientRect()];
    const isThere = box.width > 16 && box.height > 8 && isShown(at);
    return isThere ? { x: box.left - outer.left, y: box.top - outer.top } : null;
  };
  const hasMoved = (at, was, is) => {
    if ((was === null) !== (is === null)) return true;
    if (was === null) return false;
    // What grows above pushes down what stands below.
    const isSent = Math.abs(was.y - is.y) >= LEAST_STEP && getComputedStyle(at).transform !== "none";
    return isSent || Math.abs(was.x - is.x) >= LEAST_STEP;
  };

  const lookAtMoves = () => {
    moment += 1;
    const now = new Map();
    for (const at of everything()) {
      if (now.size >= MOST) break;
      const parent = at.parentElement;
      if (!parent || !document.body?.contains(parent) || ["SCRIPT", "STYLE", "TEMPLATE", "OPTION"].includes(at.tagName)) continue;
      const is = standing(at);
      now.set(at, is);
      if (before.has(at) && hasMoved(at, before.get(at), is) && !isEndless(at)) {
        if (!changes.has(parent)) changes.set(parent, new Set());
        changes.get(parent).add(moment);
      }
    }
    before = now;
    return true;
  };
  // [what holds it, at how many moments something in it had changed, and how many moments lie between the first and the last]
  const movers = () =>
    [...changes]
      .filter(([at]) => at.isConnected && isShown(at) && holdsContent(at))
      .map(([at, moments]) => [numberOf(at), moments.size, Math.max(...moments) - Math.min(...moments)]);

  sadaProbe.offer({ lookAtMoves, movers });
})();
