//! Both engines read the same markup, and every rule that needs no browser says the same of it.

use crate::folder;
use crate::launch;
use crate::server::{HTML, file_at, serve, serve_folder};
use crate::verdicts::{Said, differences, verdicts};
use sada_audit::{Page, RULES};
use sada_audit_browser::{BrowserAuditor, BrowserOptions};
use sada_audit_html::{Input, NoStyleSheets, Reader, Sheet, StyleSheets};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// Nothing that a script would do: what one engine cannot see, the other shall not see either. Scripting itself is on, as
/// it is for the reader without a browser.
const STILL: &str = "\r\ncontent-security-policy: script-src 'none'";

/// What examples show where they show a picture.
const PICTURE: &str =
    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><rect width='40' height='40'/></svg>";

/// Rules of which one engine knows more than the other, and why.
const UNEQUAL: &[(&str, &str)] = &[
    ("orientation-is-not-locked", "style sheets tell; a browser must turn the window, which it says it has not"),
    ("scrollable-area-is-reachable", "only a layout tells what scrolls"),
];

/// Pages that are looked at side by side.
const AT_ONCE: usize = 6;

/// How often both say the same, and where they do not.
#[derive(Default)]
struct Tally {
    pages: usize,
    /// Pages that lead on to another one, which only a browser follows.
    led_on: usize,
    agreed: usize,
    /// Rule, what is said without a browser and what with one; how often, and where first.
    differing: BTreeMap<(&'static str, Said, Said), (usize, String)>,
}

/// What a difference comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Without a browser it is asked, or taken for what it may be; the browser knows what styles and boxes come to.
    Known,
    /// Something is wrong for one of the two, or the browser asks what could be told without it.
    Contradiction,
}

impl Kind {
    fn of(rule: &str, html: Said, browser: Said) -> Self {
        match (html, browser) {
            _ if UNEQUAL.iter().any(|(known, _)| *known == rule) => Self::Known,
            (Said::Asked, _) => Self::Known,
            (Said::Failed, _) | (_, Said::Failed | Said::Asked) => Self::Contradiction,
            (Said::Passed | Said::Nothing, _) => Self::Known,
        }
    }
}

impl Tally {
    fn add(&mut self, html: &Page, browser: &Page) {
        if html.url() != browser.url() {
            self.led_on += 1;
            return;
        }
        let of = |page: &Page| verdicts(page, RULES.iter().filter(|rule| rule.needs.is_none()));
        let kept: Page = serde_json::from_str(&serde_json::to_string(browser).unwrap()).unwrap();
        let all = |page: &Page| verdicts(page, RULES.iter());
        assert_eq!(
            all(&kept),
            all(browser),
            "a page that was written and read back is judged as before: {}",
            browser.url()
        );
        let (html, browser, url) = (of(html), of(browser), browser.url());
        self.pages += 1;
        self.agreed += html.iter().filter(|(place, said)| browser.get(*place) == Some(*said)).count();
        for ((rule, selector), one, other) in differences(&html, &browser) {
            let known = self.differing.entry((rule, one, other));
            known.or_insert_with(|| (0, format!("{selector} of {url}"))).0 += 1;
        }
    }

    fn count(&self, kind: Kind) -> usize {
        let of_kind =
            self.differing.iter().filter(|((rule, html, browser), _)| Kind::of(rule, *html, *browser) == kind);
        of_kind.map(|(_, (count, _))| count).sum()
    }

    fn print(&self) {
        let (known, contradictions) = (self.count(Kind::Known), self.count(Kind::Contradiction));
        let ten_thousandths = self.agreed * 10_000 / (self.agreed + contradictions).max(1);
        println!(
            "{} pages ({} others led on): {} verdicts are the same, {known} only a browser knows, {contradictions} \
             contradict; of what both decide {ten_thousandths} of ten thousand are the same",
            self.pages, self.led_on, self.agreed
        );
        for ((rule, html, browser), (count, first)) in &self.differing {
            let kind = Kind::of(rule, *html, *browser);
            println!("{count:6} {kind:?} {rule}: {html:?} without a browser, {browser:?} with one; first {first}");
        }
    }

