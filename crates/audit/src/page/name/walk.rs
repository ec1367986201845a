//! The steps of the computation, in their order (`AccName` 1.2, 4.3.2,
//! <https://www.w3.org/TR/accname-1.2/#computation-steps>).

use super::{Names, Part, control, native};
use crate::page::{Element, Naming, NodeId, Page, Role};

/// Deeper than any tree a source gives, and shallow enough for any stack.
const DEEPEST: usize = 600;
/// Nobody listens to more than this many bytes; it bounds what hostile pages cost.
const LONGEST: usize = 20_000;

/// Why an element is asked for its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reason {
    /// It is its name that is wanted.
    Asked,
    /// `aria-labelledby` or `aria-describedby` points at it.
    Referenced,
    /// It is what another element's language calls a label: a `label`, `legend`, `caption` …
    Label,
    /// It stands in something whose content is read.
    Content,
}

/// One computation.
pub(super) struct Walk<'p> {
    page: &'p Page,
    names: &'p Names,
    /// Whose name it is.
    asked: Option<NodeId>,
    depth: usize,
    /// What was visited, to be let go of afterwards.
    visited: Vec<NodeId>,
    /// In something that is pointed at: pointers in there are not followed (step 2B).
    in_reference: bool,
    /// In something pointed at, or a label, that is itself hidden: there, hidden text counts (step 2A).
    in_hidden: bool,
    /// Grows when a pointer or label is followed, or something was left out because it was visited: what contributes
    /// then is not the same for everybody.
    own_ways: usize,
    /// Pointers and labels being followed.
    following: usize,
    /// The only pointer being followed was followed before anything was visited.
    is_fresh: bool,
    /// Words that could not be found out.
    doubts: usize,
}

impl<'p> Walk<'p> {
    pub fn new(page: &'p Page) -> Self {
        Self {
            page,
            names: page.names(),
            asked: None,
            depth: 0,
            visited: Vec::new(),
            in_reference: false,
            in_hidden: false,
            own_ways: 0,
            following: 0,
            is_fresh: false,
            doubts: 0,
        }
    }

    pub fn is_certain(&self) -> bool {
        self.doubts == 0
    }

    pub fn doubt(&mut self) {
        self.doubts += 1;
    }

    /// Whether so much was looked at that the rest of the words is not.
    pub fn is_exhausted(&mut self) -> bool {
        let is_exhausted = self.page.is_exhausted();
        self.doubts += usize::from(is_exhausted);
        is_exhausted
    }

    pub fn is_long_enough(text: &str) -> bool {
        text.len() > LONGEST
    }

    /// The name of an element, its white space as found.
    pub fn name(&mut self, element: Element<'p>) -> String {
        let mut name = String::new();
        self.asked = Some(element.id());
        self.text(element, Reason::Asked, &mut name);
        name
    }

    /// The texts of all elements that an attribute points at.
    pub fn references(&mut self, element: Element<'p>, attribute: &str, out: &mut String) {
        let (in_hidden, in_reference) = (self.in_hidden, self.in_reference);
        self.own_ways += 1;
        self.following += 1;
        let is_fresh = self.following == 1 && self.visited.is_empty();
        for target in element.referenced(attribute) {
            // Each is read by itself: what the first has in common with the second is said twice.
            let visited = self.visited.len();
            self.in_reference = true;
            // In what it stands in itself, an element reads its own label instead of its value.
            let is_in = |asked: Element<'p>| asked.flat_lineage().any(|around| around == target);
            self.is_fresh = is_fresh && !self.asked.and_then(|id| self.page.element(id)).is_some_and(is_in);
            self.in_hidden = in_hidden || target.is_programmatically_hidden();
            out.push(' ');
            self.text(target, Reason::Referenced, out);
            self.leave(visited);
        }
        self.following -= 1;
        // What is followed next is another thing.
        self.is_fresh = false;
        (self.in_hidden, self.in_reference) = (in_hidden, in_reference);
        out.push(' ');
    }

    /// The text of what is a label of `element` by its language.
    pub fn label(&mut self, label: Element<'p>, out: &mut String) {
        let in_hidden = self.in_hidden;
        self.own_ways += 1;
        self.following += 1;
        self.in_hidden |= label.is_programmatically_hidden();
        self.text(label, Reason::Label, out);
        self.following -= 1;
        self.in_hidden = in_hidden;
    }

