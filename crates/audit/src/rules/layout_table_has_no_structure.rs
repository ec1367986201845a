//! A table for layout has nothing that only tables of data have (WCAG 2.2, failures F46 and F92,
//! <https://www.w3.org/WAI/WCAG22/Techniques/failures/F46>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str =
    "This table says that it is only for layout, but has a caption, a summary or headers. Does it hold data?";

pub const RULE: Rule = Rule {
    id: "layout-table-has-no-structure",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A table whose role is `none` must have no headers, caption or summary",
        why: "With `role=\"none\"` a screen reader reads cell after cell and no header with it. If there is data in the table, nobody hears what it means.",
        fix: "If the table holds data, take the `role` away. If not, make `th` `td`, and leave out `caption`, `summary`, `scope` and `headers`.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب ألا يكون للجدول الذي دوره `none` ترويسات ولا عنوان ولا ملخّص",
        why: "مع `role=\"none\"` يقرأ قارئ الشاشة خلية بعد خلية بلا ترويسة. فإن كان في الجدول بيانات فلن يسمع أحد معناها.",
        fix: "إن كان في الجدول بيانات فاحذف `role`. وإلا فاجعل `th` من نوع `td` واحذف `caption` و`summary` و`scope` و`headers`.",
        asks: "يقول هذا الجدول إنه للتنسيق فقط، لكن له عنوانًا أو ملخّصًا أو ترويسات. هل فيه بيانات؟",
    },
    fa: Words {
        title: "جدولی که نقشش `none` است نباید سرعنوان، عنوان یا خلاصه داشته باشد",
        why: "با `role=\"none\"` صفحه‌خوان خانه‌ها را یکی‌یکی و بی سرعنوان می‌خواند. اگر در جدول داده باشد، هیچ‌کس نمی‌شنود معنایش چیست.",
        fix: "اگر جدول داده دارد `role` را بردارید. اگر ندارد به جای `th` از `td` استفاده کنید و `caption`، `summary`، `scope` و `headers` را بردارید.",
        asks: "این جدول می‌گوید فقط برای چیدمان است، اما عنوان، خلاصه یا سرعنوان دارد. آیا داده در آن است؟",
    },
    good: &[r#"<table role="none"><tr><td>Logo</td><td>Menu</td></tr></table>"#],
    bad: &[r#"<table role="presentation"><tr><th>Day</th></tr><tr><td>Monday</td></tr></table>"#],
    check: Check::Each { applicability, expectation },
};

/// Tables that their author has made presentational, unless hidden.
fn applicability(element: Element<'_>) -> bool {
    element.is("table")
        && element.has_attribute("role")
        && element.role() == Role::None
        && !element.is_programmatically_hidden()
}

/// None of what F46 lists, in cells of its own.
fn expectation(table: Element<'_>) -> Outcome {
    let has_summary = table.attribute("summary").is_some_and(|summary| !summary.trim_ascii().is_empty());
    let has_caption = table.children().any(|child| child.is("caption"));
    let is_header = |cell: Element<'_>| cell.is("th") || cell.has_attribute("scope") || cell.has_attribute("headers");
    let has_headers =
        || table.table_model().is_some_and(|model| model.cells.iter().any(|cell| is_header(cell.element)));
    if has_summary || has_caption || has_headers() { Outcome::needs_review(ASKS) } else { Outcome::Passed }
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
                ("<table role=none><tr><td>a</td></tr></table>", Expect::Passed),
                ("<table role=none summary=''><tr><td>a</td></tr></table>", Expect::Passed),
                ("<table role=none><tr><td><table><tr><th>a</th></tr></table></td></tr></table>", Expect::Passed),
                ("<table role=none><tr><th>a</th></tr></table>", Expect::NeedsReview),
                ("<table role=presentation><caption>a</caption></table>", Expect::NeedsReview),
                ("<table role=none summary=a><tr><td>a</td></tr></table>", Expect::NeedsReview),
                ("<table role=none><tr><td scope=row>a</td></tr></table>", Expect::NeedsReview),
                ("<table role=none><tr><td headers=a>a</td></tr></table>", Expect::NeedsReview),
                ("<table><tr><th>a</th></tr></table>", Expect::Inapplicable),
                ("<table role=none aria-live=polite><tr><th>a</th></tr></table>", Expect::Inapplicable),
                ("<table role=none hidden><tr><th>a</th></tr></table>", Expect::Inapplicable),
            ],
        );
    }
}
