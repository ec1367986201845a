//! Frames with something to operate are in the tab order.

use crate::page::{Element, Property};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use scraper::{Html, Selector};

/// Longer markup is not looked into: what repeats itself in the parser grows by the square of it.
const MOST_BYTES: usize = 8_192;

pub const RULE: Rule = Rule {
    id: "iframe-is-in-tab-order",
    criteria: &[wcag::KEYBOARD],
    act: &["akn7bn"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Frames with something to operate must not be taken out of the tab order",
        why: "A negative `tabindex` on a frame keeps Tab from all that is in it: links, fields and buttons there are out of reach.",
        fix: "Take `tabindex` off the frame.",
        asks: "Tab does not lead into this frame. Is there anything in it to operate?",
    },
    ar: Words {
        title: "يجب ألّا تُخرج من ترتيب Tab إطاراتٌ فيها ما يُشغَّل",
        why: "قيمة `tabindex` السالبة على الإطار تمنع Tab عن كل ما فيه: فلا سبيل إلى روابطه وحقوله وأزراره.",
        fix: "احذف `tabindex` من الإطار.",
        asks: "لا يدخل Tab إلى هذا الإطار. هل فيه شيء يُشغَّل؟",
    },
    fa: Words {
        title: "قاب‌هایی که چیزی برای کار کردن دارند نباید از ترتیب Tab بیرون گذاشته شوند",
        why: "`tabindex` منفی روی قاب، Tab را از هر چه درون آن است بازمی‌دارد: پیوندها، فیلدها و دکمه‌های آن دست‌نیافتنی‌اند.",
        fix: "`tabindex` را از قاب بردارید.",
        asks: "Tab به درون این قاب نمی‌رود. آیا چیزی برای کار کردن در آن هست؟",
    },
    good: &["<iframe title='Tides' srcdoc=\"<a href='/tides'>Tides</a>\"></iframe>"],
    bad: &["<iframe title='Tides' tabindex='-1' srcdoc=\"<button>Reload</button>\"></iframe>"],
    check: Check::Each { applicability, expectation },
};

/// Frames with a document, unless hidden, inert or too small to show anything.
fn applicability(element: Element<'_>) -> bool {
    (element.is("iframe") || element.is("frame"))
        && element.tabindex().is_some()
        && (element.framed().is_some() || element.is_unread_frame())
        && element.is_focusable()
        && element.is_visible()
        && !is_tiny(element)
        && operable(element) != Some(false)
}

/// No negative `tabindex` where Tab would stop in there (<https://act-rules.github.io/rules/akn7bn>).
fn expectation(frame: Element<'_>) -> Outcome {
    let is_taken_out = frame.tabindex().is_some_and(|index| index < 0);
    match operable(frame) {
        _ if !is_taken_out => Outcome::Passed,
        Some(true) => Outcome::failed("its `tabindex` is negative, and there is something to operate in it"),
        _ => Outcome::needs_review(RULE.en.asks),
    }
}

/// Whether Tab would stop in the document of a frame; `None` if that cannot be told.
fn operable(frame: Element<'_>) -> Option<bool> {
    let stops = |element: Element<'_>| {
        element.is_focusable() && element.is_visible() && element.tabindex().is_none_or(|index| index >= 0)
    };
    match (frame.framed(), frame.attribute("srcdoc")) {
        (Some(document), _) => Some(stops(document) || document.descendants().any(stops)),
        (None, Some(markup)) => is_operable_markup(markup),
        (None, None) => None,
    }
}

/// What can be told of markup without styling it as a page: nothing, if anything in it may hide or move things.
fn is_operable_markup(markup: &str) -> Option<bool> {
    const DOUBTFUL: &str = "script, style, link, template, noscript, details, dialog, fieldset, svg, iframe, object, embed, \
                            [style], [hidden], [inert], [disabled], [tabindex], [popover]";
    const DECISIVE: &str = "button, input:not([type=hidden]), select, textarea";
    const OPERABLE: &str = "a[href], area[href], audio, video, [contenteditable]";
    if markup.len() > MOST_BYTES {
        return None;
    }
    let document = Html::parse_document(markup);
    let all = |selector: &str| Selector::parse(selector).expect("the selectors above are right");
    let has = |selector: &str| document.select(&all(selector)).next().is_some();
    // A link without words cannot be seen.
    let has_link_with_words =
        || document.select(&all("a[href]")).any(|link| link.text().any(|words| !words.trim().is_empty()));
    if has(DOUBTFUL) {
        None
    } else if has(DECISIVE) || has_link_with_words() {
        Some(true)
    } else if has(OPERABLE) {
        None
    } else {
        Some(false)
    }
}

fn is_tiny(frame: Element<'_>) -> bool {
    let said = |name: &str| frame.attribute(name).and_then(|size| size.trim().parse::<f32>().ok());
    let styled = |size| frame.style().get(size).and_then(|size| size.pixels());
    let is_small = |size: Option<f32>| size.is_some_and(|size| size <= 1.0);
    is_small(styled(Property::Width).or_else(|| said("width")))
        || is_small(styled(Property::Height).or_else(|| said("height")))
}

#[cfg(test)]
mod tests {
    use super::{RULE, is_operable_markup};
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<iframe tabindex=0 srcdoc='<button>a</button>'></iframe>", Expect::Passed),
                ("<iframe tabindex=-1 srcdoc='<button>a</button>'></iframe>", Expect::Failed),
                ("<iframe tabindex=-1 srcdoc='<p>b <a href=c>a</a>'></iframe>", Expect::Failed),
                ("<iframe tabindex=-1 srcdoc='<button hidden>a</button>'></iframe>", Expect::NeedsReview),
                ("<iframe tabindex=-1 src=a></iframe>", Expect::NeedsReview),
                ("<iframe tabindex=-1 srcdoc='<h1>a</h1>'></iframe>", Expect::Inapplicable),
                ("<iframe tabindex=-1></iframe>", Expect::Inapplicable),
                ("<iframe tabindex=-1 src=a hidden></iframe>", Expect::Inapplicable),
                ("<iframe tabindex=-1 inert srcdoc='<button>a</button>'></iframe>", Expect::Inapplicable),
                ("<iframe tabindex=-1 src=a width=1 height=1></iframe>", Expect::Inapplicable),
                ("<iframe tabindex=-1 src=a style='height:0'></iframe>", Expect::Inapplicable),
                ("<iframe srcdoc='<button>a</button>'></iframe>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn markup_is_told_only_where_nothing_is_in_doubt() {
        for (markup, expected) in [
            ("<button>a</button>", Some(true)),
            ("<a href='b'>a</a>", Some(true)),
            ("<a href='b'><img></a>", None),
            ("<button>a</button><style>button{display:none}</style>", None),
            ("<a href='b'><b>a</b></a>", Some(true)),
            ("<!-- <button>a</button> -->", Some(false)),
            ("<p>a hidden style</p><a>a</a><input type=hidden>", Some(false)),
            ("<BUTTON CLASS=c>a</BUTTON>", Some(true)),
            ("<p contenteditable>a</p>", None),
        ] {
            assert_eq!(is_operable_markup(markup), expected, "{markup}");
        }
        assert_eq!(is_operable_markup(&"<button>a</button>".repeat(1_000)), None);
    }
}
