//! A label points at a field.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "label-points-somewhere",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "The `for` of a label must point at a field",
        why: "The label names nothing, and a click on it does nothing: a field that is easy to miss with a shaky hand stays small.",
        fix: "Give the field the id that `for` says, or put the field into the label and take `for` away.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تشير `for` في التسمية إلى حقل",
        why: "التسمية لا تسمّي شيئًا، والنقر عليها لا يفعل شيئًا: يبقى الحقل صغيرًا على من ترتجف يده.",
        fix: "أعطِ الحقل المعرّف `id` المذكور في `for`، أو ضع الحقل داخل التسمية واحذف `for`.",
        asks: "",
    },
    fa: Words {
        title: "`for` در برچسب باید به یک فیلد اشاره کند",
        why: "برچسب به چیزی نام نمی‌دهد و کلیک روی آن هیچ نمی‌کند: فیلد برای کسی که دستش می‌لرزد کوچک می‌ماند.",
        fix: "به فیلد همان `id` را بدهید که در `for` آمده، یا فیلد را داخل برچسب بگذارید و `for` را بردارید.",
        asks: "",
    },
    good: &[r#"<label for="city">City</label><input id="city">"#],
    bad: &[
        r#"<label for="town">City</label><input id="city">"#,
        r#"<label for="city">City</label><div id="city"></div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Labels with a `for` that are shown. A custom element may be a field (HTML, form-associated custom elements).
fn applicability(element: Element<'_>) -> bool {
    element.is("label")
        && element.has_attribute("for")
        && !element.is_programmatically_hidden()
        && !target(element).is_some_and(Element::is_custom)
}

fn target(label: Element<'_>) -> Option<Element<'_>> {
    label.attribute("for").and_then(|id| label.by_id(id))
}

/// An element with that id is in the same tree, and a label can label it (HTML, labelable elements,
/// <https://html.spec.whatwg.org/multipage/forms.html#category-label>).
fn expectation(label: Element<'_>) -> Outcome {
    let id = label.attribute("for").unwrap_or_default();
    match target(label) {
        Some(field) if field.is_labelable() => Outcome::Passed,
        Some(other) if other.is("input") => {
            Outcome::failed(format!("`for` points at `{id}`, a hidden field that nobody fills in"))
        }
        Some(other) => {
            Outcome::failed(format!("`for` points at `{id}`, a `<{}>`, which no label can name", other.name()))
        }
        None => Outcome::failed(format!("`for` points at `{id}`, which is nowhere on the page")),
    }
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
                ("<label for=c>City</label><input id=c>", Expect::Passed),
                ("<output id=o></output><label for=o>Sum</label>", Expect::Passed),
                ("<label for=c>City</label><input id=d>", Expect::Failed),
                ("<label for=''>City</label><input id=c>", Expect::Failed),
                ("<label for=c>City <input></label>", Expect::Failed),
                ("<label for=c>City</label><div id=c role=textbox></div>", Expect::Failed),
                ("<label for=c>City</label><fieldset id=c></fieldset>", Expect::Failed),
                ("<label for=c>City</label><input type=hidden id=c>", Expect::Failed),
                (
                    "<label for=c>City</label><div><template shadowrootmode=open><input id=c></template></div>",
                    Expect::Failed,
                ),
                ("<label>City <input></label>", Expect::Inapplicable),
                ("<label for=c>City</label><x-field id=c></x-field>", Expect::Inapplicable),
                ("<label for=c hidden>City</label>", Expect::Inapplicable),
                ("<output for=c></output>", Expect::Inapplicable),
            ],
        );
    }
}
