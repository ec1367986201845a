// The dialogs that stand in for the popup. SADA_DIALOG_STYLE is written in when the popup is packed.
import { complain, mustAllow } from './complain.js';
import { adopt } from './sheet.js';

/** The collector's own page, which needs no script, in a frame; and a link to it, where frames are refused. */
export function hostedPage(host, button, said, page) {
  return standIn(host, button, said, (dialog) => {
    const link = made('a', { href: page, target: '_blank', rel: 'noopener', textContent: said.link });
    // Without cookies it may be shown on pages that isolate themselves (COEP), too.
    const frame = made('iframe', { src: page, title: said.title, credentialless: true });
    const open = new AbortController();
    const watch = ({ effectiveDirective, blockedURI, disposition }) => {
      if (disposition !== 'enforce' || effectiveDirective !== 'frame-src' || !page.startsWith(blockedURI)) return;
      complain(mustAllow(new URL(page).origin, 'frame-src'));
      frame.remove();
      link.focus();
    };
    document.addEventListener('securitypolicyviolation', watch, { signal: open.signal });
    dialog.addEventListener('close', () => open.abort());
    // The link is always there: not in every case can it be seen that a frame is refused.
    dialog.append(link, frame);
  });
}

/** Nothing can be asked. The button says so; where there is none, a dialog does. */
export function notice(host, button, said) {
  const text = (dialog) => dialog.append(made('p', { textContent: said.unavailable }));
  const shown = standIn(host, button, { ...said, title: said.unavailable }, text);
  if (button.hidden) return shown;
  const open = () => Object.assign(button, { textContent: said.unavailable, lang: said.lang, ariaDisabled: 'true' });
  return { ...shown, open };
}

/** A modal dialog, made anew each time it opens: `fill` puts into it what it is for. */
function standIn(host, button, said, fill) {
  let shown;
  const tell = (what) => host.dispatchEvent(new CustomEvent(`sada:${what}`, { bubbles: true, composed: true }));
  const open = () => {
    // Not whether there is one: its `close` event comes later than the next key, or, where the page has taken our element
    // out, never.
    if (shown?.matches(':modal')) return;
    shown?.remove();
    const before = document.activeElement;
    const dialog = (shown = made('dialog', { className: 'stand-in', lang: said.lang, dir: said.dir, ariaLabel: said.title }));
    dialog.part = 'dialog';
    const close = made('button', { type: 'button', className: 'close', textContent: '×', ariaLabel: said.close });
    close.part = 'close';
    close.addEventListener('click', () => dialog.close());
    dialog.append(close);
    fill(dialog);
    dialog.addEventListener('close', () => {
      dialog.remove();
      const isOfPage = before?.isConnected && before !== document.body && before !== host;
      (isOfPage ? before : button).focus();
      tell('closed');
    });
    // The page's own shortcuts must not hear what is typed here.
    for (const key of ['keydown', 'keyup', 'keypress']) dialog.addEventListener(key, (event) => event.stopPropagation());
    adopt(host.shadowRoot, SADA_DIALOG_STYLE);
    host.shadowRoot.append(dialog);
    dialog.showModal();
    tell('shown');
  };
  const nothing = () => {};
  // It never asks: it would get in the way of a visitor who has not wanted it.
  return { open, ask: nothing, close: () => shown?.close(), flush: nothing };
}

const made = (name, properties) => Object.assign(document.createElement(name), properties);
