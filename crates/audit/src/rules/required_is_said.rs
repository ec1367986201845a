//! Where a star says that a field must be filled in, markup says it too (WCAG 2.2, techniques H90 and ARIA2,
//! <https://www.w3.org/WAI/WCAG22/Techniques/html/H90>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str =
    "Does the star mean that this must be filled in? Then does anything say so before it, or `required`?";

pub const RULE: Rule = Rule {
    id: "required-is-said",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS, wcag::LABELS_OR_INSTRUCTIONS],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A field that must be filled in must say so, and not by a star alone",
        why: "A screen reader says \"star\" or nothing. Who does not hear that a field is required learns it from an error.",
        fix: "Add `required` or `aria-required=\"true\"`, or say before the form what the star means.",
        asks: ASKS,
    },
    ar: Words {
        title: "على الحقل الإلزامي أن يصرّح بذلك، لا بنجمة وحدها",
        why: "يقول قارئ الشاشة «نجمة» أو لا يقول شيئًا، فلا يعرف المستمع أن الحقل إلزامي إلا من رسالة خطأ.",
        fix: "أضف `required` أو `aria-required=\"true\"`، أو اشرح معنى النجمة قبل النموذج.",
        asks: "هل تعني النجمة أن الحقل إلزامي؟ فهل يصرّح بذلك شيء قبله، أو `required`؟",
    },
    fa: Words {
        title: "فیلدی که پر کردنش لازم است باید آن را بگوید، نه فقط با ستاره",
        why: "صفحه‌خوان می‌گوید «ستاره» یا هیچ نمی‌گوید. کسی که نمی‌شنود فیلد لازم است، از پیام خطا می‌فهمد.",
        fix: "‏`required` یا `aria-required=\"true\"` را بیفزایید، یا پیش از فرم بگویید ستاره یعنی چه.",
        asks: "آیا ستاره یعنی پر کردن این لازم است؟ پس آیا چیزی پیش از آن، یا `required`، این را می‌گوید؟",
    },
    good: &["<label>Name * <input required></label>"],
    bad: &["<label>Name * <input></label>"],
    check: Check::Each { applicability, expectation },
};

/// Fields that assistive technologies find, with a star in a label.
fn applicability(element: Element<'_>) -> bool {
    let may_be_field =
        ["input", "select", "textarea"].iter().any(|name| element.is(name)) || element.has_attribute("role");
    may_be_field
        && matches!(
            element.role(),
            Role::Textbox | Role::Searchbox | Role::Combobox | Role::Listbox | Role::SpinButton | Role::Checkbox
        )
        && element.is_in_accessibility_tree()
        && !element.is_disabled()
        && element.labels().chain(element.referenced("aria-labelledby")).any(has_star)
}

fn has_star(label: Element<'_>) -> bool {
    let is_mark = |letter: char| matches!(letter, ':' | '(' | ')');
    // A star between numbers is a sign of arithmetic.
    let is_star = |text: &str| {
        let mut words = text.split_whitespace().map(|word| word.trim_matches(is_mark)).peekable();
        std::iter::from_fn(|| words.next().map(|word| (word, words.peek().copied().unwrap_or_default()))).any(
            |(word, next)| match word {
                "*" => !next.starts_with(|letter: char| letter.is_ascii_digit()),
                word => word.ends_with('*') || word.starts_with('*'),
            },
        )
    };
    let generated = label.generated().into_iter().flat_map(|generated| [&generated.before, &generated.after]);
    is_star(&label.visible_inner_text()) || generated.flatten().any(|text| is_star(text))
}

/// `required`, or `aria-required`.
fn expectation(field: Element<'_>) -> Outcome {
    let is_said = field.has_attribute("required") || field.attribute("aria-required") == Some("true");
    if is_said { Outcome::Passed } else { Outcome::needs_review(ASKS) }
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
                ("<label>a* <input required></label>", Expect::Passed),
                (
                    "<label>a <b aria-hidden=true>*</b> <select aria-required=true><option>b</select></label>",
                    Expect::Passed,
                ),
                ("<label for=a>* a:</label><input id=a>", Expect::NeedsReview),
                ("<label for=a>a (*)</label><textarea id=a></textarea>", Expect::NeedsReview),
                ("<b id=a>a*</b><div role=textbox aria-labelledby=a></div>", Expect::NeedsReview),
                (
                    "<style>label::after { content: ' *' }</style><label for=a>a</label><input id=a>",
                    Expect::NeedsReview,
                ),
                ("<label>a <input></label>", Expect::Inapplicable),
                ("<label>2 * 2 is <input></label>", Expect::Inapplicable),
                ("<label>a* <input disabled></label>", Expect::Inapplicable),
                ("<label>a* <input hidden></label>", Expect::Inapplicable),
            ],
        );
    }
}
