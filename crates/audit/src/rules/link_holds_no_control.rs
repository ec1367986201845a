//! What can be pressed does not stand in something else that can be pressed.

use crate::page::{Certainty, Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// HTML, the `a` element, content model
/// (<https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-a-element>); ARIA in HTML, 5, for `role="link"`
/// (<https://www.w3.org/TR/html-aria/#allowed-descendants-of-aria-roles>). Buttons and the like are for
/// `leaf-has-no-focusable-content`.
pub const RULE: Rule = Rule {
    id: "link-holds-no-control",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Links and summaries must not hold other controls",
        why: "Some screen readers and voice control know only the outer one, and one press may do both things or the wrong one.",
        fix: "Put the inner control beside the outer one. A card can have one link whose area is stretched by styles.",
        asks: "Can what stands in here be reached and pressed by itself, with a screen reader too?",
    },
    ar: Words {
        title: "يجب ألا تضم الروابط والملخصات عناصر تحكم أخرى",
        why: "لا تعرف بعض قارئات الشاشة وأدوات التحكم بالصوت إلا العنصر الخارجي، وقد تنفذ ضغطة واحدة الأمرين أو الأمر الخطأ.",
        fix: "ضع عنصر التحكم الداخلي بجانب الخارجي. ويمكن للبطاقة أن يكون فيها رابط واحد تمتد مساحته بالأنماط.",
        asks: "هل يمكن الوصول إلى ما بداخله والضغط عليه وحده، بقارئ الشاشة أيضًا؟",
    },
    fa: Words {
        title: "پیوند و خلاصه نباید کنترل دیگری در خود داشته باشد",
        why: "برخی صفحه‌خوان‌ها و ابزارهای فرمان صوتی فقط بیرونی را می‌شناسند و یک فشار شاید هر دو کار یا کار نادرست را انجام دهد.",
        fix: "کنترل درونی را کنار بیرونی بگذارید. کارت می‌تواند یک پیوند داشته باشد که سبک‌ها گستره‌اش را باز کنند.",
        asks: "آیا می‌توان به آنچه درون این است جداگانه رسید و آن را فشرد، با صفحه‌خوان نیز؟",
    },
    good: &[r#"<div><a href="/bread">Bread</a> <button>Buy</button></div>"#],
    bad: &[r#"<a href="/bread">Bread <button>Buy</button></a>"#],
    check: Check::Each { applicability, expectation },
};

/// Links and summaries that can be focused and hold elements, if assistive technologies find them.
fn applicability(element: Element<'_>) -> bool {
    let may_be = element.name() == "a" || element.is("summary") || element.has_attribute("role");
    may_be
        && (element.role().is_a(Role::Link) || element.is_summary_of_details() && element.role() == Role::Unmapped)
        && element.is_focusable()
        && element.flat_descendants().next().is_some()
        && element.is_in_accessibility_tree()
}

/// Nothing in it is in the tab order.
fn expectation(outer: Element<'_>) -> Outcome {
    match outer.tab_stop_within() {
        None => Outcome::Passed,
        // HTML lets summaries hold controls, and what comes of it differs.
        Some((inner, Certainty::Yes)) if inner.role().is_widget() && !outer.is("summary") => {
            Outcome::failed(format!("a `{}` stands in it", inner.role().as_str()))
        }
        Some(_) => Outcome::needs_review(RULE.en.asks),
    }
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
                (r#"<a href="x"><b>a</b></a>"#, Expect::Passed),
                (r#"<a href="x"><button disabled>a</button></a>"#, Expect::Passed),
                (r#"<a href="x"><b role="button">a</b></a>"#, Expect::Passed),
                ("<details><summary><b>a</b></summary></details>", Expect::Passed),
                (r#"<a href="x"><p><button>a</button></p></a>"#, Expect::Failed),
                (r#"<a href="x"><input></a>"#, Expect::Failed),
                (r#"<div role="link" tabindex="0"><a href="x">a</a></div>"#, Expect::Failed),
                (r#"<a href="x"><b role="switch" tabindex="0">a</b></a>"#, Expect::Failed),
                (r#"<a href="x"><b tabindex="0">a</b></a>"#, Expect::NeedsReview),
                (r#"<a href="x"><iframe></iframe></a>"#, Expect::NeedsReview),
                ("<details><summary><button>a</button></summary></details>", Expect::NeedsReview),
                (r#"<button><a href="x">a</a></button>"#, Expect::Inapplicable),
                ("<a><button>a</button></a>", Expect::Inapplicable),
                (r#"<a href="x" hidden><button>a</button></a>"#, Expect::Inapplicable),
                (r#"<a href="x">a</a>"#, Expect::Inapplicable),
            ],
        );
    }
}
