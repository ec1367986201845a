//! A role stands on an element that may have it.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

/// ARIA in HTML, 4 (<https://www.w3.org/TR/html-aria/#docconformance>). Controls that lose what they do are for
/// `control-keeps-its-role`.
pub const RULE: Rule = Rule {
    id: "role-fits-element",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "An element should have a role that HTML lets it have",
        why: "The role takes away what the element means, and browsers do not agree on what is left.",
        fix: "Put the role on a `div` or `span`, or use the element that has this role by itself.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون للعنصر دور يسمح به HTML",
        why: "يمحو الدور معنى العنصر، ولا تتفق المتصفحات على ما يبقى منه.",
        fix: "ضع الدور على `div` أو `span`، أو استعمل العنصر الذي له هذا الدور من أصله.",
        asks: "",
    },
    fa: Words {
        title: "نقش عنصر باید از نقش‌هایی باشد که HTML برایش روا می‌داند",
        why: "نقش، معنای خود عنصر را از میان می‌برد و مرورگرها درباره آنچه می‌ماند یکسان رفتار نمی‌کنند.",
        fix: "نقش را روی `div` یا `span` بگذارید، یا عنصری را به کار ببرید که خودش این نقش را دارد.",
        asks: "",
    },
    good: &[r#"<ul role="tablist"></ul>"#, r#"<h2 role="tab">Day</h2>"#],
    bad: &[r#"<h2 role="button">Day</h2>"#, r#"<label role="alert">Name</label>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with a role from their author, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("role")
        && element.namespace() == Namespace::Html
        && element.explicit_role() == Some(element.role())
        && !element.is_programmatically_hidden()
        && !is_control_without_use(element)
}

/// What `control-keeps-its-role` reports.
fn is_control_without_use(element: Element<'_>) -> bool {
    let is_operated = element.role().is_widget() || matches!(element.role(), Role::Application | Role::Separator);
    !is_operated && element.is_focusable() && element.tabindex().is_none()
}

/// ARIA in HTML permits it.
fn expectation(element: Element<'_>) -> Outcome {
    if element.permits_role(element.role()) {
        return Outcome::Passed;
    }
    Outcome::failed(format!("`{}` may not have the role `{}`", element.name(), element.role().as_str()))
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
                (r#"<nav role="navigation">a</nav>"#, Expect::Passed),
                (r#"<section><aside role="complementary">a</aside></section>"#, Expect::Passed),
                (r#"<img role="presentation">"#, Expect::Passed),
                (r#"<figure role="group">a</figure>"#, Expect::Passed),
                (r#"<form role="form" aria-label="a"></form>"#, Expect::Passed),
                (r#"<dl><dt role="term">a</dt></dl>"#, Expect::Passed),
                (r#"<h2 role="button">a</h2>"#, Expect::Failed),
                (r#"<nav role="list">a</nav>"#, Expect::Failed),
                (r#"<img alt="" role="button">"#, Expect::Failed),
                (r#"<button role="textbox">a</button>"#, Expect::Failed),
                (r#"<legend role="heading">a</legend>"#, Expect::Failed),
                (r#"<article><header role="banner">a</header></article>"#, Expect::Failed),
                (r#"<a href="x" role="heading">a</a>"#, Expect::Inapplicable),
                (r#"<button role="none">a</button>"#, Expect::Inapplicable),
                (r#"<h2 role="buton">a</h2>"#, Expect::Inapplicable),
                (r#"<h2 role="button" hidden>a</h2>"#, Expect::Inapplicable),
                (r#"<svg role="button"></svg>"#, Expect::Inapplicable),
                ("<h2>a</h2>", Expect::Inapplicable),
            ],
        );
    }
}
