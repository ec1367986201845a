//! Style sheets: rules, conditions and values.

pub(crate) mod condition;
pub(crate) mod declaration;
pub(crate) mod media;
mod media_feature;
pub(crate) mod name;
pub(crate) mod property;
pub(crate) mod pseudo;
pub(crate) mod selector;
pub(crate) mod sheet;
mod supports;
pub(crate) mod value;
mod written;

pub use written::computed_value;
