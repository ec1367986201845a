//! Pages that do what they can to stop an audit.

use crate::launch;
use crate::server::{HTML, serve, serve_streams};
use sada_audit::Page;
use sada_audit_browser::{BrowserAuditor, BrowserError, BrowserOptions, KeyBudget};
use std::io::Write;
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

/// Pages that are read, whatever they do meanwhile: what they are named after, and their markup.
const RESTLESS: &[(&str, &str)] = &[
    ("alert-again", "<script>setInterval(() => alert('again'), 5)</script>"),
    ("prompt-and-confirm", "<script>setInterval(() => { prompt('x'); confirm('y') }, 5)</script>"),
    ("alert-on-focus", "<script>onfocusin = onkeydown = () => { alert('again'); alert('and again') }</script>"),
    ("print-again", "<script>setInterval(() => print(), 5); onload = () => print()</script>"),
    ("before-unload", "<script>onbeforeunload = (event) => { event.preventDefault(); return 'stay' }</script>"),
    ("popups", "<script>setInterval(() => open('/calm'), 5); onkeydown = onfocusin = () => open('/calm')</script>"),
    ("leaves-later", "<script>setInterval(() => { location = '/away?' + Math.random() }, 400)</script>"),
    (
        "leaves-on-focus",
        "<script>onfocusin = () => { location.href = '/away'; document.forms[0].submit() }</script><form action=/away></form>",
    ),
    ("reloads-later", "<script>setInterval(() => location.reload(), 400)</script>"),
    ("refreshes", "<meta http-equiv=refresh content='2; url=/away'>"),
    (
        "downloads",
        "<a id=d download=x href='data:application/zip,PK'>d</a><script>setInterval(() => d.click(), 5)</script>",
    ),
    (
        "asks-for-files",
        "<input type=file id=f><script>onkeydown = onfocusin = () => { f.click(); f.showPicker() }</script>",
    ),
    (
        "asks-for-permissions",
        "<script>setInterval(() => { navigator.geolocation.getCurrentPosition(() => {});\
      Notification.requestPermission(); navigator.mediaDevices?.getUserMedia({ audio: true, video: true });\
      navigator.clipboard?.readText(); navigator.requestMIDIAccess?.(); navigator.credentials?.get({ password: true }) }, 5)</script>",
    ),
    (
        "wants-the-screen",
        "<script>onkeydown = onfocusin = () => { document.body.requestFullscreen(); document.body.requestPointerLock();\
      navigator.wakeLock?.request('screen'); navigator.keyboard?.lock() }</script>",
    ),
    (
        "push-state",
        "<script>let n = 0; setInterval(() => { for (let i = 0; i < 50; i++) history.pushState({}, '', '?' + ++n) }, 5)</script>",
    ),
    ("hashes", "<script>let n = 0; setInterval(() => { location.hash = ++n; history.back() }, 5)</script>"),
    ("writes-later", "<script>setTimeout(() => document.write('<button id=b>b</button>'), 50)</script>"),
    ("writes-for-ever", "<script>setInterval(() => document.write('<button>b</button>'), 20)</script>"),
    (
        "opens-itself-anew",
        "<script>setInterval(() => { document.open(); document.write('<button id=b>b</button>'); document.close() }, 50)</script>",
    ),
    ("never-closes", "<script>onload = () => { document.open(); document.write('<button id=b>b</button>') }</script>"),
    (
        "changes-for-ever",
        "<p id=p>x<script>setInterval(() => { p.replaceWith(p.cloneNode(true)); document.body.append('x') }, 1)</script>",
    ),
    (
        "changes-each-frame",
        "<p id=p>x<script>const f = () => { p.style.width = Math.random() * 900 + 'px'; requestAnimationFrame(f) }; f()</script>",
    ),
    (
        "changes-with-each-change",
        "<p id=p>x<script>new MutationObserver(() => setTimeout(() => { p.title = Math.random() })).observe(p,\
      { attributes: true }); p.title = 1</script>",
    ),
    ("takes-the-focus", "<input id=i><script>setInterval(() => i.focus(), 3)</script>"),
    ("drops-the-focus", "<script>setInterval(() => document.activeElement.blur(), 3)</script>"),
    ("removes-itself", "<script>setTimeout(() => document.documentElement.remove(), 200)</script>"),
    ("frames-in-frames", "<iframe src='/frames-in-frames?1'></iframe><iframe src='/frames-in-frames?2'></iframe>"),
    (
        "frames-for-ever",
        "<script>setInterval(() => document.body.append(document.createElement('iframe')), 5)</script>",
    ),
    (
        "huge",
        "<div style='width: 30000000px; height: 30000000px; background: linear-gradient(red, blue)'><p style='position: absolute;\
      top: 29999000px'>x</p></div>",
    ),
    (
        "endless-styles",
        "<style>* { animation: x 1ms infinite } @keyframes x { to { filter: blur(9px); rotate: 9deg } }</style>",
    ),
    (
        "patched",
        "<script>Element.prototype.focus = Element.prototype.blur = Node.prototype.cloneNode = () => { throw 1 };\
      Object.defineProperty(Object.prototype, 'x', { get() { throw 1 } }); Array.prototype[Symbol.iterator] = null;\
      Document.prototype.createTreeWalker = Promise.prototype.then = JSON.stringify = setTimeout = null</script>",
    ),
    (
        "named-like-the-dom",
        "<form><input name=parentNode><input name=tagName><input name=focus><input name=children></form>\
      <img name=documentElement alt=x><img name=activeElement alt=x><img name=hasFocus alt=x><img name=createTreeWalker alt=x>",
    ),
    (
        "talks",
        "<script>setInterval(() => { for (let i = 0; i < 99; i++) console.log('x'.repeat(9999), document) }, 5); setInterval(() => { throw 1 }, 5)\
      </script>",
    ),
    ("debugger", "<script>setInterval(() => { debugger }, 5)</script>"),
    (
        "requests",
        "<script>setInterval(() => fetch('/calm?' + Math.random()), 5); navigator.sendBeacon('/calm')</script>",
    ),
    ("workers", "<script>for (let i = 0; i < 3; i++) new Worker('data:text/javascript,while (true);')</script>"),
    (
        "other-programs",
        "<script>setInterval(() => { location = 'mailto:x@example.org'; location = 'tel:1'; location = 'sada-x:1' }, 50)</script>",
    ),
    ("service-worker", "<script>navigator.serviceWorker.register('/worker.js').then(() => fetch('/calm'))</script>"),
    ("closes", "<script>setTimeout(() => close(), 100); onkeydown = () => close()</script>"),
    (
        "dialogs",
        "<script>setInterval(() => { const d = document.createElement('dialog'); document.body.append(d); d.showModal() }, 50)</script>",
    ),
];

