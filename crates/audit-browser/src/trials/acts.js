// What a visitor does with what has the focus. Elements are told by their numbers in probe.js.
(() => {
  const { active, element, everything, holds, isShown, numberOf } = sadaProbe;

  const isSeen = (at) => {
    const box = at.getBoundingClientRect();
    return isShown(at) && box.width > 0 && box.height > 0;
  };
  const roleOf = (at) => (at.getAttribute("role") ?? "").trim().toLowerCase().split(/\s+/)[0];

  // Everything that Tab may lead to, in tree order.
  const stopsIn = function* (outer = document) {
    for (const at of everything()) {
      const isIn = outer === document || holds(outer, at);
      if (isIn && at.tabIndex >= 0 && isSeen(at) && !at.matches(":disabled") && !at.closest("[inert]")) yield at;
    }
  };

  // ---- Pressing buttons

  // Whether it is a button that neither sends a form nor leads to another place.
  const isPressable = (number) => {
    const at = element(number);
    if (!at.isConnected || at.closest("[aria-disabled=true]") || at.isContentEditable) return false;
    if (at.tagName === "SUMMARY") return true;
    if (at.tagName === "BUTTON" || at.tagName === "INPUT") {
      const isButton = at.tagName === "BUTTON" ? at.type !== "reset" : at.type === "button";
      return isButton && (at.form === null || at.type === "button");
    }
    const opens = at.hasAttribute("aria-haspopup") || at.hasAttribute("aria-expanded");
    const isButton = ["button", "switch"].includes(roleOf(at)) || opens;
    if (at.matches("a[href], area[href]")) return isButton && /^(#|javascript:)/i.test(at.getAttribute("href").trim());
    return isButton && !at.matches("input, select, textarea, audio, video, iframe, object, embed");
  };

  // Whether the browser itself shows or hides something when it is pressed.
  const actsByItself = (number) => element(number).matches("summary, [popovertarget], [command], [commandfor]");

  const OPENED = "dialog[open], [role=dialog], [role=alertdialog], [role=menu], [role~=dialog]";
  const opened = () => [...everything()].filter((at) => at.matches(OPENED) && isSeen(at));

  let known = new Set();
  let rank = 0;
  // What says that this is another page to a visitor, though it is one document.
  const view = () => `${location.href} ${document.title}`;
  let shown = "";
  // Before a button is pressed: what is open, and how many stops come before the button.
  const beforePress = (number) => {
    known = new Set(opened());
    rank = [...stopsIn()].indexOf(element(number));
    shown = view();
    return true;
  };

  const fateOf = (at) => {
    if (!at.isConnected) return "removed";
    if (!isSeen(at) || at.closest("[inert]")) return "hidden";
    return at.matches(":disabled") ? "disabled" : "there";
  };
  const isToggled = (at) => (at.tagName === "SUMMARY" ? at.parentElement.open : at.getAttribute("aria-expanded") === "true");

  // After: what has become of the button, and what it has opened.
  const afterPress = (number) => {
    const at = element(number);
    const news = opened().find((found) => !known.has(found) && !holds(found, at));
    const isModal = news && (news.getAttribute("aria-modal") === "true" || news.matches(":modal"));
    return {
      fate: fateOf(at),
      opened: news ? numberOf(news) : null,
      what: news?.matches("[role=menu]") ? "menu" : isModal ? "modalDialog" : "dialog",
      isToggled: isToggled(at),
    };
  };

  // Whether Tab has begun at the start again, though much comes before the place where the button was. Where the page
  // leads to another view, or what was before has gone too, nothing is said.
  const startsOver = () => {
    const stops = [...stopsIn()];
    return view() === shown && rank >= 2 && stops.length > rank && stops[0] === active();
  };

  // ---- What was opened

  const isOpen = (number) => {
    const at = element(number);
    return at.isConnected && isSeen(at);
  };
  // Whether the focus is in it; a list of choices may be gone through from outside (ARIA, aria-activedescendant).
  const hasFocus = (number) => {
    const [outer, at] = [element(number), active()];
    if (!at) return false;
    const part = at.getRootNode().getElementById?.(at.getAttribute("aria-activedescendant"));
    // Some put the focus on a box that holds nothing else.
    const isWrapper = at !== document.body && holds(at, outer) && [...stopsIn(at)].every((stop) => stop === at || holds(outer, stop));
    return holds(outer, at) || isWrapper || (part ? holds(outer, part) : false);
  };
  // The first thing in it that can take the focus; itself last.
  const firstIn = (number) => {
    const outer = element(number);
    const [first] = stopsIn(outer);
    if (first) return numberOf(first);
    return outer.hasAttribute("tabindex") ? number : null;
  };

  const CLOSES =
    /^\W*[×✕✖✗⨉xX]\W*$|\b(close|dismiss|cancel|schließen|abbrechen|fermer|annuler|cerrar|cancelar)\b|إغلاق|أغلق|إلغاء|بستن|ببند|لغو|انصراف/i;
  // A button in it that says it closes; null if there is none.
  const closerIn = (number) => {
    for (const at of stopsIn(element(number))) {
      if (!isPressable(numberOf(at)) && !at.closest("form[method=dialog]")) continue;
      const words = [at.textContent, at.value, at.title, at.getAttribute("aria-label")];
      if (words.some((said) => CLOSES.test((said ?? "").trim()))) return numberOf(at);
    }
    return null;
  };

  // Whether an element lies between a link and what that leads to, on a page whose stops come in their usual order.
  const isSkipped = (number, link) => {
    const [at, from] = [element(number), element(link)];
    const hash = (from.hash ?? "").slice(1);
    const target = document.getElementById(hash) ?? document.getElementById(/%(?![0-9a-f]{2})/i.test(hash) ? "" : decodeURIComponent(hash));
    if (!target || document.querySelector("[tabindex]:not([tabindex^='-'], [tabindex='0'])")) return false;
    const { DOCUMENT_POSITION_FOLLOWING: FOLLOWING, DOCUMENT_POSITION_CONTAINED_BY: INSIDE } = Node;
    const comesAfter = (one, other) => (one.compareDocumentPosition(other) & (FOLLOWING | INSIDE)) === FOLLOWING;
    return comesAfter(from, at) && comesAfter(at, target);
  };

  sadaProbe.offer({
    actsByItself,
    afterPress,
    beforePress,
    closerIn,
    fateOf,
    firstIn,
    hasFocusIn: hasFocus,
    isOpen,
    isPressable,
    isSeen,
    isSkipped,
    roleOf,
    startsOver,
    stopsIn,
  });
})();
