//! What gets the focus keeps it, and nothing else happens.

use crate::page::{Change, Element, Observation, Role};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://www.w3.org/WAI/WCAG22/Understanding/on-focus>, F52 and F55
/// (<https://www.w3.org/WAI/WCAG22/Techniques/failures/F55>).
pub const RULE: Rule = Rule {
    id: "focus-changes-no-context",
    criteria: &[wcag::ON_FOCUS],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Pressing),
    en: Words {
        title: "Getting the focus must not change the context",
        why: "Whoever goes through the page with Tab is sent to another page, form or place without having chosen anything, and never gets past.",
        fix: "Do on `click` or Enter what is done on `focus` now, and leave the focus where it is.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألّا يغيّر نيل التركيز السياق",
        why: "من يتنقل في الصفحة بمفتاح Tab يُؤخذ إلى صفحة أو موضع آخر دون أن يختار شيئًا، ولا يستطيع التجاوز أبدًا.",
        fix: "افعل عند `click` أو Enter ما يُفعل الآن عند `focus`، واترك التركيز حيث هو.",
        asks: "",
    },
    fa: Words {
        title: "گرفتن تمرکز نباید زمینه را عوض کند",
        why: "کسی که با Tab در صفحه پیش می‌رود بی‌آن‌که چیزی برگزیند به صفحه یا جای دیگری فرستاده می‌شود و هرگز رد نمی‌شود.",
        fix: "آنچه اکنون با `focus` انجام می‌شود، با `click` یا Enter انجام دهید و تمرکز را سر جایش بگذارید.",
        asks: "",
    },
    good: &[r#"<a href="/offers">Offers</a> <button type="button">Filter</button>"#],
    bad: &[r#"<a href="/offers">Offers</a> <button type="button" onfocus="this.blur()">Filter</button>"#],
    check: Check::Each { applicability, expectation },
};

/// Whatever Tab leads to and was seen to change the context as it got the focus. Guards around a dialog that hand the focus
/// on are no controls, and within a widget the focus may be handed to the part that is chosen.
fn applicability(element: Element<'_>) -> bool {
    change(element).is_some() && element.is_in_tab_order() && element.is_in_accessibility_tree()
}

fn change(element: Element<'_>) -> Option<Change> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::OnFocus(change) => Some(*change),
        _ => None,
    })
}

/// Nothing of that kind.
fn expectation(element: Element<'_>) -> Outcome {
    Outcome::failed(match change(element) {
        Some(Change::Leaves) => "with the focus it leads to another page".to_owned(),
        Some(Change::SendsForm) => "with the focus it sends a form".to_owned(),
        Some(Change::OpensWindow) => "with the focus it opens a window".to_owned(),
        Some(Change::DropsFocus) => "it does not keep the focus: a script takes it away".to_owned(),
        Some(Change::MovesFocus { to }) => match element.page().element(to) {
            Some(other) if is_control(element) && !is_one_widget(element, other) => {
                format!("it hands the focus on to {}", other.start_tag())
            }
            _ => return Outcome::Passed,
        },
        Some(Change::MovesOn) | None => return Outcome::Passed,
    })
}

fn is_control(element: Element<'_>) -> bool {
    let role = element.role();
    (role.is_a(Role::Widget) || role == Role::Link || role == Role::Button) && !element.accessible_name().is_empty()
}

/// Whether both are parts of one widget, or one owns or controls the other.
fn is_one_widget<'p>(one: Element<'p>, other: Element<'p>) -> bool {
    let is_group = |around: &Element<'_>| {
        let role = around.role();
        role.is_a(Role::Composite) || role == Role::Toolbar || role == Role::RadioGroup
    };
    let around: Vec<_> = one.flat_lineage().filter(is_group).collect();
    let is_radio = |element: Element<'_>| element.role() == Role::Radio;
    other.flat_lineage().any(|group| around.contains(&group)) || (is_radio(one) && is_radio(other))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::{Change, NodeId, Observation};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let on_focus = |change| of_button(&RULE, &[Observation::OnFocus(change)]);
        for change in [Change::Leaves, Change::SendsForm, Change::OpensWindow, Change::DropsFocus] {
            assert!(matches!(on_focus(change), Some(Outcome::Failed(_))), "{change:?}");
        }
        // A button without a name is a guard.
        assert_eq!(on_focus(Change::MovesFocus { to: NodeId::DOCUMENT }), Some(Outcome::Passed));
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
