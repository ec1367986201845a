//! Time that passes when a test says so.

use crate::Visitor;
use serde_json::{Value, json};
use std::time::Duration;

/// What of the browser's time a page sees. Waits of less than a second, which only order what happens, stay real.
const SCRIPT: &str = "(() => {
    const { setTimeout, clearTimeout, fetch, Date } = self;
    let ahead = AHEAD, last = 1e9, running = 0;
    let timers = [];
    const now = () => Date.now() + ahead;
    self.Date = class extends Date {
        constructor(...given) { given.length ? super(...given) : super(now()); }
        static now() { return now(); }
    };
    self.setTimeout = (run, wait = 0, ...given) => {
        if (wait < 1000) return setTimeout(run, wait, ...given);
        timers.push({ id: ++last, at: now() + wait, run });
        clock.waits.push(wait);
        return last;
    };
    self.clearTimeout = (id) => {
        clearTimeout(id);
        timers = timers.filter((timer) => timer.id !== id);
    };
    self.fetch = (...given) => {
        running++;
        const answer = fetch(...given);
        answer.catch(() => {}).then(() => setTimeout(() => running--, 5));
        return answer;
    };
    const settled = async () => {
        do {
            await new Promise((done) => setTimeout(done, 10));
            // Behind whoever waits for its turn to send. Not every page has locks.
            await self.navigator.locks?.request('sada:outbox', () => {}).catch(() => {});
        } while (running);
    };
    self.clock = {
        waits: [],
        async pass(ms) {
            await settled();
            for (const end = now() + ms; ; ) {
                const [due] = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at);
                if (!due) {
                    ahead += Math.max(0, end - now());
                    return;
                }
                ahead += Math.max(0, due.at - now());
                timers = timers.filter((timer) => timer !== due);
                due.run();
                await settled();
            }
        },
    };
})()";

/// The clock of a tab.
pub struct Clock<'a>(&'a Visitor);

impl<'a> Clock<'a> {
    /// Puts a clock into every page that the visitor opens from now on. It is ahead of the real one.
    pub fn of(visitor: &'a Visitor, ahead: Duration) -> Self {
        let source = SCRIPT.replace("AHEAD", &ahead.as_millis().to_string());
        visitor.tab().call("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source })).unwrap();
        Self(visitor)
    }

    /// Lets time pass, and whatever was put off until then happen, one thing after the other.
    pub fn pass(&self, time: Duration) {
        let script = format!("clock.pass({})", time.as_millis());
        self.0.tab().evaluate_within(&script, Duration::from_mins(2)).unwrap();
    }

    /// The waits of a second or more that were begun on this page, in milliseconds.
    pub fn waits(&self) -> Vec<f64> {
        let waits = self.0.see("clock.waits");
        waits.as_array().unwrap().iter().filter_map(Value::as_f64).collect()
    }
}
