//! The page model, asked through markup: roles, names, what is there for whom. Each file has its tables.
#![expect(clippy::redundant_closure_for_method_calls, reason = "a method alone is not general enough in its lifetimes")]

mod anything;
mod descriptions;
mod focus;
mod hidden;
mod kept;
mod links;
mod names;
mod names_of_html;
mod permitted;
mod roles;
mod structure;
mod tables;

use sada_audit::{Element, Page};

/// Asks about the element with the id `x`, or the last one if none has it, in each case; tells all that differ at once.
fn check<T: PartialEq + std::fmt::Debug>(cases: &[(&str, T)], ask: impl Fn(Element<'_>) -> T) {
    let mut wrong = Vec::new();
    for (markup, expected) in cases {
        let page = sada_audit_html::read_fragment(markup);
        let found = ask(subject(&page));
        if found != *expected {
            wrong.push(format!("{markup}\n  expected {expected:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} differ:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

/// The same for answers in words.
fn check_words(cases: &[(&str, &str)], ask: impl Fn(Element<'_>) -> String) {
    let cases: Vec<_> = cases.iter().map(|(markup, expected)| (*markup, (*expected).to_owned())).collect();
    check(&cases, ask);
}

fn subject(page: &Page) -> Element<'_> {
    let marked = page.elements().find(|element| element.attribute("id") == Some("x"));
    marked.or_else(|| page.elements().last()).expect("a page has elements")
}
