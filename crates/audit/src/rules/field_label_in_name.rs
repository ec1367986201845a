//! The label of a field is part of its name.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::speech::Said;
use crate::visible_label::{QUESTION, VisibleLabel, may_be_symbol, mismatch};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "field-label-in-name",
    criteria: &[wcag::LABEL_IN_NAME],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "The visible label of a field must be part of its name",
        why: "Whoever speaks to the computer says what the label says, and nothing happens: `aria-label` gave the field another name.",
        fix: "Take `aria-label` away: the `<label>` names the field. More words belong in `aria-describedby`.",
        asks: "Does the name hold the words that are seen, as somebody would say them aloud?",
    },
    ar: Words {
        title: "يجب أن تكون تسمية الحقل الظاهرة جزءًا من اسمه",
        why: "من يتحكّم بصوته يقول ما في التسمية فلا يحدث شيء، لأن `aria-label` أعطى الحقل اسمًا آخر.",
        fix: "احذف `aria-label`، فعنصر `<label>` يسمّي الحقل. ومكان الكلام الزائد `aria-describedby`.",
        asks: "هل في الاسم الكلمات الظاهرة كما ينطق بها أحدنا؟",
    },
    fa: Words {
        title: "برچسب دیدنی فیلد باید بخشی از نام آن باشد",
        why: "کسی که با صدا فرمان می‌دهد آنچه را روی برچسب است می‌گوید و اتفاقی نمی‌افتد، چون `aria-label` نام دیگری به فیلد داده است.",
        fix: "`aria-label` را بردارید: `<label>` به فیلد نام می‌دهد. توضیح بیشتر جایش در `aria-describedby` است.",
        asks: "آیا واژه‌هایی که دیده می‌شود، آن‌گونه که به زبان می‌آید، در نام هست؟",
    },
    good: &[r#"<label>City <input aria-label="City or village"></label>"#],
    bad: &[r#"<label>City <input aria-label="Search"></label>"#],
    check: Check::Each { applicability, expectation },
};

/// Fields with a visible `label` that are named by `aria-label` or `aria-labelledby`, and in the accessibility tree (WCAG
/// 2.5.3, <https://www.w3.org/WAI/WCAG22/Understanding/label-in-name>). Buttons show their own words.
fn applicability(element: Element<'_>) -> bool {
    (element.has_attribute("aria-label") || element.has_attribute("aria-labelledby"))
        && element.role() != Role::Button
        && element.labels().next().is_some()
        && element.is_in_accessibility_tree()
        && labels(element).next().is_some()
}

/// The labels that say something for eyes.
fn labels(field: Element<'_>) -> impl Iterator<Item = VisibleLabel<'_>> {
    field.labels().map(move |label| VisibleLabel::of_other(label, field)).filter(|label| !label.is_empty())
}

/// Each label stands in the name. One that shares a word with it may hold more than the label, such as an example.
fn expectation(field: Element<'_>) -> Outcome {
    let name = field.accessible_name();
    let mut worst = Outcome::Passed;
    for label in labels(field) {
        match label.said_by(name) {
            Said::Yes => {}
            Said::No if field.has_certain_name() && !may_be_symbol(&label.words()) => {
                return mismatch(&label.words(), name);
            }
            Said::No | Said::Partly | Said::Perhaps => worst = Outcome::needs_review(QUESTION),
        }
    }
    worst
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
                ("<label>City <input aria-label='Your city'></label>", Expect::Passed),
                ("<label id=l for=c>City</label><input id=c aria-labelledby=l>", Expect::Passed),
                ("<label>City <select aria-label=City><option>Yazd</select></label>", Expect::Passed),
                ("<label for=c>City (required)</label><input id=c aria-label=city>", Expect::Passed),
                ("<label for=c>شهر</label><input id=c aria-label='شَهر شما'>", Expect::Passed),
                ("<label for=c>City</label><input id=c aria-label=Search>", Expect::Failed),
                ("<label><input type=checkbox aria-label=Option> I agree</label>", Expect::Failed),
                ("<label for=c>City, e.g. Yazd</label><input id=c aria-label='The city'>", Expect::NeedsReview),
                (
                    "<label for=c style='position:absolute;left:-9999px'>City</label><input id=c aria-label=Search>",
                    Expect::NeedsReview,
                ),
                ("<label for=c>City</label><input id=c aria-label='' hidden>", Expect::Inapplicable),
                ("<label for=c hidden>City</label><input id=c aria-label=Search>", Expect::Inapplicable),
                ("<label for=c></label><input id=c aria-label=Search>", Expect::Inapplicable),
                ("<label for=c>City</label><input id=c>", Expect::Inapplicable),
                ("<label for=c>City</label><button id=c aria-label=Search>Go</button>", Expect::Inapplicable),
            ],
        );
    }
}
