//! Step 2C: controls within a name count with their value (`AccName` 1.2, embedded control).

use super::walk::{Reason, Walk, says};
use crate::page::{Element, Role};

/// Adds the value of a control that stands in somebody else's name; returns whether it is such a control.
pub(super) fn value<'p>(walk: &mut Walk<'p>, element: Element<'p>, role: Role, out: &mut String) -> bool {
    match role {
        Role::Textbox | Role::Searchbox => entered(walk, element, out),
        Role::Combobox if element.is("input") => entered(walk, element, out),
        Role::Combobox | Role::Listbox => chosen(walk, element, out),
        Role::Slider | Role::SpinButton | Role::Meter | Role::ProgressBar | Role::Scrollbar => {
            let said = ["aria-valuetext", "aria-valuenow", "value"];
            let value = said.into_iter().find_map(|name| element.attribute(name).filter(|value| says(value)));
            let middle = (element.is("input") && role == Role::Slider).then_some("50");
            out.push_str(value.or(middle).unwrap_or_default());
        }
        _ => return false,
    }
    true
}

/// What is written in a text field.
fn entered<'p>(walk: &mut Walk<'p>, element: Element<'p>, out: &mut String) {
    if element.is("input") {
        // Nobody hears a password.
        let is_secret = element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"));
        out.push_str(element.attribute("value").filter(|_| !is_secret).unwrap_or_default());
    } else {
        walk.content(element, out);
    }
}

/// What is chosen in a list: `selected` or `aria-selected`; in a closed `select` the first that can be, if none is.
fn chosen<'p>(walk: &mut Walk<'p>, element: Element<'p>, out: &mut String) {
    let options = || element.descendants().filter(|option| option.base_role() == Role::Option);
    let is_chosen = |option: &Element<'p>| {
        option.has_attribute("selected") || option.attribute("aria-selected").is_some_and(|value| value == "true")
    };
    let takes_many = element.has_attribute("multiple") || element.attribute("aria-multiselectable") == Some("true");
    let is_closed = element.is("select") && element.base_role() == Role::Combobox;
    let mut chosen: Vec<_> = options().filter(is_chosen).collect();
    if !takes_many && chosen.len() > 1 {
        chosen.drain(..chosen.len() - 1);
    }
    if chosen.is_empty() && is_closed {
        chosen.extend(options().find(|option| !option.is_disabled()));
    }
    let has_options = options().next().is_some();
    for option in chosen {
        out.push(' ');
        walk.text(option, Reason::Content, out);
    }
    // A combobox of an author's own may be a text field.
    if !has_options && element.base_role() == Role::Combobox {
        walk.content(element, out);
    }
}
