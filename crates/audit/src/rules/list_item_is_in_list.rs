//! An item of a list stands in a list (HTML, 4.4.8, <https://html.spec.whatwg.org/multipage/grouping-content.html#the-li-element>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "list-item-is-in-list",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "`li` elements must stand in a list",
        why: "Eyes see bullets; a screen reader says neither that there is a list nor how long it is, as none is there.",
        fix: "Put the items into a `ul` or an `ol`, as its children.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تكون عناصر `li` داخل قائمة",
        why: "ترى العين نقاطًا، أما قارئ الشاشة فلا يقول إن هنا قائمة ولا كم طولها، إذ لا قائمة هنا.",
        fix: "ضع العناصر مباشرةً داخل `ul` أو `ol`.",
        asks: "",
    },
    fa: Words {
        title: "عنصرهای `li` باید درون فهرست باشند",
        why: "چشم نقطه‌ها را می‌بیند، اما صفحه‌خوان نه می‌گوید فهرستی هست و نه می‌گوید چقدر بلند است، چون فهرستی در کار نیست.",
        fix: "قلم‌ها را مستقیم درون `ul` یا `ol` بگذارید.",
        asks: "",
    },
    good: &["<ul><li>Bread</li><li>Salt</li></ul>"],
    bad: &["<div><li>Bread</li><li>Salt</li></div>"],
    check: Check::Each { applicability, expectation },
};

/// `li` elements that would be items, unless hidden. What stands in a list and is no child of it, the rule about what
/// lists hold reports; a parent with a `role` is for the rules about roles, and an author's own element may be a list.
fn applicability(element: Element<'_>) -> bool {
    element.is("li")
        && element.explicit_role().is_none_or(|role| role == Role::ListItem)
        && !element.is_programmatically_hidden()
        && element.parent().is_some_and(|parent| !parent.has_attribute("role") && !is_open(parent))
        && !is_wrapped_in_list(element)
}

fn is_open(parent: Element<'_>) -> bool {
    parent.name().contains('-') || parent.is("slot") || parent.is("template")
}

fn is_list(element: Element<'_>) -> bool {
    ["ul", "ol", "menu", "dir"].iter().any(|name| element.is(name))
}

fn is_wrapped_in_list(item: Element<'_>) -> bool {
    let parent_is_list = item.flat_parent().is_some_and(is_list);
    let mut around = item.flat_lineage().skip(1);
    let list = around.find(|at| is_list(*at) || at.is("li") || at.role().is_a(Role::List));
    !parent_is_list && list.is_some_and(|list| is_list(list) || list.role().is_a(Role::List))
}

/// A list as its parent.
fn expectation(item: Element<'_>) -> Outcome {
    match item.parent() {
        Some(parent) if is_list(parent) || parent.role().is_a(Role::List) => Outcome::Passed,
        Some(parent) => Outcome::failed(format!("it stands in a `{}`, which is no list", parent.name())),
        None => Outcome::Passed,
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
                ("<ul><li>a</li></ul>", Expect::Passed),
                ("<ol><li role=listitem>a</li></ol>", Expect::Passed),
                ("<menu><li>a</li></menu>", Expect::Passed),
                ("<li>a</li>", Expect::Failed),
                ("<div><li>a</li></div>", Expect::Failed),
                ("<ul><li><section><li>a</li></section></li></ul>", Expect::Failed),
                ("<ul><div><li>a</li></div></ul>", Expect::Inapplicable),
                ("<div role=list><li>a</li></div>", Expect::Inapplicable),
                ("<div role=list><div><li>a</li></div></div>", Expect::Inapplicable),
                ("<ul role=menu><li>a</li></ul>", Expect::Inapplicable),
                ("<div><li role=menuitem>a</li></div>", Expect::Inapplicable),
                ("<div><li hidden>a</li></div>", Expect::Inapplicable),
                ("<x-list><li>a</li></x-list>", Expect::Inapplicable),
            ],
        );
    }
}
