//! For whom pages are read.

use sada_audit_html::{Contrast, Visitor};

/// What a visitor may have set in the system (Media Queries 5, 11 and 12).
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Preference {
    /// A dark page
    Dark,
    /// Less motion
    ReducedMotion,
    /// More contrast
    MoreContrast,
    /// Less contrast
    LessContrast,
    /// A few colours of their own instead of the page's
    ForcedColors,
}

/// A window in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    width: u16,
    height: u16,
}

impl std::str::FromStr for Window {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let side = |side: &str| side.trim().parse().ok().filter(|side| (100..=10_000).contains(side));
        let sides = text.split_once(['x', '×']).and_then(|(width, height)| side(width).zip(side(height)));
        let (width, height) = sides.ok_or("write width and height, 100 to 10000 each, as in 360x740")?;
        Ok(Self { width, height })
    }
}

/// Flags that say who visits.
#[derive(Debug, clap::Args)]
pub struct VisitorFlags {
    /// The visitor's window in CSS pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", default_value = "1280x800")]
    window: Window,
    /// What the visitor prefers; may be given several times
    #[arg(long, value_enum, value_name = "PREFERENCE")]
    prefers: Vec<Preference>,
    /// Read pages as they are printed: no key is pressed then
    #[arg(long)]
    print: bool,
}

impl VisitorFlags {
    /// The visitor they describe, who has a mouse.
    pub fn visitor(&self) -> Visitor {
        let prefers = |preference| self.prefers.contains(&preference);
        Visitor {
            width: self.window.width.into(),
            height: self.window.height.into(),
            prefers_dark: prefers(Preference::Dark),
            prefers_reduced_motion: prefers(Preference::ReducedMotion),
            contrast: match (prefers(Preference::MoreContrast), prefers(Preference::LessContrast)) {
                (true, _) => Contrast::More,
                (_, true) => Contrast::Less,
                _ => Contrast::NoPreference,
            },
            forces_colors: prefers(Preference::ForcedColors),
            is_print: self.print,
            ..Visitor::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Window;

    #[test]
    fn windows_are_two_sides() {
        assert_eq!("360x740".parse(), Ok(Window { width: 360, height: 740 }));
        assert_eq!("1280 × 800".parse(), Ok(Window { width: 1280, height: 800 }));
        for wrong in ["", "360", "360x", "x740", "0x0", "99x740", "360x99999", "360x-1"] {
            assert!(wrong.parse::<Window>().is_err(), "{wrong}");
        }
    }
}
