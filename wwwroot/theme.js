// Runs before the first paint: what a person chose in `Settings` decides how the page looks from the start.
(function () {
  'use strict';
  var root = document.documentElement;
  var dark = matchMedia('(prefers-color-scheme: dark)');
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem('conference:settings') || '{}') || {};
  } catch {
    chosen = {};
  }
  var isDark = chosen.theme === 'dark' || (chosen.theme !== 'light' && dark.matches);
  root.dataset.theme = isDark ? 'dark' : 'light';
  var still = matchMedia('(prefers-reduced-motion: reduce)');
  var reduce = typeof chosen.reduceMotion === 'boolean' ? chosen.reduceMotion : still.matches;
  root.dataset.motion = reduce ? 'reduced' : 'full';
})();
