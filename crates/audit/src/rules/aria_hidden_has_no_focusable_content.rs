//! What is hidden from assistive technologies does not take the focus.

use crate::page::{Certainty, Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/6cfa84>, after WAI-ARIA 1.2, 6.7
/// (<https://www.w3.org/TR/wai-aria-1.2/#aria-hidden>).
pub const RULE: Rule = Rule {
    id: "aria-hidden-has-no-focusable-content",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["6cfa84"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Nothing in `aria-hidden=\"true\"` may be in the tab order",
        why: "The Tab key leads to something that a screen reader knows nothing of: it falls silent, and nobody knows where they are.",
        fix: "Take `aria-hidden` away, or take what is in there out of the tab order: `inert`, `disabled`, `hidden` or `tabindex=\"-1\"`.",
        asks: "Does the focus move on by itself as soon as it arrives here?",
    },
    ar: Words {
        title: "يجب ألا يكون في `aria-hidden=\"true\"` ما يصل إليه مفتاح Tab",
        why: "يقود مفتاح Tab إلى شيء لا يعرف قارئ الشاشة عنه شيئًا، فيصمت ولا يدري المستخدم أين هو.",
        fix: "احذف `aria-hidden`، أو أخرج ما بداخله من ترتيب Tab بـ `inert` أو `disabled` أو `hidden` أو `tabindex=\"-1\"`.",
        asks: "هل ينتقل التركيز من هنا تلقائيًّا فور وصوله؟",
    },
    fa: Words {
        title: "هیچ چیز درون `aria-hidden=\"true\"` نباید با کلید Tab در دسترس باشد",
        why: "کلید Tab به چیزی می‌رسد که صفحه‌خوان از آن خبر ندارد؛ صفحه‌خوان خاموش می‌ماند و کاربر نمی‌داند کجاست.",
        fix: "`aria-hidden` را بردارید، یا آنچه را درون آن است با `inert`، `disabled`، `hidden` یا `tabindex=\"-1\"` از ترتیب Tab بیرون ببرید.",
        asks: "آیا فوکوس به محض رسیدن به این‌جا خودبه‌خود جلوتر می‌رود؟",
    },
    good: &[r#"<div aria-hidden="true" inert><a href="/">Home</a></div>"#],
    bad: &[r#"<div aria-hidden="true"><a href="/">Home</a></div>"#],
    check: Check::Page(check),
};

fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let hidden: Vec<_> = page.elements().filter(|element| applicability(*element)).collect();
    let has_script = !hidden.is_empty() && page.elements().any(|element| element.is("script"));
    // Where scripts bring the styles, nobody knows what is shown.
    let is_unstyled =
        !page.has_style_sheets() && page.elements().any(|element| element.is("script") && element.has_attribute("src"));
    let outcome = |element| match expectation(element, has_script) {
        Outcome::Failed(_) if is_unstyled => Outcome::needs_review(RULE.en.asks),
        outcome => outcome,
    };
    hidden.into_iter().map(|element| (element, outcome(element))).collect()
}

/// Elements with `aria-hidden="true"`, the outermost of several. The page as a whole is for `body-is-not-aria-hidden`.
fn applicability(element: Element<'_>) -> bool {
    let is_page = |element: Element<'_>| element.is("html") || element.is("body");
    says_hidden(element)
        && !is_page(element)
        && !element.flat_lineage().skip(1).any(|around| says_hidden(around) && !is_page(around))
}

fn says_hidden(element: Element<'_>) -> bool {
    element.attribute("aria-hidden").is_some_and(|value| value.trim_ascii().eq_ignore_ascii_case("true"))
}

/// Neither it nor anything in it is in the tab order.
fn expectation(hidden: Element<'_>, has_script: bool) -> Outcome {
    let is_frame = hidden.is("iframe") || hidden.is("frame");
    let itself = hidden.is_in_tab_order();
    match hidden.tab_stop_within() {
        _ if itself && !is_frame && may_pass_on(hidden, hidden, has_script) => Outcome::needs_review(RULE.en.asks),
        _ if itself && !is_frame => Outcome::failed("it is in the tab order"),
        Some((stop, Certainty::Yes)) if may_pass_on(stop, hidden, has_script) => Outcome::needs_review(RULE.en.asks),
        Some((stop, Certainty::Yes)) => Outcome::failed(format!("a `{}` in it is in the tab order", stop.name())),
        None if !itself => Outcome::Passed,
        _ => Outcome::needs_review("Can something in here be reached with the Tab key?"),
    }
}

/// Whether a stop may be there only to send the focus elsewhere, as the two ends of a dialog do: it has a handler for
/// that; it is empty and means nothing; or it is the only stop, nobody is sure to see it, and a script may listen.
fn may_pass_on(stop: Element<'_>, hidden: Element<'_>, has_script: bool) -> bool {
    let is_empty = || {
        (stop.is("div") || stop.is("span"))
            && !stop.has_attribute("role")
            && stop.flat_descendants().next().is_none()
            && stop.own_texts().all(|(_, text)| text.trim().is_empty())
    };
    let is_alone = || hidden.flat_descendants().all(|other| other == stop || !other.is_in_tab_order());
    stop.has_attribute("onfocus") || is_empty() || (has_script && stop.visible() != Certainty::Yes && is_alone())
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
                (r#"<p aria-hidden="true">a</p>"#, Expect::Passed),
                (r#"<div aria-hidden="true"><button disabled>a</button></div>"#, Expect::Passed),
                (r#"<div aria-hidden="true"><a href="x" tabindex="-1">a</a></div>"#, Expect::Passed),
                (r#"<div aria-hidden="true" style="display:none"><a href="x">a</a></div>"#, Expect::Passed),
                (
                    r#"<div aria-hidden="true"><details><summary tabindex="-1">a</summary><input></details></div>"#,
                    Expect::Passed,
                ),
                (r#"<button aria-hidden="true">a</button>"#, Expect::Failed),
                (r#"<button aria-hidden="TRUE">a</button>"#, Expect::Failed),
                (r#"<div aria-hidden="true"><p><input></p></div>"#, Expect::Failed),
                (r#"<div aria-hidden="true"><p aria-hidden="false"><input></p></div>"#, Expect::Failed),
                (r#"<div aria-hidden="true"><p tabindex="0">a</p></div>"#, Expect::Failed),
                (
                    r#"<x-own aria-hidden="true"><template shadowrootmode="open"><input></template></x-own>"#,
                    Expect::Failed,
                ),
                (r#"<div aria-hidden="true" tabindex="0"></div>"#, Expect::NeedsReview),
                (r#"<div aria-hidden="true"><a href="x" onfocus="next()">a</a></div>"#, Expect::NeedsReview),
                (
                    r#"<div aria-hidden="true"><a href="x" style="position:absolute">a</a></div><script>1</script>"#,
                    Expect::NeedsReview,
                ),
                (r#"<div aria-hidden="true"><a href="x" style="position:absolute">a</a></div>"#, Expect::Failed),
                (
                    r#"<div aria-hidden="true" style="position:absolute"><a href="x">a</a><input></div><script>1</script>"#,
                    Expect::Failed,
                ),
                (r#"<div aria-hidden="true"><a href="x">a</a></div><script>1</script>"#, Expect::Failed),
                (r#"<div aria-hidden="true"><iframe title="a"></iframe></div>"#, Expect::NeedsReview),
                (r#"<iframe aria-hidden="true" title="a"></iframe>"#, Expect::NeedsReview),
                (r#"<p aria-hidden="false"><input></p>"#, Expect::Inapplicable),
                ("<p><input></p>", Expect::Inapplicable),
            ],
        );
    }
}
