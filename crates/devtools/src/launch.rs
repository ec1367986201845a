//! The browser's process: its flags, its profile, its end.

use crate::{DevtoolsError, find_chrome};
use command_fds::{CommandFdExt, FdMapping};
use std::io::{PipeReader, PipeWriter, Read, pipe};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, Command, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How to launch the browser.
#[derive(Debug, Clone)]
pub struct LaunchOptions {
    /// The browser to run; [`find_chrome`] looks for one if this is `None`.
    pub chrome: Option<PathBuf>,
    /// The window's size in CSS pixels.
    pub window: (u32, u32),
    /// How long a call waits for its answer where it is not told otherwise.
    pub call_limit: Duration,
    /// Flags added to ours.
    pub flags: Vec<String>,
}

impl Default for LaunchOptions {
    fn default() -> Self {
        Self { chrome: None, window: (1280, 800), call_limit: Duration::from_secs(30), flags: Vec::new() }
    }
}

/// What every browser of ours is launched with.
const FLAGS: &[&str] = &[
    "--headless",
    "--remote-debugging-pipe",
    "--no-startup-window",
    // The same on every machine: no graphics card, one colour profile, no words of the desktop's.
    "--disable-gpu",
    "--force-color-profile=srgb",
    "--mute-audio",
    // What plays by itself where sites may, is what people complain of.
    "--autoplay-policy=no-user-gesture-required",
    "--password-store=basic",
    "--use-mock-keychain",
    // In containers `/dev/shm` is small, and a full one crashes pages.
    "--disable-dev-shm-usage",
    // Nobody has asked the browser to call home.
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-quic",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    // Several tabs are worked with at once; none of them is in the background.
    "--disable-background-timer-throttling",
    "--disable-backgrounding-occluded-windows",
    "--disable-renderer-backgrounding",
    // Frames of other origins share their page's process, so that one snapshot holds them all. The two omnibox
    // features cost two more processes and some 50 ms a window (measured with Chromium 156).
    "--disable-features=IsolateOrigins,site-per-process,WebUIOmniboxPopup,WebUIOmniboxAimPopup",
    "--disable-site-isolation-trials",
];

/// How long the browser may take to end when it is asked to, before it is killed.
const FAREWELL: Duration = Duration::from_secs(3);

/// The running browser. Its end is also the end of its profile.
#[derive(Debug)]
pub struct Process {
    child: Child,
    path: PathBuf,
    stderr: Arc<Mutex<Vec<u8>>>,
    stderr_reader: Option<JoinHandle<()>>,
    profile: Option<TempDir>,
}

impl Process {
    /// Starts the browser with a profile that nobody has used. Also our ends of its pipes: calls in, answers out.
    pub fn start(options: &LaunchOptions) -> Result<(Self, PipeWriter, PipeReader), DevtoolsError> {
        let path = options.chrome.clone().map_or_else(find_chrome, Ok)?;
        let failed = |source| DevtoolsError::Launch { path: path.clone(), source };
        let profile = tempfile::Builder::new().prefix("sada-profile-").tempdir().map_err(failed)?;
        let (its_calls, calls) = pipe().map_err(failed)?;
        let (answers, its_answers) = pipe().map_err(failed)?;
        let mut command = Command::new(&path);
        command.args(flags(options, profile.path()).map_err(failed)?);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        command
            .fd_mappings(vec![
                FdMapping { parent_fd: its_calls.into(), child_fd: 3 },
                FdMapping { parent_fd: its_answers.into(), child_fd: 4 },
            ])
            .expect("3 and 4 are two numbers");
        let mut child = command.spawn().map_err(failed)?;
        // The command owns the browser's ends; while it lives, the death of the browser is not seen.
        drop(command);
        let stderr = Arc::new(Mutex::new(Vec::new()));
        let stderr_reader = child.stderr.take().map(|stream| {
            let kept = stderr.clone();
            std::thread::spawn(move || keep_the_end(stream, &kept))
        });
        Ok((Self { child, path, stderr, stderr_reader, profile: Some(profile) }, calls, answers))
    }

    /// The error of a browser that has ended before it answered.
    pub fn ended_at_start(&self) -> DevtoolsError {
        // Its last words may still be in the pipe.
        let start = Instant::now();
        while self.stderr_reader.as_ref().is_some_and(|reader| !reader.is_finished()) && start.elapsed() < FAREWELL {
            std::thread::sleep(Duration::from_millis(5));
        }
        let said = self.stderr.lock().unwrap_or_else(PoisonError::into_inner);
        let said = String::from_utf8_lossy(&said).trim().to_owned();
        let said = if said.is_empty() { "nothing".to_owned() } else { said };
        DevtoolsError::EndedAtStart { path: self.path.clone(), said }
    }

    /// The id of the process.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the end, and makes one if the browser takes too long.
    pub fn end(&mut self) {
        let start = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && start.elapsed() < FAREWELL {
            std::thread::sleep(Duration::from_millis(5));
        }
        // Both fail only if it has ended already, which is what is wanted.
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.remove_profile();
    }

    /// Its helpers may write for a moment after it has ended, and a folder that is being filled cannot be removed.
    fn remove_profile(&mut self) {
        let Some(profile) = self.profile.take() else { return };
        let path = profile.keep();
        for _ in 0..50 {
            if std::fs::remove_dir_all(&path).is_ok() || !path.exists() {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        self.end();
    }
}

fn flags(options: &LaunchOptions, profile: &Path) -> std::io::Result<Vec<String>> {
    let (width, height) = options.window;
    let mut flags: Vec<String> = FLAGS.iter().map(|&flag| flag.to_owned()).collect();
    flags.push(format!("--window-size={width},{height}"));
    flags.push(format!("--user-data-dir={}", profile.display()));
    // Chromium refuses to run as root with its sandbox. Who made the folder is who we are.
    if std::fs::metadata(profile)?.uid() == 0 {
        flags.push("--no-sandbox".to_owned());
    }
    flags.extend(options.flags.iter().cloned());
    Ok(flags)
}

/// Reads a stream to its end and keeps the last lines of it.
fn keep_the_end(mut stream: ChildStderr, kept: &Mutex<Vec<u8>>) {
    const KEPT: usize = 4096;
    let mut buffer = [0; KEPT];
    while let Ok(read @ 1..) = stream.read(&mut buffer) {
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.extend_from_slice(&buffer[..read]);
        let surplus = kept.len().saturating_sub(KEPT);
        kept.drain(..surplus);
    }
}
