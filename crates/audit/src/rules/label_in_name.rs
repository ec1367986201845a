//! What stands on a control is part of its name.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::speech::{Said, is_text, said};
use crate::visible_label::{QUESTION, VisibleLabel, may_be_symbol, mismatch};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "label-in-name",
    criteria: &[wcag::LABEL_IN_NAME],
    act: &["2ee8b8"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What stands on a control must be part of its name",
        why: "Whoever speaks to the computer says what they read on the screen, and nothing happens: the control has another name.",
        fix: "Take `aria-label` away, or begin it with the visible words just as they are.",
        asks: "Does the name hold the words that are seen, as somebody would say them aloud?",
    },
    ar: Words {
        title: "يجب أن يكون المكتوب على عنصر التحكّم جزءًا من اسمه",
        why: "من يتحكّم بصوته يقول ما يقرؤه على الشاشة فلا يحدث شيء، لأن للعنصر اسمًا آخر.",
        fix: "احذف `aria-label`، أو ابدأه بالكلمات الظاهرة كما هي.",
        asks: "هل في الاسم الكلمات الظاهرة كما ينطق بها أحدنا؟",
    },
    fa: Words {
        title: "آنچه روی عنصر نوشته شده باید بخشی از نامش باشد",
        why: "کسی که با صدا فرمان می‌دهد آنچه را روی صفحه می‌خواند می‌گوید و اتفاقی نمی‌افتد، چون نام عنصر چیز دیگری است.",
        fix: "`aria-label` را بردارید، یا آن را با همان واژه‌هایی که دیده می‌شود آغاز کنید.",
        asks: "آیا واژه‌هایی که دیده می‌شود، آن‌گونه که به زبان می‌آید، در نام هست؟",
    },
    good: &[
        r#"<a href="/hours" aria-label="Read more about opening hours">Read more</a>"#,
        r#"<button type="button" aria-label="Close">×</button>"#,
    ],
    bad: &[r#"<button type="button" aria-label="Submit the form">Send</button>"#],
    check: Check::Each { applicability, expectation },
};

/// Controls that can be named by what stands in them, have visible words in them and are named by `aria-label` or
/// `aria-labelledby` (<https://act-rules.github.io/rules/2ee8b8>); and buttons that show their `value`. A cell of a grid is
/// a control where it can be focused.
fn applicability(element: Element<'_>) -> bool {
    (element.has_attribute("aria-label") || element.has_attribute("aria-labelledby"))
        && is_named_by_content(element)
        && element.is_in_accessibility_tree()
        && (shown_value(element).is_some_and(is_text) || !VisibleLabel::of(element).is_empty())
}

fn is_named_by_content(element: Element<'_>) -> bool {
    match element.role() {
        Role::Button
        | Role::Checkbox
        | Role::Link
        | Role::MenuItem
        | Role::MenuItemCheckbox
        | Role::MenuItemRadio
        | Role::Option
        | Role::Radio
        | Role::Switch
        | Role::Tab
        | Role::TreeItem => true,
        Role::GridCell => element.is_focusable(),
        role => role.is_a(Role::Link) || (element.is_summary_of_details() && role == Role::Unmapped),
    }
}

/// What `input` buttons show.
fn shown_value(element: Element<'_>) -> Option<&str> {
    let kind = element.attribute("type").filter(|_| element.is("input"))?;
    let is_button = ["button", "reset", "submit"].iter().any(|button| kind.eq_ignore_ascii_case(button));
    element.attribute("value").filter(|_| is_button)
}

