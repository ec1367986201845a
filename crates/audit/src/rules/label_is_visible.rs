//! A field has a label that stays.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "label-is-visible",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A field should have a label that can always be seen",
        why: "A `placeholder` is pale and goes away with the first letter, a `title` shows only under a mouse: people forget, or never learn, what the field is for.",
        fix: "Put a `<label>` with text above or beside the field. An example of what to write may stay in `placeholder`.",
        asks: "Can everybody always see what to enter here? Only `placeholder` or `title` names the field.",
    },
    ar: Words {
        title: "ينبغي أن تكون للحقل تسمية تُرى دائمًا",
        why: "نص `placeholder` باهت ويختفي مع أول حرف، ونص `title` لا يظهر إلا تحت الفأرة: ينسى الناس لِمَ هذا الحقل أو لا يعرفون أصلًا.",
        fix: "ضع `<label>` بنص فوق الحقل أو بجانبه. ويمكن أن يبقى مثال على ما يُكتب في `placeholder`.",
        asks: "هل يرى الجميع دائمًا ماذا يُدخَل هنا؟ لا يسمّي الحقلَ إلا `placeholder` أو `title`.",
    },
    fa: Words {
        title: "فیلد بهتر است برچسبی داشته باشد که همیشه دیده شود",
        why: "متن `placeholder` کم‌رنگ است و با نخستین حرف ناپدید می‌شود، `title` هم فقط زیر موشواره دیده می‌شود: آدم یادش می‌رود فیلد برای چیست، یا هرگز نمی‌فهمد.",
        fix: "بالای فیلد یا کنارش یک `<label>` با متن بگذارید. نمونهٔ نوشتن می‌تواند در `placeholder` بماند.",
        asks: "آیا همه همیشه می‌بینند اینجا چه باید وارد کرد؟ فقط `placeholder` یا `title` به فیلد نام داده است.",
    },
    good: &[r#"<label>E-mail <input type="email" placeholder="name@example.org"></label>"#],
    bad: &[r#"<input type="email" placeholder="E-mail">"#],
    check: Check::Each { applicability, expectation },
};

/// Fields that nothing but `title` or `placeholder` names, in the accessibility tree. A search is known by its place and
/// its button (WCAG technique H65).
fn applicability(element: Element<'_>) -> bool {
    ["input", "select", "textarea"].iter().any(|name| element.is(name))
        && hint(element).is_some()
        && matches!(element.role(), Role::Textbox | Role::Combobox | Role::SpinButton | Role::Listbox | Role::Unmapped)
        && !["aria-label", "aria-labelledby"].iter().any(|name| element.has_attribute(name))
        && !element.labels().any(|label| has_words(label))
        && !element.is_disabled()
        && element.is_in_accessibility_tree()
        && !element.accessible_name().is_empty()
        && !element.flat_lineage().any(|around| around.role() == Role::Search)
}

fn hint(element: Element<'_>) -> Option<&str> {
    ["title", "placeholder"]
        .into_iter()
        .find(|name| element.attribute(name).is_some_and(|text| !text.trim().is_empty()))
}

/// Whether a label says something, in text or by a picture.
fn has_words(label: Element<'_>) -> bool {
    let has_text = |element: Element<'_>| element.own_texts().any(|(_, text)| !text.trim().is_empty());
    has_text(label)
        || label.has_attribute("aria-label")
        || label.descendants().any(|part| has_text(part) || part.is("img") || part.namespace() == Namespace::Svg)
}

/// Whether there is a text nearby that does it, only eyes can tell.
fn expectation(field: Element<'_>) -> Outcome {
    Outcome::needs_review(match hint(field) {
        Some("title") => {
            "Can everybody see what to enter here? Only `title` names the field, which shows under a mouse."
        }
        _ => "Can everybody always see what to enter here? Only `placeholder` names the field, which goes away.",
    })
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
                ("<input placeholder=City>", Expect::NeedsReview),
                ("<input type=date title=Born>", Expect::NeedsReview),
                ("<textarea placeholder=Story></textarea>", Expect::NeedsReview),
                ("<label for=c></label><input id=c placeholder=City>", Expect::NeedsReview),
                ("<select title=City></select>", Expect::NeedsReview),
                ("<label>City <input placeholder=Yazd></label>", Expect::Inapplicable),
                ("<label for=c><img alt=City></label><input id=c placeholder=Yazd>", Expect::Inapplicable),
                ("<input aria-label=City placeholder=Yazd>", Expect::Inapplicable),
                ("<input>", Expect::Inapplicable),
                ("<input type=search placeholder=Search>", Expect::Inapplicable),
                ("<form role=search><input placeholder=Search></form>", Expect::Inapplicable),
                ("<search><input placeholder=Search></search>", Expect::Inapplicable),
                ("<input placeholder=City disabled>", Expect::Inapplicable),
                ("<input placeholder=City hidden>", Expect::Inapplicable),
                ("<input type=submit title=Send>", Expect::Inapplicable),
            ],
        );
    }
}
