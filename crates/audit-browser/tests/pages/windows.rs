//! Other windows, other preferences: what is lost in a narrow or low one, when a phone is turned, in the dark.

use crate::{asked, auditor, failed, launch, outcomes, page};
use sada_audit::Outcome;
use sada_audit_browser::BrowserOptions;
use sada_audit_html::Visitor;

const NOTHING: [&str; 0] = [];
const LONG: &str = "<main style='height:2000px'><p>The ferry leaves the old harbour at nine and at noon, and comes back before dark.</main>";

#[test]
fn columns_beside_a_narrow_window_are_asked_about() {
    let Some(auditor) = auditor() else { return };
    let columns = |direction: &str, style: &str| {
        let column = |id: &str| {
            format!("<p id={id} style='width:300px;flex:none;margin:0'>Bread and olives from the market</p>")
        };
        let columns = [column("first"), column("second"), column("third")].concat();
        page(
            &auditor,
            &format!(
                "<html dir={direction} lang=en><body style='margin:0'><div style='display:flex;{style}'>{columns}</div>"
            ),
        )
    };
    for direction in ["ltr", "rtl"] {
        let beside = columns(direction, "");
        assert_eq!(failed(&beside, "page-reflows"), NOTHING, "{direction}");
        assert_eq!(asked(&beside, "page-reflows"), ["second", "third"], "{direction}");
        assert_eq!(asked(&columns(direction, "flex-wrap:wrap"), "page-reflows"), NOTHING, "{direction}");
        assert_eq!(asked(&columns(direction, "overflow-x:auto"), "page-reflows"), NOTHING, "{direction}");
    }
}

#[test]
fn pictures_frames_and_fields_beside_a_narrow_window_are_asked_about() {
    let Some(auditor) = auditor() else { return };
    let of = |markup: &str| {
        let page = page(&auditor, &format!("<html lang=en><body style='margin:0'><p>Harbour</p>{markup}"));
        assert_eq!(failed(&page, "page-reflows"), NOTHING, "{markup}");
        asked(&page, "page-reflows")
    };
    let drawing = "src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='600' height='90'/>\"";
    assert_eq!(of(&format!("<img id=map alt=Map {drawing}>")), ["map"]);
    assert_eq!(of("<iframe id=frame title=Map srcdoc='<p>Map' style='width:500px'></iframe>"), ["frame"]);
    assert_eq!(of("<input id=field aria-label=Name style='width:400px'>"), ["field"]);
    assert_eq!(of(&format!("<img id=map alt=Map {drawing} style='max-width:100%'>")), NOTHING);
    assert_eq!(of(&format!("<div style='overflow-x:auto'><img id=map alt=Map {drawing}></div>")), NOTHING);
    assert_eq!(of("<img alt='' src='data:,' style='position:absolute;left:900px;width:1px;height:1px'>"), NOTHING);
}

#[test]
fn bars_that_take_the_window_are_found() {
    let Some(auditor) = auditor() else { return };
    let bar = |id: &str, style: &str| format!("<div id={id} style='background:#ffffff;{style}'>Harbour</div>");
    let of = |bars: &str| failed(&page(&auditor, &format!("{bars}{LONG}")), "bars-leave-room");
    assert_eq!(of(&bar("top", "position:sticky;top:0;height:180px")), ["top"]);
    let two = bar("top", "position:fixed;top:0;left:0;right:0;height:60px")
        + &bar("foot", "position:fixed;bottom:0;left:0;right:0;height:110px");
    assert_eq!(of(&two), ["foot"], "the larger one");
    assert_eq!(of(&bar("low", "position:sticky;top:0;height:60px")), NOTHING);
    assert_eq!(of(&bar("side", "position:fixed;top:0;left:0;width:80px;height:100vh")), NOTHING);
    assert_eq!(of(&bar("goes", "height:180px")), NOTHING);
    let dialog = bar("asks", "position:fixed;bottom:0;left:0;right:0;height:200px")
        .replace("<div", "<div role=dialog aria-label=Cookies");
    assert_eq!(of(&dialog), NOTHING);
    let short = page(&auditor, &bar("top", "position:sticky;top:0;height:180px"));
    assert_eq!(failed(&short, "bars-leave-room"), NOTHING, "there is nothing to scroll");
}

