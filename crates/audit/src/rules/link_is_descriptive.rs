//! Links say by themselves where they lead.

use super::link_in_context_is_descriptive::{expectation as in_context, says_nothing};
use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::SAYS_LITTLE;
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "link-is-descriptive",
    criteria: &[wcag::LINK_PURPOSE_LINK_ONLY],
    act: &["aizyf1"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Links must say by themselves where they lead",
        why: "In a screen reader's list of links, \"read more\" stands ten times, without anything around it.",
        fix: "Say in the link where it leads: \"Read more about the tides\".",
        asks: "Does the link's name alone say where it leads?",
    },
    ar: Words {
        title: "يجب أن تقول الروابط وحدها إلى أين توصل",
        why: "في قائمة الروابط لدى قارئ الشاشة تتكرر «اقرأ المزيد» عشر مرات دون شيء حولها.",
        fix: "قل في الرابط إلى أين يوصل: «اقرأ المزيد عن المدّ والجزر».",
        asks: "هل يقول اسم الرابط وحده إلى أين يوصل؟",
    },
    fa: Words {
        title: "پیوندها باید به‌تنهایی بگویند به کجا می‌روند",
        why: "در فهرست پیوندهای صفحه‌خوان ده بار «ادامهٔ مطلب» آمده، بی هیچ چیز دورش.",
        fix: "در خود پیوند بگویید به کجا می‌رود: «بیشتر دربارهٔ جزر و مد».",
        asks: "آیا نام پیوند به‌تنهایی می‌گوید به کجا می‌رود؟",
    },
    good: &["<p>High at nine. <a href='/tides'>Read more about the tides</a></p>"],
    bad: &["<p>High at nine. <a href='/tides'>Read more</a></p>"],
    check: Check::Each { applicability, expectation },
};

/// Links with a name, unless what stands around them does not help either: that is another rule's to say.
fn applicability(element: Element<'_>) -> bool {
    element.is_exposed_link()
        && !element.accessible_name().is_empty()
        && !(says_nothing(element) && matches!(in_context(element), Outcome::Failed(_)))
}

/// The name says more than "click here" (<https://act-rules.github.io/rules/aizyf1>, WCAG's failure F84).
fn expectation(link: Element<'_>) -> Outcome {
    if says_nothing(link) {
        return Outcome::failed(format!("by itself it says only “{}”", link.accessible_name()));
    }
    if SAYS_LITTLE.holds(link.accessible_name()) { Outcome::needs_review(RULE.en.asks) } else { Outcome::Passed }
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
                ("<p>High at nine. <a href=a>The tides</a></p>", Expect::Passed),
                ("<a href='#here'>Here</a><h2 id=here>Here</h2>", Expect::Passed),
                ("<p>Tides. <a href=a>Read more…</a></p>", Expect::Failed),
                ("<p>المدّ والجزر. <a href=a>من هُنا</a></p>", Expect::Failed),
                ("<p>جزر و مد. <a href=a>بیش‌تر</a></p>", Expect::Failed),
                ("<a href=a>Details</a>", Expect::NeedsReview),
                ("<a href=a>Read more</a>", Expect::Inapplicable),
                ("<a>Read more</a>", Expect::Inapplicable),
                ("<a href=a aria-hidden=true>Read more</a>", Expect::Inapplicable),
            ],
        );
    }
}
