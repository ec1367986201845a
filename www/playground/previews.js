// The three previews. Each says hello when it is loaded, and is told what to show.
import { languageName } from '../gallery/examples.js';
import { say } from './words.js';

const LANGUAGES = ['en', 'ar', 'fa'];

/** Puts the previews into `place`. `hears` gets what the popup says to developers, each thing once per change. */
export function previews(place, hears) {
  let shown;
  let heard = new Set();
  const frames = new Map(LANGUAGES.map((language) => [language, preview(place, language)]));

  addEventListener('message', ({ source, origin, data }) => {
    const frame = frames.get(data?.language);
    if (origin !== location.origin || source !== frame?.contentWindow) return;
    if (data.hello && shown) show(frame, data.language);
    if (data.said) hears([...heard.add(data.said)]);
  });

  function show(frame, language) {
    const title = languageName(language);
    frame.contentWindow.postMessage({ title, ...shown }, location.origin);
  }

  return {
    /** Shows the popup with another survey, other attributes, colours or scheme. */
    change(what) {
      shown = what;
      heard = new Set();
      hears([]);
      for (const [language, frame] of frames) show(frame, language);
    },
    /** After the page speaks another language. */
    name() {
      for (const [language, frame] of frames) {
        const name = { language: languageName(language, document.documentElement.lang) };
        frame.title = say('previewIn', name);
        frame.parentElement.querySelector('button').textContent = say('open', name);
      }
    },
  };
}

function preview(place, language) {
  const frame = document.createElement('iframe');
  frame.src = `preview.html?lang=${language}`;
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', () => frame.contentWindow.postMessage({ open: true }, location.origin));
  const whole = document.createElement('div');
  whole.append(frame, button);
  place.append(whole);
  return frame;
}
