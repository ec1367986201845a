//! A caption is a `caption`, not a first row that looks like one (WCAG 2.2, technique H39,
//! <https://www.w3.org/WAI/WCAG22/Techniques/html/H39>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "Is the first row of this table its title? Then make it a `caption`.";

pub const RULE: Rule = Rule {
    id: "table-caption-is-not-faked",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "The title of a table must be its `caption`, not a row",
        why: "A screen reader says the caption where the table begins and in its list of tables. A row that looks like a title is one more row of data.",
        fix: "Put the title into a `caption`, first in the table, and take the row out.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يكون عنوان الجدول في `caption` لا في صف",
        why: "ينطق قارئ الشاشة العنوان عند بدء الجدول وفي قائمة الجداول. أما الصف الذي يبدو عنوانًا فليس إلا صفًا آخر من البيانات.",
        fix: "ضع العنوان في `caption` أول الجدول، واحذف الصف.",
        asks: "هل الصف الأول في هذا الجدول عنوانه؟ فاجعله `caption`.",
    },
    fa: Words {
        title: "عنوان جدول باید در `caption` باشد، نه در یک سطر",
        why: "صفحه‌خوان عنوان را در آغاز جدول و در فهرست جدول‌ها می‌گوید. سطری که شبیه عنوان است فقط یک سطر دیگر از داده است.",
        fix: "عنوان را در `caption` در آغاز جدول بگذارید و آن سطر را بردارید.",
        asks: "آیا سطر نخست این جدول عنوان آن است؟ پس آن را `caption` کنید.",
    },
    good: &[
        "<table><caption>Tides</caption><tr><th>Day</th><th>High tide</th></tr><tr><td>Monday</td><td>04:10</td></tr></table>",
    ],
    bad: &[r#"<table><tr><th colspan="2">Tides</th></tr><tr><th>Day</th><th>High tide</th></tr>
<tr><td>Monday</td><td>04:10</td></tr></table>"#],
    check: Check::Each { applicability, expectation },
};

/// Tables that assistive technologies find, of two columns and three rows at least, without a name.
fn applicability(element: Element<'_>) -> bool {
    element.is("table")
        && matches!(element.role(), Role::Table | Role::Grid | Role::TreeGrid)
        && element.is_in_accessibility_tree()
        && element.table_model().is_some_and(|model| model.height() >= 3 && model.width() >= 2)
}

/// A name, or a first row that is no single cell across the whole table. Where other rows are such, they head parts of it.
fn expectation(table: Element<'_>) -> Outcome {
    let Some(model) = table.table_model().filter(|_| table.accessible_name().is_empty()) else {
        return Outcome::Passed;
    };
    let is_title = |cell: &&crate::page::TableCell<'_>| cell.width == model.width() && cell.height == 1;
    let mut titles = model.cells.iter().filter(is_title);
    let is_faked = titles.next().is_some_and(|first| first.row == 0 && !first.element.visible_inner_text().is_empty())
        && titles.next().is_none();
    if is_faked { Outcome::needs_review(ASKS) } else { Outcome::Passed }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let rows = "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr>";
        let table = |before: &str, after: &str| format!("<table>{before}{rows}{after}</table>");
        check(
            &RULE,
            &[
                (&table("<tr><th>a</th><th>b</th></tr>", ""), Expect::Passed),
                (&table("<caption>a</caption><tr><td colspan=2>b</td></tr>", ""), Expect::Passed),
                (&table("<tr><td colspan=2></td></tr>", ""), Expect::Passed),
                (&table("<tr><td colspan=2>a</td></tr>", "<tr><td colspan=2>b</td></tr>"), Expect::Passed),
                (&table("<tr><td colspan=2>a</td></tr>", ""), Expect::NeedsReview),
                (&table("<thead><tr><th colspan=2>a</th></tr></thead>", ""), Expect::NeedsReview),
                ("<table><tr><td colspan=2>a</td></tr><tr><td>1</td><td>2</td></tr></table>", Expect::Inapplicable),
                (&table("", "").replace("<table>", "<table role=none>"), Expect::Inapplicable),
                (&table("", "").replace("<table>", "<table hidden>"), Expect::Inapplicable),
            ],
        );
    }
}
