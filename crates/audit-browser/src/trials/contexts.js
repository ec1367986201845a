// What happens to the page when something gets the focus or another value. Elements are told by their numbers in probe.js.
(() => {
  const { active, element, fateOf, holds, numberOf } = sadaProbe;

  let wanted = null;
  let hasGot = false;
  addEventListener("focus", (event) => {
    if (wanted && event.target instanceof Element && holds(event.target, wanted)) hasGot = true;
  }, true);

  // Puts the focus on something, wherever scripts send it at once; whether it had it.
  const putFocus = (number) => {
    [wanted, hasGot] = [element(number), false];
    wanted.focus();
    return hasGot || active() === wanted;
  };
  const isFree = () => active() === null;

  // Where the focus has gone from there: whether it is there or in there, else on what, and what has become of the element.
  const afterFocus = (number) => {
    const [at, now] = [element(number), active()];
    const stays = now !== null && holds(at, now);
    return { stays, other: now && !stays ? numberOf(now) : null, fate: fateOf(at) };
  };

  const groupOf = (radio) => [...radio.getRootNode().querySelectorAll("input[type=radio]")].filter(
    (other) => other.name === radio.name && other.form === radio.form && !other.disabled,
  );

  // How another value is given to it, and how many keys that takes; null where that is not tried.
  const choiceOf = (number) => {
    const at = element(number);
    if (!at.isConnected || at.matches(":disabled, [aria-disabled=true], [readonly]")) return null;
    if (at.tagName === "SELECT") return !at.multiple && at.size < 2 && at.options.length > 1 ? ["select", 1] : null;
    if (at.tagName !== "INPUT") return null;
    if (at.type === "checkbox") return ["checkbox", 1];
    if (at.type === "radio") return at.name && groupOf(at).length > 1 ? ["radio", 1] : null;
    const isShort = at.maxLength > 0 && at.maxLength <= 4 && at.value === "";
    return isShort && ["text", "tel", "password"].includes(at.type) ? ["text", at.maxLength] : null;
  };
  const valueOf = (number) => {
    const at = element(number);
    const chosen = at.type === "radio" ? groupOf(at).findIndex((other) => other.checked) : at.checked;
    return `${at.selectedIndex} ${at.value} ${chosen}`;
  };
  // Whether the focus is still there; in a group of radio buttons, on any of them.
  const keepsFocus = (number) => {
    const [at, now] = [element(number), active()];
    return now === null || now === at || (at.type === "radio" && groupOf(at).includes(now));
  };

  sadaProbe.offer({ afterFocus, choiceOf, isFree, keepsFocus, putFocus, valueOf });
})();
