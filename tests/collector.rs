//! A real `sada serve` with a database of its own.

use crate::command::program;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteRow};
use sqlx::{Connection, FromRow};
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;
use tempfile::TempDir;

/// How long it may take to start on a busy machine.
const START: Duration = Duration::from_mins(1);

/// A running collector. It is killed when this is dropped, and so is its database.
pub struct Collector {
    folder: TempDir,
    surveys: Vec<PathBuf>,
    running: Option<Child>,
    origin: String,
    password: String,
}

/// A stored answer and what it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Row {
    /// The submission.
    pub submission_id: String,
    /// `popup` or `page`.
    pub channel: String,
    /// The language it was asked in.
    pub lang: String,
    /// The address it was asked at.
    pub page_url: Option<String>,
    /// The question.
    pub question: String,
    /// The value on a scale.
    pub number: Option<i64>,
    /// The visitor's words.
    pub words: Option<String>,
}

/// Every answer, those of one submission in the order of the questions' ids.
const ROWS: &str = "SELECT submission_id, channel, lang, page_url, question, number, words \
    FROM responses JOIN answers USING (site, submission_id) ORDER BY received_at, submission_id, question";

impl Collector {
    /// Starts a collector with an empty database, with the site `demo`, on a free port.
    pub fn start() -> Self {
        Self::asking(&[])
    }

    /// The same, with surveys besides the built-in one: files of this workspace.
    pub fn asking(surveys: &[&str]) -> Self {
        let mut collector = Self {
            folder: TempDir::new().unwrap(),
            surveys: surveys.iter().map(|path| crate::root().join(path)).collect(),
            running: None,
            origin: String::new(),
            password: String::new(),
        };
        let lines = collector.launch("127.0.0.1:0");
        while collector.origin.is_empty() || collector.password.is_empty() {
            let line = lines
                .recv_timeout(START)
                .expect("`sada serve` says where it listens, and a password at its first start");
            if let Some(origin) = line.strip_prefix("listening at ") {
                origin.trim_end_matches('/').clone_into(&mut collector.origin);
            }
            if let Some(password) = line.strip_prefix("password: ") {
                password.clone_into(&mut collector.password);
            }
        }
        collector
    }

    /// Where it listens: `http://127.0.0.1:8787`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// What it said at its first start.
    pub fn password(&self) -> &str {
        &self.password
    }

    /// Kills it, as the kernel would when memory is short.
    pub fn kill(&mut self) {
        let mut child = self.running.take().expect("it is running");
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Starts it again, with the same database at the same address.
    pub fn restart(&mut self) {
        let address = self.origin.trim_start_matches("http://").to_owned();
        let lines = self.launch(&address);
        while !lines.recv_timeout(START).expect("`sada serve` starts again").starts_with("listening at ") {}
    }

    /// What is stored, by a connection of its own.
    pub fn rows(&self) -> Vec<Row> {
        self.select(ROWS).iter().map(|row| Row::from_row(row).unwrap()).collect()
    }

    /// What a query finds, by a connection of its own.
    pub(crate) fn select(&self, query: &'static str) -> Vec<SqliteRow> {
        let options = SqliteConnectOptions::new().filename(self.folder.path().join("sada.db")).read_only(true);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut connection = SqliteConnection::connect_with(&options).await.unwrap();
            sqlx::query(query).fetch_all(&mut connection).await.unwrap()
        })
    }

    fn launch(&mut self, listen: &str) -> Receiver<String> {
        let mut command = program();
        command.current_dir(self.folder.path()).args([
            "serve",
            "--listen",
            listen,
            "--database",
            "sada.db",
            "--site",
            "demo",
        ]);
        for survey in &self.surveys {
            command.arg("--survey").arg(survey);
        }
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        self.running = Some(child);
        let (send, receive) = channel();
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
        receive
    }
}

impl Drop for Collector {
    fn drop(&mut self) {
        if self.running.is_some() {
            self.kill();
        }
    }
}
