//! Every size, every zoom, every colour: what is asked can be seen and hit.

use crate::walk::{EVERY_KIND, PAGES, Walker};
use crate::watched::{page, wait_asked};
use sada_devtools::Key;
use sada_tests::{Collector, Visitor};
use serde_json::{Value, json};

/// What of the popup sticks out, is cut off, cannot be brought into the window, or is smaller than `LEAST` both ways.
const MISFITS: &str = "(() => {
    const root = document.querySelector('sada-feedback').shadowRoot, dialog = root.querySelector('dialog'), found = [];
    const before = root.activeElement ?? dialog;
    const say = (what, element) => found.push(what + ' ' + element.outerHTML.slice(0, 120));
    const isSeen = (element) => element.checkVisibility() && !element.closest('.heard') && element.getClientRects().length;
    if (dialog.scrollWidth > dialog.clientWidth) say('scrolls sideways: ' + dialog.scrollWidth, dialog);
    if (document.documentElement.scrollWidth > innerWidth) say('makes the page scroll sideways', dialog);
    const frame = dialog.getBoundingClientRect();
    if (frame.top < -.5 || frame.bottom > innerHeight + .5) say('is higher than the window', dialog);
    for (const element of dialog.querySelectorAll('*')) {
        if (!isSeen(element)) continue;
        const { left, right } = element.getBoundingClientRect();
        if (left < -.5 || right > innerWidth + .5) say('sticks out', element);
        // A text in one line that is longer than its field scrolls, as everywhere.
        const isField = element.matches('input, textarea');
        if (!isField && element !== dialog && element.scrollWidth > element.clientWidth + 1 && element.clientWidth) {
            say('is cut off or runs over', element);
        }
    }
    const targets = [...dialog.querySelectorAll('.value, .choice, .cell, button, textarea, input')]
        .filter((target) => isSeen(target) && !(target.matches('input') && target.closest('label')));
    for (const target of targets) {
        const { width, height } = target.getBoundingClientRect();
        if (width < LEAST - .5 || height < LEAST - .5) say(`is ${width}×${height}`, target);
        const field = target.querySelector('input') ?? target;
        // Arrows lead to the others of a group, and choose them; Chromium 156 comes back to whichever had the focus last.
        const isOther = field.type === 'radio' && field !== dialog.querySelector(`[name='${field.name}']`);
        isOther ? field.scrollIntoView({ block: 'nearest' }) : field.focus();
        if (!isOther && root.activeElement !== field) say('takes no focus', field);
        const { top, bottom } = field.getBoundingClientRect();
        // Of a field for long words the line with the caret is enough.
        const end = field.matches('textarea') ? top + 32 : bottom;
        if (top < -.5 || end > innerHeight + .5) say(`is not brought into the window: ${top} to ${bottom}`, field);
    }
    if (!targets.length) say('has nothing to press', dialog);
    before.focus();
    return found;
})()";

fn misfits(visitor: &Visitor, least: u32) -> Value {
    visitor.see(&MISFITS.replace("LEAST", &least.to_string()))
}

/// Walks through every kind of question, and looks at each page, at each with something wrong, and at the thanks.
fn on_every_page(lang: &str, prepare: impl Fn(&Visitor), look: impl Fn(&Visitor, &str)) {
    let collector = Collector::asking(&[EVERY_KIND]);
    let at = |url: &str| {
        let visitor = Visitor::at("about:blank");
        prepare(&visitor);
        visitor.go(url);
        visitor
    };
    let walker = Walker::opens(at, &collector, "every-kind", lang);
    let visitor = &walker.visitor;
    walker.is_at("recommend");
    for (number, (steps, next)) in (1..).zip(PAGES) {
        look(visitor, &format!("page {number}"));
        walker.presses("send");
        visitor.wait_in_popup(".querySelector('.problem:not(:empty)')");
        look(visitor, &format!("page {number} with a problem"));
        walker.does(steps);
        walker.presses("send");
        if next != "thanks" {
            walker.is_at(next);
        }
    }
    visitor.wait_in_popup(".activeElement?.id === 'sada-said'");
    look(visitor, "thanks");
}

