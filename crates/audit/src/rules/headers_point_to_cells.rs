//! What a `headers` attribute names are cells of the same table (<https://act-rules.github.io/rules/a25f45>; HTML, 4.9.11,
//! <https://html.spec.whatwg.org/multipage/tables.html#attr-tdth-headers>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "headers-point-to-cells",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &["a25f45"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "The `headers` of a cell must name other cells of the same table",
        why: "A screen reader reads the headers of a cell before its value. Where they are named and not found, the value stands alone.",
        fix: "Write in `headers` the ids of the header cells, or leave `headers` out and use `th` with `scope`.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تشير `headers` في الخلية إلى خلايا أخرى من الجدول نفسه",
        why: "يقرأ قارئ الشاشة ترويسات الخلية قبل قيمتها. فإن أشارت `headers` إلى ما لا وجود له بقيت القيمة وحدها بلا معنى.",
        fix: "اكتب في `headers` معرّفات خلايا الترويسة، أو احذفها واستعمل `th` مع `scope`.",
        asks: "",
    },
    fa: Words {
        title: "‏`headers` هر خانه باید خانه‌های دیگری از همان جدول را نشان دهد",
        why: "صفحه‌خوان پیش از مقدار هر خانه، سرعنوان‌های آن را می‌خواند. اگر این نشانی‌ها به جایی نرسند، مقدار تنها و بی‌معنا می‌ماند.",
        fix: "در `headers` شناسهٔ خانه‌های سرعنوان را بنویسید، یا آن را بردارید و از `th` با `scope` استفاده کنید.",
        asks: "",
    },
    good: &[r#"<table><tr><th id="day">Day</th><th id="high">High tide</th></tr>
<tr><td headers="day">Monday</td><td headers="high">04:10</td></tr></table>"#],
    bad: &[r#"<table><tr><th id="day">Day</th><th>High tide</th></tr>
<tr><td headers="day">Monday</td><td headers="high">04:10</td></tr></table>"#],
    check: Check::Each { applicability, expectation },
};

/// Cells whose `headers` names something, in a table that assistive technologies find as one.
fn applicability(element: Element<'_>) -> bool {
    (element.is("td") || element.is("th"))
        && element.attribute("headers").is_some_and(|ids| !ids.trim_ascii().is_empty())
        && table_of(element).is_some_and(|table| {
            matches!(table.role(), Role::Table | Role::Grid | Role::TreeGrid) && table.is_in_accessibility_tree()
        })
}

fn table_of(cell: Element<'_>) -> Option<Element<'_>> {
    std::iter::successors(cell.parent(), |at| at.parent()).find(|around| around.is("table"))
}

/// Each id is one of another cell in the table.
fn expectation(cell: Element<'_>) -> Outcome {
    for id in cell.attribute("headers").unwrap_or_default().split_ascii_whitespace() {
        let Some(header) = cell.by_id(id) else {
            return Outcome::failed(format!("its `headers` names `{id}`, which is the id of nothing"));
        };
        if header == cell {
            return Outcome::failed("its `headers` names the cell itself");
        }
        if !header.is("td") && !header.is("th") {
            let name = header.name();
            return Outcome::failed(format!("its `headers` names `{id}`, which is a `{name}` and no cell"));
        }
        if table_of(header) != table_of(cell) {
            return Outcome::failed(format!("its `headers` names `{id}`, a cell of another table"));
        }
    }
    Outcome::Passed
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
                ("<table><tr><th id=a>a</th></tr><tr><td headers=a>1</td></tr></table>", Expect::Passed),
                (
                    "<table><tr><th id=a>a</th><td id=b>b</td></tr><tr><td headers=' a b '>1</td></tr></table>",
                    Expect::Passed,
                ),
                ("<table role=grid><tr><th id=a>a</th></tr><tr><td headers=a>1</td></tr></table>", Expect::Passed),
                ("<table><tr><th>a</th></tr><tr><td headers=a>1</td></tr></table>", Expect::Failed),
                ("<table><tr><th id=a>a</th></tr><tr><td headers='a b'>1</td></tr></table>", Expect::Failed),
                ("<table><tr><th><b id=a>a</b></th></tr><tr><td headers=a>1</td></tr></table>", Expect::Failed),
                ("<table><tr><th>a</th></tr><tr><td id=b headers=b>1</td></tr></table>", Expect::Failed),
                ("<table><tr><th id=a>a</th></tr></table><table><tr><td headers=a>1</td></tr></table>", Expect::Failed),
                (
                    "<table><tr><th id=a>a</th><td><table><tr><td headers=a>1</td></tr></table></td></tr></table>",
                    Expect::Failed,
                ),
                ("<table><tr><th>a</th></tr><tr><td headers=' '>1</td></tr></table>", Expect::Inapplicable),
                ("<table role=none><tr><th>a</th></tr><tr><td headers=a>1</td></tr></table>", Expect::Inapplicable),
                ("<table hidden><tr><th>a</th></tr><tr><td headers=a>1</td></tr></table>", Expect::Inapplicable),
                ("<div role=table><div role=cell headers=a>1</div></div>", Expect::Inapplicable),
            ],
        );
    }
}