#[test]
fn pages_that_ask_to_turn_the_phone_are_found() {
    let Some(auditor) = auditor() else { return };
    let words = "The ferry leaves the old harbour at nine and at noon, and comes back before dark. ".repeat(5);
    let of = |hides: &str| {
        let page = page(
            &auditor,
            &format!(
                "<html lang=en id=root><style>#turn {{ display: none }} {hides}</style>
                 <p id=turn>Please turn your phone</p><main>{words}</main>"
            ),
        );
        (failed(&page, "orientation-is-not-locked"), asked(&page, "orientation-is-not-locked"))
    };
    let root = || vec!["root".to_owned()];
    let none = Vec::new;
    let locked =
        "@media (orientation: landscape) and (max-height: 500px) { main { display: none } #turn { display: block } }";
    assert_eq!(of(locked), (root(), none()));
    assert_eq!(
        of("@media (orientation: portrait) and (max-width: 500px) { main { display: none } }"),
        (root(), none())
    );
    assert_eq!(of("@media (orientation: portrait) { main { color: #333333 } }"), (none(), none()));
}

#[test]
fn pages_are_read_as_a_visitor_prefers_them() {
    let markup = "<style>body { color: #222222; background: #ffffff }
           @media (prefers-color-scheme: dark) { body { color: #333333; background: #222222 } }
           @media print { .screen { display: none } }</style>
         <p id=words>The ferry leaves at nine</p><p id=image class=screen><img src=data:, id=map></p>";
    let of = |visitor: Visitor| {
        let auditor = launch(BrowserOptions { keys: None, visitor, ..BrowserOptions::default() })?;
        let page = page(&auditor, markup);
        Some((failed(&page, "text-contrast"), failed(&page, "image-has-name")))
    };
    let Some(usual) = of(Visitor::default()) else { return };
    assert_eq!(usual, (vec![], vec!["map".to_owned()]));
    let dark = of(Visitor { prefers_dark: true, ..Visitor::default() }).unwrap();
    assert_eq!(dark, (vec!["words".to_owned()], vec!["map".to_owned()]));
    assert_eq!(of(Visitor { is_print: true, ..Visitor::default() }).unwrap(), (vec![], vec![]));
}

#[test]
fn the_dark_is_still_there_after_forced_colours() {
    let visitor = Visitor { prefers_dark: true, ..Visitor::default() };
    let Some(auditor) = launch(BrowserOptions { visitor, ..BrowserOptions::default() }) else { return };
    // What a button shows in the dark alone is seen by what is tried after the focus was looked at in forced colours.
    let page = page(
        &auditor,
        "<style>@media (prefers-color-scheme: light) { #keys { display: none } }</style><button>Usual</button>
         <div id=keys role=tablist aria-label=Boats><button role=tab aria-selected=true>Ferries</button><button role=tab aria-selected=false>Barges</button></div>",
    );
    assert_eq!(
        failed(&page, "arrow-keys-follow-pattern").len() + failed(&page, "arrow-keys-move").len(),
        1,
        "{:?}",
        page.not_checked()
    );
}

#[test]
fn links_that_skip_are_followed() {
    let Some(auditor) = auditor() else { return };
    let skip = |click: &str| {
        page(
            &auditor,
            &format!(
                "<html lang=en><title>x</title><a id=skip href=#m{click}>Skip to content</a>
                 <nav><a href=/1>One</a> <a href=/2>Two</a></nav><main id=m><a href=/3>Three</a></main>"
            ),
        )
    };
    assert_eq!(failed(&skip(" onclick='return false'"), "skip-link-works"), ["skip"]);
    for works in ["", " onclick='event.preventDefault(); m.tabIndex = -1; m.focus()'"] {
        let page = skip(works);
        assert_eq!(failed(&page, "skip-link-works"), NOTHING, "{works}");
        let passed = outcomes(&page, "skip-link-works").into_iter().any(|(_, outcome)| outcome == Outcome::Passed);
        assert!(passed, "{works}");
    }
}
