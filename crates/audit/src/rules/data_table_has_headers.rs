//! A table of data says which of its cells are headers (WCAG 2.2, technique H51,
//! <https://www.w3.org/WAI/WCAG22/Techniques/html/H51>).

use crate::page::{Element, Role, TableModel};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "Does this table hold data? Then which of its cells are headers? None is a `th`.";

pub const RULE: Rule = Rule {
    id: "data-table-has-headers",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Tables of data must have header cells",
        why: "Eyes find the column a number stands in. A screen reader reads the number alone, unless header cells say what it is.",
        fix: "Make the cells that name a column or a row `th`. If the table is there for layout only, write `role=\"none\"`.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يكون لجداول البيانات خلايا ترويسة",
        why: "تعرف العين العمود الذي فيه الرقم. أما قارئ الشاشة فيقرأ الرقم وحده ما لم تقل الترويسات ما هو.",
        fix: "اجعل الخلايا التي تسمّي عمودًا أو صفًا `th`. وإن كان الجدول للتنسيق فقط فاكتب `role=\"none\"`.",
        asks: "هل في هذا الجدول بيانات؟ فأي خلاياه ترويسات؟ ليس فيه `th`.",
    },
    fa: Words {
        title: "جدول داده باید خانهٔ سرعنوان داشته باشد",
        why: "چشم می‌بیند عدد در کدام ستون است. صفحه‌خوان فقط عدد را می‌خواند، مگر آن‌که سرعنوان‌ها بگویند چیست.",
        fix: "خانه‌هایی را که نام ستون یا سطر هستند `th` کنید. اگر جدول فقط برای چیدمان است `role=\"none\"` بنویسید.",
        asks: "آیا این جدول داده دارد؟ پس کدام خانه‌هایش سرعنوان‌اند؟ هیچ‌کدام `th` نیست.",
    },
    good: &["<table><tr><th>Day</th><th>High tide</th></tr><tr><td>Monday</td><td>04:10</td></tr></table>"],
    bad: &["<table><tr><td>Day</td><td>High tide</td></tr><tr><td>Monday</td><td>04:10</td></tr>
<tr><td>Tuesday</td><td>05:02</td></tr></table>"],
    check: Check::Each { applicability, expectation },
};

/// Tables that assistive technologies find, and that look like data: several rows and columns, nearly all of whose cells
/// hold a few words and nothing that layouts are made of.
fn applicability(element: Element<'_>) -> bool {
    element.is("table")
        && element.role() == Role::Table
        && element.is_in_accessibility_tree()
        && element.table_model().is_some_and(|model| looks_like_data(&model))
}

fn looks_like_data(model: &TableModel<'_>) -> bool {
    let cells = model.cells.len();
    let short = || model.cells.iter().filter(|cell| is_short(cell.element)).count();
    model.height() >= 3
        && model.width() >= 2
        && cells * 10 >= model.height() * model.width() * 8
        && short() * 10 >= cells * 8
}

fn is_short(cell: Element<'_>) -> bool {
    const LONGEST: usize = 60;
    let is_layout = |part: Element<'_>| {
        matches!(
            part.name(),
            "article"
                | "div"
                | "dl"
                | "fieldset"
                | "form"
                | "h1"
                | "h2"
                | "h3"
                | "h4"
                | "h5"
                | "h6"
                | "iframe"
                | "input"
                | "nav"
                | "ol"
                | "section"
                | "select"
                | "table"
                | "textarea"
                | "ul"
        )
    };
    if cell.descendants().any(is_layout) {
        return false;
    }
    let length = cell.visible_inner_text().chars().count();
    cell.is("th") || (1..=LONGEST).contains(&length)
}

/// A header cell, by element or by role, or by what `headers` names.
fn expectation(table: Element<'_>) -> Outcome {
    let is_header = |cell: Element<'_>| {
        cell.is("th") || cell.has_attribute("headers") || matches!(cell.role(), Role::ColumnHeader | Role::RowHeader)
    };
    if table.descendants().any(is_header) { Outcome::Passed } else { Outcome::needs_review(ASKS) }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let rows = |first: &str, attributes: &str| {
            format!(
                "<table {attributes}><tr>{first}</tr><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
            )
        };
        let long = format!("<td>{}</td><td>{0}</td><td>{0}</td>", "word ".repeat(20));
        check(
            &RULE,
            &[
                (&rows("<th>a</th><th>b</th>", ""), Expect::Passed),
                (&rows("<td role=columnheader>a</td><td>b</td>", ""), Expect::Passed),
                (&rows("<td id=a>a</td><td headers=a>b</td>", ""), Expect::Passed),
                (&rows("<td>a</td><td>b</td>", ""), Expect::NeedsReview),
                (&rows("<td><b>a</b></td><td><a href=x>b</a></td>", ""), Expect::NeedsReview),
                (&rows("<td>a</td><td>b</td>", "role=none"), Expect::Inapplicable),
                (&rows("<td>a</td><td>b</td>", "hidden"), Expect::Inapplicable),
                (&rows("<td><div>a</div></td><td><table></table></td>", ""), Expect::Inapplicable),
                (&rows(&long, ""), Expect::Inapplicable),
                ("<table><tr><td>1</td><td>2</td></tr><tr><td>1</td><td>2</td></tr></table>", Expect::Inapplicable),
                ("<table><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>2</td></tr></table>", Expect::Inapplicable),
            ],
        );
    }
}
