//! Texts are not cut off when their readers space them out.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "text-fits-when-spaced",
    criteria: &[wcag::TEXT_SPACING],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Resizing),
    en: Words {
        title: "Text must not be cut off when it is spaced out",
        why: "Whoever reads with more space between lines, words and letters, as many dyslexic people do, loses a part of the text.",
        fix: "Let boxes with text grow: `min-height` in place of `height`, no `overflow: hidden` around running text.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألّا يُقتطع النص عندما تتّسع المسافات فيه",
        why: "من يقرأ بمسافات أوسع بين الأسطر والكلمات والحروف، كما يفعل كثير ممّن لديهم عُسر قراءة، يفقد جزءًا من النص.",
        fix: "دَع صناديق النص تكبر: `min-height` بدل `height`، ولا `overflow: hidden` حول النص المتّصل.",
        asks: "",
    },
    fa: Words {
        title: "متن نباید با بازتر شدن فاصله‌ها بریده شود",
        why: "کسی که با فاصلهٔ بیشتر میان سطرها، واژه‌ها و حرف‌ها می‌خواند، مانند بسیاری از افراد خوانش‌پریش، بخشی از متن را از دست می‌دهد.",
        fix: "بگذارید جعبه‌های متن بزرگ شوند: `min-height` به جای `height`، و بدون `overflow: hidden` دور متن.",
        asks: "",
    },
    good: &["<p style=\"min-height:1.2em;overflow:hidden\">Opening hours: 9 to 17</p>"],
    bad: &["<p style=\"height:1.3em;width:11em;overflow:hidden\">Opening hours: 9 to 17</p>"],
    check: Check::Each { applicability, expectation },
};

/// Elements with a text of their own that is cut off only when it is spaced out.
fn applicability(element: Element<'_>) -> bool {
    element.observations().iter().any(|seen| matches!(seen, Observation::CutOffBySpacing { .. }))
}

/// Never: what is applicable was seen to be cut off (WCAG 1.4.12; the distances are those it names).
fn expectation(element: Element<'_>) -> Outcome {
    let by = element.observations().iter().find_map(|seen| match seen {
        Observation::CutOffBySpacing { by } => element.page().element(*by),
        _ => None,
    });
    let by = by.map_or_else(String::new, |by| format!(" by {}", by.start_tag()));
    Outcome::failed(format!("spaced out as WCAG says, its text is cut off{by}"))
}

#[cfg(test)]
mod tests {
    use super::{Observation, Outcome, applicability, expectation};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder};

    #[test]
    fn cases() {
        let mut builder = PageBuilder::new("spaced.html", Engine::Browser);
        let element = builder.element(NodeId::DOCUMENT, Namespace::Html, "p", Vec::new());
        let other = builder.element(NodeId::DOCUMENT, Namespace::Html, "p", Vec::new());
        builder.observe(element, Observation::CutOffBySpacing { by: element });
        let page = builder.finish();
        let element = page.element(element).unwrap();
        assert!(applicability(element) && !applicability(page.element(other).unwrap()));
        assert_eq!(expectation(element), Outcome::failed("spaced out as WCAG says, its text is cut off by <p>"));
    }
}
