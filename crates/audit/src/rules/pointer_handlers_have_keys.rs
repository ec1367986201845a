//! What a pointer does on its way can be done by keyboard.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "pointer-handlers-have-keys",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What hovering, pressing or double clicking does must work by keyboard, too",
        why: "Keys never hover and never double click: what comes up only then stays away from whoever uses no mouse.",
        fix: "Do the same on `focus` and `blur`, or put it behind a button.",
        asks: "A script runs on hovering, pressing or double clicking only. Can what it does be done by keyboard?",
    },
    ar: Words {
        title: "ما يفعله المرور أو الضغط أو النقر المزدوج يجب أن تفعله لوحة المفاتيح أيضًا",
        why: "المفاتيح لا تمر فوق شيء ولا تنقر نقرًا مزدوجًا: ما لا يظهر إلا بذلك لا يصل إليه من لا يستعمل الفأرة.",
        fix: "افعل الشيء نفسه عند `focus` و`blur`، أو ضعه وراء زر.",
        asks: "يعمل برنامج عند المرور أو الضغط أو النقر المزدوج فقط. هل يمكن فعل ما يفعله بلوحة المفاتيح؟",
    },
    fa: Words {
        title: "آنچه با رفتن روی چیزی، فشردن یا دوبار کلیک روی می‌دهد باید با صفحه‌کلید هم بشود",
        why: "کلیدها نه روی چیزی می‌روند و نه دوبار کلیک می‌کنند: آنچه فقط آن‌گاه پیدا می‌شود از دسترس کسی که موشواره ندارد دور می‌ماند.",
        fix: "همان کار را در `focus` و `blur` انجام دهید، یا پشت یک دکمه بگذارید.",
        asks: "برنامه‌ای فقط با رفتن روی چیزی، فشردن یا دوبار کلیک اجرا می‌شود. آیا کارش با صفحه‌کلید شدنی است؟",
    },
    good: &["<button type='button' onmouseover='show()' onfocus='show()'>Help</button>"],
    bad: &["<span onmouseover='show()'>Help</span>"],
    check: Check::Each { applicability, expectation },
};

/// Elements with a handler for what only pointers do, and none for the key or focus that would do the same (WCAG's
/// technique SCR20). What only styles the element itself is left alone.
fn applicability(element: Element<'_>) -> bool {
    let has = |names: &[&str]| names.iter().any(|name| element.has_attribute(name));
    let is_double = does_something(element, "ondblclick");
    let is_press =
        ["onmousedown", "onmouseup", "onpointerdown", "onpointerup"].iter().any(|name| does_something(element, name));
    let is_hover = ["onmouseover", "onmouseenter", "onpointerover", "onpointerenter"]
        .iter()
        .any(|name| does_something(element, name));
    let lacks_keys = (is_double && !has(&["onkeydown", "onkeyup"]))
        || (is_press && !has(&["onclick", "onkeydown", "onkeyup", "href"]))
        || (is_hover && !has(&["onfocus", "onfocusin"]));
    lacks_keys && element.is_rendered()
}

fn does_something(element: Element<'_>, handler: &str) -> bool {
    let Some(script) = element.attribute(handler).map(str::trim) else { return false };
    !script.is_empty()
        && !script.starts_with("this.style.")
        && !script.starts_with("this.className")
        && !script.starts_with("return false")
}

fn expectation(_: Element<'_>) -> Outcome {
    Outcome::needs_review(RULE.en.asks)
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
                ("<a href=a onmouseover='f()'>b</a>", Expect::NeedsReview),
                ("<p ondblclick='f()' onclick='g()'>b</p>", Expect::NeedsReview),
                ("<p onmousedown='f()'>b</p>", Expect::NeedsReview),
                ("<a href=a onmouseover='f()' onfocus='f()'>b</a>", Expect::Inapplicable),
                ("<button onmousedown='f()' onclick='g()'>b</button>", Expect::Inapplicable),
                ("<p onmouseover=\"this.style.color='red'\">b</p>", Expect::Inapplicable),
                ("<p onmouseover='f()' hidden>b</p>", Expect::Inapplicable),
                ("<p onclick='f()'>b</p>", Expect::Inapplicable),
            ],
        );
    }
}
