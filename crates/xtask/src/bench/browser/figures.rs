//! Medians as tables, everything as JSON.

use super::runs::{Page, Spent};
use crate::bench::audit::axe::{AXE, PLAYWRIGHT};
use crate::bench::table::{median, print_all};
use anyhow::Result;
use serde::Serialize;
use serde_json::json;
use std::path::Path;

/// All that was measured.
#[derive(Serialize)]
pub struct Figures {
    /// How many both auditors read.
    pub pages: usize,
    /// Each over all pages.
    pub rounds: Vec<Round>,
    /// `None` without pages from Debian.
    pub large: Option<Large>,
}

/// Pages of tens of thousands of elements, no key pressed.
#[derive(Serialize)]
pub struct Large {
    /// What they are called.
    pub corpus: &'static str,
    /// How many.
    pub pages: usize,
    /// axe-core.
    pub axe: Spent,
    /// Ours.
    pub sada: Spent,
}

/// One round.
#[derive(Serialize)]
pub struct Round {
    /// axe-core.
    pub axe: Spent,
    /// Ours, no key pressed.
    pub sada: Spent,
    /// Ours, with all that is tried.
    pub with_keys: Spent,
    /// Milliseconds on the wall for all of that with `sada audit`, several pages at once.
    pub audit_ms: f64,
    /// With keys, on pages with nothing but stops.
    pub clean: Spent,
}

