//! A visitor in Firefox, who uses the keyboard.

use crate::Person;
use crate::bidi::Bidi;
use sada_devtools::Key;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long it may take to start on a busy machine.
const START: Duration = Duration::from_mins(1);

/// A Firefox with a profile that nobody has used.
pub struct Firefox {
    bidi: RefCell<Bidi>,
    /// The tab.
    context: String,
    process: Child,
    _profile: TempDir,
}

/// What it does not do here: call home, or ask who it is.
const SETTINGS: &[(&str, &str)] = &[
    ("app.update.disabledForTesting", "true"),
    ("browser.shell.checkDefaultBrowser", "false"),
    ("datareporting.policy.dataSubmissionEnabled", "false"),
    ("network.captive-portal-service.enabled", "false"),
    ("network.connectivity-service.enabled", "false"),
    ("services.settings.server", "\"data:,#none\""),
    ("toolkit.telemetry.enabled", "false"),
];

impl Firefox {
    /// Whether there is one. Without one its tests are skipped, and say so; where nothing may be skipped, that is a failure.
    pub fn is_there() -> bool {
        let found = find();
        if found.is_none() {
            let is_ci = std::env::var("CI").is_ok_and(|value| matches!(value.as_str(), "true" | "1"));
            assert!(!is_ci, "there is no Firefox: run `cargo xtask setup`, or set FIREFOX to the path of its program");
            // Not `eprintln!`, which is heard only of tests that fail.
            let _ =
                writeln!(std::io::stderr(), "skipped: there is no Firefox; `cargo xtask setup` installs it on Debian");
        }
        found.is_some()
    }

    /// Opens a page.
    pub fn at(url: &str) -> Self {
        Self::set(&[], url)
    }

    /// Opens a page with some settings of the visitor's: the names and values of preferences.
    pub fn set(settings: &[(&str, &str)], url: &str) -> Self {
        let profile = tempfile::Builder::new().prefix("sada-firefox-").tempdir().unwrap();
        let lines = SETTINGS.iter().chain(settings).map(|(name, value)| format!("user_pref(\"{name}\", {value});\n"));
        std::fs::write(profile.path().join("user.js"), lines.collect::<String>()).unwrap();
        let mut command = Command::new(find().expect("it was asked before whether there is one"));
        command.args(["--headless", "--no-remote", "--remote-debugging-port=0", "--profile"]).arg(profile.path());
        // Nothing of it stays on this machine.
        command.env("HOME", profile.path()).env("MOZ_CRASHREPORTER_DISABLE", "1");
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut process = command.spawn().unwrap();
        let output = BufReader::new(process.stderr.take().unwrap());
        let (send, receive) = channel();
        // Its words must be read to the end, or it waits.
        std::thread::spawn(move || output.lines().map_while(Result::ok).for_each(|line| drop(send.send(line))));
        let start = Instant::now();
        let address = loop {
            let line =
                receive.recv_timeout(START.saturating_sub(start.elapsed())).expect("Firefox says where it listens");
            if let Some((_, address)) = line.split_once("WebDriver BiDi listening on ws://") {
                break address.trim().to_owned();
            }
        };
        let mut bidi = Bidi::connect(&address);
        bidi.call("session.new", &json!({ "capabilities": {} })).unwrap();
        bidi.call("session.subscribe", &json!({ "events": ["log.entryAdded"] })).unwrap();
        // The first window does not get the focus of a machine without a screen (Firefox 153): keys arrive, and no click.
        let window = bidi.call("browsingContext.create", &json!({ "type": "window" })).unwrap();
        let context = window["context"].as_str().unwrap().to_owned();
        let firefox = Self { bidi: RefCell::new(bidi), context, process, _profile: profile };
        firefox.go(url);
        firefox
    }

    /// What a script gives in the first frame of the page.
    pub fn see_in_frame(&self, script: &str) -> Value {
        let tree = self.call("browsingContext.getTree", &json!({ "root": self.context }));
        let frame = tree["contexts"][0]["children"][0]["context"].as_str().expect("there is a frame").to_owned();
        self.evaluate(&frame, script)
    }

