//! Targets for pointers, and how much room each has (WCAG 2.2, target, <https://www.w3.org/TR/WCAG22/#dfn-targets>).

use super::{Certainty, Element, Namespace, NodeId, Page, Property, Rect, Role, Value};
use std::collections::HashMap;

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

    fn center(&self) -> (f32, f32) {
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

fn around(a: Rect, b: Rect) -> Rect {
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
        && element.style().get(Property::PointerEvents) != Some(Value::Word("none"))
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

/// Targets by where they are. Each stands in at most four cells of the grid for its size, so that looking around is no
/// more work on a large page than on a small one.
#[derive(Debug)]
pub struct Neighbours<'t> {
    targets: &'t [Target],
    cells: HashMap<(u8, i32, i32), Vec<usize>>,
    side: f32,
}

/// Cells of the finest grid, in CSS pixels; those of the next are twice as wide.
const CELL: f32 = 32.0;
const GRIDS: u8 = 16;

impl<'t> Neighbours<'t> {
    /// Of these targets, where the circle around one that is too small is `side` wide.
    pub fn new(targets: &'t [Target], side: f32) -> Self {
        let mut cells: HashMap<_, Vec<usize>> = HashMap::new();
        for (at, target) in targets.iter().enumerate() {
            let reach = around(target.rect, circle(target, side));
            let largest = reach.width.max(reach.height);
            let grid = (0..GRIDS).find(|grid| width(*grid) >= largest).unwrap_or(GRIDS);
            over(grid, reach, |cell| cells.entry(cell).or_default().push(at));
        }
        Self { targets, cells, side }
    }

    /// Another target that the circle around this one meets: its box, or its own circle if it is too small too.
    pub fn too_near(&self, target: &Target) -> Option<&'t Target> {
        let mut found = None;
        let circle = circle(target, self.side);
        for grid in 0..=GRIDS {
            over(grid, circle, |cell| {
                let others = self.cells.get(&cell).into_iter().flatten().map(|at| &self.targets[*at]);
                found = found
                    .or(others.filter(|other| other.element != target.element).find(|other| self.meet(target, other)));
            });
        }
        found
    }

    fn meet(&self, target: &Target, other: &Target) -> bool {
        // To touch is not to intersect, and layout rounds.
        const SLACK: f32 = 0.5;
        let (x, y) = target.center();
        let radius = self.side / 2.0;
        let rect = other.rect;
        let distance = |dx: f32, dy: f32| dx.hypot(dy);
        let nearest = (x.clamp(rect.x, rect.x + rect.width), y.clamp(rect.y, rect.y + rect.height));
        let (other_x, other_y) = other.center();
        distance(x - nearest.0, y - nearest.1) + SLACK < radius
            || (!other.fits(self.side) && distance(x - other_x, y - other_y) + SLACK < self.side)
    }
}

/// The box around the circle of a target.
fn circle(target: &Target, side: f32) -> Rect {
    let (x, y) = target.center();
    Rect { x: x - side / 2.0, y: y - side / 2.0, width: side, height: side }
}

fn width(grid: u8) -> f32 {
    CELL * 2_f32.powi(i32::from(grid))
}

fn over(grid: u8, rect: Rect, mut each: impl FnMut((u8, i32, i32))) {
    #[expect(clippy::cast_possible_truncation, reason = "pages are not that large, and casts of floats saturate")]
    let cell = |at: f32| (at / width(grid)).floor() as i32;
    for column in cell(rect.x)..=cell(rect.x + rect.width) {
        for row in cell(rect.y)..=cell(rect.y + rect.height) {
            each((grid, column, row));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Neighbours, Target};
    use crate::page::{NodeId, Rect};

    fn target(at: usize, x: f32, y: f32, width: f32, height: f32) -> Target {
        Target { element: NodeId::from_index(at), rect: Rect { x, y, width, height } }
    }

    #[test]
    fn circles_must_not_meet_other_targets() {
        for (other, is_near) in [
            (target(2, 24.0, 0.0, 20.0, 20.0), false),
            (target(2, 20.0, 0.0, 20.0, 20.0), true),
            (target(2, 22.5, -100.0, 200.0, 300.0), false),
            (target(2, 21.0, -100.0, 200.0, 300.0), true),
            (target(2, -5000.0, 21.0, 90000.0, 40.0), true),
            (target(2, -5000.0, 22.5, 90000.0, 40.0), false),
            (target(2, 900.0, 0.0, 2.0, 2.0), false),
        ] {
            let own = target(1, 0.0, 0.0, 20.0, 20.0);
            let targets = [own, other];
            let found = Neighbours::new(&targets, 24.0).too_near(&own).copied();
            assert_eq!(found, is_near.then_some(other), "{other:?}");
        }
    }
}
