//! From the declarations that apply to the computed style (CSS Cascade 5, 4 and 7).

use super::collect::{Level, Matched};
use super::computed::{Computed, Font, INITIAL_SIZES, MEDIUM, size_index};
use super::custom::{Substituted, Variables};
use crate::Visitor;
use crate::css::declaration::{Custom, Declaration};
use crate::css::name::Name;
use crate::css::property::{Deferred, Display, FontSize, Longhand, Scheme, Set, Value, Wide};
use crate::css::sheet::Registered;
use crate::css::value::{Context, Needs, Trouble, trouble};
use cssparser::Parser;
use sada_audit::{Color, Position};
use std::collections::HashMap;
use std::rc::Rc;
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
}

/// An entry of the cascade with its declarations.
pub(super) struct Entry<'a> {
    pub matched: Matched,
    pub declarations: &'a [Declaration],
}

/// The value that won, and whether another may have.
#[derive(Clone, Copy, Default)]
struct Winner<'a> {
    value: Option<&'a Value>,
    /// Its entry.
    at: usize,
    is_doubtful: bool,
}

const COUNT: usize = Longhand::ALL.len();

/// Computes a style. `entries` come with the weakest first.
pub(super) fn compute(around: &Surroundings<'_>, parent: &Computed, entries: &[Entry<'_>]) -> Computed {
    let mut winners = [Winner::default(); COUNT];
    let mut custom: HashMap<&str, (&Name, &Custom, bool)> = HashMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for declaration in entry.declarations {
            match declaration {
                Declaration::Longhand(longhand, value) => {
                    let winner = &mut winners[*longhand as usize];
                    if entry.matched.is_certain {
                        *winner = Winner { value: Some(value), at, is_doubtful: false };
                    } else {
                        winner.is_doubtful |= winner.value != Some(value);
                    }
                }
                Declaration::Custom(name, value) if entry.matched.is_certain => {
                    custom.insert(name.as_str(), (name, value, false));
                }
                Declaration::Custom(name, value) => {
                    custom.entry(name.as_str()).and_modify(|known| known.2 |= known.1 != value).or_insert((name, value, true));
                }
            }
        }
    }
    let declared = custom.into_values();
    let variables = Variables::inside(&parent.variables, declared, around.reset);
    let computed = Computed {
        flags: Set::NONE,
        unknown: Set::NONE,
        fill: None,
        background: Color::TRANSPARENT,
        opacity: 1.0,
        display: Display::Inline,
        position: Position::Static,
        sizes: INITIAL_SIZES,
        animations: Arc::default(),
        variables,
        may_be_skipped: parent.may_be_skipped
            || parent.unknown.has_any(&[Longhand::Display, Longhand::ContentVisibility])
            || parent.flags.has(Longhand::ContentVisibility),
        is_blockified: parent.display == Display::Flex,
        is_left_out: false,
        ..parent.clone()
    };
    let mut computing = Computing { around, parent, entries, winners, computed };
    // Each depends on those before it.
    for longhand in [Longhand::ColorScheme, Longhand::FontFamily, Longhand::FontSize, Longhand::FontWeight, Longhand::Color] {
        computing.longhand(longhand);
    }
    for longhand in Longhand::ALL.iter().skip(Longhand::Color as usize + 1) {
        computing.longhand(*longhand);
    }
    computing.finish()
}

struct Computing<'a> {
    around: &'a Surroundings<'a>,
    parent: &'a Computed,
    entries: &'a [Entry<'a>],
    winners: [Winner<'a>; COUNT],
    computed: Computed,
}

impl<'a> Computing<'a> {
    fn longhand(&mut self, longhand: Longhand) {
        let winner = self.winners[longhand as usize];
        // A rule nobody has seen may be `!important`.
        let is_doubtful = winner.is_doubtful || self.around.is_incomplete;
        let (value, may_be_other) = self.roll_back(longhand, winner);
        self.set(longhand, value);
        if is_doubtful || may_be_other {
            self.computed.unknown.put(longhand, true);
        }
    }