/// 400 % of a window of 1280 by 1024 is one of 320 by 256.
#[test]
fn narrow_windows_and_four_times_the_size_hold_everything() {
    for (lang, scale) in [("ar", 1.0), ("en", 4.0)] {
        let small = |visitor: &Visitor| visitor.tab().set_viewport(320, 256, scale).unwrap();
        on_every_page(lang, small, |visitor, place| {
            visitor.picture(&format!("popup-320-{lang}-{place}").replace(' ', "-"));
            assert_eq!(misfits(visitor, 24), json!([]), "{lang}, {place}");
        });
    }
}

#[test]
fn targets_are_large_where_there_is_room() {
    for lang in ["en", "ar"] {
        on_every_page(
            lang,
            |_| {},
            |visitor, place| {
                visitor.picture(&format!("popup-1280-{lang}-{place}").replace(' ', "-"));
                assert_eq!(misfits(visitor, 44), json!([]), "{lang}, {place}");
            },
        );
    }
}

#[test]
fn prompt_fits_beside_the_page() {
    let collector = Collector::asking(&[EVERY_KIND]);
    for (width, height, least) in [(1280, 800, 44), (768, 600, 44), (400, 640, 44), (320, 256, 24)] {
        for lang in ["en", "ar"] {
            let visitor = Visitor::at("about:blank");
            visitor.tab().set_viewport(width, height, 1.0).unwrap();
            let attributes = format!("data-survey=\"every-kind\" data-lang=\"{lang}\"");
            visitor.go(&page(&collector, &attributes, "").url("/"));
            visitor.see("sada.ask()");
            wait_asked(&visitor);
            visitor.picture(&format!("prompt-{width}-{lang}"));
            assert_eq!(misfits(&visitor, least), json!([]), "{width}, {lang}");
            let frame =
                "(({ top, height }) => [top > 0, height <= innerHeight * .76])(document.querySelector('sada-feedback')
                .shadowRoot.querySelector('dialog').getBoundingClientRect())";
            assert_eq!(visitor.see(frame), json!([true, true]), "{width}, {lang}: the page is not covered");
        }
    }
}

/// WCAG 2.2, 1.4.12: the sheet a visitor's browser adds to every root.
const SPACING: &str = "{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
        'p { margin-block-end: 2em !important }');
    const { shadowRoot: root } = document.querySelector('sada-feedback');
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}";

#[test]
fn text_may_be_spaced_out() {
    for (width, height, least) in [(1280, 800, 44), (320, 512, 24)] {
        let size = |visitor: &Visitor| visitor.tab().set_viewport(width, height, 1.0).unwrap();
        on_every_page("en", size, |visitor, place| {
            visitor.see(SPACING);
            visitor.picture(&format!("popup-spaced-{width}-{place}").replace(' ', "-"));
            let spacing = "parseFloat(getComputedStyle(document.querySelector('sada-feedback').shadowRoot.querySelector('.send')).letterSpacing)";
            assert!(visitor.see(spacing).as_f64().unwrap() > 1.0, "the sheet is heeded");
            assert_eq!(misfits(visitor, least), json!([]), "{width}, {place}");
        });
    }
}

