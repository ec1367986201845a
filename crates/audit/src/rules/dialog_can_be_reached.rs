//! Dialogs and menus that a button opens have the focus, or come next.

use crate::page::{AfterOpening, Element, Observation, Opened};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://www.w3.org/WAI/WCAG22/Techniques/failures/F85>
pub const RULE: Rule = Rule {
    id: "dialog-can-be-reached",
    criteria: &[wcag::FOCUS_ORDER],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Pressing),
    en: Words {
        title: "A dialog or menu that opens must have the focus, or be where Tab leads next",
        why: "It lies over the page, and the keyboard goes on behind it: it is reached after everything else, or never.",
        fix: "Put the focus into it as it opens; `showModal()` does. Or let it stand right behind its button in the markup.",
        asks: "",
    },
    ar: Words {
        title: "كل حوار أو قائمة تُفتح يجب أن تنال التركيز أو أن يوصل إليها Tab مباشرة",
        why: "يغطي الصفحة بينما تمضي لوحة المفاتيح خلفه، فلا يُوصل إليه إلا بعد كل شيء، أو لا يُوصل إليه أبدًا.",
        fix: "ضع التركيز فيه عند فتحه، كما تفعل `showModal()`، أو اجعله بعد زرّه مباشرة في الترميز.",
        asks: "",
    },
    fa: Words {
        title: "پنجرهٔ گفت‌وگو یا منویی که باز می‌شود باید تمرکز بگیرد یا Tab بعدی به آن برسد",
        why: "روی صفحه را می‌پوشاند و صفحه‌کلید پشت آن پیش می‌رود: پس از همه‌چیز به آن می‌رسند، یا هرگز.",
        fix: "هنگام باز شدن تمرکز را در آن بگذارید، چنان‌که `showModal()` می‌کند؛ یا آن را درست پس از دکمه‌اش در نشانه‌گذاری بیاورید.",
        asks: "",
    },
    good: &[r#"<button type="button" onclick="document.getElementById('sizes').showModal()">Sizes</button>
<a href="/help">Help</a>
<dialog id="sizes" aria-label="Sizes"><button onclick="this.parentElement.close()">Close</button></dialog>"#],
    bad: &[r#"<button type="button" onclick="document.getElementById('sizes').hidden = false">Sizes</button>
<a href="/help">Help</a>
<div id="sizes" role="dialog" aria-label="Sizes" hidden><button type="button" onclick="this.parentElement.hidden = true">Close</button></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Buttons that open a dialog or menu in which something can take the focus.
fn applicability(element: Element<'_>) -> bool {
    opens(element).is_some_and(|(_, focus)| focus != AfterOpening::NothingToFocus)
}

fn opens(element: Element<'_>) -> Option<(Opened, AfterOpening)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::Opens { what, focus } => Some((*what, *focus)),
        _ => None,
    })
}

/// The focus is in it, or Tab leads into it.
fn expectation(element: Element<'_>) -> Outcome {
    match opens(element) {
        Some((what, AfterOpening::Elsewhere)) => {
            let what = what.as_str();
            Outcome::failed(format!("it opens a {what} that does not get the focus, and Tab leads elsewhere"))
        }
        _ => Outcome::Passed,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::{AfterOpening, Observation, Opened};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let opens = |focus| of_button(&RULE, &[Observation::Opens { what: Opened::Dialog, focus }]);
        assert!(matches!(opens(AfterOpening::Elsewhere), Some(Outcome::Failed(_))));
        assert_eq!(opens(AfterOpening::Inside), Some(Outcome::Passed));
        assert_eq!(opens(AfterOpening::Next), Some(Outcome::Passed));
        assert_eq!(opens(AfterOpening::NothingToFocus), None);
        assert_eq!(of_button(&RULE, &[]), None);
    }
}
