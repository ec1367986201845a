//! Random pages: a tree, sheets, a visitor. The same seed makes the same page.

use crate::values::{self, Dice};
use sada_audit_html::Visitor;
use std::fmt::Write;

/// A page, and for whom it is read.
pub struct Puzzle {
    pub markup: String,
    pub visitor: Visitor,
}

const CLASSES: &[&str] = &["a", "b", "c", "d"];
const NAMES: &[&str] = &[
    "div",
    "p",
    "span",
    "ul",
    "ol",
    "li",
    "b",
    "em",
    "a",
    "h1",
    "h3",
    "section",
    "code",
    "pre",
    "small",
    "table",
    "button",
    "input",
    "label",
    "fieldset",
    "blockquote",
    "sup",
    "mark",
    "u",
    "details",
    "summary",
    "dl",
    "dd",
    "font",
    "select",
    "textarea",
    "hr",
    "q",
    "address",
    "strong",
    "kbd",
    "center",
    "figure",
    "del",
    "abbr",
];

/// The puzzle of a seed.
pub fn puzzle(seed: u64) -> Puzzle {
    let mut dice = Dice::new(seed);
    let visitor = Visitor {
        width: dice.pick(&[320.0, 800.0, 1280.0]),
        height: dice.pick(&[600.0, 900.0]),
        prefers_dark: dice.one_in(3),
        prefers_reduced_motion: dice.one_in(4),
        is_print: dice.one_in(8),
        ..Visitor::default()
    };
    let mut markup = if dice.one_in(12) { String::new() } else { "<!doctype html>".to_owned() };
    markup.push_str("<html n=0>");
    if dice.one_in(8) {
        markup.push_str("<meta name=color-scheme content='light dark'>");
    }
    for _ in 0..=dice.below(2) {
        let media = dice.pick(&["", "", "", " media=print", " media='(min-width:600px)'", " title=x"]);
        let _ = write!(markup, "<style{media}>{}</style>", sheet(&mut dice, false));
    }
    markup.push_str("<body n=1>");
    let mut tree = Tree { dice, markup, next: 2 };
    for _ in 0..4 {
        tree.element(0);
    }
    Puzzle { markup: tree.markup, visitor }
}

struct Tree {
    dice: Dice,
    markup: String,
    next: u32,
}

impl Tree {
    fn element(&mut self, depth: u32) {
        if self.next > 60 {
            return;
        }
        let name = self.dice.pick(NAMES);
        let number = self.next;
        self.next += 1;
        let _ = write!(self.markup, "<{name} n={number}");
        if self.dice.one_in(2) {
            let (a, b) = (self.dice.pick(CLASSES), self.dice.pick(CLASSES));
            let _ = write!(self.markup, " class='{a} {b}'");
        }
        if self.dice.one_in(4) {
            let _ = write!(self.markup, " id=i{}", self.dice.below(6));
        }
        if self.dice.one_in(4) {
            let _ = write!(self.markup, " style=\"{}\"", values::block(&mut self.dice));
        }
        self.attributes(name);
        self.markup.push('>');
        if matches!(name, "input" | "hr") {
            return;
        }
        if depth < 3 && self.dice.one_in(10) && matches!(name, "div" | "p" | "span" | "section" | "h1" | "blockquote") {
            self.shadow(depth);
        }
        if matches!(name, "textarea" | "select") {
            let _ = write!(self.markup, "</{name}>");
            return;
        }
        if self.dice.one_in(3) {
            self.markup.push('x');
        }
        for _ in 0..self.dice.below(if depth < 5 { 4 } else { 1 }) {
            self.element(depth + 1);
        }
        let _ = write!(self.markup, "</{name}>");
    }

    fn shadow(&mut self, depth: u32) {
        let css = sheet(&mut self.dice, true);
        let _ = write!(self.markup, "<template shadowrootmode=open><style>{css}</style>");
        self.element(depth + 2);
        let slot = self.next;
        self.next += 1;
        let _ = write!(self.markup, "<slot n={slot}></slot></template>");
    }

    fn attributes(&mut self, name: &str) {
        let written = match name {
            "table" => {
                self.dice.pick(&["", " bgcolor=lime", " border=1", " width=200", " align=right", " cellpadding=3"])
            }
            "font" => self.dice.pick(&["", " color=red", " size=5", " size=+1 color=#123", " face=monospace"]),
            "a" => self.dice.pick(&["", " href=x", " href=y"]),
            "input" => self.dice.pick(&[
                "",
                " type=text disabled",
                " type=checkbox checked",
                " type=radio",
                " type=submit",
                " type=hidden",
                " required",
                " placeholder=p",
                " type=button",
                " type=search",
                " readonly",
            ]),
            "button" | "select" | "textarea" | "fieldset" => self.dice.pick(&["", "", " disabled"]),
            "details" => self.dice.pick(&["", " open"]),
            "p" | "div" | "h1" => {
                self.dice.pick(&["", "", "", " align=center", " hidden", " lang=de", " dir=ltr", " part=p"])
            }
            "ol" | "ul" => self.dice.pick(&["", "", " type=a", " type=square"]),
            "hr" => self.dice.pick(&["", " color=red", " noshade", " width=50%"]),
            _ => "",
        };
        self.markup.push_str(written);
    }
}

