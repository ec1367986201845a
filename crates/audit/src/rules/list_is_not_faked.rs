//! What looks like a list is one (WCAG 2.2, failure F2 and technique H48, <https://www.w3.org/WAI/WCAG22/Techniques/html/H48>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "Lines here begin with signs or numbers, as those of a list do. Are they a list?";

pub const RULE: Rule = Rule {
    id: "list-is-not-faked",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A list must be marked as a list, not written with signs",
        why: "A screen reader says how many items a list has, and can skip it. Of lines with dashes it reads the dashes.",
        fix: "Make it a `ul` or an `ol` with an `li` for each line.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تُعلَّم القائمة قائمةً، لا أن تُكتب بالرموز",
        why: "يذكر قارئ الشاشة عدد عناصر القائمة ويستطيع تخطّيها. أما الأسطر ذات الشرطات فيقرأ شرطاتها.",
        fix: "اجعلها `ul` أو `ol` مع `li` لكل سطر.",
        asks: "تبدأ هذه الأسطر برموز أو أرقام كأسطر القوائم. أهي قائمة؟",
    },
    fa: Words {
        title: "فهرست باید با نشانه‌گذاریِ فهرست نوشته شود، نه با علامت",
        why: "صفحه‌خوان می‌گوید فهرست چند قلم دارد و می‌تواند از آن بگذرد. از سطرهای خط‌تیره‌دار، خط‌تیره‌ها را می‌خواند.",
        fix: "آن را `ul` یا `ol` کنید و هر سطر را در یک `li` بگذارید.",
        asks: "این سطرها مانند سطرهای فهرست با علامت یا شماره آغاز می‌شوند. آیا فهرست‌اند؟",
    },
    good: &["<ul><li>Bread</li><li>Salt</li><li>Oil</li></ul>"],
    bad: &["<p>- Bread<br>- Salt<br>- Oil</p>", "<p>1. Bread</p><p>2. Salt</p><p>3. Oil</p>"],
    check: Check::Each { applicability, expectation },
};

/// So many lines make a list.
const LEAST: usize = 3;

/// Whatever holds lines: breaks, paragraphs or boxes of its own, three at least. What has a role says itself what it is.
fn applicability(element: Element<'_>) -> bool {
    element.children().filter(|child| child.is("br") || is_line(*child)).nth(LEAST - 2).is_some()
        && element.explicit_role().is_none()
        && !element.is_programmatically_hidden()
        && !element.flat_lineage().any(|around| ["pre", "code", "textarea", "address"].contains(&around.name()))
}

fn is_line(element: Element<'_>) -> bool {
    (element.is("p") || element.is("div")) && matches!(element.role(), Role::Paragraph | Role::Generic)
}

/// No three lines one after the other that begin with the same sign, or with numbers that count.
fn expectation(block: Element<'_>) -> Outcome {
    let (mut marks, mut run): (Option<Mark>, usize) = (None, 0);
    for line in lines(block) {
        let mark = line.and_then(mark_of);
        run = match (marks, mark) {
            (Some(before), Some(mark)) if mark.follows(before) => run + 1,
            (_, Some(_)) => 1,
            _ => 0,
        };
        marks = mark;
        if run == LEAST {
            return Outcome::needs_review(ASKS);
        }
    }
    Outcome::Passed
}

/// How each line begins; `None` for what is no line of text.
fn lines(block: Element<'_>) -> Vec<Option<&str>> {
    let mut nodes: Vec<_> = block.own_texts().map(|(id, text)| (id, Line::Text(text))).collect();
    nodes.extend(block.children().map(|child| (child.id(), Line::Element(child))));
    nodes.sort_by_key(|(id, _)| *id);
    let (mut lines, mut is_open) = (Vec::new(), true);
    for (_, node) in nodes {
        match node {
            Line::Text(text) if text.trim().is_empty() => {}
            Line::Text(text) if is_open => {
                lines.push(Some(text.trim_start()));
                is_open = false;
            }
            Line::Element(child) if child.is("br") => is_open = true,
            Line::Element(child) if is_line(child) => {
                lines.push(beginning(child));
                is_open = true;
            }
            Line::Element(_) if is_open => {
                lines.push(None);
                is_open = false;
            }
            Line::Text(_) | Line::Element(_) => {}
        }
    }
    lines
}

