//! Links to a place on the page find it.

use crate::page::{Element, Fragment};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::SKIP;

pub const RULE: Rule = Rule {
    id: "anchor-target-exists",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Links to a place on the page should lead to one",
        why: "Nothing happens when the link is followed, and whoever does not see the whole page cannot tell why.",
        fix: "Give the place the `id` that the link asks for, or take the link out.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن توصل الروابط إلى أماكن في الصفحة إلى مكان",
        why: "لا يحدث شيء حين يُتبع الرابط، ومن لا يرى الصفحة كلها لا يعرف السبب.",
        fix: "أعطِ المكان المعرّف `id` الذي يطلبه الرابط، أو احذف الرابط.",
        asks: "",
    },
    fa: Words {
        title: "پیوند به جایی از صفحه باید به جایی برسد",
        why: "وقتی پیوند دنبال می‌شود هیچ اتفاقی نمی‌افتد، و کسی که همهٔ صفحه را نمی‌بیند نمی‌فهمد چرا.",
        fix: "به آن جا همان `id` را بدهید که پیوند می‌خواهد، یا پیوند را بردارید.",
        asks: "",
    },
    good: &["<a href='#tides'>Tides</a><h2 id='tides'>Tides</h2>"],
    bad: &["<a href='#tides'>Tides</a><h2 id='tide'>Tides</h2>"],
    check: Check::Each { applicability, expectation },
};

/// Links to a place on the same page, unless a script may use the address for something else: routes (`#/a`, `#!a`), text
/// fragments, controls. Links that skip are another rule's.
fn applicability(element: Element<'_>) -> bool {
    let Some(name) = element.href().and_then(|href| href.strip_prefix('#')) else { return false };
    let is_scripts =
        name.starts_with(['/', '!', ':', '?', '{', '$', '<']) || name.contains(":~:") || name.contains('=');
    !is_scripts
        && matches!(element.fragment(), Some(Fragment::To(_) | Fragment::Nowhere))
        && element.is_exposed_link()
        && !element.attributes().any(|(name, _)| is_for_scripts(name))
        && !SKIP.comes_up_in(element.accessible_name())
}

/// Attributes by which scripts find what they change.
fn is_for_scripts(attribute: &str) -> bool {
    attribute.starts_with("on")
        || attribute.starts_with("data-")
        || attribute.starts_with(['@', ':', '(', '['])
        || attribute.contains(':') && attribute != "xml:lang" && attribute != "xlink:href"
        || matches!(attribute, "aria-controls" | "aria-expanded" | "aria-haspopup" | "role" | "jsaction")
}

fn expectation(link: Element<'_>) -> Outcome {
    if link.fragment() == Some(Fragment::Nowhere) {
        let name = link.href().unwrap_or_default();
        return Outcome::failed(format!("nothing on the page has the `id` of `{name}`"));
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
                ("<a href='#a'>b</a><p id=a>c</p>", Expect::Passed),
                ("<a href='#%D8%A7'>b</a><p id=ا>c</p>", Expect::Passed),
                ("<a href='#a'>b</a>", Expect::Failed),
                ("<a href='#A'>b</a><p id=a>c</p>", Expect::Failed),
                ("<a href='#'>b</a>", Expect::Inapplicable),
                ("<a href='#/users'>b</a>", Expect::Inapplicable),
                ("<a href='#a' data-toggle=modal>b</a>", Expect::Inapplicable),
                ("<a href='#a' onclick='f()'>b</a>", Expect::Inapplicable),
                ("<a href='#a'>Skip to content</a>", Expect::Inapplicable),
                ("<a href='#a' hidden>b</a>", Expect::Inapplicable),
                ("<base href=/b><a href='#a'>b</a>", Expect::Inapplicable),
            ],
        );
    }
}
