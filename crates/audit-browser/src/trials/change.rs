//! What differs between two pictures of the same place, and how far it stands out.

use super::picture::Picture;
use sada_audit::Color;

/// Of the pixels at the edge of what has changed, so many of ten may stand out less.
const WEAK_OF_TEN: usize = 6;

/// The highest contrast between a pixel and what it was before, or, if higher, the one that four of ten pixels at the edge
/// of what has changed have to what lies right beside them; 1 if nothing has changed.
pub fn contrast(now: &Picture, before: &Picture) -> f32 {
    let (width, height) = now.size();
    if before.size() != (width, height) {
        return 1.0;
    }
    let has_changed = |x: usize, y: usize| now.at(x, y) != before.at(x, y);
    let mut highest: f32 = 1.0;
    let mut edges = Vec::new();
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        let (Some(own), Some(old)) = (now.at(x, y), before.at(x, y)) else { continue };
        if own == old {
            continue;
        }
        highest = highest.max(own.contrast(old));
        let around = [(x + 1, y), (x, y + 1), (x.wrapping_sub(1), y), (x, y.wrapping_sub(1))];
        let beside = around.into_iter().filter(|(x, y)| !has_changed(*x, *y)).filter_map(|(x, y)| now.at(x, y));
        edges.extend(beside.map(|beside: Color| own.contrast(beside)).reduce(f32::max));
    }
    edges.sort_unstable_by(f32::total_cmp);
    edges.get(edges.len() * WEAK_OF_TEN / 10).map_or(highest, |beside| highest.max(*beside))
}
