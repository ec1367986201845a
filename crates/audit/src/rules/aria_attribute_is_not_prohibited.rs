//! Names and descriptions of roles stand where a role lets them.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/kb1m8s>, after WAI-ARIA 1.2, 5.2.5
/// (<https://www.w3.org/TR/wai-aria-1.2/#prohibitedattributes>).
pub const RULE: Rule = Rule {
    id: "aria-attribute-is-not-prohibited",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["kb1m8s"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "`aria-label` and its like must not stand where the role prohibits them",
        why: "On a `div`, a `span` or a paragraph, many screen readers pass over the label: what it says is lost.",
        fix: "Write the words as text, visible or visually hidden, or give the element a role that has a name.",
        asks: "Does a screen reader say the label of this text field?",
    },
    ar: Words {
        title: "يجب ألا توضع `aria-label` وأمثالها حيث يحظرها الدور",
        why: "على `div` أو `span` أو فقرة تتخطى قارئات شاشة كثيرة هذه التسمية، فيضيع ما تقوله.",
        fix: "اكتب الكلمات نصًّا، ظاهرًا أو مخفيًّا عن العين فقط، أو أعط العنصر دورًا له اسم.",
        asks: "هل ينطق قارئ الشاشة تسمية حقل النص هذا؟",
    },
    fa: Words {
        title: "`aria-label` و مانند آن نباید جایی باشد که نقش آن را منع می‌کند",
        why: "روی `div`، `span` یا بند متن، بسیاری از صفحه‌خوان‌ها از برچسب می‌گذرند و آنچه می‌گوید از دست می‌رود.",
        fix: "واژه‌ها را به صورت متن بنویسید، پیدا یا پنهان از چشم، یا به عنصر نقشی بدهید که نام می‌پذیرد.",
        asks: "آیا صفحه‌خوان برچسب این کادر متن را می‌گوید؟",
    },
    good: &[r#"<div role="group" aria-label="Ratings">★★★</div>"#, r#"<nav aria-label="Main">…</nav>"#],
    bad: &[r#"<div aria-label="Three of five stars">★★★</div>"#, r#"<p aria-label="Prices">12 to 20</p>"#],
    check: Check::Each { applicability, expectation },
};

/// The attributes that some role prohibits.
const PROHIBITED: &[&str] =
    &["aria-braillelabel", "aria-brailleroledescription", "aria-label", "aria-labelledby", "aria-roledescription"];

/// Elements with an attribute that some role prohibits, unless hidden from assistive technologies, or with a role that
/// cannot be known or that is `role-is-valid`'s to report.
fn applicability(element: Element<'_>) -> bool {
    said(element).next().is_some()
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && !element.is_programmatically_hidden()
        && !element.may_have_internal_role()
        && !element.has_unknown_role()
}

fn said(element: Element<'_>) -> impl Iterator<Item = &str> {
    let says = |(name, value): &(&str, &str)| PROHIBITED.contains(name) && !value.trim_ascii().is_empty();
    element.attributes().filter(says).map(|(name, _)| name)
}

/// Its role prohibits none of them.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let Some(prohibited) = said(element).find(|name| role.prohibits(name)) else { return Outcome::Passed };
    if role == Role::Generic && would_have_role(element) {
        return Outcome::Passed;
    }
    // Browsers take editable text for a text field, whatever its role.
    if element.is_focusable() && element.has_attribute("contenteditable") {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::failed(match role {
        Role::Generic => format!("`{prohibited}` stands on a `{}` without a role", element.name()),
        role => format!("`{prohibited}` stands on an element with the role `{}`", role.as_str()),
    })
}

/// Whether it has no role only because what should name it is empty or not there, which is another fault.
fn would_have_role(element: Element<'_>) -> bool {
    let named = ["section", "form", "aside"].iter().any(|name| element.is(name)) && element.explicit_role().is_none();
    named || matches!(element.explicit_role(), Some(Role::Region | Role::Form))
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
                (r#"<nav aria-label="a">b</nav>"#, Expect::Passed),
                (r#"<div role="group" aria-labelledby="x">b</div>"#, Expect::Passed),
                (r#"<section aria-label="a">b</section>"#, Expect::Passed),
                (r#"<section aria-labelledby="nowhere">b</section>"#, Expect::Passed),
                (r#"<div role="region" aria-labelledby="nowhere">b</div>"#, Expect::Passed),
                (r#"<img alt="" aria-label="a">"#, Expect::Passed),
                (r#"<svg aria-label="a"></svg>"#, Expect::Passed),
                (r#"<h2 role="none" aria-label="a">b</h2>"#, Expect::Passed),
                (r#"<div role="article" aria-roledescription="slide">b</div>"#, Expect::Passed),
                (r#"<div aria-label="a">b</div>"#, Expect::Failed),
                (r#"<span aria-labelledby="x">b</span>"#, Expect::Failed),
                (r#"<div aria-label="a" tabindex="0">b</div>"#, Expect::Failed),
                (r#"<div aria-roledescription="slide">b</div>"#, Expect::Failed),
                (r#"<p aria-label="a">b</p>"#, Expect::Failed),
                (r#"<strong aria-label="a">b</strong>"#, Expect::Failed),
                (r#"<div role="generic" aria-label="a">b</div>"#, Expect::Failed),
                (r#"<a aria-label="a">b</a>"#, Expect::Failed),
                (r#"<article><header aria-label="a">b</header></article>"#, Expect::Failed),
                (r#"<div contenteditable aria-label="a">b</div>"#, Expect::NeedsReview),
                (r#"<div aria-label=" ">b</div>"#, Expect::Inapplicable),
                (r#"<div aria-label="a" hidden>b</div>"#, Expect::Inapplicable),
                (r#"<x-own aria-label="a">b</x-own>"#, Expect::Inapplicable),
                (r#"<div role="grupe" aria-label="a">b</div>"#, Expect::Inapplicable),
                (r#"<div aria-describedby="x">b</div>"#, Expect::Inapplicable),
            ],
        );
    }
}
