// Runs in a measured page before the page's own scripts.
(() => {
  const watched = { lcpMs: 0, tbtMs: 0, shift: 0 };
  const watch = (type, onEntry) =>
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe({ type, buffered: true });
  watch('largest-contentful-paint', (entry) => {
    watched.lcpMs = entry.startTime;
  });
  watch('longtask', (entry) => {
    watched.tbtMs += Math.max(0, entry.duration - 50);
  });
  watch('layout-shift', (entry) => {
    if (!entry.hadRecentInput) watched.shift += entry.value;
  });

  const isDrawn = (element) => element.getClientRects().length > 0;
  // React leaves its properties on every element that it answers for.
  const answers = (element) =>
    element !== null &&
    (Object.keys(element).some((key) => key.startsWith('__reactProps')) || answers(element.parentElement));

  /** Milliseconds since the navigation when so many elements are drawn and answer; 0 until then. */
  const readyMs = (selector, count) => {
    const found = [...document.querySelectorAll(selector)];
    const isReady = found.length >= count && found.every(isDrawn) && answers(found.at(-1) ?? null);
    return isReady ? performance.now() : 0;
  };
  window.lambdeckBench = { watched, readyMs };
})();
