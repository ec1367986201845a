//! A client of the Chrome `DevTools` Protocol: it launches Chrome or Chromium and speaks with it over two pipes.
//!
//! No port is opened, so nobody else can speak with the browser, and the browser ends when we do. Calls wait for
//! their answers and always end: by the answer, by a time limit, or at once when the page or the browser dies.
//!
//! ```no_run
//! use sada_devtools::{Browser, Key, LaunchOptions};
//! use std::time::Duration;
//!
//! # fn main() -> Result<(), sada_devtools::DevtoolsError> {
//! let browser = Browser::launch(&LaunchOptions::default())?;
//! let tab = browser.new_tab()?;
//! tab.navigate("https://example.org/", Duration::from_secs(10))?;
//! tab.press(Key::Tab)?;
//! let focused = tab.evaluate("document.activeElement.textContent")?;
//! # Ok(())
//! # }
//! ```
//!
//! # Focus in a browser without a window
//!
//! Every tab runs with `Emulation.setFocusEmulationEnabled`, so each of them has the focus at all times and `:focus`
//! shows. Tried with Chromium 156, headless:
//!
//! - Tab from the last stop, or Shift+Tab from the first, leaves the document: `document.activeElement` is `body` and
//!   `document.hasFocus()` is false. Without the emulation `hasFocus()` is true or false by chance then. Of the two
//!   signs `hasFocus()` is the exact one: `<body tabindex="0">` is active both when it has the focus and when it has
//!   lost it to the browser, and `body` is also active where a script has blurred or removed what had the focus.
//! - The focus goes to the browser's own controls, which are there though nobody sees them. Keys sent to the tab still
//!   reach the page, but the browser believes its focus elsewhere, and the next time the focus leaves, it moves on from
//!   there. After four departures in one direction, or one after a departure in the other direction, it comes round
//!   to the page, and the first or last stop has the focus at once: the departure is not seen.
//! - [`Tab::bring_to_front`] puts the browser's focus back to the page. Called after each departure (1 ms), every
//!   departure is seen, in both directions, through any number of rounds.
//! - In a modal `<dialog>` Tab leaves the document behind the last stop as it does without one.
//! - Inside some elements there are several stops, and all of them look like one from outside: the fields of a date, the
//!   controls of a video, whatever is in a closed shadow root.

mod browser;
mod connection;
mod error;
mod find;
mod key;
mod launch;
mod log;
mod navigate;
mod progress;
mod record;
mod remote;
mod screen;
mod state;
mod tab;
mod wire;

pub use browser::{Browser, Context};
pub use error::DevtoolsError;
pub use find::find_chrome;
pub use key::{Key, Modifiers, Press};
pub use launch::LaunchOptions;
pub use log::{ConsoleMessage, FailedRequest, PageLog, Request};
pub use navigate::Arrival;
pub use tab::Tab;
