//! The cascade: sheets and a tree in, a style for each element out.

mod attribute;
mod browser;
mod collect;
mod compute;
mod computed;
mod custom;
mod declared;
mod font;
mod generated;
mod hint_boxes;
mod hints;
mod properties;
mod pseudo;
mod sheets;
mod styler;
mod test;
#[cfg(test)]
mod tests;
mod winner;

pub use declared::declared_in;
pub(crate) use sheets::{Gather, ScopeSheets, media};
pub(crate) use styler::style;
