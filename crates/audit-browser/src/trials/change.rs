//! What differs between two pictures of the same place, and how far it stands out.

use super::picture::Picture;
use sada_audit::{Color, Rect};

/// Of the pixels near the edge of what has changed, so many of ten may stand out less.
const WEAK_OF_TEN: usize = 8;
/// What lies beside a pixel is the next one that has not changed, so many pixels away at most: the edges of letters and
/// curves are mixed with what is behind them, and have changed too.
const BESIDE: isize = 3;
const DIRECTIONS: [(isize, isize); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];
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
        let beside = DIRECTIONS.into_iter().filter_map(|(right, down)| {
            let step = |by: isize| (x.wrapping_add_signed(right * by), y.wrapping_add_signed(down * by));
            let next = (1..=BESIDE).map(step).find(|(x, y)| !has_changed(*x, *y));
            next.and_then(|(x, y)| now.at(x, y))
        });
        edges.extend(beside.map(|beside: Color| own.contrast(beside)).reduce(f32::max));
    }
    edges.sort_unstable_by(f32::total_cmp);
    edges.get(edges.len() * WEAK_OF_TEN / 10).map_or(highest, |beside| highest.max(*beside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;

    type Pixel = [u8; 3];
    const WHITE: Pixel = [255; 3];

    /// A picture of 40 × 20 pixels.
    fn picture(pixel: impl Fn(usize, usize) -> Pixel) -> Picture {
        let bytes: Vec<u8> =
            (0..20).flat_map(|y| (0..40).map(move |x| (x, y))).flat_map(|(x, y)| pixel(x, y)).collect();
        Picture::of_colors(&base64::engine::general_purpose::STANDARD.encode(bytes), (40, 20)).unwrap()
    }

    /// A white one with a box of another colour, from (10, 5) to (29, 14).
    fn with_box(color: Pixel) -> Picture {
        picture(move |x, y| if (10..30).contains(&x) && (5..15).contains(&y) { color } else { WHITE })
    }

    #[test]
    fn what_has_changed_is_the_box_around_all_that_differs() {
        let plain = picture(|_, _| WHITE);
        assert_eq!(area(&with_box([0, 0, 255]), &plain), Some(Rect { x: 10.0, y: 5.0, width: 20.0, height: 10.0 }));
        let corners = picture(|x, y| if (x, y) == (0, 0) || (x, y) == (39, 19) { [0; 3] } else { WHITE });
        assert_eq!(area(&corners, &plain), Some(Rect { x: 0.0, y: 0.0, width: 40.0, height: 20.0 }));
    }

    #[test]
    fn what_nobody_could_tell_apart_is_no_change() {
        let plain = picture(|_, _| WHITE);
        assert_eq!(area(&plain, &plain), None);
        assert_eq!(area(&with_box([252, 255, 252]), &plain), None);
        assert!(area(&with_box([251, 255, 255]), &plain).is_some());
        assert!((contrast(&with_box([252, 255, 252]), &plain) - 1.0).abs() < f32::EPSILON);
    }

    #[test]
    fn a_window_of_another_size_has_changed_everywhere() {
        let small = Picture::of_colors("////", (1, 1)).unwrap();
        assert_eq!(area(&picture(|_, _| WHITE), &small), Some(Rect { x: 0.0, y: 0.0, width: 40.0, height: 20.0 }));
    }

    #[test]
    fn contrast_is_to_what_was_there_or_to_what_is_beside() {
        let plain = picture(|_, _| WHITE);
        assert!((contrast(&with_box([0; 3]), &plain) - 21.0).abs() < 0.01);
        // Blue letters become black ones: the colours are near each other, and both stand out from the white around them.
        let (blue, black) = (with_box([0, 0, 200]), with_box([0; 3]));
        assert!(contrast(&black, &blue) > 10.0, "{}", contrast(&black, &blue));
        // A pale ring on white is hardly seen, and no better for a dark line beyond the gap within it.
        assert!(contrast(&with_box([230, 230, 230]), &plain) < 1.5);
        let lined = |x: usize, y: usize| (14..26).contains(&x) && (8..12).contains(&y);
        let button = |x: usize, y: usize| if lined(x, y) { [51; 3] } else { WHITE };
        let ring = |x: usize, y: usize| {
            (9..31).contains(&x) && (3..17).contains(&y) && !((12..28).contains(&x) && (6..14).contains(&y))
        };
        let with_ring = picture(|x, y| if ring(x, y) { [221; 3] } else { button(x, y) });
        assert!(contrast(&with_ring, &picture(button)) < 1.5, "{}", contrast(&with_ring, &picture(button)));
    }
}
