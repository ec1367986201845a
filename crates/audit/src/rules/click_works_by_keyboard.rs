//! What can be clicked can be reached by keyboard.

use crate::page::{Certainty, Element};
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

/// Elements with an `onclick` that neither take the focus nor pass on the clicks of what does, unless the script only stops
/// what a click would do (WCAG's failure F54). A role that says what can be operated asks for the focus by itself, which
/// other rules see to.
fn applicability(element: Element<'_>) -> bool {
    let Some(script) = element.attribute("onclick") else { return false };
    !does_nothing(script)
        && !matches!(element.name(), "html" | "body" | "label" | "form" | "option" | "summary" | "dialog")
        && !element.is_focusable()
        && !element.is_disabled()
        && !element.has_attribute("accesskey")
        && !element.role().is_widget()
        && element.is_rendered()
        && element.visible() != Certainty::No
        && !element.flat_lineage().any(|around| around.is_focusable() || around.is("label"))
        && !element.descendants().any(|inner| inner.is_focusable() || inner.is("slot"))
}

/// The same may be done elsewhere, or on keys that another script listens to, which only a person can tell.
fn expectation(_: Element<'_>) -> Outcome {
    Outcome::needs_review(RULE.en.asks)
}

/// Whether a handler only keeps a click from what is around it.
fn does_nothing(script: &str) -> bool {
    let script: String = script.chars().filter(|c| !c.is_whitespace() && *c != ';').collect();
    let script = script.strip_prefix("event.").unwrap_or(&script);
    matches!(script, "" | "stopPropagation()" | "preventDefault()" | "returnfalse" | "returntrue" | "void(0)")
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
