//! A field that is said to be wrong says what is wrong (<https://act-rules.github.io/rules/36b590>; WCAG 2.2, 3.3.1,
//! <https://www.w3.org/WAI/WCAG22/Understanding/error-identification.html>).

mod words;

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;
use words::{asks_for, names_field, says_nothing, speaks_of_error};

const ASKS: &str = "This field is marked as wrong. Does a text beside it say what is wrong, and with which field?";
const ASKS_OF_TEXT: &str = "This speaks of an error. Is it shown, and does it say which field is wrong, and why?";

pub const RULE: Rule = Rule {
    id: "error-message-is-described",
    criteria: &[wcag::ERROR_IDENTIFICATION],
    act: &["36b590"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A field that is marked as wrong must say in words what is wrong",
        why: "A red frame or the word \"invalid\" tells nobody what to do. Who does not see the frame does not even know which field it is.",
        fix: "Write a message that says what was expected, show it at the field, and point at it with `aria-describedby` or `aria-errormessage`.",
        asks: ASKS,
    },
    ar: Words {
        title: "على الحقل الذي عُلّم بالخطأ أن يقول نصًّا ما الخطأ",
        why: "إطار أحمر أو كلمة «غير صالح» لا تدلّ أحدًا على ما يفعله، ومن لا يرى الإطار لا يعرف حتى أي حقل هو.",
        fix: "اكتب رسالة تقول ما المنتظر، وأظهرها عند الحقل، وأشِر إليها بـ `aria-describedby` أو `aria-errormessage`.",
        asks: "هذا الحقل معلَّم بالخطأ. هل يقول نص بجانبه ما الخطأ وفي أي حقل هو؟",
    },
    fa: Words {
        title: "فیلدی که نادرست علامت خورده باید با واژه‌ها بگوید چه ایرادی دارد",
        why: "کادر قرمز یا واژهٔ «نامعتبر» به کسی نمی‌گوید چه کند، و کسی که کادر را نمی‌بیند حتی نمی‌داند کدام فیلد است.",
        fix: "پیامی بنویسید که بگوید چه چیزی انتظار می‌رفت، آن را کنار فیلد نشان دهید و با `aria-describedby` یا `aria-errormessage` به آن اشاره کنید.",
        asks: "این فیلد نادرست علامت خورده است. آیا نوشته‌ای کنارش می‌گوید چه ایرادی هست و در کدام فیلد؟",
    },
    good: &[r#"<label>Day <input aria-invalid="true" aria-describedby="wrong"></label>
<p id="wrong">Write the day as a number from 1 to 31.</p>"#],
    bad: &[
        r#"<form><label>Day <input aria-invalid="true"></label><button>Send</button></form>"#,
        r#"<label>Day <input aria-invalid="true" aria-describedby="wrong"></label><p id="wrong">Invalid value</p>"#,
    ],
    check: Check::Page(check),
};

/// Fields that are said to hold something wrong; and, where a form says so of none, the texts in it that speak of errors.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut outcomes = Vec::new();
    // Whether there are words that may be a message.
    let mut may_tell = HashMap::new();
    for element in page.elements() {
        if is_marked(element) {
            outcomes.push((element, of_field(element, &mut may_tell)));
        } else if element.is("form") && !element.is_programmatically_hidden() {
            outcomes.extend(of_form(element));
        }
    }
    outcomes.sort_by_key(|(element, _)| element.id());
    outcomes
}

fn is_marked(element: Element<'_>) -> bool {
    element.attribute("aria-invalid").is_some_and(|value| !matches!(value.trim_ascii(), "" | "false"))
        && is_field(element)
}

fn is_field(element: Element<'_>) -> bool {
    let role = element.role();
    let is_field = (role.is_a(Role::Input) && role != Role::Option) || matches!(role, Role::Listbox | Role::RadioGroup);
    is_field && element.is_in_accessibility_tree()
}

