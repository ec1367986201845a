// Colours as arithmetic: contrast as WCAG 2.2 defines it, and the nearest colour that has enough of it.
// A colour is a list of red, green and blue in sRGB, each from 0 to 1.

/** What is lit: 0.03928 in the text of WCAG is a slip that makes no difference in 8 bits. */
const toLinear = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour) {
  const [red, green, blue] = colour.map(toLinear);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio, from 1 to 21. */
export function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** What is seen of a colour with this opacity on another one. */
export const over = (colour, opacity, below) => colour.map((value, place) => value * opacity + below[place] * (1 - opacity));

/** As CSS writes it. */
export const hex = (colour) => `#${colour.map((value) => Math.round(value * 255).toString(16).padStart(2, '0')).join('')}`;

/** What 8 bits a channel can show. */
const shown = (colour) => colour.map((value) => Math.round(Math.min(1, Math.max(0, value)) * 255) / 255);

// OKLab: equal steps look equal. The matrices are its author's: https://bottosson.github.io/posts/oklab/
function toOklab(colour) {
  const [red, green, blue] = colour.map(toLinear);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

function fromOklab([lightness, a, b]) {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short),
    fromLinear(-1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short),
    fromLinear(-0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short),
  ];
}

const STEPS = 20;

/** The end of a search by halves between `from`, where `holds` fails, and `to`, where it holds: just where it holds. */
function search(from, to, holds) {
  for (let step = 0; step < STEPS; step++) {
    const middle = (from + to) / 2;
    if (holds(middle)) to = middle;
    else from = middle;
  }
  return to;
}

const isInGamut = (colour) => colour.every((value) => value > -1e-4 && value < 1.0001);

/** The colour with another lightness, the same hue, and as much of its chroma as sRGB can show. */
function withLightness([, a, b], lightness) {
  const fading = (rest) => fromOklab([lightness, a * rest, b * rest]);
  const rest = isInGamut(fading(1)) ? 1 : search(1, 0, (rest) => isInGamut(fading(rest)));
  return shown(fading(rest));
}

/**
 * The colour nearest to `colour` that has at least `ratio` to `ground`: only its lightness moves, and where sRGB ends,
 * its chroma. There always is one up to a ratio of 4.58, because black or white has that to any colour.
 */
export function nearest(colour, ground, ratio) {
  const wanted = shown(colour);
  if (contrast(wanted, ground) >= ratio) return wanted;
  const seen = toOklab(wanted);
  const passes = (lightness) => contrast(withLightness(seen, lightness), ground) >= ratio;
  const found = [0, 1].filter(passes).map((end) => search(seen[0], end, passes));
  const [best] = found.sort((one, other) => Math.abs(one - seen[0]) - Math.abs(other - seen[0]));
  return best === undefined ? wanted : withLightness(seen, best);
}
