//! Levels of headings go down one by one.

use crate::page::{Element, NodeId, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "heading-order",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Heading levels should go down one by one",
        why: "Whoever moves by headings takes a missing level for a part of the page that was missed, and goes looking for it.",
        fix: "Make it one level deeper than the heading it belongs to. What it looks like is up to CSS.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن تنزل مستويات العناوين درجة درجة",
        why: "من يتنقل بين العناوين يحسب المستوى الناقص جزءًا فاته من الصفحة، فيبحث عنه.",
        fix: "اجعل العنوان أدنى بدرجة واحدة من العنوان الذي يتبعه. أما شكله فمن شأن CSS.",
        asks: "",
    },
    fa: Words {
        title: "سطح عنوان‌ها باید پله‌پله پایین برود",
        why: "کسی که با عنوان‌ها جابه‌جا می‌شود گمان می‌کند سطحی که نیست بخشی از صفحه است که از دستش رفته، و دنبالش می‌گردد.",
        fix: "آن را یک سطح پایین‌تر از عنوانی بگذارید که زیر آن است. ظاهرش کار CSS است.",
        asks: "",
    },
    good: &["<h1>Harbour</h1><h2>Boats</h2><h3>Sails</h3><h2>Quays</h2>"],
    bad: &["<h1>Harbour</h1><h3>Boats</h3>"],
    check: Check::Page(check),
};

/// Every heading that assistive technologies find, against the one before it in its document. One that may be hidden
/// excuses what follows, but nothing is held against what follows it.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut deepest: HashMap<Option<NodeId>, u32> = HashMap::new();
    let mut outcomes = Vec::new();
    for heading in page.headings() {
        let Some(level) = heading.heading_level() else { continue };
        let document = heading.frame().map(Element::id);
        let before = deepest.get(&document).copied();
        if heading.may_be_hidden() || heading.accessible_name().is_empty() {
            if let Some(before) = before {
                deepest.insert(document, before.max(level));
            }
            continue;
        }
        outcomes.push((heading, expectation(before, level)));
        deepest.insert(document, level);
    }
    outcomes
}

/// At most one level deeper than the heading before.
fn expectation(before: Option<u32>, level: u32) -> Outcome {
    match before {
        Some(before) if level > before.saturating_add(1) => {
            Outcome::failed(format!("it has level {level}, and the heading before it has level {before}"))
        }
        _ => Outcome::Passed,
    }
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
                ("<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h1>e</h1>", Expect::Passed),
                ("<h4>a</h4><h5>b</h5>", Expect::Passed),
                ("<h1>a</h1><div role=heading aria-level=2>b</div>", Expect::Passed),
                ("<h1>a</h1><h3 hidden>b</h3><h2>c</h2>", Expect::Passed),
                ("<h1>a</h1><h2></h2><h3>b</h3>", Expect::Passed),
                ("<h1>a</h1><h3>b</h3>", Expect::Failed),
                ("<h1>a</h1><h2 hidden>b</h2><h3>c</h3>", Expect::Failed),
                ("<h2>a</h2><h3 aria-level=7>b</h3>", Expect::Failed),
                ("<p>a</p>", Expect::Inapplicable),
                ("<h1 aria-hidden=true>a</h1><h3 role=none>b</h3>", Expect::Inapplicable),
            ],
        );
    }
}
