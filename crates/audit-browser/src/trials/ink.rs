//! What is drawn on a plain background, taken apart into lines and signs.

use super::picture::Picture;
use sada_audit::Color;
use std::collections::HashMap;

/// Side of the grid that a sign is compared in.
const GRID: usize = 10;

/// How far each pixel is from the background.
pub struct Contrasts {
    width: usize,
    height: usize,
    distances: Vec<f32>,
    /// The farthest, but for some stray pixels.
    full: f32,
}

impl Contrasts {
    /// `None` if the background is not plain, or nothing stands out from it, or half of it does.
    pub fn of(picture: &Picture) -> Option<Self> {
        let (width, height) = picture.size();
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
        let colors: Vec<Color> = pixels.map(|(x, y)| picture.at(x, y)).collect::<Option<_>>()?;
        let (background, _) = counts_of(&colors).into_iter().max_by_key(|(color, count)| (*count, *color))?;
        let far = |color: &Color| {
            let of_background = background.map(|step| f32::from(step) * 16.0 + 8.0);
            let channels = color.channels().map(f32::from);
            channels.iter().zip(of_background).map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
        };
        let distances: Vec<f32> = colors.iter().map(far).collect();
        let is_plain = distances.iter().filter(|distance| **distance <= 24.0).count() * 2 >= distances.len();
        let mut sorted: Vec<f32> = distances.iter().copied().filter(|distance| *distance > 40.0).collect();
        sorted.sort_unstable_by(f32::total_cmp);
        let full = *sorted.get(sorted.len().checked_sub(1 + sorted.len() / 20)?)?;
        (is_plain && full >= 60.0).then_some(Self { width, height, distances, full })
    }

    /// What differs by more than a part of the most that anything does.
    pub fn ink(&self, threshold: f32) -> Ink {
        let dark = self.distances.iter().map(|distance| *distance > self.full * threshold).collect();
        Ink { width: self.width, height: self.height, dark }
    }
}

/// The pixels that are no background.
pub struct Ink {
    width: usize,
    height: usize,
    dark: Vec<bool>,
}

/// Rows of a line: the first, and one behind the last.
pub type Line = (usize, usize);

/// One connected sign, or several that stand over each other, as in `i`.
pub struct Sign {
    pub left: usize,
    /// One behind the last column.
    pub right: usize,
    /// Its form, and how it stands in its line, from 0 to 1.
    form: Vec<f32>,
}

impl Sign {
    /// How far it is to the next one, on either side.
    pub fn gap(&self, next: &Sign) -> usize {
        self.left.max(next.left).saturating_sub(self.right.min(next.right))
    }

    /// How unlike two are.
    pub fn distance(&self, other: &Sign) -> f32 {
        self.form.iter().zip(&other.form).map(|(a, b)| (a - b).abs()).sum()
    }
}

impl Ink {
    fn at(&self, x: usize, y: usize) -> bool {
        self.dark[y * self.width + x]
    }

    /// Rows with ink in them, without a break.
    pub fn lines(&self) -> Vec<Line> {
        let has_ink = |y: usize| (0..self.width).any(|x| self.at(x, y));
        let rows: Vec<usize> = (0..self.height).filter(|y| has_ink(*y)).collect();
        let runs = rows.chunk_by(|a, b| a + 1 == *b).map(|run| (run[0], run[run.len() - 1] + 1));
        runs.filter(|(top, bottom)| bottom - top >= 4).collect()
    }

    /// The signs of a line, from the left.
    pub fn signs(&self, line: Line) -> Vec<Sign> {
        let mut boxes = self.connected(line);
        boxes.sort_unstable();
        let mut merged: Vec<Part> = Vec::new();
        for part in boxes {
            match merged.last_mut() {
                Some(last) if last.stands_over(&part) => last.take(part),
                _ => merged.push(part),
            }
        }
        // Specks of what was compressed.
        let is_sign = |part: &Part| part.pixels.len() >= 3;
        merged.into_iter().filter(is_sign).map(|part| part.to_sign(line)).collect()
    }

    /// Pixels that touch each other, at their corners too.
    fn connected(&self, (top, bottom): Line) -> Vec<Part> {
        let mut is_seen = vec![false; self.width * (bottom - top)];
        let mut parts = Vec::new();
        for start in (0..self.width).flat_map(|x| (top..bottom).map(move |y| (x, y))) {
            let mut open = vec![start];
            let mut pixels = Vec::new();
            while let Some((x, y)) = open.pop() {
                let seen = &mut is_seen[(y - top) * self.width + x];
                if !self.at(x, y) || std::mem::replace(seen, true) {
                    continue;
                }
                pixels.push((x, y));
                let columns = x.saturating_sub(1)..(x + 2).min(self.width);
                let rows = y.saturating_sub(1).max(top)..(y + 2).min(bottom);
                open.extend(columns.flat_map(|x| rows.clone().map(move |y| (x, y))));
            }
            if let Some(left) = pixels.iter().map(|(x, _)| *x).min() {
                let right = pixels.iter().map(|(x, _)| *x + 1).max().unwrap_or(left);
                parts.push(Part { left, right, pixels });
            }
        }
        parts
    }
}

/// Connected pixels.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    left: usize,
    right: usize,
    pixels: Vec<(usize, usize)>,
}

impl Part {
    /// Whether most of the narrower one is over or under the other.
    fn stands_over(&self, other: &Part) -> bool {
        let shared = self.right.min(other.right).saturating_sub(self.left.max(other.left));
        shared * 2 > (self.right - self.left).min(other.right - other.left)
    }

    fn take(&mut self, other: Part) {
        self.left = self.left.min(other.left);
        self.right = self.right.max(other.right);
        self.pixels.extend(other.pixels);
    }

    fn to_sign(&self, (top, bottom): Line) -> Sign {
        let rows = || self.pixels.iter().map(|(_, y)| *y);
        let (first, last) = (rows().min().unwrap_or(top), rows().max().unwrap_or(top));
        let (width, height) = (self.right - self.left, last + 1 - first);
        let mut counts = vec![0_usize; GRID * GRID];
        // Each pixel covers a part of the grid; small signs cover several cells with one.
        for (x, y) in &self.pixels {
            let cells = |from: usize, size: usize| from * GRID / size..((from + 1) * GRID).div_ceil(size);
            for row in cells(y - first, height) {
                for column in cells(x - self.left, width) {
                    counts[row * GRID + column] += 1;
                }
            }
        }
        let most = counts.iter().copied().max().unwrap_or(1).max(1);
        let mut form: Vec<f32> = counts.into_iter().map(|count| ratio(count, most)).collect();
        // How large it is and where it stands counts as much as a row or two of the grid.
        #[expect(clippy::cast_precision_loss, reason = "the grid has a hundred cells")]
        let weight = (GRID * 2) as f32;
        let line = bottom - top;
        form.extend([ratio(width, line), ratio(height, line), ratio(first - top, line)].map(|part| part * weight));
        Sign { left: self.left, right: self.right, form }
    }
}

/// How often each colour comes up, in steps of sixteen.
fn counts_of(colors: &[Color]) -> Vec<([u8; 3], usize)> {
    let mut counts = HashMap::new();
    for color in colors {
        *counts.entry(color.channels().map(|channel| channel / 16)).or_default() += 1;
    }
    counts.into_iter().collect()
}

/// A part of a whole.
#[expect(clippy::cast_precision_loss, reason = "counts of pixels and letters are small")]
pub fn ratio(part: usize, whole: usize) -> f32 {
    part as f32 / whole as f32
}
