//! One visit to every example, for all that is asked of it.

use crate::engines::{self, Verdict};
use crate::examples::{Example, Gallery, only};
use crate::exceptions::EXCEPTIONS;
use crate::trees;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::LazyLock;
use std::time::Instant;

/// What there was to see at an example.
pub struct Seen {
    /// Which one.
    pub example: Example,
    /// What assistive technology is told.
    pub tree: String,
    /// What the engines say.
    pub verdict: Verdict,
}

/// All examples. The first test that wants them visits them.
pub static SEEN: LazyLock<Vec<Seen>> = LazyLock::new(|| {
    let gallery = Gallery::with("");
    let (visitor, examples) = gallery.list();
    gallery.visit(&visitor, &examples, engines::bring, |visitor, example| Seen {
        example: example.clone(),
        tree: trees::of_popup(visitor),
        verdict: engines::ask(visitor),
    })
});

/// Says something past the harness, which keeps to itself what a test that passes has printed.
pub fn say(line: &str) {
    std::io::stderr().write_all(format!("{line}\n").as_bytes()).unwrap();
}

#[test]
fn axe_and_ibm_find_nothing() {
    let start = Instant::now();
    let seen = &*SEEN;
    let passed: usize = seen.iter().map(|one| one.verdict.passed).sum();
    let mut questions = BTreeMap::<_, u32>::new();
    for rule in seen.iter().flat_map(|one| &one.verdict.questions) {
        *questions.entry(rule.as_str()).or_default() += 1;
    }
    let seconds = start.elapsed().as_secs();
    say(&format!("{} examples in {seconds} s; passed {passed}; for a person to look at: {questions:?}", seen.len()));
    let lines = seen.iter().flat_map(|Seen { example, verdict, .. }| {
        verdict
            .violations
            .iter()
            .map(|one| format!("{} {} {} {}: {}", example.name, one.engine, one.rule, one.element, one.message))
    });
    let lines: Vec<_> = lines.collect();
    assert!(lines.is_empty(), "{}", lines.join("\n"));
    if only().is_none() {
        for (index, exception) in EXCEPTIONS.iter().enumerate() {
            let is_needed = seen.iter().any(|one| one.verdict.excused.contains(&index));
            assert!(is_needed, "no longer needed: {exception:?}, for which was said: {}", exception.reason);
        }
    }
}
