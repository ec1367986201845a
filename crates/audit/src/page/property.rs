//! Computed values by the name of their property, for rules that look at one that few others do.

use super::Color;
use serde::{Deserialize, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

macro_rules! properties {
    ($($variant:ident $name:literal = $initial:expr;)*) => {
        /// A property whose computed value can be asked for with [`Style::get`](super::Style::get).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[repr(u8)]
        pub enum Property { $(
            #[doc = concat!("`", $name, "`.")]
            #[serde(rename = $name)]
            $variant
        ),* }

        impl Property {
            /// All of them.
            pub const ALL: &[Property] = &[$(Property::$variant),*];

            /// The name as CSS has it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            /// The value without any declaration.
            pub fn initial(self) -> Value {
                match self { $(Self::$variant => $initial),* }
            }
        }
    };
}

/// A word of CSS.
const fn word(word: &'static str) -> Value {
    Value::word(word)
}

const ZERO: Value = Value::Length { pixels: 0.0, percent: 0.0 };

properties! {
    Display "display" = word("inline");
    ContentVisibility "content-visibility" = word("visible");
    Visibility "visibility" = word("visible");
    Position "position" = word("static");
    Float "float" = word("none");
    ZIndex "z-index" = word("auto");
    Top "top" = word("auto");
    Right "right" = word("auto");
    Bottom "bottom" = word("auto");
    Left "left" = word("auto");
    MarginTop "margin-top" = ZERO;
    MarginRight "margin-right" = ZERO;
    MarginBottom "margin-bottom" = ZERO;
    MarginLeft "margin-left" = ZERO;
    PaddingTop "padding-top" = ZERO;
    PaddingRight "padding-right" = ZERO;
    PaddingBottom "padding-bottom" = ZERO;
    PaddingLeft "padding-left" = ZERO;
    Width "width" = word("auto");
    Height "height" = word("auto");
    MinWidth "min-width" = word("auto");
    MinHeight "min-height" = word("auto");
    MaxWidth "max-width" = word("none");
    MaxHeight "max-height" = word("none");
    OverflowX "overflow-x" = word("visible");
    OverflowY "overflow-y" = word("visible");
    Clip "clip" = word("auto");
    ClipPath "clip-path" = word("none");
    Transform "transform" = word("none");
    Translate "translate" = word("none");
    Rotate "rotate" = word("none");
    Scale "scale" = word("none");
    Filter "filter" = word("none");
    MixBlendMode "mix-blend-mode" = word("normal");
    BackgroundImage "background-image" = word("none");
    TextShadow "text-shadow" = word("none");
    BoxShadow "box-shadow" = word("none");
    FontFamily "font-family" = word("auto");
    FontStyle "font-style" = word("normal");
    LineHeight "line-height" = word("normal");
    LetterSpacing "letter-spacing" = ZERO;
    WordSpacing "word-spacing" = ZERO;
    TextIndent "text-indent" = ZERO;
    TextTransform "text-transform" = word("none");
    TextAlign "text-align" = word("start");
    TextDecorationLine "text-decoration-line" = word("none");
    TextDecorationColor "text-decoration-color" = word("currentcolor");
    WhiteSpaceCollapse "white-space-collapse" = word("collapse");
    TextWrapMode "text-wrap-mode" = word("wrap");
    ListStyleType "list-style-type" = word("disc");
    ListStyleImage "list-style-image" = word("none");
    VerticalAlign "vertical-align" = word("baseline");
    WritingMode "writing-mode" = word("horizontal-tb");
    Direction "direction" = word("ltr");
    UnicodeBidi "unicode-bidi" = word("normal");
    Cursor "cursor" = word("auto");
    PointerEvents "pointer-events" = word("auto");
    UserSelect "user-select" = word("auto");
    OutlineStyle "outline-style" = word("none");
    OutlineWidth "outline-width" = Value::Length { pixels: 3.0, percent: 0.0 };
    OutlineColor "outline-color" = word("auto");
    OutlineOffset "outline-offset" = ZERO;
    BorderTopStyle "border-top-style" = word("none");
    BorderRightStyle "border-right-style" = word("none");
    BorderBottomStyle "border-bottom-style" = word("none");
    BorderLeftStyle "border-left-style" = word("none");
    BorderTopWidth "border-top-width" = ZERO;
    BorderRightWidth "border-right-width" = ZERO;
    BorderBottomWidth "border-bottom-width" = ZERO;
    BorderLeftWidth "border-left-width" = ZERO;
    BorderTopColor "border-top-color" = word("currentcolor");
    BorderRightColor "border-right-color" = word("currentcolor");
    BorderBottomColor "border-bottom-color" = word("currentcolor");
    BorderLeftColor "border-left-color" = word("currentcolor");
    AnimationName "animation-name" = word("none");
    AnimationDuration "animation-duration" = word("auto");
    AnimationIterationCount "animation-iteration-count" = word("1");
    TransitionProperty "transition-property" = word("all");
    TransitionDuration "transition-duration" = word("0s");
}

impl Property {
    /// The property of this name, in lower case.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|property| property.name() == name)
    }
}

