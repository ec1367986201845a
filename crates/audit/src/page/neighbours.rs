//! Which targets stand too near to each other (WCAG 2.2, 2.5.8, spacing).

use super::target::around;
use super::{Rect, Target};
use hashbrown::HashMap;

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
                let mut others = others.filter(|other| other.element != target.element);
                found = found.or_else(|| others.find(|other| self.meet(target, other)));
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
