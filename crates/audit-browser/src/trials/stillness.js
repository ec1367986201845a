// Holds what moves by itself at one moment, so that the page is read as it is then, whenever that happens to be.
(() => {
  const { clippersOf, dress, numberOf, roots } = sadaProbe;

  // More animations are not held.
  const MOST = 500;
  // Of so many is asked when most of them can be seen; the others are held at their beginning.
  const MOST_ASKED = 60;
  // What ends within so many milliseconds is shown as it will be then.
  const SOON = 10000;

  // Animation → what was found: how it began, and whether it was brought to its end.
  const held = new Map();

  // How much of an element can be seen.
  const share = (target) => {
    const { opacity, visibility } = getComputedStyle(target);
    if (visibility !== "visible") return 0;
    let { left, top, right, bottom } = target.getBoundingClientRect();
    for (const { at, clipsX, clipsY } of clippersOf(target.parentElement)) {
      const edge = at.getBoundingClientRect();
      if (clipsX) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
      if (clipsY) [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
    }
    [left, top] = [Math.max(left, -scrollX), Math.max(top, -scrollY)];
    return Math.max(right - left, 0) * Math.max(bottom - top, 0) * Number(opacity);
  };

  // Shows an animation without an end at the first of four moments at which most of its element can be seen.
  const showBest = (animation, timing, isAsked) => {
    const { target, pseudoElement } = animation.effect;
    const moments = [0, 0.25, 0.5, 0.75].map((part) => timing.delay + part * timing.duration);
    let [best, most] = [moments[0], -1];
    if (isAsked && target?.isConnected && !pseudoElement) {
      for (const moment of moments) {
        animation.currentTime = moment;
        const seen = share(target);
        if (seen > most * 1.01) [best, most] = [moment, seen];
      }
    }
    animation.currentTime = best;
  };

  const holdOne = (animation) => {
    const now = animation.currentTime;
    const timing = animation.effect?.getComputedTiming?.();
    const isOurs = timing && typeof now === "number" && typeof timing.duration === "number" && animation.playbackRate > 0;
    if (!isOurs || animation.playState !== "running") return;
    const hasEnd = timing.endTime - now <= SOON;
    held.set(animation, { begin: timing.delay, hasEnd });
    animation.pause();
    if (hasEnd) animation.currentTime = timing.endTime;
    else showBest(animation, timing, held.size <= MOST_ASKED);
  };

  // ---- What is animated

  const animations = () => roots().flatMap((root) => root.getAnimations());
  const running = () => animations().filter((animation) => animation.playState === "running");
  const isMoving = () => running().length > 0;
  // Whether styles are on their way to where they stay.
  const isChanging = () => running().some((animation) => animation.effect?.getComputedTiming().endTime < Infinity);

  // Holds all that moves and is not held yet: what ends soon at its end, what does not where it can be seen. Whether anything
  // is held.
  const holdStill = () => {
    for (const animation of animations()) if (held.size < MOST && !held.has(animation)) holdOne(animation);
    return held.size > 0;
  };
  // Lets everything move on.
  const letMove = () => {
    for (const [animation, { hasEnd }] of held) {
      try {
        if (hasEnd) animation.finish();
        else animation.play();
      } catch {
        // A script has made another one of it meanwhile.
      }
    }
    held.clear();
    return true;
  };

  // From now on the page is at once where it is led.
  const AT_ONCE = new CSSStyleSheet();
  AT_ONCE.replaceSync("* { scroll-behavior: auto !important }");
  const scrollAtOnce = () => dress(AT_ONCE, true);

  // Elements that go on moving: no one picture shows how they look.
  const endless = (most) => {
    const moving = animations().filter((animation) => animation.playState === "running" || held.get(animation)?.hasEnd === false);
    const targets = new Set(moving.map((animation) => animation.effect?.target).filter((target) => target));
    return [...targets].slice(0, most).map(numberOf);
  };

  sadaProbe.offer({ animations, endless, held: () => held, holdStill, isChanging, isMoving, letMove, scrollAtOnce });
})();
