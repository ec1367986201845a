//! Computed values by name, with what properties do to each other (CSS Display 3, CSS Overflow 3, CSS Backgrounds 3).

use super::computed::{Computed, NOT_UNDERSTOOD};
use crate::css::property::{Longhand, Plain, blockified};
use sada_audit::{Properties, Property};

use Longhand as L;

/// Width and style of each border.
const LINES: [(Longhand, Longhand); 4] = [
    (L::BorderTopWidth, L::BorderTopStyle),
    (L::BorderRightWidth, L::BorderRightStyle),
    (L::BorderBottomWidth, L::BorderBottomStyle),
    (L::BorderLeftWidth, L::BorderLeftStyle),
];

const MEDIUM: Plain = Plain::Length { pixels: 3.0, percent: 0.0 };

/// The values that are not initial.
pub(super) fn properties(computed: &Computed) -> Properties {
    let mut values: Vec<(Property, Option<Plain>)> = Vec::with_capacity(computed.plain.len() + 4);
    for (longhand, plain) in &computed.plain {
        if let Some(property) = longhand.property() {
            let is_known = !computed.unknown.has(*longhand) && !plain.is(NOT_UNDERSTOOD);
            values.push((property, is_known.then(|| plain.clone())));
        }
    }
    for longhand in computed.unknown.iter().filter(|longhand| computed.plain(*longhand).is_none()) {
        values.extend(longhand.property().map(|property| (property, None)));
    }
    let mut values = Values(values);
    for (width, style) in LINES {
        values.line(width, style);
    }
    values.overflow();
    values.display(computed);
    Properties::new(values.0)
}

struct Values(Vec<(Property, Option<Plain>)>);

impl Values {
    fn get(&self, property: Property) -> Option<Plain> {
        let known = self.0.iter().find(|(known, _)| *known == property);
        known.map_or_else(|| Some(property.initial()), |(_, value)| value.clone())
    }

    fn put(&mut self, property: Property, value: Option<Plain>) {
        match self.0.iter_mut().find(|(known, _)| *known == property) {
            Some(known) => known.1 = value,
            None => self.0.push((property, value)),
        }
    }

    /// A line without a style has no width.
    fn line(&mut self, width: Longhand, style: Longhand) {
        let (Some(width), Some(style)) = (width.property(), style.property()) else { return };
        let is_said = self.0.iter().any(|(known, _)| *known == width);
        match self.get(style) {
            Some(style) if style.is("none") || style.is("hidden") => {
                if is_said {
                    self.0.retain(|(known, _)| *known != width);
                }
            }
            Some(_) if !is_said => self.put(width, Some(MEDIUM)),
            Some(_) => {}
            None => self.put(width, None),
        }
    }

    /// What scrolls in one direction scrolls in the other too.
    fn overflow(&mut self) {
        let (x, y) = (self.get(Property::OverflowX), self.get(Property::OverflowY));
        let (Some(x), Some(y)) = (x, y) else { return };
        let is_open = |axis: &Plain| axis.is("visible") || axis.is("clip");
        if is_open(&x) == is_open(&y) {
            return;
        }
        for (property, own) in [(Property::OverflowX, x), (Property::OverflowY, y)] {
            if own.is("visible") {
                self.put(property, Some(Plain::word("auto")));
            }
        }
    }

    /// What floats or lies out of the flow is a block, and what lies out of the flow does not float.
    fn display(&mut self, computed: &Computed) {
        let Some(position) = self.get(Property::Position) else { return };
        let is_out = position.is("absolute") || position.is("fixed");
        if is_out && self.get(Property::Float) != Some(Plain::word("none")) {
            self.put(Property::Float, Some(Plain::word("none")));
        }
        let floats = self.get(Property::Float).is_some_and(|float| !float.is("none"));
        if (is_out || floats || computed.is_blockified)
            && let Some(Plain::Word(display)) = self.get(Property::Display)
            && blockified(&display) != display
        {
            self.put(Property::Display, Some(Plain::word(blockified(&display))));
        }
    }
}
