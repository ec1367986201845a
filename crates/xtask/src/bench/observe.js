// Runs before every page's own scripts and notes what the page cannot be asked for afterwards.
(() => {
  const find = ({ host, inside }) => document.querySelector(host)?.shadowRoot?.querySelector(inside);
  const isVisible = (element) => {
    const box = element?.getBoundingClientRect();
    return !!box && box.width > 0 && box.height > 0 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  let longest = 0, shift = 0;
  const note = {
    longtask: (entry) => { longest = Math.max(longest, entry.duration); },
    'layout-shift': (entry) => { shift += entry.value; },
  };
  const observers = Object.keys(note).map((type) => {
    const observer = new PerformanceObserver((list) => list.getEntries().forEach(note[type]));
    observer.observe({ type, buffered: true });
    return { observer, hear: note[type] };
  });
  globalThis.sadaBench = {
    /** What was noted since it was last taken. */
    take() {
      for (const { observer, hear } of observers) observer.takeRecords().forEach(hear);
      const taken = { longest, shift };
      longest = shift = 0;
      return taken;
    },
    /** The middle of what would be clicked, once it can be seen. */
    middle(part) {
      const element = find(part);
      if (!isVisible(element)) return null;
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
    /** Milliseconds from the click to the frame in which the dialog and a control in it could be seen. */
    painted: null,
    /** Looks for the dialog in every frame from the next click on. */
    watch(part) {
      addEventListener('click', ({ timeStamp }) => {
        const look = () => {
          const dialog = find(part);
          const control = dialog?.querySelector('input, textarea, select, button');
          // What is visible before this frame is drawn has been drawn when the next one begins.
          requestAnimationFrame(isVisible(dialog) && isVisible(control) ? () => { this.painted = performance.now() - timeStamp; } : look);
        };
        requestAnimationFrame(look);
      }, { capture: true, once: true });
    },
  };
})();