/// How the first two values of a scale look, of which the second is chosen, and the dialog: contrasts by WCAG's own formula.
const LOOKS: &str = "(() => {
    const root = document.querySelector('sada-feedback').shadowRoot;
    const [plain, chosen] = [...root.querySelectorAll('.value > span')].map((span) => getComputedStyle(span));
    const numbers = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((value) => value / 255);
    const light = (colour) => numbers(colour).map((value) => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
        .reduce((sum, value, place) => sum + value * [.2126, .7152, .0722][place], 0);
    const contrast = (one, other) => {
        const [dark, bright] = [light(one), light(other)].sort((one, other) => one - other);
        return (bright + .05) / (dark + .05);
    };
    const dialog = getComputedStyle(root.querySelector('dialog')), send = getComputedStyle(root.querySelector('.send'));
    const focus = getComputedStyle(root.activeElement.nextElementSibling ?? root.activeElement);
    return {
        text: contrast(dialog.color, dialog.backgroundColor),
        send: contrast(send.color, send.backgroundColor),
        chosen: contrast(chosen.color, chosen.backgroundColor),
        border: contrast(plain.borderTopColor, dialog.backgroundColor),
        brightness: light(dialog.backgroundColor),
        differs: chosen.backgroundColor !== plain.backgroundColor,
        marked: [chosen.textDecorationLine !== plain.textDecorationLine, chosen.fontWeight !== plain.fontWeight],
        outline: [focus.outlineStyle, parseFloat(focus.outlineWidth) >= 2],
        moving: root.getAnimations().length,
    };
})()";

#[test]
fn dark_light_and_forced_colours_are_readable_and_show_what_is_chosen() {
    let collector = Collector::start();
    for (name, features, is_dark) in [
        ("light", &[("prefers-color-scheme", "light")][..], false),
        ("dark", &[("prefers-color-scheme", "dark")][..], true),
        ("forced", &[("forced-colors", "active")][..], false),
        ("forced-dark", &[("forced-colors", "active"), ("prefers-color-scheme", "dark")][..], true),
        ("still", &[("prefers-reduced-motion", "reduce")][..], false),
    ] {
        let visitor = Visitor::at("about:blank");
        visitor.tab().emulate_media("", features).unwrap();
        visitor.go(&page(&collector, "", "").url("/"));
        visitor.open_popup();
        visitor.wait_in_popup(".activeElement?.name === 'nps'");
        visitor.press(&[Key::Space, Key::ArrowRight]);
        visitor.picture(&format!("popup-{name}"));
        let looks = visitor.see(LOOKS);
        for (what, least) in [("text", 4.5), ("send", 4.5), ("chosen", 4.5), ("border", 3.0)] {
            assert!(looks[what].as_f64().unwrap() >= least, "{name}, {what}: {looks}");
        }
        assert_eq!(looks["brightness"].as_f64().unwrap() < 0.2, is_dark, "{name}: {looks}");
        assert_eq!(looks["differs"], true, "{name}");
        assert_eq!(looks["marked"], json!([true, true]), "{name}: not by colour alone");
        assert_eq!(looks["outline"], json!(["solid", true]), "{name}: the focus is seen");
        assert_eq!(looks["moving"], 0, "{name}");
    }
}

#[test]
fn on_paper_there_is_neither_button_nor_popup() {
    let collector = Collector::start();
    let visitor = Visitor::at(&page(&collector, "", "").url("/"));
    let is_seen = |what: &str| {
        let seen = format!(".querySelector('{what}')?.getClientRects().length > 0");
        visitor.see_in_popup(&seen) == true
    };
    visitor.wait_in_popup(".querySelector('button.open')");
    assert!(is_seen(".open"));
    visitor.tab().emulate_media("print", &[]).unwrap();
    assert!(!is_seen(".open"), "the button");
    visitor.tab().emulate_media("", &[]).unwrap();
    visitor.see("sada.ask()");
    wait_asked(&visitor);
    assert!(is_seen("dialog"));
    visitor.tab().emulate_media("print", &[]).unwrap();
    assert!(!is_seen("dialog"), "the prompt");
    visitor.tab().emulate_media("", &[]).unwrap();
    visitor.see("sada.open()");
    visitor.wait_in_popup(".querySelector('dialog')?.matches(':modal')");
    visitor.tab().emulate_media("print", &[]).unwrap();
    assert!(!is_seen("dialog"), "the popup");
}
