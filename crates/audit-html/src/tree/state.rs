//! Whether an element is in a state, as far as markup says.

use super::{Index, Node, Tree};
use crate::certainty::Certainty;
use crate::css::pseudo::PseudoClass;
use sada_audit::Namespace;

impl Tree<'_> {
    /// Whether a pseudo-class matches.
    pub(super) fn has_state(&self, element: Index, class: &PseudoClass) -> Certainty {
        let node = self.node(element);
        match class {
            PseudoClass::Link => is_link(node).into(),
            PseudoClass::Checked => is_checked(node),
            PseudoClass::Disabled => self.is_disabled(element).into(),
            PseudoClass::Enabled => (can_be_disabled(node) && !self.is_disabled(element)).into(),
            PseudoClass::Required => (can_be_required(node) && node.has_attribute("required")).into(),
            PseudoClass::Optional if can_be_required(node) => (!node.has_attribute("required")).into(),
            // HTML leaves buttons and sliders out, Chromium does not.
            PseudoClass::Optional if node.is("button") || node.is("input") => Certainty::Perhaps,
            PseudoClass::Optional | PseudoClass::Never => Certainty::No,
            PseudoClass::ReadWrite => self.is_editable(element).into(),
            PseudoClass::ReadOnly => (!self.is_editable(element)).into(),
            PseudoClass::PlaceholderShown => {
                let is_empty = match node.name() {
                    "textarea" => !node.has_text,
                    _ => node.attribute("value").unwrap_or_default().is_empty(),
                };
                (takes_text(node) && node.has_attribute("placeholder") && is_empty).into()
            }
            PseudoClass::Open => {
                (["details", "dialog"].iter().any(|name| node.is(name)) && node.has_attribute("open")).into()
            }
            PseudoClass::Defined if node.name().contains('-') || node.has_attribute("is") => Certainty::Perhaps,
            PseudoClass::Defined => Certainty::Yes,
            PseudoClass::Undecided => Certainty::Perhaps,
            PseudoClass::OfControl => {
                let has_validity =
                    ["form", "fieldset", "progress", "option", "output", "object"].iter().any(|name| node.is(name));
                if has_validity || can_be_disabled(node) { Certainty::Perhaps } else { Certainty::No }
            }
            PseudoClass::Lang(ranges) => {
                let own = self.language(element).unwrap_or_default();
                ranges.iter().map(|range| is_in_range(own, range)).fold(Certainty::No, Certainty::or)
            }
            PseudoClass::Dir(direction) => self.direction(element, direction),
        }
    }

    /// HTML, disabled.
    fn is_disabled(&self, element: Index) -> bool {
        let node = self.node(element);
        if !can_be_disabled(node) {
            return false;
        }
        if node.has_attribute("disabled") {
            return true;
        }
        let mut below = element;
        for ancestor in self.lineage(element).skip(1) {
            let around = self.node(ancestor);
            if node.is("option") {
                return around.is("optgroup") && around.has_attribute("disabled");
            }
            if around.is("fieldset") && around.has_attribute("disabled") && !node.is("optgroup") {
                // What stands in the first legend stays usable.
                let first_legend = self.children(ancestor).find(|child| self.node(*child).is("legend"));
                if first_legend != Some(below) {
                    return true;
                }
            }
            below = ancestor;
        }
        false
    }

    fn is_editable(&self, element: Index) -> bool {
        let node = self.node(element);
        if takes_text(node) {
            return !node.has_attribute("readonly") && !self.is_disabled(element);
        }
        let says = |index: Index| self.node(index).attribute("contenteditable").map(str::to_ascii_lowercase);
        let nearest = self.lineage(element).find_map(says);
        nearest.is_some_and(|value| matches!(value.as_str(), "" | "true" | "plaintext-only"))
    }

    fn language(&self, element: Index) -> Option<&str> {
        let said = |index: Index| {
            let of = |space: &str| {
                let mut all = self.node(index).attributes();
                all.find(|(own, local, _)| *own == space && *local == "lang").map(|(.., value)| value)
            };
            of("http://www.w3.org/XML/1998/namespace").or_else(|| of(""))
        };
        let mut at = Some(element);
        while let Some(index) = at {
            if let Some(language) = said(index) {
                return Some(language);
            }
            let node = self.node(index);
            at = node.parent().or(self.scopes[node.scope as usize].host);
        }
        self.default_language
    }

    fn direction(&self, element: Index, asked: &str) -> Certainty {
        let mut at = Some(element);
        while let Some(index) = at {
            let node = self.node(index);
            match node.attribute("dir").map(str::to_ascii_lowercase).as_deref() {
                Some(said @ ("ltr" | "rtl")) => return (said == asked).into(),
                Some("auto") => return Certainty::Perhaps,
                None if node.is("bdi") => return Certainty::Perhaps,
                _ => {}
            }
            at = node.parent().or(self.scopes[node.scope as usize].host);
        }
        (asked == "ltr").into()
    }
}

