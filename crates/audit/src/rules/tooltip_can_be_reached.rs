//! What a tooltip says can be had without a mouse.

use crate::page::{Certainty, Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "tooltip-can-be-reached",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "What `title` says should not need a mouse",
        why: "Browsers show `title` only under a mouse: whoever uses a keyboard or a touch screen never learns of it.",
        fix: "Write what matters into the text, or behind a button that shows it.",
        asks: "",
    },
    ar: Words {
        title: "ما تقوله `title` ينبغي ألّا يحتاج إلى فأرة",
        why: "لا تعرض المتصفحات `title` إلا تحت مؤشر الفأرة، فمن يستعمل لوحة المفاتيح أو شاشة اللمس لا يعلم به أبدًا.",
        fix: "اكتب ما يهم في النص، أو خلف زر يعرضه.",
        asks: "",
    },
    fa: Words {
        title: "دیدن نوشتهٔ `title` نباید موشواره بخواهد",
        why: "مرورگرها `title` را فقط زیر موشواره نشان می‌دهند؛ کسی که با صفحه‌کلید یا صفحهٔ لمسی کار می‌کند هرگز از آن باخبر نمی‌شود.",
        fix: "آنچه را مهم است در متن بنویسید، یا پشت دکمه‌ای که آن را نشان دهد.",
        asks: "",
    },
    good: &["<p>Delivery takes three days (five in winter).</p>"],
    bad: &[r#"<p>Delivery takes <span title="Five in winter">three days</span>.</p>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with visible text and a `title` that says more than it, which the keyboard does not reach, neither
/// themselves nor what stands around them. Abbreviations, terms and times have a `title` by design; frames, pictures and
/// fields are named by it, and labels belong to fields.
fn applicability(element: Element<'_>) -> bool {
    const BY_DESIGN: &[&str] = &[
        "abbr", "acronym", "dfn", "embed", "fieldset", "frame", "iframe", "img", "input", "label", "link", "meter",
        "object", "optgroup", "option", "progress", "select", "style", "textarea", "time", "track", "video",
    ];
    element.attribute("title").is_some_and(|title| !title.trim().is_empty())
        && element.namespace() == Namespace::Html
        && BY_DESIGN.binary_search(&element.name()).is_err()
        && !matches!(element.role(), Role::Img | Role::None)
        && element.has_visible_text()
        && element.visible() != Certainty::No
        && !element.flat_lineage().any(Element::is_focusable)
}

/// The text says it too.
fn expectation(element: Element<'_>) -> Outcome {
    let title = element.attribute("title").unwrap_or_default();
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    if words(&element.visible_inner_text()).contains(&words(title)) {
        return Outcome::Passed;
    }
    Outcome::failed("its `title` says what no text says, and the keyboard does not reach it")
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
                ("<span title=' three  Days'>Three days or more</span>", Expect::Passed),
                ("<span title='Five in winter'>Three days</span>", Expect::Failed),
                ("<h2 title='Since 1969'>History</h2>", Expect::Failed),
                ("<abbr title='World Wide Web Consortium'>W3C</abbr>", Expect::Inapplicable),
                ("<a href=x title='Opens a PDF'>Terms</a>", Expect::Inapplicable),
                ("<button><span title='Opens a PDF'>Terms</span></button>", Expect::Inapplicable),
                ("<span title=''>Three days</span>", Expect::Inapplicable),
                ("<span title='Five in winter' hidden>Three days</span>", Expect::Inapplicable),
                ("<iframe title='Map'></iframe>", Expect::Inapplicable),
                ("<div title='Gallery'><img src=a alt=Cat></div>", Expect::Inapplicable),
            ],
        );
    }
}
