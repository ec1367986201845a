//! A visitor in a real browser, who uses the keyboard.

use sada_devtools::{Browser, Key, LaunchOptions, PageLog, Tab};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

/// Long enough for a busy machine, short enough to notice.
const PATIENCE: Duration = Duration::from_secs(30);

/// Makes the popup's shadow root and what has the focus in it known to the scripts below.
const POPUP: &str = "(document.querySelector('sada-feedback')?.shadowRoot)";

/// Somebody with a browser of their own: no cookie, nothing stored.
pub struct Visitor {
    // Dropped in this order.
    tab: Tab,
    _browser: Browser,
}

impl Visitor {
    /// Opens a page.
    pub fn at(url: &str) -> Self {
        let browser = Browser::launch(&LaunchOptions::default()).unwrap();
        let visitor = Self { tab: browser.new_tab().unwrap(), _browser: browser };
        visitor.go(url);
        visitor
    }

    /// Opens another page in the same window.
    pub fn go(&self, url: &str) {
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
            panic!("{error}: {script}; the page has said {:?}", self.tab.log().console);
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
