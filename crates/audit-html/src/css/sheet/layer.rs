//! Cascade layers of one sheet (CSS Cascade 5, 6.4).

/// The place of a layer in [`Layers`].
pub(crate) type LayerId = u32;

/// The layers of a sheet in the order in which they are first named.
#[derive(Debug, Default)]
pub(crate) struct Layers {
    pub list: Vec<Layer>,
}

/// One layer.
#[derive(Debug)]
pub(crate) struct Layer {
    /// `None` if nobody can name it again.
    pub name: Option<Box<str>>,
    pub parent: Option<LayerId>,
}

impl Layers {
    /// The layer `path`, such as `["framework", "forms"]`, inside `parent`.
    pub fn named<'n>(&mut self, parent: Option<LayerId>, path: impl IntoIterator<Item = &'n str>) -> Option<LayerId> {
        let mut at = parent;
        for name in path {
            let is_it = |layer: &Layer| layer.parent == at && layer.name.as_deref() == Some(name);
            at = match self.list.iter().position(is_it) {
                Some(known) => u32::try_from(known).ok(),
                None => Some(self.push(Some(name.into()), at)),
            };
        }
        at
    }

    /// A layer without a name.
    pub fn anonymous(&mut self, parent: Option<LayerId>) -> LayerId {
        self.push(None, parent)
    }

    fn push(&mut self, name: Option<Box<str>>, parent: Option<LayerId>) -> LayerId {
        self.list.push(Layer { name, parent });
        u32::try_from(self.list.len() - 1).expect("a sheet has fewer than 2³² bytes")
    }
}
