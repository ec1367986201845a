//! Dialogs have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "dialog-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Dialogs must have an accessible name",
        why: "The focus jumps into a window and a screen reader says \"dialog\": nobody who does not see it knows what has opened.",
        fix: "Point at the dialog's heading with `aria-labelledby`, or name it with `aria-label`.",
        asks: "Does a screen reader say what has opened? A style sheet or a script may name the dialog.",
    },
    ar: Words {
        title: "يجب أن يكون لمربعات الحوار اسم مُتاح",
        why: "ينتقل التركيز إلى نافذة ويقول قارئ الشاشة «مربع حوار»: من لا يراها لا يعرف ما الذي انفتح.",
        fix: "أشر إلى عنوان مربع الحوار بالخاصية `aria-labelledby`، أو سمِّه بالخاصية `aria-label`.",
        asks: "هل يقول قارئ الشاشة ما الذي انفتح؟ قد تسمّي مربعَ الحوار ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "پنجره‌های گفت‌وگو باید نام دسترس‌پذیر داشته باشند",
        why: "تمرکز به پنجره‌ای می‌پرد و صفحه‌خوان فقط می‌گوید «گفت‌وگو»: کسی که آن را نمی‌بیند نمی‌داند چه باز شده است.",
        fix: "با `aria-labelledby` به سرتیتر پنجره اشاره کنید، یا با `aria-label` به آن نام بدهید.",
        asks: "آیا صفحه‌خوان می‌گوید چه باز شده است؟ شاید شیوه‌نامه یا اسکریپتی به پنجره نام بدهد.",
    },
    good: &[r#"<dialog open aria-labelledby="cookies"><h2 id="cookies">Cookies</h2><button>Agree</button></dialog>"#],
    bad: &["<dialog open><h2>Cookies</h2><button>Agree</button></dialog>"],
    check: Check::Each { applicability, expectation },
};

/// Dialogs, alert dialogs and `dialog` elements that are in the accessibility tree and not empty (WAI-ARIA 1.2, accessible
/// name required, <https://www.w3.org/TR/wai-aria-1.2/#dialog>).
fn applicability(element: Element<'_>) -> bool {
    matches!(element.role(), Role::Dialog | Role::AlertDialog)
        && nameless::is_filled(element)
        && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(dialog: Element<'_>) -> Outcome {
    nameless::outcome(dialog, "it has neither `aria-labelledby` nor `aria-label`")
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
                ("<dialog open aria-label=Cookies>Agree?</dialog>", Expect::Passed),
                ("<div role=dialog aria-labelledby=c><h2 id=c>Cookies</h2></div>", Expect::Passed),
                ("<div role=alertdialog title=Cookies>Agree?</div>", Expect::Passed),
                ("<dialog open><h2>Cookies</h2></dialog>", Expect::Failed),
                ("<div role=dialog>Agree?</div>", Expect::Failed),
                ("<div role=alertdialog aria-labelledby=nowhere>Agree?</div>", Expect::Failed),
                ("<x-dialog role=dialog>Agree?</x-dialog>", Expect::NeedsReview),
                ("<dialog>Agree?</dialog>", Expect::Inapplicable),
                ("<div role=dialog hidden>Agree?</div>", Expect::Inapplicable),
                ("<div role=dialog></div>", Expect::Inapplicable),
                ("<dialog open role=document>Agree?</dialog>", Expect::Inapplicable),
            ],
        );
    }
}
