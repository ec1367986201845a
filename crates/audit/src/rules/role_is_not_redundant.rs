//! No role says what the element says by itself.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

/// ARIA in HTML, 4 (<https://www.w3.org/TR/html-aria/#docconformance>): "also allowed, but not recommended".
pub const RULE: Rule = Rule {
    id: "role-is-not-redundant",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "`role` should not repeat what the element says by itself",
        why: "It changes nothing today; when the element changes, the role stays behind and is wrong.",
        fix: "Take the `role` attribute away.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألا تكرر `role` ما يقوله العنصر من أصله",
        why: "لا تغير شيئًا اليوم، لكن حين يتغير العنصر يبقى الدور كما هو فيصير خطأ.",
        fix: "احذف السمة `role`.",
        asks: "",
    },
    fa: Words {
        title: "`role` نباید آنچه را خود عنصر می‌گوید تکرار کند",
        why: "امروز چیزی را تغییر نمی‌دهد؛ اما وقتی عنصر عوض شود، نقش جا می‌ماند و نادرست می‌شود.",
        fix: "ویژگی `role` را بردارید.",
        asks: "",
    },
    good: &["<nav>…</nav>", r#"<ul role="list"><li>Bread</li></ul>"#],
    bad: &[r#"<button role="button">Send</button>"#, r#"<nav role="navigation">…</nav>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with a role from their author, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("role")
        && element.namespace() == Namespace::Html
        && element.explicit_role() == Some(element.role())
        && !element.is_programmatically_hidden()
}

/// It is another one than that of the element, or one that styles take away: Safari has no lists without markers, and
/// browsers had no tables with another `display`; `VoiceOver` needs the word for drawings, and JAWS for the descriptions
/// of field sets.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let is_fragile = matches!(
        role,
        Role::Group
            | Role::List
            | Role::ListItem
            | Role::Img
            | Role::Table
            | Role::RowGroup
            | Role::Row
            | Role::Cell
            | Role::ColumnHeader
            | Role::RowHeader
    );
    if role != element.native_role() || is_fragile {
        return Outcome::Passed;
    }
    Outcome::failed(format!("`{}` has the role `{}` anyway", element.name(), role.as_str()))
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
                (r#"<div role="button">a</div>"#, Expect::Passed),
                (r#"<ul role="list"></ul>"#, Expect::Passed),
                (r#"<table role="table"></table>"#, Expect::Passed),
                (r#"<fieldset role="group"></fieldset>"#, Expect::Passed),
                (r#"<img role="img" alt="a">"#, Expect::Passed),
                (r#"<article><header role="banner">a</header></article>"#, Expect::Passed),
                (r#"<a href="x" role="link">a</a>"#, Expect::Failed),
                (r#"<main role="main">a</main>"#, Expect::Failed),
                (r#"<header role="banner">a</header>"#, Expect::Failed),
                (r#"<section role="region" aria-label="a">b</section>"#, Expect::Failed),
                (r#"<section role="region">b</section>"#, Expect::Inapplicable),
                (r#"<button role="button" hidden>a</button>"#, Expect::Inapplicable),
                (r#"<button role="buton">a</button>"#, Expect::Inapplicable),
                ("<button>a</button>", Expect::Inapplicable),
            ],
        );
    }
}