/// A page is read, and said to be read in part where it was; or it is an error of its own. Both in time.
fn look(auditor: &BrowserAuditor, url: &str) -> Option<Page> {
    /// To open it, to read it, to press keys, and some more where the machine is busy.
    const LONGEST: Duration = Duration::from_mins(1);
    let start = Instant::now();
    let looked = auditor.page(url);
    println!(
        "{:>6} ms {url}: {}",
        start.elapsed().as_millis(),
        match &looked {
            Ok(page) => format!("{:?}", page.not_checked()),
            Err(error) => format!("{error:?}"),
        }
    );
    assert!(start.elapsed() < LONGEST, "{url}: {:?}", start.elapsed());
    assert!(!matches!(looked, Err(BrowserError::Launch { .. })), "{url}: {looked:?}");
    looked.ok()
}

#[test]
fn restless_pages_are_read_all_the_same() {
    // Some of them take every core, and so do other tests.
    let patient = BrowserOptions { open_limit: Duration::from_secs(15), ..quick() };
    let Some(auditor) = launch(patient) else { return };
    let origin = serve(|path| {
        let name = path.trim_start_matches('/').split('?').next().unwrap_or_default();
        let restless = RESTLESS.iter().find(|(known, _)| *known == name).map(|(_, markup)| *markup);
        match name {
            "worker.js" => (
                "200 OK\r\ncontent-type: text/javascript",
                "onfetch = (event) => event.respondWith(new Response('x'))".to_owned(),
            ),
            _ => (
                HTML,
                format!("<!doctype html><title>t</title><button id=b>b</button>{}", restless.unwrap_or_default()),
            ),
        }
    });
    for (name, _) in RESTLESS {
        let page = look(&auditor, &format!("{origin}/{name}"));
        let has_button = page.is_some_and(|page| page.elements().any(|element| element.is("button")));
        // Of what was removed nothing can be read; a page that leaves for other programs or closes its tab cannot be asked.
        assert!(has_button || matches!(*name, "removes-itself" | "other-programs" | "closes"), "{name}");
    }
    let calm = auditor.page(&format!("{origin}/calm")).unwrap();
    assert_eq!(calm.keyboard().unwrap().stops.len(), 1);
    assert_eq!(calm.not_checked(), [] as [&str; 0]);
}