/// A message that the field points at and that says more than that there is an error. Without one, any text that
/// is no label, button or choice may be the message, wherever it stands, and so may a part of the label.
fn of_field(field: Element<'_>, may_tell: &mut HashMap<NodeId, bool>) -> Outcome {
    let messages = field.referenced("aria-errormessage").filter(|message| !message.is_programmatically_hidden());
    let mut said: Vec<String> = messages.map(Element::visible_inner_text).collect();
    said.push(field.accessible_description());
    said.retain(|message| !message.is_empty());
    if said.iter().any(|message| !says_nothing(message, field.accessible_name())) {
        return Outcome::Passed;
    }
    if !said.is_empty() {
        return Outcome::failed(EMPTY_MESSAGE);
    }
    let Some(root) = field.flat_lineage().last() else { return Outcome::needs_review(ASKS) };
    let may_tell = may_tell
        .entry(root.id())
        .or_insert_with(|| messages_in(root).next().is_some() || root.descendants().any(may_show_words));
    let is_part = |label: Element<'_>| label.descendants().any(|part| !own_text(part).trim().is_empty());
    if *may_tell || field.labels().any(is_part) {
        return Outcome::needs_review(ASKS);
    }
    Outcome::failed("it is marked as wrong, and no text says what is wrong")
}

const EMPTY_MESSAGE: &str = "the message says that there is an error, and not which";

/// What a form says of errors, if it has a field and marks none. If all it says names a field and no reason, that fails.
fn of_form(form: Element<'_>) -> Vec<(Element<'_>, Outcome)> {
    let is_error = |message: &Element<'_>| speaks_of_error(&own_text(*message));
    let mut said: Vec<_> = messages_in(form).collect();
    if !said.iter().any(is_error) {
        return Vec::new();
    }
    let fields: Vec<_> = form.descendants().filter(|part| is_field(*part)).collect();
    if fields.is_empty() || fields.iter().any(|field| is_marked(*field)) {
        return Vec::new();
    }
    let names = fields.iter().map(|field| field.accessible_name()).collect::<Vec<_>>().join(" ");
    let is_empty = said
        .iter()
        .all(|message| says_nothing(&own_text(*message), &names) && names_field(&own_text(*message), &names))
        && !form.descendants().any(may_show_words)
        && said.iter().all(|message| message.is_visible());
    let is_ambiguous =
        said.iter().any(|message| names_several(*message, &fields)) && said.iter().all(|one| one.is_visible());
    said.retain(is_error);
    let outcome = if is_ambiguous && !form.descendants().any(may_show_words) {
        Outcome::failed(
            "the message names a field by a name that several of them have, and does not say which of them it is",
        )
    } else if is_empty {
        Outcome::failed(EMPTY_MESSAGE)
    } else {
        Outcome::needs_review(ASKS_OF_TEXT)
    };
    said.into_iter().map(|message| (message, outcome.clone())).collect()
}

fn group_of(field: Element<'_>) -> Option<Element<'_>> {
    field.flat_lineage().skip(1).find(|around| around.is("fieldset"))
}

/// Whether a message asks for a field by a name that fields in different groups have, says nothing of these, and neither
/// stands in one of them nor belongs to a field.
fn names_several(message: Element<'_>, fields: &[Element<'_>]) -> bool {
    let groups: Vec<_> = fields.iter().filter_map(|field| group_of(*field)).collect();
    let is_apart = !message.flat_lineage().any(|around| groups.contains(&around));
    let text = own_text(message);
    let says_group = groups.iter().any(|group| names_field(&text, group.accessible_name()));
    let points = |field: &Element<'_>| {
        ["aria-describedby", "aria-errormessage"].iter().any(|by| field.referenced(by).any(|told| told == message))
    };
    let is_asked_for = |field: &Element<'_>| asks_for(&text, field.accessible_name());
    let has_twin = |field: &Element<'_>| {
        let is_twin = |other: &&Element<'_>| {
            other.accessible_name() == field.accessible_name() && group_of(**other) != group_of(*field)
        };
        fields.iter().any(|other| is_twin(&other)) && group_of(*field).is_some()
    };
    is_apart
        && !says_group
        && !fields.iter().any(points)
        && fields.iter().any(|field| is_asked_for(field) && has_twin(field))
}

fn own_text(element: Element<'_>) -> String {
    element.own_texts().map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}

