//! The words that label something for eyes, compared with its name (WCAG 2.5.3).

use crate::page::{Certainty, Element, Gap, NodeId, Property, Seen, Unknown};
use crate::rule::Outcome;
use crate::speech::{Said, is_text, said};
use hashbrown::{HashMap, HashSet};

/// Asked where the visible words are not in the name as they are, and it cannot be told whether that matters.
pub(crate) const QUESTION: &str = "Does the name hold the words that are seen, as somebody would say them aloud? It does not hold them letter by letter.";

/// The words on something that label it for eyes.
pub(crate) struct VisibleLabel<'p> {
    /// Up to here, and without it, styles decide whether the words are seen; what is around hides both or neither.
    around: Option<Element<'p>>,
    texts: Vec<(Seen<'p>, Sight)>,
}

/// How certain it is that a text is seen as the words it is made of, the most certain first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sight {
    Sure,
    /// A word that some font may draw as an icon.
    PerhapsIcon,
    /// It may be out of sight, or is drawn as an icon by all appearances.
    Doubtful,
}

/// No label has more boxes that are looked at one by one.
const FEW: usize = 30;

impl<'p> VisibleLabel<'p> {
    /// The texts in an element, but for those of controls in it.
    pub fn of(within: Element<'p>) -> Self {
        Self::new(within, Some(within))
    }

    /// The same for what stands elsewhere, such as the `label` of a field.
    pub fn of_other(label: Element<'p>, field: Element<'p>) -> Self {
        let around_field: HashSet<NodeId> = field.flat_lineage().map(Element::id).collect();
        Self::new(label, label.flat_lineage().find(|at| around_field.contains(&at.id())))
    }

    fn new(within: Element<'p>, around: Option<Element<'p>>) -> Self {
        let mut seen = within.seen_texts();
        seen.retain(|seen| !below(seen.element, Some(within)).any(is_control));
        let mut label = Self { around, texts: Vec::new() };
        let says = |seen: &Seen<'_>| !seen.text.trim().is_empty();
        let ends = [seen.iter().position(says), seen.iter().rposition(says)];
        for (at, seen) in seen.into_iter().enumerate() {
            let sight = label.sight(&seen, seen.element != within, ends.contains(&Some(at)));
            label.texts.push((seen, sight));
        }
        label
    }

    /// Whether it says nothing, at most in signs.
    pub fn is_empty(&self) -> bool {
        !self.texts.iter().any(|(seen, _)| is_text(seen.text))
    }

    /// The words that are seen, but for what is doubtful.
    pub fn words(&self) -> String {
        self.boxes(Sight::PerhapsIcon).join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// How a name says it. Words that may not be seen may be missing from the name.
    pub fn said_by(&self, name: &str) -> Said {
        // Most labels are one text in one box, and a name may be long.
        let mut known: HashMap<String, Said> = HashMap::new();
        let mut said = |label: String| *known.entry(label).or_insert_with_key(|label| said(label, name));
        if self.best(&mut said, Sight::Doubtful) == Said::Yes {
            return Said::Yes;
        }
        if !is_text(&self.words()) {
            return Said::Perhaps;
        }
        let found = self.best(&mut said, Sight::PerhapsIcon);
        let mut is_only_icon = || {
            let without_icons = self.boxes(Sight::Sure).join(" ");
            !is_text(&without_icons) || self.best(&mut said, Sight::Sure) == Said::Yes
        };
        if found != Said::Yes && is_only_icon() { Said::Perhaps } else { found }
    }

    /// Of all ways to read what stands in one line and next to each other, the one that fits best.
    fn best(&self, said: &mut impl FnMut(String) -> Said, worst_sight: Sight) -> Said {
        let mut boxes = self.boxes(worst_sight);
        boxes.retain(|text| is_text(text));
        let apart: Vec<&str> = self.texts(worst_sight).map(|seen| seen.text).collect();
        let whole = said(boxes.join(" "));
        if whole == Said::Yes || said(apart.join(" ")) == Said::Yes {
            return Said::Yes;
        }
        match boxes.iter().take(FEW).filter(|text| said((*text).clone()) == Said::Yes).count() {
            all if all == boxes.len() => Said::Yes,
            0 => whole,
            // A name may say the heading of a box and leave the rest to be read: which of them is the label?
            _ => Said::Perhaps,
        }
    }

    fn texts(&self, worst_sight: Sight) -> impl Iterator<Item = &Seen<'p>> {
        self.texts.iter().filter(move |(_, sight)| *sight <= worst_sight).map(|(seen, _)| seen)
    }

    /// What stands in one line without a break.
    fn boxes(&self, worst_sight: Sight) -> Vec<String> {
        let mut boxes = vec![String::new()];
        for seen in self.texts(worst_sight) {
            match boxes.last_mut() {
                Some(last) if seen.gap == Gap::Line => last.push_str(seen.text),
                _ => boxes.push(seen.text.to_owned()),
            }
        }
        boxes
    }

    fn sight(&self, seen: &Seen<'_>, has_own_element: bool, is_at_end: bool) -> Sight {
        let style = seen.element.style();
        let indent = style.get(Property::TextIndent);
        let is_indented = indent.is_some_and(|indent| indent.pixels().is_none_or(|pixels| pixels.abs() > 100.0));
        if is_indented || style.color.alpha <= 0.0 || !self.is_surely_there(seen.element) {
            return Sight::Doubtful;
        }
        // Fonts such as Material Icons draw an icon for a word in small letters (`search`, `more_vert`). Which font is used
        // is not known.
        let text = seen.text.trim();
        let is_word = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        let has_sheets = seen.element.page().has_style_sheets();
        let is_styled = seen.element.has_attribute("style") || (has_sheets && seen.element.has_attribute("class"));
        let is_icon = is_styled || seen.element.is("i") || seen.element.is_custom();
        match is_word && !text.is_empty() {
            true if text.contains('_') || (has_own_element && is_icon) => Sight::Doubtful,
            true if is_styled || (has_sheets && is_at_end) => Sight::PerhapsIcon,
            _ => Sight::Sure,
        }
    }

    /// Whether nothing between a text and what it labels can have moved it out of sight.
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
