// What an owner pastes into her site. Settings: `{site, address, integrity, attributes, colours}`; `attributes` holds what
// follows `data-`, `colours` the custom properties.

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const quoted = (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('</', '<\\/')}'`;

const pairs = ({ site, attributes }) => Object.entries({ site, ...attributes });
const given = (settings) => pairs(settings).map(([name, value]) => [`data-${name}`, value]);
const asHtml = (pairs) => pairs.map(([name, value]) => `${name}="${escaped(value)}"`);

/** Where the loader is, and what it must be: for the package's functions, and as attributes of a script element. */
const source = ({ address, integrity }) => [['src', `${address}/sada.js`], ...(integrity ? [['integrity', integrity]] : [])];
const loader = (settings) => [...source(settings), ...(settings.integrity ? [['crossorigin', 'anonymous']] : [])];

/** An object literal, a line each. */
const object = (pairs, by) => {
  const start = ' '.repeat(by);
  return `{\n${pairs.map(([name, value]) => `${start}  ${name}: ${quoted(value)},`).join('\n')}\n${start}}`;
};

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

const npm = (settings) => `// npm install @sada/feedback
import { feedback } from '@sada/feedback';

await feedback(${object([...source(settings), ...pairs(settings)], 0)});`;

/** Defines the element that a component draws. */
const load = (settings, by) => `load(${object(source(settings), by)});`;

const react = (settings) => `// npm install @sada/feedback
import { load } from '@sada/feedback';
import { useEffect } from 'react';

export function Feedback() {
  useEffect(() => {
    ${load(settings, 4)}
  }, []);
  return (
${indented(element(settings), 4)}
  );
}`;

const vue = (settings) => `<!-- npm install @sada/feedback; tell Vue's compiler isCustomElement: (tag) => tag === 'sada-feedback' -->
<script setup>
import { load } from '@sada/feedback';
import { onMounted } from 'vue';

onMounted(() => ${load(settings, 0).slice(0, -1)});
</script>

<template>
${indented(element(settings), 2)}
</template>`;

const svelte = (settings) => `<!-- npm install @sada/feedback -->
<script>
  import { load } from '@sada/feedback';
  import { onMount } from 'svelte';

  onMount(() => {
    ${load(settings, 4)}
  });
</script>

${element(settings).replaceAll('{', '&#123;')}`;

const indented = (text, by) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

/** By the value of the form's choice. */
export const SNIPPETS = { script, npm, 'tag-manager': tagManager, react, vue, svelte };
