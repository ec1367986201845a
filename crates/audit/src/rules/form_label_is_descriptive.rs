//! A label says what its field is for (<https://act-rules.github.io/rules/cc0f0a>; WCAG 2.2, 2.4.6,
//! <https://www.w3.org/WAI/WCAG22/Understanding/headings-and-labels.html>).

use crate::page::{Element, Role, folded};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "form-label-is-descriptive",
    criteria: &[wcag::HEADINGS_AND_LABELS],
    act: &["cc0f0a"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "The label of a field must say what the field is for",
        why: "Who sees only a part of the page, or hears one field after another, has the label alone to go by.",
        fix: "Write what is asked for, such as \"Day of arrival\".",
        asks: "Does this label say what its field is for?",
    },
    ar: Words {
        title: "يجب أن تقول تسمية الحقل ما الغرض منه",
        why: "من يرى جزءًا من الصفحة فقط، أو يسمع حقلًا بعد حقل، لا دليل له إلا التسمية.",
        fix: "اكتب المطلوب، مثل «يوم الوصول».",
        asks: "هل تقول هذه التسمية ما الغرض من حقلها؟",
    },
    fa: Words {
        title: "برچسب فیلد باید بگوید فیلد برای چیست",
        why: "کسی که فقط بخشی از صفحه را می‌بیند، یا فیلدها را یکی‌یکی می‌شنود، جز برچسب راهنمایی ندارد.",
        fix: "آنچه را می‌خواهید بنویسید، مانند «روز ورود».",
        asks: "آیا این برچسب می‌گوید فیلدش برای چیست؟",
    },
    good: &["<label>Day of arrival <input></label>"],
    bad: &["<label>Text field <input></label>", "<label>??? <input></label>"],
    check: Check::Each { applicability, expectation },
};

/// Fields that assistive technologies find, with labels that can be seen.
fn applicability(element: Element<'_>) -> bool {
    let may_be_field =
        ["input", "select", "textarea"].iter().any(|name| element.is(name)) || element.has_attribute("role");
    may_be_field
        && (is_field(element.role()) || takes_time(element))
        && element.is_in_accessibility_tree()
        && !said(element).is_empty()
}

/// The roles that ACT calls form fields.
fn is_field(role: Role) -> bool {
    use Role::{
        Checkbox, Combobox, Listbox, MenuItemCheckbox, MenuItemRadio, Radio, Searchbox, Slider, SpinButton, Switch,
        Textbox,
    };
    matches!(
        role,
        Checkbox
            | Combobox
            | Listbox
            | MenuItemCheckbox
            | MenuItemRadio
            | Radio
            | Searchbox
            | Slider
            | SpinButton
            | Switch
            | Textbox
    )
}

/// Fields for dates and times, for which there is no role.
fn takes_time(field: Element<'_>) -> bool {
    let kind = field.attribute("type").filter(|_| field.is("input")).unwrap_or_default().to_ascii_lowercase();
    matches!(kind.as_str(), "date" | "datetime-local" | "month" | "time" | "week")
}