    /// What `revert` and `revert-layer` lead back to, and whether that is doubtful.
    fn roll_back(&self, longhand: Longhand, winner: Winner<'a>) -> (Option<&'a Value>, bool) {
        let mut winner = winner;
        for _ in 0..self.entries.len() {
            let limit: Box<dyn Fn(&Matched) -> bool> = match winner.value {
                Some(Value::Wide(Wide::Revert)) => Box::new(|matched: &Matched| matched.level() < Level::Hint as u64),
                Some(Value::Wide(Wide::RevertLayer)) => {
                    let from = self.entries[winner.at].matched;
                    if from.is_important {
                        return (None, true);
                    }
                    Box::new(move |matched: &Matched| matched.origin_and_layer() < from.origin_and_layer())
                }
                _ => return (winner.value, winner.is_doubtful),
            };
            // What the browser reverts to is its own initial or inherited value.
            let is_own = self.entries[winner.at].matched.level() < Level::Hint as u64;
            winner = if is_own { Winner::default() } else { self.winner_among(longhand, limit) };
        }
        (winner.value.filter(|value| !matches!(value, Value::Wide(Wide::Revert | Wide::RevertLayer))), winner.is_doubtful)
    }

    fn winner_among(&self, longhand: Longhand, is_in: impl Fn(&Matched) -> bool) -> Winner<'a> {
        let mut winner = Winner::default();
        for (at, entry) in self.entries.iter().enumerate().filter(|(_, entry)| is_in(&entry.matched)) {
            for declaration in entry.declarations {
                let Declaration::Longhand(known, value) = declaration else { continue };
                if *known == longhand && entry.matched.is_certain {
                    winner = Winner { value: Some(value), at, is_doubtful: false };
                } else if *known == longhand {
                    winner.is_doubtful = true;
                }
            }
        }
        winner
    }

    fn set(&mut self, longhand: Longhand, value: Option<&Value>) {
        match value {
            None => self.default(longhand),
            Some(Value::Wide(Wide::Inherit)) => self.inherit(longhand),
            Some(Value::Wide(Wide::Initial)) => self.initial(longhand),
            Some(Value::Wide(_)) => self.default(longhand),
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
        let (own, parent) = (&mut self.computed, self.parent);
        own.flags.put(longhand, parent.flags.has(longhand));
        own.unknown.put(longhand, parent.unknown.has(longhand));
        match longhand {
            Longhand::ColorScheme => own.scheme = parent.scheme,
            Longhand::FontSize => {
                own.font = Font { weight: own.font.weight, ..parent.font };
                self.fit_monospace();
            }
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
        // The initial colour is that of the canvas's text.
        let follows_scheme = longhand == Longhand::Color && own.unknown.has(Longhand::ColorScheme);
        own.unknown.put(longhand, follows_scheme);
        match longhand {
            Longhand::ColorScheme => own.scheme = self.around.default_scheme,
            Longhand::FontSize => self.font_size(FontSize::Keyword(MEDIUM)),
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
            (Longhand::ColorScheme, Value::Scheme(Scheme::Normal)) => own.scheme = self.around.default_scheme,
            (Longhand::ColorScheme, Value::Scheme(scheme)) => own.scheme = *scheme,
            (Longhand::FontSize, Value::FontSize(size)) => self.font_size(*size),
            (Longhand::FontWeight, Value::Number(weight)) => own.font.weight = *weight,
            (Longhand::FontWeight, Value::Bolder(is_bolder)) => {
                own.font.weight = relative_weight(parent.font.weight, *is_bolder);
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

    fn deferred(&mut self, longhand: Longhand, deferred: &Deferred) {
        let substituted;
        let mut text = &*deferred.text;
        if deferred.has_variables {
            match self.computed.variables.substitute(text) {
                Substituted::Text(found) => substituted = found,
                Substituted::Invalid => return self.default(longhand),
                Substituted::Unknown => return self.set(longhand, Some(&Value::Unknown)),
            }
            text = &substituted;
        }
        if let Some(wide) = only_word(text).and_then(|word| Wide::of_name(&word)) {
            return match wide {
                // What a variable reverts to is looked for nowhere else, and nobody writes it.
                Wide::Revert | Wide::RevertLayer => self.set(longhand, Some(&Value::Unknown)),
                wide => self.set(longhand, Some(&Value::Wide(wide))),
            };
        }
        let context = self.context(longhand);
        let parsed = deferred.property.parse(&mut Parser::new(text), &context);
        let used = context.take_used();
        match parsed {
            Ok(values) => {
                let value = values.into_iter().rev().find(|(known, _)| *known == longhand).map(|(_, value)| value);
                self.set(longhand, value.as_ref());
                if self.is_unknown(longhand, used) {
                    self.computed.unknown.put(longhand, true);
                }
            }
            Err(error) if trouble(&error) == Trouble::Unknown => self.set(longhand, Some(&Value::Unknown)),
            Err(_) => self.default(longhand),
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

    fn font_size(&mut self, size: FontSize) {
        let parent = self.parent.font;
        let own = &mut self.computed.font;
        let times = |factor: f32| (parent.size * factor, None, parent.is_absolute);
        let is_relative = matches!(size, FontSize::Times(_) | FontSize::Larger | FontSize::Smaller);
        (own.size, own.keyword, own.is_absolute) = match size {
            FontSize::Pixels(pixels) => (pixels, None, true),
            FontSize::Times(factor) => times(factor),
            FontSize::Larger => times(1.2),
            FontSize::Smaller => times(1.0 / 1.2),
            FontSize::Keyword(keyword) => (keyword_size(keyword, false), Some(keyword), false),
        };
        if let FontSize::Keyword(keyword) = size {
            own.size = keyword_size(keyword, self.computed.flags.has(Longhand::FontFamily));
        } else {
            self.fit_monospace();
        }
        if is_relative && self.parent.unknown.has(Longhand::FontSize) {
            self.computed.unknown.put(Longhand::FontSize, true);
        }
    }

    /// Browsers draw `monospace` at 13 where other fonts have 16, unless the size was given in absolute units.
    fn fit_monospace(&mut self) {
        const SMALLER: f32 = 13.0 / 16.0;
        let is_monospace = self.computed.flags.has(Longhand::FontFamily);
        let was_monospace = self.parent.flags.has(Longhand::FontFamily);
        let own = &mut self.computed.font;
        if is_monospace != was_monospace && !own.is_absolute {
            own.size = match own.keyword {
                Some(keyword) => keyword_size(keyword, is_monospace),
                None if is_monospace => own.size * SMALLER,
                None => own.size / SMALLER,
            };
        }
        if self.computed.unknown.has(Longhand::FontFamily) && !self.computed.font.is_absolute {
            self.computed.unknown.put(Longhand::FontSize, true);
        }
    }

    fn finish(mut self) -> Computed {
        for name in self.computed.animations.iter() {
            if let Some(changed) = self.around.keyframes.get(name) {
                self.computed.unknown = self.computed.unknown.and(*changed);
            }
        }
        if self.computed.flags.has(Longhand::Zoom) {
            self.computed.unknown.put(Longhand::FontSize, true);
        }
        self.computed
    }
}

/// `text` if it is one word, comments aside.
fn only_word(text: &str) -> Option<String> {
    let mut input = Parser::new(text);
    let word = input.expect_ident().ok()?.to_string();
    input.is_exhausted().then_some(word)
}

/// The size of a keyword; with `monospace`, from the row for 13 pixels.
fn keyword_size(keyword: u8, is_monospace: bool) -> f32 {
    const SIZES: [f32; 8] = [9.0, 10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0];
    const MONOSPACE: [f32; 8] = [9.0, 10.0, 12.0, 13.0, 16.0, 20.0, 26.0, 39.0];
    let row = if is_monospace { MONOSPACE } else { SIZES };
    row[usize::from(keyword).min(row.len() - 1)]
}

/// CSS Fonts 4, 2.2.1.
fn relative_weight(parent: f32, is_bolder: bool) -> f32 {
    match (parent, is_bolder) {
        (parent, true) if parent < 350.0 => 400.0,
        (parent, true) if parent < 550.0 => 700.0,
        (parent, true) => parent.max(900.0),
        (parent, false) if parent < 550.0 => parent.min(100.0),
        (parent, false) if parent < 750.0 => 400.0,
        (_, false) => 700.0,
    }
}

/// The variables of the page: those that `@property` gives a value.
pub(super) fn root_variables<'r>(registered: impl Iterator<Item = (&'r Registered, bool)>) -> Rc<Variables> {
    Variables::registered(registered)
}
