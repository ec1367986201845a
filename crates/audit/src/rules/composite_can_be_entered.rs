//! Tabs, groups of radio buttons, lists of options and trees have a place where the Tab key enters.

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashSet;

/// WAI-ARIA 1.2, 7.6, managing focus (<https://www.w3.org/TR/wai-aria-1.2/#managingfocus>): a composite is a stop of the
/// Tab key itself, or one of its parts is.
pub const RULE: Rule = Rule {
    id: "composite-can-be-entered",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Tabs, trees and lists of options must have a place where the Tab key enters",
        why: "Arrow keys move within such a thing, but nobody can get into it: it is there for pointers only.",
        fix: "Give the chosen part `tabindex=\"0\"` and all others `tabindex=\"-1\"`, or make the whole focusable.",
        asks: "How does somebody get in here with the keyboard?",
    },
    ar: Words {
        title: "يجب أن يكون لألسنة التبويب والأشجار وقوائم الخيارات مدخل بمفتاح Tab",
        why: "تتنقل الأسهم داخل هذه العناصر، لكن لا أحد يستطيع الدخول إليها: هي للمؤشر وحده.",
        fix: "أعط الجزء المختار `tabindex=\"0\"` وسائر الأجزاء `tabindex=\"-1\"`، أو اجعل الكل يقبل التركيز.",
        asks: "كيف يدخل المرء إلى هنا بلوحة المفاتيح؟",
    },
    fa: Words {
        title: "زبانه‌ها، درخت‌ها و فهرست گزینه‌ها باید جایی برای ورود با کلید Tab داشته باشند",
        why: "کلیدهای جهت درون این‌ها جابه‌جا می‌شوند، اما کسی نمی‌تواند وارد شود: تنها برای اشاره‌گر هستند.",
        fix: "به جزء انتخاب‌شده `tabindex=\"0\"` و به بقیه `tabindex=\"-1\"` بدهید، یا کل را فوکوس‌پذیر کنید.",
        asks: "با صفحه‌کلید چگونه می‌توان وارد این‌جا شد؟",
    },
    good: &[
        r#"<div role="tablist"><button role="tab">Day</button><button role="tab" tabindex="-1">Week</button></div>"#,
    ],
    bad: &[r#"<div role="tablist"><span role="tab">Day</span><span role="tab">Week</span></div>"#],
    check: Check::Page(check),
};

/// Composites that are there all the time, given by their author, if assistive technologies find them and they hold
/// something. Menus are opened, and so is what another element controls.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let composites: Vec<_> = page.elements().filter(|element| is_composite(*element)).collect();
    if composites.is_empty() {
        return Vec::new();
    }
    let pointing = page.elements().flat_map(|element| {
        let pointers = ["aria-controls", "aria-owns"].into_iter();
        pointers.flat_map(move |pointer| element.referenced(pointer))
    });
    let controlled: HashSet<NodeId> = pointing.map(Element::id).collect();
    let is_opened = |element: Element<'_>| element.flat_lineage().any(|around| controlled.contains(&around.id()));
    composites
        .into_iter()
        .filter(|element| !is_opened(*element))
        .map(|element| (element, expectation(element)))
        .collect()
}

fn is_composite(element: Element<'_>) -> bool {
    let role = element.explicit_role().filter(|role| {
        matches!(
            role,
            Role::Grid | Role::Listbox | Role::Menubar | Role::RadioGroup | Role::TabList | Role::Tree | Role::TreeGrid
        )
    });
    let is_off = || element.attribute("aria-disabled").is_some_and(|value| value == "true");
    role.is_some_and(|role| role == element.role())
        && !element.is("select")
        && !is_off()
        && element.is_in_accessibility_tree()
        && !element.accessibility_children().is_empty()
        && !element.flat_lineage().skip(1).any(|around| around.role().is_a(Role::Composite))
}

/// It or something in it is in the tab order, or what it holds is disabled.
fn expectation(composite: Element<'_>) -> Outcome {
    let can_enter = |element: Element<'_>| element.is_in_tab_order() || element.tab_stop_within().is_some();
    let is_off = |element: Element<'_>| {
        element.is_disabled() || element.attribute("aria-disabled").is_some_and(|value| value == "true")
    };
    let owned = || composite.referenced("aria-owns");
    if can_enter(composite) || owned().any(can_enter) || composite.flat_descendants().any(is_off) {
        return Outcome::Passed;
    }
    Outcome::needs_review(RULE.en.asks)
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
                (r#"<div role="tablist"><button role="tab">a</button></div>"#, Expect::Passed),
                (r#"<div role="listbox" tabindex="0"><p role="option">a</p></div>"#, Expect::Passed),
                (r#"<div role="radiogroup"><input type="radio"></div>"#, Expect::Passed),
                (r#"<div role="radiogroup"><input type="radio" disabled></div>"#, Expect::Passed),
                (r#"<div role="tablist"><b role="tab">a</b></div>"#, Expect::NeedsReview),
                (r#"<div role="tree"><p role="treeitem" tabindex="-1">a</p></div>"#, Expect::NeedsReview),
                (r#"<div role="radiogroup"><p role="radio" aria-checked="true">a</p></div>"#, Expect::NeedsReview),
                (
                    r#"<input aria-controls="x"><div role="listbox" id="x"><p role="option">a</p></div>"#,
                    Expect::Inapplicable,
                ),
                (
                    r#"<input aria-controls="x"><div id="x"><p role="listbox"><b role="option">a</b></p></div>"#,
                    Expect::Inapplicable,
                ),
                (r#"<div role="listbox"></div>"#, Expect::Inapplicable),
                (r#"<div role="menu"><p role="menuitem">a</p></div>"#, Expect::Inapplicable),
                (r#"<div role="tablist" hidden><b role="tab">a</b></div>"#, Expect::Inapplicable),
                (r#"<div role="tablist" aria-disabled="true"><b role="tab">a</b></div>"#, Expect::Inapplicable),
                ("<select multiple><option>a</select>", Expect::Inapplicable),
            ],
        );
    }
}
