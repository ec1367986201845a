//! Whoever moves by keyboard sees where the focus is.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "focus-is-visible",
    criteria: &[wcag::FOCUS_VISIBLE],
    act: &["oj04fd"],
    severity: Severity::Serious,
    needs: Some(Need::FocusLook),
    en: Words {
        title: "Whatever the Tab key reaches must show that it has the focus",
        why: "Whoever moves by keyboard does not see where they are, and presses Enter on something they cannot tell.",
        fix: "Leave the browser's outline, or draw one of your own with `:focus-visible`. Never write `outline: none` without another sign.",
        asks: "",
    },
    ar: Words {
        title: "كل ما يصل إليه مفتاح Tab يجب أن يُظهر أن التركيز عليه",
        why: "من يتنقّل بلوحة المفاتيح لا يرى أين هو، فيضغط Enter على شيء لا يعرفه.",
        fix: "أبقِ إطار المتصفّح، أو ارسم إطارًا خاصًا بك مع `:focus-visible`. لا تكتب `outline: none` أبدًا دون علامة أخرى.",
        asks: "",
    },
    fa: Words {
        title: "هر چه کلید Tab به آن می‌رسد باید نشان دهد که تمرکز روی آن است",
        why: "کسی که با صفحه‌کلید حرکت می‌کند نمی‌بیند کجاست و روی چیزی Enter می‌زند که نمی‌داند چیست.",
        fix: "خط دور مرورگر را نگه دارید یا با `:focus-visible` خط خودتان را بکشید. هرگز `outline: none` را بدون نشانه‌ای دیگر ننویسید.",
        asks: "",
    },
    good: &["<style>a:focus-visible { outline: 2px solid }</style><a href=\"/\">Home</a>"],
    bad: &["<style>a:focus { outline: none }</style><a href=\"/\">Home</a>"],
    check: Check::Each { applicability, expectation },
};

/// Elements in the sequential focus order whose look with the focus is known. What is covered while it has the focus is
/// another rule's.
fn applicability(element: Element<'_>) -> bool {
    let seen = element.observations();
    let is_known = seen.iter().any(|seen| matches!(seen, Observation::FocusSeen | Observation::FocusUnseen));
    is_known && element.is_in_tab_order() && !seen.iter().any(|seen| matches!(seen, Observation::FocusCovered { .. }))
}

/// At least one pixel of the window is another one than without the focus.
fn expectation(element: Element<'_>) -> Outcome {
    if element.observations().contains(&Observation::FocusUnseen) {
        return Outcome::failed("with the focus it looks exactly as without");
    }
    Outcome::Passed
}

#[cfg(test)]
mod tests {
    use super::{Observation, Outcome, applicability, expectation};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder, Style};

    #[test]
    fn cases() {
        let outcome = |tabindex: &str, seen: &[Observation]| {
            let mut builder = PageBuilder::new("focus.html", Engine::Browser);
            let attributes = vec![("tabindex".into(), tabindex.into())];
            let element = builder.element(NodeId::DOCUMENT, Namespace::Html, "button", attributes);
            let style = builder.style(Style::INITIAL);
            builder.set_style(element, style);
            for seen in seen {
                builder.observe(element, seen.clone());
            }
            let page = builder.finish();
            let element = page.element(element).unwrap();
            applicability(element).then(|| expectation(element))
        };
        assert_eq!(outcome("0", &[Observation::FocusSeen]), Some(Outcome::Passed));
        assert!(matches!(outcome("0", &[Observation::FocusUnseen]), Some(Outcome::Failed(_))));
        assert_eq!(outcome("-1", &[Observation::FocusUnseen]), None);
        assert_eq!(outcome("0", &[]), None);
        let covered = Observation::FocusCovered { by: NodeId::DOCUMENT };
        assert_eq!(outcome("0", &[Observation::FocusUnseen, covered]), None);
    }
}
