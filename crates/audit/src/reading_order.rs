//! The order in which things are read where they stand: rows from the top, each from the side where lines begin.

use crate::page::{Element, Property, Rect};

/// How much of the smaller one two boxes must share to stand in one row or column.
const SHARED: f32 = 0.5;

/// What two stretches share, against the shorter one.
fn shared(a: f32, a_size: f32, b: f32, b_size: f32) -> f32 {
    let common = (a + a_size).min(b + b_size) - a.max(b);
    common / a_size.min(b_size).max(1.0)
}

/// Whether two boxes stand beside each other.
pub fn is_one_row(a: Rect, b: Rect) -> bool {
    shared(a.y, a.height, b.y, b.height) >= SHARED && shared(a.x, a.width, b.x, b.width) <= 0.0
}

/// Whether two boxes stand one below the other.
pub fn is_one_column(a: Rect, b: Rect) -> bool {
    shared(a.x, a.width, b.x, b.width) >= SHARED && shared(a.y, a.height, b.y, b.height) <= 0.0
}

/// Whether `a` is read before `b`, which stands in one row or column with it; `None` if it does not.
pub fn is_before(a: Rect, b: Rect, is_right_to_left: bool) -> Option<bool> {
    if is_one_column(a, b) {
        Some(a.y < b.y)
    } else if is_one_row(a, b) {
        Some((a.x < b.x) != is_right_to_left)
    } else {
        None
    }
}

/// Whether lines in an element begin at the right; `None` if they run from top to bottom, or nobody knows.
pub fn is_right_to_left(element: Element<'_>) -> Option<bool> {
    let value = |property| element.style().get(property);
    let is_horizontal = value(Property::WritingMode).is_some_and(|mode| mode.is("horizontal-tb"));
    value(Property::Direction).filter(|_| is_horizontal).map(|direction| direction.is("rtl"))
}

/// The place of each box in the reading order, if there is only one: every two stand one below the other, or beside each
/// other in the only row that holds more than one. Two such rows may be read as columns.
pub fn places(boxes: &[Rect], is_right_to_left: bool) -> Option<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in 0..boxes.len() {
        let meets = |row: &Vec<usize>| row.iter().any(|other| is_one_row(boxes[*other], boxes[at]));
        match rows.iter_mut().find(|row| meets(row)) {
            Some(row) => row.push(at),
            None => rows.push(vec![at]),
        }
    }
    let is_row = |row: &[usize]| pairs(row).all(|(a, b)| is_one_row(boxes[a], boxes[b]));
    if rows.iter().filter(|row| row.len() > 1).count() > 1 || !rows.iter().all(|row| is_row(row)) {
        return None;
    }
    let top = |row: &[usize]| row.iter().map(|at| boxes[*at].y).fold(f32::INFINITY, f32::min);
    let bottom = |row: &[usize]| row.iter().map(|at| boxes[*at].y + boxes[*at].height).fold(0.0, f32::max);
    rows.sort_by(|a, b| top(a).total_cmp(&top(b)));
    if rows.windows(2).any(|two| bottom(&two[0]) > top(&two[1])) {
        return None;
    }
    for row in &mut rows {
        row.sort_by(|a, b| boxes[*a].x.total_cmp(&boxes[*b].x));
        if is_right_to_left {
            row.reverse();
        }
    }
    let order: Vec<usize> = rows.concat();
    // One column, or one row: else what stands aside may be another column.
    let is_stacked = rows.windows(2).all(|two| {
        two[0].iter().all(|a| {
            two[1].iter().any(|b| is_one_column(boxes[*a], boxes[*b]))
                || two[1].iter().all(|b| two[0].iter().any(|a| is_one_column(boxes[*a], boxes[*b])))
        })
    });
    let mut places = vec![0; boxes.len()];
    order.iter().enumerate().for_each(|(place, at)| places[*at] = place);
    is_stacked.then_some(places)
}

fn pairs(row: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    row.iter().enumerate().flat_map(move |(at, a)| row[at + 1..].iter().map(move |b| (*a, *b)))
}

/// How many pairs are in the wrong order.
pub fn inversions(places: &[usize]) -> usize {
    let behind = |(at, place): (usize, &usize)| places[at + 1..].iter().filter(|later| *later < place).count();
    places.iter().enumerate().map(behind).sum()
}

#[cfg(test)]
mod tests {
    use super::{inversions, places};
    use crate::page::Rect;

    fn at(x: f32, y: f32) -> Rect {
        Rect { x, y, width: 90.0, height: 20.0 }
    }

    #[test]
    fn one_column_and_one_row_have_one_order() {
        assert_eq!(places(&[at(0.0, 60.0), at(0.0, 0.0), at(0.0, 30.0)], false), Some(vec![2, 0, 1]));
        assert_eq!(places(&[at(200.0, 0.0), at(0.0, 0.0), at(100.0, 5.0)], false), Some(vec![2, 0, 1]));
        assert_eq!(places(&[at(200.0, 0.0), at(0.0, 0.0), at(100.0, 5.0)], true), Some(vec![0, 2, 1]));
        assert_eq!(places(&[at(0.0, 0.0), at(0.0, 30.0), at(100.0, 30.0)], false), Some(vec![0, 1, 2]));
    }

    #[test]
    fn what_may_be_read_in_two_ways_has_none() {
        // Two columns, steps, and boxes that lie over each other.
        assert_eq!(places(&[at(0.0, 0.0), at(0.0, 30.0), at(100.0, 0.0), at(100.0, 30.0)], false), None);
        assert_eq!(places(&[at(0.0, 0.0), at(200.0, 30.0), at(400.0, 60.0)], false), None);
        assert_eq!(places(&[at(0.0, 0.0), at(10.0, 10.0), at(0.0, 60.0)], false), None);
    }

    #[test]
    fn inversions_are_pairs_in_the_wrong_order() {
        assert_eq!(inversions(&[0, 1, 2]), 0);
        assert_eq!(inversions(&[0, 2, 1]), 1);
        assert_eq!(inversions(&[2, 1, 0]), 3);
    }
}
