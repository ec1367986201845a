//! How the two may differ, and why.

use sada_audit::{Element, Naming, Property, Role};

/// One question the two answer differently.
#[derive(Debug)]
pub enum Difference {
    There { ours: bool },
    Role { theirs: String },
    Name { ours: String, theirs: String },
}

/// Chromium's own words for roles that WAI-ARIA has.
const WORDS: &[(&str, Role)] = &[
    ("RootWebArea", Role::Document),
    ("image", Role::Img),
    ("presentation", Role::None),
    ("InputTime", Role::Unmapped),
];

/// Whether Chromium's word is for the same role. What is no role for us may be anything of Chromium's own, which it
/// writes with a capital.
pub fn is_same_role(ours: Role, theirs: &str) -> bool {
    let is_own_word = theirs.starts_with(|c: char| c.is_ascii_uppercase());
    ours.as_str() == theirs
        || WORDS.contains(&(theirs, ours))
        || (matches!(ours, Role::Unmapped | Role::Generic) && (is_own_word || theirs == "generic" || theirs == "none"))
}

/// Why the two differ, if it is known.
pub fn explain(element: Element<'_>, difference: &Difference) -> Option<&'static str> {
    EXPLAINED.iter().find(|(_, applies)| applies(element, difference)).map(|(reason, _)| *reason)
}

/// Why our name and that of the crate `accname` differ, if it is known.
pub fn explain_crate(element: Element<'_>, difference: &Difference) -> Option<&'static str> {
    EXPLAINED_BESIDE.iter().find(|(_, applies)| applies(element, difference)).map(|(reason, _)| *reason)
}

const EXPLAINED_BESIDE: &[Explained] = &[
    ("roles that must not be named (WAI-ARIA 1.2, 5.2.8.6): ours have no name", |element, difference| {
        let is_empty = matches!(difference, Difference::Name { ours, .. } if ours.is_empty());
        is_empty && (element.role().naming() == Naming::Prohibited || element.role() == Role::Unmapped)
    }),
    (
        "`placeholder` of `textarea`, which names it where nothing else does (HTML-AAM 1.0, 4.1.2)",
        |element, difference| {
            let is_placeholder =
                matches!(difference, Difference::Name { ours, .. } if element.attribute("placeholder") == Some(ours));
            is_placeholder && element.is("textarea")
        },
    ),
    ("words of `::before` and `::after`: the crate does not know them", |element, difference| {
        let is_more = matches!(difference, Difference::Name { ours, theirs } if says_more(ours, theirs));
        is_more && std::iter::once(element).chain(element.descendants()).any(|part| part.generated().is_some())
    }),
];

fn says_more(ours: &str, theirs: &str) -> bool {
    let mut rest = ours.split_whitespace();
    theirs.split_whitespace().all(|word| rest.any(|own| own.contains(word)))
}

/// A reason, and which differences it explains.
type Explained = (&'static str, fn(Element<'_>, &Difference) -> bool);

const EXPLAINED: &[Explained] = &[
    ("rows: WAI-ARIA names them by their content, Chromium only where it has to say them", |element, difference| {
        matches!(difference, Difference::Name { theirs, .. } if theirs.is_empty()) && element.role() == Role::Row
    }),
    ("svg: `graphics-document` in SVG-AAM, an image in Chromium", |element, difference| {
        let is_image =
            matches!(difference, Difference::Role { theirs, .. } if theirs == "image" || theirs == "SvgRoot");
        is_image && element.is_svg("svg")
    }),
    ("presentational children of buttons and the like: Chromium keeps them", |element, difference| {
        let around = || element.flat_lineage().skip(1).any(|around| around.role().has_presentational_children());
        matches!(difference, Difference::There { ours: false }) && around()
    }),
    ("html: Chromium says it of the document, not of the element", |element, difference| {
        matches!(difference, Difference::There { ours: true }) && element.is("html")
    }),
    ("row groups: Chromium leaves them out", |element, difference| {
        matches!(difference, Difference::There { ours: true }) && element.role() == Role::RowGroup
    }),
    ("anchors without `href` that listen for clicks: Chromium takes them for links", |element, difference| {
        let is_link = matches!(difference, Difference::Role { theirs, .. } if theirs == "link");
        is_link && element.is("a") && !element.has_attribute("href")
    }),
    ("dt and dd: no role in HTML-AAM, `term` and `definition` in Chromium", |element, difference| {
        matches!(difference, Difference::Role { .. }) && (element.is("dt") || element.is("dd"))
    }),
    ("footers of a part of the page: Chromium says `sectionfooter`, as WAI-ARIA 1.3 will", |element, difference| {
        let is_part = matches!(difference, Difference::Role { theirs, .. } if theirs.starts_with("section"));
        is_part && (element.is("footer") || element.is("header"))
    }),
    (
        "`text-transform`: Chromium reads capitals where styles show them",
        |_, difference| matches!(difference, Difference::Name { ours, theirs } if ours != theirs && ours.to_uppercase() == *theirs),
    ),
    ("`wbr`: Chromium reads a space where a line may break, though none is seen", |element, difference| {
        let has_break = || element.descendants().any(|inner| inner.is("wbr"));
        matches!(difference, Difference::Name { ours, theirs } if is_same_but_for_spaces(ours, theirs)) && has_break()
    }),
    ("icons that style sheets generate: letters of no script, which our reader does not say", |_, difference| {
        let is_private = |c: &char| ('\u{e000}'..='\u{f8ff}').contains(c);
        let without = |text: &str| super::collapse(&text.chars().filter(|c| !is_private(c)).collect::<String>());
        matches!(difference, Difference::Name { ours, theirs } if theirs.chars().any(|c| is_private(&c)) && *ours == without(theirs))
    }),
    ("spaces between the items of a flexible box: layout drops them, AccName does not", |element, difference| {
        let is_label = element.labels().next().is_some();
        matches!(difference, Difference::Name { ours, theirs } if is_same_but_for_spaces(ours, theirs)) && is_label
    }),
    ("styles that our reader says it cannot tell", |element, difference| {
        let may_differ = || element.may_be_hidden() || element.descendants().any(Element::may_be_hidden);
        !matches!(difference, Difference::Role { .. }) && (may_differ() || !element.has_certain_name())
    }),
    ("paragraphs that are flexible boxes: Chromium leaves them out", |element, difference| {
        let is_flexible = || element.style().get(Property::Display).is_some_and(|display| display.is("flex"));
        matches!(difference, Difference::There { ours: true }) && element.is("p") && is_flexible()
    }),
    ("forms without a name: no landmark in HTML-AAM, `form` in Chromium", |element, difference| {
        let is_form = matches!(difference, Difference::Role { theirs, .. } if theirs == "form");
        is_form && element.is("form") && element.accessible_name().is_empty()
    }),
];

fn is_same_but_for_spaces(one: &str, other: &str) -> bool {
    one.split_whitespace().collect::<String>() == other.split_whitespace().collect::<String>()
}
