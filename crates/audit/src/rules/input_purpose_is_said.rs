//! A field that asks for something of the visitor's own says so in a way that programs understand (WCAG 2.2, input purposes,
//! <https://www.w3.org/TR/WCAG22/#input-purposes>).

use crate::page::{Element, folded};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;
use std::sync::LazyLock;

pub const RULE: Rule = Rule {
    id: "input-purpose-is-said",
    criteria: &[wcag::IDENTIFY_INPUT_PURPOSE],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A field for the visitor's own name, address or number must say so with `autocomplete`",
        why: "Who finds typing hard lets the browser fill it in, and who finds reading hard is shown a picture. Both need to know what the field is for.",
        fix: "Add the `autocomplete` value for what is asked, such as `name`, `email` or `tel`.",
        asks: "Is this the visitor's own? Then say so with `autocomplete`.",
    },
    ar: Words {
        title: "على الحقل الذي يطلب اسم الزائر أو عنوانه أو رقمه أن يصرّح بذلك في `autocomplete`",
        why: "من تشقّ عليه الكتابة يترك للمتصفح ملء الحقل، ومن تشقّ عليه القراءة تُعرض له صورة. وكلاهما يحتاج إلى معرفة الغرض من الحقل.",
        fix: "أضف قيمة `autocomplete` المناسبة للمطلوب، مثل `name` أو `email` أو `tel`.",
        asks: "هل المطلوب يخصّ الزائر نفسه؟ إن كان كذلك فصرّح به في `autocomplete`.",
    },
    fa: Words {
        title: "فیلدی که نام، نشانی یا شمارهٔ خود بازدیدکننده را می‌خواهد باید آن را با `autocomplete` بگوید",
        why: "کسی که نوشتن برایش دشوار است پر کردن فیلد را به مرورگر می‌سپارد و کسی که خواندن برایش دشوار است نشانهٔ تصویری می‌بیند. هر دو باید بدانند فیلد برای چیست.",
        fix: "مقدار `autocomplete` مناسب را بیفزایید، مانند `name`، `email` یا `tel`.",
        asks: "آیا این اطلاعات از آنِ خود بازدیدکننده است؟ اگر آری، آن را با `autocomplete` بگویید.",
    },
    good: &[
        r#"<label>E-mail <input type="email" autocomplete="email"></label>"#,
        r#"<label>E-mail of your friend <input type="email"></label>"#,
    ],
    bad: &[
        r#"<label>E-mail <input type="email"></label>"#,
        r#"<label>رقم الهاتف <input type="tel" autocomplete="off"></label>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// What fields are called that plainly ask for one thing, in the languages we can read, and the value for it.
const PURPOSES: &[(&str, &[&str])] = &[
    (
        "name",
        &[
            "name",
            "your name",
            "full name",
            "الاسم",
            "اسمك",
            "الاسم الكامل",
            "نام",
            "نام شما",
            "نام کامل",
            "نام و نام خانوادگی",
        ],
    ),
    ("given-name", &["first name", "given name", "forename", "الاسم الأول", "نام کوچک"]),
    ("family-name", &["last name", "family name", "surname", "اسم العائلة", "الاسم الأخير", "اللقب", "نام خانوادگی"]),
    (
        "email",
        &[
            "email",
            "e-mail",
            "email address",
            "e-mail address",
            "your email",
            "your e-mail",
            "your email address",
            "البريد الإلكتروني",
            "بريدك الإلكتروني",
            "عنوان البريد الإلكتروني",
            "الإيميل",
            "ایمیل",
            "ایمیل شما",
            "پست الکترونیک",
            "پست الکترونیکی",
            "نشانی ایمیل",
            "آدرس ایمیل",
            "رایانامه",
        ],
    ),
    (
        "tel",
        &[
            "phone",
            "phone number",
            "telephone",
            "telephone number",
            "mobile",
            "mobile number",
            "mobile phone",
            "cell phone",
            "your phone number",
            "الهاتف",
            "رقم الهاتف",
            "رقم هاتفك",
            "الجوال",
            "رقم الجوال",
            "رقم الموبايل",
            "الهاتف المحمول",
            "تلفن",
            "شماره تلفن",
            "تلفن همراه",
            "موبایل",
            "شماره موبایل",
            "شماره همراه",
            "شماره تماس",
        ],
    ),
    (
        "street-address",
        &[
            "your address",
            "street address",
            "home address",
            "postal address",
            "عنوانك",
            "عنوان المنزل",
            "العنوان البريدي",
            "نشانی پستی",
            "آدرس پستی",
            "نشانی منزل",
        ],
    ),
    ("postal-code", &["postal code", "post code", "postcode", "zip", "zip code", "الرمز البريدي", "کد پستی", "کدپستی"]),
    ("bday", &["date of birth", "birthday", "birth date", "تاريخ الميلاد", "تاريخ ميلادك", "تاریخ تولد"]),
    ("username", &["username", "user name", "اسم المستخدم", "نام کاربری"]),
];

static BY_WORDS: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let rows = PURPOSES.iter().flat_map(|(value, words)| words.iter().map(|words| (folded(words), *value)));
    rows.collect()
});

