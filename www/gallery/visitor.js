// Somebody who uses the popup of this page: looks at what is there, presses, chooses, writes.

const PATIENCE_MS = 30_000;
const WORDS = {
  en: 'The green tea arrived fresh.',
  ar: 'وصل الشاي الأخضر طازجًا.',
  fa: 'چای سبز تازه به دستم رسید.',
};

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

export class Visitor {
  /** `words` is what is written where the language has no words of its own here. */
  constructor(host, language, words) {
    this.host = host;
    this.words = WORDS[language] ?? words;
  }

  find(selector) {
    return this.host.shadowRoot.querySelector(selector);
  }

  all(selector) {
    return [...this.host.shadowRoot.querySelectorAll(selector)];
  }

  /** Waits until something is seen. `what` names it, should it never come. */
  async sees(what, look) {
    const end = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = typeof look === 'string' ? this.find(look) : look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`there was no sign of ${what}`);
      await pause(20);
    }
  }

  /** Opens the popup, and waits for the focus to arrive where it stays. */
  async opens() {
    sada.open();
    await this.sees('the dialog', 'dialog[open]');
    await this.sees('the focus in the popup', () => this.host.shadowRoot.activeElement?.matches('.questions *, .send'));
  }

  /** Lets the page ask, which takes no focus, and hears it announced. */
  async isAsked() {
    sada.ask();
    await this.sees('the prompt', 'dialog[open]');
    await this.sees('the announcement', '.prompt > [role="status"]:not(:empty)');
  }

  /** A click takes the focus along, as it does for a person. */
  press(target) {
    const element = typeof target === 'string' ? this.find(target) : target;
    element.focus();
    element.click();
  }

  write(field, words) {
    field.focus();
    field.value = words;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /** Gives an answer to everything on the page of the popup. */
  answers() {
    const fields = this.all('.questions [name]').filter((field) => field.checkVisibility());
    for (const group of Object.values(Object.groupBy(fields, (field) => field.name))) this.answersOne(group);
  }

  answersOne(group) {
    const [first] = group;
    if (first.type === 'radio') this.press(group[Math.floor(group.length * 0.7)]);
    else if (first.type === 'checkbox') group.slice(0, 2).forEach((box) => this.press(box));
    else this.write(first, first.type === 'email' ? 'name@example.org' : this.words);
  }

  /** Goes on, or sends. */
  goesOn() {
    this.press('.send');
  }

  /** Goes on, and is told what is missing. */
  async failsToGoOn() {
    this.goesOn();
    await this.sees('what is wrong', '.problem:not(:empty)');
    await this.sees('the focus on a field', () => this.host.shadowRoot.activeElement?.matches('.questions [name]'));
  }

  /** Answers this page, and goes on: to the next, or to the end. */
  async turnsPage() {
    const before = this.find('.progress').textContent;
    const isNext = () => this.find('.progress').textContent !== before || this.isTold();
    this.answers();
    this.goesOn();
    await this.sees('the next page', isNext);
  }

  /** Answers every page, and sends. */
  async answersAll() {
    while (!this.isTold()) await this.turnsPage();
  }

  /** Whether something is said of what became of the answer. */
  isTold() {
    return this.find('.said').textContent !== '';
  }

  /** Writes so much that `left` characters more can be written, or that it is too much where that is below zero. */
  async fills(left) {
    const field = await this.sees('a field for words', '[data-longest]');
    const length = Number(field.dataset.longest) - left;
    const phrase = [...`${this.words} `];
    this.write(field, Array.from({ length }, (_, place) => phrase[place % phrase.length]).join(''));
  }
}
