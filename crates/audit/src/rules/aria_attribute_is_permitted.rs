//! States and properties stand where a role has them.

use crate::page::{AriaAttribute, Element, Namespace, Role, Scope};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/5c01ea>, after WAI-ARIA 1.2, 5.2.3
/// (<https://www.w3.org/TR/wai-aria-1.2/#supportedState>) and ARIA in HTML
/// (<https://www.w3.org/TR/html-aria/#docconformance>). What a role prohibits is for `aria-attribute-is-not-prohibited`.
pub const RULE: Rule = Rule {
    id: "aria-attribute-is-permitted",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["5c01ea"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "States and properties must stand on elements whose role has them",
        why: "A screen reader passes over a state that the role does not have: nobody hears that it is open, chosen or required.",
        fix: "Move the attribute to the element it is about, give that element the role that has it, or take it away.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن توضع الحالات والخصائص على عناصر تملكها أدوارها",
        why: "يتخطى قارئ الشاشة حالةً لا يملكها الدور، فلا يسمع أحد أن العنصر مفتوح أو مختار أو إلزامي.",
        fix: "انقل السمة إلى العنصر الذي تخصه، أو أعط ذلك العنصر الدور الذي يملكها، أو احذفها.",
        asks: "",
    },
    fa: Words {
        title: "حالت‌ها و خاصیت‌ها باید روی عنصری باشند که نقشش آن‌ها را دارد",
        why: "صفحه‌خوان از حالتی که نقش ندارد می‌گذرد و کسی نمی‌شنود که عنصر باز، انتخاب‌شده یا الزامی است.",
        fix: "ویژگی را به عنصری ببرید که درباره‌اش است، نقشی به آن بدهید که این ویژگی را دارد، یا آن را بردارید.",
        asks: "",
    },
    good: &[
        r#"<button aria-expanded="false">Menu</button>"#,
        r#"<div role="checkbox" aria-checked="true" tabindex="0">Sea view</div>"#,
    ],
    bad: &[
        r#"<div aria-expanded="false"><button>Menu</button></div>"#,
        r#"<button aria-checked="true">Sea view</button>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements with states and properties, unless hidden from assistive technologies, or with a role that cannot be known
/// or that is `role-is-valid`'s to report.
fn applicability(element: Element<'_>) -> bool {
    element.attributes().any(|(name, _)| AriaAttribute::of_name(name).is_some())
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && !element.is_programmatically_hidden()
        && !element.may_have_internal_role()
        && !element.has_unknown_role()
}

/// Each is global, or the role supports or inherits it, or ARIA in HTML allows it there.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let is_stray = |name: &&str| {
        AriaAttribute::of_name(name).is_some_and(|known| known.scope == Scope::Role)
            && !role.supports(name)
            && !element.allows_in_spite_of_role(name)
    };
    let Some(stray) = element.attributes().map(|(name, _)| name).find(is_stray) else { return Outcome::Passed };
    Outcome::failed(match role {
        Role::Generic | Role::Unmapped | Role::None => {
            format!("`{stray}` stands on an element without a role that has it")
        }
        role => format!("`{stray}` stands on an element with the role `{}`, which does not have it", role.as_str()),
    })
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
                // Global, or once global.
                (r#"<p aria-busy="true">a</p>"#, Expect::Passed),
                (r#"<p aria-disabled="true">a</p>"#, Expect::Passed),
                (r#"<p aria-label="a">a</p>"#, Expect::Passed),
                // Of the role: its own, inherited, required.
                (r#"<button aria-pressed="true">a</button>"#, Expect::Passed),
                (r#"<div role="menubar" aria-orientation="vertical">a</div>"#, Expect::Passed),
                (r#"<div role="switch" aria-checked="true">a</div>"#, Expect::Passed),
                (r#"<h2 aria-level="7">a</h2>"#, Expect::Passed),
                (r#"<svg role="img" aria-label="a"></svg>"#, Expect::Passed),
                // Of the language.
                (r#"<input type="date" aria-required="true">"#, Expect::Passed),
                (r#"<input type="password" aria-required="true">"#, Expect::Passed),
                (r#"<input type="radio" aria-required="true">"#, Expect::Passed),
                (r#"<input type="file" aria-required="true">"#, Expect::Passed),
                (r#"<table><tr><td><th aria-sort="none">a<tr><td>b<td>c</table>"#, Expect::Passed),
                (r#"<details><summary aria-expanded="false">a</summary></details>"#, Expect::Passed),
                // Of neither.
                (r#"<div aria-checked="true">a</div>"#, Expect::Failed),
                (r#"<button aria-sort="">a</button>"#, Expect::Failed),
                (r#"<li aria-selected="true">a</li>"#, Expect::Failed),
                (r#"<h2 aria-expanded="true">a</h2>"#, Expect::Failed),
                (r#"<input type="color" aria-required="true">"#, Expect::Failed),
                (r#"<a aria-expanded="true">a</a>"#, Expect::Failed),
                (r#"<video aria-valuenow="1"></video>"#, Expect::Failed),
                (r#"<svg><path aria-checked="true"/></svg>"#, Expect::Failed),
                (r#"<input type="date" role="none" aria-sort="none">"#, Expect::Failed),
                // Somebody else's, or nobody's.
                (r#"<x-own aria-checked="true">a</x-own>"#, Expect::Inapplicable),
                (r#"<div role="chekbox" aria-checked="true">a</div>"#, Expect::Inapplicable),
                (r#"<div aria-checked="true" hidden>a</div>"#, Expect::Inapplicable),
                (r#"<div aria-cheked="true">a</div>"#, Expect::Inapplicable),
                (r#"<math aria-checked="true"></math>"#, Expect::Inapplicable),
                ("<div>a</div>", Expect::Inapplicable),
            ],
        );
    }
}
