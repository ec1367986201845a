/** Short texts by name. */
export type Texts = Record<string, string | number | boolean>;

/** What may change while the page is open. What is set takes the place of what was set before. */
export interface Changes {
  /** The id of a survey beside the script, or the address of one. */
  survey?: string;
  /** The moment of the journey. */
  touchpoint?: string;
  /** Sent with the answers, beside the `data-attribute-…` of the element. */
  attributes?: Texts;
  /** For `{name|fallback}` in the survey's texts, beside the `data-value-…` of the element. Never sent. */
  values?: Texts;
}

/** The element `<sada-feedback>`. The first one of a page is also the global `sada`. */
export interface SadaFeedback extends HTMLElement {
  /** Opens the popup, as if the visitor had pressed the button. */
  open(changes?: Changes): void;
  /**
   * Asks beside the page, as a trigger does: takes no focus, and asks nobody who has answered lately (`data-quiet`) or
   * whose browser asks for privacy (GPC, DNT).
   */
  ask(): void;
  /** Closes the popup. What is half written stays. */
  close(): void;
  /** Says what the next answers belong to. */
  set(changes: Changes): void;
  /** Calls a method by name. On a page whose script is not there yet, an array takes the calls: `(window.sada ??= []).push(['open'])`. */
  push(call: Call): void;
}

/** A method and what it takes. */
export type Call = ['open', Changes?] | ['ask'] | ['close'] | ['set', Changes];

/** `detail` of the events. */
export interface SadaDetail {
  /** The id of the survey. */
  survey: string;
  /** The id of the answers; empty before there are any. */
  id: string;
}

/** What tells that something has happened. All of them bubble, out of shadow roots too. */
export interface SadaEventMap {
  /** The popup is there. */
  'sada:shown': CustomEvent<SadaDetail | null>;
  /** The answers are stored: their endpoint has said so. */
  'sada:sent': CustomEvent<SadaDetail>;
  /** The popup is gone. */
  'sada:closed': CustomEvent<SadaDetail | null>;
}

/** The attributes of the element, each without `data-`. */
export interface Snippet {
  /** The key of your site: `a-z`, `0-9`, `-`, `_`. */
  site: string;
  /** Where answers are posted, if not to the collector the script comes from. Any 2xx counts as stored. */
  endpoint?: string;
  /** The id of a survey beside the script, or the address of one; `nps` if left out. */
  survey?: string;
  /** The language, as a BCP 47 tag; otherwise that of the page, then those of the visitor. */
  lang?: string;
  /** The words on the button. */
  label?: string;
  /** The corner of the button, mirrored where a page is written from right to left. */
  corner?: 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';
  /** No button: the popup is opened by a script, by `open` or by `when`. */
  button?: 'none';
  /** A selector: these elements of yours open the popup. */
  open?: string;
  /** When it asks by itself: `delay:30`, `scroll:50`, `exit`, `click:.selector`, `event:name`, with `;` between them. */
  when?: string;
  /** On which addresses: `/checkout*`, several with spaces between them. */
  url?: string;
  /** Of how many visitors in a hundred it asks by itself. */
  sample?: string;
  /** For how many days nobody is asked again; 90 if left out. */
  quiet?: string;
  /** The moment of the journey. */
  touchpoint?: string;
  /** `no`: answers are sent at the end alone, not page by page. */
  partial?: 'yes' | 'no';
}

/** Where the script is. */
export interface Source {
  /** The address of `sada.js`: at your collector, or where you have put the folder `public` of this package. */
  src: string;
  /** Refuses any other script. `sada.js.sri` beside it says what it is; it changes with every release. */
  integrity?: string;
  /** For a page whose Content-Security-Policy wants one. */
  nonce?: string;
}

/** Loads the script, once. Then `<sada-feedback data-site="…">` works wherever it stands. */
export function load(source: Source): Promise<void>;

/** Loads the script and appends an element to the page. */
export function feedback(
  options: Source & Snippet & { attributes?: Texts; values?: Texts },
): Promise<SadaFeedback>;

declare global {
  /** The first popup of the page, once the script is there. */
  var sada: SadaFeedback;

  interface HTMLElementTagNameMap {
    'sada-feedback': SadaFeedback;
  }
  interface HTMLElementEventMap extends SadaEventMap {}
  interface DocumentEventMap extends SadaEventMap {}
  interface WindowEventMap extends SadaEventMap {}
}
