//! Step 2E: what HTML and SVG call a label (HTML-AAM 1.0, 5, <https://www.w3.org/TR/html-aam-1.0/#accessible-name-and-description-computation>;
//! SVG-AAM 1.0, 8, <https://www.w3.org/TR/svg-aam-1.0/#mapping_additional_nd>).

use super::walk::{Walk, says, says_from};
use crate::page::{Element, Namespace, Role};

/// Adds the text alternative that an element's language gives it.
pub(super) fn text<'p>(walk: &mut Walk<'p>, element: Element<'p>, role: Role, out: &mut String) {
    let start = out.len();
    match element.namespace() {
        Namespace::Svg => {
            svg(walk, element, out);
            return;
        }
        Namespace::MathMl => {
            out.push_str(attribute(element, "alttext"));
            return;
        }
        Namespace::Html => {}
        Namespace::Other => return,
    }
    match element.name() {
        "img" | "area" => out.push_str(attribute(element, "alt")),
        "input" => input(walk, element, out),
        "button" | "meter" | "output" | "progress" | "select" => labels(walk, element, out),
        "textarea" => {
            labels(walk, element, out);
            hint(element, start, out);
        }
        "fieldset" => first_child(walk, element, "legend", out),
        "figure" => first_child(walk, element, "figcaption", out),
        "table" => first_child(walk, element, "caption", out),
        "option" | "optgroup" => out.push_str(attribute(element, "label")),
        _ => {
            if matches!(role, Role::Textbox | Role::Searchbox | Role::Combobox)
                && element.has_attribute("aria-placeholder")
            {
                hint(element, start, out);
            }
        }
    }
}

/// What is shown when a pointer rests on it.
pub(super) fn tooltip(element: Element<'_>) -> Option<&str> {
    element.attribute("title").filter(|title| says(title))
}

fn attribute<'p>(element: Element<'p>, name: &str) -> &'p str {
    element.attribute(name).filter(|value| says(value)).unwrap_or_default()
}

/// HTML-AAM 1.0, 5.1 to 5.4.
fn input<'p>(walk: &mut Walk<'p>, element: Element<'p>, out: &mut String) {
    let start = out.len();
    labels(walk, element, out);
    if says_from(out, start) {
        return;
    }
    match attribute(element, "type").to_ascii_lowercase().as_str() {
        "image" => out.push_str(attribute(element, "alt")),
        "button" => out.push_str(attribute(element, "value")),
        "reset" => of_button(walk, element, "Reset", out),
        "submit" => of_button(walk, element, "Submit", out),
        // No `placeholder` is shown there (HTML, the placeholder attribute).
        "checkbox" | "color" | "date" | "datetime-local" | "file" | "hidden" | "month" | "radio" | "range" | "time"
        | "week" => {}
        _ => hint(element, start, out),
    }
}

/// The words of a button without `value` are the browser's, in the visitor's language. With an empty one it shows none
/// (HTML, the submit button state); what browsers say then differs.
fn of_button<'p>(walk: &mut Walk<'p>, element: Element<'p>, of_browser: &str, out: &mut String) {
    match element.attribute("value") {
        Some(value) if says(value) => out.push_str(value),
        Some(_) => walk.doubt(),
        None => out.push_str(of_browser),
    }
}

/// Text fields without a label: `title`, `placeholder`, `aria-placeholder`.
fn hint(element: Element<'_>, start: usize, out: &mut String) {
    if says_from(out, start) {
        return;
    }
    let said = ["title", "placeholder", "aria-placeholder"].into_iter().map(|name| attribute(element, name));
    out.push_str(said.into_iter().find(|hint| !hint.is_empty()).unwrap_or_default());
}

fn labels<'p>(walk: &mut Walk<'p>, element: Element<'p>, out: &mut String) {
    for label in element.labels() {
        out.push(' ');
        walk.label(label, out);
    }
}

fn first_child<'p>(walk: &mut Walk<'p>, element: Element<'p>, name: &str, out: &mut String) {
    if let Some(child) = element.children().find(|child| child.is(name)) {
        walk.label(child, out);
    }
}

/// The first `title` child, which no style hides; then the older attribute of links.
fn svg<'p>(walk: &mut Walk<'p>, element: Element<'p>, out: &mut String) {
    let start = out.len();
    if let Some(title) = element.children().find(|child| child.is_svg("title")) {
        walk.content(title, out);
    }
    if !says_from(out, start) && element.name() == "a" {
        out.push_str(attribute(element, "xlink:title"));
    }
}
