// What may flash, and moments of it (WCAG 2.3.1).
(() => {
  const { animations, changedElements, element, everything, held, isShown, numberOf, topmost } = sadaProbe;

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
  // Where the window must be to see all of these: the page's tops of as few windows as will do. What is taller than a window
  // is seen by its upper part.
  const ABOVE = 40;
  const windowsOf = (elements) => {
    const boxes = elements.filter((at) => at.isConnected && isShown(at)).map((at) => at.getBoundingClientRect());
    const tops = boxes.filter((box) => box.width > 0 && box.height > 0).map((box) => [box.top + scrollY, Math.min(box.height, innerHeight / 2)]);
    const windows = [];
    const sees = (top, height) => windows.some((from) => top >= from && top + height <= from + innerHeight);
    if (tops.some(([top, height]) => top >= scrollY && top + height <= scrollY + innerHeight)) windows.push(scrollY);
    for (const [top, height] of tops.sort(([one], [other]) => one - other)) {
      if (!sees(top, height)) windows.push(Math.max(0, top - ABOVE));
    }
    return windows;
  };

  // Holds the animations that may flash; in which windows they are. What is held already is shown from its beginning.
  const holdAnimations = () => {
    const all = new Set([...animations(), ...held().keys()]);
    shown = [...all].filter(isQuick).map((animation) => {
      const { begin } = held().get(animation) ?? {};
      return { animation, found: animation.currentTime, begin: begin ?? animation.currentTime };
    });
    for (const { animation } of shown) animation.pause();
    return windowsOf(shown.map(({ animation }) => animation.effect.target));
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

  const isAnimated = (at) => at.tagName === "IMG" && isShown(at) && /\.(gif|apng)([?#]|$)/i.test(at.currentSrc);
  // Images that may move, whether there are films that do, and where scripts change something or may draw it.
  const animatedImages = (most) => [...everything()].filter(isAnimated).slice(0, most).map(numberOf);
  const hasFilms = () => [...everything()].some((at) => at.tagName === "VIDEO" && !at.paused && isShown(at));
  const restlessWindows = () => windowsOf([...changedElements(), ...[...everything()].filter((at) => at.tagName === "CANVAS")]);

  // Moments of an animated image, `step` milliseconds after each other, as [width, height, red, green and blue of all pixels in
  // base64]; a pixel for so many CSS pixels. Null where it cannot be decoded from here.
  const imageMoments = async (number, coarse, moments, step) => {
    const [MOST_SIDE, MOST_FRAMES, LEAST, USUAL] = [200, 200, 20, 100];
    try {
      const at = element(number);
      const box = at.getBoundingClientRect();
      const [width, height] = [box.width, box.height].map((side) => Math.min(Math.max(Math.round(side / coarse), 1), MOST_SIDE));
      const response = await fetch(at.currentSrc, { credentials: "omit", signal: AbortSignal.timeout(15000) });
      const type = /\.apng([?#]|$)/i.test(at.currentSrc) ? "image/png" : "image/gif";
      const decoder = new ImageDecoder({ data: await response.arrayBuffer(), type });
      await decoder.completed;
      const pen = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
      const frames = [];
      let time = 0;
      const count = Math.min(decoder.tracks.selectedTrack.frameCount, MOST_FRAMES);
      for (let frameIndex = 0; frameIndex < count && time <= moments * step; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        const shown = (image.duration ?? 0) / 1000;
        // What is shorter is shown as long as browsers please.
        time += shown < LEAST ? USUAL : shown;
        pen.clearRect(0, 0, width, height);
        pen.drawImage(image, 0, 0, width, height);
        image.close();
        const { data } = pen.getImageData(0, 0, width, height);
        // What shines through it is not in it: then it is filmed.
        for (let alpha = 3; alpha < data.length; alpha += 4) if (data[alpha] < 255) return null;
        let colors = "";
        for (let pixel = 0; pixel < data.length; pixel += 4) colors += String.fromCharCode(data[pixel], data[pixel + 1], data[pixel + 2]);
        frames.push({ until: time, colors: btoa(colors) });
      }
      const shownAt = (moment) => frames.find(({ until }) => (moment * step) % time < until).colors;
      return [width, height, Array.from({ length: moments + 1 }, (_, moment) => shownAt(moment))];
    } catch {
      return null;
    }
  };

  // The element that is seen at a place of the window.
  const seenAt = (x, y) => {
    const at = topmost(x, y);
    return at ? numberOf(at) : null;
  };

  sadaProbe.offer({ animatedImages, hasFilms, holdAnimations, imageMoments, letAnimationsGo, restlessWindows, seenAt, showMoment });
})();
