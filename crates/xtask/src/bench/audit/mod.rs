//! Our auditor's engine `html`: instructions, processor time beside axe-core, speed and memory.

pub(super) mod axe;
mod callgrind;
pub(super) mod corpus;
mod figures;
pub(super) mod spent;

use crate::setup::Tools;
use crate::{lock, say};
use anyhow::{Context, Result};
use corpus::Corpus;
use figures::{Beside, Figures, Instructions, Round, Whole};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

/// How it is measured.
#[derive(clap::Args)]
pub struct Options {
    /// Rounds beside axe-core; of each figure the median is shown
    #[arg(long, default_value_t = 3, value_parser = clap::value_parser!(u16).range(1..))]
    pub(super) runs: u16,
    /// Writes every round and page too: json=FILE
    #[arg(long, value_parser = super::json_file)]
    pub(super) format: Option<PathBuf>,
}

/// Gets what is missing, measures and prints.
pub fn run(options: &Options) -> Result<()> {
    let folder = Tools::locate()?.folder().join("bench-audit");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let _lock = lock::take(&folder.join("lock"), "measuring the auditor")?;
    let modules = axe::fetch(&folder)?;
    crate::sada::build()?;
    say::progress("Copying the pages.");
    let copies = folder.join("pages");
    let npm = corpus::npm(&modules, &copies)?;
    let python_docs = corpus::python_docs(&copies)?;
    let rust_docs = corpus::rust_docs(&copies)?;
    let ours = corpus::ours(&copies)?;

    let both = std::iter::once(&npm).chain(&python_docs);
    let beside = both.map(|corpus| beside(corpus, &modules, options.runs)).collect::<Result<_>>()?;
    let whole = corpus::all_rust_docs()?.map(|html| whole(&html)).transpose()?;
    let corpora: Vec<Corpus> = std::iter::once(npm).chain(python_docs).chain(rust_docs).chain(ours).collect();
    let instructions = instructions(&corpora, &folder)?;
    let figures = Figures { instructions, beside, whole };
    figures.print();
    options.format.as_ref().map_or(Ok(()), |file| figures.write_json(file))
}

/// Both auditors over the same pages, in turn.
fn beside(corpus: &Corpus, modules: &Path, runs: u16) -> Result<Beside> {
    // The first run also reads the program and the pages from the disk.
    spent::quick(corpus.roots())?;
    let mut rounds = Vec::new();
    for round in 1..=runs {
        say::progress(&format!("{}, round {round} of {runs}: axe-core, then Sada.", corpus.name));
        let axe = axe::audit(corpus.pages(), modules)?;
        let [sada_ms, sada_wall_ms] =
            <[_; 2]>::from(spent::quick(corpus.roots())?).map(|time| time.as_secs_f64() * 1e3);
        rounds.push(Round { axe, sada_ms, sada_wall_ms });
    }
    Ok(Beside { corpus: corpus.name, pages: corpus.pages().len(), cores: cores(), rounds })
}

/// Every page below a folder, on all cores.
fn whole(folder: &Path) -> Result<Whole> {
    say::progress("Auditing all of rust-docs (a minute or more).");
    let (pages, bytes) = corpus::count(folder)?;
    let spent = spent::spend(folder)?;
    Ok(Whole { pages, bytes, cores: cores(), spent })
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Of an average page of each corpus.
fn instructions(corpora: &[Corpus], folder: &Path) -> Result<Vec<Instructions>> {
    let has_callgrind = callgrind::is_there();
    if !has_callgrind {
        say::progress("No valgrind, so no instructions are counted: `apt-get install valgrind` brings it.");
    }
    let out = folder.join("callgrind.out");
    let empty = folder.join("empty.html");
    fs::write(&empty, "")?;
    let count = |what: &[PathBuf], name| has_callgrind.then(|| callgrind::count(what, name, &out)).transpose();
    let start_up = count(&[empty], "an empty page")?.unwrap_or_default();
    let of = |corpus: &Corpus| -> Result<Instructions> {
        let all = count(corpus.roots(), corpus.name)?;
        let pages = corpus.pages().len();
        let per_page = all.map(|all| all.saturating_sub(start_up) / pages as u64);
        Ok(Instructions { corpus: corpus.name, pages, bytes: corpus.bytes()?, per_page })
    };
    corpora.iter().map(of).collect()
}