fn is_checked(node: &Node<'_>) -> Certainty {
    if node.is("input") {
        let is_box = node
            .attribute("type")
            .is_some_and(|kind| ["checkbox", "radio"].iter().any(|name| kind.eq_ignore_ascii_case(name)));
        return (is_box && node.has_attribute("checked")).into();
    }
    match (node.is("option"), node.has_attribute("selected")) {
        (false, _) => Certainty::No,
        (true, true) => Certainty::Yes,
        // The first one is, where none says so and the list is a menu.
        (true, false) => Certainty::Perhaps,
    }
}

/// Whether `display: contents` leaves nothing of it (CSS Display 3, unusual elements).
pub(crate) fn is_unboxed(node: &Node<'_>) -> bool {
    let is_one = matches!(
        node.name(),
        "audio"
            | "br"
            | "canvas"
            | "embed"
            | "frame"
            | "frameset"
            | "iframe"
            | "img"
            | "input"
            | "meter"
            | "object"
            | "progress"
            | "select"
            | "textarea"
            | "video"
            | "wbr"
    );
    is_one && node.namespace == Namespace::Html
}

/// Whether it is a link with a target, in HTML or SVG.
pub(crate) fn is_link(node: &Node<'_>) -> bool {
    let has_target = || node.attributes().any(|(_, local, _)| local == "href");
    matches!(node.name(), "a" | "area") && has_target()
}

/// Whether a language is in a range of `:lang()`: by extended filtering (RFC 4647, 3.3.2), as Selectors 4 has it, and
/// by prefix, as Chromium 156 has it. Where they differ it depends on the browser.
fn is_in_range(language: &str, range: &str) -> Certainty {
    if language.is_empty() || range.is_empty() {
        return (language.is_empty() && range.is_empty()).into();
    }
    let starts = language.get(..range.len()).is_some_and(|start| start.eq_ignore_ascii_case(range));
    let by_prefix = starts && matches!(language.as_bytes().get(range.len()), None | Some(b'-'));
    if by_prefix == is_filtered_in(language, range) { by_prefix.into() } else { Certainty::Perhaps }
}

fn is_filtered_in(language: &str, range: &str) -> bool {
    let mut wanted = range.split('-');
    let mut parts = language.split('-');
    let (Some(first), Some(primary)) = (wanted.next(), parts.next()) else { return false };
    if !(first == "*" || first.eq_ignore_ascii_case(primary)) {
        return false;
    }
    wanted.filter(|part| *part != "*").all(|part| {
        // A single letter begins an extension, behind which nothing is looked for.
        let mut candidates = parts.by_ref().take_while(|own| own.len() > 1 || own.eq_ignore_ascii_case(part));
        candidates.any(|own| own.eq_ignore_ascii_case(part))
    })
}

fn can_be_disabled(node: &Node<'_>) -> bool {
    let is_control =
        matches!(node.name(), "button" | "input" | "select" | "textarea" | "optgroup" | "option" | "fieldset");
    is_control && node.is(node.name())
}

fn can_be_required(node: &Node<'_>) -> bool {
    let is_button = ["hidden", "range", "color", "submit", "image", "reset", "button"];
    let kind = node.attribute("type").unwrap_or_default().to_ascii_lowercase();
    node.is("select") || node.is("textarea") || (node.is("input") && !is_button.contains(&kind.as_str()))
}

/// Whether text is typed into it.
fn takes_text(node: &Node<'_>) -> bool {
    const OTHERS: &[&str] =
        &["hidden", "range", "color", "checkbox", "radio", "file", "submit", "image", "reset", "button"];
    let kind = node.attribute("type").unwrap_or_default().to_ascii_lowercase();
    node.is("textarea") || (node.is("input") && !OTHERS.contains(&kind.as_str()))
}
