//! Links and controls that can be seen stay in the tab order.

use crate::page::{Certainty, Element, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashSet;

pub const RULE: Rule = Rule {
    id: "focus-is-not-taken-away",
    criteria: &[wcag::KEYBOARD],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Links and controls must stay in reach of the keyboard",
        why: "A negative `tabindex` takes away what browsers give to everybody: the way there with Tab.",
        fix: "Take `tabindex` away, unless other keys lead there, as in a menu or a row of tabs.",
        asks: "A link or control has a negative `tabindex`, so that Tab passes it by. Do other keys lead there, or can the same be done elsewhere?",
    },
    ar: Words {
        title: "يجب أن تبقى الروابط وعناصر التحكم في متناول لوحة المفاتيح",
        why: "قيمة `tabindex` السالبة تنزع ما تعطيه المتصفحات للجميع: الوصول بمفتاح Tab.",
        fix: "احذف `tabindex`، إلا إذا كانت مفاتيح أخرى توصل إليه كما في القوائم وأشرطة التبويب.",
        asks: "لرابط أو عنصر تحكم قيمة `tabindex` سالبة، فيتجاوزه Tab. هل توصل إليه مفاتيح أخرى، أو يمكن فعل الشيء نفسه في مكان آخر؟",
    },
    fa: Words {
        title: "پیوندها و کنترل‌ها باید در دسترس صفحه‌کلید بمانند",
        why: "`tabindex` منفی چیزی را می‌گیرد که مرورگر به همه می‌دهد: رسیدن با Tab.",
        fix: "`tabindex` را بردارید، مگر اینکه کلیدهای دیگری به آن برسند، مانند منو یا ردیف زبانه‌ها.",
        asks: "یک پیوند یا کنترل `tabindex` منفی دارد و Tab از آن می‌گذرد. آیا کلیدهای دیگری به آن می‌رسند، یا همان کار جای دیگری شدنی است؟",
    },
    good: &["<a href='/tides'>Tides</a>"],
    bad: &["<button type='button' tabindex='-1'>Print</button>"],
    check: Check::Page(check),
};

/// Links and controls that can be seen, are there for assistive technologies and have a negative `tabindex`. Parts of a
/// composite widget are reached by arrow keys; a link that another one doubles is not missed.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let candidates: Vec<_> = page.elements().filter(|element| is_taken_away(*element)).collect();
    if candidates.is_empty() {
        return Vec::new();
    }
    let reached: HashSet<&str> =
        page.elements().filter(|element| element.is_in_tab_order()).filter_map(Element::href).collect();
    let outcome = |element: Element<'_>| match element.href() {
        Some(href) if reached.contains(href) => Outcome::Passed,
        _ => Outcome::needs_review(RULE.en.asks),
    };
    candidates.into_iter().map(|element| (element, outcome(element))).collect()
}

fn is_taken_away(element: Element<'_>) -> bool {
    let is_native = matches!(element.name(), "a" | "area" | "button" | "input" | "select" | "textarea" | "summary");
    is_native
        && !element.has_attribute("role")
        && element.tabindex().is_some_and(|index| index < 0)
        && element.is_focusable()
        && (element.href().is_some() || !matches!(element.name(), "a" | "area"))
        && element.is_in_accessibility_tree()
        && element.visible() != Certainty::No
        && !element.flat_lineage().any(is_part_of_composite)
}

/// WAI-ARIA 1.2, composite (<https://www.w3.org/TR/wai-aria-1.2/#composite>), and toolbars, which work alike.
fn is_part_of_composite(element: Element<'_>) -> bool {
    let role = element.role();
    let is_item = matches!(
        role,
        Role::Tab
            | Role::MenuItem
            | Role::MenuItemCheckbox
            | Role::MenuItemRadio
            | Role::Option
            | Role::TreeItem
            | Role::GridCell
    );
    let is_radio = role == Role::Radio && !element.is("input");
    is_item || is_radio || role.is_a(Role::Composite) && !element.is("select") || role == Role::Toolbar
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
                ("<a href=a tabindex=-1>b</a><a href=a>c</a>", Expect::Passed),
                ("<a href=a tabindex=-1>b</a>", Expect::NeedsReview),
                ("<input tabindex=-1>", Expect::NeedsReview),
                ("<div role=tablist><button role=tab tabindex=-1>b</button></div>", Expect::Inapplicable),
                ("<div role=toolbar><button tabindex=-1>b</button></div>", Expect::Inapplicable),
                ("<ul role=menu><li role=none><a href=a role=menuitem tabindex=-1>b</a></ul>", Expect::Inapplicable),
                ("<button tabindex=0>b</button>", Expect::Inapplicable),
                ("<button tabindex=-1 hidden>b</button>", Expect::Inapplicable),
                ("<button tabindex=-1 aria-hidden=true>b</button>", Expect::Inapplicable),
                ("<button tabindex=-1 disabled>b</button>", Expect::Inapplicable),
                ("<h1 tabindex=-1>b</h1>", Expect::Inapplicable),
            ],
        );
    }
}
