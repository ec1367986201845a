//! Spans and bounds, over markup that parsers stumble over and over real pages.

use super::{Parsed, parse};
use crate::{HtmlError, Limits};
use std::time::{Duration, Instant};

fn parsed(source: &str) -> Parsed {
    parse(source, &Limits::default(), false).unwrap()
}

/// Checks every span against the source. Returns how many elements have one and how many have none.
fn check(source: &str, name: &str) -> (usize, usize) {
    let page = parsed(source);
    let mut counts = (0, 0);
    for element in page.built.arena.elements() {
        let tag = &*page.built.names.get(element.name).local;
        let Some(span) = element.span() else {
            counts.1 += 1;
            continue;
        };
        counts.0 += 1;
        let text = &source[span.start..span.end];
        let written = text.strip_prefix('<').and_then(|rest| rest.get(..tag.len()));
        let is_image = tag == "img" && text[1..].to_ascii_lowercase().starts_with("image");
        // A NUL in the name has become U+FFFD.
        let is_replaced = tag.contains('\u{fffd}');
        let is_own = is_replaced || written.is_some_and(|own| own.eq_ignore_ascii_case(tag)) || is_image;
        assert!(is_own && text.ends_with('>'), "{name}: <{tag}> has {text:?}");
    }
    counts
}

#[test]
fn nasty_markup_keeps_its_spans() {
    // Markup, elements with a span, elements without.
    for (source, with, without) in [
        ("<p>a<b>b</b></p>", 2, 3),
        ("<!doctype html><html><head><title>t</title></head><body><p>x</body></html>", 5, 0),
        ("a\r\n<b>c</b>\r<i>d</i>\r\n\r\n<u>", 3, 3),
        ("<<b>x", 1, 3),
        ("<3<b>x", 1, 3),
        ("a<<<i>x", 1, 3),
        ("&amp<b>x&am<i>y&#x41<u>z&notin<s>", 4, 3),
        ("<a href='>' title=\">\">x</a>", 1, 3),
        ("<b\n\tid=x\r\n>y</b>", 1, 3),
        ("<p><b>one</p><p>two<b>three", 4, 4),
        ("<table><td>x<tr><td>y", 4, 5),
        ("<textarea><b></textarea><i>x", 2, 3),
        ("<title><b></ti<b></title><i>", 2, 3),
        ("<script>if(a<b)'<i>'</script><u>", 2, 3),
        ("<style>a<b</style><u>", 2, 3),
        ("<!-- <b> --><i>", 1, 3),
        ("<!--><i>", 1, 3),
        ("<?php <b> ?><i>", 1, 3),
        ("<svg viewbox=x><foreignobject><p>x</svg><image src=x>", 4, 3),
        ("<svg><![CDATA[<b>]]><g/></svg>", 2, 3),
        ("\0<b>\0</b><i\0x>", 2, 3),
        ("<b a=1 a=2 a=3><i>", 2, 3),
        ("<noscript><b></noscript><i>", 2, 3),
        ("<template><td>x</td></template>", 2, 3),
        ("<p>x<html lang=en><body class=a>", 1, 3),
        ("<select><option>a<option>b</select>", 3, 3),
        ("\u{feff}<b>x", 1, 3),
        ("قبل<b>بعد</b>", 1, 3),
        ("<b", 0, 3),
        ("<a><div><a>x", 3, 4),
    ] {
        assert_eq!(check(source, source), (with, without), "{source}");
    }
}

#[test]
fn spans_hold_where_portions_meet() {
    for shift in 0..20 {
        let mut source = "x".repeat(super::hostile::PORTION - 10 + shift);
        source.push_str("\r\n<b class='a > b'>&notin;&am<i>é</i></b><!-- --><u>");
        assert_eq!(check(&source, "portions"), (3, 3), "{shift}");
    }
}

/// The documentation that rustup installs beside the compiler; where it is missing there is nothing to read.
fn real_pages() -> Vec<std::path::PathBuf> {
    let sysroot = std::process::Command::new("rustc").args(["--print", "sysroot"]).output().unwrap();
    let root = std::path::Path::new(String::from_utf8(sysroot.stdout).unwrap().trim()).join("share/doc/rust/html");
    let mut folders = vec![root];
    let mut pages = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "html") {
                pages.push(path);
            }
        }
    }
    pages.sort();
    pages
}

