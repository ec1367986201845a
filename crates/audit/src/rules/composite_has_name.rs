//! Trees, grids, groups of radio buttons and panels of tabs have an accessible name.

use crate::nameless;
use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "composite-has-name",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Trees, grids, radio groups, tab panels and applications should have an accessible name",
        why: "Whoever comes in by keyboard hears the first choice, but not what is being chosen.",
        fix: "Point at the text above it with `aria-labelledby`, or name it with `aria-label`.",
        asks: "Does a screen reader say what this group is about? A script may name it.",
    },
    ar: Words {
        title: "ينبغي أن يكون للأشجار والشبكات ومجموعات أزرار الاختيار ولوحات التبويب والتطبيقات اسم مُتاح",
        why: "من يدخلها بلوحة المفاتيح يسمع الخيار الأول، ولا يسمع ما الذي يُختار.",
        fix: "أشر إلى النص الذي فوقها بالخاصية `aria-labelledby`، أو سمِّها بالخاصية `aria-label`.",
        asks: "هل يقول قارئ الشاشة موضوع هذه المجموعة؟ قد يسمّيها برنامج نصي.",
    },
    fa: Words {
        title: "درخت‌ها، شبکه‌ها، گروه‌های دکمهٔ رادیویی، پنل‌های زبانه و برنامه‌ها بهتر است نام دسترس‌پذیر داشته باشند",
        why: "کسی که با صفحه‌کلید وارد می‌شود نخستین گزینه را می‌شنود، اما نه اینکه چه چیزی انتخاب می‌شود.",
        fix: "با `aria-labelledby` به متن بالای آن اشاره کنید، یا با `aria-label` به آن نام بدهید.",
        asks: "آیا صفحه‌خوان می‌گوید این گروه دربارهٔ چیست؟ شاید اسکریپتی به آن نام بدهد.",
    },
    good: &[
        r#"<p id="files">Files</p><div role="tree" aria-labelledby="files"><div role="treeitem">Notes</div></div>"#,
    ],
    bad: &[r#"<p>Files</p><div role="tree"><div role="treeitem">Notes</div></div>"#],
    check: Check::Each { applicability, expectation },
};

/// What its author made a group that must be named (WAI-ARIA 1.2, accessible name required,
/// <https://www.w3.org/TR/wai-aria-1.2/#grid>), is in the accessibility tree and not empty. WCAG does not ask for these
/// names, where each part has its own. Groups of choices have a rule of their own.
fn applicability(element: Element<'_>) -> bool {
    const GROUPS: &[Role] = &[Role::Application, Role::Grid, Role::TabPanel, Role::Tree, Role::TreeGrid];
    GROUPS.contains(&element.role()) && nameless::is_filled(element) && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(group: Element<'_>) -> Outcome {
    nameless::outcome(group, "it has neither `aria-labelledby` nor `aria-label`")
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
                ("<div role=tree aria-label=Files><div role=treeitem>S</div></div>", Expect::Passed),
                ("<div role=radiogroup><div role=radio>S</div></div>", Expect::Inapplicable),
                ("<button role=tab id=t>Prices</button><div role=tabpanel aria-labelledby=t>9</div>", Expect::Passed),
                ("<table role=grid><caption>Sales</caption><tr><td>1</table>", Expect::Passed),
                ("<ul role=tree><li role=treeitem>Fruit</ul>", Expect::Failed),
                ("<table role=grid><tr><td>1</table>", Expect::Failed),
                ("<div role=tabpanel aria-labelledby=nowhere>9</div>", Expect::Failed),
                ("<x-tree role=tree><div role=treeitem>Fruit</div></x-tree>", Expect::NeedsReview),
                ("<ul role=tree></ul>", Expect::Inapplicable),
                ("<ul role=tree hidden><li role=treeitem>Fruit</ul>", Expect::Inapplicable),
                ("<fieldset><input type=radio></fieldset>", Expect::Inapplicable),
                ("<table><tr><td>1</table>", Expect::Inapplicable),
            ],
        );
    }
}
