//! Dialogs and menus that are closed leave the focus where they were opened.

use crate::page::{AfterClosing, Element, Observation, Opened};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://www.w3.org/WAI/WCAG22/Techniques/failures/F85>
pub const RULE: Rule = Rule {
    id: "dialog-gives-focus-back",
    criteria: &[wcag::FOCUS_ORDER],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Pressing),
    en: Words {
        title: "A dialog or menu that closes must give the focus back to what opened it",
        why: "The dialog is gone, and so is the place: the keyboard goes on somewhere else, and a screen reader falls silent.",
        fix: "Keep what had the focus before opening, and call its `focus()` on closing. `<dialog>` with `showModal()` does so by itself.",
        asks: "What this opens gives the focus to something else than the button as it closes. Is that where the work goes on?",
    },
    ar: Words {
        title: "كل حوار أو قائمة تُغلق يجب أن تعيد التركيز إلى ما فتحها",
        why: "اختفى الحوار واختفى معه الموضع: تمضي لوحة المفاتيح من مكان آخر ويصمت قارئ الشاشة.",
        fix: "احفظ ما كان عليه التركيز قبل الفتح، واستدعِ `focus()` الخاصة به عند الإغلاق. يفعل `<dialog>` ذلك بنفسه مع `showModal()`.",
        asks: "ما يفتحه هذا الزر يعطي التركيز عند إغلاقه لشيء آخر غير الزر. هل يستمر العمل هناك؟",
    },
    fa: Words {
        title: "پنجرهٔ گفت‌وگو یا منویی که بسته می‌شود باید تمرکز را به آنچه بازش کرد برگرداند",
        why: "پنجره رفته و جای کار هم با آن: صفحه‌کلید از جای دیگری ادامه می‌دهد و صفحه‌خوان ساکت می‌شود.",
        fix: "آنچه را پیش از باز شدن تمرکز داشت نگه دارید و هنگام بستن `focus()` آن را صدا بزنید. `<dialog>` با `showModal()` خودش چنین می‌کند.",
        asks: "آنچه این دکمه باز می‌کند هنگام بسته شدن تمرکز را به چیز دیگری می‌دهد. آیا کار همان‌جا ادامه دارد؟",
    },
    good: &[r#"<button type="button" onclick="document.getElementById('sizes').showModal()">Sizes</button>
<a href="/help">Help</a>
<dialog id="sizes" aria-label="Sizes"><button onclick="this.parentElement.close()">Close</button></dialog>"#],
    bad: &[
        r#"<button type="button" onclick="const box = document.getElementById('sizes'); box.hidden = false; box.firstChild.focus()">Sizes</button>
<a href="/help">Help</a>
<div id="sizes" role="dialog" aria-label="Sizes" hidden><button type="button" onclick="this.parentElement.hidden = true">Close</button></div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Buttons that open a dialog or menu which a keyboard can close.
fn applicability(element: Element<'_>) -> bool {
    closes(element).is_some()
}

fn closes(element: Element<'_>) -> Option<(Opened, AfterClosing)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::Closes { what, focus, .. } => Some((*what, *focus)),
        _ => None,
    })
}

/// The focus is on the button then, or Shift+Tab leads to it.
fn expectation(element: Element<'_>) -> Outcome {
    match closes(element) {
        Some((what, AfterClosing::Nowhere)) => Outcome::failed(format!(
            "the {} it opens leaves the focus on nothing as it closes, and Shift+Tab leads elsewhere",
            what.as_str()
        )),
        Some((_, AfterClosing::Other)) => Outcome::needs_review(RULE.en.asks),
        _ => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::{AfterClosing, Observation, Opened};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let closes = |focus| of_button(&RULE, &[Observation::Closes { what: Opened::Menu, focus, by_escape: true }]);
        assert!(matches!(closes(AfterClosing::Nowhere), Some(Outcome::Failed(_))));
        assert!(matches!(closes(AfterClosing::Other), Some(Outcome::NeedsReview(_))));
        assert_eq!(closes(AfterClosing::Opener), Some(Outcome::Passed));
        assert_eq!(closes(AfterClosing::Beside), Some(Outcome::Passed));
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
