//! From the declarations that apply to the computed style (CSS Cascade 5, 4 and 7).

use super::computed::{Computed, INITIAL_SIZES, MEDIUM, NOT_UNDERSTOOD, size_index};
use super::custom::{Substituted, Variables};
use super::font;
use super::winner::{Entry, Winners};
use crate::Visitor;
use crate::css::property::{Deferred, Display, FontSize, INHERITED, Longhand, Plain, Scheme, Set, Value, Wide};
use crate::css::sheet::Registered;
use crate::css::value::{Context, Needs, Trouble, trouble};
use cssparser::Parser;
use hashbrown::HashMap;
use sada_audit::{Color, Position};
use std::sync::Arc;

/// What is the same for all elements of a scope.
pub(super) struct Surroundings<'a> {
    pub visitor: &'a Visitor,
    /// What `color-scheme: normal` means: the page's `meta` may say so.
    pub default_scheme: Scheme,
    /// Font size of the root, and whether it is known.
    pub rem: (f32, bool),
    pub keyframes: &'a HashMap<Box<str>, Set>,
    /// `@property` rules whose property does not inherit.
    pub reset: &'a [Registered],
    /// A sheet is missing: whatever it may have said is unknown.
    pub is_incomplete: bool,
    pub is_root: bool,
    pub is_quirks: bool,
}

/// Computes a style. `entries` come with the weakest first. Says too whether the parent gave anything that it does not
/// give all its children: see [`Computed::heritage`].
pub(super) fn compute(around: &Surroundings<'_>, parent: &Computed, entries: &[Entry<'_>]) -> (Computed, bool) {
    let winners = Winners::among(entries);
    let variables = Variables::inside(&parent.variables, winners.custom(), around.reset);
    let inherited = *INHERITED;
    let computed = Computed {
        flags: parent.flags.only(inherited),
        unknown: parent.unknown.only(inherited),
        plain: parent.plain.iter().filter(|(longhand, _)| longhand.is_inherited()).cloned().collect(),
        scheme: parent.scheme,
        font: parent.font,
        color: parent.color,
        fill: parent.fill,
        background: Color::TRANSPARENT,
        opacity: 1.0,
        display: Display::Inline,
        position: Position::Static,
        sizes: INITIAL_SIZES,
        animations: Arc::default(),
        variables,
        may_be_skipped: parent.may_skip_contents(),
        is_blockified: parent.display == Display::Flex,
        is_left_out: false,
    };
    let mut computing = Computing { around, parent, winners, computed, takes_more: false, last: None };
    // Each depends on those before it.
    for longhand in FIRST {
        computing.longhand(*longhand);
    }
    // What nobody declares is inherited or initial already. The root has nothing to inherit from.
    let is_all = around.is_root || around.is_incomplete;
    let others = if is_all { Longhand::ALL.iter().copied().collect() } else { computing.winners.declared() };
    for longhand in others.without(FIRST.iter().copied().collect()).iter() {
        computing.longhand(longhand);
    }
    computing.finish()
}

/// What others depend on.
const FIRST: &[Longhand] =
    &[Longhand::ColorScheme, Longhand::FontFamily, Longhand::FontSize, Longhand::FontWeight, Longhand::Color];

struct Computing<'a> {
    around: &'a Surroundings<'a>,
    parent: &'a Computed,
    winners: Winners<'a>,
    computed: Computed,
    /// Something has been inherited that is not by itself.
    takes_more: bool,
    /// What was read last, since a shorthand is asked for by one longhand after the other.
    last: Option<(Arc<Deferred>, Reading)>,
}

/// What a value says that had to be read where it is computed.
enum Reading {
    Values { values: Vec<(Longhand, Value)>, used: Needs, has_brackets: bool },
    Wide(Wide),
    Invalid,
    Unknown,
}

