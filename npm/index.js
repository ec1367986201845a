/**
 * Brings the popup's script into the page. It is no part of a bundle: it stays at one address, where it finds what it
 * fetches once a visitor wants the popup.
 */

/** What is being loaded, by address. */
const loading = new Map();

export function load({ src, integrity, nonce }) {
  if (!loading.has(src)) loading.set(src, append(src, integrity, nonce));
  return loading.get(src);
}

function append(src, integrity, nonce) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = src;
    script.async = true;
    // It defines the element, and makes none of its own.
    script.dataset.button = 'none';
    if (integrity) Object.assign(script, { integrity, crossOrigin: 'anonymous' });
    if (nonce) script.nonce = nonce;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      loading.delete(src);
      reject(new Error(`${src} could not be loaded`));
    };
    document.head.append(script);
  });
}

export async function feedback({ src, integrity, nonce, attributes = {}, values = {}, ...snippet }) {
  await load({ src, integrity, nonce });
  const element = document.createElement('sada-feedback');
  Object.assign(element.dataset, snippet);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(`data-attribute-${name}`, value);
  for (const [name, value] of Object.entries(values)) element.setAttribute(`data-value-${name}`, value);
  document.body.append(element);
  return element;
}
