//! Colours, and how far two of them are apart.

use serde::{Deserialize, Serialize};

/// A colour in sRGB: red, green and blue 0 to 255, alpha 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Color {
    /// Red, 0 to 255.
    pub red: f32,
    /// Green, 0 to 255.
    pub green: f32,
    /// Blue, 0 to 255.
    pub blue: f32,
    /// 0 is transparent, 1 is opaque.
    pub alpha: f32,
}

impl Color {
    /// What a page is painted on when it says nothing.
    pub const WHITE: Color = Color::opaque(255.0, 255.0, 255.0);
    /// Black.
    pub const BLACK: Color = Color::opaque(0.0, 0.0, 0.0);
    /// Nothing at all.
    pub const TRANSPARENT: Color = Color { red: 0.0, green: 0.0, blue: 0.0, alpha: 0.0 };

    /// A colour that nothing shines through.
    pub const fn opaque(red: f32, green: f32, blue: f32) -> Self {
        Self { red, green, blue, alpha: 1.0 }
    }

    /// Whether nothing shines through.
    pub fn is_opaque(self) -> bool {
        self.alpha >= 1.0
    }

    /// This colour painted over `below` (Compositing and Blending 1, source-over).
    #[must_use]
    pub fn over(self, below: Color) -> Color {
        let alpha = self.alpha + below.alpha * (1.0 - self.alpha);
        if alpha <= 0.0 {
            return Color::TRANSPARENT;
        }
        let mix = |top: f32, bottom: f32| (top * self.alpha + bottom * below.alpha * (1.0 - self.alpha)) / alpha;
        Color {
            red: mix(self.red, below.red),
            green: mix(self.green, below.green),
            blue: mix(self.blue, below.blue),
            alpha,
        }
    }

    /// This colour with `opacity` (0 to 1) on top of its alpha.
    #[must_use]
    pub fn faded(self, opacity: f32) -> Color {
        Color { alpha: self.alpha * opacity, ..self }
    }

    /// Contrast ratio, 1 to 21 (WCAG 2.2, definition of contrast ratio). Alpha is not looked at: composite first.
    pub fn contrast(self, other: Color) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2, definition of relative luminance).
    pub fn luminance(self) -> f32 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How much light of red, green and blue it is, 0 to 1 (the same definition: sRGB without its curve).
    pub fn linear(self) -> [f32; 3] {
        [self.red, self.green, self.blue].map(|channel| {
            // Browsers paint whole steps: a colour of 118.6 is seen as 119.
            let value = channel.round().clamp(0.0, 255.0) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Red, green and blue as a screen shows them. Alpha is left out.
    pub fn channels(self) -> [u8; 3] {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a byte holds")]
        [self.red, self.green, self.blue].map(|channel| channel.round().clamp(0.0, 255.0) as u8)
    }

    /// `#rrggbb`, as people write colours. Alpha is left out.
    pub fn to_hex(self) -> String {
        let [red, green, blue] = self.channels();
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_ratios() {
        let grey = |value: f32| Color::opaque(value, value, value);
        for (color, on, ratio) in [
            (Color::BLACK, Color::WHITE, 21.0),
            (grey(119.0), Color::WHITE, 4.478),
            (grey(118.0), Color::WHITE, 4.542),
            (Color::opaque(255.0, 0.0, 0.0), Color::WHITE, 3.998),
        ] {
            assert!((color.contrast(on) - ratio).abs() < 0.001, "{color:?}: {}", color.contrast(on));
            assert!((color.contrast(on) - on.contrast(color)).abs() < f32::EPSILON);
        }
    }

    #[test]
    fn half_black_over_white_is_grey() {
        let half = Color::BLACK.faded(0.5).over(Color::WHITE);
        assert_eq!(half.to_hex(), "#808080");
        assert_eq!(Color::TRANSPARENT.over(Color::TRANSPARENT), Color::TRANSPARENT);
    }
}
