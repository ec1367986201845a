//! A form has a button that sends it (WCAG 2.2, technique H32, <https://www.w3.org/WAI/WCAG22/Techniques/html/H32>).

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;

const ASKS: &str =
    "How is this form sent? It has no button, and Enter does not send a form of several fields without one.";

pub const RULE: Rule = Rule {
    id: "form-has-submit-button",
    criteria: &[wcag::ON_INPUT],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A form must have a button that sends it",
        why: "People look for the button to know when they are done. Without one, a form may be sent when they least expect it, or they cannot send it by keyboard.",
        fix: "Add a `button` to the form that says what it does.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يكون للنموذج زر يرسله",
        why: "يبحث الناس عن الزر ليعرفوا أنهم انتهوا. ومن دونه قد يُرسل النموذج على حين غرّة، أو يتعذّر إرساله بلوحة المفاتيح.",
        fix: "أضف إلى النموذج زرًا `button` يقول ما يفعله.",
        asks: "كيف يُرسل هذا النموذج؟ لا زر فيه، ومفتاح الإدخال لا يرسل نموذجًا متعدد الحقول بلا زر.",
    },
    fa: Words {
        title: "فرم باید دکمه‌ای داشته باشد که آن را می‌فرستد",
        why: "مردم دنبال دکمه می‌گردند تا بدانند کارشان تمام شده است. بی آن، فرم شاید ناگهان فرستاده شود یا با صفحه‌کلید نتوان آن را فرستاد.",
        fix: "دکمه‌ای (`button`) در فرم بگذارید که می‌گوید چه می‌کند.",
        asks: "این فرم چگونه فرستاده می‌شود؟ دکمه‌ای ندارد و کلید Enter فرم چندفیلدی بی‌دکمه را نمی‌فرستد.",
    },
    good: &["<form><label>From <input></label><label>To <input></label><button>Search</button></form>"],
    bad: &["<form><label>From <input></label><label>To <input></label></form>"],
    check: Check::Page(check),
};

/// Forms with two fields or more that a person writes in. One alone is sent with Enter (HTML, implicit submission,
/// <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#implicit-submission>).
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut found: HashMap<NodeId, (usize, bool)> = HashMap::new();
    let mut form_of: HashMap<NodeId, NodeId> = HashMap::new();
    let mut forms = Vec::new();
    for element in page.elements() {
        if element.is("form") {
            forms.push(element);
        }
        let around = element.parent().and_then(|parent| form_of.get(&parent.id()).copied());
        let own = if element.is("form") { Some(element.id()) } else { around };
        own.map(|form| form_of.insert(element.id(), form));
        let said = element.attribute("form").and_then(|id| element.by_id(id)).map(Element::id);
        let Some(form) = said.or(own) else { continue };
        let (fields, has_button) = found.entry(form).or_default();
        *fields += usize::from(is_field(element));
        *has_button |= is_button(element);
    }
    forms.retain(|form| !form.is_programmatically_hidden());
    let outcomes = forms.into_iter().filter_map(|form| match found.get(&form.id()) {
        Some((_, true)) => Some((form, Outcome::Passed)),
        Some((fields, false)) if *fields > 1 => Some((form, Outcome::needs_review(ASKS))),
        _ => None,
    });
    outcomes.collect()
}

fn is_field(element: Element<'_>) -> bool {
    element.is("input")
        && matches!(element.role(), Role::Textbox | Role::Searchbox | Role::SpinButton | Role::Combobox)
        && !element.is_programmatically_hidden()
        && !element.is_disabled()
}

/// Whatever looks like one: a script may send the form.
fn is_button(element: Element<'_>) -> bool {
    let may_be_button = element.is("button") || element.is("input") || element.has_attribute("role");
    (may_be_button && element.role() == Role::Button)
        || element.name().contains('-')
        || element.has_attribute("onclick")
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
                ("<form><input><input><button>a</button></form>", Expect::Passed),
                ("<form><input><input><input type=image alt=a></form>", Expect::Passed),
                ("<form id=f><input><input></form><button form=f>a</button>", Expect::Passed),
                ("<form><input><input><a role=button href=x>a</a></form>", Expect::Passed),
                ("<form><input><input><x-button>a</x-button></form>", Expect::Passed),
                ("<form><input><input></form>", Expect::NeedsReview),
                ("<form><p><input></p><p><input type=email></p></form><button>a</button>", Expect::NeedsReview),
                ("<form><input></form>", Expect::Inapplicable),
                ("<form><input><input type=checkbox></form>", Expect::Inapplicable),
                ("<form><input><input hidden></form>", Expect::Inapplicable),
                ("<form hidden><input><input></form>", Expect::Inapplicable),
                ("<input><input>", Expect::Inapplicable),
            ],
        );
    }
}
