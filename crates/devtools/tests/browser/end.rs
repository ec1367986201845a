//! How browsers end, and what is left then.

use crate::{browser, open};
use sada_devtools::{Browser, DevtoolsError, LaunchOptions, Tab};
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn death_is_told_at_once() {
    let Some(browser) = browser() else { return };
    let tab = open(&browser, "<p>x");
    let waiting = |tab: Tab| {
        std::thread::spawn(move || {
            let start = Instant::now();
            (tab.evaluate("new Promise(() => {})").unwrap_err(), start.elapsed())
        })
    };
    let crashing = browser.new_tab().unwrap();
    crashing.send("Page.crash", &json!({}));
    let (error, after) = waiting(crashing).join().unwrap();
    assert!(matches!(error, DevtoolsError::PageCrashed | DevtoolsError::TabClosed), "{error}");
    assert!(after < Duration::from_secs(10));
    let last = waiting(tab);
    browser.call("Browser.crash", &json!({})).unwrap_err();
    let (error, after) = last.join().unwrap();
    assert!(error.is_browser_gone(), "{error}");
    assert!(after < Duration::from_secs(10));
}

#[test]
fn nothing_is_left_when_a_browser_ends() {
    let Some(browser) = browser() else { return };
    let command_line = std::fs::read_to_string(format!("/proc/{}/cmdline", browser.process_id()));
    let tab = open(&browser, "<p>x");
    drop(browser);
    assert!(tab.evaluate("1").unwrap_err().is_browser_gone());
    // Only Linux shows the command line of a process as a file.
    if let Ok(command_line) = command_line {
        let profile = command_line.split('\0').find_map(|flag| flag.strip_prefix("--user-data-dir=")).unwrap();
        assert!(!std::path::Path::new(profile).exists(), "{profile} is still there");
    }
}

#[test]
fn a_browser_that_does_not_start_says_why() {
    let launch = |chrome: &str| {
        let options = LaunchOptions { chrome: Some(chrome.into()), ..LaunchOptions::default() };
        Browser::launch(&options).unwrap_err()
    };
    assert!(matches!(launch("/nowhere/chrome"), DevtoolsError::Launch { .. }));
    let folder = tempfile::tempdir().unwrap();
    let script = folder.path().join("chrome");
    std::fs::write(&script, "#!/bin/sh\necho no display here >&2\nexit 1\n").unwrap();
    std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let error = launch(script.to_str().unwrap());
    assert!(matches!(&error, DevtoolsError::EndedAtStart { said, .. } if said == "no display here"), "{error}");
}
