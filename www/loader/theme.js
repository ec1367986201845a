// The owner's colours, corrected where somebody could not read what is written in them. Fetched where there are any.
import { warn } from './complain.js';
import { contrast, hex, nearest, over } from './colour.js';

/** What the popup's style sheet takes where the owner says nothing: in the light, in the dark. */
const USUAL = {
  '--sada-background': ['#ffffff', '#1d1f23'],
  '--sada-text': ['#1a1a1a', '#f1f1f1'],
  '--sada-quiet': ['#595959', '#b8b8b8'],
  '--sada-alarm': ['#a4000f', '#ff9c9c'],
  '--sada-line': ['#767676', '#8c8c8c'],
  '--sada-accent': ['#0a57a3', '#8fc3ff'],
  '--sada-on-accent': ['#ffffff', '#10161d'],
};

/** What lies on what, with which contrast (WCAG 2.2, 1.4.3 and 1.4.11). The later lie on what the earlier have become. */
const PAIRS = [
  ['--sada-text', '--sada-background', 4.5],
  ['--sada-quiet', '--sada-background', 4.5],
  ['--sada-alarm', '--sada-background', 4.5],
  ['--sada-line', '--sada-background', 3],
  ['--sada-accent', '--sada-background', 3],
  ['--sada-on-accent', '--sada-accent', 4.5],
];

/** Puts on `place`, which inherits `given` from the page, those colours that must differ from them. */
export function correct(given, place) {
  for (const name in USUAL) place.style.removeProperty(name);
  // There the visitor's own colours rule.
  if (matchMedia('(forced-colors: active)').matches) return;
  const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 1 : 0;

  const colours = {};
  for (const [name, usual] of Object.entries(USUAL)) {
    let seen = read(place, given[name] || usual[scheme]);
    if (!seen) {
      warn(`${name} is "${given[name]}", which is no colour`);
      place.style.setProperty(name, usual[scheme]);
      seen = read(place, usual[scheme]);
    }
    const below = colours['--sada-background'] ?? read(place, USUAL['--sada-background'][scheme]).colour;
    colours[name] = over(seen.colour, seen.opacity, below);
  }
  for (const [name, ground, ratio] of PAIRS) {
    const before = colours[name], below = colours[ground];
    if (contrast(before, below) >= ratio) continue;
    const after = nearest(before, below, ratio);
    colours[name] = after;
    place.style.setProperty(name, hex(after));
    // A colour of ours that gives way to one of the owner's is no news.
    if (!given[name]) continue;
    const [had, has] = [before, after].map((colour) => `${Math.floor(contrast(colour, below) * 100) / 100}:1`);
    warn(
      `${name} ${hex(before)} on ${ground} ${hex(below)} has a contrast of ${had} where ${ratio}:1 is needed; ` +
        `the popup takes ${hex(after)}, which has ${has}`,
    );
  }
}

/** Any colour that CSS knows, as sRGB and opacity, by the browser itself; `undefined` for what is no colour. */
function read(place, words) {
  place.style.color = `color-mix(in srgb, ${words}, ${words})`;
  const numbers = place.style.color && getComputedStyle(place).color.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
  place.style.color = '';
  if (!numbers) return undefined;
  const [red, green, blue, opacity = 1] = numbers;
  return { colour: [red, green, blue].map((value) => Math.min(1, Math.max(0, value))), opacity };
}
