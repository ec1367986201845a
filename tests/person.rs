//! What somebody can do in any browser: look, and press keys.

use sada_devtools::Key;
use serde_json::Value;
use std::time::{Duration, Instant};

/// The popup's shadow root, where there is one.
const POPUP: &str = "(document.querySelector('sada-feedback')?.shadowRoot)";

/// Somebody with a browser.
pub trait Person {
    /// Opens a page in the same window.
    fn go(&self, url: &str);

    /// What a script gives, and if that is a promise, what becomes of it.
    fn see(&self, script: &str) -> Value;

    /// Presses keys one after the other.
    fn press(&self, keys: &[Key]);

    /// Writes where the focus is.
    fn write(&self, text: &str);

    /// What the popup has told the developer of the page.
    fn complaints(&self) -> Vec<String>;

    /// Waits until a script gives something true.
    fn wait(&self, script: &str) {
        // Long enough for a busy machine, short enough to notice.
        const PATIENCE: Duration = Duration::from_secs(30);
        let start = Instant::now();
        while self.see(&format!("!!({script})")) != true {
            assert!(start.elapsed() < PATIENCE, "{script}; the page has said {:?}", self.complaints());
            std::thread::sleep(Duration::from_millis(15));
        }
    }

    /// What an expression gives that begins in the popup's shadow root: `.querySelector('dialog').open`.
    fn see_in_popup(&self, expression: &str) -> Value {
        self.see(&format!("{POPUP}{expression}"))
    }

    /// Waits until an expression that begins in the popup's shadow root gives something true.
    fn wait_in_popup(&self, expression: &str) {
        self.wait(&format!("{POPUP}?{expression}"));
    }

    /// Waits until the popup says something that begins like this of the fate of the answer.
    fn wait_said(&self, words: &str) {
        self.wait_in_popup(&format!(".querySelector('#sada-said')?.textContent.startsWith({words:?})"));
    }

    /// Presses Tab until what `selector` finds in the popup has the focus. It takes no more presses than there are places.
    fn tab_to(&self, selector: &str) {
        let is_there = format!(".activeElement?.matches({selector:?})");
        for _ in 0..40 {
            if self.see_in_popup(&is_there) == true {
                return;
            }
            self.press(&[Key::Tab]);
        }
        let focus = self.see_in_popup(".activeElement?.outerHTML");
        panic!(
            "{selector} is not reached with Tab; the focus is at {focus}, {}",
            self.see("document.activeElement?.outerHTML")
        );
    }

    /// Opens the popup from its button, by keyboard.
    fn open_popup(&self) {
        self.wait_in_popup(".querySelector('button.open')");
        self.tab_to(".open");
        self.press(&[Key::Enter]);
        self.wait_in_popup(".querySelector('dialog')?.matches(':modal')");
    }
}
