//! A field has one label.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "field-has-one-label",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "A field should have one label",
        why: "Some screen readers say only the first label, or the last: the rest is lost to whoever listens.",
        fix: "Put all the words into one `<label>`, or point at each part with `aria-labelledby`. Hints belong in `aria-describedby`.",
        asks: "Do all these labels belong to this field? Some screen readers say only one of them.",
    },
    ar: Words {
        title: "ينبغي أن تكون للحقل تسمية واحدة",
        why: "بعض قارئات الشاشة تقول التسمية الأولى وحدها أو الأخيرة، فيضيع الباقي على السامع.",
        fix: "اجمع الكلمات في `<label>` واحد، أو أشر إلى كل جزء بالخاصية `aria-labelledby`. ومكان الإرشادات `aria-describedby`.",
        asks: "هل كل هذه التسميات لهذا الحقل؟ بعض قارئات الشاشة لا تقول إلا واحدة منها.",
    },
    fa: Words {
        title: "فیلد بهتر است یک برچسب داشته باشد",
        why: "بعضی صفحه‌خوان‌ها فقط برچسب اول یا آخر را می‌گویند و بقیه به گوش شنونده نمی‌رسد.",
        fix: "همهٔ واژه‌ها را در یک `<label>` بگذارید، یا با `aria-labelledby` به هر بخش اشاره کنید. جای راهنمایی `aria-describedby` است.",
        asks: "آیا همهٔ این برچسب‌ها مال همین فیلد است؟ بعضی صفحه‌خوان‌ها فقط یکی را می‌گویند.",
    },
    good: &[r#"<label for="city">City</label><input id="city">"#],
    bad: &[r#"<label for="city">City</label><input id="city"><label for="city">where you live</label>"#],
    check: Check::Each { applicability, expectation },
};

/// Fields in the accessibility tree with more than one label that says something. `aria-labelledby` and `aria-label` count
/// for more than labels.
fn applicability(element: Element<'_>) -> bool {
    element.is_labelable()
        && element.labels().nth(1).is_some()
        && !["aria-label", "aria-labelledby"].iter().any(|name| element.has_attribute(name))
        && element.is_in_accessibility_tree()
        && element.labels().filter(|label| is_said(*label)).count() > 1
}

fn is_said(label: Element<'_>) -> bool {
    !label.is_programmatically_hidden() && !label.visible_inner_text().is_empty()
}

/// HTML allows several labels, so whether they are meant is for a person to say.
fn expectation(_: Element<'_>) -> Outcome {
    Outcome::needs_review("Do all these labels belong to this field? Some screen readers say only one of them.")
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
                ("<label for=c>City</label><label for=c>where you live</label><input id=c>", Expect::NeedsReview),
                ("<label for=c>City</label><label>Where <input id=c></label>", Expect::NeedsReview),
                ("<label for=c>City</label><input id=c>", Expect::Inapplicable),
                ("<label for=c>City</label><label for=c></label><input type=checkbox id=c>", Expect::Inapplicable),
                ("<label for=c>City</label><label for=c hidden>Wrong</label><input id=c>", Expect::Inapplicable),
                (
                    "<label for=c id=l>City</label><label for=c>Yazd</label><input id=c aria-labelledby=l>",
                    Expect::Inapplicable,
                ),
                ("<label for=c>City</label><label for=c>Town</label><input id=c hidden>", Expect::Inapplicable),
            ],
        );
    }
}
