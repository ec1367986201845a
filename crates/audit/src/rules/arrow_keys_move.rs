//! What arrow keys must lead to, they lead to.

use crate::page::{Element, Role};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// ARIA Authoring Practices, patterns (<https://www.w3.org/WAI/ARIA/apg/patterns/>): one part is a stop of the Tab key, and
/// arrows lead to the others. Where they do not, there is no way.
pub const RULE: Rule = Rule {
    id: "arrow-keys-move",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Critical,
    needs: Some(Need::Pressing),
    en: Words {
        title: "Arrow keys must lead to what Tab does not reach in tabs, menus, lists and sliders",
        why: "Tab reaches one part only, and the arrows do nothing: the other tabs, choices or values are there for pointers alone.",
        fix: "Handle the arrow keys of the pattern and move the focus with them, or use native elements: `<select>`, radio buttons, `<input type=\"range\">`.",
        asks: "Arrow keys do not change this slider. Can its value be set by keyboard beside it?",
    },
    ar: Words {
        title: "يجب أن توصل الأسهم إلى ما لا يصل إليه Tab في الألسنة والقوائم والمنزلقات",
        why: "لا يصل Tab إلا إلى جزء واحد ولا تفعل الأسهم شيئًا: بقية الألسنة والخيارات والقيم للمؤشر وحده.",
        fix: "عالج مفاتيح الأسهم كما في النمط وانقل التركيز بها، أو استعمل العناصر الأصلية: `<select>` وأزرار الاختيار و`<input type=\"range\">`.",
        asks: "لا تغيّر الأسهم هذا المنزلق. هل يمكن ضبط قيمته بلوحة المفاتيح إلى جانبه؟",
    },
    fa: Words {
        title: "در زبانه‌ها، منوها، فهرست‌ها و لغزنده‌ها کلیدهای جهت باید به آنچه Tab نمی‌رسد برسانند",
        why: "Tab فقط به یک جزء می‌رسد و کلیدهای جهت کاری نمی‌کنند: زبانه‌ها، گزینه‌ها یا مقدارهای دیگر تنها برای اشاره‌گرند.",
        fix: "کلیدهای جهت الگو را پاسخ دهید و تمرکز را با آن‌ها جابه‌جا کنید، یا از عنصرهای بومی استفاده کنید: `<select>`، دکمهٔ رادیویی، `<input type=\"range\">`.",
        asks: "کلیدهای جهت این لغزنده را تغییر نمی‌دهند. آیا می‌توان مقدارش را کنار آن با صفحه‌کلید تعیین کرد؟",
    },
    good: &[
        r#"<div role="tablist" aria-label="When" onkeydown="if (event.key.startsWith('Arrow')) (event.target.nextElementSibling ?? event.target.previousElementSibling).focus()">
<button role="tab" aria-selected="true">Day</button><button role="tab" tabindex="-1">Week</button></div>"#,
    ],
    bad: &[r#"<div role="tablist" aria-label="When">
<button role="tab" aria-selected="true">Day</button><button role="tab" tabindex="-1">Week</button></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Widgets with parts that Tab does not reach, or with a value, in which arrow keys were pressed.
fn applicability(element: Element<'_>) -> bool {
    element.arrows_pressed().is_some_and(|(_, tab_reaches_all)| !tab_reaches_all)
}

/// One of them moves the focus, the choice or the value. The value of a slider may be set by something beside it.
fn expectation(widget: Element<'_>) -> Outcome {
    match widget.arrows_pressed() {
        Some((false, _)) if widget.role() == Role::Slider && has_other_control(widget) => {
            Outcome::needs_review(RULE.en.asks)
        }
        Some((false, _)) if widget.role() == Role::Slider => {
            Outcome::failed("arrow keys, Home and End do not change its value")
        }
        Some((false, _)) => {
            Outcome::failed("arrow keys, Home and End move nothing in it, and Tab does not reach all of it")
        }
        _ => Outcome::Passed,
    }
}

/// Whether anything else on the page might set a value: a field, or a button that is not a part of a form's end.
fn has_other_control(slider: Element<'_>) -> bool {
    let sets = |element: Element<'_>| {
        let role = element.role();
        role.is_a(Role::Input) || role.is_a(Role::Select) || matches!(role, Role::Button | Role::SpinButton)
    };
    slider.page().elements().any(|element| element != slider && sets(element) && element.is_in_tab_order())
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
        assert!(matches!(arrows(false, false), Some(Outcome::Failed(_))));
        assert_eq!(arrows(true, false), Some(Outcome::Passed));
        assert_eq!(arrows(false, true), None);
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