    fn contradictions(&self) -> Vec<String> {
        let found = self
            .differing
            .iter()
            .filter(|((rule, html, browser), _)| Kind::of(rule, *html, *browser) == Kind::Contradiction);
        found.map(|(what, (count, first))| format!("{count} × {what:?}, first {first}")).collect()
    }
}

fn quiet() -> BrowserOptions {
    BrowserOptions { keys: None, ..BrowserOptions::default() }
}

/// Reads every page with both engines and compares.
fn compare(auditor: &BrowserAuditor, urls: &[String], read: impl Fn(&str) -> Option<Page> + Sync) -> Tally {
    let (waiting, tally) = (Mutex::new(urls.iter()), Mutex::new(Tally::default()));
    let next = || waiting.lock().unwrap().next();
    std::thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some(url) = next() {
                    let (Some(html), Ok(browser)) = (read(url), auditor.page(url)) else {
                        println!("not compared: {url}");
                        continue;
                    };
                    tally.lock().unwrap().add(&html, &browser);
                }
            });
        }
    });
    tally.into_inner().unwrap()
}

/// The examples that are shown to people, of every rule that needs no browser.
#[test]
fn engines_agree_on_examples() {
    let Some(auditor) = launch(quiet()) else { return };
    let mut pages = BTreeMap::new();
    for rule in RULES.iter().filter(|rule| rule.needs.is_none()) {
        for (kind, examples) in [("good", rule.good), ("bad", rule.bad)] {
            for (number, markup) in examples.iter().enumerate() {
                let page = format!("<!doctype html><html lang=en><title>Example</title>{markup}");
                pages.insert(format!("/{}/{kind}/{number}", rule.id), page);
            }
        }
    }
    let served = pages.clone();
    let origin = serve(move |path| match served.get(path) {
        Some(page) => (format!("{HTML}{STILL}"), page.clone()),
        None => ("200 OK\r\ncontent-type: image/svg+xml".to_owned(), PICTURE.to_owned()),
    });
    let urls: Vec<String> = pages.keys().map(|path| format!("{origin}{path}")).collect();
    let tally = compare(&auditor, &urls, |url| {
        let bytes = pages.get(url.strip_prefix(&origin)?)?.as_bytes();
        let input = Input { content_type: Some("text/html; charset=utf-8"), ..Input::new(url, bytes) };
        Reader::default().read(&input, &NoStyleSheets).ok()
    });
    tally.print();
    assert_eq!(tally.pages + tally.led_on, pages.len());
    assert!(tally.agreed > 1_000, "the rules apply");
    assert_eq!(tally.contradictions(), [] as [&str; 0]);
}

/// By hand: `SADA_PAGES=FOLDER SADA_MOST=200 cargo test -p sada-audit-browser --test pages -- --ignored --nocapture agree`
#[test]
#[ignore = "compares the pages of a folder that SADA_PAGES names, and prints what differs"]
fn engines_agree_on_the_pages_of_a_folder() {
    let Some((root, pages)) = folder::named() else { return println!("SADA_PAGES names no folder") };
    let Some(auditor) = launch(quiet()) else { return };
    for (what, more) in [("scripts do not run", STILL), ("scripts run", "")] {
        let origin = serve_folder(root.clone(), more);
        let sheets = Files { origin: origin.clone(), root: root.clone() };
        let urls: Vec<String> = pages.iter().map(|page| format!("{origin}/{page}")).collect();
        let tally = compare(&auditor, &urls, |url| {
            let bytes = std::fs::read(sheets.file(url)?).ok()?;
            let input = Input { content_type: Some("text/html; charset=utf-8"), ..Input::new(url, &bytes) };
            Reader::default().read(&input, &sheets).ok()
        });
        println!("{what}:");
        tally.print();
    }
}

/// Style sheets as the server of a folder has them.
struct Files {
    origin: String,
    root: PathBuf,
}

impl Files {
    fn file(&self, url: &str) -> Option<PathBuf> {
        Some(file_at(&self.root, url.strip_prefix(&self.origin)?))
    }
}

impl StyleSheets for Files {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        Some(Arc::new(Sheet::from_bytes(&std::fs::read(self.file(address)?).ok()?, None)))
    }
}
