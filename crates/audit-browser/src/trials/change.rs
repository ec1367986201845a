//! What differs between two pictures of the same place, and how far it stands out.

use super::picture::Picture;
use sada_audit::{Color, Rect};

/// Of the pixels near the edge of what has changed, so many of ten may stand out less.
const WEAK_OF_TEN: usize = 8;
/// Pixels from one to what lies beside it: the edges of letters and curves are mixed with what is behind them.
const BESIDE: usize = 3;
/// Steps of 255 in one of red, green and blue that are no change.
const NOTHING: u8 = 3;

/// Where two pictures differ; `None` where nobody could tell them apart. Drawn again, edges may differ by a step or two.
#[expect(clippy::cast_precision_loss, reason = "pictures are some thousand pixels wide")]
pub fn area(now: &Picture, before: &Picture) -> Option<Rect> {
    let (width, height) = now.size();
    if before.size() != (width, height) {
        return Some(Rect { x: 0.0, y: 0.0, width: width as f32, height: height as f32 });
    }
    let changed = (0..height).flat_map(|y| now.changes_in_row(before, y, NOTHING).map(move |x| (x, y)));
    let corners = changed.fold(None, |corners, (x, y)| {
        let (left, top, right, bottom) = corners.unwrap_or((x, y, x, y));
        Some((left.min(x), top.min(y), right.max(x), bottom.max(y)))
    });
    corners.map(|(left, top, right, bottom)| Rect {
        x: left as f32,
        y: top as f32,
        width: (right - left + 1) as f32,
        height: (bottom - top + 1) as f32,
    })
}

/// The highest contrast between a pixel and what it was before, or, if higher, the one that two of ten pixels near the edge
/// of what has changed have to what lies beside them; 1 if nothing has changed. Letters of another colour change little, and
/// stand out from what is behind them all the same.
pub fn contrast(now: &Picture, before: &Picture) -> f32 {
    let (width, height) = now.size();
    if before.size() != (width, height) {
        return 1.0;
    }
    let has_changed = |x: usize, y: usize| now.differs(before, x, y, NOTHING);
    let mut highest: f32 = 1.0;
    let mut edges = Vec::new();
    for (x, y) in (0..height).flat_map(|y| now.changes_in_row(before, y, NOTHING).map(move |x| (x, y))) {
        let (Some(own), Some(old)) = (now.at(x, y), before.at(x, y)) else { continue };
        highest = highest.max(own.contrast(old));
        let around = [(x + BESIDE, y), (x, y + BESIDE), (x.wrapping_sub(BESIDE), y), (x, y.wrapping_sub(BESIDE))];
        let beside = around.into_iter().filter(|(x, y)| !has_changed(*x, *y)).filter_map(|(x, y)| now.at(x, y));
        edges.extend(beside.map(|beside: Color| own.contrast(beside)).reduce(f32::max));
    }
    edges.sort_unstable_by(f32::total_cmp);
    edges.get(edges.len() * WEAK_OF_TEN / 10).map_or(highest, |beside| highest.max(*beside))
}
