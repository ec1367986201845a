// Run by the tests of xtask: throws where the arithmetic of colours breaks a promise.
import { contrast, hex, nearest, over } from './colour.js';

const parse = (text) => [1, 3, 5].map((start) => parseInt(text.slice(start, start + 2), 16) / 255);

function same(given, wanted, what) {
  if (given !== wanted) throw new Error(`${what}: ${given} is not ${wanted}`);
}

// Pairs whose ratios WCAG's own working examples and every checker agree on.
for (const [one, other, ratio] of [
  ['#000000', '#ffffff', '21.00'],
  ['#777777', '#ffffff', '4.48'],
  ['#767676', '#ffffff', '4.54'],
  ['#ff0000', '#ffffff', '4.00'],
  ['#0000ff', '#ffffff', '8.59'],
]) {
  same(contrast(parse(one), parse(other)).toFixed(2), ratio, `contrast of ${one} on ${other}`);
  same(contrast(parse(other), parse(one)).toFixed(2), ratio, `contrast of ${other} on ${one}`);
}

same(hex(over([0, 0, 0], 0.5, [1, 1, 1])), '#808080', 'half of black on white');
same(hex(nearest(parse('#123456'), [1, 1, 1], 4.5)), '#123456', 'what passes stays');

/** The hue in OKLCH has no short form; in HSL it is near enough to see that yellow stays yellow. */
function hue([red, green, blue]) {
  const [low, , high] = [red, green, blue].sort((a, b) => a - b);
  if (high === low) return undefined;
  const sector = high === red ? (green - blue) / (high - low) : high === green ? 2 + (blue - red) / (high - low) : 4 + (red - green) / (high - low);
  return (sector * 60 + 360) % 360;
}

// A grid of pairs: every one ends with enough contrast, by the shorter way, in its own hue.
const steps = [0, 0.3, 0.65, 1];
const colours = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => [red, green, blue])));
for (const ratio of [3, 4.5]) {
  for (const ground of colours) {
    for (const colour of colours) {
      const found = nearest(colour, ground, ratio);
      const what = `${hex(colour)} on ${hex(ground)} became ${hex(found)}`;
      if (contrast(found, ground) < ratio) throw new Error(`${what}: too little contrast`);
      if (found.some((value) => Math.abs(value * 255 - Math.round(value * 255)) > 1e-9)) throw new Error(`${what}: not 8 bits`);
      const turned = Math.abs((hue(found) ?? hue(colour) ?? 0) - (hue(colour) ?? hue(found) ?? 0));
      const isColourful = Math.max(...found) - Math.min(...found) > 0.2;
      if (isColourful && Math.min(turned, 360 - turned) > 40) throw new Error(`${what}: another hue`);
    }
  }
}
