//! Our roles, names and accessibility tree beside Chromium's, on pages that people made. Where the two differ, the
//! difference is explained, or the test fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot be carried out has failed")]

mod beside;
mod chromium;
mod differ;
mod pages;
mod tables;

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

impl Tally {
    /// Prints it all. Holds if there were pages, the two agree at least so often, and where they do not it is known why.
    #[expect(clippy::print_stdout, reason = "how often they agree is what it is run for")]
    fn judge(&self, pages: usize, least: usize) {
        let explained: usize = self.explained.values().sum();
        let all = self.agreed + explained + self.unexplained.len();
        let share = self.agreed * 10_000 / all;
        println!("{pages} pages, {all} questions; agreed: {}, of ten thousand {share}", self.agreed);
        for (reason, count) in &self.explained {
            println!("{count:6} {reason}");
        }
        for line in &self.unexplained {
            println!("{line}");
        }
        assert!(pages >= 15 && self.agreed > least, "the pages are there");
        assert!(self.unexplained.is_empty(), "{} differences without an explanation", self.unexplained.len());
    }
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
    tally.judge(count, 10_000);
}

#[test]
fn our_names_are_accnames() {
    let mut tally = Tally::default();
    let mut count = 0;
    pages::each(|url| {
        let page = pages::read(url, &pages::markup(url));
        for (element, theirs) in beside::Read::new(&page).into_iter().flat_map(|read| read.names()) {
            let (ours, theirs) = (element.accessible_name().to_owned(), collapse(&theirs));
            if !element.is_in_accessibility_tree() || (ours.is_empty() && theirs.is_empty()) {
                continue;
            }
            if ours == theirs {
                tally.agreed += 1;
                continue;
            }
            let difference = Difference::Name { ours, theirs };
            match differ::explain_crate(element, &difference) {
                Some(reason) => *tally.explained.entry(reason).or_default() += 1,
                None => tally.unexplained.push(describe(&page, element, &difference)),
            }
        }
        count += 1;
    });
    tally.judge(count, 1_000);
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
