//! Fields that ask for different things are called differently, or stand where something seen tells them apart
//! (<https://act-rules.github.io/rules/cc0f0a>; WCAG 2.2, 2.4.6, <https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels.html>).

use crate::page::{Certainty, Element, NodeId, Page, Property, Role, folded};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "label-is-unique",
    criteria: &[wcag::HEADINGS_AND_LABELS],
    act: &["cc0f0a"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Different fields of one form must have different names",
        why: "Who hears \"Street\" twice cannot tell which of the two is for the bill.",
        fix: "Say the difference in the label, or put the fields into groups whose names say it.",
        asks: "Fields side by side have the same name. Do they ask for the same thing?",
    },
    ar: Words {
        title: "يجب أن تختلف أسماء الحقول المختلفة في النموذج الواحد",
        why: "من يسمع «الشارع» مرتين لا يعرف أيهما للفاتورة.",
        fix: "اذكر الفرق في التسمية، أو ضع الحقول في مجموعات تقول أسماؤها الفرق.",
        asks: "لحقول متجاورة اسم واحد. هل تطلب الشيء نفسه؟",
    },
    fa: Words {
        title: "فیلدهای متفاوت یک فرم باید نام‌های متفاوت داشته باشند",
        why: "کسی که دو بار «خیابان» می‌شنود نمی‌داند کدام برای صورت‌حساب است.",
        fix: "تفاوت را در برچسب بگویید، یا فیلدها را در گروه‌هایی بگذارید که نامشان آن را می‌گوید.",
        asks: "فیلدهایی کنار هم یک نام دارند. آیا یک چیز می‌خواهند؟",
    },
    good: &["<form><label>Street (goods) <input></label><label>Street (bill) <input></label></form>"],
    bad: &["<form><label>Street <input></label><label>Street <input></label></form>"],
    check: Check::Page(check),
};

/// Fields to write or choose in that assistive technologies find, with a name, whose name another one has in the same
/// form and in the same part of it. What stands in another group, row, item or section, or under another heading, is told
/// apart by that.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut names: HashMap<(NodeId, usize, String), Element<'_>> = HashMap::new();
    let mut outcomes = Vec::new();
    let mut headings = 0;
    for field in page.elements() {
        headings += usize::from(field.role() == Role::Heading && may_be_seen(field));
        let may_be_field = ["input", "select", "textarea"].iter().any(|name| field.is(name));
        let is_field = may_be_field
            && matches!(
                field.role(),
                Role::Textbox | Role::Searchbox | Role::Combobox | Role::Listbox | Role::SpinButton | Role::Unmapped
            );
        if !is_field || !field.is_in_accessibility_tree() || field.accessible_name().is_empty() {
            continue;
        }
        let Some(part) = field.flat_lineage().skip(1).find(|around| is_part(*around)) else { continue };
        let outcome = match names.entry((part.id(), headings, folded(field.accessible_name()))) {
            hashbrown::hash_map::Entry::Vacant(place) => {
                place.insert(field);
                Outcome::Passed
            }
            hashbrown::hash_map::Entry::Occupied(first) if is_same(*first.get(), field) => Outcome::Passed,
            hashbrown::hash_map::Entry::Occupied(first) if is_known_apart_to_program_alone(*first.get(), field) => {
                Outcome::failed(format!(
                    "another field is called \"{}\" too, and nothing that can be seen says that this one is {} and the other {}",
                    field.accessible_name(),
                    quoted(field.attribute("name").unwrap_or_default()),
                    quoted(first.get().attribute("name").unwrap_or_default()),
                ))
            }
            hashbrown::hash_map::Entry::Occupied(_) => Outcome::needs_review(format!(
                "Two fields are called \"{}\". Do they ask for the same thing?",
                field.accessible_name()
            )),
        };
        outcomes.push((field, outcome));
    }
    outcomes
}

fn is_part(around: Element<'_>) -> bool {
    const PARTS: &[&str] = &["article", "body", "details", "form", "li", "section", "td", "tr"];
    around.flat_parent().is_none()
        || PARTS.iter().any(|name| around.is(name))
        || matches!(around.role(), Role::Dialog | Role::Row | Role::TabPanel | Role::Region)
        || (matches!(around.role(), Role::Group | Role::RadioGroup) && !around.accessible_name().is_empty())
}

