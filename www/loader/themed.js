// Whether the owner has colours of her own, which must be looked at before they show.
import { part } from './parts.js';

/** The custom properties that are colours: `--sada-background` and so on. */
const COLOURS = ['background', 'text', 'quiet', 'alarm', 'line', 'accent', 'on-accent'];

/** Corrects the owner's colours where they lack contrast. Without that it shows, too. */
export async function dress(host, place) {
  const style = getComputedStyle(host);
  const given = COLOURS.map((name) => [`--sada-${name}`, style.getPropertyValue(`--sada-${name}`).trim()]);
  if (!given.some(([, value]) => value)) return;
  await import(part('.theme.js')).then((theme) => theme.correct(Object.fromEntries(given), place)).catch(() => {});
}
