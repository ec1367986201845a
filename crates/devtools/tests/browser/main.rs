//! What only a real browser can prove.
#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "the support of tests is test code, which clippy does not know"
)]

mod end;
mod loopback;
mod navigation;
mod tab;

use sada_devtools::{Browser, LaunchOptions, Tab, find_chrome};
use std::fmt::Write;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(20);

/// A browser; `None`, and the reason on the terminal, where there is none. In CI a missing browser is a failure.
fn browser() -> Option<Browser> {
    match find_chrome() {
        Ok(_) => Some(Browser::launch(&LaunchOptions::default()).unwrap()),
        Err(error) if std::env::var("CI").is_ok_and(|ci| ci == "true") => panic!("{error}"),
        Err(error) => {
            println!("not tested: {error}");
            None
        }
    }
}

/// An address whose page is `html`.
fn data(html: &str) -> String {
    html.bytes().fold("data:text/html;charset=utf-8,".to_owned(), |mut url, byte| {
        write!(url, "%{byte:02x}").unwrap();
        url
    })
}

/// A tab that shows `html`.
fn open(browser: &Browser, html: &str) -> Tab {
    let tab = browser.new_tab().unwrap();
    tab.navigate(&data(html), LIMIT).unwrap();
    tab
}
