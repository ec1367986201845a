//! Opening addresses, good and bad.

use crate::loopback::{html, serve};
use crate::{LIMIT, browser, data, open};
use sada_devtools::{DevtoolsError, Key};
use serde_json::json;
use std::time::{Duration, Instant};

#[test]
fn arrivals_say_what_was_found() {
    let Some(browser) = browser() else { return };
    let (origin, asked) = serve(|path| match path {
        "/moved" => Some(("302 Found\r\nlocation: /page".to_owned(), String::new())),
        "/script" => html("<script>location.replace('/page')</script>"),
        "/page" => html("<script>setTimeout(() => fetch('/late'), 20)</script><p>here"),
        "/missing" => Some(("404 Not Found\r\ncontent-type: text/html".to_owned(), "<p>no".to_owned())),
        "/text" => Some(("200 OK\r\ncontent-type: text/plain".to_owned(), "words".to_owned())),
        "/file" => Some(("200 OK\r\ncontent-type: application/zip".to_owned(), "PK".to_owned())),
        "/none" => Some(("204 No Content".to_owned(), String::new())),
        "/stream" => html("<script>new EventSource('/hangs')</script>"),
        "/busy" => html("<script>fetch('/hangs')</script>"),
        "/hangs" => None,
        _ => html(""),
    });
    let tab = browser.new_tab().unwrap();
    let arrive = |path: &str| tab.navigate(&format!("{origin}{path}"), LIMIT);
    for path in ["/moved", "/script"] {
        let arrival = arrive(path).unwrap();
        assert_eq!((arrival.url, arrival.status), (format!("{origin}/page"), Some(200)), "{path}");
        assert!(arrival.is_quiet);
        // Quiet came after what the page asked for on its own.
        assert!(asked.lock().unwrap().drain(..).any(|path| path == "/late"), "{path}");
    }
    assert_eq!(arrive("/page#here").unwrap().url, format!("{origin}/page#here"));
    assert_eq!(arrive("/missing").unwrap().status, Some(404));
    assert_eq!(arrive("/text").unwrap().mime_type, "text/plain");
    assert!(matches!(arrive("/file"), Err(DevtoolsError::Download { .. } | DevtoolsError::NotOpened { .. })));
    assert!(matches!(arrive("/none"), Err(DevtoolsError::NotOpened { .. })));
    assert!(arrive("/stream").unwrap().is_quiet, "{:?}", tab.log().requests);
    assert!(!arrive("/busy").unwrap().is_quiet);
    let dead = tab.navigate("http://127.0.0.1:9/", LIMIT).unwrap_err();
    assert!(matches!(&dead, DevtoolsError::NotOpened { reason, .. } if reason.contains("ERR_")), "{dead}");
    let slow = tab.navigate(&format!("{origin}/hangs"), Duration::from_millis(300)).unwrap_err();
    assert!(matches!(slow, DevtoolsError::TimedOut { .. }), "{slow}");
    assert!(matches!(tab.navigate("no address", LIMIT), Err(DevtoolsError::NotOpened { .. })));
    assert_eq!(arrive("/page").unwrap().status, Some(200));
}

#[test]
fn hostile_pages_end_as_errors_and_the_browser_lives_on() {
    let Some(browser) = browser() else { return };
    let (origin, _) = serve(|path| {
        html(match path {
            "/spin" => "<script>while (true);</script>",
            "/spin-later" => "<script>onload = () => setTimeout(() => { while (true); })</script>",
            "/alerts" => "<script>while (true) alert('again')</script>",
            "/moves" => "<script>location.href = '/moves?' + Math.random()</script>",
            _ if path.starts_with("/moves") => "<script>location.href = '/moves?' + Math.random()</script>",
            _ => "<p>calm",
        })
    });
    let limit = Duration::from_secs(2);
    for (path, is_right) in [
        ("/spin", (|error| matches!(error, DevtoolsError::TimedOut { .. })) as fn(&DevtoolsError) -> bool),
        ("/spin-later", |error| matches!(error, DevtoolsError::TimedOut { .. })),
        ("/alerts", |error| matches!(error, DevtoolsError::TimedOut { .. })),
        ("/moves", |error| matches!(error, DevtoolsError::KeepsMoving { .. })),
    ] {
        let start = Instant::now();
        let tab = browser.new_tab().unwrap();
        let error = tab.navigate(&format!("{origin}{path}"), limit).unwrap_err();
        assert!(is_right(&error), "{path}: {error}");
        assert!(start.elapsed() < limit * 4, "{path} took {:?}", start.elapsed());
        if path == "/alerts" {
            assert!(tab.log().dialogs.len() > 3, "{:?}", tab.log().dialogs);
        }
    }
    let tab = browser.new_tab().unwrap();
    assert_eq!(tab.navigate(&format!("{origin}/calm"), LIMIT).unwrap().status, Some(200));
}

