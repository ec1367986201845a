//! The role of each HTML element (HTML-AAM 1.0, 4.1, <https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings>).

use super::{Known, table};
use crate::page::{Element, Role};

/// Elements whose role hangs on nothing, by name. `Unmapped` stands for "no corresponding role".
const PLAIN: &[(&str, Role)] = &[
    ("abbr", Role::Unmapped),
    ("address", Role::Group),
    ("article", Role::Article),
    ("audio", Role::Unmapped),
    ("base", Role::Unmapped),
    ("blockquote", Role::Blockquote),
    ("br", Role::Unmapped),
    ("button", Role::Button),
    ("canvas", Role::Unmapped),
    ("caption", Role::Caption),
    ("cite", Role::Unmapped),
    ("code", Role::Code),
    ("col", Role::Unmapped),
    ("colgroup", Role::Unmapped),
    ("datalist", Role::Listbox),
    ("dd", Role::Unmapped),
    ("del", Role::Deletion),
    ("details", Role::Group),
    ("dfn", Role::Term),
    ("dialog", Role::Dialog),
    ("dl", Role::Unmapped),
    ("dt", Role::Unmapped),
    ("em", Role::Emphasis),
    ("embed", Role::Unmapped),
    ("fieldset", Role::Group),
    ("figcaption", Role::Unmapped),
    ("figure", Role::Figure),
    ("frame", Role::Unmapped),
    ("h1", Role::Heading),
    ("h2", Role::Heading),
    ("h3", Role::Heading),
    ("h4", Role::Heading),
    ("h5", Role::Heading),
    ("h6", Role::Heading),
    ("head", Role::Unmapped),
    ("hgroup", Role::Group),
    ("hr", Role::Separator),
    ("html", Role::Document),
    ("iframe", Role::Unmapped),
    ("ins", Role::Insertion),
    ("kbd", Role::Unmapped),
    ("label", Role::Unmapped),
    ("legend", Role::Unmapped),
    ("link", Role::Unmapped),
    ("main", Role::Main),
    ("map", Role::Unmapped),
    ("mark", Role::Mark),
    ("menu", Role::List),
    ("meta", Role::Unmapped),
    ("meter", Role::Meter),
    ("nav", Role::Navigation),
    ("noscript", Role::Unmapped),
    ("object", Role::Unmapped),
    ("ol", Role::List),
    ("optgroup", Role::Group),
    ("option", Role::Option),
    ("output", Role::Status),
    ("p", Role::Paragraph),
    ("param", Role::Unmapped),
    ("picture", Role::Unmapped),
    ("progress", Role::ProgressBar),
    ("rp", Role::Unmapped),
    ("rt", Role::Unmapped),
    ("ruby", Role::Unmapped),
    ("s", Role::Deletion),
    ("script", Role::Unmapped),
    ("search", Role::Search),
    ("slot", Role::Unmapped),
    ("source", Role::Unmapped),
    ("strong", Role::Strong),
    ("style", Role::Unmapped),
    ("sub", Role::Subscript),
    ("sup", Role::Superscript),
    ("table", Role::Table),
    ("template", Role::Unmapped),
    ("textarea", Role::Textbox),
    ("time", Role::Time),
    ("title", Role::Unmapped),
    ("track", Role::Unmapped),
    ("ul", Role::List),
    ("var", Role::Unmapped),
    ("video", Role::Unmapped),
    ("wbr", Role::Unmapped),
];

/// What an `input` is, by its type; text fields of all kinds are below. `Unmapped`: colours, dates and files, for which
/// there is no role.
const INPUTS: &[(&str, Role)] = &[
    ("button", Role::Button),
    ("checkbox", Role::Checkbox),
    ("color", Role::Unmapped),
    ("date", Role::Unmapped),
    ("datetime-local", Role::Unmapped),
    ("file", Role::Unmapped),
    ("hidden", Role::Unmapped),
    ("image", Role::Button),
    ("month", Role::Unmapped),
    ("number", Role::SpinButton),
    ("radio", Role::Radio),
    ("range", Role::Slider),
    ("reset", Role::Button),
    ("submit", Role::Button),
    ("time", Role::Unmapped),
    ("week", Role::Unmapped),
];

