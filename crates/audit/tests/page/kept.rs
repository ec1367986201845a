//! Pages that were written down and read back are judged as before, and what was changed meanwhile does no harm.

use proptest::prelude::*;
use sada_audit::{
    Contrasts, Engine, Exit, FocusStop, Keyboard, Media, Namespace, Need, NodeId, Observation, Page, PageBuilder,
    RULES, Rect, Said, Span, Style,
};
use sada_audit_html::{Input, NoStyleSheets, Reader};
use serde_json::{Value, json};

fn written(page: &Page) -> Value {
    serde_json::to_value(page).expect("a page can be written")
}

/// All that an audit says of it, in every format.
fn verdicts(page: &Page) -> Vec<String> {
    let report = sada_audit::audit(page);
    let said = |it: &sada_audit::report::Reported| {
        format!("{} {:?} {} {} {} {:?}", it.rule.id, it.verdict, it.detail, it.fingerprint, it.more, it.target)
    };
    let counts = format!("{:?} {:?}", report.counts, report.not_checked);
    report.outcomes.iter().map(said).chain([counts]).collect()
}

#[test]
fn pages_that_were_kept_are_judged_as_before() {
    let examples = RULES.iter().flat_map(|rule| rule.good.iter().chain(rule.bad));
    let more = [
        "<html lang=ar dir=rtl><title>x</title><style>p { color: #777; width: calc(infinity * 1px) }</style><p>نص",
        "<style>p { font-size: calc(1px * infinity); line-height: 1e39; margin: -1e39px; opacity: 1e39 }</style><p>x",
        "<div><template shadowrootmode=open><slot></slot></template><p>x</div><iframe srcdoc='<p>y'></iframe>",
        "<p style='overflow:hidden;height:max-content'>Hours</p><p style='overflow:hidden;height:calc(1px + 1lh)'>x",
        "<style>a::before { content: 'x' } a { letter-spacing: .1em !important }</style><a href=x></a>",
    ];
    for markup in examples.copied().chain(more) {
        let page = Reader::default().read(&Input::new("page.html", markup.as_bytes()), &NoStyleSheets).unwrap();
        let text = serde_json::to_string(&page).unwrap();
        let again: Page = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{why}\n{markup}"));
        assert_eq!(verdicts(&page), verdicts(&again), "{markup}");
    }
}

/// One of everything that only a browser tells.
fn seen() -> Page {
    let mut page = PageBuilder::new("https://shop.test/", Engine::Browser);
    let add = |page: &mut PageBuilder, parent, name, attributes: &[(&str, &str)]| {
        let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        page.element(parent, Namespace::Html, name, attributes)
    };
    let html = add(&mut page, NodeId::DOCUMENT, "html", &[("lang", "en")]);
    let button = add(&mut page, html, "button", &[("aria-expanded", "false")]);
    let text = page.text(button, "Hours");
    let frame = add(&mut page, html, "iframe", &[("title", "Map")]);
    let inner = page.frame_document(frame);
    add(&mut page, inner, "html", &[]);
    let sound = add(&mut page, html, "audio", &[("src", "a.mp3"), ("controls", "")]);
    let style = page.style(Style::INITIAL);
    let rect = Rect { x: 1.0, y: 2.0, width: 20.0, height: 10.0 };
    for element in [html, button, frame, sound] {
        page.set_style(element, style);
    }
    page.tried(Need::States);
    page.set_box(button, rect, Some(1));
    page.set_text_boxes(text, vec![rect], Some(2));
    page.set_span(button, Span { start: 0, end: 8 });
    page.set_source("<button>\r\nHours\r\n".into());
    page.set_media(sound, Media { duration: Some(f64::INFINITY), has_audio: Some(true), ..Media::default() });
    page.set_contrasts(text, Contrasts { lowest: 2.0, highest: 2.5, is_exact: true });
    page.observe(button, Observation::StateSaid(Said::Unchanged("aria-expanded".to_owned())));
    page.observe(button, Observation::FocusCovered { by: sound });
    page.set_keyboard(Keyboard {
        stops: vec![FocusStop { element: button, exit: Exit::None { tried: "Tab".to_owned() } }],
        order: vec![button, sound],
    });
    page.finish()
}

#[test]
fn what_a_browser_saw_is_kept() {
    let page = seen();
    let again: Page = serde_json::from_value(written(&page)).unwrap();
    assert_eq!(verdicts(&page), verdicts(&again));
    let sound = again.elements().find(|element| element.is("audio")).unwrap();
    assert!(sound.media().is_stream());
    let all = verdicts(&again);
    for failed in ["state-is-said Failed", "no-keyboard-trap Failed"] {
        assert!(all.iter().any(|verdict| verdict.starts_with(failed)), "{failed} is not among {all:#?}");
    }
}

#[test]
fn what_does_not_hold_together_is_refused() {
    for (pointer, value, expected) in [
        ("/nodes", json!([]), "there is no document"),
        ("/nodes/1/parent", json!(9), "node 1 stands in no node before it"),
        ("/nodes/1/parent", json!(null), "node 1 stands in no node before it"),
        ("/nodes/4/parent", json!(4), "node 4 may not stand in node 3"),
        ("/nodes/2/kind/Element/style", json!(7), "node 2 points at what is not there"),
        ("/nodes/2/kind/Element/span", json!([3, 99]), "node 2 points at what is not there"),
        ("/nodes/3/kind/Text/text/end", json!(99), "node 3 points at what is not there"),
        ("/keyboard/order", json!([40]), "something was seen of node 39, which is not there"),
    ] {
        let mut kept = written(&seen());
        *kept.pointer_mut(pointer).expect(pointer) = value;
        let why = serde_json::from_value::<Page>(kept).err().map(|why| why.to_string());
        assert_eq!(why.as_deref(), Some(expected), "{pointer}");
    }
}

/// The places of all numbers.
fn numbers(value: &mut Value) -> Vec<&mut Value> {
    match value {
        Value::Number(_) => vec![value],
        Value::Array(all) => all.iter_mut().flat_map(numbers).collect(),
        Value::Object(all) => all.values_mut().flat_map(numbers).collect(),
        _ => Vec::new(),
    }
}

proptest! {
    #[test]
    fn no_change_of_numbers_does_harm(changes in prop::collection::vec((any::<prop::sample::Index>(), 0_u32..40), 1..4)) {
        let mut kept = written(&seen());
        for (at, number) in changes {
            let mut all = numbers(&mut kept);
            let at = at.index(all.len());
            *all[at] = json!(number);
        }
        if let Ok(page) = serde_json::from_value::<Page>(kept) {
            verdicts(&page);
        }
    }
}
