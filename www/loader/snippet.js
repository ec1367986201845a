// What the page says about its popup.
import { base } from './parts.js';

const DAYS_OF_QUIET = 90;

/** The language that the page asks for, or else the visitor, if the popup speaks it. SADA_TAGS is written in when it is packed. */
function best(lang) {
  const wanted = [lang, document.documentElement.lang, ...navigator.languages];
  return wanted.map((tag) => `${tag}`.split('-')[0].toLowerCase()).find((tag) => SADA_TAGS.includes(tag)) ?? 'en';
}

/** The element's attributes that begin with `start`, by the rest of their names, and what a script has set besides: texts. */
function named({ attributes }, start, more = {}) {
  const found = [...attributes].filter(({ name }) => name.startsWith(start));
  const all = [...found.map(({ name, value }) => [name.slice(start.length), value]), ...Object.entries(more)];
  return Object.fromEntries(all.filter(([, value]) => value != null).map(([name, value]) => [name, `${value}`]));
}

/** What the popup is handed, but for the words and the survey itself: `survey` is its id or its address. */
export function config(host, data) {
  // Only attributes say where answers go: neither an address nor a call can turn them aside.
  const { site, endpoint } = host.dataset;
  return {
    site,
    endpoint: endpoint || `${base}api/v1/sites/${site}/responses`,
    survey: data.survey || 'nps',
    lang: best(data.lang),
    touchpoint: data.touchpoint,
    attributes: named(host, 'data-attribute-', data.attributes),
    values: named(host, 'data-value-', data.values),
    partial: data.partial !== 'no',
    quiet_days: data.quiet >= 0 ? +data.quiet : DAYS_OF_QUIET,
  };
}

/** Whether a survey is named by its id, and so lies beside the loader. */
export const isId = (survey) => !/[./]/.test(survey);

/** Where a survey is. What is no address throws. */
export const surveyAddress = (survey) =>
  isId(survey) ? `${base}surveys/${survey}.json` : new URL(survey, document.baseURI).href;

export const isSite = (site) => /^[a-z0-9_-]{1,64}$/.test(site ?? '');

/** Encrypted, except on this machine: answers are personal. */
export const isSafe = (address) => /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\//i.test(address);

const NUMBER = /^\d+(\.\d+)?$/;
const MOMENT = /^((delay|scroll):\d+(\.\d+)?|exit|(click|event):.+)$/;

/** Whether the browser understands it. */
const isUnderstood = (read) => {
  try {
    read();
    return true;
  } catch {
    return false;
  }
};
const SELECTOR = { test: (selector) => isUnderstood(() => document.head.matches(selector)) };

/** What attributes may be, where not everything is allowed. */
const RULES = {
  button: /^none$/,
  corner: /^(top|bottom)-(start|end)$/,
  partial: /^(yes|no)$/,
  quiet: NUMBER,
  sample: NUMBER,
  open: SELECTOR,
  url: { test: (rules) => isUnderstood(() => rules.split(' ').map((rule) => new URL(rule, location))) },
  when: { test: (moment) => MOMENT.test(moment) && (!moment.startsWith('click:') || SELECTOR.test(moment.slice(6))) },
};

/** The names of the attributes that are not understood. */
export const unclear = (dataset) =>
  Object.keys(RULES).filter((name) => {
    const values = name === 'when' ? (dataset.when ?? '').split(';') : [dataset[name]];
    return name in dataset && !values.every((value) => RULES[name].test(value));
  });