fn compound(dice: &mut Dice) -> String {
    let mut text = match dice.below(8) {
        0 | 1 => format!(".{}", dice.pick(CLASSES)),
        2 => format!("#i{}", dice.below(6)),
        3 => "*".to_owned(),
        4 => format!("{}.{}", dice.pick(NAMES), dice.pick(CLASSES)),
        5 => "[class]".to_owned(),
        _ => dice.pick(NAMES).to_owned(),
    };
    if dice.one_in(3) {
        let inner = |dice: &mut Dice| format!(".{}", dice.pick(CLASSES));
        let more = match dice.below(14) {
            0 => ":first-child".to_owned(),
            1 => ":nth-child(2n+1)".to_owned(),
            2 => format!(":not({})", inner(dice)),
            3 => format!(":is({}, #i1)", inner(dice)),
            4 => format!(":where({})", inner(dice)),
            5 => format!(":has({})", inner(dice)),
            6 => format!(":has(> {})", inner(dice)),
            7 => ":nth-last-child(-n+2)".to_owned(),
            8 => format!(":nth-child(1 of {})", inner(dice)),
            9 => ":only-of-type".to_owned(),
            10 => ":empty".to_owned(),
            11 => ":nth-of-type(2)".to_owned(),
            12 => dice
                .pick(&[":disabled", ":enabled", ":checked", ":link", ":hover", ":lang(de)", ":read-only"])
                .to_owned(),
            _ => ":root *".to_owned(),
        };
        text.push_str(&more);
    }
    text
}

fn selector(dice: &mut Dice) -> String {
    let mut text = compound(dice);
    for _ in 0..dice.below(3) {
        text.push_str(dice.pick(&[" ", " > ", " + ", " ~ ", " "]));
        text.push_str(&compound(dice));
    }
    text
}

fn sheet(dice: &mut Dice, is_shadow: bool) -> String {
    let mut css = String::new();
    if dice.one_in(4) {
        css.push_str("@layer one, two;");
    }
    if dice.one_in(6) {
        let layer =
            dice.pick(&["", " layer(one)", " layer", " supports(display: grid)", " (min-width: 700px)", " print"]);
        let inside = format!("{}{{{}}}", compound(dice), values::block(dice)).replace(['#', '%', '"', '\''], "");
        let _ = write!(css, "@import url(\"data:text/css,{inside}\"){layer};");
    }
    if dice.one_in(4) {
        let inherits = dice.pick(&["true", "false"]);
        let _ = write!(css, "@property --p{{syntax:'<length>';inherits:{inherits};initial-value:7px}}");
    }
    for _ in 0..8 {
        let rule = rule(dice, is_shadow, 0);
        css.push_str(&rule);
    }
    css
}

fn rule(dice: &mut Dice, is_shadow: bool, depth: u32) -> String {
    if is_shadow && dice.one_in(3) {
        let host = dice.pick(&[":host", ":host(.a)", ":host(div)", "::slotted(*)", "::slotted(.b)", ":host .c"]);
        return format!("{host}{{{}}}", values::block(dice));
    }
    let inside = |dice: &mut Dice| if depth < 3 { rule(dice, is_shadow, depth + 1) } else { String::new() };
    match dice.below(16) {
        0 => format!("@layer {}{{{}}}", dice.pick(&["one", "two", "three", "one.sub", ""]), inside(dice)),
        1 => format!("@media {}{{{}}}", media(dice), inside(dice)),
        2 => format!("@supports {}{{{}}}", supports(dice), inside(dice)),
        3 => format!("{}{{{}{}}}", selector(dice), values::block(dice), nested(dice)),
        4 => format!("{}{{{}@media {}{{{}}}}}", compound(dice), values::block(dice), media(dice), values::block(dice)),
        5 => format!("@scope (.{}){{{}}}", dice.pick(CLASSES), scoped(dice)),
        6 => format!("@scope (.{}) to (.{}){{{}}}", dice.pick(CLASSES), dice.pick(CLASSES), scoped(dice)),
        _ => format!("{}{{{}}}", selector(dice), values::block(dice)),
    }
}

fn nested(dice: &mut Dice) -> String {
    let inner = compound(dice);
    let head = match dice.below(5) {
        0 => format!("& {inner}"),
        1 => format!("> {inner}"),
        2 => format!(".{} &", dice.pick(CLASSES)),
        3 => format!("&.{}", dice.pick(CLASSES)),
        _ => inner,
    };
    format!("{head}{{{}}}", values::block(dice))
}

fn scoped(dice: &mut Dice) -> String {
    let head = match dice.below(5) {
        0 => ":scope".to_owned(),
        1 => format!(":scope > {}", compound(dice)),
        2 => "&".to_owned(),
        3 => format!("> {}", compound(dice)),
        _ => compound(dice),
    };
    format!("{head}{{{}}}", values::block(dice))
}

fn media(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "(min-width: 600px)",
        "(max-width: 50em)",
        "(600px <= width < 1000px)",
        "(width > 20rem) and (height >= 700px)",
        "screen and (orientation: portrait)",
        "print",
        "not print",
        "(prefers-color-scheme: dark)",
        "not (prefers-color-scheme: dark)",
        "(prefers-reduced-motion: reduce)",
        "(hover) and (pointer: fine)",
        "(min-aspect-ratio: 1/1), print",
        "(prefers-contrast: more) or (min-width: 1px)",
        "(forced-colors: none)",
    ])
}

fn supports(dice: &mut Dice) -> &'static str {
    dice.pick(&[
        "(display: grid)",
        "not (display: grid)",
        "(color: oklch(0.5 0.1 20)) and (display: flex)",
        "selector(:has(a))",
        "(display: nonsense) or (width: 1px)",
        "(--x: y)",
    ])
}
