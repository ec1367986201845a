//! Fields for dates, times, colours and files have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "picker-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Fields for dates, times, colours and files must have an accessible name",
        why: "A screen reader says \"date\" or \"choose file\", but not which date or what the file is for.",
        fix: "Put a `<label>` around the field and its text, or point at the field with `for`.",
        asks: "Does a screen reader say what to choose here? A style sheet or a script may name the field.",
    },
    ar: Words {
        title: "يجب أن يكون لحقول التاريخ والوقت واللون والملفات اسم مُتاح",
        why: "يقول قارئ الشاشة «تاريخ» أو «اختر ملفًا»، ولا يقول أيّ تاريخ ولا لِمَ الملف.",
        fix: "ضع الحقل ونصّه داخل `<label>`، أو أشر إلى الحقل بالخاصية `for`.",
        asks: "هل يقول قارئ الشاشة ماذا يُختار هنا؟ قد تسمّي الحقلَ ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "فیلدهای تاریخ، زمان، رنگ و پرونده باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان می‌گوید «تاریخ» یا «انتخاب پرونده»، اما نمی‌گوید کدام تاریخ یا پرونده برای چیست.",
        fix: "فیلد و متن آن را داخل `<label>` بگذارید، یا با `for` به فیلد اشاره کنید.",
        asks: "آیا صفحه‌خوان می‌گوید اینجا چه باید انتخاب کرد؟ شاید شیوه‌نامه یا اسکریپتی به فیلد نام بدهد.",
    },
    good: &[r#"<label>Date of birth <input type="date"></label>"#],
    bad: &[r#"<p>Your photo</p><input type="file">"#],
    check: Check::Each { applicability, expectation },
};

/// Inputs for which there is no role (HTML-AAM 1.0, <https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings>): the
/// others are for `form-field-has-name`.
fn applicability(element: Element<'_>) -> bool {
    const TYPES: &[&str] = &["color", "date", "datetime-local", "file", "month", "time", "week"];
    element.is("input")
        && element.attribute("type").is_some_and(|own| TYPES.iter().any(|kind| own.eq_ignore_ascii_case(kind)))
        && element.role() == Role::Unmapped
        && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(field: Element<'_>) -> Outcome {
    let is_labelled = field.labels().next().is_some();
    let nothing = if is_labelled { "its label says nothing" } else { "it has no label, and nothing else names it" };
    nameless::outcome(field, nothing)
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
                ("<label>Born <input type=date></label>", Expect::Passed),
                ("<label for=f>Photo</label><input type=file id=f>", Expect::Passed),
                ("<input type=COLOR title=Ink>", Expect::Passed),
                ("<input type=time>", Expect::Failed),
                ("<label for=f></label><input type=file id=f>", Expect::Failed),
                ("<input type=week placeholder=Week>", Expect::Failed),
                (
                    "<style>label::after{content:counter(n)}</style><label for=f></label><input type=file id=f>",
                    Expect::NeedsReview,
                ),
                ("<input type=file hidden>", Expect::Inapplicable),
                ("<input type=file role=button>", Expect::Inapplicable),
                ("<input type=text>", Expect::Inapplicable),
            ],
        );
    }
}