/// How a line begins: with what CSS writes before it, or with its first text.
fn beginning(line: Element<'_>) -> Option<&str> {
    let said = line.generated().and_then(|said| said.before.as_deref()).map(str::trim_start);
    let mut texts = line.seen_texts().into_iter().map(|seen| seen.text.trim_start());
    said.filter(|said| !said.is_empty()).or_else(|| texts.find(|text| !text.is_empty()))
}

enum Line<'p> {
    Text(&'p str),
    Element(Element<'p>),
}

/// What a line of a list begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Sign(char),
    Number(u32),
}

impl Mark {
    fn follows(self, before: Mark) -> bool {
        match (before, self) {
            (Mark::Number(before), Mark::Number(number)) => number == before + 1,
            (before, mark) => before == mark,
        }
    }
}

fn mark_of(line: &str) -> Option<Mark> {
    let mut letters = line.chars();
    let first = letters.next()?;
    if matches!(first, '•' | '◦' | '▪' | '●' | '■' | '‣' | '·' | '✓' | '➤' | '►') {
        return Some(Mark::Sign(first));
    }
    if matches!(first, '-' | '*' | '–' | '—' | '+') {
        // A dash before a name may be its signature; one before a digit a minus.
        let is_apart = letters.next().is_some_and(char::is_whitespace);
        return is_apart.then_some(Mark::Sign(first));
    }
    let digits = line.chars().map_while(digit);
    let number = digits.clone().take(3).fold(0, |number, digit| number * 10 + digit);
    let mut rest = line.chars().skip(digits.count());
    let is_counted = matches!(rest.next()?, '.' | ')' | '-' | '،') && rest.next().is_some_and(char::is_whitespace);
    (digit(first).is_some() && is_counted).then_some(Mark::Number(number))
}

/// A digit of the scripts we can read.
fn digit(letter: char) -> Option<u32> {
    let start = match letter {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        _ => return None,
    };
    Some(u32::from(letter) - u32::from(start))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<p>a<br>b<br>c</p>", Expect::Passed),
                ("<p>- a<br>- b<br>c</p>", Expect::Passed),
                ("<p>1. a<br>1. b<br>1. c</p>", Expect::Passed),
                ("<p>-1<br>-2<br>-3</p>", Expect::Passed),
                ("<div><p>1. a</p><p>b</p><p>2. c</p><p>3. d</p></div>", Expect::Passed),
                ("<p>a<br>• b<br> • c<br>•d</p>", Expect::NeedsReview),
                ("<p>- <b>a</b><br>- <b>b</b><br>- <b>c</b></p>", Expect::NeedsReview),
                ("<div>1) a<br>2) b<br>3) c</div>", Expect::NeedsReview),
                ("<div><p>١. خبز</p><p>٢. ملح</p><p>٣. زيت</p></div>", Expect::NeedsReview),
                ("<div><p>۱- نان</p><p>۲- نمک</p><p>۳- روغن</p></div>", Expect::NeedsReview),
                ("<div><p>۱- نان</p> <p>۲- نمک</p><p>۳ - روغن</p></div>", Expect::Passed),
                ("<div><p>* a</p><p>* b</p><p>* c</p></div>", Expect::NeedsReview),
                ("<div><div>• a</div><div>• b</div><div>• c</div></div>", Expect::NeedsReview),
                (
                    "<div><div><span>•</span> a</div><div><span>•</span> b</div><div><span>•</span> c</div></div>",
                    Expect::NeedsReview,
                ),
                (
                    "<style>i~div::before{content:'• '}</style><div><i></i><div>a</div><div>b</div><div>c</div></div>",
                    Expect::NeedsReview,
                ),
                ("<div><div>a</div><div>b</div><div>c</div></div>", Expect::Passed),
                (
                    "<div role=list><div role=listitem>• a</div><div role=listitem>• b</div><div role=listitem>• c</div></div>",
                    Expect::Inapplicable,
                ),
                ("<ul><li>- a</li><li>- b</li><li>- c</li></ul>", Expect::Inapplicable),
                ("<pre>- a<br>- b<br>- c</pre>", Expect::Inapplicable),
                ("<p hidden>- a<br>- b<br>- c</p>", Expect::Inapplicable),
            ],
        );
    }
}
