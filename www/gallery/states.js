// Every state of the popup, and how a visitor gets it there: `get`. Before the snippet runs, a state may want `status`, what
// the endpoint answers; `isFull`, a device that keeps nothing; `attributes` of the snippet; `policy`, the page's
// Content-Security-Policy.

const nothing = { get: () => {} };
const open = { get: (visitor) => visitor.opens() };
const chosen = {
  async get(visitor) {
    await visitor.opens();
    visitor.answers();
  },
};
const problem = {
  async get(visitor) {
    await visitor.opens();
    await visitor.failsToGoOn();
  },
};

/** Something else, in words. */
const other = {
  async get(visitor) {
    await visitor.opens();
    visitor.press('[value="other"]');
    const isOpen = () => visitor.find('.other input').checkVisibility();
    await visitor.sees('the field for other words', isOpen);
    visitor.write(visitor.find('.other input'), visitor.words);
  },
};
const otherProblem = {
  async get(visitor) {
    await other.get(visitor);
    visitor.write(visitor.find('.other input'), '');
    await visitor.failsToGoOn();
  },
};

const nearLimit = {
  async get(visitor) {
    await visitor.opens();
    await visitor.fills(3);
    await visitor.sees('how much room is left', '.left:not(:empty)');
  },
};
const tooLong = {
  async get(visitor) {
    await visitor.opens();
    await visitor.fills(-12);
    await visitor.failsToGoOn();
  },
};

const withAddress = (address) => ({
  async get(visitor) {
    await visitor.opens();
    visitor.write(visitor.find('[type="email"]'), address);
    await visitor.failsToGoOn();
  },
});

const secondPage = {
  async get(visitor) {
    await visitor.opens();
    await visitor.turnsPage();
  },
};
const lastPage = {
  async get(visitor) {
    await secondPage.get(visitor);
    await visitor.turnsPage();
  },
};
const pageProblem = {
  async get(visitor) {
    await secondPage.get(visitor);
    await visitor.failsToGoOn();
  },
};

const asked = { get: (visitor) => visitor.isAsked() };
/** The one key that leads from the page into a prompt. */
const entered = {
  async get(visitor) {
    await visitor.isAsked();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F8', bubbles: true, cancelable: true }));
    await visitor.sees('the focus in the prompt', () => visitor.find('dialog').contains(visitor.host.shadowRoot.activeElement));
  },
};
const askedProblem = {
  async get(visitor) {
    await visitor.isAsked();
    await visitor.failsToGoOn();
  },
};
const askedSecondPage = {
  async get(visitor) {
    await visitor.isAsked();
    await visitor.turnsPage();
  },
};

/** All is answered and sent; `selector` is what shows how that ended. */
const sent = (status, selector, more) => ({
  status,
  ...more,
  async get(visitor) {
    await visitor.opens();
    await visitor.answersAll();
    await visitor.sees('what became of the answer', selector);
  },
});
const SAID = 'form:has(.questions:empty) .said:not(:empty)';
const sending = sent('never', 'form:has([name="send"][aria-disabled="true"]) .said:not(:empty)');
const refused = sent(422, `${SAID} ~ .words textarea`);

const closedAgain = {
  async get(visitor) {
    await visitor.opens();
    visitor.press('[name="close"]');
    await visitor.sees('the focus on the button', () => visitor.host.shadowRoot.activeElement?.matches('.open'));
  },
};

/** The page refuses WebAssembly. */
const frame = {
  policy: "script-src 'self'",
  async get(visitor) {
    let isLoaded = false;
    visitor.host.shadowRoot.addEventListener('load', () => (isLoaded = true), true);
    sada.open();
    await visitor.sees('the page in the frame', () => isLoaded);
  },
};
/** And frames as well. */
const link = {
  policy: "script-src 'self'; frame-src 'none'",
  async get(visitor) {
    sada.open();
    await visitor.sees('the link alone', 'dialog[open]:not(:has(iframe)) a');
  },
};
const unavailable = {
  attributes: { 'data-survey': 'surveys/missing.json' },
  async get(visitor) {
    sada.open();
    await visitor.sees('the button saying so', '.open[aria-disabled="true"]');
  },
};
const unavailableDialog = {
  attributes: { ...unavailable.attributes, 'data-button': 'none' },
  async get(visitor) {
    sada.open();
    await visitor.sees('a dialog saying so', 'dialog[open] p');
  },
};

export const STATES = {
  open,
  chosen,
  problem,
  other,
  'other-problem': otherProblem,
  'near-limit': nearLimit,
  'too-long': tooLong,
  'bad-email': withAddress('name@'),
  'not-agreed': withAddress('name@example.org'),
  'second-page': secondPage,
  'last-page': lastPage,
  'page-problem': pageProblem,
  asked,
  entered,
  'asked-problem': askedProblem,
  'asked-second-page': askedSecondPage,
  sending,
  stored: sent(201, SAID),
  waiting: sent(503, SAID),
  kept: sent(503, SAID, { isFull: true }),
  refused,
  closed: nothing,
  'top-start': { ...nothing, attributes: { 'data-corner': 'top-start' } },
  'closed-again': closedAgain,
  frame,
  link,
  unavailable,
  'unavailable-dialog': unavailableDialog,
};
