//! What a visitor downloads, and how much of it we allow ourselves.

use crate::{say, workspace};
use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Every page pays for the loader.
const LOADER_BUDGET: usize = 1_500;
/// Whoever opens the popup pays for all of it: loader, glue, wasm, the survey and its words. What it has now, so that it can
/// only shrink; the aim is 55,000.
const POPUP_BUDGET: usize = 63_500;
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
        let (loader, popup) = (self.loader.brotli, self.total().brotli);
        ensure!(loader <= LOADER_BUDGET, "the loader has {loader} bytes (brotli), {LOADER_BUDGET} are allowed");
        ensure!(popup <= POPUP_BUDGET, "the popup has {popup} bytes (brotli) in all, {POPUP_BUDGET} are allowed");
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
    sizes.check()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(loader: usize, glue: usize) -> Sizes {
        let size = |brotli| Size { raw: 3 * brotli, brotli };
        let surveys = BTreeMap::from([("nps".to_owned(), size(500)), ("long".to_owned(), size(90_000))]);
        let words = LANGUAGES.map(|tag| (tag.to_owned(), size(if tag == "ar" { 800 } else { 1 })));
        Sizes {
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
        sizes(1_500, 20_700).check().unwrap();
    }

    #[test]
    fn one_byte_more_than_the_budget_fails() {
        let error = sizes(1_501, 0).check().unwrap_err();
        assert_eq!(error.to_string(), "the loader has 1501 bytes (brotli), 1500 are allowed");
        let error = sizes(1_500, 20_701).check().unwrap_err();
        assert_eq!(error.to_string(), "the popup has 63501 bytes (brotli) in all, 63500 are allowed");
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
