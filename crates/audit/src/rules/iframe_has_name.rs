//! Frames have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "iframe-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["cae760"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Frames must have an accessible name",
        why: "A screen reader says \"frame\" and nothing else: whoever hears it must go in and search to learn what is there.",
        fix: "Say in `title` what the frame holds. If it holds nothing for anybody, hide it with `hidden`.",
        asks: "Does a screen reader say what this frame holds? A script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون للإطارات اسم مُتاح",
        why: "يقول قارئ الشاشة «إطار» ولا شيء غير ذلك: على من يسمعه أن يدخله ويبحث ليعرف ما فيه.",
        fix: "قل في `title` ما يحويه الإطار. وإن لم يكن فيه شيء لأحد فأخفِه بالخاصية `hidden`.",
        asks: "هل يقول قارئ الشاشة ما يحويه هذا الإطار؟ قد يسمّيه برنامج نصي.",
    },
    fa: Words {
        title: "قاب‌ها باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «قاب»: شنونده باید وارد شود و بگردد تا بفهمد در آن چیست.",
        fix: "در `title` بگویید در قاب چیست. اگر چیزی برای کسی ندارد با `hidden` پنهانش کنید.",
        asks: "آیا صفحه‌خوان می‌گوید در این قاب چیست؟ شاید اسکریپتی به آن نام بدهد.",
    },
    good: &[r#"<iframe src="map.html" title="Map of the harbour"></iframe>"#],
    bad: &[r#"<iframe src="map.html"></iframe>"#],
    check: Check::Each { applicability, expectation },
};

/// `iframe` elements in the accessibility tree (<https://act-rules.github.io/rules/cae760>), and the older `frame` (WCAG
/// technique H64). One with the role of an image is for `image-has-name`.
fn applicability(element: Element<'_>) -> bool {
    (element.is("iframe") || element.is("frame")) && element.role() != Role::Img && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(frame: Element<'_>) -> Outcome {
    nameless::outcome(frame, "it has no `title`, and nothing else names it")
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
                ("<iframe title=Map></iframe>", Expect::Passed),
                ("<iframe aria-label=Map></iframe>", Expect::Passed),
                ("<h2 id=m>Map</h2><iframe aria-labelledby=m></iframe>", Expect::Passed),
                ("<iframe></iframe>", Expect::Failed),
                ("<iframe title=' '></iframe>", Expect::Failed),
                ("<iframe name=map>Map</iframe>", Expect::Failed),
                ("<iframe alt=Map></iframe>", Expect::Failed),
                ("<iframe hidden></iframe>", Expect::Inapplicable),
                ("<iframe aria-hidden=true></iframe>", Expect::Inapplicable),
                ("<iframe style='visibility:hidden'></iframe>", Expect::Inapplicable),
                ("<iframe role=application></iframe>", Expect::Failed),
                ("<iframe role=img></iframe>", Expect::Inapplicable),
                ("<iframe role=none></iframe>", Expect::Inapplicable),
                ("<iframe role=none aria-live=off></iframe>", Expect::Failed),
                ("<embed src=x>", Expect::Inapplicable),
            ],
        );
    }
}
