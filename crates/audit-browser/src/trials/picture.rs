//! Pictures of the page, and the pixels in them.

use crate::probe::{Probe, Stopped};
use base64::Engine;
use sada_audit::{Color, Rect};
use serde_json::{Value, json};

/// A picture of the page or of a part of it.
#[derive(PartialEq, Eq)]
pub struct Picture {
    width: usize,
    height: usize,
    /// Bytes of a pixel: 3 or 4.
    step: usize,
    bytes: Vec<u8>,
}

impl Picture {
    /// What the window shows, one pixel for a CSS pixel.
    pub fn of_window(probe: &Probe<'_>) -> Result<Option<Self>, Stopped> {
        Self::take(probe, &json!({ "format": "png", "optimizeForSpeed": true }))
    }

    /// A part of what the window shows, `scale` pixels for a CSS pixel: lines that are thinner than a pixel, and pale for
    /// that, have their own colour in it. `area` is measured from the corner of the page.
    pub fn close_up(probe: &Probe<'_>, area: Rect, scale: f32) -> Result<Option<Self>, Stopped> {
        let Rect { x, y, width, height } = area;
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": scale });
        Self::take(probe, &json!({ "format": "png", "optimizeForSpeed": true, "clip": clip }))
    }

    fn take(probe: &Probe<'_>, params: &Value) -> Result<Option<Self>, Stopped> {
        let answer: Value = probe.call("Page.captureScreenshot", params)?;
        Ok(Self::decode(answer["data"].as_str().unwrap_or_default()))
    }

    /// A picture as the browser sends it: PNG in base64.
    fn decode(data: &str) -> Option<Self> {
        base64::engine::general_purpose::STANDARD.decode(data).ok().and_then(|png| Self::read(&png))
    }

    /// A picture from red, green and blue of all its pixels, in base64.
    pub fn of_colors(data: &str, (width, height): (usize, usize)) -> Option<Self> {
        let bytes = base64::engine::general_purpose::STANDARD.decode(data).ok()?;
        (bytes.len() == width * height * 3).then_some(Self { width, height, step: 3, bytes })
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    fn read(png: &[u8]) -> Option<Self> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png)).read_info().ok()?;
        let mut bytes = vec![0; decoder.output_buffer_size()?];
        let info = decoder.next_frame(&mut bytes).ok()?;
        let step = match info.color_type {
            png::ColorType::Rgb => 3,
            png::ColorType::Rgba => 4,
            _ => return None,
        };
        Some(Self { width: info.width as usize, height: info.height as usize, step, bytes })
    }

    /// The colour of a pixel.
    pub fn at(&self, x: usize, y: usize) -> Option<Color> {
        if x >= self.width || y >= self.height {
            return None;
        }
        let start = (y * self.width + x) * self.step;
        let pixel = self.bytes.get(start..start + 3)?;
        Some(Color::opaque(f32::from(pixel[0]), f32::from(pixel[1]), f32::from(pixel[2])))
    }

    /// Whether a pixel is another than in a picture of the same size, by more than so many steps of 255.
    pub fn differs(&self, other: &Self, x: usize, y: usize, by: u8) -> bool {
        let rgb = |picture: &Self| {
            let is_in = x < picture.width && y < picture.height;
            let start = is_in.then(|| (y * picture.width + x) * picture.step)?;
            picture.bytes.get(start..start + 3).map(|rgb| [rgb[0], rgb[1], rgb[2]])
        };
        match (rgb(self), rgb(other)) {
            (Some(one), Some(other)) => one.iter().zip(other).any(|(one, other)| one.abs_diff(other) > by),
            (one, other) => one != other,
        }
    }

    /// The pixels of a row for which that is so.
    pub fn changes_in_row(&self, other: &Self, y: usize, by: u8) -> impl Iterator<Item = usize> {
        let row = |picture: &Self| y * picture.width * picture.step..(y + 1) * picture.width * picture.step;
        let is_same = self.step == other.step && self.bytes.get(row(self)) == other.bytes.get(row(other));
        let end = if is_same { 0 } else { self.width };
        (0..end).filter(move |x| self.differs(other, *x, y, by))
    }

    /// The pixels of a box.
    pub fn places(&self, area: Rect) -> impl Iterator<Item = (usize, usize)> + use<> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the picture")]
        let range = |from: f32, size: f32, most: usize| {
            let most = u16::try_from(most).map_or(f32::from(u16::MAX), f32::from);
            (from.floor().clamp(0.0, most) as usize)..((from + size).ceil().clamp(0.0, most) as usize)
        };
        let columns = range(area.x, area.width, self.width);
        range(area.y, area.height, self.height).flat_map(move |y| columns.clone().map(move |x| (x, y)))
    }
}
