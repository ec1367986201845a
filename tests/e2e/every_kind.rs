//! A visitor on the survey that asks every kind of question, from page to page.

use sada_tests::Visitor;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

pub const SURVEY: &str = "tests/surveys/every-kind.json";

/// What is wrong on each page first, and then what is right.
fn pages() -> [(Value, Value); 10] {
    [
        (json!({}), json!({"recommend": 9, "why": "because"})),
        (json!({"overall": 4}), json!({"delivery": 3, "help": 2})),
        (json!({}), json!({"easy": 6})),
        (json!({"reason": "other"}), json!({"reason.other": "to look"})),
        (json!({}), json!({"better": "price"})),
        (json!({"story": "long"}), json!({"city": "حلب"})),
        (json!({"feeling.calm": 2}), json!({"feeling.welcome": 5})),
        (json!({"parts.search": "good"}), json!({"parts.pay": "bad", "parts.return": "none"})),
        (json!({"write.email": "nobody"}), json!({"write.email": "a@b.example", "write.consent": "yes"})),
        (json!({}), json!({"rules": "yes"})),
    ]
}

/// Walks through all pages. `look` sees each page as it comes, then with a problem, by a name for it; last the thanks.
pub fn walk(visitor: &Visitor, mut look: impl FnMut(&str)) {
    for (number, (wrong, right)) in (1..).zip(pages()) {
        look(&format!("page-{number}"));
        fill(visitor, &wrong);
        press(visitor, "document.querySelector('.summary:focus')");
        look(&format!("problem-{number}"));
        fill(visitor, &right);
        press(visitor, "!document.querySelector('.summary')");
    }
    look("thanks");
}

fn fill(visitor: &Visitor, fields: &Value) {
    let script = "for (const [name, value] of Object.entries(FIELDS)) {
        for (const field of document.getElementsByName(name)) {
            if (!/radio|checkbox/.test(field.type)) field.value = value;
            else if (field.value == value) field.click();
        }
    }";
    visitor.see(&script.replace("FIELDS", &fields.to_string()));
}

/// Presses the button that goes on, and waits for the page that comes.
fn press(visitor: &Visitor, until: &str) {
    visitor.see("document.documentElement.id = 'before', document.querySelector('.actions button').click()");
    arrive(visitor, &format!("document.documentElement.id !== 'before' && {until}"));
}

/// Waits for a page of which `is_there` is true. Between two pages there is none that could be asked.
pub fn arrive(visitor: &Visitor, is_there: &str) {
    let is_there = format!("document.documentElement?.lang && document.readyState === 'complete' && !!({is_there})");
    let end = Instant::now() + Duration::from_secs(30);
    while visitor.tab().evaluate(&is_there).ok() != Some(true.into()) {
        assert!(Instant::now() < end, "{is_there}: {}", visitor.read("document.body.innerText"));
        std::thread::sleep(Duration::from_millis(20));
    }
}
