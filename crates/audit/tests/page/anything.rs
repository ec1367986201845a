//! Whatever tree comes: nothing panics, and what is said of it holds together.

use proptest::prelude::*;
use sada_audit::{Element, Engine, Namespace, NodeId, Page, PageBuilder, Style};
use std::time::{Duration, Instant};

/// What one node of a random tree is.
#[derive(Debug, Clone)]
struct Piece {
    /// Which of the nodes so far it stands in.
    parent: prop::sample::Index,
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    host: bool,
}

const NAMES: &[&str] = &[
    "a", "area", "aside", "b", "button", "details", "div", "fieldset", "figure", "form", "h1", "iframe", "img",
    "input", "label", "legend", "li", "map", "ol", "option", "p", "section", "select", "slot", "summary", "table",
    "tbody", "td", "textarea", "th", "title", "tr", "ul",
];

fn attributes() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let ids = "[abcd]( [abcd])?";
    let one = prop_oneof![
        "[abcd]".prop_map(|id| ("id", id)),
        ids.prop_map(|ids| ("aria-labelledby", ids)),
        ids.prop_map(|ids| ("aria-describedby", ids)),
        ids.prop_map(|ids| ("aria-owns", ids)),
        "[abcd]".prop_map(|id| ("for", id)),
        "( |label)".prop_map(|label| ("aria-label", label)),
        "(true|false)".prop_map(|value| ("aria-hidden", value)),
        "(none|button|list|table|textbox|listbox|option|region|grid|nonsense)".prop_map(|role| ("role", role)),
        "(-1|0|x)".prop_map(|index| ("tabindex", index)),
        "(|picture)".prop_map(|alt| ("alt", alt)),
        "(radio|checkbox|submit|range|image|text)".prop_map(|kind| ("type", kind)),
        "[ab]?".prop_map(|name| ("slot", name)),
        "[ab]?".prop_map(|name| ("name", name)),
        Just(("inert", String::new())),
        Just(("disabled", String::new())),
        Just(("href", "y".to_owned())),
        Just(("title", "tip".to_owned())),
        Just(("usemap", "#a".to_owned())),
        Just(("rowspan", "3".to_owned())),
    ];
    prop::collection::vec(one, 0..4)
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let piece = (any::<prop::sample::Index>(), prop::sample::select(NAMES), attributes(), "[a-c ]{0,3}", any::<bool>())
        .prop_map(|(parent, name, attributes, text, host)| Piece { parent, name, attributes, text, host });
    prop::collection::vec(piece, 1..40)
}

/// Makes a page of them; `rename` has a say on every id and pointer.
fn build(pieces: &[Piece], rename: impl Fn(&str) -> String, hide: Option<usize>) -> Page {
    let mut page = PageBuilder::new("random", Engine::Html);
    let style = page.style(Style::INITIAL);
    let hidden = page.style(Style { display: sada_audit::Display::None, ..Style::INITIAL });
    let mut places = vec![NodeId::DOCUMENT];
    for (at, piece) in pieces.iter().enumerate() {
        let pointers = ["id", "for", "aria-labelledby", "aria-describedby", "aria-owns"];
        let attributes = piece.attributes.iter().map(|(name, value)| {
            let words = || value.split(' ').map(&rename).collect::<Vec<_>>().join(" ");
            let value = if pointers.contains(name) { words() } else { value.clone() };
            ((*name).into(), value.into())
        });
        let element = page.element(*piece.parent.get(&places), Namespace::Html, piece.name, attributes.collect());
        page.set_style(element, if hide == Some(at) { hidden } else { style });
        page.text(element, &piece.text);
        if piece.host {
            let root = page.shadow_root(element);
            places.push(root);
        } else if piece.name == "iframe" {
            places.push(page.frame_document(element));
        }
        places.push(element);
    }
    page.finish()
}