/// The elements in a form that hold text anybody sees or hears, beside labels, legends, choices and what is pressed; or
/// that the form points at with `aria-describedby` although nobody sees them.
fn messages_in(form: Element<'_>) -> impl Iterator<Item = Element<'_>> {
    const NAMES: &[&str] = &[
        "button", "caption", "head", "label", "legend", "noscript", "option", "script", "style", "template",
        "textarea", "title",
    ];
    let described: Vec<_> = form.descendants().flat_map(|part| part.referenced("aria-describedby")).collect();
    let is_name = move |element: Element<'_>| {
        element.flat_lineage().take_while(|around| *around != form).any(|around| NAMES.contains(&around.name()))
            || element.names().next().is_some()
    };
    std::iter::once(form).chain(form.descendants()).filter(move |element| {
        element.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric))
            && (!element.is_programmatically_hidden() || described.contains(element))
            && !is_name(*element)
    })
}

/// Pictures, and what CSS writes.
fn may_show_words(element: Element<'_>) -> bool {
    (element.role() == Role::Img && !element.accessible_name().is_empty()) || element.generated().is_some()
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
                ("<label>a <input aria-invalid=true aria-describedby=e></label><p id=e>Too long</p>", Expect::Passed),
                ("<label>a <input aria-invalid=true aria-errormessage=e></label><p id=e>Too long</p>", Expect::Passed),
                ("<select aria-label=a aria-invalid=spelling title='Not a day'><option>b</select>", Expect::Passed),
                ("<label>a <input aria-invalid=true></label>", Expect::Failed),
                (
                    "<form><label>a <input aria-invalid=true></label><button>Send</button></form><p>Too long</p>",
                    Expect::NeedsReview,
                ),
                (
                    "<label>a <input aria-invalid=true aria-errormessage=e></label><p hidden id=e>Too long</p>",
                    Expect::Failed,
                ),
                ("<label>a <input aria-invalid=true aria-describedby=e></label><p id=e>Error!</p>", Expect::Failed),
                (
                    "<label>a <input aria-invalid=true aria-describedby=e></label><p id=e>قيمة غير صالحة</p>",
                    Expect::Failed,
                ),
                ("<form><label>Age <input></label><p>Invalid value for age.</p></form>", Expect::Failed),
                (
                    "<form><label>Age <input></label><p>Invalid value for age. It must be a number.</p></form>",
                    Expect::NeedsReview,
                ),
                (
                    "<form><fieldset><legend>Goods</legend><label>Name <input></label></fieldset><fieldset><legend>Bill</legend><label>Name <input></label></fieldset><p>Please fill in the name.</p></form>",
                    Expect::Failed,
                ),
                (
                    "<form><fieldset><legend>كتاب</legend><label>الاسم <input></label></fieldset><fieldset><legend>ب</legend><label>الاسم <input></label></fieldset><p>خطأ: الحقول فارغة. يرجى إدخال الاسم.</p></form>",
                    Expect::Failed,
                ),
                (
                    "<form><fieldset><legend>Goods</legend><label>Name <input></label></fieldset><fieldset><legend>Bill</legend><label>Name <input></label></fieldset><p>Please fill in the name for the bill.</p></form>",
                    Expect::NeedsReview,
                ),
                (
                    "<form><fieldset><legend>Goods</legend><label>Name <input></label></fieldset><label>Day <input></label><p>Please fill in the name.</p></form>",
                    Expect::NeedsReview,
                ),
                (
                    "<form><label>a <input></label><p hidden id=e>Invalid</p><button aria-describedby=e>b</button></form>",
                    Expect::NeedsReview,
                ),
                ("<form><label>a <input></label><p>يرجى التحقق: خطأ في الاسم</p></form>", Expect::NeedsReview),
                ("<form><label>a <input></label><p hidden>Invalid</p></form>", Expect::Inapplicable),
                ("<form><label>Error <input></label><button>Error</button></form>", Expect::Inapplicable),
                ("<label>a <input aria-invalid=true></label><img src=a alt='Too long'>", Expect::NeedsReview),
                (
                    "<style>label::after { content: 'Too long' }</style><label>a <input aria-invalid=true></label>",
                    Expect::NeedsReview,
                ),
                ("<label>a <input aria-invalid=false></label>", Expect::Inapplicable),
                ("<label hidden>a <input aria-invalid=true></label>", Expect::Inapplicable),
                ("<p aria-invalid=true>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
