//! One browser for many pages.

use crate::read::{locate, read};
use crate::{BrowserError, KeyBudget, keys, medium};
use sada_audit::Page;
use sada_audit_html::Visitor;
use sada_devtools::{Arrival, Browser, DevtoolsError, LaunchOptions, Tab};
use serde_json::json;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How pages are looked at.
#[derive(Debug, Clone)]
pub struct BrowserOptions {
    /// The browser to run; it is looked for if this is `None`.
    pub chrome: Option<PathBuf>,
    /// For whom: the window, preferences, and whether the page is printed. What they point with stays a mouse.
    pub visitor: Visitor,
    /// How long a page may take to open.
    pub open_limit: Duration,
    /// How long the browser may take to describe a page.
    pub read_limit: Duration,
    /// How much is tried with the keyboard; `None` presses no key.
    pub keys: Option<KeyBudget>,
}

impl Default for BrowserOptions {
    /// 1280 × 800, 30 seconds to open, 60 to read, and the usual budget of keys.
    fn default() -> Self {
        Self {
            chrome: None,
            visitor: Visitor::default(),
            open_limit: Duration::from_secs(30),
            read_limit: Duration::from_mins(1),
            keys: Some(KeyBudget::default()),
        }
    }
}

/// A browser that shows one page after the other, or several at once: every page has a tab, cookies and storage of its
/// own. If the browser dies, the page it showed is an error, and the next page gets a new browser.
#[derive(Debug)]
pub struct BrowserAuditor {
    options: BrowserOptions,
    browser: Mutex<Option<Arc<Browser>>>,
}

/// What the browser shows as a page of markup.
const MARKUP: &[&str] = &["text/html", "application/xhtml+xml", "image/svg+xml"];

impl BrowserAuditor {
    /// Launches the browser.
    ///
    /// # Errors
    /// [`BrowserError::Launch`], whose words say what to do.
    pub fn launch(options: BrowserOptions) -> Result<Self, BrowserError> {
        let auditor = Self { options, browser: Mutex::default() };
        auditor.browser()?;
        Ok(auditor)
    }

    /// Opens an address, reads the page that is shown there, and presses keys on it.
    ///
    /// The page is left as a visitor would leave it who looks about: Tab, Shift+Tab, and, where these do not lead on,
    /// Escape, arrows and what the page says; at last Enter on buttons that send no form. No form is sent, no link
    /// followed, no dialog accepted, and no script may change anything on a server while buttons are pressed.
    ///
    /// # Errors
    /// Why there is no page; all but [`BrowserError::Launch`] are about this page alone.
    pub fn page(&self, url: &str) -> Result<Page, BrowserError> {
        let browser = self.browser()?;
        let page = self.page_in(&browser, url);
        if let Err(BrowserError::Died { .. }) = &page {
            self.forget(&browser);
        }
        page
    }

    fn page_in(&self, browser: &Browser, url: &str) -> Result<Page, BrowserError> {
        let failed = |source| BrowserError::of_page(url, source);
        let tab = self.tab(browser).map_err(failed)?;
        match tab.navigate(url, self.options.open_limit) {
            // The page itself is there, and can be audited as long as it may not leave.
            Err(DevtoolsError::LedNowhere { to, .. }) => {
                let tab = self.tab(browser).map_err(failed)?;
                let arrival = tab.navigate_and_stay(url, self.options.open_limit).map_err(failed)?;
                let note = format!("{to}, which the page leads on to: it could not be reached");
                self.arrived(&tab, url, &arrival, Some(note))
            }
            Err(error) => Err(failed(error)),
            Ok(arrival) => self.arrived(&tab, url, &arrival, None),
        }
    }

    fn tab(&self, browser: &Browser) -> Result<Tab, DevtoolsError> {
        let tab = browser.new_tab()?;
        let (width, height) = medium::window(&self.options.visitor);
        tab.set_viewport(width, height, 1.0)?;
        medium::emulate(&tab, &self.options.visitor)?;
        // Nobody reads what a page says to its console, and some pages never stop.
        for domain in ["Runtime", "Log"] {
            tab.call(&format!("{domain}.disable"), &json!({}))?;
        }
        Ok(tab)
    }

    fn arrived(&self, tab: &Tab, url: &str, arrival: &Arrival, note: Option<String>) -> Result<Page, BrowserError> {
        if let Some(status) = arrival.status.filter(|status| *status >= 400) {
            return Err(BrowserError::Status { url: url.to_owned(), status });
        }
        if !arrival.mime_type.is_empty() && !MARKUP.contains(&arrival.mime_type.as_str()) {
            return Err(BrowserError::NotHtml { url: url.to_owned(), mime_type: arrival.mime_type.clone() });
        }
        let shown_at = if is_same_address(url, &arrival.url) { url } else { &arrival.url };
        let mut not_checked: Vec<String> = note.into_iter().collect();
        if !arrival.is_quiet {
            not_checked.push("whatever the page was still loading when it was read".to_owned());
        }
        read_as_it_is(tab, shown_at, &self.options, not_checked).map_err(|source| BrowserError::of_page(url, source))
    }

    /// The browser; a new one if there is none or the last one has died.
    fn browser(&self) -> Result<Arc<Browser>, BrowserError> {
        let mut browser = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(browser) = &*browser {
            return Ok(browser.clone());
        }
        let options = LaunchOptions {
            chrome: self.options.chrome.clone(),
            window: medium::window(&self.options.visitor),
            ..LaunchOptions::default()
        };
        let launched = Browser::launch(&options).map_err(|source| BrowserError::Launch { source })?;
        Ok(browser.insert(Arc::new(launched)).clone())
    }

    /// Lets go of a browser that has died, unless another thread has a new one already.
    fn forget(&self, dead: &Arc<Browser>) {
        let mut browser = self.browser.lock().unwrap_or_else(PoisonError::into_inner);
        if browser.as_ref().is_some_and(|known| Arc::ptr_eq(known, dead)) {
            *browser = None;
        }
    }
}

/// Reads the page that is open in a tab of the caller's, as [`BrowserAuditor::page`] does; `url` names it. The tab stays
/// where it is from then on, and after keys were pressed the page's own clock stands still.
///
/// # Errors
/// Why there is no page.
pub fn read_tab(tab: &Tab, url: &str, options: &BrowserOptions) -> Result<Page, BrowserError> {
    read_as_it_is(tab, url, options, Vec::new()).map_err(|source| BrowserError::of_page(url, source))
}

fn read_as_it_is(
    tab: &Tab,
    url: &str,
    options: &BrowserOptions,
    not_checked: Vec<String>,
) -> Result<Page, DevtoolsError> {
    tab.hold()?;
    let probe = keys::hold_still(tab, &options.visitor, options.keys.map_or(0, |budget| budget.presses));
    let mut reading = read(tab, url, options.read_limit)?;
    locate(tab, url, &mut reading.builder, options.read_limit)?;
    for what in not_checked {
        reading.builder.not_checked(what);
    }
    if let Some(budget) = options.keys {
        // A character that is typed, or a key that leads through, may order or delete something as a button does.
        tab.hold_back()?;
        keys::explore(probe, &mut reading, budget)?;
    } else {
        probe.iter().for_each(keys::let_go);
        reading.builder.not_checked("orientation-is-not-locked: the window was not turned");
    }
    Ok(reading.builder.finish())
}

/// Whether the browser's way of writing an address is all that differs.
fn is_same_address(asked: &str, shown: &str) -> bool {
    let plain = |url: &str| url.split('#').next().unwrap_or_default().trim_end_matches('/').to_owned();
    plain(asked) == plain(shown)
}
