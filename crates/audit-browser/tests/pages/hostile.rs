//! Pages that do what they can to stop an audit.

use crate::launch;
use crate::server::{HTML, serve};
use sada_audit_browser::{BrowserError, BrowserOptions, KeyBudget};
use std::time::{Duration, Instant};

fn quick() -> BrowserOptions {
    let keys = KeyBudget { presses: 60, time: Duration::from_secs(3) };
    BrowserOptions { open_limit: Duration::from_secs(3), keys: Some(keys), ..BrowserOptions::default() }
}

#[test]
fn each_is_an_error_and_the_run_goes_on() {
    let Some(auditor) = launch(quick()) else { return };
    let origin = serve(|path| match path {
        "/file" => ("200 OK\r\ncontent-type: application/zip", "PK".to_owned()),
        "/attached" => ("200 OK\r\ncontent-type: text/html\r\ncontent-disposition: attachment", "<p>x".to_owned()),
        "/gone" => ("410 Gone\r\ncontent-type: text/html", "<p>gone".to_owned()),
        "/text" => ("200 OK\r\ncontent-type: text/plain", "words".to_owned()),
        "/spin" => (HTML, "<p>x<script>while (true);</script>".to_owned()),
        "/alerts" => (HTML, "<p>x<script>while (true) alert('again')</script>".to_owned()),
        _ if path.starts_with("/moves") => (HTML, "<script>location = '/moves?' + Math.random()</script>".to_owned()),
        _ => (HTML, "<title>calm</title><button id=b>b".to_owned()),
    });
    let start = Instant::now();
    for path in ["/spin", "/alerts", "/moves", "/file", "/attached"] {
        let error = auditor.page(&format!("{origin}{path}")).unwrap_err();
        assert!(matches!(error, BrowserError::Page { .. }), "{path}: {error:?}");
        assert!(!error.is_fatal() && error.to_string().contains(&origin), "{path}: {error}");
    }
    assert!(matches!(auditor.page(&format!("{origin}/gone")), Err(BrowserError::Status { status: 410, .. })));
    assert!(matches!(auditor.page(&format!("{origin}/text")), Err(BrowserError::NotHtml { .. })));
    assert!(matches!(auditor.page("http://127.0.0.1:9/"), Err(BrowserError::Page { .. })));
    let page = auditor.page(&format!("{origin}/calm")).unwrap();
    assert_eq!(page.keyboard().unwrap().stops.len(), 1);
    assert!(start.elapsed() < Duration::from_mins(1), "{:?}", start.elapsed());
}

#[test]
fn what_hangs_or_goes_on_for_ever_under_the_keys_is_said() {
    let Some(auditor) = launch(quick()) else { return };
    let hang = "<button>b</button><input onfocus='while (true);'>".to_owned();
    let many = "<button>b</button>".repeat(200);
    let grows = "<button onfocus='document.body.append(cloneNode(true))'>b</button>".to_owned();
    let origin = serve(move |path| {
        let body = match path {
            "/hang" => &hang,
            "/many" => &many,
            _ => &grows,
        };
        (HTML, body.clone())
    });
    for (path, why) in [("/hang", "did not answer"), ("/many", "time for pressing"), ("/grows", "time for pressing")] {
        let page = auditor.page(&format!("{origin}{path}")).unwrap();
        let said = page.not_checked().join("\n");
        assert!(said.starts_with("keyboard traps: ") && said.contains(why), "{path}: {said}");
    }
}

#[test]
fn the_browser_is_launched_again_when_it_has_died() {
    let Some(auditor) = launch(quick()) else { return };
    let origin = serve(|_| (HTML, "<p>x".to_owned()));
    let died =
        auditor.page("chrome://crashdump/").is_err() | auditor.page("chrome://inducebrowsercrashforrealz/").is_err();
    assert!(died);
    auditor.page(&format!("{origin}/")).unwrap();
    assert!(matches!(launch_error(), BrowserError::Launch { .. }));
}

fn launch_error() -> BrowserError {
    let options = BrowserOptions { chrome: Some("/nowhere/chrome".into()), ..BrowserOptions::default() };
    sada_audit_browser::BrowserAuditor::launch(options).unwrap_err()
}

#[test]
fn a_page_of_many_elements_is_read() {
    let Some(auditor) = launch(BrowserOptions { keys: None, ..BrowserOptions::default() }) else { return };
    let origin = serve(|path| {
        let body = match path {
            "/wide" => "<p>x</p>".repeat(100_000),
            _ => "<body><script>let at = document.body; for (let i = 0; i < 1500; i++) at = at.appendChild(document.createElement('div'))</script>".to_owned(),
        };
        (HTML, body)
    });
    let wide = auditor.page(&format!("{origin}/wide")).unwrap();
    assert!(wide.elements().count() > 100_000);
    // The tree of a page may be deeper than the parser of HTML would make it.
    let deep = auditor.page(&format!("{origin}/deep")).unwrap();
    assert!(deep.elements().count() > 1_500);
}

#[test]
fn page_that_leads_nowhere_is_read_as_it_stands() {
    let Some(auditor) = launch(quick()) else { return };
    let leads = "<meta http-equiv=refresh content='0; url=http://127.0.0.1:9/'><title>t</title><button id=b>b";
    let origin = serve(move |_| (HTML, leads.to_owned()));
    let page = auditor.page(&format!("{origin}/")).unwrap();
    assert!(page.elements().any(|element| element.attribute("id") == Some("b")));
    let said = page.not_checked().join("\n");
    assert!(said.contains("http://127.0.0.1:9/, which the page leads on to: it could not be reached"), "{said}");
}
