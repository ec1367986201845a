//! For people at a terminal: what, where, why, and what now.

use super::{Frame, PageReport, Reported, Status, Summary, Verdict};
use crate::wcag::Level;
use annotate_snippets::{AnnotationKind, Group, Level as Kind, Renderer, Snippet};
use hashbrown::HashMap;
use std::fmt::Write;

/// How it is written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// With ANSI colours.
    pub color: bool,
    /// With the questions, too; otherwise they are only counted.
    pub questions: bool,
    /// Up to which level of WCAG.
    pub level: Level,
    /// With best practices, too; otherwise they are only counted.
    pub advice: bool,
}

impl Style {
    fn shows(self, outcome: &Reported) -> bool {
        outcome.rule.is_asked_for(self.level, self.advice) && (outcome.verdict == Verdict::Failed || self.questions)
    }
}

impl Default for Style {
    /// Violations up to level AA, without colours.
    fn default() -> Self {
        Self { color: false, questions: false, level: Level::Aa, advice: false }
    }
}

/// One page. Empty if there is nothing to say.
pub fn page(report: &PageReport, style: Style) -> String {
    let renderer = if style.color { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    if let Status::Error(reason) = &report.status {
        let title = format!("{} could not be audited: {reason}", printable(&report.url));
        let group = Group::with_title(Kind::ERROR.primary_title(title.as_str()));
        text.push_str(&renderer.render(&[group]));
        text.push_str("\n\n");
        return text;
    }
    let shown: Vec<&Reported> = report.outcomes.iter().filter(|outcome| style.shows(outcome)).collect();
    let mut alike: HashMap<(&str, &str), u64> = HashMap::new();
    for outcome in shown.iter().filter(|outcome| is_told_once(outcome)) {
        *alike.entry((outcome.rule.id, &outcome.detail)).or_default() += 1;
    }
    for outcome in shown {
        if !is_told_once(outcome) {
            one(&mut text, &renderer, outcome, outcome.more, &report.url);
        } else if let Some(all) = alike.remove(&(outcome.rule.id, outcome.detail.as_str())) {
            one(&mut text, &renderer, outcome, all - 1, &report.url);
        }
    }
    text
}

/// What nobody is bound to is told once a page in the same words: two colours of a template, say, and not each line of text
/// in them.
fn is_told_once(outcome: &Reported) -> bool {
    outcome.verdict == Verdict::Failed && outcome.rule.level() == Level::Aaa
}

fn one(text: &mut String, renderer: &Renderer, outcome: &Reported, more: u64, url: &str) {
    let rule = outcome.rule;
    let kind = match outcome.verdict {
        Verdict::Failed if rule.level() == Level::BestPractice => Kind::WARNING.with_name("advice"),
        Verdict::Failed => Kind::ERROR.with_name(rule.severity.as_str()),
        Verdict::CantTell => Kind::NOTE.with_name("question"),
    };
    let criteria: Vec<_> = rule
        .criteria
        .iter()
        .map(|criterion| format!("{} {} ({})", criterion.number, criterion.name, criterion.level.as_str()))
        .collect();
    let mut detail = printable(&outcome.detail);
    if more > 0 {
        let _ = write!(detail, " (and {} on this page)", count(more, "more element"));
    }
    let file = printable(url);
    let place = &outcome.target;
    // Without a source, the start tag is shown in its place.
    let (source, line, mark) = match &place.frame {
        Some(frame) => (printable(&frame.text), frame.line, frame.mark),
        None => (printable(&place.html), 1, (0, place.html.len())),
    };
    let mark = mark.0.min(source.len())..mark.1.min(source.len());
    let snippet = Snippet::source(source.as_str())
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(mark).label(detail.as_str()));
    // The renderer counts the column itself, which is right only where the line is shown from its beginning.
    let is_whole = place.frame.as_ref().is_some_and(Frame::is_from_line_start);
    let elsewhere = match &place.frame {
        Some(frame) => format!("{file}:{}:{}", frame.line, frame.column),
        None => format!("{file} {}", printable(&place.selector)),
    };
    let mut group = kind.primary_title(rule.en.title).id(rule.id).element(if is_whole {
        snippet.path(file.as_str())
    } else {
        snippet
    });
    if !is_whole {
        group = group.element(Kind::NOTE.with_name("where").message(elsewhere.as_str()));
    }
    group = group.element(Kind::NOTE.with_name("why").message(rule.en.why));
    if outcome.verdict == Verdict::Failed {
        group = group.element(Kind::HELP.with_name("fix").message(rule.en.fix));
    }
    let criteria = match criteria.as_slice() {
        [] => "none of WCAG: a best practice".to_owned(),
        criteria => format!("WCAG {}", criteria.join(", ")),
    };
    group = group.element(Kind::NOTE.with_name("criterion").message(criteria.as_str()));
    text.push_str(&renderer.render(&[group]));
    text.push_str("\n\n");
}

/// The last lines of a run.
pub fn summary(summary: &Summary, style: Style) -> String {
    let Summary { pages, errors, counts } = summary;
    let audited = pages - errors;
    let mut text = format!("{} audited", count(audited, "page"));
    if *errors > 0 {
        let _ = write!(text, ", {errors} could not be");
    }
    let asked_for = counts.up_to(style.level);
    let _ = write!(text, ": {}, {}", count(asked_for.failed, "violation"), count(asked_for.cant_tell, "question"));
    if asked_for.cant_tell > 0 && !style.questions {
        text.push_str(" (shown with --questions)");
    }
    let beyond = counts.up_to(Level::Aaa).failed - asked_for.failed;
    if beyond > 0 {
        let _ = write!(text, ", {} of a higher level (shown with --level AAA)", count(beyond, "violation"));
    }
    let advice = counts.at(Level::BestPractice).failed;
    if advice > 0 {
        let _ = write!(text, ", {advice} times advice");
        text.push_str(if style.advice { "" } else { " (shown with --advice)" });
    }
    text.push('\n');
    text
}

fn count(number: u64, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// Text of a page without what would move the cursor, colour the terminal or reorder the line. Bytes stay where they
/// are, so that marks still fit: every character gives way to as many spaces as it has bytes.
fn printable(text: &str) -> String {
    let is_bidi_control =
        |c| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_bidi_control(c) {
            clean.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            clean.push(c);
        }
    }
    clean
}
