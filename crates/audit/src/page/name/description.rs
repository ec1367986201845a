//! The accessible description (`AccName` 1.2, 4.2, <https://www.w3.org/TR/accname-1.2/#mapping_additional_nd_description>).

use super::walk::{Walk, says};
use super::{collapse, native};
use crate::page::{Element, Namespace};

/// The first of `aria-describedby`, `aria-description`, what the language has for it, and `title`, that says something.
pub(super) fn of(element: Element<'_>) -> String {
    if element.is_programmatically_hidden() {
        return String::new();
    }
    let mut described = String::new();
    let mut walk = Walk::new(element.page());
    walk.references(element, "aria-describedby", &mut described);
    if says(&described) {
        return collapse(&described);
    }
    let said = element.attribute("aria-description").filter(|text| says(text)).map(str::to_owned);
    let rest = said.or_else(|| of_language(element)).or_else(|| native::tooltip(element).map(str::to_owned));
    let rest = collapse(&rest.unwrap_or_default());
    // What is the name already is not said twice.
    if rest == element.accessible_name() { String::new() } else { rest }
}

/// HTML-AAM 1.0: the caption of a table that is named otherwise, the value of a button that is; SVG-AAM 1.0: `desc`.
fn of_language(element: Element<'_>) -> Option<String> {
    let child = match (element.namespace(), element.name()) {
        (Namespace::Svg, _) => element.children().find(|child| child.is_svg("desc")),
        (Namespace::Html, "table") => element.children().find(|child| child.is("caption")),
        (Namespace::Html, "input") => {
            let kind = element.attribute("type").unwrap_or_default().to_ascii_lowercase();
            let is_button = ["button", "submit", "reset"].contains(&kind.as_str());
            return element.attribute("value").filter(|value| is_button && says(value)).map(str::to_owned);
        }
        _ => None,
    }?;
    let mut text = String::new();
    Walk::new(element.page()).content(child, &mut text);
    says(&text).then_some(text)
}
