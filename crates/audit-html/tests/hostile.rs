//! Markup and sheets made to take forever, or to overflow, when they are read or when rules look at them: each ends soon,
//! says what it left out, and guesses nothing.

use sada_audit::report::Status;
use sada_audit::{Page, Unknown};
use sada_audit_html::{HtmlError, Input, Limits, NoStyleSheets, Options, Reader};
use std::time::{Duration, Instant};

/// Each ends in under two seconds in a release build on a free machine. What multiplies takes hours, so this tells the two
/// apart in a debug build on a machine that is busy with other things, too.
const LONGEST: Duration = Duration::from_mins(3);

#[expect(clippy::print_stdout, reason = "how long each takes is what one wants to see")]
fn read(name: &str, markup: &str) -> Page {
    let start = Instant::now();
    // As small a stack as a thread of a pool has.
    let bytes = markup.as_bytes().to_vec();
    let reading = std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(move || Reader::default().read(&Input::new("hostile", &bytes), &NoStyleSheets));
    let page = reading.expect("threads can be made").join().expect("it does not panic").expect("it is HTML");
    let read = start.elapsed();
    // Only the thread that made a page can look at it; the main one of a test has as small a stack.
    let report = sada_audit::audit(&page);
    let time = start.elapsed();
    println!(
        "{name}: {} bytes, {} elements, {time:?}, of that to read {read:?}, {:?}",
        markup.len(),
        page.elements().count(),
        page.not_checked()
    );
    assert_eq!(report.status, Status::Audited);
    assert!(time < LONGEST, "{name} took {time:?}");
    page
}

fn styled(name: &str, css: &str, body: &str) -> Page {
    read(name, &format!("<!doctype html><style>{css}</style>{body}"))
}

fn many(count: usize, write: impl Fn(usize) -> String) -> String {
    (0..count).map(write).collect()
}

fn is_unknown(page: &Page) -> bool {
    page.elements().last().is_some_and(|element| element.style().unknown.has(Unknown::COLOR))
}

#[test]
fn deep_and_wide_markup() {
    for (name, markup) in [
        ("lists", "<ul><li>".repeat(64 * 1024)),
        ("divs", "<div>".repeat(1_000_000)),
        ("bold", many(100_000, |i| format!("<b id={i}>")) + &"<p>x</p>".repeat(10_000)),
        ("adoption", "<a><b><p>".repeat(20_000) + &"</a></b>".repeat(20_000)),
    ] {
        let page = read(name, &markup);
        assert!(page.elements().count() < 600_000);
        let is_cut = page.not_checked().iter().any(|what| what.contains("nest deeper"));
        assert!(is_cut || name == "adoption", "{name}");
    }
}

#[test]
fn the_rest_behind_many_elements_is_left_out() {
    let limits = Limits { elements: 1000, ..Limits::default() };
    let reader = Reader::new(Options { limits, ..Options::default() });
    let markup = "<i></i>".repeat(5000);
    let page = reader.read(&Input::new("wide", markup.as_bytes()), &NoStyleSheets).unwrap();
    assert!(page.elements().count() <= 1000);
    assert_eq!(page.not_checked(), ["only the first 1000 elements were read"]);
}

#[test]
fn selectors_that_multiply() {
    let nested =
        |open: &str, count: usize| format!("{}{{color:red}}{}", format!("{open}{{").repeat(count), "}".repeat(count));
    let body = "<div><p class=a>".repeat(200) + "<b>x";
    styled("nested rules", &nested(":is(&, &) &", 60), &body);
    styled("nested negations", &nested(":not(:not(& &))", 60), &body);
    styled("universal", &format!("{} b{{color:red}}", "* ".repeat(400)), &body);
    styled("long selector", &format!("{} b{{color:red}}", "p ".repeat(100_000)), &body);
    styled("deep selector", &format!("{}b{}{{color:red}}", ":not(".repeat(50_000), ")".repeat(50_000)), &body);
    styled("siblings", "i ~ i ~ i ~ i ~ i ~ b{color:red}", &"<i></i>".repeat(20_000));
    styled("counted", ":nth-child(2n+1 of :nth-last-child(3n of i)) {color:red}", &"<i></i>".repeat(20_000));
    let page =
        styled("has", &many(40, |i| format!(":has(~ i ~ i.c{i} ~ i) {{color:#{i:03}}}")), &"<i></i>".repeat(20_000));
    assert!(is_unknown(&page), "matching was given up, so nothing is certain");
    assert!(page.not_checked().iter().any(|what| what.contains("matching")), "{:?}", page.not_checked());
}