impl Computing<'_> {
    fn longhand(&mut self, longhand: Longhand) {
        let (value, is_doubtful) = self.winners.of(longhand);
        self.set(longhand, value);
        // A rule nobody has seen may be `!important`.
        if is_doubtful || self.around.is_incomplete {
            self.computed.unknown.put(longhand, true);
        }
    }

    fn set(&mut self, longhand: Longhand, value: Option<&Value>) {
        match value {
            None | Some(Value::Wide(Wide::Unset | Wide::Revert | Wide::RevertLayer)) => self.default(longhand),
            Some(Value::Wide(Wide::Inherit)) => self.inherit(longhand),
            Some(Value::Wide(Wide::Initial)) => self.initial(longhand),
            Some(Value::Unknown) => {
                self.default(longhand);
                self.computed.unknown.put(longhand, true);
            }
            Some(Value::Deferred(deferred)) => self.deferred(longhand, deferred),
            Some(value) => {
                self.computed.unknown.put(longhand, false);
                self.apply(longhand, value);
            }
        }
    }

    fn default(&mut self, longhand: Longhand) {
        // The root has nothing to inherit from, and what is initial may depend on its own `color-scheme`.
        if longhand.is_inherited() && !self.around.is_root { self.inherit(longhand) } else { self.initial(longhand) }
    }

    fn inherit(&mut self, longhand: Longhand) {
        self.takes_more |= !longhand.is_inherited();
        let (own, parent) = (&mut self.computed, self.parent);
        own.flags.put(longhand, parent.flags.has(longhand));
        own.unknown.put(longhand, parent.unknown.has(longhand));
        own.keep(longhand, parent.plain(longhand).cloned());
        match longhand {
            Longhand::ColorScheme => own.scheme = parent.scheme,
            Longhand::FontSize => font::inherit_size(own, parent, self.around.is_quirks),
            Longhand::FontWeight => own.font.weight = parent.font.weight,
            Longhand::Color => own.color = parent.color,
            Longhand::TextFill => own.fill = parent.fill,
            Longhand::BackgroundColor => own.background = parent.background,
            Longhand::Opacity => own.opacity = parent.opacity,
            Longhand::Display => own.display = parent.display,
            Longhand::Position => own.position = parent.position,
            Longhand::Animation => own.animations = Arc::clone(&parent.animations),
            longhand => {
                if let Some(at) = size_index(longhand) {
                    own.sizes[at] = parent.sizes[at];
                }
            }
        }
    }

    fn initial(&mut self, longhand: Longhand) {
        let is_dark = self.is_dark();
        let own = &mut self.computed;
        own.flags.put(longhand, false);
        own.keep(longhand, None);
        // The initial colour is that of the canvas's text.
        let follows_scheme = longhand == Longhand::Color && own.unknown.has(Longhand::ColorScheme);
        own.unknown.put(longhand, follows_scheme);
        match longhand {
            Longhand::ColorScheme => own.scheme = self.around.default_scheme,
            Longhand::FontSize => font::set_size(own, self.parent, FontSize::Keyword(MEDIUM), self.around.is_quirks),
            Longhand::FontWeight => own.font.weight = 400.0,
            Longhand::Color => own.color = if is_dark { Color::WHITE } else { Color::BLACK },
            Longhand::TextFill => own.fill = None,
            Longhand::BackgroundColor => own.background = Color::TRANSPARENT,
            Longhand::Opacity => own.opacity = 1.0,
            Longhand::Display => own.display = Display::Inline,
            Longhand::Position => own.position = Position::Static,
            Longhand::Animation => own.animations = Arc::default(),
            longhand => {
                if let Some(at) = size_index(longhand) {
                    own.sizes[at] = INITIAL_SIZES[at];
                }
            }
        }
    }

    fn apply(&mut self, longhand: Longhand, value: &Value) {
        let parent = self.parent;
        let own = &mut self.computed;
        match (longhand, value) {
            (longhand, Value::Plain(plain)) => own.keep(longhand, Some(plain.clone())),
            (longhand, Value::Both(both)) => {
                self.apply(longhand, &both.0);
                match &both.1 {
                    Some(plain) => self.computed.keep(longhand, Some(plain.clone())),
                    None => self.computed.keep(longhand, Some(Plain::word(NOT_UNDERSTOOD))),
                }
            }
            (Longhand::ColorScheme, Value::Scheme(Scheme::Normal)) => own.scheme = self.around.default_scheme,
            (Longhand::ColorScheme, Value::Scheme(scheme)) => own.scheme = *scheme,
            (Longhand::FontSize, Value::FontSize(size)) => font::set_size(own, parent, *size, self.around.is_quirks),
            (Longhand::FontWeight, Value::Number(weight)) => own.font.weight = *weight,
            (Longhand::FontWeight, Value::Bolder(is_bolder)) => {
                own.font.weight = font::relative_weight(parent.font.weight, *is_bolder);
                own.unknown.put(longhand, parent.unknown.has(longhand));
            }
            (Longhand::Color, Value::Color(color)) => own.color = *color,
            (Longhand::Color, Value::CurrentColor) => self.inherit(longhand),
            (Longhand::TextFill, Value::Color(color)) => own.fill = Some(*color),
            (Longhand::TextFill, Value::CurrentColor) => own.fill = None,
            (Longhand::BackgroundColor, Value::Color(color)) => own.background = *color,
            (Longhand::BackgroundColor, Value::CurrentColor) => {
                own.background = own.color;
                own.unknown.put(longhand, own.unknown.has(Longhand::Color));
            }
            (Longhand::Opacity, Value::Number(opacity)) => own.opacity = *opacity,
            (Longhand::Display, Value::Display(display)) => own.display = *display,
            (Longhand::Position, Value::Position(position)) => own.position = *position,
            (Longhand::Animation, Value::Names(names)) => own.animations = Arc::clone(names),
            (longhand, Value::Number(size)) => {
                if let Some(at) = size_index(longhand) {
                    own.sizes[at] = *size;
                }
            }
            (longhand, Value::Flag(flag)) => own.flags.put(longhand, *flag),
            // A value of another property's kind does not come from `Property::parse`.
            _ => own.unknown.put(longhand, true),
        }
    }

    fn deferred(&mut self, longhand: Longhand, deferred: &Arc<Deferred>) {
        // What fonts and colours are relative to is not what others are.
        let is_like_others = !FIRST.contains(&longhand);
        let last = self.last.take().filter(|(last, _)| is_like_others && Arc::ptr_eq(last, deferred));
        let (_, reading) = last.unwrap_or_else(|| (Arc::clone(deferred), self.read(longhand, deferred)));
        match &reading {
            Reading::Unknown => self.set(longhand, Some(&Value::Unknown)),
            Reading::Invalid => self.default(longhand),
            Reading::Wide(wide) => self.set(longhand, Some(&Value::Wide(*wide))),
            Reading::Values { values, used, has_brackets } => {
                let value = values.iter().rev().find(|(known, _)| *known == longhand).map(|(_, value)| value);
                self.set(longhand, value);
                if self.is_unknown(longhand, *used) {
                    // On which side of zero `2em` lies does not depend on the font.
                    let keeps_its_sign = matches!(value, Some(Value::Both(_)))
                        && !used.has(Needs::COLOR)
                        && !used.has(Needs::SCHEME)
                        && !has_brackets
                        && size_index(longhand).is_none();
                    if keeps_its_sign {
                        self.computed.keep(longhand, Some(Plain::word(NOT_UNDERSTOOD)));
                    } else {
                        self.computed.unknown.put(longhand, true);
                    }
                }
            }
        }
        self.last = is_like_others.then(|| (Arc::clone(deferred), reading));
    }

    fn read(&self, longhand: Longhand, deferred: &Deferred) -> Reading {
        let substituted;
        let mut text = &*deferred.text;
        if deferred.has_variables {
            match self.computed.variables.substitute(text) {
                Substituted::Text(found) => substituted = found,
                Substituted::Invalid => return Reading::Invalid,
                Substituted::Unknown => return Reading::Unknown,
            }
            text = &substituted;
        }
        if let Some(wide) = only_word(text).and_then(|word| Wide::of_name(&word)) {
            // What a variable reverts to is looked for nowhere else, and nobody writes it.
            let is_reverted = matches!(wide, Wide::Revert | Wide::RevertLayer);
            return if is_reverted { Reading::Unknown } else { Reading::Wide(wide) };
        }
        let context = self.context(longhand);
        match deferred.property.parse(&mut Parser::new(text), &context) {
            Ok(values) => Reading::Values { values, used: context.take_used(), has_brackets: text.contains('(') },
            Err(error) if trouble(&error) == Trouble::Unknown => Reading::Unknown,
            Err(_) => Reading::Invalid,
        }
    }

    fn context(&self, longhand: Longhand) -> Context {
        let is_font = longhand == Longhand::FontSize;
        let em = if is_font { self.parent.font.size } else { self.computed.font.size };
        let color = if longhand == Longhand::Color { self.parent.color } else { self.computed.color };
        let rem = if self.around.is_root && !is_font { self.computed.font.size } else { self.around.rem.0 };
        Context::new(*self.around.visitor, em, rem, color, self.is_dark())
    }

    /// Whether something a value depends on is unknown.
    fn is_unknown(&self, longhand: Longhand, used: Needs) -> bool {
        let font = if longhand == Longhand::FontSize { self.parent } else { &self.computed };
        let color = if longhand == Longhand::Color { self.parent } else { &self.computed };
        (used.has(Needs::EM) && font.unknown.has(Longhand::FontSize))
            || (used.has(Needs::REM) && !self.around.rem.1)
            || (used.has(Needs::COLOR) && color.unknown.has(Longhand::Color))
            || (used.has(Needs::SCHEME) && self.computed.unknown.has(Longhand::ColorScheme))
    }

    fn is_dark(&self) -> bool {
        self.computed.is_dark(self.around.visitor.prefers_dark)
    }

    fn finish(mut self) -> (Computed, bool) {
        for name in self.computed.animations.iter() {
            if let Some(changed) = self.around.keyframes.get(name) {
                self.computed.unknown = self.computed.unknown.and(*changed);
            }
        }
        if self.around.visitor.forces_colors {
            for longhand in [Longhand::Color, Longhand::BackgroundColor] {
                self.computed.unknown.put(longhand, true);
            }
        }
        if self.computed.flags.has(Longhand::Zoom) {
            self.computed.unknown.put(Longhand::FontSize, true);
        }
        (self.computed, self.takes_more)
    }
}

/// `text` if it is one word, comments aside.
fn only_word(text: &str) -> Option<String> {
    let mut input = Parser::new(text);
    let word = input.expect_ident().ok()?.to_string();
    input.is_exhausted().then_some(word)
}
