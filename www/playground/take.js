// The snippet, as it is to be pasted, and how it gets into the clipboard.
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
  for (const button of document.querySelectorAll('[data-copies]')) button.addEventListener('click', () => copy(at(button.dataset.copies)));
  return { show };

  function show() {
    const { site, address, kind, pin } = at('take').elements;
    const { attributes, colours, file } = settings();
    const said = {
      site: valid(site, SITE.test(site.value), 'siteWrong'),
      address: valid(address, ADDRESS.test(address.value), 'addressWrong').replace(/\/+$/, ''),
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

function valid(field, isValid, fault) {
  at(`${field.id}-wrong`).textContent = isValid ? '' : say(fault);
  if (isValid) field.removeAttribute('aria-invalid');
  else field.setAttribute('aria-invalid', 'true');
  return field.value.trim();
}

async function copy(field) {
  // Said anew, even when it is the same.
  at('copied').textContent = '';
  const isCopied = await navigator.clipboard.writeText(field.value).then(() => true, () => false);
  if (!isCopied) {
    field.focus();
    field.select();
  }
  at('copied').textContent = say(isCopied ? 'copied' : 'notCopied');
}
