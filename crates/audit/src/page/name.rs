//! The accessible name (Accessible Name and Description Computation 1.2, HTML-AAM 1.0, SVG-AAM 1.0).

use super::{Element, Namespace, NodeId, Role};

/// Deeper than any tree a source gives, and shallow enough for any stack.
const DEEPEST: usize = 600;

impl Element<'_> {
    /// What assistive technologies call it; empty if they have nothing to call it by.
    ///
    /// CSS generated content is not part of it yet.
    pub fn accessible_name(self) -> String {
        let mut walk = Walk { visited: Vec::new(), depth: 0 };
        collapse(&walk.name(self, Reason::Asked))
    }
}

/// Why the name of an element is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// It is its name that is wanted.
    Asked,
    /// `aria-labelledby` names it: it counts even if hidden.
    Referenced,
    /// It stands in something referenced that is itself hidden.
    InHiddenReference,
    /// It stands in something that is named by its content.
    Content,
    /// It stands in a `label`, or is one.
    Label,
}

struct Walk {
    visited: Vec<NodeId>,
    depth: usize,
}

impl Walk {
    fn name(&mut self, element: Element<'_>, reason: Reason) -> String {
        // Step 2A: what is hidden has no name, unless it was pointed at.
        let is_hidden = element.is_programmatically_hidden();
        let is_pointed_at = matches!(reason, Reason::Referenced | Reason::InHiddenReference);
        if (is_hidden && !is_pointed_at) || self.visited.contains(&element.id()) || self.depth > DEEPEST {
            return String::new();
        }
        self.visited.push(element.id());
        self.depth += 1;
        let name = self.steps(element, reason, is_hidden);
        self.depth -= 1;
        if reason == Reason::Asked || reason == Reason::Referenced {
            self.visited.retain(|id| *id != element.id());
        }
        name
    }

    fn steps(&mut self, element: Element<'_>, reason: Reason, is_hidden: bool) -> String {
        // Step 2B
        if !matches!(reason, Reason::Referenced | Reason::InHiddenReference)
            && let Some(name) = self.by_reference(element)
        {
            return name;
        }
        // Step 2C (embedded control): in somebody else's name a control counts with its value.
        if reason != Reason::Asked
            && let Some(value) = embedded_value(element)
        {
            return value;
        }
        // Step 2D
        if let Some(label) = element.attribute("aria-label").filter(|label| !label.trim().is_empty()) {
            return label.to_owned();
        }
        // Step 2E
        let role = element.role();
        if role != Role::None
            && let Some(name) = self.native(element).filter(|name| !name.trim().is_empty())
        {
            return name;
        }
        // Step 2F
        if role.is_named_from_content() || element.is("summary") || reason != Reason::Asked {
            let inner = match reason {
                Reason::Referenced | Reason::InHiddenReference if is_hidden => Reason::InHiddenReference,
                Reason::Label => Reason::Label,
                _ => Reason::Content,
            };
            let name = self.content(element, inner);
            if !name.trim().is_empty() {
                return name;
            }
        }
        // Step 2I
        tooltip(element)
    }

    fn by_reference(&mut self, element: Element<'_>) -> Option<String> {
        let ids = element.attribute("aria-labelledby")?;
        let referenced: Vec<_> = ids.split_ascii_whitespace().filter_map(|id| element.by_id(id)).collect();
        if referenced.is_empty() {
            return None;
        }
        // An element may name itself among others: it is visited now, and must be visited again.
        self.visited.retain(|id| *id != element.id());
        let parts: Vec<_> = referenced.into_iter().map(|other| self.name(other, Reason::Referenced)).collect();
        self.visited.push(element.id());
        let name = parts.join(" ");
        (!name.trim().is_empty()).then_some(name)
    }

    /// What the element's own language calls a label.
    fn native(&mut self, element: Element<'_>) -> Option<String> {
        match element.namespace() {
            Namespace::Svg => return self.first_child(element, "title"),
            Namespace::Html => {}
            Namespace::MathMl | Namespace::Other => return None,
        }
        let attribute = |name: &str| element.attribute(name).map(str::to_owned);
        match element.name() {
            "img" | "area" => attribute("alt"),
            "input" => self.input(element),
            "button" | "meter" | "output" | "progress" | "select" => self.label(element),
            "textarea" => self.label(element).or_else(|| placeholder(element)),
            "fieldset" => self.first_child(element, "legend"),
            "figure" => self.first_child(element, "figcaption"),
            "table" => self.first_child(element, "caption"),
            _ => None,
        }
    }

    fn input(&mut self, element: Element<'_>) -> Option<String> {
        let said = |name: &str| element.attribute(name).filter(|value| !value.trim().is_empty()).map(str::to_owned);
        let kind = element.attribute("type").unwrap_or("text").to_ascii_lowercase();
        if let Some(label) = self.label(element) {
            return Some(label);
        }
        match kind.as_str() {
            "image" => said("alt"),
            "button" => said("value"),
            "submit" => said("value").or_else(|| Some("Submit".to_owned())),
            "reset" => said("value").or_else(|| Some("Reset".to_owned())),
            _ => placeholder(element),
        }
    }

    fn label(&mut self, element: Element<'_>) -> Option<String> {
        let labels: Vec<_> = element.labels().collect();
        let parts: Vec<_> = labels.into_iter().map(|label| self.name(label, Reason::Label)).collect();
        let name = parts.join(" ");
        (!name.trim().is_empty()).then_some(name)
    }

    fn first_child(&mut self, element: Element<'_>, name: &str) -> Option<String> {
        let child = element.children().find(|child| child.name() == name)?;
        Some(self.content(child, Reason::Content))
    }

    fn content(&mut self, element: Element<'_>, reason: Reason) -> String {
        let mut name = String::new();
        for id in element.flat_children() {
            if let Some(text) = element.page().text_of(id) {
                name.push_str(text);
            } else if let Some(child) = element.page().element(id) {
                let part = self.name(child, reason);
                if is_phrasing(child) {
                    name.push_str(&part);
                } else {
                    name.push(' ');
                    name.push_str(&part);
                    name.push(' ');
                }
            }
        }
        name
    }
}

/// Step 2C: a text box counts with what is in it, a range with its value.
fn embedded_value(element: Element<'_>) -> Option<String> {
    match element.role() {
        Role::Textbox | Role::Searchbox if element.is("input") => {
            Some(element.attribute("value").unwrap_or_default().to_owned())
        }
        Role::Slider | Role::SpinButton | Role::Meter | Role::ProgressBar | Role::Scrollbar => {
            ["aria-valuetext", "aria-valuenow", "value"]
                .into_iter()
                .find_map(|name| element.attribute(name))
                .map(str::to_owned)
        }
        _ => None,
    }
}

fn placeholder(element: Element<'_>) -> Option<String> {
    let said = |name: &str| element.attribute(name).filter(|value| !value.trim().is_empty()).map(str::to_owned);
    said("title").or_else(|| said("placeholder")).or_else(|| said("aria-placeholder"))
}

fn tooltip(element: Element<'_>) -> String {
    element.attribute("title").unwrap_or_default().to_owned()
}

/// Whether it stands in the line, so that no space is heard around it. By element, since styles do not say yet.
fn is_phrasing(element: Element<'_>) -> bool {
    const PHRASING: &[&str] = &[
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
        "mark", "q", "s", "samp", "slot", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr",
    ];
    element.namespace() == Namespace::Html && PHRASING.contains(&element.name())
}

fn collapse(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}
