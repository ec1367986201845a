//! Whoever gets in by keyboard gets out by keyboard.

use crate::page::{Element, Exit, FocusStop};
use crate::rule::{Need, Outcome, Rule, Severity};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "no-keyboard-trap",
    title: "The keyboard focus must never be trapped",
    criteria: &[wcag::NO_KEYBOARD_TRAP],
    act: &["80af7b", "a1b64e", "ebe86a"],
    severity: Severity::Critical,
    why: "Whoever uses no mouse is stuck: nothing else on the page, nor the way back, can be reached.",
    fix: "Let Tab and Shift+Tab leave, and take out the script that calls them back. A dialog may keep the focus while it is open: let Escape close it, and say so.",
    needs: Some(Need::Keys),
    applicability,
    expectation,
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
            builder.set_keyboard(Keyboard { stops: vec![FocusStop { element, exit }] });
            expectation(builder.finish().element(element).unwrap())
        };
        let other = |is_advised| Exit::Other { keys: "Escape".into(), is_advised };
        assert_eq!(exit(Exit::Standard), Outcome::Passed);
        assert_eq!(exit(other(true)), Outcome::Passed);
        assert!(matches!(exit(other(false)), Outcome::NeedsReview(_)));
        assert!(matches!(exit(Exit::None { tried: "Tab".into() }), Outcome::Failed(_)));
    }
}
