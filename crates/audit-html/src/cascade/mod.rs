//! The cascade: sheets and a tree in, a style for each element out.

mod collect;
mod compute;
mod computed;
mod custom;
mod hints;
mod pseudo;
mod sheets;
mod styler;
#[cfg(test)]
mod tests;

pub(crate) use sheets::{Gather, ScopeSheets, media};
pub(crate) use styler::style;
