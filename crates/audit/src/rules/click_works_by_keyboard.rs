//! What can be clicked can be reached by keyboard.

use crate::page::{Certainty, Element, Observation, Property, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "click-works-by-keyboard",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "What can be clicked must be reachable by keyboard",
        why: "Tab never gets there, so that whoever uses no mouse cannot do what a click does.",
        fix: "Make it a `<button type=\"button\">`, or a link with the address it leads to.",
        asks: "A click does something here, but Tab does not lead here. Can the same be done by keyboard elsewhere?",
    },
    ar: Words {
        title: "يجب أن تصل لوحة المفاتيح إلى ما يمكن النقر عليه",
        why: "لا يصل Tab إليه أبدًا، فمن لا يستعمل الفأرة لا يستطيع أن يفعل ما تفعله النقرة.",
        fix: "اجعله `<button type=\"button\">`، أو رابطًا له العنوان الذي يوصل إليه.",
        asks: "تفعل النقرة هنا شيئًا، لكن Tab لا يصل إلى هنا. هل يمكن فعل الشيء نفسه بلوحة المفاتيح في مكان آخر؟",
    },
    fa: Words {
        title: "آنچه می‌توان رویش کلیک کرد باید با صفحه‌کلید هم در دسترس باشد",
        why: "Tab هرگز به آن نمی‌رسد، پس کسی که موشواره ندارد نمی‌تواند کاری را که کلیک می‌کند انجام دهد.",
        fix: "آن را `<button type=\"button\">` کنید، یا پیوندی با نشانی‌ای که به آن می‌رود.",
        asks: "کلیک در اینجا کاری می‌کند، ولی Tab به اینجا نمی‌رسد. آیا همان کار جای دیگری با صفحه‌کلید شدنی است؟",
    },
    good: &["<button type='button' onclick='print()'>Print</button>"],
    bad: &["<span onclick='print()'>Print</span>"],
    check: Check::Each { applicability, expectation },
};

/// More letters than what is clicked has.
const LONGEST: usize = 80;

/// Elements that listen to clicks, by `onclick` or, with the pointer that shows it, by a script, and neither take the focus
/// nor pass on the clicks of what does, unless the script only stops what a click would do (WCAG's failure F54). A role that
/// says what can be operated asks for the focus by itself, which other rules see to.
fn applicability(element: Element<'_>) -> bool {
    is_deaf(element) || (listens(element) && is_unreachable(element))
}

fn is_unreachable(element: Element<'_>) -> bool {
    !matches!(element.name(), "html" | "body" | "label" | "form" | "option" | "summary" | "dialog")
        && !element.is_focusable()
        && !element.is_disabled()
        && !element.has_attribute("accesskey")
        && !element.role().is_widget()
        && element.is_rendered()
        && element.visible() != Certainty::No
        && !element.flat_lineage().any(|around| around.is_focusable() || around.is("label"))
        && !element.descendants().any(|inner| inner.is_focusable() || inner.is("slot"))
}

fn listens(element: Element<'_>) -> bool {
    match element.attribute("onclick") {
        Some(script) => !does_nothing(script),
        None => hears_clicks(element).is_some() && is_pointed_at(element) && is_short(element),
    }
}

/// Whether it shows the pointer of what can be clicked.
pub(super) fn is_pointed_at(element: Element<'_>) -> bool {
    element.style().get(Property::Cursor).is_some_and(|cursor| cursor.is("pointer"))
}

/// Whether it listens to clicks, and the page to keys.
fn hears_clicks(element: Element<'_>) -> Option<bool> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::ListensToClicks { page_hears_keys } => Some(*page_hears_keys),
        _ => None,
    })
}

fn is_short(element: Element<'_>) -> bool {
    element.visible_inner_text().chars().count() <= LONGEST
}

/// Something that Tab leads to and clicks do something with, on a page where nothing listens to keys. What HTML has made to
/// be operated takes Enter for a click.
fn is_deaf(element: Element<'_>) -> bool {
    (element.is("div") || element.is("span"))
        && element.is_in_tab_order()
        && !element.has_attribute("contenteditable")
        && hears_clicks(element) == Some(false)
        && (is_button(element.role()) || (element.role() == Role::Generic && is_pointed_at(element)))
        && element.visible() == Certainty::Yes
        && is_short(element)
        && !element.visible_inner_text().is_empty()
        && !element.flat_lineage().skip(1).any(|around| around.is_focusable() || around.is("label"))
        && !element.descendants().any(|inner| inner.is_focusable() || inner.is("slot"))
}

fn is_button(role: Role) -> bool {
    matches!(role, Role::Button | Role::Link | Role::Checkbox | Role::Switch | Role::Radio | Role::Tab | Role::MenuItem)
}

/// The same may be done elsewhere, or on keys that another script listens to, which only a person can tell.
fn expectation(element: Element<'_>) -> Outcome {
    if is_deaf(element) {
        return Outcome::failed("a click does something here, Tab leads here, and nothing on the page listens to keys");
    }
    Outcome::needs_review(RULE.en.asks)
}

/// Whether a handler only keeps a click from what is around it.
pub(super) fn does_nothing(script: &str) -> bool {
    let script: String = script.chars().filter(|c| !c.is_whitespace() && *c != ';').collect();
    let script = script.strip_prefix("event.").unwrap_or(&script);
    matches!(script, "" | "stopPropagation()" | "preventDefault()" | "returnfalse" | "returntrue" | "void(0)")
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check, seen};
    use crate::page::Observation;
    use crate::rule::Outcome;

    #[test]
    fn what_scripts_listen_to() {
        let outcome = |attributes: &[(&str, &str)], page_hears_keys| {
            seen(&RULE, ("div", attributes), "Send", &[Observation::ListensToClicks { page_hears_keys }])
        };
        assert_eq!(outcome(&[("tabindex", "0")], true), None);
        assert_eq!(outcome(&[("tabindex", "0")], false), None, "without the pointer that shows it");
        assert!(matches!(outcome(&[("tabindex", "0"), ("role", "button")], false), Some(Outcome::Failed(_))));
        assert_eq!(outcome(&[], false), None, "without the pointer that shows it");
    }

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<span onclick='f()'>a</span>", Expect::NeedsReview),
                ("<a onclick='f()'>a</a>", Expect::NeedsReview),
                ("<div role=button onclick='f()'>a</div>", Expect::Inapplicable),
                ("<div onclick='f()'><p></p></div>", Expect::NeedsReview),
                ("<button onclick='f()'>a</button>", Expect::Inapplicable),
                ("<span onclick='f()' tabindex=0>a</span>", Expect::Inapplicable),
                ("<div onclick='f()'><button>a</button></div>", Expect::Inapplicable),
                ("<button><span onclick='f()'>a</span></button>", Expect::Inapplicable),
                ("<span onclick='event.stopPropagation();'>a</span>", Expect::Inapplicable),
                ("<span onclick='f()' hidden>a</span>", Expect::Inapplicable),
                ("<label onclick='f()'>a <input></label>", Expect::Inapplicable),
                ("<button disabled onclick='f()'>a</button>", Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
