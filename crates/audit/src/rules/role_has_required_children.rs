//! A role made of certain parts holds them, and nothing else.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/bc4a75>, after WAI-ARIA 1.2, 5.2.6
/// (<https://www.w3.org/TR/wai-aria-1.2/#mustContain>).
pub const RULE: Rule = Rule {
    id: "role-has-required-children",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &["bc4a75"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A role made of certain parts must hold these parts",
        why: "A screen reader announces a list, a menu or a table, and then cannot count its items or move among them.",
        fix: "Give the parts their roles, such as `listitem` in a `list`, and take everything else out of it.",
        asks: "Is this filled later, and does it say `aria-busy=\"true\"` until then?",
    },
    ar: Words {
        title: "يجب أن يضم الدور المكوَّن من أجزاء معيّنة تلك الأجزاء",
        why: "يعلن قارئ الشاشة قائمة أو جدولًا، ثم لا يستطيع عدّ العناصر ولا التنقل بينها.",
        fix: "أعط الأجزاء أدوارها، مثل `listitem` داخل `list`، وأخرج منه كل ما عداها.",
        asks: "هل يُملأ هذا العنصر لاحقًا، وهل يقول `aria-busy=\"true\"` حتى ذلك الحين؟",
    },
    fa: Words {
        title: "نقشی که از اجزای معیّن ساخته می‌شود باید همان اجزا را در خود داشته باشد",
        why: "صفحه‌خوان از فهرست، منو یا جدول خبر می‌دهد، اما نمی‌تواند اجزایش را بشمارد یا میانشان جابه‌جا شود.",
        fix: "به اجزا نقششان را بدهید، مانند `listitem` درون `list`، و هر چیز دیگر را بیرون ببرید.",
        asks: "آیا این بعداً پر می‌شود و تا آن هنگام `aria-busy=\"true\"` دارد؟",
    },
    good: &[r#"<div role="list"><div role="listitem">Bread</div><div role="listitem">Salt</div></div>"#],
    bad: &[r#"<div role="tablist"><a href="/day">Day</a><a href="/week">Week</a></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with an explicit role that is made of certain parts and not the one they have anyway, if assistive
/// technologies find them and they do not say that they are being filled.
fn applicability(element: Element<'_>) -> bool {
    let is_busy = || element.attribute("aria-busy").is_some_and(|busy| busy.eq_ignore_ascii_case("true"));
    element.explicit_role().is_some_and(|role| !role.owned().is_empty() && element.role() == role)
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && element.role() != element.native_role()
        && !is_busy()
        && element.is_in_accessibility_tree()
}

/// It owns such a part, and nothing that may not be there.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let parts = element.accessibility_children();
    let is_wrong = |part: &Element<'_>| !may_hold(role, part.role()) && !takes_anything(role);
    let in_groups =
        parts.iter().filter(|part| part.role() == Role::Group).flat_map(|group| group.accessibility_children());
    let all: Vec<Element<'_>> = parts.iter().copied().chain(in_groups).collect();
    let stranger = all.iter().find(|part| is_wrong(part));
    let is_complete = all.iter().any(|part| role.owned().contains(&part.role()) && part.role() != Role::Group);
    if stranger.is_none() && is_complete {
        return Outcome::Passed;
    }
    if element.flat_descendants().any(Element::may_have_internal_role) {
        return Outcome::needs_review("Do the custom elements in here have the roles that this one is made of?");
    }
    match stranger {
        Some(part) => Outcome::failed(format!(
            "it has the role `{}` and holds {}",
            role.as_str(),
            match part.role() {
                own if own == part.native_role() => format!("a `{}` element", part.name()),
                given => format!("something with the role `{}`", given.as_str()),
            }
        )),
        None if all.is_empty() => {
            Outcome::needs_review("Is this filled later, and does it say `aria-busy=\"true\"` until then?")
        }
        None => Outcome::failed(format!("it has the role `{}` and holds none of its parts", role.as_str())),
    }
}

/// Whether `part` may stand right in `role`. WAI-ARIA 1.3 adds separators in menus and captions in tables
/// (<https://www.w3.org/TR/wai-aria-1.3/#mustContain>).
fn may_hold(role: Role, part: Role) -> bool {
    role.owned().contains(&part)
        || match part {
            Role::Separator => role.is_a(Role::Menu),
            Role::Caption => role.is_a(Role::Table),
            Role::DocBiblioentry | Role::DocEndnote => role.is_a(Role::List),
            _ => false,
        }
}

/// Whether it may hold other things besides its parts: WAI-ARIA 1.3 lets groups of radio buttons hold what explains them.
fn takes_anything(role: Role) -> bool {
    matches!(role, Role::RadioGroup | Role::Suggestion)
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
                (r#"<div role="list"><p role="listitem">a</p></div>"#, Expect::Passed),
                (r#"<div role="list"><div><p role="listitem">a</p></div></div>"#, Expect::Passed),
                (r#"<div role="list"><button hidden>a</button><p role="listitem">b</p></div>"#, Expect::Passed),
                (r#"<div role="list" aria-owns="x"></div><p role="listitem" id="x">a</p>"#, Expect::Passed),
                (r#"<ul role="menu"><li role="none"><a role="menuitem" href="x">a</a></li></ul>"#, Expect::Passed),
                (r#"<div role="menu"><p role="menuitem">a</p><hr><p role="menuitem">b</p></div>"#, Expect::Passed),
                (r#"<div role="menu"><p role="group"><b role="menuitemradio">a</b></p></div>"#, Expect::Passed),
                (r#"<table role="grid"><caption>a</caption><tr><td>b</table>"#, Expect::Passed),
                (
                    r#"<fieldset role="radiogroup"><legend>a</legend><input type="radio"><p>b</p></fieldset>"#,
                    Expect::Passed,
                ),
                (r#"<div role="list"><button>a</button></div>"#, Expect::Failed),
                (r#"<div role="list"><p role="listitem">a</p><button>b</button></div>"#, Expect::Failed),
                (r#"<ul role="menu"><li>a</li></ul>"#, Expect::Failed),
                (r#"<div role="menu"><p role="group"><a href="x">a</a></p></div>"#, Expect::Failed),
                (r#"<div role="row"><p>a</p></div>"#, Expect::Failed),
                (r#"<div role="radiogroup"><button>a</button></div>"#, Expect::Failed),
                (r#"<div role="listbox"></div>"#, Expect::NeedsReview),
                (r#"<div role="list"><x-item>a</x-item></div>"#, Expect::NeedsReview),
                (r#"<div role="listbox" aria-busy="true"></div>"#, Expect::Inapplicable),
                (r#"<ul role="list"><p>a</p></ul>"#, Expect::Inapplicable),
                ("<ul><p>a</p></ul>", Expect::Inapplicable),
                (r#"<div role="listbox" hidden></div>"#, Expect::Inapplicable),
                (r#"<div role="note">a</div>"#, Expect::Inapplicable),
            ],
        );
    }
}