#[test]
fn answers_that_never_end_are_waited_for_in_vain() {
    let Some(auditor) = launch(quick()) else { return };
    let origin = serve_streams(|path, stream| {
        let head = match path {
            "/silent" => return std::thread::sleep(Duration::from_secs(20)),
            "/nothing" => "HTTP/1.1 204 No Content\r\n\r\n".to_owned(),
            "/password" => {
                "HTTP/1.1 401 Unauthorized\r\nwww-authenticate: basic realm=x\r\ncontent-length: 0\r\n\r\n".to_owned()
            }
            "/round" => "HTTP/1.1 302 Found\r\nlocation: /round\r\ncontent-length: 0\r\n\r\n".to_owned(),
            "/no-http" => "\u{1}\u{2}".to_owned(),
            _ => format!("HTTP/1.1 {HTML}\r\nconnection: close\r\n\r\n<title>t</title><button>b</button>"),
        };
        let _ = stream.write_all(head.as_bytes());
        while path == "/drip" && stream.write_all(b"<p>x").is_ok() {
            std::thread::sleep(Duration::from_millis(50));
        }
    });
    for path in ["/silent", "/nothing", "/password", "/round", "/no-http", "/drip"] {
        assert!(look(&auditor, &format!("{origin}{path}")).is_none(), "{path}");
    }
    assert!(look(&auditor, &format!("{origin}/calm")).is_some());
}

#[test]
fn a_page_that_crashes_is_an_error_and_the_browser_lives() {
    let Some(auditor) = launch(quick()) else { return };
    let origin = serve(|_| (HTML, "<title>calm</title><button id=b>b"));
    for address in ["chrome://crash", "chrome://kill", "chrome://hang"] {
        assert!(look(&auditor, address).is_none(), "{address}");
    }
    assert!(look(&auditor, &format!("{origin}/calm")).is_some());
}

/// By hand, as it takes minutes: `cargo test -p sada-audit-browser --test pages -- --ignored --nocapture a_million`
#[test]
#[ignore = "takes minutes and gigabytes"]
fn a_million_elements_are_read_or_an_error() {
    let Some(auditor) = launch(BrowserOptions::default()) else { return };
    let origin = serve(|path| {
        let body = match path {
            "/markup" => "<p>x".repeat(1_000_000),
            "/script" => {
                "<script>for (let i = 0; i < 1e6; i++) document.body.append(document.createElement('b'))</script>"
                    .to_owned()
            }
            _ => String::new(),
        };
        (HTML, format!("<title>t</title><body>{body}<button>b</button>"))
    });
    for path in ["/markup", "/script", "/calm"] {
        let start = Instant::now();
        let looked = auditor.page(&format!("{origin}{path}"));
        println!("{path}: {:?}, {:?}", start.elapsed(), looked.as_ref().map(|page| page.not_checked().to_vec()));
        assert!(start.elapsed() < Duration::from_mins(3), "{path}");
        assert!(!matches!(looked, Err(BrowserError::Launch { .. })) && (path != "/calm" || looked.is_ok()));
    }
}

/// Chromium's own rule (Local Network Access, <https://wicg.github.io/local-network-access/>), which we rely on: it looks at
/// the address a name has led to, at each connection.
#[cfg(unix)]
#[test]
fn a_page_of_the_public_internet_reaches_nothing_in_a_private_network() {
    use std::os::unix::fs::PermissionsExt;
    use std::sync::{Arc, Mutex};

    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = asked.clone();
    let private = serve(move |path| {
        // Chromium looks where a name leads by connecting, and asks nothing there.
        if !path.is_empty() {
            heard.lock().unwrap().push(path.to_owned());
        }
        (HTML, String::new())
    });
    let body = format!(
        "<img src={private}/image><iframe src={private}/frame></iframe><link rel=stylesheet href={private}/sheet>\
         <script src={private}/script></script><script>fetch('{private}/fetch', {{ mode: 'no-cors' }})</script>"
    );
    let page = serve(move |_| (HTML, body.clone()));
    let folder = tempfile::tempdir().unwrap();
    let chrome = folder.path().join("chrome");
    let real = sada_devtools::find_chrome().unwrap_or_default();
    let reached = |spaces: &str| {
        let script = format!("#!/bin/sh\nexec '{}' \"$@\" {spaces}\n", real.display());
        std::fs::write(&chrome, script).unwrap();
        std::fs::set_permissions(&chrome, std::fs::Permissions::from_mode(0o755)).unwrap();
        let options = BrowserOptions { chrome: Some(chrome.clone()), keys: None, ..quick() };
        launch(options)?.page(&page).unwrap();
        let mut reached = std::mem::take(&mut *asked.lock().unwrap());
        reached.sort();
        reached.dedup();
        Some(reached)
    };
    // As if the page came from the public internet, and what it asks for did not.
    let public = page.trim_start_matches("http://").trim_end_matches('/');
    let Some(from_outside) = reached(&format!("--ip-address-space-overrides={public}=public")) else { return };
    assert!(from_outside.is_empty(), "{from_outside:?}");
    assert_eq!(reached(""), Some(["/fetch", "/frame", "/image", "/script", "/sheet"].map(str::to_owned).to_vec()));
}
