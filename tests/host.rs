//! Somebody else's page, that lives by its own rules and must not be harmed.

use crate::{Origin, Visitor};
use serde_json::{Value, json};

/// What a test writes into a page. The rest is a heading, a button that counts, a field, and ears for every key.
#[derive(Clone, Copy, Default)]
pub struct Host<'a> {
    /// The end of the page's `<head>`.
    pub head: &'a str,
    /// The end of its `<body>`, but for the snippet.
    pub body: &'a str,
    /// With which headers it is served.
    pub headers: &'a [(&'static str, &'a str)],
}

/// Remembers what scripts can see of the page: every global, and every function of the language and the browser.
const WATCH: &str = "<script>(() => {
    const { getOwnPropertyNames: names, getOwnPropertyDescriptor: describe, is } = Object, { ownKeys } = Reflect, { Map, Node } = self;
    const isThing = (value) => typeof value === 'function' || typeof value === 'object' && value !== null;
    function look() {
        const seen = new Map();
        for (const name of names(self)) {
            const { value } = describe(self, name);
            // Frames have numbers for names.
            if (isFinite(name) || name === 'host') continue;
            seen.set(name, value);
            if (value === self || value instanceof Node) continue;
            for (const [holder, path] of [[value, name], [isThing(value) && value.prototype, name + '.prototype']]) {
                if (!isThing(holder)) continue;
                for (const key of ownKeys(holder)) {
                    const { value, get, set } = describe(holder, key);
                    seen.set(path + '.' + String(key), typeof value === 'function' ? value : get || set || typeof value);
                }
            }
        }
        return seen;
    }
    let before;
    self.host = {
        keys: [],
        clicks: 0,
        errors: [],
        isReachable: false,
        remember() {
            const own = document.querySelector('#own'), { x, y, width, height } = own.getBoundingClientRect();
            host.isReachable = document.elementFromPoint(x + width / 2, y + height / 2) === own;
            before = look();
        },
        changes() {
            const after = look(), changed = [];
            for (const [name, value] of after) if (!before.has(name) || !is(before.get(name), value)) changed.push(name);
            for (const name of before.keys()) if (!after.has(name)) changed.push(name + ' is gone');
            return changed;
        },
    };
    addEventListener('error', (event) => host.errors.push(event.message));
    addEventListener('unhandledrejection', (event) => host.errors.push(String(event.reason)));
    addEventListener('DOMContentLoaded', () => {
        for (const type of ['keydown', 'keypress', 'keyup'])
            document.addEventListener(type, (event) => host.keys.push(event.key));
        document.querySelector('#own').addEventListener('click', () => host.clicks++);
    });
})()</script>";

impl Host<'_> {
    /// Serves the page with the snippet as its last element.
    pub fn serve(&self, snippet: &str) -> Origin {
        let Host { head, body, headers } = self;
        let page = format!(
            "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\" /><title>Host</title>{WATCH}{head}</head>\
            <body><h1>Host</h1><button id=\"own\">Own</button> <input id=\"field\" aria-label=\"Field\" />{body}\
            <script>host.remember()</script>{snippet}</body></html>"
        );
        Origin::page(&page, headers)
    }
}

impl Visitor {
    /// Looks for harm on a [`Host`]: what broke there, what was changed or added but for `sada`, and whether its own
    /// button and field still work, unless the page itself has put them out of reach.
    pub fn assert_unharmed(&self, name: &str) {
        let log = self.log();
        assert!(log.exceptions.is_empty(), "{name}: {:?}", log.exceptions);
        assert_eq!(self.see("host.errors"), json!([]), "{name}");
        // Where the page has broken too much for the popup to begin, there is not even that.
        let global = self.see("'sada' in self ? ['sada'] : []");
        assert_eq!(self.see("host.changes()"), global, "{name}: one new global, and no other change");
        if self.see("host.isReachable") == false {
            return;
        }
        let clicks = self.see("host.clicks").as_u64().unwrap();
        self.click("#own");
        assert_eq!(self.see("host.clicks"), clicks + 1, "{name}: the page's own button can be pressed");
        self.click("#field");
        self.write(name);
        assert_eq!(self.see("document.querySelector('#field').value"), name, "the page's own field can be filled");
    }

    /// Clicks with a mouse, in the middle of what a selector finds.
    pub fn click(&self, selector: &str) {
        let middle = format!(
            "(() => {{
                const {{ x, y, width, height }} = document.querySelector({selector:?}).getBoundingClientRect();
                return {{ x: x + width / 2, y: y + height / 2 }};
            }})()"
        );
        let mut event: Value = self.see(&middle);
        for (kind, pressed) in [("mousePressed", 1), ("mouseReleased", 0)] {
            event["type"] = kind.into();
            event["button"] = "left".into();
            event["buttons"] = pressed.into();
            event["clickCount"] = 1.into();
            self.tab().call("Input.dispatchMouseEvent", &event).unwrap();
        }
    }
}
