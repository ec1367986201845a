//! How the two may differ, and why.

use sada_audit::{Element, Role};

/// One question the two answer differently.
#[derive(Debug)]
pub enum Difference {
    There { ours: bool },
    Role { ours: Role, theirs: String },
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

/// A reason, and which differences it explains.
type Explained = (&'static str, fn(Element<'_>, &Difference) -> bool);

const EXPLAINED: &[Explained] = &[
    ("rows: WAI-ARIA names them by their content, Chromium only where it has to say them", |element, difference| {
        matches!(difference, Difference::Name { theirs, .. } if theirs.is_empty()) && element.role() == Role::Row
    }),
    ("svg: `graphics-document` in SVG-AAM, an image in Chromium", |element, difference| {
        let is_image = matches!(difference, Difference::Role { theirs, .. } if theirs == "image" || theirs == "SvgRoot");
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
    ("forms without a name: no landmark in HTML-AAM, `form` in Chromium", |element, difference| {
        let is_form = matches!(difference, Difference::Role { theirs, .. } if theirs == "form");
        is_form && element.is("form") && element.accessible_name().is_empty()
    }),
];
