//! Choosing changes a value, and nothing else (WCAG 2.2, failure F36 and F37,
//! <https://www.w3.org/WAI/WCAG22/Understanding/on-input.html>).

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "Does choosing here lead away or send the form at once, and does nothing say so before it?";

pub const RULE: Rule = Rule {
    id: "choice-does-not-navigate",
    criteria: &[wcag::ON_INPUT],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Choosing a value must not lead to another page or send the form",
        why: "With the keyboard, each arrow key chooses the next value. Whoever wants the fifth is sent away at the first.",
        fix: "Add a button that does it, and let the choice only choose. Or say before the field what choosing does.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب ألا ينقل اختيار قيمة إلى صفحة أخرى ولا أن يرسل النموذج",
        why: "مع لوحة المفاتيح يختار كل ضغط على السهم القيمة التالية، فمن أراد الخامسة أُخذ بعيدًا عند الأولى.",
        fix: "أضف زرًا يقوم بذلك واجعل الاختيار مجرد اختيار، أو اذكر قبل الحقل ما يفعله الاختيار.",
        asks: "هل ينقل الاختيار هنا إلى مكان آخر أو يرسل النموذج فورًا من دون تنبيه سابق؟",
    },
    fa: Words {
        title: "انتخاب یک مقدار نباید به صفحهٔ دیگری ببرد یا فرم را بفرستد",
        why: "با صفحه‌کلید هر کلید جهت مقدار بعدی را برمی‌گزیند. کسی که پنجمی را می‌خواهد با اولی از صفحه بیرون برده می‌شود.",
        fix: "دکمه‌ای برای این کار بگذارید و انتخاب را فقط انتخاب نگه دارید، یا پیش از فیلد بگویید انتخاب چه می‌کند.",
        asks: "آیا انتخاب در اینجا بی‌درنگ به جای دیگری می‌برد یا فرم را می‌فرستد، بی‌آن‌که پیش‌تر گفته شده باشد؟",
    },
    good: &[r#"<select name="language"><option>English</option><option>فارسی</option></select> <button>Go</button>"#],
    bad: &[r#"<select onchange="location = this.value"><option>English</option><option>فارسی</option></select>"#],
    check: Check::Each { applicability, expectation },
};

/// Lists, radio buttons and checkboxes that do something when they change, as far as markup says.
fn applicability(element: Element<'_>) -> bool {
    let kind = || element.attribute("type").unwrap_or_default().to_ascii_lowercase();
    let is_choice = element.is("select") || (element.is("input") && matches!(kind().as_str(), "radio" | "checkbox"));
    is_choice && script(element).next().is_some() && element.is_focusable()
}

fn script(element: Element<'_>) -> impl Iterator<Item = &str> {
    ["onchange", "oninput"].into_iter().filter_map(move |name| element.attribute(name))
}

/// No word in the script that leads elsewhere.
fn expectation(choice: Element<'_>) -> Outcome {
    const LEADS: &[&str] = &["location", "submit(", "window.open(", ".href", "navigate("];
    let leads = |script: &str| LEADS.iter().any(|word| script.contains(word));
    if script(choice).any(leads) { Outcome::needs_review(ASKS) } else { Outcome::Passed }
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
                ("<select onchange='sum()'></select>", Expect::Passed),
                ("<select onchange='window.location.href = value'></select>", Expect::NeedsReview),
                ("<select onchange='form.submit()'></select>", Expect::NeedsReview),
                ("<input type=radio oninput='this.form.requestSubmit(); submit()'>", Expect::NeedsReview),
                ("<select></select>", Expect::Inapplicable),
                ("<select disabled onchange='form.submit()'></select>", Expect::Inapplicable),
                ("<select hidden onchange='form.submit()'></select>", Expect::Inapplicable),
                ("<input onchange='form.submit()'>", Expect::Inapplicable),
            ],
        );
    }
}
