//! Dialogs take the focus, let go of it with Escape, and put it back.

use crate::page::{AfterClosing, AfterOpening, Element, Observation, Opened};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};

/// ARIA Authoring Practices, dialog (<https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/>): what WCAG does not ask for.
pub const RULE: Rule = Rule {
    id: "dialog-moves-focus",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: Some(Need::Pressing),
    en: Words {
        title: "A dialog should take the focus, close with Escape, and put the focus back",
        why: "A screen reader says nothing of a dialog that has not got the focus, and everybody tries Escape first.",
        fix: "Use `<dialog>` with `showModal()`, which does all three.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يأخذ الحوار التركيز وأن يُغلق بمفتاح Escape وأن يعيد التركيز",
        why: "لا يقول قارئ الشاشة شيئًا عن حوار لم ينل التركيز، والجميع يجرّب Escape أولًا.",
        fix: "استعمل `<dialog>` مع `showModal()` التي تفعل الثلاثة.",
        asks: "",
    },
    fa: Words {
        title: "پنجرهٔ گفت‌وگو بهتر است تمرکز بگیرد، با Escape بسته شود و تمرکز را برگرداند",
        why: "صفحه‌خوان از پنجره‌ای که تمرکز نگرفته چیزی نمی‌گوید و همه اول Escape را می‌زنند.",
        fix: "از `<dialog>` با `showModal()` استفاده کنید که هر سه را انجام می‌دهد.",
        asks: "",
    },
    good: &[r#"<button type="button" onclick="document.getElementById('sizes').showModal()">Sizes</button>
<dialog id="sizes" aria-label="Sizes"><button onclick="this.parentElement.close()">Close</button></dialog>"#],
    bad: &[r#"<button type="button" onclick="document.getElementById('sizes').hidden = false">Sizes</button>
<div id="sizes" role="dialog" aria-modal="true" aria-label="Sizes" hidden><button type="button" onclick="this.parentElement.hidden = true">Close</button></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Buttons that open a dialog.
fn applicability(element: Element<'_>) -> bool {
    element.observations().iter().any(|seen| matches!(seen, Observation::Opens { what, .. } if *what != Opened::Menu))
}

/// The focus is in it, and Escape closes it where nothing else can be done meanwhile; then the button has the focus.
/// What is worse than that is another rule's.
fn expectation(element: Element<'_>) -> Outcome {
    for seen in element.observations() {
        match seen {
            Observation::Opens { focus: AfterOpening::Next | AfterOpening::NothingToFocus, .. } => {
                return Outcome::failed("the dialog it opens does not get the focus");
            }
            Observation::Closes { what: Opened::ModalDialog, by_escape: false, .. } => {
                return Outcome::failed("Escape does not close the dialog it opens");
            }
            Observation::Closes { focus: AfterClosing::Beside, .. } => {
                return Outcome::failed("the dialog it opens leaves the focus on nothing as it closes");
            }
            _ => {}
        }
    }
    Outcome::Passed
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::of_button;
    use crate::page::{AfterClosing, AfterOpening, Observation, Opened};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        let of = |what, opening, closing, by_escape| {
            let opens = Observation::Opens { what, focus: opening };
            of_button(&RULE, &[opens, Observation::Closes { what, focus: closing, by_escape }])
        };
        let is_failed = |outcome| matches!(outcome, Some(Outcome::Failed(_)));
        let (modal, inside, opener) = (Opened::ModalDialog, AfterOpening::Inside, AfterClosing::Opener);
        assert_eq!(of(modal, inside, opener, true), Some(Outcome::Passed));
        assert!(is_failed(of(modal, inside, opener, false)));
        assert_eq!(of(Opened::Dialog, inside, opener, false), Some(Outcome::Passed));
        assert!(is_failed(of(Opened::Dialog, AfterOpening::Next, opener, true)));
        assert!(is_failed(of(modal, inside, AfterClosing::Beside, true)));
        assert_eq!(of(Opened::Menu, AfterOpening::Next, opener, true), None);
    }
}
