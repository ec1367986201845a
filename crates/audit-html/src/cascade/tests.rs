//! What styles come out, as one table for each topic: markup in, a line about the element `#x` out.

use crate::{NoStyleSheets, Reader, Sheet, StyleSheets, read_fragment};
use sada_audit::{Display, Page, Style, Unknown, Visibility};
use std::sync::Arc;

/// What is not as it would be without any sheet, in words.
fn line(style: &Style) -> String {
    let mut words = Vec::new();
    let mut say = |is_so: bool, word: String| words.extend(is_so.then_some(word));
    let alpha =
        |color: sada_audit::Color| if color.alpha < 1.0 { format!("/{:.2}", color.alpha) } else { String::new() };
    say(style.unknown.has(Unknown::COLOR), "color?".into());
    let color = style.color.to_hex() + &alpha(style.color);
    say(!style.unknown.has(Unknown::COLOR) && color != "#000000", color);
    say(style.unknown.has(Unknown::BACKGROUND), "background?".into());
    let background = format!("on {}{}", style.background_color.to_hex(), alpha(style.background_color));
    say(!style.unknown.has(Unknown::BACKGROUND) && style.background_color.alpha > 0.0, background);
    say(style.has_background_image, "image".into());
    say(style.clips_background_to_text, "text-clipped".into());
    say(style.unknown.has(Unknown::FONT), "font?".into());
    say(
        !style.unknown.has(Unknown::FONT) && (style.font_size - 16.0).abs() > 0.01,
        format!("{:.1}px", style.font_size),
    );
    say(
        !style.unknown.has(Unknown::FONT) && (style.font_weight - 400.0).abs() > 0.01,
        format!("w{}", style.font_weight),
    );
    say((style.opacity - 1.0).abs() > 0.001, format!("opacity {:.2}", style.opacity));
    say(style.unknown.has(Unknown::PAINT), "paint?".into());
    say(style.display == Display::None, "none".into());
    say(style.visibility == Visibility::Hidden, "hidden".into());
    say(style.unknown.has(Unknown::VISIBILITY), "shown?".into());
    say(style.is_clipped_away, "clipped".into());
    say(style.position != sada_audit::Position::Static, format!("{:?}", style.position).to_lowercase());
    say(style.has_negative_z_index, "below".into());
    say(style.may_leave_parent, "leaves".into());
    say(style.changes_paint, "filtered".into());
    say(style.has_text_shadow, "shadowed".into());
    say(style.unknown.has(Unknown::PLACE), "place?".into());
    words.join(" ")
}

fn of_x(page: &Page) -> String {
    let element = page.elements().find(|element| element.attribute("id") == Some("x"));
    line(element.expect("every case has an element #x").style())
}

fn check(cases: &[(&str, &str)]) {
    for (markup, expected) in cases {
        let markup = format!("<!doctype html>{markup}");
        assert_eq!(of_x(&read_fragment(&markup)), *expected, "{markup}");
    }
}

#[test]
fn order_decides() {
    check(&[
        ("<style>p{color:red}p{color:blue}</style><p id=x>", "#0000ff"),
        ("<style>.a{color:red}p{color:blue}</style><p id=x class=a>", "#ff0000"),
        ("<style>#x{color:red}</style><p id=x style='color:blue'>", "#0000ff"),
        ("<style>p{color:red!important}</style><p id=x style='color:blue'>", "#ff0000"),
        ("<style>@layer a{#x{color:red}}p{color:blue}</style><p id=x>", "#0000ff"),
        ("<style>@layer a{p{color:red!important}}p{color:blue!important}</style><p id=x>", "#ff0000"),
        ("<style>@layer a,b;@layer b{p{color:red}}@layer a{p{color:blue}}</style><p id=x>", "#ff0000"),
        ("<style>@layer b{p{color:red}}@layer b{p{color:revert-layer}}p{color:revert-layer}</style><p id=x>", ""),
        ("<style>a{color:red;color:revert}</style><a id=x href=y>", "#0000ee"),
        ("<style>p{color:red}b{color:initial}</style><p><b id=x>", "w700"),
        ("<body text=red><p id=x style='color:unset'>", "#ff0000"),
        ("<font id=x color=red size=5>", "#ff0000 24.0px"),
        ("<style>table{background:lime}</style><table id=x bgcolor=red>", "on #00ff00"),
        ("<p id=x style='color:red;color:nonsense'>", "#ff0000"),
        ("<style>p:nonsense,p{color:red}</style><p id=x>", ""),
        ("<style>p{color:red}p::nonsense{color:blue}</style><p id=x>", "#ff0000"),
    ]);
}

