//! Random declarations.

use std::fmt::Write;

/// A small generator of random numbers (xorshift64*), so that a seed always gives the same.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..4 {
            dice.below(2);
        }
        dice
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as u32;
        high % end.max(1)
    }

    pub fn one_in(&mut self, count: u32) -> bool {
        self.below(count) == 0
    }

    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(u32::try_from(from.len()).expect("lists are short")) as usize]
    }
}

const COLORS: &[&str] = &[
    "red",
    "#0a0",
    "#12345680",
    "transparent",
    "currentcolor",
    "rgb(1 2 3 / 50%)",
    "rgba(10, 20, 30, .4)",
    "hsl(120 50% 40%)",
    "hsl(none 50% 40%)",
    "hwb(30 20% 10%)",
    "lab(50 10 -10)",
    "lch(50 20 40)",
    "oklab(.5 .05 .02)",
    "oklch(60% .08 200)",
    "color(srgb .2 .4 .6)",
    "color(srgb-linear .1 .2 .3 / .5)",
    "color(xyz .2 .2 .2)",
    "color-mix(in srgb, red, blue)",
    "color-mix(in oklab, white 30%, black)",
    "color-mix(in hsl longer hue, red, lime)",
    "light-dark(black, white)",
    "rgb(from red g b r)",
    "hsl(from #336699 h s 70%)",
    "oklch(from teal l c h / .5)",
    "rgb(calc(10 * 5) 20 30)",
    "Canvas",
    "CanvasText",
    "LinkText",
    "GrayText",
    "ButtonFace",
    "var(--c)",
    "var(--none, teal)",
    "color-mix(in srgb, currentcolor 40%, white)",
    "hsl(from currentcolor h s l)",
    "color-mix(in lch, red 20%, blue 20%)",
    "rgb(300 -10 20)",
];
const LENGTHS: &[&str] = &[
    "0",
    "5px",
    "-3px",
    "1em",
    "2rem",
    "10%",
    "calc(1em + 4px)",
    "2vw",
    "1pt",
    "min(10px, 2em)",
    "clamp(1px, 1vw, 9px)",
    "var(--l)",
    "var(--p)",
    "calc(50% - 10px)",
    "max(1rem, 4px)",
    "0.5in",
    "calc(2 * (3px + 1em))",
];
const WIDE: &[&str] = &["inherit", "initial", "unset", "revert", "revert-layer"];

