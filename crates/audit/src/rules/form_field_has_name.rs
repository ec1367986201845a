//! Form fields have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "form-field-has-name",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["e086e5"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Form fields must have an accessible name",
        why: "A screen reader says \"edit\" or \"checkbox\" and nothing else: nobody who does not see the page knows what to fill in.",
        fix: "Put a `<label>` around the field and its text, or point at the field with `for`.",
        asks: "Does a screen reader say what to fill in here? A style sheet or a script may name the field.",
    },
    ar: Words {
        title: "يجب أن يكون لحقول النماذج اسم مُتاح",
        why: "يقول قارئ الشاشة «تحرير» أو «مربع اختيار» ولا شيء غير ذلك: من لا يرى الصفحة لا يعرف ماذا يُدخل.",
        fix: "ضع الحقل ونصّه داخل `<label>`، أو أشر إلى الحقل بالخاصية `for`.",
        asks: "هل يقول قارئ الشاشة ماذا يُدخَل هنا؟ قد تسمّي الحقلَ ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "فیلدهای فرم باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان فقط می‌گوید «ویرایش» یا «کادر انتخاب»: کسی که صفحه را نمی‌بیند نمی‌داند چه باید وارد کند.",
        fix: "فیلد و متن آن را داخل `<label>` بگذارید، یا با `for` به فیلد اشاره کنید.",
        asks: "آیا صفحه‌خوان می‌گوید اینجا چه باید وارد کرد؟ شاید شیوه‌نامه یا اسکریپتی به فیلد نام بدهد.",
    },
    good: &[
        r#"<label>E-mail <input type="email"></label>"#,
        r#"<label for="city">City</label><select id="city"><option>Yazd</option></select>"#,
    ],
    bad: &[r#"<p>E-mail</p><input type="email">"#, r#"<input type="checkbox"> I agree"#],
    check: Check::Each { applicability, expectation },
};

/// Whatever has the role of a field, and inputs for which there is no role (HTML-AAM 1.0,
/// <https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings>), in the accessibility tree
/// (<https://act-rules.github.io/rules/e086e5>).
fn applicability(element: Element<'_>) -> bool {
    const FIELDS: &[Role] = &[
        Role::Checkbox,
        Role::Combobox,
        Role::Listbox,
        Role::MenuItemCheckbox,
        Role::MenuItemRadio,
        Role::Radio,
        Role::Searchbox,
        Role::Slider,
        Role::SpinButton,
        Role::Switch,
        Role::Textbox,
    ];
    let role = element.role();
    (FIELDS.contains(&role) || (role == Role::Unmapped && is_field_without_role(element)))
        && element.is_in_accessibility_tree()
}

fn is_field_without_role(element: Element<'_>) -> bool {
    const TYPES: &[&str] = &["color", "date", "datetime-local", "file", "month", "time", "week"];
    let kind = element.attribute("type").filter(|_| element.is("input"));
    kind.is_some_and(|own| TYPES.iter().any(|kind| own.eq_ignore_ascii_case(kind)))
}

/// A name that can be heard.
fn expectation(field: Element<'_>) -> Outcome {
    let is_labelled = field.labels().next().is_some();
    let nothing = if is_labelled { "its label says nothing" } else { "it has no label, and nothing else names it" };
    nameless::outcome(field, nothing)
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
                ("<label>City <input></label>", Expect::Passed),
                ("<label for=c>City</label><input id=c>", Expect::Passed),
                ("<input aria-label=City>", Expect::Passed),
                ("<input title=City>", Expect::Passed),
                ("<input placeholder=City>", Expect::Passed),
                ("<label>City <select></select></label>", Expect::Passed),
                ("<div role=checkbox>Agree</div>", Expect::Passed),
                ("<div role=switch aria-label=Wi-Fi></div>", Expect::Passed),
                ("<div role=menu><div role=menuitemradio>Small</div></div>", Expect::Passed),
                ("<input>", Expect::Failed),
                ("<label></label><input>", Expect::Failed),
                ("<label for=c></label><input id=c>", Expect::Failed),
                ("<label for=c>City</label><div id=c role=textbox></div>", Expect::Failed),
                ("<select><option>Yazd</select>", Expect::Failed),
                ("<textarea>City</textarea>", Expect::Failed),
                ("<input type=range>", Expect::Failed),
                ("<input type=search>", Expect::Failed),
                ("<input aria-labelledby=nowhere>", Expect::Failed),
                ("<div role=textbox contenteditable>City</div>", Expect::Failed),
                ("<div role=combobox>City</div>", Expect::Failed),
                ("<ul role=listbox><li role=option>Yazd</ul>", Expect::Failed),
                ("<div role=radio></div>", Expect::Failed),
                ("<div role=spinbutton>3</div>", Expect::Failed),
                ("<div role=menuitemcheckbox></div>", Expect::Failed),
                ("<x-field role=textbox></x-field>", Expect::NeedsReview),
                ("<input type=hidden>", Expect::Inapplicable),
                ("<input disabled hidden>", Expect::Inapplicable),
                ("<input type=submit>", Expect::Inapplicable),
                ("<input type=file role=button>", Expect::Inapplicable),
                ("<label>Born <input type=date></label>", Expect::Passed),
                ("<input type=COLOR title=Ink>", Expect::Passed),
                ("<label>Born</label><input type=date>", Expect::Failed),
                ("<label for=f></label><input type=file id=f>", Expect::Failed),
                ("<input type=week placeholder=Week>", Expect::Failed),
                (
                    "<style>label::after{content:counter(n)}</style><label><input type=time></label>",
                    Expect::NeedsReview,
                ),
                ("<div role=option></div>", Expect::Inapplicable),
                ("<input list=d aria-label=City><datalist id=d><option>Yazd</datalist>", Expect::Passed),
            ],
        );
    }
}
