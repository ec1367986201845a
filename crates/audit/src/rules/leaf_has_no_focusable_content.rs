//! What is one thing for assistive technologies holds nothing else to operate.

use crate::page::{Certainty, Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/307n5z>, after WAI-ARIA 1.2, 5.2.9
/// (<https://www.w3.org/TR/wai-aria-1.2/#childrenArePresentational>).
pub const RULE: Rule = Rule {
    id: "leaf-has-no-focusable-content",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["307n5z"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Buttons, images and other single things must not hold anything that can be focused",
        why: "A screen reader takes the whole for one button: the control in it gets the focus and has no name and no role.",
        fix: "Put the inner control beside the outer one, or give the outer one a role that can hold others.",
        asks: "Can something in here be reached with the Tab key?",
    },
    ar: Words {
        title: "يجب ألا تضم الأزرار والصور وأمثالها ما يقبل التركيز",
        why: "يعدّ قارئ الشاشة الكل زرًّا واحدًا، فيصل التركيز إلى عنصر التحكم الداخلي بلا اسم ولا دور.",
        fix: "ضع عنصر التحكم الداخلي بجانب الخارجي، أو أعط الخارجي دورًا يمكن أن يضم غيره.",
        asks: "هل يمكن الوصول إلى شيء في داخله بمفتاح Tab؟",
    },
    fa: Words {
        title: "دکمه‌ها، تصویرها و چیزهای یکپارچه نباید چیزی در خود داشته باشند که فوکوس می‌گیرد",
        why: "صفحه‌خوان کل را یک دکمه می‌داند و کنترلِ درون آن فوکوس می‌گیرد بی‌آن‌که نام و نقشی داشته باشد.",
        fix: "کنترل درونی را کنار بیرونی بگذارید، یا به بیرونی نقشی بدهید که بتواند چیزهای دیگر را در خود داشته باشد.",
        asks: "آیا با کلید Tab می‌توان به چیزی در این‌جا رسید؟",
    },
    good: &[r#"<div role="tab" tabindex="0"><span>Day</span></div><button>Close Day</button>"#],
    bad: &[r#"<div role="tab" tabindex="0">Day <button>Close</button></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements that hold elements, and whose children are presentational, unless hidden from assistive technologies or in
/// another such element. What stands in `meter` and `progress` is for browsers that do not know them.
fn applicability(element: Element<'_>) -> bool {
    element.role().has_presentational_children()
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && !element.is("meter")
        && !element.is("progress")
        && element.flat_descendants().next().is_some()
        && element.is_in_accessibility_tree()
}

/// Nothing in it is in the tab order.
fn expectation(leaf: Element<'_>) -> Outcome {
    match leaf.tab_stop_within() {
        None => Outcome::Passed,
        Some((stop, Certainty::Yes)) => {
            let role = leaf.role();
            let what = if stop.role() == Role::Generic { "" } else { stop.role().as_str() };
            Outcome::failed(match what {
                "" => format!("it has the role `{}`, and a `{}` in it is in the tab order", role.as_str(), stop.name()),
                what => format!("it has the role `{}`, and a `{what}` in it is in the tab order", role.as_str()),
            })
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
                ("<button><b>a</b></button>", Expect::Passed),
                (r#"<button><b tabindex="-1">a</b></button>"#, Expect::Passed),
                (r#"<div role="img" aria-label="a"><a>b</a></div>"#, Expect::Passed),
                (r#"<div role="button"><button hidden>a</button></div>"#, Expect::Passed),
                (r#"<div role="button"><button disabled>a</button></div>"#, Expect::Passed),
                (r#"<button><b tabindex="0">a</b></button>"#, Expect::Failed),
                (r#"<div role="switch"><div><input></div></div>"#, Expect::Failed),
                (r#"<svg role="img"><a href="x"><text>a</text></a></svg>"#, Expect::Failed),
                (r#"<div role="button"><template shadowrootmode="open"><input></template></div>"#, Expect::Failed),
                (r#"<div role="img" aria-label="a"><iframe title="b"></iframe></div>"#, Expect::NeedsReview),
                (r#"<div role="link"><input></div>"#, Expect::Inapplicable),
                (r#"<div role="button" hidden><input></div>"#, Expect::Inapplicable),
                ("<button>a</button>", Expect::Inapplicable),
                (r#"<progress><a href="x">a</a></progress>"#, Expect::Inapplicable),
            ],
        );
    }
}
