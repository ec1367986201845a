//! The words that label something for eyes, compared with its name (WCAG 2.5.3).

use crate::page::{Certainty, Element, Gap, NodeId, Property, Seen, Unknown};
use crate::rule::Outcome;
use crate::speech::{Said, is_text, said};
use std::collections::HashSet;

/// Asked where the visible words are not in the name as they are, and it cannot be told whether that matters.
pub(crate) const QUESTION: &str = "Does the name hold the words that are seen, as somebody would say them aloud? It does not hold them letter by letter.";

/// The words on something that label it for eyes.
pub(crate) struct VisibleLabel<'p> {
    within: Element<'p>,
    /// Up to here, and without it, styles decide whether the words are seen; what is around hides both or neither.
    around: Option<Element<'p>>,
    texts: Vec<Seen<'p>>,
}

impl<'p> VisibleLabel<'p> {
    /// The texts in an element, but for those of controls in it.
    pub fn of(within: Element<'p>) -> Self {
        let mut texts = within.seen_texts();
        texts.retain(|seen| !below(seen.element, Some(within)).any(is_control));
        Self { within, around: Some(within), texts }
    }

    /// The same for what stands elsewhere, such as the `label` of a field.
    pub fn of_other(label: Element<'p>, field: Element<'p>) -> Self {
        let around_field: HashSet<NodeId> = field.flat_lineage().map(Element::id).collect();
        let around = label.flat_lineage().find(|at| around_field.contains(&at.id()));
        Self { around, ..Self::of(label) }
    }

    /// Whether it says nothing, at most in signs.
    pub fn is_empty(&self) -> bool {
        !self.texts.iter().any(|seen| is_text(seen.text))
    }

    /// The words that are seen for certain.
    pub fn words(&self) -> String {
        self.boxes(true).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// How a name says it; for certain, where words that may not be seen are not counted.
    pub fn said_by(&self, name: &str) -> Said {
        if self.best(name, false) == Said::Yes {
            return Said::Yes;
        }
        if is_text(&self.words()) { self.best(name, true) } else { Said::Perhaps }
    }

    /// Of all ways to read what stands in one line and next to each other, the one that fits best.
    fn best(&self, name: &str, only_sure: bool) -> Said {
        let boxes = self.boxes(only_sure);
        let boxes: Vec<&str> = boxes.iter().map(String::as_str).filter(|text| is_text(text)).collect();
        let apart: Vec<&str> = self.texts(only_sure).map(|seen| seen.text).collect();
        let whole = said(&boxes.join(" "), name);
        if whole == Said::Yes || said(&apart.join(" "), name) == Said::Yes {
            return Said::Yes;
        }
        let is_said = |text: &&&str| said(text, name) == Said::Yes;
        match boxes.iter().filter(is_said).count() {
            all if all == boxes.len() => Said::Yes,
            0 => whole,
            // A name may say the heading of a box and leave the rest to be read: which of them is the label?
            _ => Said::Perhaps,
        }
    }

    fn texts(&self, only_sure: bool) -> impl Iterator<Item = &Seen<'p>> {
        self.texts.iter().filter(move |seen| !only_sure || self.is_surely_seen(seen))
    }

    /// What stands in one line without a break.
    fn boxes(&self, only_sure: bool) -> Vec<String> {
        let mut boxes = vec![String::new()];
        for seen in self.texts(only_sure) {
            match boxes.last_mut() {
                Some(last) if seen.gap == Gap::Line => last.push_str(seen.text),
                _ => boxes.push(seen.text.to_owned()),
            }
        }
        boxes
    }

    /// Nothing between a text and what it labels can have moved it out of sight, and it is no icon that a font makes of a
    /// word.
    fn is_surely_seen(&self, seen: &Seen<'_>) -> bool {
        let is_indented = match seen.element.style().get(Property::TextIndent) {
            Some(value) => value.pixels().is_none_or(|pixels| pixels.abs() > 100.0),
            None => false,
        };
        let is_transparent = seen.element.style().color.alpha <= 0.0;
        !is_indented && !is_transparent && !self.may_be_icon(seen) && self.is_surely_there(seen.element)
    }

    fn is_surely_there(&self, element: Element<'_>) -> bool {
        if element.rect().is_some() {
            return element.visible() == Certainty::Yes;
        }
        let unknown = Unknown::VISIBILITY.and(Unknown::PLACE).and(Unknown::PAINT);
        !below(element, self.around).any(|at| {
            let style = at.style();
            style.is_out_of_flow() || style.may_leave_parent || style.unknown.has(unknown)
        })
    }

    /// Fonts such as Material Icons draw an icon for a word in small letters (`more_vert`). Which font is used is not
    /// known, so it is enough that somebody may have chosen one.
    fn may_be_icon(&self, seen: &Seen<'_>) -> bool {
        let text = seen.text.trim();
        let is_word = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        if !is_word {
            return false;
        }
        let is_styled = seen.element.has_attribute("class") || seen.element.has_attribute("style");
        if seen.element != self.within {
            return is_styled || text.contains('_') || seen.element.is("i") || seen.element.is_custom();
        }
        let says = |attribute, words: &[&str]| {
            let value = self.within.attribute(attribute).unwrap_or_default().to_ascii_lowercase();
            words.iter().any(|word| value.contains(word))
        };
        text.contains('_') || says("class", &["icon", "symbol", "glyph"]) || says("style", &["font"])
    }
}

/// The element and those around it, up to `end` and without it.
fn below<'p>(element: Element<'p>, end: Option<Element<'p>>) -> impl Iterator<Item = Element<'p>> {
    element.flat_lineage().take_while(move |at| Some(*at) != end)
}

fn is_control(element: Element<'_>) -> bool {
    ["button", "select", "textarea"].iter().any(|name| element.is(name)) || element.role().is_widget()
}

/// Whether a label is a letter or two, which are often a picture: X to close, B for bold, Aa for the size of letters.
pub(crate) fn may_be_symbol(label: &str) -> bool {
    let letters = label.chars().filter(|character| character.is_alphanumeric());
    letters.count() <= 2
}

/// What was found, with both texts cut to what a line can show.
pub(crate) fn mismatch(label: &str, name: &str) -> Outcome {
    let short = |text: &str| match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    };
    Outcome::failed(format!("what is seen is \"{}\", but its name is \"{}\"", short(label), short(name)))
}