#[test]
fn sheets_that_are_large() {
    let page =
        styled("10 MB", &many(230_000, |i| format!(".c{i}{{color:red;margin:1px;width:2em;}}\n")), "<p class=c7>x");
    assert!(!is_unknown(&page));
    let page = styled("too many rules", &many(260_000, |i| format!(".c{i}{{color:red}}")), "<p>x");
    assert!(is_unknown(&page) && !page.not_checked().is_empty());
    let page = styled("too large", &"/* padding */".repeat(2 << 20), "<p>x");
    assert!(is_unknown(&page) && !page.not_checked().is_empty());
    styled("braces", &"{".repeat(1_000_000), "<p>x");
    styled("rules in rules", &"a{".repeat(500_000), "<p>x");
    styled("media in media", &"@media all{".repeat(200_000), "<p>x");
    styled("calc", &format!("p{{font-size:{}1px{}}}", "calc(".repeat(100_000), ")".repeat(100_000)), "<p>x");
    styled(
        "conditions",
        &format!("@media {}all{}{{p{{color:red}}}}", "(".repeat(100_000), ")".repeat(100_000)),
        "<p>x",
    );
    styled("layers", &many(20_000, |i| format!("@layer l{i}.m{{p{{color:red}}}}")), "<p>x");
    styled("brackets", &format!("p{{color:{}}}", "[".repeat(1_000_000)), "<p>x");
    styled(
        "mixes",
        &format!("p{{color:{}red{}}}", "color-mix(in srgb,".repeat(50_000), ",red)".repeat(50_000)),
        "<p>x",
    );
}

#[test]
fn variables_that_multiply() {
    let doubled = many(64, |i| format!("--a{}:var(--a{i})var(--a{i});", i + 1));
    styled("doubled", &format!("*{{--a0:xxxxxxxx;{doubled}color:var(--a64)}}"), &"<p>x".repeat(100));
    let shared = many(200, |i| format!("--a{}:var(--a{i},var(--a{i}));", i + 1));
    styled("shared", &format!("*{{{shared}color:var(--a200)}}"), &"<p>x".repeat(100));
    let deep = "<div style='--a:var(--b);--b:1'>".repeat(500) + "<p style='color:var(--zz,var(--a))'>x";
    read("scopes", &deep);
    let fallbacks = format!("p{{color:{}red{}}}", "var(--x,".repeat(100_000), ")".repeat(100_000));
    styled("fallbacks", &fallbacks, "<p>x");
}

#[test]
fn attributes_that_are_many() {
    read("styles", &many(50_000, |i| format!("<i style='color:#{i:06}'></i>")));
    read("classes", &format!("<i class='{}'></i>", many(100_000, |i| format!("c{i} "))));
    styled("values", "[a*=aaab],[a~=b]{color:red}", &format!("<i a='{}'>", "a".repeat(1_000_000)));
    let page = read("sheets", &"<style>p{color:red}</style>".repeat(20_000));
    assert!(is_unknown(&page) && page.not_checked().iter().any(|what| what.contains("style sheets behind")));
}

/// What a rule asks of one element is asked of thousands, and thousands of others answer.
#[test]
fn elements_that_point_at_each_other() {
    let long = "<b>word </b>".repeat(8_000);
    let at_long = |markup: &str| format!("{}<div id=z>{long}</div>", markup.repeat(2_000));
    let shared = |markup: &str| markup.repeat(3_000);
    for (name, markup) in [
        ("buttons named by one", at_long("<button aria-labelledby=z></button>")),
        ("links named by one", at_long("<a href=x aria-labelledby=z>y</a>")),
        ("fields named by one", at_long("<input aria-labelledby=z>")),
        ("fields described by one", at_long("<input aria-label=x aria-describedby=z aria-invalid=true>")),
        (
            "buttons named by what they are in",
            format!("<div id=z>{}{long}", shared("<button aria-labelledby=z></button>")),
        ),
        ("labels of one id", shared("<label for=x>day</label><input id=x><a href=y>z</a>")),
        ("hidden ones of one id", shared("<label for=x>day</label><i hidden id=x></i>")),
        ("marquees", shared("<marquee>x</marquee>")),
        ("videos", shared("<video src=x></video><p>words</p>")),
    ] {
        read(name, &format!("<!doctype html><title>x</title>{markup}"));
    }
}

#[test]
fn rules_that_were_not_asked_about_all_elements_are_told() {
    let fields = "<input aria-labelledby=z>".repeat(5_000);
    let page =
        read("fields", &format!("<!doctype html><title>x</title>{fields}<div id=z>{}", "<b>word </b>".repeat(5_000)));
    let report = sada_audit::audit(&page);
    let told = report.not_checked.iter().find(|what| what.contains("not all of it was looked at"));
    assert!(told.is_some_and(|told| told.contains("form-label-is-descriptive")), "{:?}", report.not_checked);
}

#[test]
fn other_formats_are_refused() {
    let refuse = |bytes: &[u8]| Reader::default().read(&Input::new("x", bytes), &NoStyleSheets).unwrap_err();
    assert!(matches!(refuse(b"%PDF-1.4"), HtmlError::NotHtml { .. }));
    assert_eq!(refuse(b"\0\0\0\0\0").to_string(), "this is a binary file, not HTML");
    let limits = Limits { bytes: 10, ..Limits::default() };
    let reader = Reader::new(Options { limits, ..Options::default() });
    let error = reader.read(&Input::new("x", b"<p>12345678901"), &NoStyleSheets).unwrap_err();
    assert_eq!(error.to_string(), "the page has 14 bytes, and no more than 10 are read");
}
