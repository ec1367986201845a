//! Styles as Chromium computes them: random pages with random sheets, for several visitors.

mod compare;
mod oracle;
mod puzzle;
mod values;

use compare::{Same, compare, properties};
use puzzle::{Puzzle, puzzle};
use sada_audit_html::{Input, Options, Pointer, Reader, Sheet, StyleSheets};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sheets that stand in their address.
struct InAddress;

impl StyleSheets for InAddress {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        let css = address.strip_prefix("data:text/css,")?.replace("%20", " ");
        Some(Arc::new(Sheet::parse(&css)))
    }
}

/// How many values are the same, unknown, and other; the others by property.
#[derive(Default)]
struct Tally {
    same: usize,
    unknown: BTreeMap<String, usize>,
    other: BTreeMap<String, Vec<String>>,
}

impl Tally {
    fn add(&mut self, seed: u64, puzzle: &Puzzle, theirs: &oracle::Computed) {
        let reader = Reader::new(Options { visitor: puzzle.visitor, ..Options::default() });
        let page = reader.read(&Input::new("puzzle.html", puzzle.markup.as_bytes()), &InAddress).expect("it is HTML");
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for number in page.elements().filter_map(|element| element.attribute("n")) {
            *numbers.entry(number).or_default() += 1;
        }
        for element in page.elements() {
            // Misnested tags make several elements of one: which is which cannot be said.
            let number = element.attribute("n").filter(|number| numbers[number] == 1);
            let Some(values) = number.and_then(|number| theirs.get(number)) else { continue };
            for property in properties() {
                match compare(element, property, &values[property]) {
                    Same::Yes => self.same += 1,
                    Same::Unknown => *self.unknown.entry(property.to_owned()).or_default() += 1,
                    Same::No(ours) => self.other.entry(property.to_owned()).or_default().push(format!(
                        "seed {seed}, <{} n={}>: {ours}, Chromium {}",
                        element.name(),
                        element.attribute("n").unwrap_or_default(),
                        values[property]
                    )),
                }
            }
        }
    }

    /// The share of values that are the same.
    #[expect(clippy::cast_precision_loss, clippy::print_stdout, reason = "a rate, for a person to read")]
    fn print(&self) -> f64 {
        let unknown: usize = self.unknown.values().sum();
        let other: usize = self.other.values().map(Vec::len).sum();
        let all = self.same + unknown + other;
        let rate = self.same as f64 / all.max(1) as f64;
        println!("{all} values: {:.3} % the same, {unknown} unknown, {other} other", rate * 100.0);
        for (property, count) in &self.unknown {
            println!("  unknown {property}: {count}");
        }
        for (property, cases) in &self.other {
            println!("  other {property}: {}", cases.len());
            for case in cases.iter().take(4) {
                println!("    {case}");
            }
        }
        rate
    }
}

#[test]
fn puzzles_are_solved_as_chromium_solves_them() {
    let Some(browser) = oracle::launch() else { return };
    let count = std::env::var("SADA_PUZZLES").ok().and_then(|count| count.parse().ok()).unwrap_or(150);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("puzzle.html");
    let url = format!("file://{}", path.display());
    let tab = browser.new_tab().unwrap();
    let mut tally = Tally::default();
    let has_mouse = tab.evaluate("matchMedia('(hover) and (pointer: fine)').matches").unwrap() == true;
    for seed in 0..count {
        let mut puzzle = puzzle(seed);
        // A machine without a mouse says so.
        puzzle.visitor.pointer = if has_mouse { Pointer::Mouse } else { Pointer::None };
        std::fs::write(&path, &puzzle.markup).unwrap();
        if let Ok(folder) = std::env::var("SADA_PUZZLES_TO") {
            std::fs::write(format!("{folder}/{seed}.html"), &puzzle.markup).unwrap();
        }
        let theirs = oracle::ask(&tab, &url, &puzzle.visitor, &properties()).unwrap();
        tally.add(seed, &puzzle, &theirs);
    }
    let rate = tally.print();
    assert!(rate >= 0.99, "only {:.3} % of the values are Chromium's", rate * 100.0);
}
