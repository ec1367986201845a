//! Custom properties and the values they are put into (CSS Variables 1).

use crate::css::declaration::Custom;
use crate::css::name::Name;
use crate::css::property::Wide;
use crate::css::sheet::Registered;
use cssparser::{ParseError, Parser, SourcePosition, Token};
use hashbrown::HashMap;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

/// The longest text that variables may make. Browsers stop at about a megabyte; nobody writes a thousandth of it.
const LONGEST: usize = 64 * 1024;
/// How many variables may stand in each other.
const DEEPEST: usize = 100;

/// What became of a text with variables in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Substituted {
    Text(Arc<str>),
    /// Invalid at computed-value time: the property is unset.
    Invalid,
    /// It depends on something that cannot be told.
    Unknown,
}

/// The custom properties of an element: those declared for it, and those around it.
#[derive(Debug, Default)]
pub(super) struct Variables {
    parent: Option<Rc<Variables>>,
    own: HashMap<Box<str>, Variable>,
}

#[derive(Debug)]
struct Variable {
    text: Option<Arc<str>>,
    is_doubtful: bool,
    value: OnceCell<Substituted>,
}

impl Variables {
    /// The custom properties of the page itself: those that `@property` gives a value.
    pub fn registered<'r>(all: impl Iterator<Item = (&'r Registered, bool)>) -> Rc<Self> {
        let mut own = HashMap::new();
        for (registered, is_doubtful) in all {
            own.insert(Box::from(registered.name.as_str()), Variable::new(registered.initial.clone(), is_doubtful));
        }
        Rc::new(Self { parent: None, own })
    }

    /// Those of an element inside: `declared` with whether it may be otherwise. `reset` are those that do not inherit.
    pub fn inside<'d>(
        parent: &Rc<Self>,
        declared: impl Iterator<Item = (&'d Name, &'d Custom, bool)>,
        reset: &[Registered],
    ) -> Rc<Self> {
        let mut own = HashMap::new();
        for registered in reset {
            own.insert(Box::from(registered.name.as_str()), Variable::new(registered.initial.clone(), false));
        }
        for (name, value, is_doubtful) in declared {
            let text = match value {
                Custom::Text(text) => Some(Arc::clone(text)),
                Custom::Wide(Wide::Initial) => None,
                Custom::Wide(_) if !is_doubtful => {
                    // As around it; `revert` finds nothing below the author's.
                    own.remove(name.as_str());
                    continue;
                }
                Custom::Wide(_) => None,
            };
            own.insert(Box::from(name.as_str()), Variable::new(text, is_doubtful));
        }
        if own.is_empty() { Rc::clone(parent) } else { Rc::new(Self { parent: Some(Rc::clone(parent)), own }) }
    }

    fn find(&self, name: &str) -> Option<(&Variables, &Variable)> {
        let mut at = Some(self);
        while let Some(variables) = at {
            if let Some(variable) = variables.own.get(name) {
                return Some((variables, variable));
            }
            at = variables.parent.as_deref();
        }
        None
    }

    /// Puts values in the place of `var()` and its kin.
    pub fn substitute(&self, text: &str) -> Substituted {
        let walk = Walk { path: RefCell::default(), cycle: Cell::new(usize::MAX) };
        self.substitute_in(text, &walk)
    }

    fn substitute_in(&self, text: &str, walk: &Walk) -> Substituted {
        let mut out = String::new();
        let mut input = Parser::new(text);
        match self.fill(&mut input, &mut out, walk) {
            Ok(()) => Substituted::Text(out.trim_ascii().into()),
            Err(error) => match error.kind {
                cssparser::ParseErrorKind::Custom(Stop::Invalid) => Substituted::Invalid,
                _ => Substituted::Unknown,
            },
        }
    }

    fn fill(&self, input: &mut Parser<'_>, out: &mut String, walk: &Walk) -> Result<(), ParseError<Stop>> {
        let mut copied = input.position();
        loop {
            let before = input.position();
            let Ok(token) = input.next_including_whitespace_and_comments().cloned() else {
                out.push_str(input.slice_from(copied));
                return Ok(());
            };
            if out.len() > LONGEST {
                return Err(ParseError::custom(Stop::Unknown));
            }
            match token {
                Token::Function(name) if is_substituted(&name) => {
                    out.push_str(input.slice(copied..before));
                    let value = input.parse_nested_block(|input| match name.to_ascii_lowercase().as_str() {
                        "var" => self.variable(input, walk),
                        "env" => self.environment(input, walk),
                        _ => Err(ParseError::custom(Stop::Unknown)),
                    })?;
                    // Tokens must not grow together.
                    out.push_str("/**/");
                    out.push_str(&value);
                    out.push_str("/**/");
                    copied = input.position();
                }
                Token::Function(_) | Token::ParenthesisBlock | Token::SquareBracketBlock | Token::CurlyBracketBlock => {
                    out.push_str(input.slice(copied..input.position()));
                    copied = input.parse_nested_block(|input| -> Result<SourcePosition, ParseError<Stop>> {
                        self.fill(input, out, walk)?;
                        Ok(input.position())
                    })?;
                }
                _ => {}
            }
        }
    }

    /// The inside of `var()`.
    fn variable(&self, input: &mut Parser<'_>, walk: &Walk) -> Result<Arc<str>, ParseError<Stop>> {
        let name = input.expect_ident_cloned()?;
        match self.value(&name, walk) {
            Substituted::Text(text) => {
                while input.next().is_ok() {}
                Ok(text)
            }
            Substituted::Unknown => Err(ParseError::custom(Stop::Unknown)),
            Substituted::Invalid => self.fallback(input, walk),
        }
    }

    /// What stands behind the comma.
    fn fallback(&self, input: &mut Parser<'_>, walk: &Walk) -> Result<Arc<str>, ParseError<Stop>> {
        if input.try_parse(Parser::expect_comma).is_err() {
            return Err(ParseError::custom(Stop::Invalid));
        }
        let mut out = String::new();
        self.fill(input, &mut out, walk)?;
        Ok(out.into())
    }

    /// The inside of `env()`. A window has no edges that are cut off.
    fn environment(&self, input: &mut Parser<'_>, walk: &Walk) -> Result<Arc<str>, ParseError<Stop>> {
        let name = input.expect_ident_cloned()?.to_ascii_lowercase();
        if name.starts_with("safe-area-inset-") || name.starts_with("safe-area-max-inset-") {
            while input.next().is_ok() {}
            return Ok("0px".into());
        }
        let is_known = ["titlebar-area-", "keyboard-inset-", "viewport-segment-", "preferred-text-scale"];
        if is_known.iter().any(|start| name.starts_with(start)) {
            return Err(ParseError::custom(Stop::Unknown));
        }
        self.fallback(input, walk)
    }

    /// The value of a custom property as seen from here.
    fn value(&self, name: &str, walk: &Walk) -> Substituted {
        let Some((variables, variable)) = self.find(name) else { return Substituted::Invalid };
        if variable.is_doubtful {
            return Substituted::Unknown;
        }
        if let Some(value) = variable.value.get() {
            return value.clone();
        }
        let Some(text) = &variable.text else { return Substituted::Invalid };
        if !text.contains('(') {
            let value = Substituted::Text(Arc::clone(text));
            return variable.value.get_or_init(|| value).clone();
        }
        let place = std::ptr::from_ref(variable);
        let at = walk.path.borrow().len();
        if let Some(start) = walk.path.borrow().iter().position(|open| *open == place) {
            let cycle = walk.cycle.get().min(start);
            walk.cycle.set(cycle);
            return Substituted::Invalid;
        }
        if at >= DEEPEST {
            return Substituted::Unknown;
        }
        walk.path.borrow_mut().push(place);
        let outer = walk.cycle.replace(usize::MAX);
        let mut value = variables.substitute_in(text, walk);
        walk.path.borrow_mut().pop();
        // All in a cycle are invalid, whatever their fallbacks say.
        let first = walk.cycle.get();
        if first <= at {
            value = Substituted::Invalid;
        }
        walk.cycle.set(outer.min(if first < at { first } else { usize::MAX }));
        variable.value.get_or_init(|| value).clone()
    }
}

impl Variable {
    fn new(text: Option<Arc<str>>, is_doubtful: bool) -> Self {
        Self { text, is_doubtful, value: OnceCell::new() }
    }
}

/// The variables that are being looked up.
struct Walk {
    /// Where each is kept.
    path: RefCell<Vec<*const Variable>>,
    /// The first of them that a cycle has led back to; `usize::MAX` if none has.
    cycle: Cell<usize>,
}

#[derive(Debug, Clone, Copy)]
enum Stop {
    Invalid,
    Unknown,
}

fn is_substituted(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("--")
        || matches!(name.as_str(), "var" | "env" | "attr" | "if" | "inherit" | "random-item" | "first-valid")
}