    /// Adds the text alternative of an element to `out`; returns whether it says anything.
    pub fn text(&mut self, element: Element<'p>, reason: Reason, out: &mut String) -> bool {
        // Step 2A: what is hidden has no text, unless it was pointed at.
        if (!self.in_hidden && element.is_programmatically_hidden())
            || self.depth > DEEPEST
            || Self::is_long_enough(out)
        {
            return false;
        }
        if self.is_exhausted() {
            return false;
        }
        let seen = &self.names.visited[element.id().index()];
        if seen.get() && reason != Reason::Referenced {
            self.own_ways += 1;
            return false;
        }
        let Some(part) = self.part(element, reason) else { return self.steps(element, reason, out) };
        let key = (element.id(), part);
        if let Some(known) = self.names.parts.borrow().get(&key) {
            out.push_str(known);
            self.page.effort.count_text(known);
            return says(known);
        }
        let (start, own_ways, doubts) = (out.len(), self.own_ways, self.doubts);
        let is_said = self.steps(element, reason, out);
        if (own_ways, doubts) == (self.own_ways, self.doubts) && !Self::is_long_enough(out) {
            self.names.parts.borrow_mut().insert(key, out[start..].into());
        }
        is_said
    }

    /// How to remember what an element contributes, if that can be the same for everybody: nothing it could meet again
    /// was visited, and it is one that is asked about often.
    fn part(&self, element: Element<'p>, reason: Reason) -> Option<Part> {
        if self.in_hidden || self.asked == Some(element.id()) {
            return None;
        }
        match reason {
            Reason::Referenced => self.is_alone().then_some(Part::Referenced),
            Reason::Content if self.following == 0 && is_named_by_content(element) => Some(Part::Content),
            Reason::Content if self.is_alone() && is_named_by_content(element) => Some(Part::ContentOfReferenced),
            _ => None,
        }
    }

    fn is_alone(&self) -> bool {
        self.is_fresh && self.following == 1
    }

    fn steps(&mut self, element: Element<'p>, reason: Reason, out: &mut String) -> bool {
        self.depth += 1;
        let is_said = self.steps_of(element, reason, out);
        self.depth -= 1;
        is_said
    }

    fn steps_of(&mut self, element: Element<'p>, reason: Reason, out: &mut String) -> bool {
        let start = out.len();
        // Step 2B: pointers, unless this was pointed at.
        if !self.in_reference && element.has_attribute("aria-labelledby") {
            self.references(element, "aria-labelledby", out);
            if says_from(out, start) {
                return true;
            }
        }
        // Only now: an element may point at itself among others.
        self.visit(element);
        self.steps_of_own(element, element.base_role(), reason, out, start)
    }

    /// Steps 2C to 2I.
    fn steps_of_own(
        &mut self,
        element: Element<'p>,
        role: Role,
        reason: Reason,
        out: &mut String,
        start: usize,
    ) -> bool {
        // Step 2C: in somebody else's name a control counts with its value.
        if reason != Reason::Asked && self.asked != Some(element.id()) && control::value(self, element, role, out) {
            return says_from(out, start);
        }
        // Step 2D
        if let Some(label) = element.attribute("aria-label").filter(|label| says(label)) {
            out.push_str(label);
            return true;
        }
        // Step 2E
        out.truncate(start);
        if role != Role::None {
            native::text(self, element, role, out);
        }
        if says_from(out, start) {
            return true;
        }
        // Steps 2F to 2H
        out.truncate(start);
        if reason != Reason::Asked || is_named_by_content(element) {
            self.content(element, out);
            if says_from(out, start) {
                return true;
            }
        }
        // Step 2I
        let title = if role == Role::None { None } else { native::tooltip(element) };
        if let Some(title) = title {
            out.truncate(start);
            out.push_str(title);
        }
        says_from(out, start)
    }

    fn visit(&mut self, element: Element<'p>) {
        if !self.names.visited[element.id().index()].replace(true) {
            self.visited.push(element.id());
        }
    }

    /// Lets go of all that was visited since there were `count`.
    fn leave(&mut self, count: usize) {
        for id in self.visited.drain(count..) {
            self.names.visited[id.index()].set(false);
        }
    }

    /// Whether hidden text counts where it stands.
    pub fn reads_hidden(&self) -> bool {
        self.in_hidden
    }

    pub fn page(&self) -> &'p Page {
        self.page
    }
}

impl Drop for Walk<'_> {
    fn drop(&mut self) {
        self.leave(0);
    }
}

/// Whether its role or its element lets it be named by what stands in it.
pub(super) fn is_named_by_content(element: Element<'_>) -> bool {
    element.base_role().naming() == Naming::Contents || (element.is("summary") && element.base_role() == Role::Unmapped)
}

pub(super) fn says(text: &str) -> bool {
    !text.trim().is_empty()
}

pub(super) fn says_from(text: &str, start: usize) -> bool {
    says(&text[start..])
}
