//! A visitor in a real browser, who uses the keyboard.

use crate::Person;
use sada_devtools::{Browser, Key, LaunchOptions, PageLog, Tab};
use serde_json::Value;
use std::cell::Cell;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Long enough for a busy machine, short enough to notice.
const PATIENCE: Duration = Duration::from_secs(30);

/// Makes the popup's shadow root and what has the focus in it known to the scripts below.
const POPUP: &str = "(document.querySelector('sada-feedback')?.shadowRoot)";

/// Somebody with a browser of their own: no cookie, nothing stored.
pub struct Visitor {
    // Dropped in this order.
    tab: Tab,
    browser: Arc<Browser>,
    /// How many lines the console had when the page was opened.
    lines_before: Cell<usize>,
}

impl Visitor {
    /// Opens a page.
    pub fn at(url: &str) -> Self {
        let browser = Browser::launch(&LaunchOptions::default()).unwrap();
        let tab = browser.new_tab().unwrap();
        let visitor = Self { tab, browser: Arc::new(browser), lines_before: Cell::default() };
        visitor.go(url);
        visitor
    }

    /// The same person in one more tab, which is empty. It outlives the first.
    #[must_use]
    pub fn in_another_tab(&self) -> Self {
        let tab = self.tab.context().new_tab().unwrap();
        Self { tab, browser: Arc::clone(&self.browser), lines_before: Cell::default() }
    }

    /// Opens another page in the same window.
    pub fn go(&self, url: &str) {
        self.lines_before.set(self.tab.log().console.len());
        self.tab.navigate(url, PATIENCE).unwrap();
    }

    /// The tab itself.
    pub fn tab(&self) -> &Tab {
        &self.tab
    }

    /// Presses keys one after the other.
    pub fn press(&self, keys: &[Key]) {
        for key in keys {
            self.tab.press(*key).unwrap();
        }
    }

    /// Writes where the focus is.
    pub fn write(&self, text: &str) {
        self.tab.insert_text(text).unwrap();
    }

    /// What a script gives.
    pub fn see(&self, script: &str) -> Value {
        self.tab.evaluate(script).unwrap()
    }

    /// What a script gives as text.
    pub fn read(&self, script: &str) -> String {
        self.see(script).as_str().map(str::to_owned).unwrap_or_default()
    }

    /// Waits until a script gives something true.
    pub fn wait(&self, script: &str) {
        if let Err(error) = self.tab.wait_until(script, PATIENCE) {
            let console = self.tab.log().console;
            panic!("{error}: {script}; the page has said {:?}", console.rchunks(10).next());
        }
    }

    /// What an expression gives that begins in the popup's shadow root: `.querySelector('dialog').open`.
    pub fn see_in_popup(&self, expression: &str) -> Value {
        self.see(&format!("{POPUP}{expression}"))
    }

    /// Waits until an expression that begins in the popup's shadow root gives something true.
    pub fn wait_in_popup(&self, expression: &str) {
        self.wait(&format!("{POPUP}?{expression}"));
    }

    /// Tabs through the page until the popup's button has the focus, as somebody without a mouse would.
    pub fn tab_to_button(&self) {
        self.wait_in_popup(".querySelector('button.open')");
        for _ in 0..300 {
            if self.see_in_popup(".activeElement?.className") == "open" {
                return;
            }
            self.press(&[Key::Tab]);
        }
        panic!("the button is not reached with Tab; the focus is at {}", self.see("document.activeElement?.outerHTML"));
    }

    /// Opens the popup by keyboard alone.
    pub fn open_popup(&self) {
        self.tab_to_button();
        self.press(&[Key::Enter]);
        self.wait_in_popup(".querySelector('dialog')?.open");
    }

    /// Answers the built-in survey by keyboard alone, with 1 of 10 and some words, and sends it.
    pub fn answer(&self, words: &str) {
        self.open_popup();
        self.fill_in(words);
    }

    /// The same in a popup that is open.
    pub fn fill_in(&self, words: &str) {
        self.wait_in_popup(".activeElement?.name === 'nps'");
        self.press(&[Key::Space, Key::ArrowRight, Key::Tab]);
        self.write(words);
        self.press(&[Key::Tab, Key::Enter]);
    }

    /// Closes the popup with Escape.
    pub fn leave_popup(&self) {
        self.press(&[Key::Escape]);
        self.wait_in_popup(".querySelector('dialog').open === false");
        self.wait(&format!("!{POPUP}.activeElement?.closest('dialog')"));
    }

    /// Waits until the popup says this, or something that begins with it, of the fate of the answer.
    pub fn wait_said(&self, words: &str) {
        self.wait_in_popup(&format!(".querySelector('#sada-said')?.textContent.startsWith({words:?})"));
    }

    /// What the popup has told the developer of the page that is open.
    pub fn complaints(&self) -> Vec<String> {
        let lines = self.tab.log().console.into_iter().skip(self.lines_before.get()).map(|message| message.text);
        lines.filter(|text| text.starts_with("sada:")).collect()
    }

    /// Waits until it has told something, and gives all of it.
    pub fn wait_for_complaints(&self) -> Vec<String> {
        let start = Instant::now();
        while self.complaints().is_empty() && start.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
        self.complaints()
    }

    /// What the popup keeps on the device under a key, as it is written; `null` if it is nothing.
    pub fn kept(&self, key: &str) -> Value {
        self.see(&format!("localStorage['sada:{key}'] ?? null"))
    }

    /// Signs in at the dashboard, with the keyboard.
    pub fn sign_in(&self, password: &str) {
        self.wait("document.querySelector('input[type=password]')");
        self.see("document.querySelector('input[type=password]').focus()");
        self.write(password);
        self.press(&[Key::Enter]);
        self.wait("!document.querySelector('input[type=password]') && document.readyState === 'complete'");
    }

    /// What the page and the browser have said.
    pub fn log(&self) -> PageLog {
        self.tab.log()
    }

    /// Keeps a picture for people to look at.
    pub fn picture(&self, name: &str) {
        self.tab.screenshot(Path::new(&crate::pictures().join(format!("{name}.png")))).unwrap();
    }
}

impl Person for Visitor {
    fn go(&self, url: &str) {
        Visitor::go(self, url);
    }

    fn see(&self, script: &str) -> Value {
        Visitor::see(self, script)
    }

    fn press(&self, keys: &[Key]) {
        Visitor::press(self, keys);
    }

    fn write(&self, text: &str) {
        Visitor::write(self, text);
    }

    fn complaints(&self) -> Vec<String> {
        Visitor::complaints(self)
    }
}
