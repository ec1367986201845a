// What may flash, and moments of it (WCAG 2.3.1).
(() => {
  const { everything, held, isShown, numberOf, running, topmost } = sadaProbe;

  // Milliseconds from one look to the next at which something may flash more than three times a second.
  const SHORT = 250;

  const isQuick = (animation) => {
    const timing = animation.effect?.getComputedTiming?.();
    if (!timing || typeof animation.currentTime !== "number" || typeof timing.duration !== "number") return false;
    const looks = Math.max(1, (animation.effect.getKeyframes?.().length ?? 2) - 1);
    const isLong = timing.duration * timing.iterations >= 500;
    const target = animation.effect.target;
    const moves = animation.playState === "running" || held().has(animation);
    return moves && isLong && timing.duration / looks <= SHORT && target && isShown(target);
  };

  let shown = [];
  // Holds the animations that may flash; how many there are. What is held already is shown from its beginning.
  const holdAnimations = () => {
    const all = new Set([...running(), ...held().keys()]);
    shown = [...all].filter(isQuick).map((animation) => {
      const { begin } = held().get(animation) ?? {};
      return { animation, found: animation.currentTime, begin: begin ?? animation.currentTime };
    });
    for (const { animation } of shown) animation.pause();
    return shown.length;
  };
  // Shows how they look so many milliseconds later.
  const showMoment = (milliseconds) => {
    for (const { animation, begin } of shown) animation.currentTime = begin + milliseconds;
    return true;
  };
  const letAnimationsGo = () => {
    for (const { animation, found } of shown) {
      animation.currentTime = found;
      if (!held().has(animation)) animation.play();
    }
    shown = [];
    return true;
  };

  // Whether there are pictures that may move without a script.
  const hasMovingPictures = () =>
    [...everything()].some(
      (at) =>
        isShown(at) &&
        (at.tagName === "CANVAS" || (at.tagName === "VIDEO" && !at.paused) || (at.tagName === "IMG" && /\.(gif|apng)([?#]|$)/i.test(at.currentSrc))),
    );

  // The element that is seen at a place of the window.
  const seenAt = (x, y) => {
    const at = topmost(x, y);
    return at ? numberOf(at) : null;
  };

  sadaProbe.offer({ hasMovingPictures, holdAnimations, letAnimationsGo, seenAt, showMoment });
})();
