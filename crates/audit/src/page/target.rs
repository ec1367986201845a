//! Targets for pointers, and how much room each has (WCAG 2.2, target, <https://www.w3.org/TR/WCAG22/#dfn-targets>).

use super::{Certainty, Element, Namespace, NodeId, Page, Property, Rect, Role, Value};

/// A region that takes clicks and touches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Target {
    /// What it belongs to.
    pub element: NodeId,
    /// The box around all that takes them: its own, that of what stands in it, and its labels'.
    pub rect: Rect,
}

impl Target {
    /// Whether a square of this many CSS pixels fits in.
    pub fn fits(&self, side: f32) -> bool {
        // Layout rounds.
        const SLACK: f32 = 0.1;
        self.rect.width + SLACK >= side && self.rect.height + SLACK >= side
    }

    pub(super) fn center(&self) -> (f32, f32) {
        (self.rect.x + self.rect.width / 2.0, self.rect.y + self.rect.height / 2.0)
    }
}

impl Page {
    /// Whether the source knows all boxes of `::before` and `::after`, those that paint nothing included: they take clicks
    /// for their element.
    pub fn knows_generated_reach(&self) -> bool {
        self.generated_reach.is_some()
    }

    /// Everything that certainly takes clicks and touches and can be seen, where there is a layout.
    pub fn targets(&self) -> &[Target] {
        self.targets.get_or_init(|| {
            let boxes = self.boxes_of_all_in_them();
            let of = |element: Element<'_>| boxes[element.id().index()];
            let mut targets = Vec::new();
            for element in self.elements().filter(|element| is_target(*element)) {
                let labels = element.labels().filter(|label| label.visible() == Certainty::Yes).filter_map(of);
                let Some(own) = of(element) else { continue };
                let labels = labels.filter(|rect| is_sane(*rect));
                targets.push(Target { element: element.id(), rect: labels.fold(own, around) });
            }
            targets
        })
    }

    /// For each node the box around it and all that stands in it.
    fn boxes_of_all_in_them(&self) -> Vec<Option<Rect>> {
        let mut boxes: Vec<Option<Rect>> = vec![None; self.nodes.len()];
        let order: Vec<Element<'_>> = self.flat_order().collect();
        for element in order.into_iter().rev() {
            let at = element.id().index();
            let texts = element.own_texts().flat_map(|(id, _)| self.text_boxes(id)).copied();
            let added = self.generated_reach.as_ref().and_then(|reach| reach.get(&element.id())).copied();
            let all = element.rect().into_iter().chain(texts).chain(added).chain(boxes[at]);
            boxes[at] = all.filter(|rect| is_sane(*rect)).reduce(around);
            if let (Some(parent), Some(own)) = (element.flat_parent(), boxes[at]) {
                let above = &mut boxes[parent.id().index()];
                *above = Some(above.map_or(own, |above| around(above, own)));
            }
        }
        boxes
    }
}

/// The box around two.
pub(super) fn around(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    let (right, bottom) = ((a.x + a.width).max(b.x + b.width), (a.y + a.height).max(b.y + b.height));
    Rect { x, y, width: right - x, height: bottom - y }
}

/// Neither empty nor larger than any page: what the grid can hold.
fn is_sane(rect: Rect) -> bool {
    const FARTHEST: f32 = 1e6;
    !rect.is_empty() && [rect.x, rect.y, rect.width, rect.height].iter().all(|side| side.abs() < FARTHEST)
}

/// Links and controls of HTML, and what has the role of one and can be focused.
fn is_target(element: Element<'_>) -> bool {
    element.namespace() == Namespace::Html
        && !element.is("area")
        && element.rect().is_some_and(is_sane)
        && element.is_focusable()
        && is_operated(element)
        && element.visible() == Certainty::Yes
        && element.style().get(Property::PointerEvents) != Some(Value::word("none"))
}

fn is_operated(element: Element<'_>) -> bool {
    const OPERATED: &[&str] = &["button", "input", "select", "summary", "textarea"];
    OPERATED.contains(&element.name())
        || (element.is("a") && element.has_attribute("href"))
        || matches!(
            element.role(),
            Role::Button | Role::Link | Role::Checkbox | Role::Radio | Role::Switch | Role::Tab | Role::MenuItem
        )
}
