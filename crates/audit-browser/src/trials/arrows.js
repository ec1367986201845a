// Widgets whose parts are gone through with arrow keys. Elements are told by their numbers in probe.js.
(() => {
  const { active, element, everything, holds, isSeen, numberOf, roleOf } = sadaProbe;

  // The parts of each (ARIA Authoring Practices).
  const PARTS = {
    grid: ["gridcell", "columnheader", "rowheader"],
    listbox: ["option"],
    menu: ["menuitem", "menuitemcheckbox", "menuitemradio"],
    menubar: ["menuitem", "menuitemcheckbox", "menuitemradio"],
    radiogroup: ["radio"],
    tablist: ["tab"],
    tree: ["treeitem"],
    treegrid: ["row", "gridcell"],
  };
  const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]";

  const isOn = (at) => isSeen(at) && !at.matches(":disabled") && !at.closest("[aria-disabled=true], [inert], [aria-hidden=true]");
  const isEditable = (at) => at.isContentEditable || at.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button])");
  const partsOf = (widget) => {
    const role = roleOf(widget);
    if (role === "slider") return [widget];
    const isPart = (at) => at !== widget && PARTS[role].includes(roleOf(at)) && holds(widget, at) && isOn(at);
    const parts = [...everything()].filter(isPart);
    // Cells that nothing can be done with are read, not gone through.
    const canAct = (at) => at.matches(FOCUSABLE) || at.querySelector(FOCUSABLE);
    return role.includes("grid") ? parts.filter(canAct) : parts;
  };
  const isStop = (at) => at.tabIndex >= 0 && at.matches(FOCUSABLE);
  const canTab = (part) => isStop(part) || [...part.querySelectorAll(FOCUSABLE)].some((at) => isStop(at) && isOn(at));

  // Where Tab enters a widget; null if it does not.
  const entryOf = (widget, parts) => {
    const stops = parts.flatMap((part) => [part, ...part.querySelectorAll(FOCUSABLE)]).filter(isStop);
    const isChosen = (at) => ["aria-selected", "aria-checked"].some((name) => at.getAttribute(name) === "true");
    return stops.find(isChosen) ?? stops[0] ?? (isStop(widget) ? widget : null);
  };

  // Widgets that Tab enters and that have more than one part: [widget, where it is entered, whether Tab leads to every part].
  const widgets = (most) => {
    const found = [];
    for (const at of everything()) {
      const role = roleOf(at);
      if (found.length >= most || !(Object.hasOwn(PARTS, role) || role === "slider") || !isOn(at)) continue;
      if (at.matches("select, input, [aria-readonly=true]")) continue;
      const parts = partsOf(at);
      if (role !== "slider" && parts.length < 2) continue;
      const entry = entryOf(at, parts);
      if (!entry || isEditable(entry)) continue;
      found.push([numberOf(at), numberOf(entry), role !== "slider" && parts.every(canTab)]);
    }
    return found;
  };

  const SAID = ["aria-activedescendant", "aria-checked", "aria-expanded", "aria-selected", "aria-valuenow", "aria-valuetext"];
  // What an arrow may change: where the focus is in the widget, and what it says is chosen. The focus may go to what the
  // widget opens, too.
  const stateOf = (number) => {
    const widget = element(number);
    const at = active();
    const said = (part) => SAID.map((name) => part.getAttribute(name)).join();
    const parts = [...everything()].filter((part) => part === widget || holds(widget, part));
    const owner = at ? said(at) : "";
    return [at ? numberOf(at) : "", owner, ...parts.map(said)].join(" ");
  };

  sadaProbe.offer({ stateOf, widgets });
})();
