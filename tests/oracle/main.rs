//! Our roles, names and accessibility tree beside Chromium's, on pages that people made. Where the two differ, the
//! difference is explained, or the test fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot be carried out has failed")]

mod chromium;
mod differ;
mod pages;

use chromium::Seen;
use differ::{Difference, explain};
use sada_audit::{Element, Naming, Page, Role};
use std::collections::BTreeMap;

/// How often the two agree, and on what.
#[derive(Default)]
struct Tally {
    agreed: usize,
    explained: BTreeMap<&'static str, usize>,
    unexplained: Vec<String>,
}

#[test]
fn our_tree_is_chromiums() {
    let (_browser, tab) = chromium::open();
    let mut tally = Tally::default();
    let mut count = 0;
    pages::each(|url| {
        let seen = chromium::see(&tab, url);
        let page = pages::read(url, &seen.markup);
        compare(&page, &seen, &mut tally);
        count += 1;
    });
    let explained: usize = tally.explained.values().sum();
    let all = tally.agreed + explained + tally.unexplained.len();
    println!(
        "{count} pages, {all} questions; agreed: {}, of ten thousand {}",
        tally.agreed,
        tally.agreed * 10_000 / all
    );
    for (reason, count) in &tally.explained {
        println!("{count:6} {reason}");
    }
    for line in &tally.unexplained {
        println!("{line}");
    }
    assert!(count >= 15 && tally.agreed > 10_000, "the pages are there");
    assert!(tally.unexplained.is_empty(), "{} differences without an explanation", tally.unexplained.len());
}

/// Asks both about every element: is it there, what is it, what is it called.
fn compare(page: &Page, seen: &Seen, tally: &mut Tally) {
    for element in page.elements() {
        let place = element.attribute(chromium::MARK).and_then(|place| place.parse().ok());
        let Some(node) = place.and_then(|place: usize| seen.nodes.get(&place)) else { continue };
        let role = element.role();
        let is_there = element.is_in_accessibility_tree();
        let says_nothing = matches!(role, Role::Generic | Role::Unmapped | Role::None);
        let mut found = Vec::new();
        if is_there == node.is_ignored && !says_nothing {
            found.push(Difference::There { ours: is_there });
        } else if is_there && !node.is_ignored {
            let is_same = differ::is_same_role(role, &node.role);
            if !is_same {
                found.push(Difference::Role { theirs: node.role.clone() });
            }
            let is_named = !says_nothing && role.naming() != Naming::Prohibited;
            let (ours, theirs) = (element.accessible_name(), collapse(&node.name));
            if is_named && ours != theirs {
                found.push(Difference::Name { ours: ours.to_owned(), theirs });
            }
            tally.agreed += usize::from(is_same) + usize::from(is_named && found.is_empty());
        } else {
            tally.agreed += 1;
        }
        for difference in found {
            match explain(element, &difference) {
                Some(reason) => *tally.explained.entry(reason).or_default() += 1,
                None => tally.unexplained.push(describe(page, element, &difference)),
            }
        }
    }
}

fn describe(page: &Page, element: Element<'_>, difference: &Difference) -> String {
    let around: Vec<_> = element.flat_lineage().take(4).map(Element::name).collect();
    let tag: String = element.start_tag().chars().take(160).collect();
    format!("{difference:?}\n    {tag} in {} of {}", around.join(" < "), page.url())
}

fn collapse(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
