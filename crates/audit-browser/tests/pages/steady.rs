//! Verdicts do not depend on how busy the machine is, nor on chance.

use crate::folder;
use crate::server::{HTML, serve, serve_folder};
use crate::verdicts::{Verdicts, all_verdicts, differences};
use crate::{auditor, launch};
use sada_audit::{Page, RULES};
use sada_audit_browser::{BrowserAuditor, BrowserOptions};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::available_parallelism;

/// What answers at once, what answers late, and what answers by other keys.
const PAGES: &[&str] = &[
    "<a id=l href=#x>l</a><input id=i><select id=s><option>o</select><textarea id=t></textarea><button id=b>b</button>",
    "<button id=a>a</button><input id=t onblur='this.focus()'><button id=z>z</button>",
    "<button id=a>a</button><input id=t onblur='setTimeout(() => this.focus(), 40)'><button id=z>z</button>",
    "<a id=a href=#>a</a><button id=one onblur='two.focus()'>1</button>\
     <button id=two onblur='setTimeout(() => one.focus())'>2</button><a id=z href=#>z</a>",
    "<p>Press <kbd>Esc</kbd> to leave the box.</p><div id=box><button id=one>1</button><button id=two>2</button></div><script>\
     let free = false; box.addEventListener('keydown', event => { if (event.key == 'Escape') free = true;\
     if (event.key != 'Tab' || free) return; event.preventDefault(); (document.activeElement == one ? two : one).focus() })\
     </script><button id=z>z</button>",
    "<button id=a>a</button><iframe srcdoc='<button id=s>s</button><input id=t onkeydown=\"event.preventDefault()\">'></iframe>\
     <button id=z>z</button>",
    "<style>#gone:focus, #late:focus { outline: none } #late { transition: background-color .3s }\
     #late:focus { background-color: #ffdd00 }</style><button id=gone>Gone</button> <button id=late>Late</button>",
    "<style>#gone:focus { outline: none } #line:focus { outline: none; border-bottom: 4px solid }</style><p id=clock>0</p>\
     <button id=gone>Gone</button> <button id=line>Line</button>\
     <script>let ticks = 0; setInterval(() => { clock.textContent = ++ticks }, 600)</script>",
    "<p id=clock>0</p><p id=once>loading</p><script>let ticks = 0; setInterval(() => { clock.textContent = ++ticks }, 2000);\
     setTimeout(() => { once.textContent = 'done' }, 3000); addEventListener('keydown', (event) => {\
     if (event.key === 's') once.append('!') }); addEventListener('devicemotion', () => once.append('~'))</script>",
    "<style>p { background: linear-gradient(90deg, #000000, #404040) }</style><p style='color: #ffffff'>Light on dark</p>\
     <p style='color: #101010'>Dark on dark</p><input type=date id=d><input id=m autofocus><button id=z>z</button>",
    "<style>@keyframes slide { to { transform: translateX(400px) } } b { display: inline-block; animation: slide 2s infinite }\
     </style><b>News</b><button id=a onfocus='document.title = Math.random()'>a</button><progress></progress><button id=z>z</button>",
];

/// Takes every core until it is dropped, twice.
struct Load<'s> {
    is_over: &'s AtomicBool,
}

impl<'s> Load<'s> {
    fn begin<'e>(scope: &'s std::thread::Scope<'s, 'e>, is_over: &'s AtomicBool) -> Self {
        for _ in 0..folder::count("SADA_LOAD", cores()) {
            scope.spawn(|| {
                while !is_over.load(Ordering::Relaxed) {
                    std::hint::spin_loop();
                }
            });
        }
        Self { is_over }
    }
}

impl Drop for Load<'_> {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::Relaxed);
    }
}

fn cores() -> usize {
    available_parallelism().map_or(1, usize::from)
}

/// What was said of a page, and what could not be looked at.
struct Seen {
    verdicts: Verdicts,
    not_checked: Vec<String>,
}

/// Audits every page so often while other programs want every core too, and returns what was said differently.
fn changes(auditor: &BrowserAuditor, urls: &[String], repeats: usize) -> Vec<String> {
    let (first, changes) = (Mutex::new(BTreeMap::<&str, Seen>::new()), Mutex::new(Vec::new()));
    let rounds: Vec<(usize, &String)> =
        (1..=repeats).flat_map(|round| urls.iter().map(move |url| (round, url))).collect();
    let (waiting, is_over) = (Mutex::new(rounds.iter()), AtomicBool::new(false));
    let next = || waiting.lock().unwrap().next();
    std::thread::scope(|scope| {
        let _load = Load::begin(scope, &is_over);
        let work = || {
            while let Some((round, url)) = next() {
                let seen = look(&auditor.page(url).unwrap_or_else(|error| panic!("{url}: {error:?}")));
                let mut first = first.lock().unwrap();
                let Some(known) = first.get(url.as_str()) else {
                    first.insert(url, seen);
                    continue;
                };
                for (place, then, now) in differences(&known.verdicts, &seen.verdicts) {
                    let line = format!("round {round}: {place:?} of {url}: {then:?}, now {now:?}");
                    println!("{line}; not checked then {:?}, now {:?}", known.not_checked, seen.not_checked);
                    changes.lock().unwrap().push(line);
                }
                if known.not_checked != seen.not_checked {
                    println!("round {round}: {url}: not checked {:?}, now {:?}", known.not_checked, seen.not_checked);
                }
            }
        };
        let workers: Vec<_> = (0..cores()).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            worker.join().unwrap();
        }
    });
    changes.into_inner().unwrap()
}

fn look(page: &Page) -> Seen {
    Seen { verdicts: all_verdicts(page), not_checked: page.not_checked().to_vec() }
}

/// Pages of our own: those above, and the examples of rules that try something.
fn own_pages() -> Vec<String> {
    let rules = RULES.iter().filter(|rule| rule.needs.is_some());
    let examples = rules.map(|rule| format!("<main>{}</main>", rule.bad.join("\n")));
    PAGES.iter().map(|page| (*page).to_owned()).chain(examples).collect()
}

fn serve_own() -> Vec<String> {
    let pages = own_pages();
    let count = pages.len();
    let origin = serve(move |path| {
        let page = path.trim_start_matches('/').parse::<usize>().ok().and_then(|number| pages.get(number));
        (HTML, format!("<!doctype html><html lang=en><title>Page</title>{}", page.map_or("", String::as_str)))
    });
    (0..count).map(|number| format!("{origin}/{number}")).collect()
}

#[test]
fn verdicts_are_the_same_every_time() {
    let Some(auditor) = auditor() else { return };
    assert_eq!(changes(&auditor, &serve_own(), 2), [] as [&str; 0]);
}

/// By hand: `SADA_REPEATS=20 SADA_PAGES=FOLDER cargo test -p sada-audit-browser --test pages -- --ignored --nocapture steady`
#[test]
#[ignore = "audits its own pages and those of the folder SADA_PAGES again and again, and prints what changes"]
fn steady_under_load() {
    let Some(auditor) = launch(BrowserOptions::default()) else { return };
    let mut urls = serve_own();
    if let Some((root, pages)) = folder::named() {
        let origin = serve_folder(root, "");
        urls.extend(pages.iter().map(|page| format!("{origin}/{page}")));
    }
    let repeats = folder::count("SADA_REPEATS", 20);
    let changes = changes(&auditor, &urls, repeats);
    println!("{} pages, {repeats} times each: {} verdicts changed", urls.len(), changes.len());
    assert_eq!(changes, [] as [&str; 0]);
}