/// A row: what it is called, and what of a run it shows for all its pages together.
type Row = (&'static str, fn(&Spent) -> f64);

const ROWS: [Row; 5] = [
    ("page's main thread", |spent| sum(spent, |page| page.main_thread_ms)),
    ("own process", |spent| sum(spent, |page| page.own_ms)),
    ("both", |spent| sum(spent, |page| page.main_thread_ms + page.own_ms)),
    ("from open page to report, on the wall", |spent| sum(spent, |page| page.wall_ms)),
    ("all processes, their start and loading included", |spent| spent.all_ms),
];

fn sum(spent: &Spent, of: fn(&Page) -> f64) -> f64 {
    spent.pages.iter().map(of).sum()
}

#[expect(clippy::cast_precision_loss, reason = "figures are read to three digits")]
impl Figures {
    /// Prints a table of each kind.
    pub fn print(&self) {
        print_all([self.beside(), self.large.as_ref().map(Large::table), self.stops()].into_iter().flatten());
    }

    fn beside(&self) -> Option<Vec<Vec<String>>> {
        let per_page = |run: fn(&Round) -> &Spent, of: fn(&Spent) -> f64| {
            median(self.rounds.iter().map(|round| of(run(round)) / self.pages as f64).collect())
        };
        let mut head = head(self.pages, "npm templates");
        head.push("Sada with keys".to_owned());
        let row = |(name, of): &Row| {
            let axe = per_page(|round| &round.axe, *of)?;
            let (sada, keys) = (per_page(|round| &round.sada, *of)?, per_page(|round| &round.with_keys, *of)?);
            Some(compared(name, axe, sada).into_iter().chain([format!("{keys:.0}")]).collect())
        };
        std::iter::once(Some(head)).chain(ROWS.iter().map(row)).collect()
    }

    /// Of the pages with nothing but stops, and of all templates together.
    fn stops(&self) -> Option<Vec<Vec<String>>> {
        let head = ["with keys", "stops", "seconds a page", "ms a stop"].map(str::to_owned).to_vec();
        let row = |name: String, pages: usize, runs: Vec<(usize, f64)>| {
            let stops = runs.first()?.0;
            let seconds = median(runs.into_iter().map(|(_, wall_ms)| wall_ms / 1e3).collect())?;
            let each = seconds * 1e3 / stops as f64;
            Some(vec![name, stops.to_string(), format!("{:.2}", seconds / pages as f64), format!("{each:.0}")])
        };
        let of = |page: &Page| (page.stops.unwrap_or_default(), page.wall_ms);
        let clean = |at: usize| -> Vec<_> {
            self.rounds.iter().filter_map(|round| round.clean.pages.get(at)).map(of).collect()
        };
        let all = |round: &Round| {
            let pages = round.with_keys.pages.iter().map(of);
            pages.fold((0, 0.0), |(stops, wall), (more, longer)| (stops + more, wall + longer))
        };
        let whole = |round: &Round| (all(round).0, round.audit_ms);
        let rows = (0..super::STOPS.len()).map(|at| row(format!("{} clean stops", super::STOPS[at]), 1, clean(at)));
        let named = format!("{} npm templates", self.pages);
        let at_once = format!("{named}, `sada audit`");
        let templates = row(named, self.pages, self.rounds.iter().map(all).collect());
        let whole = row(at_once, self.pages, self.rounds.iter().map(whole).collect());
        std::iter::once(Some(head)).chain(rows).chain([templates, whole]).collect()
    }

    /// Writes everything.
    pub fn write_json(&self, file: &Path) -> Result<()> {
        let version = |(name, version)| json!({ "name": name, "version": version });
        let subjects = [("sada", env!("CARGO_PKG_VERSION")), AXE, PLAYWRIGHT].map(version);
        crate::bench::write_json(file, &json!({ "subjects": subjects, "figures": self }))
    }
}

#[expect(clippy::cast_precision_loss, reason = "as above")]
impl Large {
    fn table(&self) -> Vec<Vec<String>> {
        let per_page = |spent: &Spent, of: fn(&Spent) -> f64| of(spent) / self.pages as f64;
        let rows = ROWS.iter().map(|(name, of)| compared(name, per_page(&self.axe, *of), per_page(&self.sada, *of)));
        std::iter::once(head(self.pages, self.corpus)).chain(rows).collect()
    }
}

fn head(pages: usize, corpus: &str) -> Vec<String> {
    let subjects = [format!("{} {}", AXE.0, AXE.1), format!("Sada {}", env!("CARGO_PKG_VERSION"))];
    let ends = [format!("{pages} {corpus}, ms a page")].into_iter().chain(subjects);
    ends.chain(["times ours".to_owned()]).collect()
}

fn compared(name: &str, axe: f64, sada: f64) -> Vec<String> {
    vec![name.to_owned(), format!("{axe:.0}"), format!("{sada:.0}"), format!("{:.1}×", axe / sada)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spent(main_thread_ms: f64, own_ms: f64, stops: usize) -> Spent {
        let page = json!({ "file": "a.html", "wall_ms": 500.0, "main_thread_ms": main_thread_ms, "own_ms": own_ms, "stops": stops });
        let page = || serde_json::from_value::<Page>(page.clone()).unwrap();
        Spent { pages: vec![page(), page()], all_ms: 4_000.0 }
    }

    #[test]
    fn ratios_are_of_medians_and_stops_of_all_pages() {
        let round = |axe, sada| Round {
            axe: spent(axe, 50.0, 0),
            sada: spent(sada, 10.0, 0),
            with_keys: spent(sada, 10.0, 5),
            audit_ms: 600.0,
            clean: spent(sada, 10.0, 50),
        };
        let figures =
            Figures { pages: 2, rounds: vec![round(200.0, 40.0), round(150.0, 10.0), round(900.0, 20.0)], large: None };
        let beside = figures.beside().unwrap();
        assert_eq!(beside[1][1..], ["200", "20", "10.0×", "20"]);
        assert_eq!(beside[3][1..], ["250", "30", "8.3×", "30"]);
        let large = Large { corpus: "long pages", pages: 2, axe: spent(200.0, 50.0, 0), sada: spent(40.0, 10.0, 0) };
        assert_eq!(large.table()[3], ["both", "250", "50", "5.0×"]);
        let stops = figures.stops().unwrap();
        assert_eq!(stops[1], ["50 clean stops", "50", "0.50", "10"]);
        assert_eq!(stops[3], ["2 npm templates", "10", "0.50", "100"]);
        assert_eq!(stops[4], ["2 npm templates, `sada audit`", "10", "0.30", "60"]);
    }
}
