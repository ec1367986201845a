//! What can be opened says what is in it (HTML, 4.11.1,
//! <https://html.spec.whatwg.org/multipage/interactive-elements.html#the-details-element>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "details-has-summary",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "`details` must have a `summary` as a child",
        why: "Without one, browsers write \"Details\" in a language of their own, and nobody knows what opens.",
        fix: "Put a `summary` first in the `details`, right inside it, that says what is to be found there.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن يكون لعنصر `details` ابنٌ هو `summary`",
        why: "من دونه يكتب المتصفح كلمة «تفاصيل» بلغته هو، ولا يعرف أحد ما الذي يُفتح.",
        fix: "ضع `summary` أولًا في `details` ومباشرةً تحته، وقل فيه ما الذي يوجد هناك.",
        asks: "",
    },
    fa: Words {
        title: "‏`details` باید فرزندی از نوع `summary` داشته باشد",
        why: "بی آن، مرورگر به زبان خودش واژه‌ای مانند «جزئیات» می‌نویسد و کسی نمی‌داند چه چیزی باز می‌شود.",
        fix: "در آغاز `details` و مستقیم درون آن یک `summary` بگذارید که بگوید در آن چیست.",
        asks: "",
    },
    good: &["<details><summary>How to get there</summary><p>By boat.</p></details>"],
    bad: &["<details><p>By boat.</p></details>"],
    check: Check::Each { applicability, expectation },
};

/// `details` that assistive technologies find. In a shadow root, a slot may bring the summary.
fn applicability(element: Element<'_>) -> bool {
    element.is("details")
        && element.role() == Role::Group
        && element.is_in_accessibility_tree()
        && !element.children().any(|child| child.is("slot"))
}

/// A `summary` among its children.
fn expectation(details: Element<'_>) -> Outcome {
    if details.children().any(|child| child.is("summary")) {
        return Outcome::Passed;
    }
    Outcome::failed("it has no `summary` as a child")
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
                ("<details><summary>a</summary>b</details>", Expect::Passed),
                ("<details>b<summary>a</summary></details>", Expect::Passed),
                ("<details>a</details>", Expect::Failed),
                ("<details><div><summary>a</summary></div></details>", Expect::Failed),
                ("<details hidden>a</details>", Expect::Inapplicable),
                (
                    "<x-a><template shadowrootmode=open><details><slot></slot></details></template></x-a>",
                    Expect::Inapplicable,
                ),
                ("<summary>a</summary>", Expect::Inapplicable),
            ],
        );
    }
}
