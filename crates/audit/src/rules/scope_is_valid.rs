//! `scope` stands on header cells, and says what HTML knows (HTML, 4.9.10,
//! <https://html.spec.whatwg.org/multipage/tables.html#attr-th-scope>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "scope-is-valid",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "`scope` must stand on a `th` and be `col`, `row`, `colgroup` or `rowgroup`",
        why: "Anything else is ignored, and a screen reader guesses which cells the header belongs to.",
        fix: "Write one of the four values on a `th`. A `td` that is a header should be a `th`; one that is not needs no `scope`.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا ترد `scope` إلا على `th` وبقيمة `col` أو `row` أو `colgroup` أو `rowgroup`",
        why: "ما سوى ذلك يُهمَل، فيخمّن قارئ الشاشة أي الخلايا تتبع الترويسة.",
        fix: "اكتب إحدى القيم الأربع على `th`. و`td` التي هي ترويسة حقّها أن تكون `th`، والتي ليست كذلك لا تحتاج إلى `scope`.",
        asks: "",
    },
    fa: Words {
        title: "‏`scope` باید روی `th` باشد و مقدارش `col`، `row`، `colgroup` یا `rowgroup`",
        why: "هر چیز دیگر نادیده گرفته می‌شود و صفحه‌خوان حدس می‌زند سرعنوان از آنِ کدام خانه‌هاست.",
        fix: "یکی از این چهار مقدار را روی `th` بنویسید. اگر `td` سرعنوان است آن را `th` کنید. اگر نیست به `scope` نیازی ندارد.",
        asks: "",
    },
    good: &[r#"<table><tr><th scope="row">High tide</th><td>04:10</td></tr></table>"#],
    bad: &[
        r#"<table><tr><td scope="row">High tide</td><td>04:10</td></tr></table>"#,
        r#"<table><tr><th scope="column">High tide</th></tr><tr><td>04:10</td></tr></table>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Whatever has a `scope`, unless it is hidden or its table is for layout.
fn applicability(element: Element<'_>) -> bool {
    (element.is("td") || element.is("th"))
        && element.has_attribute("scope")
        && element.role() != Role::None
        && !element.is_programmatically_hidden()
}

/// A `th`, and one of the four values.
fn expectation(cell: Element<'_>) -> Outcome {
    let scope = cell.attribute("scope").unwrap_or_default();
    if cell.is("td") {
        return Outcome::failed("`scope` stands on a `td`, where it means nothing");
    }
    if ["col", "row", "colgroup", "rowgroup"].iter().any(|known| scope.eq_ignore_ascii_case(known)) {
        return Outcome::Passed;
    }
    Outcome::failed(format!("its `scope` is `{scope}`, which HTML does not know"))
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
                ("<table><tr><th scope=col>a</th></tr></table>", Expect::Passed),
                ("<table><tr><th scope=RowGroup>a</th></tr></table>", Expect::Passed),
                ("<table><tr><td scope=col>a</td></tr></table>", Expect::Failed),
                ("<table><tr><th scope>a</th></tr></table>", Expect::Failed),
                ("<table><tr><th scope=both>a</th></tr></table>", Expect::Failed),
                ("<table><tr><th>a</th></tr></table>", Expect::Inapplicable),
                ("<table role=none><tr><td scope=col>a</td></tr></table>", Expect::Inapplicable),
                ("<table hidden><tr><td scope=col>a</td></tr></table>", Expect::Inapplicable),
            ],
        );
    }
}