    fn call(&self, method: &str, params: &Value) -> Value {
        let result = self.bidi.borrow_mut().call(method, params);
        result.unwrap_or_else(|error| panic!("{method} {params}: {error}"))
    }

    fn evaluate(&self, context: &str, script: &str) -> Value {
        let params = json!({
            // JSON in a string: what arrives is then what the other browser gives.
            "expression": format!("(async () => JSON.stringify(await (async () => ({script}))()) ?? 'null')()"),
            "target": { "context": context },
            "awaitPromise": true,
        });
        let evaluated = self.call("script.evaluate", &params);
        let text = evaluated["result"]["value"].as_str();
        serde_json::from_str(text.unwrap_or_else(|| panic!("{script}: {}", evaluated["exceptionDetails"]["text"])))
            .unwrap()
    }

    fn act(&self, values: impl Iterator<Item = String>) {
        let actions: Vec<_> =
            values.flat_map(|value| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": value }))).collect();
        let keyboard = json!([{ "type": "key", "id": "keyboard", "actions": actions }]);
        self.call("input.performActions", &json!({ "context": self.context, "actions": keyboard }));
    }
}

impl Person for Firefox {
    fn go(&self, url: &str) {
        self.bidi.borrow_mut().events.clear();
        self.call("browsingContext.navigate", &json!({ "context": self.context, "url": url, "wait": "complete" }));
    }

    fn see(&self, script: &str) -> Value {
        self.evaluate(&self.context, script)
    }

    fn press(&self, keys: &[Key]) {
        // One after the other: what a key has moved must have moved before the next.
        for key in keys {
            self.act(std::iter::once(value(*key)));
        }
    }

    fn write(&self, text: &str) {
        self.act(text.chars().map(String::from));
    }

    fn complaints(&self) -> Vec<String> {
        // What has been told meanwhile comes before the answer to a question.
        self.see("0");
        let events = &self.bidi.borrow().events;
        let lines = events.iter().filter_map(|event| event["params"]["text"].as_str());
        lines.filter(|line| line.starts_with("sada:")).map(str::to_owned).collect()
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        const FAREWELL: Duration = Duration::from_secs(3);
        // It may be gone already, which is what is wanted.
        let _ = self.bidi.borrow_mut().call("browser.close", &json!({}));
        let start = Instant::now();
        while matches!(self.process.try_wait(), Ok(None)) && start.elapsed() < FAREWELL {
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What `FIREFOX` says, else the usual names on `PATH`.
fn find() -> Option<PathBuf> {
    let named = std::env::var_os("FIREFOX").filter(|path| !path.is_empty()).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let on_path = || {
        let folders: Vec<_> = std::env::split_paths(&path).collect();
        let candidates =
            ["firefox-esr", "firefox"].into_iter().flat_map(|name| folders.iter().map(move |one| one.join(name)));
        candidates.into_iter().find(|candidate| candidate.is_file())
    };
    named.or_else(on_path)
}

/// How `WebDriver` writes a key. <https://www.w3.org/TR/webdriver2/#keyboard-actions>
fn value(key: Key) -> String {
    let code = match key {
        Key::Character(character) => return character.to_string(),
        Key::Space => return " ".to_owned(),
        Key::Backspace => 0xE003,
        Key::Tab => 0xE004,
        Key::Enter => 0xE006,
        Key::Escape => 0xE00C,
        Key::PageUp => 0xE00E,
        Key::PageDown => 0xE00F,
        Key::End => 0xE010,
        Key::Home => 0xE011,
        Key::ArrowLeft => 0xE012,
        Key::ArrowUp => 0xE013,
        Key::ArrowRight => 0xE014,
        Key::ArrowDown => 0xE015,
        Key::Insert => 0xE016,
        Key::Delete => 0xE017,
        Key::Function(number) => 0xE030 + u32::from(number),
    };
    char::from_u32(code).expect("it lies in the private use area").to_string()
}
