//! Buttons have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "button-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["97a4e1"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Buttons must have an accessible name",
        why: "A screen reader says \"button\" and nothing else, and no voice command reaches it: nobody who does not see it knows what it will do.",
        fix: "Write in the button what it does. If it shows only an icon, say it in `aria-label`.",
        asks: "Does a screen reader say what this button does? A style sheet or a script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون للأزرار اسم مُتاح",
        why: "يقول قارئ الشاشة «زر» ولا شيء غير ذلك، ولا يصل إليه أمر صوتي: من لا يراه لا يعرف ماذا سيفعل.",
        fix: "اكتب داخل الزر ما يفعله. وإن لم يكن فيه إلا أيقونة فقل ذلك في `aria-label`.",
        asks: "هل يقول قارئ الشاشة ما يفعله هذا الزر؟ قد تسمّيه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "دکمه‌ها باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «دکمه» و فرمان صوتی هم به آن نمی‌رسد: کسی که آن را نمی‌بیند نمی‌داند چه می‌کند.",
        fix: "کار دکمه را داخل خودش بنویسید. اگر فقط نماد دارد، آن را در `aria-label` بگویید.",
        asks: "آیا صفحه‌خوان می‌گوید این دکمه چه می‌کند؟ شاید شیوه‌نامه یا اسکریپتی به آن نام بدهد.",
    },
    good: &[
        r#"<button type="button">Pay</button>"#,
        r#"<button type="button" aria-label="Close"><svg aria-hidden="true"><path d="M0 0L9 9"/></svg></button>"#,
    ],
    bad: &[
        r#"<button type="button"><img src="close.svg" alt=""></button>"#,
        r#"<div role="button" tabindex="0"><svg><path d="M0 0L9 9"/></svg></div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Whatever has the role of a button and is in the accessibility tree (<https://act-rules.github.io/rules/97a4e1>), but
/// for image buttons, which `image-button-has-name` looks at.
fn applicability(element: Element<'_>) -> bool {
    element.role() == Role::Button && !is_image_button(element) && element.is_in_accessibility_tree()
}

fn is_image_button(element: Element<'_>) -> bool {
    element.is("input") && element.attribute("type").is_some_and(|kind| kind.eq_ignore_ascii_case("image"))
}

/// A name that can be heard.
fn expectation(button: Element<'_>) -> Outcome {
    nameless::outcome(button, "nothing stands in it, and nothing else names it")
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
                ("<button>Pay</button>", Expect::Passed),
                ("<button aria-label=Pay></button>", Expect::Passed),
                ("<button title=Pay></button>", Expect::Passed),
                ("<button><img alt=Pay></button>", Expect::Passed),
                ("<label>Pay <button></button></label>", Expect::Passed),
                ("<input type=submit>", Expect::Passed),
                ("<input type=button value=Pay>", Expect::Passed),
                ("<span id=p hidden>Pay</span><div role=button aria-labelledby=p></div>", Expect::Passed),
                ("<style>i::before{content:'Pay'}</style><button><i></i></button>", Expect::Passed),
                ("<button></button>", Expect::Failed),
                ("<button> &nbsp; </button>", Expect::Failed),
                ("<button>&#8203;</button>", Expect::Failed),
                ("<input type=button>", Expect::Failed),
                ("<button><img alt=''></button>", Expect::Failed),
                ("<button><span hidden>Pay</span></button>", Expect::Failed),
                ("<button aria-labelledby=nowhere></button>", Expect::Failed),
                ("<button><svg><desc>A cross</desc></svg></button>", Expect::Failed),
                ("<button><svg><use href='#c'/></svg></button>", Expect::Failed),
                ("<button role=none></button>", Expect::Failed),
                ("<style>i::before{content:'\\f00d'}</style><button><i></i></button>", Expect::Failed),
                ("<button><pay-icon></pay-icon></button>", Expect::NeedsReview),
                ("<pay-button role=button></pay-button>", Expect::NeedsReview),
                (
                    "<svg><symbol id=c><title>Close</title></symbol></svg><button><svg><use href='#c'/></svg></button>",
                    Expect::NeedsReview,
                ),
                ("<button title=Close>\u{f00d}</button>", Expect::NeedsReview),
                ("<style>i::before{content:counter(n)}</style><button><i></i></button>", Expect::NeedsReview),
                ("<button hidden></button>", Expect::Inapplicable),
                ("<button aria-hidden=true></button>", Expect::Inapplicable),
                ("<input type=image>", Expect::Inapplicable),
                ("<button role=link></button>", Expect::Inapplicable),
                ("<div role=img aria-label=x><div role=button></div></div>", Expect::Inapplicable),
            ],
        );
    }
}
