//! Pages whose renderer dies: each is an error of its own, and the run goes on.

use sada_tests::{begin_sada, ended};
use serde_json::Value;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

const CALM: &str = "<!doctype html><html lang=en><title>Calm</title><main><h1>Calm</h1><button>Calm</button></main>";

/// The renderers among the processes that `root` has begun, and those that they have.
fn renderers_of(root: u32) -> Vec<u32> {
    let processes = std::fs::read_dir("/proc").unwrap().flatten();
    let numbers: Vec<u32> = processes.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    let parent = |process: u32| -> Option<u32> {
        let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
        stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
    };
    let parents: HashMap<u32, u32> = numbers.iter().filter_map(|own| Some((*own, parent(*own)?))).collect();
    let is_below = |own: u32| std::iter::successors(parents.get(&own), |at| parents.get(*at)).any(|at| *at == root);
    let is_renderer = |own: u32| {
        let line = std::fs::read(format!("/proc/{own}/cmdline")).unwrap_or_default();
        String::from_utf8_lossy(&line).contains("--type=renderer")
    };
    numbers.into_iter().filter(|own| is_below(*own) && is_renderer(*own)).collect()
}

fn answer(stream: &TcpStream, run: u32) -> Option<usize> {
    let mut first = String::new();
    BufReader::new(stream).read_line(&mut first).ok()?;
    let mut killed = 0;
    let body = match first.split(' ').nth(1)? {
        "/dies" => "<title>x</title><button>b</button><script>fetch('/now')</script>",
        "/dies-busy" => "<title>x</title><script>fetch('/now').catch(() => 0); for (;;) {}</script>",
        "/now" => {
            for process in renderers_of(run) {
                Command::new("kill").args(["-9", &process.to_string()]).status().ok()?;
                killed += 1;
            }
            ""
        }
        _ => CALM,
    };
    let head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: text/html";
    // The browser may be gone.
    let _ = write!(&mut &*stream, "{head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    Some(killed)
}

#[test]
fn a_renderer_that_dies_is_an_error_of_its_page_alone() {
    if !cfg!(target_os = "linux") {
        return; // Processes are looked for where Linux lists them.
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let (run, killed) = (Arc::new(AtomicU32::new(0)), Arc::new(AtomicUsize::new(0)));
    let (known, count) = (Arc::clone(&run), Arc::clone(&killed));
    std::thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let (known, count) = (Arc::clone(&known), Arc::clone(&count));
            std::thread::spawn(move || {
                let dead = answer(&stream, known.load(Ordering::SeqCst)).unwrap_or(0);
                count.fetch_add(dead, Ordering::SeqCst);
            });
        }
    });
    let folder = tempfile::tempdir().unwrap();
    let pages = ["/calm", "/dies", "/dies-busy", "/calm-again"].map(|path| format!("{origin}{path}"));
    // One page after the other, so that no other renderer is killed.
    let mut arguments = vec!["audit", "--engine", "browser", "--at-once", "1", "--format", "json=report.json"];
    arguments.extend(pages.iter().map(String::as_str));
    let child = begin_sada(folder.path(), &arguments);
    run.store(child.id(), Ordering::SeqCst);
    let ran = ended(child);
    let json = std::fs::read_to_string(folder.path().join("report.json")).unwrap_or_else(|_| panic!("{}", ran.errors));
    let report: Value = serde_json::from_str(&json).unwrap();
    assert!(killed.load(Ordering::SeqCst) > 1, "no renderers were found: {}", ran.errors);
    assert_eq!(ran.code, 2, "{}", ran.errors);
    let status = |path: &str| {
        let all = report["pages"].as_array().unwrap();
        all.iter().find(|page| page["url"].as_str().unwrap().ends_with(path)).map(|page| page["status"].clone())
    };
    for path in ["/dies", "/dies-busy"] {
        assert_eq!(status(path), Some("error".into()), "{path}: {report}");
    }
    assert_eq!(status("/calm-again"), Some("audited".into()), "{report}");
}