#[test]
fn dialogs_popups_and_downloads_need_nobody() {
    let Some(browser) = browser() else { return };
    let tab = open(
        &browser,
        "<button id=b>b</button><script>\
         var answers = [confirm('sure?'), prompt('name?'), alert('hm')];\
         b.onclick = () => { open('about:blank'); open('about:blank', '', 'noopener') };\
         onbeforeunload = event => { event.preventDefault(); return 'stay' };\
         </script>",
    );
    assert_eq!(tab.evaluate("answers").unwrap(), json!([false, null, null]));
    assert_eq!(tab.log().dialogs, ["sure?", "name?", "hm"]);
    tab.press(Key::Tab).unwrap();
    tab.press(Key::Enter).unwrap();
    let pages = || {
        let targets = browser.call("Target.getTargets", &json!({})).unwrap();
        targets["targetInfos"].as_array().unwrap().iter().filter(|target| target["type"] == "page").count()
    };
    let start = Instant::now();
    while pages() > 1 && start.elapsed() < LIMIT {
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(pages(), 1);
    // The page cannot hold us back: its `beforeunload` dialog is answered as well.
    tab.navigate(&data("<p id=next>"), LIMIT).unwrap();
    assert_eq!(tab.evaluate("!!document.getElementById('next')").unwrap(), json!(true));
    // A tab that we open in the same context is no popup.
    let second = tab.context().new_tab().unwrap();
    second.navigate(&data("<p>two"), LIMIT).unwrap();
    assert_eq!(pages(), 2);
}

#[test]
fn the_log_tells_what_a_page_said_and_asked_for() {
    let Some(browser) = browser() else { return };
    let (origin, _) = serve(|path| match path {
        "/" => html(
            "<script>console.warn('careful', 3); fetch('/gone'); setTimeout(() => { throw new Error('oops') })</script>",
        ),
        "/gone" => Some(("410 Gone".to_owned(), String::new())),
        _ => html(""),
    });
    let tab = browser.new_tab().unwrap();
    let requests = tab.subscribe("Network.requestWillBeSent");
    tab.navigate(&format!("{origin}/"), LIMIT).unwrap();
    let log = tab.log();
    assert!(log.console.iter().any(|line| line.level == "warning" && line.text == "careful 3"), "{log:?}");
    assert!(log.exceptions.iter().any(|text| text.contains("oops")), "{log:?}");
    assert!(log.requests.iter().any(|request| request.url == format!("{origin}/gone")), "{log:?}");
    assert!(log.failed_requests.iter().any(|failed| failed.reason == "HTTP 410"), "{log:?}");
    let first = requests.recv_timeout(LIMIT).unwrap();
    assert_eq!(first["request"]["url"], json!(format!("{origin}/")));
}

#[test]
fn a_page_that_is_held_stays() {
    let Some(browser) = browser() else { return };
    let (origin, asked) = serve(|path| match path {
        "/" => {
            html("<form action=/sent method=post id=f></form><a href=/followed id=a>a</a><iframe name=inner></iframe>")
        }
        _ => html("<p>elsewhere"),
    });
    let tab = browser.new_tab().unwrap();
    tab.navigate(&format!("{origin}/before"), LIMIT).unwrap();
    tab.navigate(&format!("{origin}/"), LIMIT).unwrap();
    tab.hold().unwrap();
    let documents = tab.documents();
    for script in ["location.href = '/gone'", "a.click()", "f.submit()", "history.back()", "open('/framed', 'inner')"] {
        tab.evaluate(&format!("void ({script})")).unwrap();
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(tab.evaluate("location.pathname").unwrap(), json!("/"), "{script}");
    }
    assert_eq!(tab.documents(), documents);
    let asked = asked.lock().unwrap();
    assert!(!asked.iter().any(|path| ["/gone", "/followed", "/sent", "/framed"].contains(&path.as_str())), "{asked:?}");
}
