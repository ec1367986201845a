// Audits files with axe-core in Chromium, through Playwright, and prints what each took as JSON. The first argument is the
// browser's program.
'use strict';
const { readFileSync } = require('node:fs');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const axeCore = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Milliseconds that the page's main thread has worked so far. */
const worked = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
};

/** Milliseconds of processor time that Node.js has taken so far. */
const own = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const audit = async (browser, file) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // The clock of the thread: it stands still while another program has the core.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const begun = performance.now();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const opened = performance.now();
  const [pageBefore, ownBefore, before] = [await worked(session), own(), performance.now()];
  await page.evaluate(axeCore);
  const results = await page.evaluate(() => axe.run());
  const written = JSON.stringify(results);
  const [wall_ms, own_ms] = [performance.now() - before, own() - ownBefore];
  const main_thread_ms = (await worked(session)) - pageBefore;
  await context.close();
  return { file, open_ms: opened - begun, wall_ms, main_thread_ms, own_ms, bytes: written.length };
};

(async () => {
  const [executablePath, ...files] = process.argv.slice(2);
  const args = ['--host-resolver-rules=MAP * ~NOTFOUND'];
  const browser = await chromium.launch({ executablePath, args });
  // The first page is slower than all others, so it comes twice.
  await audit(browser, files[0]);
  const audits = [];
  for (const file of files) audits.push(await audit(browser, file));
  console.log(JSON.stringify(audits));
  await browser.close();
})();