#[test]
fn selectors_match_as_in_browsers() {
    check(&[
        ("<style>p:not(.a):is(#x,i){color:red}</style><p id=x>", "#ff0000"),
        ("<style>div:has(>b){color:red}</style><div id=x><b></b></div>", "#ff0000"),
        (
            "<style>.a{& .b{color:red}&#x{background:lime}}</style><p class=a><b class='a b' id=x>",
            "#ff0000 on #00ff00 w700",
        ),
        ("<style>p:nth-child(2 of .k){color:red}</style><div><p class=k><i></i><p class=k id=x></div>", "#ff0000"),
        ("<style>a:link{color:red}a:visited,a:hover{color:blue}</style><a id=x href=y>", "#ff0000"),
        ("<style>:root p:only-child{color:red}p:empty{background:lime}</style><p id=x></p>", "#ff0000 on #00ff00"),
        (
            "<style>input:disabled{color:red}</style><fieldset disabled><input id=x></fieldset>",
            "#ff0000 on #efefef/0.30 13.3px",
        ),
        ("<style>p:lang(en){color:red}</style><p lang=en-GB><b></b><p id=x lang=EN>", "#ff0000"),
        ("<style>[a=B i]{color:red}</style><p id=x a=b>", "#ff0000"),
    ]);
}

#[test]
fn what_cannot_be_decided_is_unknown() {
    check(&[
        ("<style>@container (width>1px){p{color:red}}</style><p id=x>", "color?"),
        ("<style>@container (width>1px){p{color:red}}</style><p id=x style='color:blue'>", "#0000ff"),
        ("<style>@container (width>1px){p{color:red}}p{color:red}</style><p id=x>", "#ff0000"),
        ("<style>@media (some-day){p{background:red}}</style><p id=x>", "background?"),
        ("<style>@scope(.s){:scope{color:red}}</style><p id=x>", "color?"),
        ("<style>input:invalid{color:red}</style><input id=x style='background:red'>", "color? on #ff0000 13.3px"),
        (
            "<style>input:not(:invalid){color:red}</style><input id=x style='background:red'>",
            "color? on #ff0000 13.3px",
        ),
        ("<style>p:not(:invalid){color:red}</style><p id=x>", "#ff0000"),
        ("<style>p{color:some-day(1)}</style><p id=x>", "color?"),
        ("<style>p{color:AccentColor}</style><p id=x>", "color?"),
        ("<style>p{color:color(display-p3 0 1 0)}</style><p id=x>", "color?"),
        ("<style>p{width:10ch;margin:1lh;font-size:2ex}</style><p id=x>", "font? leaves"),
        ("<style>p{color:attr(data-c type(<color>))}</style><p id=x>", "color?"),
        ("<style>p{--c:red}@container (width>1px){p{--c:blue}}b{color:var(--c)}</style><p><b id=x>", "color? w700"),
        ("<style>p{display:none}@media (some-day){p{display:block}}</style><p id=x>", "none shown?"),
        ("<style>@media (some-day){div{display:none}}</style><div><p id=x></div>", "shown?"),
        (
            "<style>@keyframes k{to{opacity:1;color:red}}p{opacity:0;animation:k 1s}</style><p id=x>",
            "color? opacity 0.00 paint?",
        ),
        ("<style>@keyframes k{to{opacity:1}}p{animation:other 1s}</style><p id=x>", ""),
        ("<style>p::first-line{color:red}</style><p id=x>", "color? background? font?"),
        ("<style>div{zoom:2}</style><div><p id=x></div>", "font?"),
        ("<link rel=stylesheet href=y><p id=x>", "color? background? font? paint? shown? place?"),
        ("<link rel=stylesheet href=y media=print><p id=x>", ""),
    ]);
}

#[test]
fn pseudo_elements_may_lie_behind_text() {
    check(&[
        (
            "<style>p{position:relative}p::before{content:'';position:absolute;background:red}</style><p id=x>",
            "background? relative",
        ),
        ("<style>p::before{content:'';position:absolute;background:red}</style><p id=x>", ""),
        ("<style>p::after{content:'';background:red}</style><p id=x>", ""),
        ("<style>p{position:relative}p::after{position:absolute;background:red}</style><p id=x>", "relative"),
        (
            "<style>p{position:relative}p::after{content:'';position:absolute;background:red;opacity:0}</style><p id=x>",
            "relative",
        ),
        ("<style>html::before{content:'';position:fixed;background:red}</style><html id=x>", "background?"),
    ]);
}