pub(super) fn role(element: Element<'_>, known: &Known<'_>) -> Role {
    if let Ok(at) = PLAIN.binary_search_by_key(&element.name(), |(name, _)| name) {
        return PLAIN[at].1;
    }
    match element.name() {
        "a" | "area" if element.has_attribute("href") => Role::Link,
        "aside" if is_in_sectioning(element, CONTENT) && !element.has_naming_attribute() => Role::Generic,
        "aside" => Role::Complementary,
        "footer" if !is_in_sectioning(element, CONTENT_OR_MAIN) => Role::ContentInfo,
        "header" if !is_in_sectioning(element, CONTENT_OR_MAIN) => Role::Banner,
        "form" if element.has_naming_attribute() => Role::Form,
        "section" if element.has_naming_attribute() => Role::Region,
        "img" | "image" => image(element),
        "input" => input(element),
        "li" => list_item(element, known),
        "select" => select(element),
        "summary" if element.is_summary_of_details() => Role::Unmapped,
        "tbody" | "td" | "tfoot" | "th" | "thead" | "tr" => table::role(element, known),
        _ => Role::Generic,
    }
}

/// An empty `alt` says that the image tells nothing, unless it must be exposed.
fn image(element: Element<'_>) -> Role {
    let is_decorative = element.attribute("alt") == Some("") && !element.must_be_exposed();
    if is_decorative { Role::None } else { Role::Img }
}

fn input(element: Element<'_>) -> Role {
    let kind = element.attribute("type").unwrap_or("text").to_ascii_lowercase();
    if let Ok(at) = INPUTS.binary_search_by_key(&kind.as_str(), |(name, _)| name) {
        return INPUTS[at].1;
    }
    let suggests = matches!(kind.as_str(), "email" | "search" | "tel" | "text" | "url");
    match kind.as_str() {
        // What no browser knows is a text field, which passwords cannot have suggestions for.
        "password" => Role::Textbox,
        _ if (suggests || !is_type(&kind)) && has_suggestions(element) => Role::Combobox,
        "search" => Role::Searchbox,
        _ => Role::Textbox,
    }
}

fn is_type(kind: &str) -> bool {
    matches!(kind, "email" | "password" | "search" | "tel" | "text" | "url")
}

fn has_suggestions(element: Element<'_>) -> bool {
    element.attribute("list").and_then(|id| element.by_id(id)).is_some_and(|list| list.is("datalist"))
}

/// An item of a list; one of a presentational list is presentational too.
fn list_item(element: Element<'_>, known: &Known<'_>) -> Role {
    let list = element.parent().filter(|parent| ["ul", "ol", "menu"].iter().any(|name| parent.is(name)));
    match list.map(|list| known.role(list)) {
        Some(Role::None) if !element.must_be_exposed() => Role::None,
        Some(_) => Role::ListItem,
        None if element.flat_parent().is_some_and(|parent| known.role(parent).is_a(Role::List)) => Role::ListItem,
        None => Role::Generic,
    }
}

fn select(element: Element<'_>) -> Role {
    let is_list = element.has_attribute("multiple")
        || element.attribute("size").and_then(crate::page::focus::integer).is_some_and(|size| size > 1);
    if is_list { Role::Listbox } else { Role::Combobox }
}

const CONTENT: &[&str] = &["article", "aside", "nav", "section"];
const CONTENT_OR_MAIN: &[&str] = &["article", "aside", "main", "nav", "section"];

/// Whether it belongs to a part of the page rather than to the page.
fn is_in_sectioning(element: Element<'_>, names: &[&str]) -> bool {
    std::iter::successors(element.parent(), |at| at.parent()).any(|around| {
        let given = around.explicit_role();
        let is_role = given.is_some_and(|role| {
            matches!(role, Role::Article | Role::Complementary | Role::Navigation | Role::Region)
                || (role == Role::Main && names.contains(&"main"))
        });
        is_role || names.iter().any(|name| around.is(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted() {
        assert!(PLAIN.is_sorted_by_key(|(name, _)| *name));
        assert!(INPUTS.is_sorted_by_key(|(name, _)| *name));
    }
}
