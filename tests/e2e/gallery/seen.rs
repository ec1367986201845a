//! One visit to every example, for all that is asked of it.

use crate::engines::{self, Verdict};
use crate::examples::{Example, Gallery, only};
use crate::exceptions::EXCEPTIONS;
use crate::trees;
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

/// Says something that is wanted of a test that passes, too.
#[expect(clippy::print_stderr, reason = "how many questions the engines leave open is for people to read")]
pub fn say(line: &str) {
    eprintln!("{line}");
}

#[test]
fn axe_and_ibm_find_nothing() {
    let start = Instant::now();
    let seen = &*SEEN;
    let total = |count: fn(&Verdict) -> usize| seen.iter().map(|one| count(&one.verdict)).sum::<usize>();
    say(&format!(
        "{} examples: axe passed {} and asks {} questions, IBM's engine passed {} and asks {}; {} s",
        seen.len(),
        total(|of| of.passed[0]),
        total(|of| of.questions[0]),
        total(|of| of.passed[1]),
        total(|of| of.questions[1]),
        start.elapsed().as_secs(),
    ));
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
