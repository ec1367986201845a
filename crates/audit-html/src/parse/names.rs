//! The names of a tree, each kept once for the parser and once for the page.

use hashbrown::HashMap;
use html5ever::{Attribute, QualName};
use sada_audit::{NameId, Namespace, Strings, ValueId};

/// Names of elements and attributes.
#[derive(Debug, Default)]
pub(crate) struct Names {
    all: Vec<Name>,
    places: HashMap<QualName, u32>,
}

#[derive(Debug)]
struct Name {
    name: QualName,
    /// The same name in the page.
    id: NameId,
}

impl Names {
    /// The place of a name; it is added where it is new.
    pub fn place(&mut self, name: QualName, strings: &mut Strings) -> u32 {
        if let Some(place) = self.places.get(&name) {
            return *place;
        }
        let id = match &name.prefix {
            // As in `xlink:href`.
            Some(prefix) if !prefix.is_empty() => strings.name(&format!("{prefix}:{}", name.local)),
            _ => strings.name(&name.local),
        };
        let place = u32::try_from(self.all.len()).expect("a page of fewer than 2³² bytes has fewer names");
        self.all.push(Name { name: name.clone(), id });
        self.places.insert(name, place);
        place
    }

    /// An attribute as the page keeps it.
    pub fn attribute(&mut self, attribute: Attribute, strings: &mut Strings) -> (NameId, ValueId) {
        let place = self.place(attribute.name, strings);
        (self.id(place), strings.value(&attribute.value))
    }

    pub fn get(&self, place: u32) -> &QualName {
        &self.all[place as usize].name
    }

    /// The same name in the page.
    pub fn id(&self, place: u32) -> NameId {
        self.all[place as usize].id
    }

    /// The language that elements of the name belong to.
    pub fn namespace(&self, place: u32) -> Namespace {
        match &*self.get(place).ns {
            "http://www.w3.org/1999/xhtml" => Namespace::Html,
            "http://www.w3.org/2000/svg" => Namespace::Svg,
            "http://www.w3.org/1998/Math/MathML" => Namespace::MathMl,
            _ => Namespace::Other,
        }
    }
}