/// The words of its labels.
fn said(field: Element<'_>) -> String {
    let pointed_at: Vec<_> = field.referenced("aria-labelledby").collect();
    let labels = if pointed_at.is_empty() { field.labels().collect() } else { pointed_at };
    let words = labels.into_iter().map(|label| {
        // The field's own words are not its label's.
        let texts = std::iter::once(label)
            .chain(label.descendants())
            .filter(|part| part.is_visible() && !is_field(part.role()));
        let texts = texts.filter(|part| !part.is("option") && !part.is("script") && !part.is("style"));
        texts.flat_map(|part| part.own_texts().map(|(_, text)| text)).collect::<Vec<_>>().join(" ")
    });
    words.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// Words that say what can be seen anyway, or nothing, in the languages we can read.
const NONSENSE: &str = "asdf|qwerty|foo|lorem ipsum|text field|textfield|text box|textbox|input field|form field|untitled|\
    حقل نص|حقل النص|حقل ادخال|مربع نص|بدون عنوان|فیلد متن|فیلد متنی|کادر متن|بی عنوان";

/// Words that may say what a field is for, and more often do not.
const DOUBTFUL: &str = "field|input|label|text|value|data|menu|item|info|information|enter|enter here|type here|click here|\
    write here|select|choose|choose one|option|options|other|test|fill in|please fill in|حقل|نص|قیمه|بیانات|قایمه|عنصر|\
    ادخل|اکتب هنا|اختر|خیار|فیلد|متن|مقدار|داده|منو|مورد|وارد کنید|اینجا بنویسید|انتخاب کنید|گزینه";

/// A word at least, and none of those that say nothing. Words that only listeners hear are for other rules.
fn expectation(field: Element<'_>) -> Outcome {
    let said = said(field);
    // Its name may say more than can be seen.
    if folded(&said) != folded(field.accessible_name()) {
        return Outcome::Passed;
    }
    if !said.chars().any(char::is_alphanumeric) && is_punctuation(&said) {
        return Outcome::failed(format!("its label is `{said}`, in which there is no word"));
    }
    let words = folded(&said).replace('ة', "ه").replace('ئ', "ی");
    let words = words.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_one_of = |list: &str| list.split('|').any(|known| known == words);
    if is_one_of(NONSENSE) && !is_choice(field) {
        return Outcome::failed(format!("its label is `{said}`, which says nothing of what to write there"));
    }
    if is_one_of(DOUBTFUL) && takes_time(field) && is_all_there_is(field) {
        return Outcome::failed(format!(
            "its label is `{said}`, which does not say what day or time is asked for, and nothing else does"
        ));
    }
    if is_one_of(DOUBTFUL) && !is_choice(field) {
        return Outcome::needs_review(format!("Does \"{said}\" say what the field is for, where it stands?"));
    }
    Outcome::Passed
}

/// Whether its labels are the only thing on the page that is seen beside it.
fn is_all_there_is(field: Element<'_>) -> bool {
    let labels: Vec<_> = field.labels().chain(field.referenced("aria-labelledby")).collect();
    let tells = |part: Element<'_>| {
        part.own_texts().any(|(_, text)| !text.trim().is_empty())
            || ["img", "svg", "canvas", "video", "object", "embed", "iframe"].contains(&part.name())
            || part.generated().is_some()
    };
    let is_label = |part: Element<'_>| part.flat_lineage().any(|around| labels.contains(&around));
    let is_read = |part: Element<'_>| part.is_visible() && !["script", "style"].contains(&part.name());
    !field.page().elements().any(|part| is_read(part) && tells(part) && !is_label(part))
        && field.accessible_description().is_empty()
}

/// Pictures, and signs such as that of a currency, may well say something.
fn is_punctuation(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || "?!.,:;*-_/|'…".contains(letter))
}

/// What is ticked may be called anything: "Other", "Text".
fn is_choice(field: Element<'_>) -> bool {
    let role = field.role();
    role.is_a(Role::Checkbox)
        || matches!(role, Role::Radio | Role::MenuItemRadio | Role::MenuItemCheckbox | Role::Switch)
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
                ("<label>Day of arrival <input></label>", Expect::Passed),
                ("<p id=a>روز ورود</p><div role=textbox aria-labelledby=a></div>", Expect::Passed),
                ("<label>🔍 <input></label>", Expect::Passed),
                ("<label>$ <input></label>", Expect::Passed),
                ("<label>... <input aria-label='Year of arrival'></label>", Expect::Passed),
                ("<label>Other <input type=radio></label>", Expect::Passed),
                ("<label>Day <select><option>Text field</option></select></label>", Expect::Passed),
                ("<label>Text field: <input></label>", Expect::Failed),
                ("<label>Lorem ipsum <textarea></textarea></label>", Expect::Failed),
                ("<label>... <input></label>", Expect::Failed),
                ("<label>حقل نصّ <input></label>", Expect::Failed),
                ("<label>فيلد متني <input></label>", Expect::Failed),
                ("<label>Info <input type=date></label>", Expect::Failed),
                ("<p>Birth</p><label>Info <input type=date></label>", Expect::NeedsReview),
                ("<label>Menu <input></label>", Expect::NeedsReview),
                ("<label>أدخل <input></label>", Expect::NeedsReview),
                ("<label>قائمة <input></label>", Expect::NeedsReview),
                ("<label>وارد کنید: <input></label>", Expect::NeedsReview),
                ("<input aria-label='Text field'>", Expect::Inapplicable),
                ("<label hidden>Text field <input></label>", Expect::Inapplicable),
                ("<label><input></label>", Expect::Inapplicable),
                ("<label>Text field</label>", Expect::Inapplicable),
                ("<label>Text field <button>a</button></label>", Expect::Inapplicable),
            ],
        );
    }
}
