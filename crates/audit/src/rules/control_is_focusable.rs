//! What says that it can be operated can be reached with the keyboard.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// WAI-ARIA 1.2, 7.6, managing focus (<https://www.w3.org/TR/wai-aria-1.2/#managingfocus>): elements that are operated
/// must be focusable, or be the active descendant of one that is.
pub const RULE: Rule = Rule {
    id: "control-is-focusable",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "What has the role of a control must be reachable with the keyboard",
        why: "Whoever uses a keyboard, a switch or voice never gets there: a button that only a pointer can press.",
        fix: "Use `button`, `a href` or `input`. If that cannot be, add `tabindex=\"0\"` and listen to Enter and Space.",
        asks: "Can this be reached with the keyboard, or does something else that can do the same?",
    },
    ar: Words {
        title: "يجب أن يمكن الوصول بلوحة المفاتيح إلى كل ما له دور عنصر تحكم",
        why: "من يستعمل لوحة المفاتيح أو المفاتيح البديلة أو الصوت لا يصل إليه أبدًا: زر لا يضغطه إلا المؤشر.",
        fix: "استعمل `button` أو `a href` أو `input`. وإن تعذر ذلك فأضف `tabindex=\"0\"` واستجب لمفتاحي Enter والمسافة.",
        asks: "هل يمكن الوصول إليه بلوحة المفاتيح، أو هل يوجد غيره مما يُوصل إليه ويؤدي العمل نفسه؟",
    },
    fa: Words {
        title: "به آنچه نقش کنترل دارد باید بتوان با صفحه‌کلید رسید",
        why: "کسی که با صفحه‌کلید، کلید کمکی یا صدا کار می‌کند هرگز به آن نمی‌رسد: دکمه‌ای که فقط با اشاره‌گر فشرده می‌شود.",
        fix: "`button`، `a href` یا `input` به کار ببرید. اگر نمی‌شود `tabindex=\"0\"` بیفزایید و به کلیدهای Enter و فاصله پاسخ دهید.",
        asks: "آیا می‌توان با صفحه‌کلید به این رسید، یا چیز دیگری که در دسترس است همین کار را می‌کند؟",
    },
    good: &[r#"<div role="button" tabindex="0">Send</div>"#, "<button>Send</button>"],
    bad: &[r#"<div role="button">Send</div>"#, r#"<a role="link">Harbour</a>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with the role of a control that stands by itself, given by their author, if assistive technologies find
/// them and they do not say that they are disabled. A `label` stands for its field.
fn applicability(element: Element<'_>) -> bool {
    let is_off = || element.is_disabled() || element.attribute("aria-disabled").is_some_and(|value| value == "true");
    element.explicit_role().is_some_and(|role| stands_alone(role) && element.role() == role)
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && !element.is("label")
        && !is_off()
        && element.is_in_accessibility_tree()
}

fn stands_alone(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::Checkbox
            | Role::Combobox
            | Role::Link
            | Role::Searchbox
            | Role::Slider
            | Role::SpinButton
            | Role::Switch
            | Role::Textbox
    )
}

/// The Tab key leads there; or something around it or in it takes the focus for it, which only a person can tell.
fn expectation(control: Element<'_>) -> Outcome {
    // A combobox may be what stands around a text field (WAI-ARIA 1.1).
    let is_wrapper = || control.role() == Role::Combobox && control.tab_stop_within().is_some();
    if control.is_in_tab_order() || is_wrapper() {
        return Outcome::Passed;
    }
    let manages = |around: Element<'_>| {
        around.is_in_tab_order()
            || around.is("label")
            || around.may_have_internal_role()
            || around.has_attribute("aria-activedescendant")
            || [Role::Composite, Role::Row, Role::Toolbar, Role::Application, Role::MenuItem, Role::Option, Role::Tab]
                .iter()
                .any(|role| around.role().is_a(*role))
    };
    let is_managed = || std::iter::successors(control.owner(), |at| at.owner()).any(manages);
    let is_custom = control.name().contains('-');
    if control.is_focusable() || is_custom || control.tab_stop_within().is_some() || is_managed() {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::failed(format!("it has the role `{}` and cannot be focused", control.role().as_str()))
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
                (r#"<div role="button" tabindex="0">a</div>"#, Expect::Passed),
                (r#"<a href="x" role="button">a</a>"#, Expect::Passed),
                (r#"<div role="textbox" contenteditable>a</div>"#, Expect::Passed),
                (r#"<div role="combobox" aria-expanded="false"><input></div>"#, Expect::Passed),
                (r#"<div role="button">a</div>"#, Expect::Failed),
                (r#"<a role="link">a</a>"#, Expect::Failed),
                (r#"<img alt="a" role="button">"#, Expect::Failed),
                (r#"<div role="switch" aria-checked="true">a</div>"#, Expect::Failed),
                (r#"<main tabindex="-1"><div role="button">a</div></main>"#, Expect::Failed),
                (r#"<svg><g role="link"><text>a</text></g></svg>"#, Expect::Failed),
                (r#"<div role="button" tabindex="-1">a</div>"#, Expect::NeedsReview),
                (r#"<a href="x"><b role="button">a</b></a>"#, Expect::NeedsReview),
                (r#"<div role="link"><a href="x">a</a></div>"#, Expect::NeedsReview),
                (
                    r#"<div role="grid"><p role="row"><b role="gridcell"><i role="link">a</i></b></p></div>"#,
                    Expect::NeedsReview,
                ),
                (r#"<x-own role="button">a</x-own>"#, Expect::NeedsReview),
                (r#"<x-own><b role="button">a</b></x-own>"#, Expect::NeedsReview),
                (r#"<div role="button" aria-disabled="true">a</div>"#, Expect::Inapplicable),
                (r#"<label role="button">a<input type="file"></label>"#, Expect::Inapplicable),
                (r#"<div role="button" hidden>a</div>"#, Expect::Inapplicable),
                (r#"<div role="menuitem">a</div>"#, Expect::Inapplicable),
                ("<div>a</div>", Expect::Inapplicable),
            ],
        );
    }
}
