//! Our auditor's engine `browser`: what it takes beside axe-core in the same browser, and what a tab stop takes.

mod family;
mod figures;
mod runs;

use super::audit::corpus::{self, Corpus};
use super::audit::{Options, axe};
use crate::setup::Tools;
use crate::{lock, say};
use anyhow::{Context, Result};
use figures::{Figures, Large, Round};
use std::fs;
use std::path::{Path, PathBuf};

/// Pages with so many stops and nothing that keeps the focus.
const STOPS: [usize; 2] = [50, 150];

/// Gets what is missing, measures and prints.
pub fn run(options: &Options) -> Result<()> {
    let folder = Tools::locate()?.folder().join("bench-audit");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let _lock = lock::take(&folder.join("lock"), "measuring the auditor")?;
    let modules = axe::fetch(&folder)?;
    runs::build()?;
    say::progress("Copying the pages.");
    let npm = corpus::npm(&modules, &folder.join("pages"))?;
    let clean = STOPS.iter().map(|stops| clean_page(&folder, *stops)).collect::<Result<Vec<_>>>()?;

    let chrome = sada_devtools::find_chrome()?;
    let mut rounds = Vec::new();
    for round in 1..=options.runs {
        say::progress(&format!("Round {round} of {}: axe-core, Sada, Sada with keys, `sada audit`.", options.runs));
        rounds.push(Round {
            axe: runs::axe(npm.pages(), &modules, &chrome)?,
            sada: runs::sada(npm.pages(), &chrome, false)?,
            with_keys: runs::sada(npm.pages(), &chrome, true)?,
            audit_ms: runs::audit(npm.pages(), &chrome)?,
            clean: runs::sada(&clean, &chrome, true)?,
        });
    }
    let large =
        corpus::python_docs(&folder.join("pages"))?.map(|corpus| large(&corpus, &modules, &chrome)).transpose()?;
    let figures = Figures { pages: npm.pages().len(), rounds, large };
    figures.print();
    options.format.as_ref().map_or(Ok(()), |file| figures.write_json(file))
}

/// Once, as axe-core takes minutes.
fn large(corpus: &Corpus, modules: &Path, chrome: &Path) -> Result<Large> {
    say::progress(&format!("{}: axe-core, then Sada.", corpus.name));
    let axe = runs::axe(corpus.pages(), modules, chrome)?;
    let sada = runs::sada(corpus.pages(), chrome, false)?;
    Ok(Large { corpus: corpus.name, pages: corpus.pages().len(), axe, sada })
}

/// Links, buttons and fields, as forms and lists of links have them.
fn clean_page(folder: &Path, stops: usize) -> Result<PathBuf> {
    let stop = |number: usize| match number % 3 {
        0 => format!("<p><a href=\"#top\">Chapter {number}</a></p>"),
        1 => format!("<p><button type=\"button\">Show part {number}</button></p>"),
        _ => format!("<p><label>Field {number} <input name=\"field{number}\"></label></p>"),
    };
    let body: String = (0..stops).map(stop).collect();
    let page =
        format!("<!doctype html>\n<html lang=\"en\"><title>{stops} stops</title><main><h1>Stops</h1>{body}</main>");
    let file = folder.join(format!("{stops}-stops.html"));
    fs::write(&file, page)?;
    Ok(file)
}
