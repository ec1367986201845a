//! Medians as tables, everything as JSON.

use super::axe::{AXE, JSDOM, Page};
use super::spent::Spent;
use crate::bench::table::{median, print_all};
use anyhow::Result;
use serde::Serialize;
use serde_json::json;
use std::path::Path;

/// All that was measured.
#[derive(Serialize)]
pub struct Figures {
    /// Of each corpus.
    pub instructions: Vec<Instructions>,
    /// Of the pages from npm, and of Debian's.
    pub beside: Vec<Beside>,
    /// `None` without rust-docs.
    pub whole: Option<Whole>,
}

/// Of one corpus.
#[derive(Serialize)]
pub struct Instructions {
    /// Its name.
    pub corpus: &'static str,
    /// How many.
    pub pages: usize,
    /// Of all pages.
    pub bytes: u64,
    /// On average. `None` without valgrind.
    pub per_page: Option<u64>,
}

/// Both auditors over the same pages.
#[derive(Serialize)]
pub struct Beside {
    /// Its name.
    pub corpus: &'static str,
    /// How many.
    pub pages: usize,
    /// How many Sada has to work on.
    pub cores: usize,
    /// Each over all pages.
    pub rounds: Vec<Round>,
}

/// One round.
#[derive(Serialize)]
pub struct Round {
    /// Of each page.
    pub axe: Vec<Page>,
    /// Of all pages, in milliseconds of processor time.
    pub sada_ms: f64,
    /// The same on the wall.
    pub sada_wall_ms: f64,
}

/// All of rust-docs.
#[derive(Serialize)]
pub struct Whole {
    /// How many.
    pub pages: usize,
    /// Of all pages.
    pub bytes: u64,
    /// How many there were to work on.
    pub cores: usize,
    /// By one run.
    pub spent: Spent,
}

#[expect(clippy::cast_precision_loss, reason = "figures are read to three digits")]
impl Figures {
    /// Prints a table of each kind.
    pub fn print(&self) {
        let beside = self.beside.iter().filter_map(Beside::table);
        print_all(
            std::iter::once(self.instructions_table()).chain(beside).chain(self.whole.as_ref().map(Whole::table)),
        );
    }

    fn instructions_table(&self) -> Vec<Vec<String>> {
        let head = ["engine `html`", "pages", "kB a page", "million instructions a page"].map(str::to_owned);
        let rows = self.instructions.iter().map(|of| {
            let kilobytes = of.bytes as f64 / 1e3 / of.pages as f64;
            let millions = of.per_page.map_or("–".to_owned(), |count| format!("{:.2}", count as f64 / 1e6));
            vec![of.corpus.to_owned(), of.pages.to_string(), format!("{kilobytes:.1}"), millions]
        });
        std::iter::once(head.to_vec()).chain(rows).collect()
    }

    /// Writes everything.
    pub fn write_json(&self, file: &Path) -> Result<()> {
        let version = |(name, version)| json!({ "name": name, "version": version });
        let subjects = [("sada", env!("CARGO_PKG_VERSION")), AXE, JSDOM].map(version);
        let report = json!({ "subjects": subjects, "figures": self });
        crate::bench::write_json(file, &report)
    }
}

#[expect(clippy::cast_precision_loss, reason = "as above")]
impl Beside {
    /// `None` when there was no round.
    fn table(&self) -> Option<Vec<Vec<String>>> {
        let per_page =
            |of: fn(&Round) -> f64| median(self.rounds.iter().map(|round| of(round) / self.pages as f64).collect());
        let ours = per_page(|round| round.sada_ms)?;
        let parse = per_page(|round| round.axe.iter().map(|page| page.parse_ms).sum())?;
        let run = per_page(|round| round.axe.iter().map(|page| page.run_ms).sum())?;
        let our_wall = per_page(|round| round.sada_wall_ms)?;
        let wall = per_page(|round| round.axe.iter().map(|page| page.wall_ms).sum())?;
        let row = |name: String, ms: f64, times: String| vec![name, format!("{ms:.1}"), times];
        let sada = format!("Sada {}", env!("CARGO_PKG_VERSION"));
        let (axe, jsdom) = (format!("{} {}", AXE.0, AXE.1), format!("{} {}", JSDOM.0, JSDOM.1));
        Some(vec![
            vec![format!("{}, {} pages", self.corpus, self.pages), "ms a page".to_owned(), "times ours".to_owned()],
            row(format!("{sada}, processor time, start and parsing included"), ours, String::new()),
            row(format!("{axe}, processor time, without parsing"), run, format!("{:.0}×", run / ours)),
            row(format!("{axe} with {jsdom}, processor time"), run + parse, format!("{:.0}×", (run + parse) / ours)),
            row(format!("{sada}, on the wall, start included, on {} cores", self.cores), our_wall, String::new()),
            row(
                format!("{axe} with {jsdom}, on the wall, one page after the other"),
                wall,
                format!("{:.0}×", wall / our_wall),
            ),
        ])
    }
}

#[expect(clippy::cast_precision_loss, reason = "as above")]
impl Whole {
    fn table(&self) -> Vec<Vec<String>> {
        let Spent { seconds, cpu_seconds, peak_bytes } = self.spent;
        let (pages, megabytes) = (self.pages as f64, self.bytes as f64 / 1e6);
        let head = format!("all of rust-docs, {} cores", self.cores);
        let rows = [
            ("pages", self.pages.to_string()),
            ("MB", format!("{megabytes:.0}")),
            ("seconds", format!("{seconds:.1}")),
            ("pages a second", format!("{:.0}", pages / seconds)),
            ("MB a second", format!("{:.1}", megabytes / seconds)),
            ("processor time a page, ms", format!("{:.2}", cpu_seconds * 1e3 / pages)),
            ("memory at its peak, MB", peak_bytes.map_or("–".to_owned(), |bytes| format!("{:.0}", bytes as f64 / 1e6))),
        ];
        let rows = rows.map(|(name, figure)| vec![name.to_owned(), figure]);
        std::iter::once(vec![head, String::new()]).chain(rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_are_of_medians_a_page() {
        let round = |parse_ms: f64, run_ms: f64, sada_ms: f64| {
            let page = json!({ "file": "a.html", "parse_ms": parse_ms, "run_ms": run_ms, "wall_ms": 330.0 });
            let page = || serde_json::from_value::<Page>(page.clone()).unwrap();
            Round { axe: vec![page(), page()], sada_ms, sada_wall_ms: 6.0 }
        };
        let rounds = vec![round(10.0, 100.0, 8.0), round(20.0, 300.0, 4.0), round(20.0, 200.0, 90.0)];
        let table = Beside { corpus: "pages", pages: 2, cores: 2, rounds }.table().unwrap();
        let figures: Vec<_> = table[1..].iter().map(|row| (row[1].as_str(), row[2].as_str())).collect();
        assert_eq!(figures, [("4.0", ""), ("200.0", "50×"), ("220.0", "55×"), ("3.0", ""), ("330.0", "110×")]);
    }
}
