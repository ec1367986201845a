//! Choosing changes a value, and nothing else (WCAG 2.2, failure F36 and F37,
//! <https://www.w3.org/WAI/WCAG22/Understanding/on-input.html>).

use crate::page::{Change, Element, Observation};
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

/// Lists, radio buttons and checkboxes that do something when they change, as far as markup says or a browser has seen.
fn applicability(element: Element<'_>) -> bool {
    let kind = || element.attribute("type").unwrap_or_default().to_ascii_lowercase();
    let is_choice = element.is("select") || (element.is("input") && matches!(kind().as_str(), "radio" | "checkbox"));
    let is_told = is_choice && script(element).next().is_some();
    (is_told || change(element).is_some()) && element.is_focusable()
}

fn script(element: Element<'_>) -> impl Iterator<Item = &str> {
    ["onchange", "oninput"].into_iter().filter_map(move |name| element.attribute(name))
}

fn change(element: Element<'_>) -> Option<Change> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::OnInput(change) => Some(*change),
        _ => None,
    })
}

/// No word in the script that leads elsewhere, and nothing that was seen to. Where words about it stand near the field, or
/// only the focus goes on, a person decides.
fn expectation(choice: Element<'_>) -> Outcome {
    const LEADS: &[&str] = &["location", "submit(", "window.open(", ".href", "navigate("];
    let leads = |script: &str| LEADS.iter().any(|word| script.contains(word));
    let what = match change(choice) {
        None if script(choice).any(leads) => return Outcome::needs_review(ASKS),
        None => return Outcome::Passed,
        Some(Change::Leaves) => "with another value it leads to another page",
        Some(Change::SendsForm) => "with another value it sends the form",
        Some(Change::OpensWindow) => "with another value it opens a window",
        Some(Change::MovesFocus { .. } | Change::MovesOn | Change::DropsFocus) => {
            return Outcome::needs_review(ASKS);
        }
    };
    if may_be_told(choice) {
        return Outcome::needs_review(ASKS);
    }
    Outcome::failed(format!("{what}, and no words around it say so"))
}

/// Whether words near the field might say what choosing does: in its names, its description, and around it as far as its form
/// or the next few boxes reach. Words of other languages than ours are not understood.
fn may_be_told(choice: Element<'_>) -> bool {
    const WORDS: &[&str] = &[
        "automatic",
        "as soon as",
        "go to",
        "goes to",
        "immediate",
        "jump",
        "leads",
        "navigat",
        "open",
        "redirect",
        "refresh",
        "reload",
        "send",
        "submit",
        "switch",
        "take you",
        "takes you",
        "update",
        "when you",
        "will ",
        "visit",
        "تلقائي",
        "فور",
        "مباشرة",
        "ينقل",
        "انتقل",
        "اذهب",
        "يفتح",
        "يرسل",
        "إرسال",
        "خودکار",
        "بلافاصله",
        "بی‌درنگ",
        "باز می",
        "می‌برد",
        "برو",
        "می‌فرستد",
        "ارسال",
    ];
    const BOXES: usize = 4;
    const MOST: usize = 2_000;
    let understood = |tag: &str| {
        ["en", "ar", "fa"].iter().any(|known| tag.get(..2).is_some_and(|start| start.eq_ignore_ascii_case(known)))
    };
    let language = choice.flat_lineage().find_map(|around| around.attribute("lang"));
    if language.is_some_and(|tag| !understood(tag.trim())) {
        return true;
    }
    let says = |text: &str| {
        let text = text.to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    };
    if says(choice.accessible_name()) || says(&choice.accessible_description()) {
        return true;
    }
    for around in choice.flat_lineage().skip(1).take(BOXES) {
        let text = around.visible_inner_text();
        if text.len() > MOST || around.is("body") {
            // Of a whole page only what stands before the field would tell, and nobody reads all of it for that.
            return around.is("form") && says(&text);
        }
        if says(&text) {
            return true;
        }
        if around.is("form") {
            break;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check, of_button};
    use crate::page::{Change, Observation};
    use crate::rule::Outcome;

    #[test]
    fn what_was_seen_is_a_proof_where_nothing_tells_of_it() {
        let on_input = |change| of_button(&RULE, &[Observation::OnInput(change)]);
        for change in [Change::Leaves, Change::SendsForm, Change::OpensWindow] {
            assert!(matches!(on_input(change), Some(Outcome::Failed(_))), "{change:?}");
        }
        assert!(matches!(on_input(Change::MovesOn), Some(Outcome::NeedsReview(_))));
    }

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
