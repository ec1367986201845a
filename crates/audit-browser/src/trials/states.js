// What pressing a widget shows on the screen, and what it says of itself (WCAG 4.1.2). Elements are told by their numbers.
(() => {
  const { element, everything, holds, isShown, numberOf, topmost } = sadaProbe;

  const STATES = ["aria-expanded", "aria-pressed", "aria-checked", "aria-selected"];
  const CUSTOM = "button, summary, [role=button], [role=switch], [role=checkbox], [role=radio], [role=tab]";
  const SPOKEN = "dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [role=tooltip], [role=alert], [role=status], [aria-live]";

  const stateOf = (at) => STATES.find((state) => ["true", "false"].includes(at.getAttribute(state)));
  const isSeen = (at) => {
    const box = at.getBoundingClientRect();
    return isShown(at) && box.width >= 8 && box.height >= 8;
  };

  // Whether pressing it neither sends a form nor leads elsewhere, nor does what browsers do by themselves.
  const isWidget = (at) => {
    if (!at.matches(CUSTOM) || at.matches(":disabled, summary, [aria-disabled=true], [aria-haspopup]")) return false;
    if (at.closest("[inert], [aria-hidden=true], a[href], [contenteditable=true]")) return false;
    if (at.tagName === "BUTTON") return at.form === null || at.type === "button";
    return !["INPUT", "SELECT", "TEXTAREA", "A", "AREA"].includes(at.tagName) && !at.querySelector("a[href], input, select, textarea, button");
  };

  // The numbers of widgets, those that say a state first.
  const stateful = (most) => {
    const all = [...everything()].filter((at) => isWidget(at) && isSeen(at));
    const said = all.filter((at) => stateOf(at));
    const unsaid = all.filter((at) => !stateOf(at) && at.matches("button, [role=button]"));
    return [...said, ...unsaid].slice(0, most).map(numberOf);
  };

  let shown = new Set();
  const boxesShown = () => {
    const found = new Set();
    let left = 5000;
    for (const at of everything()) {
      if (left-- <= 0) break;
      if (isSeen(at) && at.textContent.trim() !== "") found.add(at);
    }
    return found;
  };

  // Where a widget can be pressed with the pointer: window coordinates; null if something lies over it.
  const handleOf = (number) => {
    const at = element(number);
    if (!at.isConnected || !isSeen(at)) return null;
    const box = at.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const hit = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight ? topmost(x, y) : null;
    return hit && holds(at, hit) ? [x, y] : null;
  };

  const rememberSeen = () => {
    shown = boxesShown();
    return true;
  };

  // What a widget may be taken to open and close: what it says it controls, and what stands near it.
  const isOf = (part, at) => {
    const controlled = (at.getAttribute("aria-controls") ?? "").split(/\s+/).map((id) => id && document.getElementById(id));
    if (controlled.some((target) => target && (holds(target, part) || holds(part, target)))) return true;
    const around = at.parentElement?.parentElement ?? at.parentElement;
    return around !== null && around !== document.body && around !== document.documentElement
      ? holds(around, part)
      : part.parentElement === at.parentElement;
  };

  // Only the outermost of what has changed counts, and nothing around or in the widget.
  const outermost = (parts, at) => {
    const own = parts.filter((part) => !holds(part, at) && !holds(at, part) && !part.closest(SPOKEN) && isOf(part, at));
    return own.filter((part) => !own.some((other) => other !== part && holds(other, part)));
  };

  // What a widget says of itself, and the first thing that has come up or gone since `rememberSeen`.
  const stateNow = (number) => {
    const at = element(number);
    if (!at.isConnected) return null;
    const now = boxesShown();
    const [come] = outermost([...now].filter((part) => !shown.has(part)), at);
    const [gone] = outermost([...shown].filter((part) => !now.has(part)), at);
    const state = stateOf(at) ?? null;
    return {
      state,
      value: state ? at.getAttribute(state) : null,
      words: [at.getAttribute("aria-label"), at.getAttribute("title"), at.innerText, at.getAttribute("aria-labelledby")].join("|"),
      come: come ? numberOf(come) : null,
      gone: gone ? numberOf(gone) : null,
      hasDialog: [...everything()].some((part) => part.matches("dialog[open], [role=dialog], [role=alertdialog], [role=menu]") && isSeen(part)),
    };
  };

  const isStillSeen = (number) => element(number).isConnected && isSeen(element(number));

  sadaProbe.offer({ handleOf, isStillSeen, rememberSeen, stateNow, stateful });
})();
