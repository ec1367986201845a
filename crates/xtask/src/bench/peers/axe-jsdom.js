// Audits files with axe-core in jsdom, as axe-core's own example does, and prints what each takes as JSON.
'use strict';
const axe = require('axe-core');
const { JSDOM, VirtualConsole } = require('jsdom');

const options = {
  // It needs a layout, which jsdom has not.
  rules: { 'color-contrast': { enabled: false } },
  // Nothing is loaded: there are no frames and media to wait for.
  iframes: false,
  preload: false,
};

/** Milliseconds of processor time and on the wall, and what came of them. */
const measure = async (work) => {
  const begun = performance.now();
  const before = process.cpuUsage();
  const outcome = await work();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1000, performance.now() - begun, outcome];
};

const audit = async (file) => {
  // Unless told otherwise, jsdom runs no script and loads nothing. What it cannot do it says to a console that nobody reads.
  const [parse_ms, parsing, { window }] = await measure(() => JSDOM.fromFile(file, { virtualConsole: new VirtualConsole() }));
  const [run_ms, running] = await measure(() => axe.run(window.document.documentElement, options));
  window.close();
  return { file, parse_ms, run_ms, wall_ms: parsing + running };
};

(async () => {
  const files = process.argv.slice(2);
  // The first page is slower than all others, so it comes twice.
  await audit(files[0]);
  const audits = [];
  for (const file of files) audits.push(await audit(file));
  console.log(JSON.stringify(audits));
})();
