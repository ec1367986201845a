//! What `autocomplete` says is what HTML knows (<https://act-rules.github.io/rules/73f2c2>; HTML, autofill detail tokens,
//! <https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-detail-tokens>).

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "Its type and its `autocomplete` ask for different things. Which of the two is meant?";

pub const RULE: Rule = Rule {
    id: "autocomplete-is-valid",
    criteria: &[wcag::IDENTIFY_INPUT_PURPOSE],
    act: &["73f2c2"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "`autocomplete` must be a value that HTML knows",
        why: "Browsers fill in fields for people who find typing or remembering hard, and helpers show a picture of what is asked. A wrong value helps nobody.",
        fix: "Write a value from HTML's list, such as `email` or `shipping street-address`, in this order: `section-…`, `shipping` or `billing`, `home`, `work`, `mobile`, `fax` or `pager`, then the field.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن تكون قيمة `autocomplete` مما تعرفه HTML",
        why: "يملأ المتصفح الحقول عمّن تشقّ عليه الكتابة أو التذكّر، وتعرض أدوات مساعدة صورةً تدل على المطلوب. والقيمة الخاطئة لا تنفع أحدًا.",
        fix: "اكتب قيمة من قائمة HTML مثل `email` أو `shipping street-address` بهذا الترتيب: `section-…`، ثم `shipping` أو `billing`، ثم `home` أو `work` أو `mobile` أو `fax` أو `pager`، ثم الحقل.",
        asks: "نوع الحقل وقيمة `autocomplete` فيه يطلبان شيئين مختلفين. أيهما المقصود؟",
    },
    fa: Words {
        title: "مقدار `autocomplete` باید از مقدارهای شناخته‌شدهٔ HTML باشد",
        why: "مرورگر به جای کسانی که نوشتن یا به یاد آوردن برایشان دشوار است فیلدها را پر می‌کند و ابزارهای کمکی کنار هر فیلد نشانه‌ای می‌گذارند. مقدار نادرست به کار هیچ‌کس نمی‌آید.",
        fix: "مقداری از فهرست HTML بنویسید، مانند `email` یا `shipping street-address`، به این ترتیب: `section-…`، بعد `shipping` یا `billing`، بعد `home`، `work`، `mobile`، `fax` یا `pager`، و در پایان نام فیلد.",
        asks: "نوع فیلد و `autocomplete` آن دو چیز متفاوت می‌خواهند. کدام یک منظور است؟",
    },
    good: &[
        r#"<label>E-mail <input type="email" autocomplete="email"></label>"#,
        r#"<label>Street <input autocomplete="section-gift shipping address-line1"></label>"#,
    ],
    bad: &[
        r#"<label>E-mail <input type="email" autocomplete="e-mail"></label>"#,
        r#"<label>Street <input autocomplete="home address-line1"></label>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Fields with an `autocomplete` that says something, unless they are hidden from everybody, disabled, of a type that
/// nobody fills in, or neither reached by Tab nor a widget.
fn applicability(element: Element<'_>) -> bool {
    ["input", "select", "textarea"].iter().any(|name| element.is(name))
        && element.attribute("autocomplete").is_some_and(|value| !value.trim_ascii().is_empty())
        && !matches!(kind(element).as_str(), "hidden" | "button" | "submit" | "reset")
        && !element.is_disabled()
        && element.attribute("aria-disabled") != Some("true")
        && (element.is_in_tab_order() || element.role().is_widget())
        && (element.visible() != Certainty::No || element.is_in_accessibility_tree())
}

fn kind(field: Element<'_>) -> String {
    let kind = field.attribute("type").filter(|_| field.is("input")).unwrap_or_default();
    kind.trim_ascii().to_ascii_lowercase()
}

/// HTML's grammar, whatever the case of letters; then a control that suits what is asked for.
fn expectation(field: Element<'_>) -> Outcome {
    let value = field.attribute("autocomplete").unwrap_or_default().to_ascii_lowercase();
    let tokens: Vec<&str> = value.split_ascii_whitespace().collect();
    if matches!(tokens[..], ["on" | "off"]) {
        return Outcome::Passed;
    }
    if tokens == ["webauthn"] {
        return Outcome::needs_review(
            "Its `autocomplete` is `webauthn` alone, which says nothing of what is asked. Is it?",
        );
    }
    match field_of(&tokens) {
        Err(what) => Outcome::failed(what),
        Ok(asked) if suits(asked, &kind(field)) => Outcome::Passed,
        Ok(_) => Outcome::needs_review(ASKS),
    }
}

/// The field that tokens name, or what is wrong with them.
fn field_of<'v>(tokens: &[&'v str]) -> Result<&'v str, String> {
    let mut rest = tokens;
    let mut take = |is_it: &dyn Fn(&str) -> bool| match rest {
        [first, others @ ..] if is_it(first) => {
            rest = others;
            Some(*first)
        }
        _ => None,
    };
    take(&|token| token.starts_with("section-"));
    take(&|token| matches!(token, "shipping" | "billing"));
    let contact = take(&|token| matches!(token, "home" | "work" | "mobile" | "fax" | "pager"));
    let is_field = |token: &str| is_in(FIELDS, token);
    let is_contact = |token: &str| is_in(CONTACTS, token);
    let Some(field) = take(&|token| is_contact(token) || (contact.is_none() && is_field(token))) else {
        return Err(match (rest.first(), contact) {
            (Some(token), Some(contact)) if is_field(token) => {
                format!("its `autocomplete` says `{contact}`, which cannot stand before `{token}`")
            }
            (Some(token), _) if is_known(token) => format!("in its `autocomplete`, `{token}` is not in its place"),
            (Some(token), _) => format!("its `autocomplete` says `{token}`, which HTML does not know"),
            (None, _) => "its `autocomplete` names no field".to_owned(),
        });
    };
    take(&|token| token == "webauthn");
    match rest.first() {
        Some(token) => {
            Err(format!("in its `autocomplete`, `{token}` stands behind `{field}`, where nothing may follow"))
        }
        None => Ok(field),
    }
}

