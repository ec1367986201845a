// The snippet: defines <sada-feedback>, which draws the button, waits for the moment to ask, and fetches the popup once
// somebody wants it. Every page pays for this file: whatever can wait, such as judging the snippet, waits in popup.js.
// The names in capitals are written in when the popup is packed.
(() => {
  const script = document.currentScript;
  // An image that is named so would stand in for it, and bring its own parts; but it has no text.
  if (script.text == null) return;
  const base = script.src.replace(/[^/]*$/, ''), parts = base + '__SADA_PARTS__', labels = '__SADA_LABELS__';

  // What the page says may be wrong, and storage forbidden.
  const attempt = (look) => {
    try {
      return look();
    } catch {}
  };

  const setUp = (host) => {
    // What the page says. `set()` adds to it, and the popup looks at it each time it opens.
    const data = { ...host.dataset };
    const button = document.createElement('button'), sheet = new CSSStyleSheet(), root = host.attachShadow({ mode: 'open' });
    sheet.replaceSync('__SADA_STYLE__');
    root.adoptedStyleSheets = [sheet];
    root.append(button);

    // The popup speaks more languages than these. Where the button does not, it is English, and says that it is.
    const lang = [data.lang, document.documentElement.lang, ...navigator.languages, 'en']
      .map((tag) => (tag + '').split('-')[0].toLowerCase())
      .find((tag) => labels[tag]);
    button.textContent = data.label || labels[lang];
    button.lang = lang;
    button.part = button.className = 'open';
    button.popover = 'manual';
    button.ariaHasPopup = 'dialog';

    // Fetches all parts at the same time. What became of them is judged in popup.js.
    const load = async () => {
      const survey = data.survey || 'nps';
      const fetched = Promise.allSettled([
        fetch(parts + '.wasm', { integrity: '__SADA_INTEGRITY__' }),
        fetch(parts + '.' + lang + '.json'),
        fetch(/[./]/.test(survey) ? survey : base + 'surveys/' + survey + '.json'),
      ]);
      return (await import(parts + '.js')).default(host, button, data, fetched);
    };
    let popup;
    // Loads once, and anew after a failure. A host may have removed our element: then it comes back.
    const call = (name) => {
      host.isConnected || document.body.append(host);
      (popup ||= load()).then((popup) => popup[name]()).catch((reason) => {
        // Said once, until it works again.
        button.ariaDisabled ||= !console.error('sada:', reason);
        button.style.opacity = .5;
        popup = 0;
      });
    };
    const kept = (name) => attempt(() => localStorage['sada:' + name]);

    host.set = (more) => {
      Object.assign(data, more);
    };
    host.open = (more) => {
      host.set(more);
      call('open');
    };
    host.ask = () =>
      navigator.globalPrivacyControl || navigator.doNotTrack > 0 || kept('quiet') > Date.now() || call('ask');
    host.close = () => popup && call('close');
    host.push = ([name, more]) => host[name](more);

    // Without data-open only an element <undefined> would open the popup.
    for (const type of ['pointerover', 'focusin', 'click'])
      addEventListener(type, (event) => {
        const [target] = event.composedPath();
        if (target == button || attempt(() => target.closest(data.open)))
          type == 'click' ? host.open(event.preventDefault()) : call('load');
      }, true);

    // For how many seconds the visitor has been where data-url says, false elsewhere. Single-page sites change the address
    // without a sign that every browser gives: it is looked at.
    let seconds = 0, isChosen = !(Math.random() * 100 >= data.sample);
    const isHere = (rule) =>
      attempt(() => location.href.match(
        new URL(rule, location).href.replace(/\W/g, (sign) => (sign == '*' ? '.*' : '\\' + sign)) + '(?![^?#])',
      ));
    const look = () => {
      seconds = (!data.url || data.url.split(' ').some(isHere)) && seconds + 1;
      button.hidden = data.button || !seconds;
    };
    look();
    if (data.url || data.when) setInterval(look, 1e3);

    data.when?.split(';').map((when) => {
      const [kind, value] = when.split(/:(.*)/);
      const check = (event) =>
        (kind == 'delay' ? seconds > value
          : kind == 'scroll' ? (scrollY + innerHeight) / document.documentElement.scrollHeight * 100 >= value
          : kind == 'exit' ? event.clientY <= 0
          : kind == 'event' || attempt(() => event.target.closest(value))) && isChosen && seconds && (isChosen = 0, host.ask());
      kind == 'delay'
        ? setInterval(check, 1e3)
        : addEventListener(kind == 'exit' ? 'mouseout' : kind == 'event' ? value : kind, check, true);
    });

    // The one global is the first element; before that, it may be a list of calls to make.
    const queue = self.sada;
    if (!queue?.ask) {
      self.sada = host;
      queue?.map?.(host.push);
    }
    kept('outbox') && call('flush');
  };

  // Where the snippet stands twice it fails, and the first one serves both.
  attempt(() => customElements.define('sada-feedback', class extends HTMLElement {
    connectedCallback() {
      try {
        this.open || setUp(this);
        this.shadowRoot.firstChild.showPopover?.();
      } catch (reason) {
        console.error('sada:', reason);
      }
    }
  }));

  // The script alone suffices. With data-button="none" and no site it only defines the element.
  const host = document.createElement('sada-feedback');
  Object.assign(host.dataset, script.dataset);
  if (host.dataset.site || !script.dataset.button)
    document.body ? document.body.append(host) : addEventListener('DOMContentLoaded', () => document.body.append(host));
})();
