// The snippet, as it is to be pasted, and how it gets into the clipboard.
import { mark } from './field.js';
import { SNIPPETS, style } from './snippets.js';
import { say } from './words.js';

const at = (id) => document.getElementById(id);
const SITE = /^[a-z0-9_-]{1,64}$/;
const ADDRESS = /^https:\/\/[^\s/"'<>]+|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?/;

/** `settings` gives the attributes and colours of now. */
export async function take(settings) {
  const integrity = await hash();
  if (!integrity) Object.assign(at('pin'), { checked: false, disabled: true });
  at('take').addEventListener('input', show);
  at('take').addEventListener('submit', (event) => event.preventDefault());
  for (const button of document.querySelectorAll('[data-copies]')) {
    button.addEventListener('click', () => copy(at(button.dataset.copies)));
  }
  return { show };

  function show() {
    const { site, address, kind, pin } = at('take').elements;
    const { attributes, colours, file } = settings();
    const said = {
      site: checked(site, SITE, 'siteWrong'),
      address: checked(address, ADDRESS, 'addressWrong').replace(/\/+$/, ''),
      integrity: pin.checked && integrity,
      attributes,
      colours,
    };
    at('code').value = SNIPPETS[kind.value](said);
    const sheet = style(said);
    at('style').value = sheet;
    at('style-field').hidden = !sheet;
    at('own').textContent = file ? say('own', { file }) : '';
    at('pin-help').textContent = say(integrity ? 'pinHelp' : 'pinMissing');
    at('copied').textContent = '';
  }
}

/** What `integrity` takes: it lies beside the loader. */
async function hash() {
  const answer = await fetch('../sada.js.sri').catch(() => {});
  const text = answer?.ok ? (await answer.text()).trim() : '';
  return /^sha(256|384|512)-[\w+/=]+$/.test(text) ? text : '';
}

/** What a field says; while that cannot be, what it said at first. */
function checked(field, pattern, fault) {
  const value = field.value.trim();
  const isValid = pattern.test(value);
  mark(field, isValid ? '' : say(fault));
  return isValid ? value : field.defaultValue;
}

async function copy(field) {
  // Said anew, even when it is the same.
  at('copied').textContent = '';
  const isCopied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  at('copied').textContent = say(isCopied || copiesSelected(field) ? 'copied' : 'notCopied');
}

/** The older way, for pages without encryption. What is selected can be copied by hand, should it fail too. */
function copiesSelected(field) {
  field.focus();
  field.select();
  return document.execCommand('copy');
}
