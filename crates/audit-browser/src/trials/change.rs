//! What differs between two pictures of the same place, and how far it stands out.

use super::picture::Picture;
use sada_audit::Color;

/// Of the pixels near the edge of what has changed, so many of ten may stand out less.
const WEAK_OF_TEN: usize = 8;
/// Pixels from one to what lies beside it: the edges of letters and curves are mixed with what is behind them.
const BESIDE: usize = 3;

/// The highest contrast between a pixel and what it was before, or, if higher, the one that two of ten pixels near the edge
/// of what has changed have to what lies beside them; 1 if nothing has changed. Letters of another colour change little, and
/// stand out from what is behind them all the same.
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
        let around = [(x + BESIDE, y), (x, y + BESIDE), (x.wrapping_sub(BESIDE), y), (x, y.wrapping_sub(BESIDE))];
        let beside = around.into_iter().filter(|(x, y)| !has_changed(*x, *y)).filter_map(|(x, y)| now.at(x, y));
        edges.extend(beside.map(|beside: Color| own.contrast(beside)).reduce(f32::max));
    }
    edges.sort_unstable_by(f32::total_cmp);
    edges.get(edges.len() * WEAK_OF_TEN / 10).map_or(highest, |beside| highest.max(*beside))
}
