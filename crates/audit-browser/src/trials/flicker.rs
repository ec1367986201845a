//! How often and on how much of the screen pictures of one place flash (WCAG 2.2, general flash and red flash thresholds,
//! <https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds>).

use super::picture::Picture;
use sada_audit::Color;

/// A change that counts, as a part of the luminance of white; what is lighter than `LIGHT` at its darkest does not.
const CHANGE: f32 = 0.1;
const LIGHT: f32 = 0.8;
/// A change of colour that counts, in the CIE 1976 UCS chromaticity diagram, from or to a red of this share.
const RED_CHANGE: f32 = 0.2;
const RED: f32 = 0.8;
/// More flashes than this in a second are too many.
const MOST: usize = 3;
/// Ten degrees of the field of vision are a box of so many CSS pixels.
pub const FIELD: (usize, usize) = (341, 256);

/// What flashes more than three times.
#[derive(Debug, PartialEq, Eq)]
pub struct Flicker {
    /// How often.
    pub times: u32,
    /// The largest share of a field of ten degrees that does.
    pub percent: u32,
    /// Whether it is a red flash.
    pub is_red: bool,
    /// One pixel of it.
    pub at: (usize, usize),
}

/// Looks at pictures of one second. `field` is how many of their pixels ten degrees are.
pub fn measure(frames: &[Picture], field: (usize, usize)) -> Option<Flicker> {
    let (width, height) = frames.first()?.size();
    let is_alike = frames.iter().all(|frame| frame.size() == (width, height));
    let mut flashing = vec![false; width * height];
    let (mut times, mut is_red, mut at) = (0, false, None);
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))).filter(|_| is_alike) {
        let colors: Vec<Color> = frames.iter().filter_map(|frame| frame.at(x, y)).collect();
        if colors.windows(2).all(|pair| pair[0] == pair[1]) {
            continue;
        }
        let (general, red) = (changes_of_light(&colors) / 2, changes_of_red(&colors) / 2);
        let flashes = general.max(red);
        if flashes > MOST {
            flashing[y * width + x] = true;
            times = times.max(flashes);
            is_red |= red > MOST;
            at.get_or_insert((x, y));
        }
    }
    let most = largest_share(&flashing, width, field);
    Some(Flicker {
        times: u32::try_from(times).unwrap_or(u32::MAX),
        percent: u32::try_from(most * 100 / (field.0 * field.1).max(1)).unwrap_or(u32::MAX),
        is_red,
        at: at?,
    })
}

/// How often the light goes up or down by a tenth of what white has, one against the other.
fn changes_of_light(colors: &[Color]) -> usize {
    let mut lights = colors.iter().map(|color| color.luminance());
    let Some(first) = lights.next() else { return 0 };
    let (mut low, mut high, mut is_rising, mut changes) = (first, first, None, 0);
    for light in lights {
        if is_rising != Some(true) && light - low >= CHANGE && low < LIGHT {
            (is_rising, high, changes) = (Some(true), light, changes + 1);
        } else if is_rising != Some(false) && high - light >= CHANGE && light < LIGHT {
            (is_rising, low, changes) = (Some(false), light, changes + 1);
        }
        if is_rising != Some(true) {
            low = low.min(light);
        }
        if is_rising != Some(false) {
            high = high.max(light);
        }
    }
    changes
}

/// How often a saturated red comes or goes.
fn changes_of_red(colors: &[Color]) -> usize {
    let Some(mut before) = colors.first().copied() else { return 0 };
    let mut changes = 0;
    for color in colors.iter().copied() {
        let (Some(one), Some(other)) = (chromaticity(before), chromaticity(color)) else { continue };
        let distance = (one.0 - other.0).hypot(one.1 - other.1);
        if distance > RED_CHANGE && (is_red(before) || is_red(color)) {
            changes += 1;
            before = color;
        }
    }
    changes
}

fn is_red(color: Color) -> bool {
    let [red, green, blue] = color.linear();
    red > 0.05 && red / (red + green + blue) >= RED
}

/// `u'` and `v'`; black has none.
fn chromaticity(color: Color) -> Option<(f32, f32)> {
    let [red, green, blue] = color.linear();
    let x = 0.4124 * red + 0.3576 * green + 0.1805 * blue;
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let z = 0.0193 * red + 0.1192 * green + 0.9505 * blue;
    let sum = x + 15.0 * y + 3.0 * z;
    (sum > 0.001).then(|| (4.0 * x / sum, 9.0 * y / sum))
}

/// The most flashing pixels in any box of the size of the field.
fn largest_share(flashing: &[bool], width: usize, (across, down): (usize, usize)) -> usize {
    let height = flashing.len() / width.max(1);
    // How many flash left of and above each corner.
    let mut sums = vec![0; (width + 1) * (height + 1)];
    let at = |x: usize, y: usize| y * (width + 1) + x;
    for (x, y) in (0..height).flat_map(|y| (0..width).map(move |x| (x, y))) {
        sums[at(x + 1, y + 1)] =
            sums[at(x, y + 1)] + sums[at(x + 1, y)] + usize::from(flashing[y * width + x]) - sums[at(x, y)];
    }
    let corners =
        (0..=height.saturating_sub(down)).flat_map(|y| (0..=width.saturating_sub(across)).map(move |x| (x, y)));
    let share = |(x, y): (usize, usize)| {
        let (right, bottom) = ((x + across).min(width), (y + down).min(height));
        sums[at(right, bottom)] + sums[at(x, y)] - sums[at(x, bottom)] - sums[at(right, y)]
    };
    corners.map(share).max().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{changes_of_light, changes_of_red, largest_share};
    use sada_audit::Color;

    #[test]
    fn changes_against_each_other_are_counted() {
        let grey = |value: f32| Color::opaque(value, value, value);
        let of = |values: &[f32]| changes_of_light(&values.iter().map(|value| grey(*value)).collect::<Vec<_>>());
        assert_eq!(of(&[0.0, 255.0, 0.0, 255.0, 0.0]), 4);
        assert_eq!(of(&[0.0, 90.0, 120.0, 180.0, 255.0]), 1, "it only grows lighter");
        assert_eq!(of(&[255.0, 240.0, 255.0, 240.0]), 0, "both are light");
        assert_eq!(of(&[100.0, 104.0, 100.0, 104.0]), 0, "too little to be seen");
        assert_eq!(of(&[]), 0);
    }

    #[test]
    fn saturated_red_is_counted_by_its_colour() {
        let (red, blue, pink) =
            (Color::opaque(255.0, 0.0, 0.0), Color::opaque(0.0, 0.0, 255.0), Color::opaque(255.0, 200.0, 200.0));
        assert_eq!(changes_of_red(&[red, blue, red, blue]), 3);
        assert_eq!(changes_of_red(&[pink, Color::WHITE, pink]), 0);
        assert_eq!(changes_of_red(&[red, Color::BLACK, red]), 0, "black has no colour");
    }

    #[test]
    fn the_largest_share_is_found_wherever_it_is() {
        let mut flashing = vec![false; 100];
        for place in [66, 67, 76, 77, 0] {
            flashing[place] = true;
        }
        assert_eq!(largest_share(&flashing, 10, (3, 3)), 4);
        assert_eq!(largest_share(&flashing, 10, (20, 20)), 5);
        assert_eq!(largest_share(&[], 0, (3, 3)), 0);
    }
}
