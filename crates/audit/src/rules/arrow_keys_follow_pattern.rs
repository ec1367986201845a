//! Tabs, menus and lists are gone through with arrow keys.

use crate::page::{Element, Role};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};

/// ARIA Authoring Practices, patterns (<https://www.w3.org/WAI/ARIA/apg/patterns/>): what WCAG does not ask for.
pub const RULE: Rule = Rule {
    id: "arrow-keys-follow-pattern",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: Some(Need::Pressing),
    en: Words {
        title: "Tabs, menus and lists should be gone through with arrow keys",
        why: "A screen reader says \"tab, one of five\", and whoever hears it presses the arrows, which do nothing here.",
        fix: "Handle the arrow keys of the pattern and leave one stop for Tab, or take the role away and let it be plain buttons or links.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي التنقل في الألسنة والقوائم بمفاتيح الأسهم",
        why: "يقول قارئ الشاشة «لسان تبويب، واحد من خمسة»، فيضغط السامع الأسهم التي لا تفعل شيئًا هنا.",
        fix: "عالج مفاتيح الأسهم كما في النمط واترك لـ Tab موضعًا واحدًا، أو احذف الدور واجعلها أزرارًا أو روابط عادية.",
        asks: "",
    },
    fa: Words {
        title: "زبانه‌ها، منوها و فهرست‌ها بهتر است با کلیدهای جهت پیموده شوند",
        why: "صفحه‌خوان می‌گوید «زبانه، یک از پنج» و شنونده کلیدهای جهت را می‌زند که این‌جا کاری نمی‌کنند.",
        fix: "کلیدهای جهت الگو را پاسخ دهید و برای Tab یک ایستگاه بگذارید، یا نقش را بردارید تا دکمه یا پیوند ساده باشند.",
        asks: "",
    },
    good: &[
        r#"<div role="tablist" aria-label="When" onkeydown="if (event.key.startsWith('Arrow')) (event.target.nextElementSibling ?? event.target.previousElementSibling).focus()">
<button role="tab" aria-selected="true">Day</button><button role="tab" tabindex="-1">Week</button></div>"#,
    ],
    bad: &[r#"<div role="tablist" aria-label="When">
<button role="tab" aria-selected="true">Day</button><button role="tab">Week</button></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Widgets, but grids and sliders, in which arrow keys were pressed.
fn applicability(element: Element<'_>) -> bool {
    element.arrows_pressed().is_some() && !matches!(element.role(), Role::Grid | Role::TreeGrid | Role::Slider)
}

/// One of them moves the focus or the choice. Where Tab does not reach all of it, another rule says so.
fn expectation(widget: Element<'_>) -> Outcome {
    match widget.arrows_pressed() {
        Some((false, true)) => Outcome::failed("arrow keys move nothing in it; only Tab does"),
        _ => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let arrows = |move_something, tab_reaches_all| {
            of_button(&RULE, &[Observation::Arrows { move_something, tab_reaches_all }])
        };
        assert!(matches!(arrows(false, true), Some(Outcome::Failed(_))));
        assert_eq!(arrows(true, true), Some(Outcome::Passed));
        assert_eq!(arrows(false, false), Some(Outcome::Passed));
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
