//! The longhands that are looked at.

use sada_audit::{Property, Unknown};
use std::sync::LazyLock;

macro_rules! longhands {
    ($($(#[$doc:meta])* $variant:ident $name:literal $($alias:literal)* : $inherited:literal $group:ident;)*) => {
        /// A longhand. Those with a flag say here what the flag means.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Longhand { $($(#[$doc])* $variant),* }

        impl Longhand {
            pub const ALL: &[Longhand] = &[$(Longhand::$variant),*];

            /// The longhand of this name, in lower case.
            pub fn of_name(name: &str) -> Option<Self> {
                match name {
                    $($name $(| $alias)* => Some(Self::$variant),)*
                    _ => None,
                }
            }

            /// The name as CSS has it.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            pub fn is_inherited(self) -> bool {
                match self { $(Self::$variant => $inherited),* }
            }

            /// What cannot be told when this cannot.
            pub fn group(self) -> Unknown {
                match self { $(Self::$variant => Unknown::$group),* }
            }
        }
    };
}

longhands! {
    ColorScheme "color-scheme": true COLOR;
    /// The generic `monospace` alone, which browsers draw smaller.
    FontFamily "font-family": true FONT;
    FontSize "font-size": true FONT;
    FontWeight "font-weight": true FONT;
    Color "color": true COLOR;
    TextFill "-webkit-text-fill-color": true COLOR;
    /// Letters have an outline.
    TextStroke "-webkit-text-stroke-width": true PAINT;
    /// There is one.
    TextShadow "text-shadow": true PAINT;
    /// `hidden` or `collapse`.
    Visibility "visibility": true VISIBILITY;
    /// Negative, which moves text out of its box.
    TextIndent "text-indent": true PLACE;
    BackgroundColor "background-color": false BACKGROUND;
    /// There is one.
    BackgroundImage "background-image": false BACKGROUND;
    /// `text`.
    BackgroundClip "background-clip" "-webkit-background-clip": false BACKGROUND;
    /// One inside the box, large enough to lie behind text.
    BoxShadow "box-shadow" "-webkit-box-shadow": false BACKGROUND;
    Opacity "opacity" "-webkit-opacity": false PAINT;
    /// There is one.
    Filter "filter" "-webkit-filter": false PAINT;
    /// There is one.
    BackdropFilter "backdrop-filter" "-webkit-backdrop-filter": false PAINT;
    /// Not `normal`.
    MixBlendMode "mix-blend-mode": false PAINT;
    /// There is one.
    Mask "mask-image" "-webkit-mask-image": false PAINT;
    Display "display": false VISIBILITY;
    /// `hidden`.
    ContentVisibility "content-visibility": false VISIBILITY;
    Position "position": false PLACE;
    /// Negative.
    ZIndex "z-index": false PLACE;
    /// Not `none`.
    Float "float": false PLACE;
    /// Negative, or perhaps so.
    MarginTop "margin-top" "margin-block-start" "-webkit-margin-before": false PLACE;
    /// Negative, or perhaps so.
    MarginRight "margin-right" "margin-inline-end" "-webkit-margin-end": false PLACE;
    /// Negative, or perhaps so.
    MarginBottom "margin-bottom" "margin-block-end" "-webkit-margin-after": false PLACE;
    /// Negative, or perhaps so.
    MarginLeft "margin-left" "margin-inline-start" "-webkit-margin-start": false PLACE;
    /// Neither `auto` nor zero.
    Top "top" "inset-block-start": false PLACE;
    /// Neither `auto` nor zero.
    Right "right" "inset-inline-end": false PLACE;
    /// Neither `auto` nor zero.
    Bottom "bottom" "inset-block-end": false PLACE;
    /// Neither `auto` nor zero.
    Left "left" "inset-inline-start": false PLACE;
    /// One that moves.
    Transform "transform" "-webkit-transform": false PLACE;
    /// One that moves.
    Translate "translate": false PLACE;
    /// One that moves.
    Rotate "rotate": false PLACE;
    /// One that moves.
    Scale "scale": false PLACE;
    /// There is one.
    OffsetPath "offset-path": false PLACE;
    /// Nothing is left of the box.
    Clip "clip": false PLACE;
    /// Nothing is left of the box.
    ClipPath "clip-path" "-webkit-clip-path": false PLACE;
    /// Not `visible`.
    OverflowX "overflow-x" "overflow-inline": false PLACE;
    /// Not `visible`.
    OverflowY "overflow-y" "overflow-block": false PLACE;
    Width "width" "inline-size" "-webkit-logical-width": false PLACE;
    Height "height" "block-size" "-webkit-logical-height": false PLACE;
    MaxWidth "max-width" "max-inline-size": false PLACE;
    MaxHeight "max-height" "max-block-size": false PLACE;
    MinWidth "min-width" "min-inline-size": false PLACE;
    MinHeight "min-height" "min-block-size": false PLACE;
    PaddingTop "padding-top" "padding-block-start" "-webkit-padding-before": false PLACE;
    PaddingRight "padding-right" "padding-inline-end" "-webkit-padding-end": false PLACE;
    PaddingBottom "padding-bottom" "padding-block-end" "-webkit-padding-after": false PLACE;
    PaddingLeft "padding-left" "padding-inline-start" "-webkit-padding-start": false PLACE;
    Animation "animation-name" "-webkit-animation-name": false PAINT;
    /// Not `1`.
    Zoom "zoom": false FONT;
    /// A pseudo-element has a box.
    Content "content": false VISIBILITY;
    FontStyle "font-style": true NOTHING;
    LineHeight "line-height": true NOTHING;
    LetterSpacing "letter-spacing": true NOTHING;
    WordSpacing "word-spacing": true NOTHING;
    TextTransform "text-transform": true NOTHING;
    TextAlign "text-align": true NOTHING;
    WhiteSpaceCollapse "white-space-collapse": true NOTHING;
    TextWrapMode "text-wrap-mode": true NOTHING;
    ListStyleType "list-style-type": true NOTHING;
    ListStyleImage "list-style-image": true NOTHING;
    WritingMode "writing-mode" "-webkit-writing-mode": true NOTHING;
    Direction "direction": true NOTHING;
    Cursor "cursor": true NOTHING;
    PointerEvents "pointer-events": true NOTHING;
    Quotes "quotes": true NOTHING;
    UnicodeBidi "unicode-bidi": false NOTHING;
    UserSelect "user-select" "-webkit-user-select": false NOTHING;
    TextDecorationLine "text-decoration-line": false NOTHING;
    TextDecorationColor "text-decoration-color" "-webkit-text-decoration-color": false NOTHING;
    VerticalAlign "vertical-align": false NOTHING;
    OutlineWidth "outline-width": false NOTHING;
    OutlineStyle "outline-style": false NOTHING;
    OutlineColor "outline-color": false NOTHING;
    OutlineOffset "outline-offset": false NOTHING;
    BorderTopWidth "border-top-width" "border-block-start-width": false NOTHING;
    BorderTopStyle "border-top-style" "border-block-start-style": false NOTHING;
    BorderTopColor "border-top-color" "border-block-start-color": false NOTHING;
    BorderRightWidth "border-right-width" "border-inline-end-width": false NOTHING;
    BorderRightStyle "border-right-style" "border-inline-end-style": false NOTHING;
    BorderRightColor "border-right-color" "border-inline-end-color": false NOTHING;
    BorderBottomWidth "border-bottom-width" "border-block-end-width": false NOTHING;
    BorderBottomStyle "border-bottom-style" "border-block-end-style": false NOTHING;
    BorderBottomColor "border-bottom-color" "border-block-end-color": false NOTHING;
    BorderLeftWidth "border-left-width" "border-inline-start-width": false NOTHING;
    BorderLeftStyle "border-left-style" "border-inline-start-style": false NOTHING;
    BorderLeftColor "border-left-color" "border-inline-start-color": false NOTHING;
    AnimationDuration "animation-duration" "-webkit-animation-duration": false NOTHING;
    AnimationIterationCount "animation-iteration-count" "-webkit-animation-iteration-count": false NOTHING;
    TransitionProperty "transition-property" "-webkit-transition-property": false NOTHING;
    TransitionDuration "transition-duration" "-webkit-transition-duration": false NOTHING;
}

/// The properties that rules ask for by name, by longhand.
static PROPERTIES: LazyLock<Vec<Option<Property>>> =
    LazyLock::new(|| Longhand::ALL.iter().map(|longhand| Property::of_name(longhand.name())).collect());

impl Longhand {
    /// The property that rules ask for, if they ask for it by name.
    pub fn property(self) -> Option<Property> {
        PROPERTIES[self as usize]
    }

    /// Whether its value is kept as it is, besides what the longhand says itself.
    pub fn is_plain(self) -> bool {
        self.property().is_some() || self == Self::Content || self == Self::Quotes
    }
}

/// A set of longhands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Set(u128);

impl Set {
    pub const NONE: Set = Set(0);

    pub fn has(self, longhand: Longhand) -> bool {
        self.0 & (1 << longhand as u8) != 0
    }

    pub fn put(&mut self, longhand: Longhand, is_in: bool) {
        let bit = 1_u128 << longhand as u8;
        self.0 = if is_in { self.0 | bit } else { self.0 & !bit };
    }

    /// Those of `self` that are in `other` too.
    #[must_use]
    pub fn only(self, other: Set) -> Set {
        Set(self.0 & other.0)
    }

    #[must_use]
    pub fn and(self, other: Set) -> Set {
        Set(self.0 | other.0)
    }

    /// Those of `self` that are not in `other`.
    #[must_use]
    pub fn without(self, other: Set) -> Set {
        Set(self.0 & !other.0)
    }

    /// One bit a longhand.
    #[expect(clippy::cast_possible_truncation, reason = "only the lower half is meant")]
    pub fn halves(self) -> [u64; 2] {
        [(self.0 >> 64) as u64, self.0 as u64]
    }

    /// Whether any of `longhands` is in it.
    pub fn has_any(self, longhands: &[Longhand]) -> bool {
        longhands.iter().any(|longhand| self.has(*longhand))
    }

    pub fn iter(self) -> impl Iterator<Item = Longhand> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let longhand = *Longhand::ALL.get(left.trailing_zeros() as usize)?;
            left &= left - 1;
            Some(longhand)
        })
    }
}

/// The longhands that inherit.
pub(crate) static INHERITED: LazyLock<Set> =
    LazyLock::new(|| Longhand::ALL.iter().copied().filter(|longhand| longhand.is_inherited()).collect());

impl FromIterator<Longhand> for Set {
    fn from_iter<I: IntoIterator<Item = Longhand>>(longhands: I) -> Self {
        let mut set = Set::NONE;
        for longhand in longhands {
            set.put(longhand, true);
        }
        set
    }
}
