//! The hosted survey page: what is shown, what comes back, and where that leads.

mod filled;
mod form;
mod spoken;
mod step;

pub(crate) use filled::{Filled, Pressed};
pub(crate) use form::{Refusal, form, thanks};
pub(crate) use spoken::spoken;
pub(crate) use step::{Place, Step, step};