/// A computed value. [`Display`](fmt::Display) writes it as CSS.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// A word, in lower case. `currentcolor` stands for the element's `color`.
    Word(Cow<'static, str>),
    /// A number, such as a `line-height` of times the font size.
    #[serde(serialize_with = "finite")]
    Number(f32),
    /// The sum of both: pixels, and hundredths of what the property measures itself by.
    Length {
        /// CSS pixels.
        #[serde(serialize_with = "finite")]
        pixels: f32,
        /// 50 for `50%`.
        #[serde(serialize_with = "finite")]
        percent: f32,
    },
    /// A colour.
    Color(Color),
    /// Anything longer, as it was written: white space and comments made single spaces, times in seconds.
    Text(Arc<str>),
}

/// Writes the largest number for an infinite one (CSS Values 4, 10.9): not every format has those.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields like this")]
pub(super) fn finite<S: Serializer>(number: &f32, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_f32(if number.is_nan() { 0.0 } else { number.clamp(f32::MIN, f32::MAX) })
}

impl Value {
    /// A word of CSS, in lower case.
    pub const fn word(word: &'static str) -> Self {
        Self::Word(Cow::Borrowed(word))
    }

    /// Whether it is this word.
    pub fn is(&self, word: &str) -> bool {
        matches!(self, Self::Word(own) if own == word)
    }

    /// A length that no layout changes, in CSS pixels.
    pub fn pixels(&self) -> Option<f32> {
        match self {
            Self::Length { pixels, percent: 0.0 } => Some(*pixels),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => formatter.write_str(word),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Length { pixels, percent: 0.0 } => write!(formatter, "{pixels}px"),
            Self::Length { pixels: 0.0, percent } => write!(formatter, "{percent}%"),
            Self::Length { pixels, percent } => write!(formatter, "calc({percent}% + {pixels}px)"),
            Self::Color(Color { red, green, blue, alpha }) => {
                write!(formatter, "rgb({red} {green} {blue} / {alpha})")
            }
            Self::Text(text) => formatter.write_str(text),
        }
    }
}

/// The values of one style that are not initial; those that could not be found out are `None`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Properties(Option<Arc<[Known]>>);

/// A property and its value; `None` where that could not be found out.
type Known = (Property, Option<Value>);

impl Properties {
    /// Nothing is known of any.
    pub const UNKNOWN: Properties = Properties(None);

    /// From those that are not initial, each once.
    pub fn new(mut values: Vec<Known>) -> Self {
        values.sort_unstable_by_key(|(property, _)| *property);
        Self(Some(values.into()))
    }

    /// The value of a property; `None` if it could not be found out.
    pub fn get(&self, property: Property) -> Option<Value> {
        let values = self.0.as_ref()?;
        match values.binary_search_by_key(&property, |(known, _)| *known) {
            Ok(at) => values[at].1.clone(),
            Err(_) => Some(property.initial()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Properties, Property, Value};

    #[test]
    fn what_is_not_said_is_initial_and_what_is_unknown_is_none() {
        let all = Properties::new(vec![(Property::Width, Some(Value::word("min-content"))), (Property::Cursor, None)]);
        assert_eq!(all.get(Property::Width), Some(Value::word("min-content")));
        assert_eq!(all.get(Property::Cursor), None);
        assert_eq!(all.get(Property::Height), Some(Value::word("auto")));
        assert_eq!(Properties::UNKNOWN.get(Property::Height), None);
        assert_eq!(Property::of_name("line-height"), Some(Property::LineHeight));
    }

    #[test]
    fn values_are_written_as_css() {
        for (value, text) in [
            (Value::Length { pixels: 1.5, percent: 0.0 }, "1.5px"),
            (Value::Length { pixels: 0.0, percent: 50.0 }, "50%"),
            (Value::Length { pixels: -2.0, percent: 50.0 }, "calc(50% + -2px)"),
            (Value::Number(1.2), "1.2"),
            (Value::word("auto"), "auto"),
        ] {
            assert_eq!(value.to_string(), text);
        }
    }
}
