//! What a visitor downloads, and how much of it we allow ourselves.

use crate::{say, workspace};
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every page pays for the loader.
const LOADER_BUDGET: usize = 1_500;
/// Whoever opens the popup pays for the rest: glue with its style, wasm, the survey and its words. On stable Rust as it comes.
const PLAIN_BUDGET: usize = 55_000;
/// The same, where the standard library was built for size.
const REBUILT_BUDGET: usize = 45_000;
/// The survey that the budget counts.
const SURVEY: &str = "nps";
/// The languages of which the budget counts the longest.
const LANGUAGES: [&str; 3] = ["ar", "en", "fa"];

/// Bytes of one file.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
pub struct Size {
    /// As it is.
    pub raw: usize,
    /// As browsers download it.
    pub brotli: usize,
}

/// Bytes of everything, written by `pack`.
#[derive(Serialize, Deserialize)]
pub struct Sizes {
    /// Whether the standard library was built for size.
    pub is_std_rebuilt: bool,
    /// `sada.js`, the script in the snippet.
    pub loader: Size,
    /// The script around the wasm.
    pub glue: Size,
    /// The popup.
    pub wasm: Size,
    /// What is said around the questions, by language.
    pub words: BTreeMap<String, Size>,
    /// What only some visitors download, by name.
    pub on_demand: BTreeMap<String, Size>,
    /// The demo's surveys, by id.
    pub surveys: BTreeMap<String, Size>,
}

impl Sizes {
    /// Where they stand, seen from `dist/`.
    pub const PATH: &str = "widget/sizes.json";

    fn rows(&self) -> [(&'static str, Size); 5] {
        let survey = self.surveys.get(SURVEY).copied().unwrap_or_default();
        let words = LANGUAGES.iter().filter_map(|tag| self.words.get(*tag)).max_by_key(|size| size.brotli);
        let words = words.copied().unwrap_or_default();
        [("loader", self.loader), ("glue", self.glue), ("wasm", self.wasm), ("survey", survey), ("words", words)]
    }

    fn total(&self) -> Size {
        self.rows()
            .iter()
            .fold(Size::default(), |sum, (_, size)| Size { raw: sum.raw + size.raw, brotli: sum.brotli + size.brotli })
    }

    fn check(&self) -> Result<()> {
        ensure!(self.surveys.contains_key(SURVEY), "there is no www/surveys/{SURVEY}.json, which the budget counts");
        for tag in LANGUAGES {
            ensure!(
                self.words.contains_key(tag),
                "there are no words in the language `{tag}`, which the budget counts"
            );
        }
        let loader = self.loader.brotli;
        let popup = self.total().brotli - loader;
        let budget = if self.is_std_rebuilt { REBUILT_BUDGET } else { PLAIN_BUDGET };
        ensure!(loader <= LOADER_BUDGET, "the loader has {loader} bytes (brotli), {LOADER_BUDGET} are allowed");
        ensure!(popup <= budget, "the popup has {popup} bytes (brotli) besides the loader, {budget} are allowed");
        Ok(())
    }
}

/// Prints a table and checks it against the budget.
pub fn run() -> Result<()> {
    let path = workspace::dist().join(Sizes::PATH);
    let sizes = std::fs::read(&path)
        .with_context(|| format!("cannot read {}: build the popup with `cargo xtask widget`", path.display()))?;
    let sizes: Sizes = serde_json::from_slice(&sizes)
        .with_context(|| format!("cannot understand {}: run `cargo xtask widget` again", path.display()))?;
    say::result(&format!("{:<8} {:>9} {:>9}", "bytes", "raw", "brotli"));
    let on_demand = sizes.on_demand.iter().map(|(name, size)| (format!("({name})"), *size));
    let rows = sizes.rows().into_iter().chain([("all", sizes.total())]);
    for (name, size) in rows.map(|(name, size)| (name.to_owned(), size)).chain(on_demand) {
        say::result(&format!("{name:<8} {:>9} {:>9}", size.raw, size.brotli));
    }
    let std = if sizes.is_std_rebuilt { "built for size" } else { "as it comes" };
    say::result(&format!("standard library: {std}"));
    sizes.check()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(loader: usize, glue: usize) -> Sizes {
        with_std(true, loader, glue)
    }

    fn with_std(is_std_rebuilt: bool, loader: usize, glue: usize) -> Sizes {
        let size = |brotli| Size { raw: 3 * brotli, brotli };
        let surveys = BTreeMap::from([("nps".to_owned(), size(500)), ("long".to_owned(), size(90_000))]);
        let words = LANGUAGES.map(|tag| (tag.to_owned(), size(if tag == "ar" { 800 } else { 1 })));
        Sizes {
            is_std_rebuilt,
            loader: size(loader),
            glue: size(glue),
            wasm: size(40_000),
            words: words.into(),
            on_demand: BTreeMap::from([("help".to_owned(), size(90_000))]),
            surveys,
        }
    }

    #[test]
    fn budget_is_inclusive() {
        sizes(1_500, 3_700).check().unwrap();
        with_std(false, 1_500, 13_700).check().unwrap();
    }

    #[test]
    fn one_byte_more_than_the_budget_fails() {
        let error = sizes(1_501, 0).check().unwrap_err();
        assert_eq!(error.to_string(), "the loader has 1501 bytes (brotli), 1500 are allowed");
        let error = sizes(1_500, 3_701).check().unwrap_err();
        assert_eq!(error.to_string(), "the popup has 45001 bytes (brotli) besides the loader, 45000 are allowed");
        let error = with_std(false, 1_500, 13_701).check().unwrap_err();
        assert_eq!(error.to_string(), "the popup has 55001 bytes (brotli) besides the loader, 55000 are allowed");
    }

    #[test]
    fn what_is_not_there_does_not_count_as_small() {
        let mut without_survey = sizes(1, 1);
        without_survey.surveys.remove("nps");
        assert!(without_survey.check().is_err());
        let mut without_words = sizes(1, 1);
        without_words.words.remove("fa");
        assert!(without_words.check().is_err());
    }
}
