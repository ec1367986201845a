// What is said where the popup cannot run. SADA_LINES (where these lines stand among the packed ones) and SADA_SPARE are
// written in when the popup is packed, from the files of messages.

/** The lines in the language `tag`; where the packed ones could not be had, in the nearest language known here. */
export function lines(tag, packed) {
  const lang = packed || SADA_SPARE[tag] ? tag : 'en';
  const [dir, unavailable, close, title, link] = packed ? SADA_LINES.map((place) => packed[place]) : SADA_SPARE[lang];
  return { lang, dir, unavailable, close, title, link };
}