fn is_in(list: &str, token: &str) -> bool {
    list.split(' ').any(|known| known == token)
}

fn is_known(token: &str) -> bool {
    const OTHERS: &str = "on off shipping billing home work mobile fax pager webauthn";
    [OTHERS, FIELDS, CONTACTS].iter().any(|list| is_in(list, token)) || token.starts_with("section-")
}

const FIELDS: &str = "name honorific-prefix given-name additional-name family-name honorific-suffix nickname username \
    new-password current-password one-time-code organization-title organization street-address address-line1 \
    address-line2 address-line3 address-level4 address-level3 address-level2 address-level1 country country-name \
    postal-code cc-name cc-given-name cc-additional-name cc-family-name cc-number cc-exp cc-exp-month cc-exp-year cc-csc \
    cc-type transaction-currency transaction-amount language bday bday-day bday-month bday-year sex url photo";

/// Those that `home` or `mobile` may stand before.
const CONTACTS: &str = "tel tel-country-code tel-national tel-area-code tel-local tel-local-prefix tel-local-suffix \
    tel-extension email impp";

/// Whether a control of this type can take what is asked for (HTML, control groups). More than HTML says is let pass
/// where digits are typed: keyboards of telephones are borrowed for them.
fn suits(field: &str, kind: &str) -> bool {
    let is_digits = || {
        field.starts_with("tel")
            || field.starts_with("cc-")
            || field.starts_with("bday-")
            || matches!(field, "postal-code" | "one-time-code" | "transaction-amount")
    };
    match kind {
        "email" => matches!(field, "email" | "username"),
        "url" => matches!(field, "url" | "photo" | "impp"),
        "password" => matches!(field, "new-password" | "current-password" | "one-time-code" | "cc-csc"),
        "tel" => is_digits() || field == "username",
        "number" => is_digits(),
        "date" => field == "bday",
        "month" => field == "cc-exp",
        "checkbox" | "color" | "datetime-local" | "file" | "image" | "radio" | "range" | "time" | "week" => false,
        _ => true,
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
                ("<input autocomplete=username>", Expect::Passed),
                ("<input autocomplete=' NAME '>", Expect::Passed),
                ("<input autocomplete=off>", Expect::Passed),
                ("<select autocomplete=country><option>a</select>", Expect::Passed),
                ("<textarea autocomplete='billing street-address'></textarea>", Expect::Passed),
                ("<input type=email autocomplete='section-a shipping work email'>", Expect::Passed),
                ("<input autocomplete='username webauthn'>", Expect::Passed),
                ("<input type=tel autocomplete=cc-number>", Expect::Passed),
                ("<input type=email autocomplete=username>", Expect::Passed),
                ("<div aria-hidden=true><input autocomplete=name></div>", Expect::Passed),
                ("<input autocomplete=nonsense>", Expect::Failed),
                ("<input autocomplete='work name'>", Expect::Failed),
                ("<input autocomplete='work shipping email'>", Expect::Failed),
                ("<input autocomplete='shipping section-a email'>", Expect::Failed),
                ("<input autocomplete='email work'>", Expect::Failed),
                ("<input autocomplete='given-name family-name'>", Expect::Failed),
                ("<input autocomplete='name, email'>", Expect::Failed),
                ("<input autocomplete='section-a'>", Expect::Failed),
                ("<input autocomplete='webauthn email'>", Expect::Failed),
                ("<input type=url autocomplete=email>", Expect::NeedsReview),
                ("<input type=checkbox autocomplete=name>", Expect::NeedsReview),
                ("<input autocomplete=webauthn>", Expect::NeedsReview),
                ("<input autocomplete=''>", Expect::Inapplicable),
                ("<input autocomplete=' '>", Expect::Inapplicable),
                ("<input type=hidden autocomplete=nonsense>", Expect::Inapplicable),
                ("<input disabled autocomplete=nonsense>", Expect::Inapplicable),
                ("<input aria-disabled=true autocomplete=nonsense>", Expect::Inapplicable),
                ("<input hidden autocomplete=nonsense>", Expect::Inapplicable),
                ("<input role=img tabindex=-1 autocomplete=nonsense>", Expect::Inapplicable),
                ("<form autocomplete=nonsense><input></form>", Expect::Inapplicable),
            ],
        );
    }
}
