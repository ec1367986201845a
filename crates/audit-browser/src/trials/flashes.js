// What may flash, and moments of it (WCAG 2.3.1).
(() => {
  const { everything, isShown, numberOf, topmost } = sadaProbe;

  // Milliseconds from one look to the next at which something may flash more than three times a second.
  const SHORT = 250;

  const isQuick = (animation) => {
    const timing = animation.effect?.getComputedTiming?.();
    if (!timing || typeof animation.currentTime !== "number" || typeof timing.duration !== "number") return false;
    const looks = Math.max(1, (animation.effect.getKeyframes?.().length ?? 2) - 1);
    const isLong = timing.duration * timing.iterations >= 500;
    const target = animation.effect.target;
    return animation.playState === "running" && isLong && timing.duration / looks <= SHORT && target && isShown(target);
  };

  let held = [];
  // Holds the animations that may flash; how many there are.
  const holdAnimations = () => {
    held = document.getAnimations().filter(isQuick).map((animation) => [animation, animation.currentTime]);
    for (const [animation] of held) animation.pause();
    return held.length;
  };
  // Shows how they look so many milliseconds later.
  const showMoment = (milliseconds) => {
    for (const [animation, from] of held) animation.currentTime = from + milliseconds;
    return true;
  };
  const letAnimationsGo = () => {
    for (const [animation, from] of held) {
      animation.currentTime = from;
      animation.play();
    }
    held = [];
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
