//! No role is on its way out.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

/// ARIA in HTML, 4.3 (<https://www.w3.org/TR/html-aria/#docconformance-deprecated>).
pub const RULE: Rule = Rule {
    id: "role-is-not-deprecated",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Roles should not be deprecated ones",
        why: "Browsers and screen readers drop them one by one, and then the element says nothing.",
        fix: "Write `list` for `directory`, and a list with plain items for `doc-biblioentry` and `doc-endnote`.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألا تكون الأدوار مهملة",
        why: "تتخلى عنها المتصفحات وقارئات الشاشة واحدًا بعد آخر، فلا يقول العنصر بعدها شيئًا.",
        fix: "اكتب `list` بدل `directory`، وقائمة بعناصر عادية بدل `doc-biblioentry` و`doc-endnote`.",
        asks: "",
    },
    fa: Words {
        title: "نقش نباید منسوخ باشد",
        why: "مرورگرها و صفحه‌خوان‌ها یکی‌یکی آن‌ها را کنار می‌گذارند و آن‌گاه عنصر هیچ نمی‌گوید.",
        fix: "به جای `directory` بنویسید `list` و به جای `doc-biblioentry` و `doc-endnote` فهرستی با جزءهای ساده.",
        asks: "",
    },
    good: &["<ol><li>Bread</li></ol>"],
    bad: &[r#"<ul role="directory"><li>Bread</li></ul>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with a role from their author, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.explicit_role().is_some() && !element.is_programmatically_hidden()
}

/// It is not deprecated.
fn expectation(element: Element<'_>) -> Outcome {
    match element.explicit_role().filter(|role| role.is_deprecated()) {
        Some(role) => Outcome::failed(format!("the role `{}` is deprecated", Role::as_str(role))),
        None => Outcome::Passed,
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
                (r#"<div role="list"></div>"#, Expect::Passed),
                (r#"<div role="directory"></div>"#, Expect::Failed),
                (r#"<ul><li role="doc-endnote">a</li></ul>"#, Expect::Failed),
                (r#"<div role="directory" hidden></div>"#, Expect::Inapplicable),
                ("<div></div>", Expect::Inapplicable),
            ],
        );
    }
}