/// Not hidden, nor moved far off the page.
fn may_be_seen(heading: Element<'_>) -> bool {
    const FAR: f32 = -500.0;
    let offset = |property| heading.style().get(property).and_then(|value| value.pixels());
    let is_far = [Property::Left, Property::Top].into_iter().any(|side| offset(side).is_some_and(|at| at < FAR));
    heading.visible() != Certainty::No && !(is_far && heading.style().is_out_of_flow())
}

/// The name or purpose that the program on the other side knows is one.
fn is_same(one: Element<'_>, other: Element<'_>) -> bool {
    let has_same =
        |attribute: &str| one.attribute(attribute).is_some_and(|value| other.attribute(attribute) == Some(value));
    has_same("name") || !other.accessible_description().is_empty()
}

/// Whether their `name`s say in words what differs, and the page shows nothing but labels that could say it to people.
fn is_known_apart_to_program_alone(one: Element<'_>, other: Element<'_>) -> bool {
    let words = |field: Element<'_>| {
        let name = field.attribute("name").unwrap_or_default();
        let parts = name.split(|letter: char| !letter.is_alphabetic()).filter(|word| word.chars().count() > 2);
        parts.map(str::to_lowercase).collect::<Vec<_>>()
    };
    let (of_one, of_other) = (words(one), words(other));
    let says_what_differs = |own: &[String], others: &[String]| own.iter().any(|word| !others.contains(word));
    let is_label = |element: Element<'_>| {
        element.flat_lineage().any(|around| {
            around.is("label") || around.is("option") || around.is("button") || around.names().next().is_some()
        })
    };
    let is_told = |element: Element<'_>| {
        let has_text = element.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric));
        let is_text = has_text && !["script", "style", "title"].contains(&element.name());
        let is_picture = ["img", "svg", "canvas", "iframe", "object", "embed", "video"].contains(&element.name());
        let is_shown = || element.flat_lineage().all(may_be_seen);
        ((is_text && !is_label(element)) || is_picture || element.generated().is_some()) && is_shown()
    };
    says_what_differs(&of_one, &of_other)
        && says_what_differs(&of_other, &of_one)
        && [one, other].into_iter().all(|field| !field.has_attribute("placeholder") && !field.has_attribute("title"))
        && !one.page().elements().any(is_told)
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
                ("<form><input aria-label=a><input aria-label=b></form>", Expect::Passed),
                ("<form><input aria-label=a></form><form><input aria-label=a></form>", Expect::Passed),
                (
                    "<fieldset><legend>1</legend><input aria-label=a></fieldset><fieldset><legend>2</legend><input aria-label=a></fieldset>",
                    Expect::Passed,
                ),
                ("<h2>1</h2><input aria-label=a><h2>2</h2><input aria-label=a>", Expect::Passed),
                ("<h2 hidden>1</h2><input aria-label=a><h2 hidden>2</h2><input aria-label=a>", Expect::NeedsReview),
                (
                    "<fieldset><input aria-label=a></fieldset><fieldset><input aria-label=a></fieldset>",
                    Expect::NeedsReview,
                ),
                (
                    "<input aria-label=a><h2 style='position:absolute;left:-9999px'>1</h2><input aria-label=a>",
                    Expect::NeedsReview,
                ),
                (
                    "<label>Name <input name=bill-name></label><label>Name <input name=goods-name></label>",
                    Expect::Failed,
                ),
                (
                    "<h2 style='position:absolute;top:-9999px'>Bill</h2><label>Name <input name=bill-name></label><label>Name <input name=goods-name></label>",
                    Expect::Failed,
                ),
                (
                    "<p>Bill</p><label>Name <input name=bill-name></label><label>Name <input name=goods-name></label>",
                    Expect::NeedsReview,
                ),
                (
                    "<label>Guest <input name=guest1></label><label>Guest <input name=guest2></label>",
                    Expect::NeedsReview,
                ),
                ("<ul><li><input aria-label=a></li><li><input aria-label=a></li></ul>", Expect::Passed),
                ("<input name=x aria-label=a><input name=x aria-label=a>", Expect::Passed),
                ("<input aria-label=a><input aria-label=a aria-description=b>", Expect::Passed),
                ("<form><input aria-label=a><input aria-label='A '></form>", Expect::NeedsReview),
                (
                    "<div><input name=x aria-label=a></div><div><select aria-label=a name=y></select></div>",
                    Expect::NeedsReview,
                ),
                ("<input type=checkbox aria-label=a><input type=checkbox aria-label=a>", Expect::Inapplicable),
                ("<input><input>", Expect::Inapplicable),
                ("<div hidden><input aria-label=a><input aria-label=a></div>", Expect::Inapplicable),
            ],
        );
    }
}