/// Fields to write in whose name plainly asks for one of these, whose `autocomplete` says nothing of it.
fn applicability(field: Element<'_>) -> bool {
    takes_words(field) && !field.is_disabled() && !field.has_attribute("readonly") && purpose(field).is_some()
}

fn takes_words(field: Element<'_>) -> bool {
    let kind = || field.attribute("type").unwrap_or("text").to_ascii_lowercase();
    field.is("input") && matches!(kind().as_str(), "" | "text" | "email" | "tel" | "number" | "date")
        || field.is("textarea")
}

fn purpose(field: Element<'_>) -> Option<&'static str> {
    let is_end = |letter: char| !letter.is_alphanumeric();
    BY_WORDS.get(folded(field.accessible_name()).trim_matches(is_end)).copied()
}

/// Any value that HTML could fill in: whether it is a valid one, another rule says.
fn expectation(field: Element<'_>) -> Outcome {
    let said = field.attribute("autocomplete").unwrap_or_default().trim_ascii().to_ascii_lowercase();
    match purpose(field) {
        Some(purpose) if matches!(said.as_str(), "" | "on" | "off") => Outcome::needs_review(format!(
            "Does \"{}\" ask for the visitor's own? Then say so: `autocomplete=\"{purpose}\"`.",
            field.accessible_name()
        )),
        _ => Outcome::Passed,
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
                ("<label>Name <input autocomplete=name></label>", Expect::Passed),
                ("<label>Phone <input autocomplete='work tel'></label>", Expect::Passed),
                ("<label>First name <input autocomplete=nonsense></label>", Expect::Passed),
                ("<label>* E-mail: <input></label>", Expect::NeedsReview),
                ("<input aria-label='البريد الالكتروني'>", Expect::NeedsReview),
                ("<input placeholder='شماره‌ تلفن'>", Expect::NeedsReview),
                ("<label>كد پستي <input></label>", Expect::NeedsReview),
                ("<label>Home address <textarea></textarea></label>", Expect::NeedsReview),
                ("<label>Date of birth <input type=date autocomplete=off></label>", Expect::NeedsReview),
                ("<label>Name of the product <input></label>", Expect::Inapplicable),
                ("<label>Name <input type=search></label>", Expect::Inapplicable),
                ("<label>Name <input type=checkbox></label>", Expect::Inapplicable),
                ("<label>Name <input disabled></label>", Expect::Inapplicable),
                ("<label>Name <input readonly></label>", Expect::Inapplicable),
                ("<label hidden>Name <input></label>", Expect::Inapplicable),
            ],
        );
    }
}
