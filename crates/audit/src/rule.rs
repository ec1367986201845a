//! What a rule is.

use crate::contrast::{self, Required};
use crate::page::{Element, Engine, Page};
use crate::wcag::{Criterion, Level};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A rule in the sense of the ACT Rules Format: what it applies to, and what it expects there.
#[derive(Debug)]
pub struct Rule {
    /// Its name in reports, flags and addresses; the name of its file with `-` for `_`.
    pub id: &'static str,
    /// The success criteria that fail with it. None if it is a best practice beyond WCAG.
    pub criteria: &'static [Criterion],
    /// The ACT rules it implements.
    pub act: &'static [&'static str],
    /// How much it shuts people out.
    pub severity: Severity,
    /// What a page must have been read with; `None` if any source will do.
    pub needs: Option<Need>,
    /// What it says, in English.
    pub en: Words,
    /// What it says, in Arabic.
    pub ar: Words,
    /// What it says, in Persian.
    pub fa: Words,
    /// Markup without a violation, as an example. A test proves it.
    pub good: &'static [&'static str],
    /// Markup with a violation, or with a question where the rule only asks. A test proves it.
    pub bad: &'static [&'static str],
    /// How it is tested.
    pub check: Check,
}

/// What a rule says to people, in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// What must be so, in one sentence without a full stop.
    pub title: &'static str,
    /// Whom it shuts out, and how.
    pub why: &'static str,
    /// What to do about it.
    pub fix: &'static str,
    /// What a person is asked where nothing can be proved; empty if nothing ever is.
    pub asks: &'static str,
}

/// How a rule is tested.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Each element by itself.
    Each {
        /// Whether the rule has anything to say of an element.
        applicability: fn(Element<'_>) -> bool,
        /// What it says of an element it applies to.
        expectation: fn(Element<'_>) -> Outcome,
    },
    /// The texts of each element, by how far they stand out from what is behind them.
    Contrast {
        /// The ratio that is required.
        normal: f32,
        /// That of text of 18 pt, or of 14 pt and bold.
        large: f32,
    },
    /// The page once: elements it applies to, in document order, with what it says of each.
    Page(for<'p> fn(&'p Page) -> Vec<(Element<'p>, Outcome)>),
}

impl Rule {
    /// The least level that asks for it.
    pub fn level(&self) -> Level {
        self.criteria.iter().map(|criterion| criterion.level).min().unwrap_or(Level::BestPractice)
    }

    /// Whether whoever wants `level` of WCAG, and best practices or not, wants this rule.
    pub fn is_asked_for(&self, level: Level, with_advice: bool) -> bool {
        match self.level() {
            Level::BestPractice => with_advice,
            own => own <= level,
        }
    }

    /// Whether `page` was read with what this rule needs.
    pub fn can_check(&self, page: &Page) -> bool {
        match self.needs {
            None => true,
            Some(Need::Keys) => page.keyboard().is_some(),
            Some(Need::Layout) => page.engine() == Engine::Browser,
            Some(need) => page.was_tried(need),
        }
    }

    /// Every element of a page it applies to, in document order, with what it says of each; not all of them where that
    /// would take too much time.
    pub fn outcomes<'p>(&self, page: &'p Page) -> Box<dyn Iterator<Item = (Element<'p>, Outcome)> + 'p> {
        match self.check {
            Check::Each { applicability, expectation } => {
                let too_much = page.too_much_for_a_rule();
                let elements = page.elements().take_while(move |_| page.effort() < too_much);
                let applicable = elements.filter(move |element| applicability(*element));
                Box::new(applicable.map(move |element| (element, expectation(element))))
            }
            Check::Contrast { normal, large } => Box::new(contrast::outcomes(page, Required { normal, large })),
            Check::Page(check) => Box::new(check(page).into_iter()),
        }
    }
}

/// What not every source can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Need {
    /// What pressing keys does.
    Keys,
    /// How the page looks while something has the focus.
    FocusLook,
    /// What typing a character does while nothing has the focus.
    Typing,
    /// What changes while nobody does anything.
    Waiting,
    /// What happens when everything is twice as large, or the window is narrow, or texts are spaced out.
    Resizing,
    /// What moving the device does.
    Moving,
    /// What pixels show of controls and icons.
    Pictures,
    /// What keys do to controls: arrows in widgets, Enter on buttons, other values in fields.
    Pressing,
    /// What pressing widgets changes on the screen.
    States,
    /// How things look moment by moment.
    Flashing,
    /// Where things are and how large.
    Layout,
}

impl Need {
    /// Why it was not checked on a page, as a sentence goes on behind a rule's id.
    pub fn reason(self, engine: Engine) -> &'static str {
        if engine == Engine::Browser {
            return "what they go by was not tried on this page";
        }
        match self {
            Need::Keys => "keys must be pressed in a browser: run with --engine browser",
            Need::FocusLook => "the focus must be looked at in a browser: run with --engine browser",
            Need::Typing => "characters must be typed in a browser: run with --engine browser",
            Need::Waiting => "the page must be watched for a while in a browser: run with --engine browser",
            Need::Resizing => "the window must be resized in a browser: run with --engine browser",
            Need::Moving => "the device must be moved in a browser: run with --engine browser",
            Need::Pictures => "pictures of the page must be taken in a browser: run with --engine browser",
            Need::Pressing => "controls must be operated in a browser: run with --engine browser",
            Need::States => "widgets must be pressed in a browser: run with --engine browser",
            Need::Flashing => "the page must be filmed in a browser: run with --engine browser",
            Need::Layout => "a browser must lay the page out: run with --engine browser",
        }
    }
}

/// How much a violation shuts people out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It costs some people time.
    Minor,
    /// Some people need help or a way around.
    Moderate,
    /// Some people cannot do part of what the page is for.
    Serious,
    /// Some people can do nothing at all here.
    Critical,
}

impl Severity {
    /// The name in reports and flags.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Minor => "minor",
            Severity::Moderate => "moderate",
            Severity::Serious => "serious",
            Severity::Critical => "critical",
        }
    }
}

/// What a rule says of one element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// As it must be.
    Passed,
    /// Proved not to be as it must; the particulars, as a clause.
    Failed(Cow<'static, str>),
    /// A question that a person can answer (EARL: `cantTell`).
    NeedsReview(Cow<'static, str>),
}

impl Outcome {
    /// A failure with what was found.
    pub fn failed(what: impl Into<Cow<'static, str>>) -> Self {
        Outcome::Failed(what.into())
    }

    /// A question.
    pub fn needs_review(question: impl Into<Cow<'static, str>>) -> Self {
        Outcome::NeedsReview(question.into())
    }
}

/// What a page says, as a detail quotes it: on one line, and never longer than a line can show.
pub fn quoted(value: &str) -> String {
    const LONGEST: usize = 60;
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match value.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", &value[..end]),
        None => format!("`{value}`"),
    }
}
