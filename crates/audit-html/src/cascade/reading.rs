//! Values that are read where they are computed, as they hold variables.

use super::custom::Variables;
use crate::css::property::{Deferred, Longhand, Value, Wide};
use crate::css::value::Needs;
use hashbrown::HashMap;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// What a value says that had to be read where it is computed.
pub(super) enum Reading {
    Values {
        values: Vec<(Longhand, Value)>,
        used: Needs,
        has_brackets: bool,
    },
    Wide(Wide),
    /// Invalid at computed-value time.
    Invalid,
    /// It cannot be told.
    Unknown,
}

/// What values said that had to be read where they are computed, and say to every element with the same variables.
#[derive(Default)]
pub(super) struct Readings(RefCell<HashMap<(usize, usize), Known>>);

/// A value with the variables it was read with, which stay where they are as long as they are kept here.
type Known = (Arc<Deferred>, Rc<Variables>, Rc<Reading>);

impl Readings {
    fn key(deferred: &Arc<Deferred>, variables: &Rc<Variables>) -> (usize, usize) {
        (Arc::as_ptr(deferred).addr(), Rc::as_ptr(variables).addr())
    }

    /// What a value says with these variables, if it was read before.
    pub fn get(&self, deferred: &Arc<Deferred>, variables: &Rc<Variables>) -> Option<Rc<Reading>> {
        self.0.borrow().get(&Self::key(deferred, variables)).map(|(.., reading)| Rc::clone(reading))
    }

    /// Keeps what it says to all who have these variables.
    pub fn keep(&self, deferred: &Arc<Deferred>, variables: &Rc<Variables>, reading: &Rc<Reading>) {
        let known = (Arc::clone(deferred), Rc::clone(variables), Rc::clone(reading));
        self.0.borrow_mut().insert(Self::key(deferred, variables), known);
    }
}