#[test]
fn variables_are_put_in() {
    check(&[
        ("<style>:root{--a:red}p{color:var(--a)}</style><p id=x>", "#ff0000"),
        ("<style>p{color:var(--a,var(--b,blue))}</style><p id=x>", "#0000ff"),
        ("<style>:root{--a:var(--b,red);--b:var(--a,red)}p{color:var(--a,blue)}</style><p id=x>", "#0000ff"),
        (
            "<style>:root{--a:var(--b) var(--c);--b:var(--a);--c:lime}p{color:var(--c)}b{color:var(--a,red)}</style><b id=x>",
            "#ff0000 w700",
        ),
        ("<style>p{color:red;color:var(--nothing)}div{color:blue}</style><div><p id=x></div>", "#0000ff"),
        ("<style>:root{--a:1 2}p{color:rgb(var(--a) 3)}</style><p id=x>", "#010203"),
        ("<style>:root{--a:20px}p{font:bold var(--a)/1 x}</style><p id=x>", "20.0px w700"),
        ("<style>:root{--a:inherit}p{background:var(--a)}div{background:red}</style><div><p id=x></div>", ""),
        ("<style>p{background:var(--a,inherit)}div{background:red}</style><div><p id=x></div>", "on #ff0000"),
        ("<style>p{--a:red;--A:blue;color:var(--A)}</style><p id=x>", "#0000ff"),
        (
            "<style>@property --a{syntax:'*';inherits:false;initial-value:lime}div{--a:red}p{color:var(--a)}</style><div><p id=x></div>",
            "#00ff00",
        ),
        ("<style>p{font-size:calc(10px + env(safe-area-inset-top, 5px))}</style><p id=x>", "10.0px"),
    ]);
    let laughs = (0..60).map(|i| format!("--l{}:var(--l{i}) var(--l{i});", i + 1)).collect::<Vec<_>>().concat();
    check(&[(&format!("<style>:root{{--l0:x;{laughs}}}p{{color:var(--l60)}}</style><p id=x>"), "color?")]);
    let chain = (0..5000).map(|i| format!("--l{}:var(--l{i});", i + 1)).collect::<Vec<_>>().concat();
    check(&[(&format!("<style>:root{{--l0:red;{chain}}}p{{color:var(--l5000)}}</style><p id=x>"), "color?")]);
}

#[test]
fn boxes_that_hide_or_leave() {
    const ONLY_READ: &str =
        "position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;clip:rect(0,0,0,0)";
    check(&[
        (&format!("<span id=x style='{ONLY_READ}'>"), "clipped absolute leaves"),
        ("<p id=x style='overflow:hidden;height:0'>", "clipped"),
        ("<p id=x style='overflow:hidden;height:0;padding-top:9px'>", ""),
        ("<p id=x style='overflow:hidden;max-height:1px'>", "clipped"),
        ("<p id=x style='overflow:hidden;height:0;min-height:20px'>", ""),
        ("<span id=x style='overflow:hidden;height:0'>", ""),
        ("<p style='display:flex'><span id=x style='overflow:hidden;height:0'>", "clipped"),
        ("<p id=x style='clip-path:inset(50%)'>", "clipped"),
        ("<p id=x style='clip-path:circle(0)'>", "clipped"),
        ("<p id=x style='clip-path:circle(50%)'>", ""),
        ("<p id=x style='clip:rect(0 0 0 0)'>", ""),
        ("<p id=x style='transform:translateZ(0) scale(1)'>", ""),
        ("<p id=x style='transform:translateX(9px)'>", "leaves"),
        ("<p id=x style='margin:0 -9px'>", "leaves"),
        ("<p id=x style='margin:calc(50% - 50vw)'>", "leaves"),
        ("<p id=x style='margin:-9px;margin:0'>", ""),
        ("<p id=x style='position:relative;top:0;left:auto'>", "relative"),
        ("<p id=x style='position:relative;left:3px'>", "relative leaves"),
        ("<p id=x style='position:relative;z-index:-1'>", "relative below"),
        ("<p id=x style='text-indent:-9999px'>", "leaves"),
        ("<p id=x style='box-shadow:inset 0 0 0 100px red'>", "background?"),
        ("<p id=x style='box-shadow:0 0 9px red, inset 0 1px 0 red'>", ""),
        ("<p id=x style='filter:blur(1px);text-shadow:0 0 1px red'>", "filtered shadowed"),
        (
            "<p id=x style='background:linear-gradient(red,red) text;-webkit-text-fill-color:transparent'>",
            "#000000/0.00 image text-clipped",
        ),
        ("<details><summary></summary><p id=x></details>", "none"),
        ("<p id=x hidden=until-found>", "shown?"),
        ("<div style='content-visibility:hidden'><p id=x></div>", "shown?"),
    ]);
}

