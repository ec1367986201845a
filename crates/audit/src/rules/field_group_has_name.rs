//! A group of fields has a name (WCAG 2.2, technique H71, <https://www.w3.org/WAI/WCAG22/Techniques/html/H71>; WAI-ARIA
//! 1.2, <https://www.w3.org/TR/wai-aria-1.2/#radiogroup>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "What do the fields of this group have in common? The group has no name that says it.";

pub const RULE: Rule = Rule {
    id: "field-group-has-name",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS, wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Groups of fields must have a name",
        why: "A screen reader says the name of a group with its first field. Without one, \"Street\" may be where to send the goods or the bill.",
        fix: "Begin the `fieldset` with a `legend`, or name the group with `aria-labelledby` or `aria-label`.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يكون لمجموعات الحقول اسم",
        why: "ينطق قارئ الشاشة اسم المجموعة مع أول حقل فيها. ومن دونه قد يكون «الشارع» عنوان الشحن أو عنوان الفاتورة.",
        fix: "ابدأ `fieldset` بعنصر `legend`، أو سمِّ المجموعة بـ `aria-labelledby` أو `aria-label`.",
        asks: "ما الذي يجمع حقول هذه المجموعة؟ ليس لها اسم يقوله.",
    },
    fa: Words {
        title: "گروه فیلدها باید نام داشته باشد",
        why: "صفحه‌خوان نام گروه را همراه نخستین فیلدش می‌گوید. بی آن، «خیابان» می‌تواند نشانی ارسال باشد یا نشانی صورت‌حساب.",
        fix: "‏`fieldset` را با `legend` آغاز کنید، یا گروه را با `aria-labelledby` یا `aria-label` بنامید.",
        asks: "فیلدهای این گروه چه چیز مشترکی دارند؟ گروه نامی ندارد که آن را بگوید.",
    },
    good: &[
        "<fieldset><legend>Send the bill to</legend><label>Street <input></label><label>Town <input></label></fieldset>",
    ],
    bad: &[
        r#"<div role="radiogroup"><label><input type="radio" name="fish"> Yes</label>
<label><input type="radio" name="fish"> No</label></div>"#,
        "<fieldset><label>Street <input></label><label>Town <input></label></fieldset>",
    ],
    check: Check::Each { applicability, expectation },
};

/// Fieldsets, groups and groups of radio buttons that assistive technologies find, with two fields or more.
fn applicability(element: Element<'_>) -> bool {
    let is_candidate = element.is("fieldset") || element.has_attribute("role");
    is_candidate
        && (element.role() == Role::RadioGroup || element.role() == Role::Group)
        && element.is_in_accessibility_tree()
        && element.descendants().filter(|field| is_field(*field)).nth(1).is_some()
}

fn is_field(element: Element<'_>) -> bool {
    let may_be_field =
        ["input", "select", "textarea"].iter().any(|name| element.is(name)) || element.has_attribute("role");
    let role = element.role();
    let is_field = role.is_a(Role::Input) || matches!(role, Role::Listbox | Role::Combobox);
    may_be_field && is_field && role != Role::Option && element.is_in_accessibility_tree()
}

/// A name. A group of radio buttons is something to be operated, and must have one.
fn expectation(group: Element<'_>) -> Outcome {
    if !group.accessible_name().is_empty() || !group.has_certain_name() {
        return Outcome::Passed;
    }
    match group.role() {
        Role::RadioGroup => Outcome::failed("this group of radio buttons has no name"),
        _ => Outcome::needs_review(ASKS),
    }
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
                ("<fieldset><legend>a</legend><input><input></fieldset>", Expect::Passed),
                ("<div role=group aria-label=a><input><select></select></div>", Expect::Passed),
                (
                    "<p id=a>a</p><div role=radiogroup aria-labelledby=a><input type=radio><input type=radio></div>",
                    Expect::Passed,
                ),
                ("<div role=radiogroup><input type=radio><input type=radio></div>", Expect::Failed),
                ("<fieldset role=radiogroup><b role=radio></b><b role=radio></b></fieldset>", Expect::Failed),
                ("<fieldset><input><input></fieldset>", Expect::NeedsReview),
                ("<fieldset><legend></legend><input><input></fieldset>", Expect::NeedsReview),
                ("<div role=group><input><textarea></textarea></div>", Expect::NeedsReview),
                ("<fieldset><input></fieldset>", Expect::Inapplicable),
                ("<fieldset><input><input type=hidden></fieldset>", Expect::Inapplicable),
                ("<fieldset><input><button>a</button></fieldset>", Expect::Inapplicable),
                ("<fieldset hidden><input><input></fieldset>", Expect::Inapplicable),
                ("<fieldset role=none><input><input></fieldset>", Expect::Inapplicable),
                ("<div><input><input></div>", Expect::Inapplicable),
            ],
        );
    }
}
