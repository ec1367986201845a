//! The role of each SVG element (SVG-AAM 1.0, 5, <https://www.w3.org/TR/svg-aam-1.0/#mapping_role>).

use crate::page::{Element, Role};

/// What each element is where it is there for assistive technologies at all, by name.
const ROLES: &[(&str, Role)] = &[
    ("a", Role::Group),
    ("circle", Role::GraphicsSymbol),
    ("ellipse", Role::GraphicsSymbol),
    ("foreignObject", Role::Group),
    ("g", Role::Group),
    ("image", Role::Img),
    ("line", Role::GraphicsSymbol),
    ("mesh", Role::Img),
    ("path", Role::GraphicsSymbol),
    ("polygon", Role::GraphicsSymbol),
    ("polyline", Role::GraphicsSymbol),
    ("rect", Role::GraphicsSymbol),
    ("symbol", Role::GraphicsObject),
    ("use", Role::GraphicsObject),
];

pub(super) fn role(element: Element<'_>) -> Role {
    match element.name() {
        "svg" => Role::GraphicsDocument,
        "a" if element.has_attribute("href") || element.has_attribute("xlink:href") => Role::Link,
        "text" => Role::Group,
        "tspan" | "textPath" if is_exposed(element) => Role::Group,
        "tspan" | "textPath" => Role::Generic,
        name => match ROLES.binary_search_by_key(&name, |(known, _)| known) {
            Ok(at) if is_exposed(element) => ROLES[at].1,
            _ => Role::Unmapped,
        },
    }
}

/// SVG-AAM 5.1.2, including elements in the accessibility tree: something says what it is, or it can be used.
fn is_exposed(element: Element<'_>) -> bool {
    let says = |child: Element<'_>| {
        (child.is_svg("title") || child.is_svg("desc")) && child.own_texts().any(|(_, text)| !text.trim().is_empty())
    };
    element.children().any(says) || element.must_be_exposed()
}

#[cfg(test)]
mod tests {
    #[test]
    fn rows_are_sorted() {
        assert!(super::ROLES.is_sorted_by_key(|(name, _)| *name));
    }
}