#[test]
fn real_pages_keep_their_spans() {
    let mut total = (0, 0);
    for path in real_pages().iter().step_by(120) {
        let source = std::fs::read_to_string(path).unwrap();
        let counts = check(&source, &path.display().to_string());
        total = (total.0 + counts.0, total.1 + counts.1);
    }
    println!("{} elements with a span, {} without", total.0, total.1);
    // Only what the parser implies, mostly `tbody`, has none.
    assert!(total.1 * 20 <= total.0, "{total:?}");
}

fn many(count: usize, write: &dyn Fn(usize) -> String) -> String {
    (0..count).map(write).collect()
}

fn timed(source: &str) -> (Parsed, Duration) {
    let start = Instant::now();
    let page = parsed(source);
    (page, start.elapsed())
}

#[test]
fn hostile_markup_ends_soon() {
    for (name, source) in [
        ("lists", "<ul><li>".repeat(512 * 1024 / 8)),
        ("divs", "<div>".repeat(1_000_000)),
        ("adoption", "<a><b><p>".repeat(20_000) + &"</a></b>".repeat(20_000)),
        ("bold", many(100_000, &|i| format!("<b id={i}>")) + &"<p>x</p>".repeat(20_000)),
        ("bold paragraphs", many(30_000, &|i| format!("<p><b id={i}></p>x"))),
        ("fonts in tables", many(20_000, &|i| format!("<table><font size={i}><td></table>"))),
        ("svg", "<svg><g>".repeat(50_000)),
        ("templates", "<template>".repeat(50_000)),
        ("selects", "<select><option>".repeat(50_000)),
        ("late attributes", many(100_000, &|i| format!("<body a{i}>x"))),
        ("late texts", "<table>".to_owned() + &many(100_000, &|i| format!("x{i}<tr><td>y"))),
        ("long attributes", format!("<b title='{}'>", "x".repeat(100_000)) + &"<p>x</p>".repeat(20_000)),
        ("attributes", "<p ".to_owned() + &many(15_000, &|i| format!("a{i} ")) + ">"),
    ] {
        let (page, time) = timed(&source);
        assert!(time < Duration::from_secs(20), "{name}: {time:?}");
        println!("{name}: {} bytes, {} nodes, {time:?}, {:?}", source.len(), page.built.arena.len(), page.cut);
    }
}

#[test]
fn what_is_left_out_is_counted() {
    let limits = Limits { depth: 10, elements: 40, ..Limits::default() };
    let page =
        parse(&("<div>".repeat(30) + "<p>kept</p>" + &"</div>".repeat(30) + "<i>x</i>"), &limits, false).unwrap();
    assert_eq!(page.cut.too_deep, 24, "the document, html, head and body count as well");
    assert!(!page.cut.too_many);
    let page = parse(&"<i></i>".repeat(100), &limits, false).unwrap();
    assert!(page.cut.too_many);
    assert!(page.built.arena.elements().count() <= 40);
}

#[test]
fn a_tag_of_attributes_is_refused() {
    let tag = "<p ".to_owned() + &many(200_000, &|i| format!("a{i}='>' "));
    assert!(matches!(parse(&tag, &Limits::default(), false), Err(HtmlError::TooManyAttributes { at: 0 })));
    let picture = format!("<img src='data:image/png;base64,{}'><p>x", "A b/".repeat(1_000_000));
    assert_eq!(check(&picture, "picture"), (2, 3));
}

#[test]
fn what_comes_late_goes_where_it_belongs() {
    let page = crate::read_fragment("<body id=a><table>one<tr>two<td>x</table><body id=b class=c>");
    let body = page.elements().find(|element| element.is("body")).unwrap();
    assert_eq!(body.attributes().collect::<Vec<_>>(), [("id", "a"), ("class", "c")]);
    assert_eq!(body.own_texts().map(|(_, text)| text).collect::<Vec<_>>(), ["onetwo"]);
}
