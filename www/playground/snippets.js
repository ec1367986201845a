// What an owner pastes into her site. Settings: `{site, address, integrity, attributes, colours}`; `attributes` holds what
// follows `data-`, `colours` the custom properties.

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const quoted = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('</', '<\\/')}'`;

const given = ({ site, attributes }) => Object.entries({ site, ...attributes }).map(([name, value]) => [`data-${name}`, value]);
const asHtml = (pairs) => pairs.map(([name, value]) => `${name}="${escaped(value)}"`);
const loader = ({ address, integrity }) => [
  ['src', `${address}/sada.js`],
  ...(integrity ? [['integrity', integrity], ['crossorigin', 'anonymous']] : []),
];

/** The owner's colours as a style sheet; empty without any. */
export function style({ colours }) {
  const lines = Object.entries(colours).map(([name, value]) => `  ${name}: ${value};`);
  return lines.length ? `sada-feedback {\n${lines.join('\n')}\n}` : '';
}

/** The element where the snippet is not a script: in a page, or in a component. */
const element = (settings) => `<sada-feedback\n  ${asHtml(given(settings)).join('\n  ')}\n></sada-feedback>`;

const script = (settings) => `<script\n  ${asHtml([...loader(settings), ...given(settings)]).join('\n  ')}\n  async\n></script>`;

/** Tag managers write script elements anew and drop attributes they do not know: so a script makes the script. */
const tagManager = (settings) => `<script>
  (function () {
    var script = document.createElement('script');
${[...loader(settings), ...given(settings)].map(([name, value]) => `    script.setAttribute(${quoted(name)}, ${quoted(value)});`).join('\n')}
    document.head.appendChild(script);
  })();
</script>`;

const npm = (settings) => `// npm install sada-feedback
import 'sada-feedback';

document.body.insertAdjacentHTML('beforeend', \`
${element(settings).replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}
\`);`;

/** The loader without a button of its own: it defines the element that a component draws. Once per page is enough. */
const load = ({ address, integrity }) => `if (!customElements.get('sada-feedback')) {
  const script = document.createElement('script');
  script.src = ${quoted(`${address}/sada.js`)};${integrity ? `
  script.integrity = ${quoted(integrity)};
  script.crossOrigin = 'anonymous';` : ''}
  script.dataset.button = 'none';
  document.head.append(script);
}`;

const react = (settings) => `import { useEffect } from 'react';

export function Feedback() {
  useEffect(() => {
${indented(load(settings), 4)}
  }, []);
  return (
${indented(element(settings), 4)}
  );
}`;

const vue = (settings) => `<script setup>
import { onMounted } from 'vue';

onMounted(() => {
${indented(load(settings), 2)}
});
</script>

<template>
${indented(element(settings), 2)}
</template>`;

const svelte = (settings) => `<script>
  import { onMount } from 'svelte';

  onMount(() => {
${indented(load(settings), 4)}
  });
</script>

${element(settings).replaceAll('{', '&#123;')}`;

const indented = (text, by) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** By the value of the form's choice. */
export const SNIPPETS = { script, npm, 'tag-manager': tagManager, react, vue, svelte };