/// Properties and what they take; `L` stands for a length, `C` for a colour.
const PROPERTIES: &[(&str, &[&str])] = &[
    ("color", &["C"]),
    ("background-color", &["C"]),
    ("background", &["C", "none", "url(x.png) C", "linear-gradient(red, blue)"]),
    ("background-image", &["none", "url(x.png)", "linear-gradient(C, C)"]),
    ("font-size", &["L", "12px", "1.2em", "smaller", "larger", "x-large", "120%", "medium"]),
    ("font-weight", &["bold", "bolder", "lighter", "350", "normal"]),
    ("font-style", &["italic", "normal", "oblique"]),
    ("font", &["italic bold 20px/1.5 serif", "12px monospace", "bold 2em sans-serif", "120%/2em x"]),
    ("font-family", &["monospace", "serif", "x, monospace"]),
    ("line-height", &["normal", "1.5", "20px", "150%", "1.2em", "L"]),
    ("letter-spacing", &["normal", "2px", ".1em", "L"]),
    ("word-spacing", &["normal", "2px", ".2em"]),
    ("text-decoration", &["none", "underline", "line-through red", "underline overline dotted 2px"]),
    ("text-decoration-line", &["none", "underline", "overline line-through"]),
    ("text-indent", &["L", "2em", "-9999px"]),
    ("text-transform", &["none", "uppercase", "capitalize"]),
    ("text-align", &["left", "center", "justify", "end"]),
    ("white-space", &["normal", "pre", "nowrap", "pre-wrap", "pre-line", "break-spaces"]),
    (
        "display",
        &[
            "none",
            "block",
            "inline",
            "inline-block",
            "flex",
            "grid",
            "contents",
            "list-item",
            "table",
            "inline-flex",
            "flow-root",
            "table-cell",
        ],
    ),
    ("visibility", &["hidden", "visible", "collapse"]),
    ("content-visibility", &["hidden", "auto", "visible"]),
    ("opacity", &["0", ".5", "1", "50%", "calc(.2 + .1)"]),
    ("overflow", &["hidden", "visible", "auto", "clip", "hidden visible", "scroll clip"]),
    ("overflow-x", &["hidden", "visible", "clip"]),
    ("position", &["static", "relative", "absolute", "fixed", "sticky"]),
    ("inset", &["0", "L", "auto", "1px 2px 3px", "L auto"]),
    ("top", &["L", "auto"]),
    ("left", &["L", "auto", "-9999px"]),
    ("margin", &["L", "auto", "1px 2em", "0 auto L"]),
    ("margin-left", &["L", "-1px"]),
    ("margin-block", &["L", "1px 2px"]),
    ("padding", &["1px", "1em 2px", "5%", "0"]),
    ("padding-inline", &["3px", "1em 2em"]),
    ("width", &["L", "auto", "50%", "min-content", "100px", "fit-content"]),
    ("height", &["L", "auto", "0", "1px"]),
    ("max-width", &["none", "L", "30em"]),
    ("min-height", &["auto", "10px", "0"]),
    ("clip", &["auto", "rect(0, 0, 0, 0)", "rect(1px, 1px, 1px, 1px)"]),
    ("clip-path", &["none", "inset(50%)", "circle(10px)"]),
    ("transform", &["none", "rotate(90deg)", "translate(1px, 2px)", "scale(0)"]),
    ("rotate", &["none", "90deg"]),
    ("z-index", &["auto", "-1", "3"]),
    ("mix-blend-mode", &["normal", "multiply"]),
    ("filter", &["none", "blur(1px)"]),
    ("text-shadow", &["none", "1px 1px red"]),
    ("cursor", &["auto", "pointer", "not-allowed", "default"]),
    ("outline", &["none", "1px solid red", "0", "thick dotted", "2px auto C"]),
    ("outline-width", &["1px", "thin", "2.6px"]),
    ("outline-style", &["solid", "none", "dotted"]),
    ("border", &["none", "1px solid C", "0", "thick double", "2px dashed", "solid"]),
    ("border-top", &["1px solid", "none", "3px C dotted"]),
    ("border-width", &["1px 2px", "thin", "0.3px"]),
    ("border-style", &["solid", "none dashed", "hidden"]),
    ("border-color", &["C", "C C"]),
    ("border-left-color", &["C"]),
    ("float", &["left", "none", "right"]),
    ("list-style", &["none", "square", "inside", "decimal inside"]),
    ("list-style-type", &["none", "circle", "lower-roman"]),
    ("vertical-align", &["top", "middle", "2px", "baseline"]),
    ("animation", &["spin 2s infinite", "none", "a 1s, b 200ms 3", "ease 1s ease"]),
    ("animation-duration", &["1s", "200ms, 2s"]),
    ("transition", &["all 1s", "color 200ms ease-in, width 1s", "none"]),
    ("pointer-events", &["none", "auto"]),
    ("all", &["unset", "initial", "revert", "inherit"]),
    ("color-scheme", &["dark", "light dark", "normal", "light"]),
    ("--c", &["blue", "C", "var(--d)", "initial"]),
    ("--d", &["var(--c)", "lime", "var(--none, red)"]),
    ("--l", &["9px", "2em", "calc(1px + 1em)", "var(--m, 3px)"]),
    ("--m", &["var(--l)", "4px"]),
    ("--p", &["3px", "1em", "red", "inherit"]),
    ("nonsense", &["1"]),
];

fn fill(dice: &mut Dice, value: &str) -> String {
    let words = value.split(' ').map(|word| match word {
        "L" => dice.pick(LENGTHS).to_owned(),
        "C" => dice.pick(COLORS).to_owned(),
        "linear-gradient(C," => format!("linear-gradient({},", dice.pick(COLORS)),
        "C)" => format!("{})", dice.pick(COLORS)),
        word => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The inside of a rule.
pub fn block(dice: &mut Dice) -> String {
    let mut text = String::new();
    for _ in 0..=dice.below(5) {
        let (name, values) = dice.pick(PROPERTIES);
        if name == "all" && !dice.one_in(4) {
            continue;
        }
        let value = if dice.one_in(9) {
            dice.pick(WIDE).to_owned()
        } else {
            let value = dice.pick(values);
            fill(dice, value)
        };
        let important = if dice.one_in(10) { "!important" } else { "" };
        let _ = write!(text, "{name}:{value}{important};");
    }
    text
}
