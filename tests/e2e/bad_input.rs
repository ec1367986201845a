//! Bad input gets one clear message that says what to do. Nothing panics.

use sada_tests::{Collector, sada};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

#[test]
fn command_lines_that_cannot_work_say_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let here = folder.path();
    std::fs::create_dir(here.join("empty")).unwrap();
    std::fs::write(here.join("picture.html"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    std::fs::write(here.join("survey.json"), "{\n  \"id\": \"nps\",\n  \"version\": \"one\"\n}").unwrap();
    let backwards = r#"{"id": "a", "version": 1, "title": {"en": "x"}, "thanks": {"en": "x"}, "questions": [
  {"id": "q", "kind": "nps", "text": {"en": "x"}, "when": [{"go_to": "q"}]}]}"#;
    std::fs::write(here.join("backwards.json"), backwards).unwrap();
    std::fs::write(here.join("unreadable.html"), "").unwrap();
    for (arguments, code, said) in [
        (&["audit", "--colour", "."][..], 2, "unexpected argument '--colour'"),
        (&["audit"], 2, "there is nothing to audit"),
        (&["audit", "nowhere.html"], 2, "nowhere.html does not exist"),
        (&["audit", "empty"], 2, "empty has no HTML files"),
        (&["audit", "picture.html"], 2, "could not be audited: this is a PNG picture, not HTML"),
        (&["audit", "ftp://shop.example/"], 2, "ftp is not a way to fetch pages"),
        (&["audit", "http://127.0.0.1:9/"], 2, "nothing answers there"),
        (&["audit", "--engine", "browser", "http://127.0.0.1:9/"], 2, "could not be audited"),
        (&["audit", "--urls-from", "nowhere.txt"], 2, "cannot read nowhere.txt"),
        (&["audit", "--format", "yaml", "."], 2, "there is no format `yaml`: there are pretty and json"),
        (&["audit", "--format", "json=no/such/folder.json", "empty"], 2, "empty has no HTML files"),
        (&["audit", "--format", "json=no/such/folder.json", "unreadable.html"], 2, "cannot write no/such/folder.json"),
        (&["survey", "check", "survey.json"], 2, "survey.json:3:18: invalid type: string \"one\", expected u32"),
        (&["survey", "check", "backwards.json"], 1, "backwards.json:2:61: `questions[0].when[0].go_to` is `q`"),
        (&["survey", "check", "backwards.json", "survey.json"], 2, "backwards.json:2:61"),
        (&["survey", "check", "empty"], 2, "empty has no survey files"),
        (&["survey", "check", "nowhere.json"], 2, "cannot read nowhere.json"),
        (&["serve", "--survey", "survey.json", "--listen", "127.0.0.1:0"], 2, "line 3, column 18"),
        (&["serve", "--database", "no/such/folder/sada.db", "--listen", "127.0.0.1:0"], 2, "no/such/folder"),
        (&["serve", "--listen", "everywhere"], 2, "everywhere"),
    ] {
        let ran = sada(here, arguments);
        let text = format!("{}{}", ran.output, ran.errors);
        // The message may be wrapped to the width of a terminal.
        let words = text.split(|c: char| c.is_whitespace() || c == '│').filter(|word| !word.is_empty());
        let words = words.collect::<Vec<_>>().join(" ");
        assert_eq!(ran.code, code, "{arguments:?}: {text}");
        assert!(words.contains(said), "{arguments:?}: {text}");
        assert!(!text.contains("panicked"), "{arguments:?}: {text}");
    }
}

#[test]
fn nested_lists_of_512_kilobytes_end_in_time() {
    let folder = tempfile::tempdir().unwrap();
    let lists = "<ul><li>".repeat(64 << 10);
    let page = format!("<!DOCTYPE html><html lang=en><title>Deep lists</title>{lists}");
    std::fs::write(folder.path().join("deep.html"), page).unwrap();
    let begun = Instant::now();
    let ran = sada(folder.path(), &["audit", "--format", "json", "deep.html"]);
    assert_eq!(ran.code, 0, "{}", ran.errors);
    assert!(ran.output.contains("512"), "what was cut is said: {}", &ran.output[..ran.output.len().min(2_000)]);
    // Without a limit on depth it takes minutes; the build that is tested is not optimised.
    assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", begun.elapsed());
}

#[test]
fn bad_responses_are_refused_with_a_reason() {
    let collector = Collector::start();
    let id = "0192f0c1-7d3a-7000-8000-000000000001";
    let response = |answers: &str| {
        format!(
            "{{\"submission_id\":\"{id}\",\"survey\":\"nps\",\"survey_version\":1,\"site\":\"demo\",\"answers\":{answers}}}"
        )
    };
    for (body, status, said) in [
        (response(&format!("{{\"nps\":1,\"why\":\"{}\"}}", "x".repeat(70 << 10))), "413", "64"),
        ("{\"submission_id\":".to_owned(), "400", "line 1"),
        ("[".repeat(100_000), "4", ""),
        (response("{\"nps\":11}"), "422", "nps"),
        (response("{\"why\":\"no number\"}"), "422", "nps"),
        (response("{\"nps\":1}").replace("demo", "other"), "4", ""),
    ] {
        let answer = post(collector.origin(), "/api/v1/sites/demo/responses", &body);
        let line = answer.lines().next().unwrap_or_default();
        assert!(line.starts_with(&format!("HTTP/1.1 {status}")), "{}: {answer}", &body[..body.len().min(100)]);
        assert!(answer.contains(said), "{answer}");
        assert!(answer.contains("application/problem+json"), "{answer}");
    }
    assert!(collector.rows().is_empty());
    let answer = post(collector.origin(), "/api/v1/sites/demo/responses", &response("{\"nps\":0}"));
    assert!(answer.starts_with("HTTP/1.1 201"), "{answer}");
    assert_eq!(collector.rows().len(), 1);
}

/// One request over a bare connection: nothing helps a bad body along.
fn post(origin: &str, path: &str, body: &str) -> String {
    let address = origin.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // A server may answer, and close, before it has read all of it.
    let _ = stream.write_all(body.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}