#[test]
fn shadow_roots_have_their_own_sheets() {
    let page = |inside: &str, outside: &str| {
        format!(
            "<style>{outside}</style><div class=h><template shadowrootmode=open><style>{inside}</style><slot></slot><b id=x>b</b></template><i>l</i></div>"
        )
    };
    check(&[
        (&page("", "b{color:red}"), "w700"),
        (&page("b{color:blue}", "b{color:red}"), "#0000ff w700"),
        (&page(":host{color:lime}", ""), "#00ff00 w700"),
        (&page(":host(.h) b{color:lime}", ""), "#00ff00 w700"),
        (&page(":host(.k) b{color:lime}", ""), "w700"),
        (&page("", "div{color:red}"), "#ff0000 w700"),
        (&page(":host{color:lime}", "div{color:red}"), "#ff0000 w700"),
        (&page(":host{color:lime!important}", "div{color:red!important}"), "#00ff00 w700"),
    ]);
    let slotted = |inside: &str| {
        format!(
            "<style>i{{background:red}}</style><div><template shadowrootmode=open><style>{inside}</style><p style='color:lime'><slot></slot></p></template><i id=x>l</i></div>"
        )
    };
    check(&[
        (&slotted(""), "#00ff00 on #ff0000"),
        (&slotted("::slotted(i){color:blue;background:blue}"), "#0000ff on #ff0000"),
        (&slotted("i{color:blue}"), "#00ff00 on #ff0000"),
        ("<div><template shadowrootmode=closed></template><i id=x>l</i></div>", "none"),
    ]);
}

/// Sheets by name.
struct Named(Vec<(&'static str, Arc<Sheet>)>);

impl StyleSheets for Named {
    fn load(&self, address: &str) -> Option<Arc<Sheet>> {
        self.0.iter().find(|(name, _)| *name == address).map(|(_, sheet)| Arc::clone(sheet))
    }
}

#[test]
fn linked_and_imported_sheets_apply() {
    let sheets = Named(
        [
            ("https://a.example/css/a.css", "@import 'b.css' layer(low); p{color:red}"),
            ("https://a.example/css/b.css", "p{color:blue!important;background:lime}"),
            ("https://a.example/loop.css", "@import 'loop.css'; p{color:teal}"),
            ("https://a.example/p.css", "@import 'css/b.css' print; p{color:red}"),
        ]
        .map(|(name, css)| (name, Arc::new(Sheet::parse(css))))
        .into(),
    );
    for (markup, expected, is_complete) in [
        ("<link rel=stylesheet href=css/a.css><p id=x>", "#0000ff on #00ff00", true),
        ("<base href=css/><link rel=stylesheet href=a.css><p id=x>", "#0000ff on #00ff00", true),
        ("<link rel=stylesheet href=p.css><p id=x>", "#ff0000", true),
        ("<link rel=stylesheet href=p.css media=print><p id=x>", "", true),
        ("<link rel=stylesheet href=p.css media=print onload=\"this.media='all'\"><p id=x>", "#ff0000", true),
        ("<link rel='alternate stylesheet' title=t href=p.css><p id=x>", "", true),
        ("<link rel=stylesheet href=p.css disabled><p id=x>", "", true),
        (
            "<link rel=stylesheet href=p.css title=a><link rel=stylesheet href=css/b.css title=b><p id=x>",
            "#ff0000",
            true,
        ),
        ("<style>@import 'css/b.css';</style><p id=x>", "#0000ff on #00ff00", true),
        ("<link rel=stylesheet href=loop.css><p id=x>", "color? background? font? paint? shown? place?", true),
        ("<link rel=stylesheet href=none.css><p id=x>", "color? background? font? paint? shown? place?", false),
    ] {
        let input = crate::Input::new("https://a.example/", markup.as_bytes());
        let page = Reader::default().read(&input, &sheets).unwrap();
        assert_eq!(of_x(&page), expected, "{markup}");
        assert_eq!(page.not_checked().is_empty(), is_complete, "{markup}: {:?}", page.not_checked());
    }
}

#[test]
fn sheets_without_an_address_are_asked_for_as_written() {
    let sheets = Named(vec![("a.css", Arc::new(Sheet::parse("p{color:red}")))]);
    let input = crate::Input::new("docs/index.html", b"<link rel=stylesheet href=a.css><p id=x>");
    assert_eq!(of_x(&Reader::default().read(&input, &sheets).unwrap()), "#ff0000");
    let page = Reader::default().read(&input, &NoStyleSheets).unwrap();
    assert_eq!(page.not_checked().len(), 1);
}
