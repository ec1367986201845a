//! The texts of a page that somebody has to read, and what each is painted on.

use super::{Backdrop, Color, Element, Namespace, NodeId, Page};
use hashbrown::HashMap;

/// A text that has to stand out from what is behind it.
#[derive(Debug)]
pub(crate) struct Lettering {
    element: NodeId,
    /// One of the element's own texts.
    pub text: NodeId,
    /// Its place among the backdrops of the page: of a million texts most are painted alike.
    backdrop: u32,
}

/// All texts that are read, and what they are painted on.
#[derive(Debug, Default)]
pub(super) struct Letterings {
    all: Vec<Lettering>,
    backdrops: Vec<Backdrop>,
}

impl Letterings {
    fn new(page: &Page) -> Self {
        let mut letterings = Self::default();
        let mut places: HashMap<[u64; 5], u32> = HashMap::new();
        let disabled = disabled(page);
        for element in page.elements().filter(|element| is_read(*element) && !disabled[element.id().index()]) {
            for (text, _) in element.own_texts().filter(|(_, text)| says_something(text)) {
                let backdrop = element.backdrop(text);
                let backdrop = *places.entry(coded(&backdrop)).or_insert_with(|| {
                    letterings.backdrops.push(backdrop);
                    u32::try_from(letterings.backdrops.len() - 1).expect("there are not more of them than nodes")
                });
                letterings.all.push(Lettering { element: element.id(), text, backdrop });
            }
        }
        letterings
    }
}

/// What tells a backdrop from others.
fn coded(backdrop: &Backdrop) -> [u64; 5] {
    let pair = |a: f32, b: f32| (u64::from(a.to_bits()) << 32) | u64::from(b.to_bits());
    let both = |color: &Color| [pair(color.red, color.green), pair(color.blue, color.alpha)];
    match backdrop {
        Backdrop::Known { text, behind } => {
            let ([a, b], [c, d]) = (both(text), both(behind));
            [0, a, b, c, d]
        }
        Backdrop::Unknown(reason) => [1, reason.as_ptr().addr() as u64, reason.len() as u64, 0, 0],
    }
}

impl Page {
    /// In document order, elements with their own texts that say something and can be seen. What belongs to a disabled
    /// control is left out (WCAG 1.4.3, inactive components).
    pub(crate) fn lettering(&self) -> impl Iterator<Item = (Element<'_>, &[Lettering])> {
        let of_one = self.letterings().all.chunk_by(|a, b| a.element == b.element);
        of_one.map(|texts| (Element { page: self, id: texts[0].element }, texts))
    }

    /// What a text is painted on.
    pub(crate) fn backdrop_of(&self, text: &Lettering) -> Backdrop {
        self.letterings().backdrops[text.backdrop as usize]
    }

    fn letterings(&self) -> &Letterings {
        self.lettering.get_or_init(|| Letterings::new(self))
    }
}

fn is_read(element: Element<'_>) -> bool {
    element.namespace() == Namespace::Html
        && element.own_texts().any(|(_, text)| says_something(text))
        && !["option", "optgroup"].iter().any(|name| element.is(name))
        && element.has_visible_text()
}

/// Letters or digits of any script. Signs alone say nothing in any language.
fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Which nodes are part of a control that cannot be used, or of its label.
fn disabled(page: &Page) -> Vec<bool> {
    let is_inactive =
        |element: Element<'_>| element.is_disabled() || element.attribute("aria-disabled") == Some("true");
    let mut disabled = vec![false; page.nodes.len()];
    for element in page.flat_order() {
        let is_around = element.flat_parent().is_some_and(|around| disabled[around.id().index()]);
        disabled[element.id().index()] = is_around || is_inactive(element) || element.names().any(is_inactive);
    }
    disabled
}
