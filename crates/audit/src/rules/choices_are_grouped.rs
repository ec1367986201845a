//! Choices that answer one question are a group that says the question (WCAG 2.2, techniques H71 and ARIA17,
//! <https://www.w3.org/WAI/WCAG22/Techniques/html/H71>).

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;

const ASKS: &str =
    "Which question do these choices answer, and does a screen reader say it with them? They are in no group.";

pub const RULE: Rule = Rule {
    id: "choices-are-grouped",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS, wcag::LABELS_OR_INSTRUCTIONS],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Radio buttons and checkboxes of one question must be a group with a name",
        why: "A screen reader says \"Yes, radio button\". Yes to what, only the group says.",
        fix: "Put them into a `fieldset` whose `legend` is the question, or into a `role=\"radiogroup\"` or `role=\"group\"` with a name.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تكون خيارات السؤال الواحد مجموعة لها اسم",
        why: "يقول قارئ الشاشة «نعم، زر اختيار». أما «نعم» لأي سؤال، فلا يقوله إلا اسم المجموعة.",
        fix: "ضع الخيارات في `fieldset` يكون السؤال `legend` فيه، أو في `role=\"radiogroup\"` أو `role=\"group\"` له اسم.",
        asks: "عن أي سؤال تجيب هذه الخيارات، وهل ينطقه قارئ الشاشة معها؟ ليست في مجموعة.",
    },
    fa: Words {
        title: "گزینه‌های یک پرسش باید گروهی باشند که نام دارد",
        why: "صفحه‌خوان می‌گوید «بله، دکمهٔ انتخاب». بله به کدام پرسش، فقط نام گروه می‌گوید.",
        fix: "گزینه‌ها را در `fieldset`ی بگذارید که `legend` آن خود پرسش است، یا در `role=\"radiogroup\"` یا `role=\"group\"` با نام.",
        asks: "این گزینه‌ها پاسخ کدام پرسش‌اند و آیا صفحه‌خوان آن را همراهشان می‌گوید؟ در گروهی نیستند.",
    },
    good: &[r#"<fieldset><legend>Do you fish?</legend><label><input type="radio" name="fish"> Yes</label>
<label><input type="radio" name="fish"> No</label></fieldset>"#],
    bad: &[r#"<p>Do you fish?</p><label><input type="radio" name="fish"> Yes</label>
<label><input type="radio" name="fish"> No</label>"#],
    check: Check::Page(check),
};

/// Radio buttons, and checkboxes, that have one name in one form, where several of them are found by assistive
/// technologies. A group without a name, or in a table whose headers may say the question, is for other rules or for none.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    type Key<'p> = (Option<NodeId>, &'p str, bool);
    let mut groups: HashMap<Key<'_>, Vec<Element<'_>>> = HashMap::new();
    for choice in page.elements().filter(|element| element.is("input")) {
        let kind = choice.attribute("type").unwrap_or_default().trim_ascii();
        let is_radio = kind.eq_ignore_ascii_case("radio");
        let name = choice.attribute("name").unwrap_or_default();
        if (!is_radio && !kind.eq_ignore_ascii_case("checkbox"))
            || name.is_empty()
            || !choice.is_in_accessibility_tree()
        {
            continue;
        }
        groups.entry((form_of(choice).map(Element::id), name, is_radio)).or_default().push(choice);
    }
    let several = groups.into_values().filter(|choices| choices.len() > 1);
    let mut outcomes: Vec<_> = several.filter_map(|choices| Some((choices[0], outcome(&choices)?))).collect();
    outcomes.sort_by_key(|(choice, _)| choice.id());
    outcomes
}

fn form_of(choice: Element<'_>) -> Option<Element<'_>> {
    match choice.attribute("form") {
        Some(id) => choice.by_id(id),
        None => choice.flat_lineage().find(|around| around.is("form") || around.parent().is_none()),
    }
}

/// A group around the first of them that has a name, or something else that each is heard with.
fn outcome(choices: &[Element<'_>]) -> Option<Outcome> {
    let group = choices[0].flat_lineage().skip(1).find(|around| {
        let is_group =
            matches!(around.role(), Role::Group | Role::RadioGroup | Role::Listbox | Role::Menu | Role::Toolbar);
        is_group && !around.is("details") && !around.is("address")
    });
    if let Some(group) = group {
        return (!group.accessible_name().is_empty()).then_some(Outcome::Passed);
    }
    if choices[0].flat_lineage().skip(1).any(|around| around.is("td") || around.is("th")) {
        return None;
    }
    let is_said = |choice: &Element<'_>| {
        choice.referenced("aria-labelledby").count() > 1 || choice.referenced("aria-describedby").next().is_some()
    };
    Some(if choices.iter().all(is_said) { Outcome::Passed } else { Outcome::needs_review(ASKS) })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let two = |attributes: &str| format!("<input {attributes} aria-label=a><input {attributes} aria-label=b>");
        let radios = two("type=radio name=x");
        check(
            &RULE,
            &[
                (&format!("<fieldset><legend>q</legend>{radios}</fieldset>"), Expect::Passed),
                (&format!("<div role=radiogroup aria-label=q>{radios}</div>"), Expect::Passed),
                (&format!("<div role=group aria-label=q>{}</div>", two("type=checkbox name=x")), Expect::Passed),
                (&format!("<p id=q>q</p>{}", two("type=radio name=x aria-describedby=q")), Expect::Passed),
                (
                    &format!("<p id=q>q</p><p id=a>a</p>{}", two("type=radio name=x aria-labelledby='q a'")),
                    Expect::Passed,
                ),
                (&radios, Expect::NeedsReview),
                (&two("type=checkbox name=x"), Expect::NeedsReview),
                (&format!("<details open>{radios}</details>"), Expect::NeedsReview),
                (&format!("<fieldset>{radios}</fieldset>"), Expect::Inapplicable),
                (&format!("<table><tr><th>q</th><td>{radios}</td></tr></table>"), Expect::Inapplicable),
                (&format!("<div hidden>{radios}</div>"), Expect::Inapplicable),
                (&two("type=checkbox"), Expect::Inapplicable),
                ("<input type=radio name=x><input type=radio name=y>", Expect::Inapplicable),
                ("<form><input type=radio name=x></form><form><input type=radio name=x></form>", Expect::Inapplicable),
            ],
        );
    }
}