/// Everything that can be asked of an element.
fn answers(element: Element<'_>) -> String {
    let words = [element.accessible_name(), &element.accessible_description(), &element.visible_inner_text()].join("|");
    let parent = element.accessibility_parent().map(Element::id);
    let flags = [
        element.is_programmatically_hidden(),
        element.is_in_accessibility_tree(),
        element.is_visible(),
        element.is_focusable(),
        element.is_in_tab_order(),
        element.is_naming_prohibited(),
        element.is_disabled(),
    ];
    let children = element.accessibility_children().len();
    let (level, language) = (element.heading_level(), element.language());
    format!("{words} {:?} {parent:?} {flags:?} {children} {level:?} {language:?}", element.role())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_tree_is_answered_the_same_in_any_order(pieces in pieces()) {
        let (one, other) = (build(&pieces, str::to_owned, None), build(&pieces, str::to_owned, None));
        let forwards: Vec<_> = one.elements().map(answers).collect();
        let elements: Vec<_> = other.elements().collect();
        let mut backwards: Vec<_> = elements.into_iter().rev().map(answers).collect();
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn other_ids_change_nothing(pieces in pieces()) {
        let (one, other) = (build(&pieces, str::to_owned, None), build(&pieces, |id| format!("other-{id}"), None));
        for (one, other) in one.elements().zip(other.elements()) {
            prop_assert_eq!(answers(one), answers(other));
        }
    }

    /// Unless something points at it, what is hidden might as well say something else.
    #[test]
    fn words_in_something_hidden_change_no_name(pieces in pieces(), at in any::<prop::sample::Index>()) {
        let is_pointer = |name: &str| name.starts_with("aria-") && name != "aria-label" && name != "aria-hidden" || name == "for";
        let mut pieces = pieces;
        for piece in &mut pieces {
            piece.attributes.retain(|(name, _)| !is_pointer(name));
            // Labels of other kinds are read though hidden, too.
            if ["label", "legend", "caption", "figcaption"].contains(&piece.name) {
                piece.name = "b";
            }
        }
        let at = at.index(pieces.len());
        let one = build(&pieces, str::to_owned, Some(at));
        pieces[at].text = "other words".to_owned();
        pieces[at].attributes.retain(|(name, _)| *name != "aria-label");
        let other = build(&pieces, str::to_owned, Some(at));
        for (one, other) in one.elements().zip(other.elements()) {
            prop_assert_eq!(one.accessible_name(), other.accessible_name());
        }
    }
}

/// Asks everything of every element.
fn time(html: &str) -> Duration {
    let page = sada_audit_html::read_fragment(html);
    let start = Instant::now();
    assert!(page.elements().map(|element| answers(element).len()).sum::<usize>() > 0);
    start.elapsed()
}

/// Ten times the page may cost ten times as much, with room for a busy machine; a square would be a hundred times.
#[test]
fn large_pages_take_time_in_proportion() {
    let deep = |count: usize| format!("{}x{}", "<h1><b>".repeat(25), "</b></h1>".repeat(25)).repeat(count);
    let wide = |count: usize| format!("<ul>{}</ul>", "<li><a href=y>x</a>".repeat(count));
    let pointing = |count: usize| {
        format!("<p id=l>{}</p>{}", "<b>x</b>".repeat(count), "<button aria-labelledby=l>y</button>".repeat(count))
    };
    let slots = |count: usize| {
        format!("<div><template shadowrootmode=open><slot></slot></template>{}</div>", "<p>x</p>".repeat(count))
    };
    let radios = |count: usize| "<input type=radio name=n>".repeat(count);
    let cells = |count: usize| format!("<table>{}</table>", "<tr><th>x<td>y".repeat(count));
    for (name, page, count) in [
        ("deep", &deep as &dyn Fn(usize) -> String, 40),
        ("wide", &wide, 300),
        ("pointing", &pointing, 100),
        ("slots", &slots, 300),
        ("radios", &radios, 200),
        ("cells", &cells, 200),
    ] {
        let least = |count: usize| (0..3).map(|_| time(&page(count))).min().unwrap();
        let (small, large) = (least(count), least(count * 10));
        println!("{name}: {small:?}, ten times as much: {large:?}");
        assert!(large < small * 45 + Duration::from_millis(50), "{name}: {small:?}, then {large:?}");
    }
}
