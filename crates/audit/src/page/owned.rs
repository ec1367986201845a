//! What stands in what for assistive technologies: the flat tree with `aria-owns` followed (WAI-ARIA 1.2, 6.6.4,
//! <https://www.w3.org/TR/wai-aria-1.2/#aria-owns>).

use super::{Element, NodeId, Page, Role};
use hashbrown::HashMap;

/// Who has taken whom, made on first use.
#[derive(Debug, Default)]
pub(super) struct Ownership {
    owner: HashMap<NodeId, NodeId>,
    owned: HashMap<NodeId, Vec<NodeId>>,
}

/// Deeper than any tree a source gives with all its owners.
const DEEPEST: usize = 1000;

impl Ownership {
    fn new(page: &Page) -> Self {
        let mut ownership = Self::default();
        for owner in page.elements().filter(|element| element.has_attribute("aria-owns")) {
            for taken in owner.referenced("aria-owns") {
                // Nobody is owned twice, by itself, or by what stands in it.
                if ownership.owner.contains_key(&taken.id()) || ownership.is_within(owner, taken) {
                    continue;
                }
                ownership.owner.insert(taken.id(), owner.id());
                ownership.owned.entry(owner.id()).or_default().push(taken.id());
            }
        }
        ownership
    }

    /// Whether it stands in `outer`; also said of what stands too deep to ask, so that no chain of owners is endless.
    fn is_within(&self, element: Element<'_>, outer: Element<'_>) -> bool {
        let up = |at: &Element<'_>| match self.owner.get(&at.id()) {
            Some(owner) => element.page().element(*owner),
            None => element.page().element(at.id())?.flat_parent(),
        };
        let around = std::iter::successors(Some(element), up).enumerate();
        around.take(DEEPEST + 1).any(|(depth, at)| at == outer || depth == DEEPEST)
    }
}

impl Page {
    fn ownership(&self) -> &Ownership {
        self.ownership.get_or_init(|| Ownership::new(self))
    }
}

impl<'p> Element<'p> {
    /// The nodes in it: those of the flat tree that nobody else owns, then those it owns.
    pub(super) fn owned_nodes(self) -> impl Iterator<Item = NodeId> + 'p {
        let ownership = self.page().ownership();
        let owned = ownership.owned.get(&self.id()).map_or(&[][..], Vec::as_slice);
        let own = self.flat_children().filter(|child| !ownership.owner.contains_key(child));
        own.chain(owned.iter().copied())
    }

    /// What it stands in for assistive technologies: its owner, else its parent in the flat tree.
    pub fn owner(self) -> Option<Element<'p>> {
        match self.page().ownership().owner.get(&self.id()) {
            Some(owner) => self.page().element(*owner),
            None => self.flat_parent(),
        }
    }

    /// The nearest element around it that means something: owners are followed, and elements without a role, generic
    /// and presentational ones are passed through, unless they have a global state or property (WAI-ARIA 1.2, 5.2.7).
    pub fn accessibility_parent(self) -> Option<Element<'p>> {
        std::iter::successors(self.owner(), |at| at.owner()).find(|at| !at.is_passed_through())
    }

    /// The nearest elements in it that mean something, in order: `aria-owns` is followed, elements without a role,
    /// generic and presentational ones are passed through, hidden ones left out (WAI-ARIA 1.2, 5.2.6).
    pub fn accessibility_children(self) -> Vec<Element<'p>> {
        let mut found = Vec::new();
        let mut open = vec![self.owned_nodes().collect::<Vec<_>>().into_iter()];
        while let Some(level) = open.last_mut() {
            let Some(id) = level.next() else {
                open.pop();
                continue;
            };
            let Some(child) = self.page().element(id).filter(|child| !child.is_programmatically_hidden()) else {
                continue;
            };
            if child.is_passed_through() {
                open.push(child.owned_nodes().collect::<Vec<_>>().into_iter());
            } else {
                found.push(child);
            }
        }
        found
    }

    /// Without a meaning of its own, and without a global state or property, which would put it in the accessibility
    /// tree (WAI-ARIA 1.2, 7.1, <https://www.w3.org/TR/wai-aria-1.2/#tree_inclusion>).
    pub fn is_passed_through(self) -> bool {
        matches!(self.role(), Role::None | Role::Generic | Role::Unmapped) && !self.has_global_attribute()
    }
}
