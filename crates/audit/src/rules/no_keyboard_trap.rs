//! Whoever gets in by keyboard gets out by keyboard.

use crate::page::{Element, Exit, FocusStop};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "no-keyboard-trap",
    criteria: &[wcag::NO_KEYBOARD_TRAP],
    act: &["80af7b", "a1b64e", "ebe86a"],
    severity: Severity::Critical,
    needs: Some(Need::Keys),
    en: Words {
        title: "The keyboard focus must never be trapped",
        why: "Whoever uses no mouse is stuck: nothing else on the page, nor the way back, can be reached.",
        fix: "Let Tab and Shift+Tab leave, and take out the script that calls them back. A dialog may keep the focus while it is open: let Escape close it, and say so.",
        asks: "Only certain keys get the focus out. Is that said anywhere before somebody is stuck?",
    },
    ar: Words {
        title: "يجب ألّا يُحبس تركيز لوحة المفاتيح أبدًا",
        why: "من لا يستعمل الفأرة يعلق: لا يصل إلى شيء آخر في الصفحة ولا يجد طريق العودة.",
        fix: "دَع Tab و‏Shift+Tab يخرجان، واحذف البرنامج الذي يعيد التركيز. للحوار أن يحتفظ بالتركيز ما دام مفتوحًا: فليغلقه Escape، وقل ذلك.",
        asks: "لا يُخرج التركيزَ إلا مفاتيح معيّنة. هل قيل ذلك قبل أن يعلق أحد؟",
    },
    fa: Words {
        title: "تمرکز صفحه‌کلید هرگز نباید گیر بیفتد",
        why: "کسی که موشواره ندارد گیر می‌کند: نه به جای دیگری از صفحه می‌رسد و نه راه برگشت را پیدا می‌کند.",
        fix: "بگذارید Tab و Shift+Tab بیرون بروند و کدی را که تمرکز را برمی‌گرداند بردارید. پنجرهٔ گفت‌وگو تا باز است می‌تواند تمرکز را نگه دارد: Escape آن را ببندد و این را بگویید.",
        asks: "فقط کلیدهای خاصی تمرکز را بیرون می‌برند. آیا پیش از گیر افتادن جایی گفته شده است؟",
    },
    good: &[r#"<button type="button">Pay</button>"#],
    bad: &[r#"<button type="button" onblur="setTimeout(() => this.focus())">Pay</button>"#],
    check: Check::Each { applicability, expectation },
};

/// Every element that took the focus when keys were pressed.
fn applicability(element: Element<'_>) -> bool {
    stop(element).is_some()
}

/// The focus gets from there to the browser's own controls: by Tab, or by keys that the page tells of.
fn expectation(element: Element<'_>) -> Outcome {
    match stop(element).map(|stop| &stop.exit) {
        None | Some(Exit::Standard | Exit::Other { is_advised: true, .. }) => Outcome::Passed,
        Some(Exit::Other { keys, is_advised: false }) => Outcome::needs_review(format!(
            "Only {keys} gets the focus out. Is that said anywhere before somebody is stuck?"
        )),
        Some(Exit::None { tried }) => Outcome::failed(format!("the focus does not get out: tried {tried}")),
    }
}

fn stop(element: Element<'_>) -> Option<&FocusStop> {
    element.page().keyboard()?.stops.iter().find(|stop| stop.element == element.id())
}

#[cfg(test)]
mod tests {
    use super::{Exit, FocusStop, Outcome, expectation};
    use crate::page::{Engine, Keyboard, Namespace, NodeId, PageBuilder};

    #[test]
    fn cases() {
        let exit = |exit: Exit| {
            let mut builder = PageBuilder::new("trap.html", Engine::Browser);
            let element = builder.element(NodeId::DOCUMENT, Namespace::Html, "button", Vec::new());
            builder.set_keyboard(Keyboard { stops: vec![FocusStop { element, exit }], order: Vec::new() });
            expectation(builder.finish().element(element).unwrap())
        };
        let other = |is_advised| Exit::Other { keys: "Escape".into(), is_advised };
        assert_eq!(exit(Exit::Standard), Outcome::Passed);
        assert_eq!(exit(other(true)), Outcome::Passed);
        assert!(matches!(exit(other(false)), Outcome::NeedsReview(_)));
        assert!(matches!(exit(Exit::None { tried: "Tab".into() }), Outcome::Failed(_)));
    }
}
