//! What can be focused and clicked says what it is.
//!
//! WCAG 2.2, failure F59, <https://www.w3.org/WAI/WCAG22/Techniques/failures/F59>.

use super::click_works_by_keyboard::{does_nothing, is_pointed_at};
use crate::page::{Certainty, Element, Observation, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "clickable-has-role",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What can be focused and clicked must say what it is",
        why: "A screen reader stops there and reads a text; nobody learns that it is a button.",
        fix: "Make it a `<button type=\"button\">`, or give it the role of what it is.",
        asks: "",
    },
    ar: Words {
        title: "ما يقبل التركيز والنقر يجب أن يقول ما هو",
        why: "يتوقف قارئ الشاشة عنده ويقرأ نصًّا، ولا يعرف أحد أنه زر.",
        fix: "اجعله `<button type=\"button\">`، أو أعطه دور ما هو عليه.",
        asks: "",
    },
    fa: Words {
        title: "آنچه تمرکز و کلیک می‌پذیرد باید بگوید چیست",
        why: "صفحه‌خوان روی آن می‌ایستد و متنی می‌خواند، و کسی نمی‌فهمد که دکمه است.",
        fix: "آن را `<button type=\"button\">` کنید، یا نقش آنچه را که هست به آن بدهید.",
        asks: "",
    },
    good: &["<div role=button tabindex=0 onclick='f()' onkeydown='g(event)'>Send</div>"],
    bad: &["<div tabindex=0 onclick='f()' onkeydown='g(event)'>Send</div>"],
    check: Check::Each { applicability, expectation },
};

/// More letters than a button has.
const LONGEST: usize = 60;

/// `div` and `span` with a few words or an icon that are in the tab order and listen to clicks themselves, unless something
/// else in or around them can be focused.
fn applicability(element: Element<'_>) -> bool {
    (element.is("div") || element.is("span"))
        && element.is_in_tab_order()
        && element.has_attribute("tabindex")
        && !element.has_attribute("contenteditable")
        && listens(element)
        && element.visible() == Certainty::Yes
        && !element.is_programmatically_hidden()
        && is_short(element)
        && !element.flat_lineage().skip(1).any(|around| around.is_focusable() || around.is("label"))
        && !element.descendants().any(|inner| inner.is_focusable() || inner.is("slot") || inner.is("label"))
}

fn listens(element: Element<'_>) -> bool {
    let is_heard = |seen: &Observation| matches!(seen, Observation::ListensToClicks { .. });
    element.attribute("onclick").is_some_and(|script| !does_nothing(script))
        || (element.observations().iter().any(is_heard) && is_pointed_at(element))
}

fn is_short(element: Element<'_>) -> bool {
    let text = element.visible_inner_text();
    let has_icon = || element.descendants().any(|inner| inner.is_svg("svg") || inner.is("img") || inner.is("i"));
    text.chars().count() <= LONGEST && (!text.is_empty() || has_icon())
}

/// It has a role.
fn expectation(element: Element<'_>) -> Outcome {
    if element.role() != Role::Generic || element.has_unknown_role() {
        return Outcome::Passed;
    }
    Outcome::failed(format!("it takes the focus and clicks, and is a `{}` without a role", element.name()))
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
                ("<div role=button tabindex=0 onclick='f()'>a</div>", Expect::Passed),
                ("<div tabindex=0 onclick='f()'>a</div>", Expect::Failed),
                ("<span tabindex=0 onclick='f()'><svg></svg></span>", Expect::Failed),
                ("<div tabindex=0>a</div>", Expect::Inapplicable),
                ("<div tabindex=-1 onclick='f()'>a</div>", Expect::Inapplicable),
                ("<div tabindex=0 onclick='event.stopPropagation()'>a</div>", Expect::Inapplicable),
                ("<div tabindex=0 onclick='f()'><button>a</button></div>", Expect::Inapplicable),
                ("<div tabindex=0 onclick='f()'></div>", Expect::Inapplicable),
                ("<div onclick='f()'>a</div>", Expect::Inapplicable),
                ("<button onclick='f()'>a</button>", Expect::Inapplicable),
            ],
        );
    }
}