/// The visible words stand in the name, one after the other; case, punctuation and what stands in brackets do not count.
fn expectation(control: Element<'_>) -> Outcome {
    let name = control.accessible_name();
    let (label, found) = if let Some(value) = shown_value(control) {
        (value.to_owned(), said(value, name))
    } else {
        let label = VisibleLabel::of(control);
        (label.words(), label.said_by(name))
    };
    match found {
        Said::Yes => Outcome::Passed,
        // Everybody reads it as a cross.
        _ if label.trim().eq_ignore_ascii_case("x") => Outcome::Passed,
        Said::Perhaps => Outcome::needs_review(QUESTION),
        _ if may_be_symbol(&label) => Outcome::needs_review(
            "Are these letters a picture, such as B for bold? If they are words, the name must hold them.",
        ),
        _ if !control.has_certain_name() => Outcome::needs_review(QUESTION),
        Said::Partly | Said::No => mismatch(&label, name),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn words() {
        check(
            &RULE,
            &[
                ("<button aria-label='Send the form'>Send</button>", Expect::Passed),
                ("<button aria-label=SEND>Send…</button>", Expect::Passed),
                ("<a href=x aria-label='Download file'>Down<b>load</b></a>", Expect::Passed),
                (
                    "<a href=x aria-label='Read more: prices'><b>Read</b> <span hidden>less</span>more</a>",
                    Expect::Passed,
                ),
                ("<a href=x id=a aria-labelledby='a b'>More</a><p id=b>prices</p>", Expect::Passed),
                ("<a href=x aria-label='15 Friday, March'><div>15</div><div>March</div></a>", Expect::Passed),
                ("<input type=submit value=Send aria-label='Send it'>", Expect::Passed),
                ("<a href=x aria-label='كتابي المفضّل'>کتابی</a>", Expect::Passed),
                ("<button aria-label=Close>X</button>", Expect::Passed),
                ("<button aria-label='Send the form'>Submit</button>", Expect::Failed),
                ("<button aria-label='The full'>The full label</button>", Expect::Failed),
                ("<a href=x aria-label='Discover Italy'>Discover It</a>", Expect::Failed),
                ("<a href=x aria-labelledby=b>More</a><p id=b>Prices</p>", Expect::Failed),
                ("<input type=submit value=Send aria-label=Submit>", Expect::Failed),
                ("<button aria-label=حذف>إرسال</button>", Expect::Failed),
                ("<details><summary aria-label=More>Prices</summary></details>", Expect::Failed),
                (
                    "<div role=grid><div role=row><div role=gridcell tabindex=0 aria-label=A>Bcd</div></div></div>",
                    Expect::Failed,
                ),
            ],
        );
    }

    #[test]
    fn doubts_and_what_is_no_label() {
        check(
            &RULE,
            &[
                ("<button aria-label=Bold>B</button>", Expect::NeedsReview),
                ("<a href=x aria-label='Terms and conditions'>Terms &amp; conditions</a>", Expect::NeedsReview),
                ("<button aria-label='Sort'><i class=icons>arrow_down</i></button>", Expect::NeedsReview),
                ("<button aria-label=Find><i>search</i> Find</button>", Expect::Passed),
                ("<style></style><button aria-label=Find><b>search</b> Find</button>", Expect::NeedsReview),
                ("<button aria-label=Find><b>search</b> Find</button>", Expect::Failed),
                ("<a href=x aria-label='Get it'>Get <b aria-hidden=true>all</b> of it</a>", Expect::Failed),
                (
                    "<style>button{font-family:Icons}</style><button aria-label=Find>search</button>",
                    Expect::NeedsReview,
                ),
                ("<a href=x aria-label='Market Street'>Market St.</a>", Expect::NeedsReview),
                ("<a href=x aria-label=Prices><h2>Prices</h2><p>What we ask for.</p></a>", Expect::NeedsReview),
                (
                    "<a href=x aria-label=Prices><span style='position:absolute;left:-9999px'>Hm</span></a>",
                    Expect::NeedsReview,
                ),
                (
                    "<a href=x aria-label='More on prices'>More<span style='position:absolute;left:-9999px'>Hm</span></a>",
                    Expect::Passed,
                ),
                ("<button aria-label=Close>×</button>", Expect::Inapplicable),
                ("<button aria-label=Close>\u{f00d}</button>", Expect::Inapplicable),
                ("<button aria-label=Close><img alt=Shut></button>", Expect::Inapplicable),
                ("<button aria-label=Close><span hidden>Shut</span></button>", Expect::Inapplicable),
                ("<button>Send</button>", Expect::Inapplicable),
                ("<button aria-label=Close hidden>Shut</button>", Expect::Inapplicable),
                ("<nav aria-label=Main>Menu</nav>", Expect::Inapplicable),
                ("<label>City <input aria-label=Town></label>", Expect::Inapplicable),
                (
                    "<div role=grid><div role=row><div role=gridcell aria-label=A>Bcd</div></div></div>",
                    Expect::Inapplicable,
                ),
            ],
        );
    }
}
