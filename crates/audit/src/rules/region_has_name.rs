//! What is said to be a region or a form has the name that makes it a landmark.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "region-has-name",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "What has the role `region` or `form` should have a name",
        why: "Without a name it is no landmark: the role does nothing, and nobody finds the part by it.",
        fix: "Name it with `aria-labelledby`, best by its heading; or take the `role` away.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون لما دوره `region` أو `form` اسم",
        why: "بلا اسم ليس معلَمًا: فلا يفعل الدور شيئًا ولا يجد أحد الجزء به.",
        fix: "سمِّه بواسطة `aria-labelledby`، والأفضل بعنوانه، أو احذف `role`.",
        asks: "",
    },
    fa: Words {
        title: "آنچه نقش `region` یا `form` دارد باید نام داشته باشد",
        why: "بدون نام نشانگاه نیست: این نقش کاری نمی‌کند و کسی بخش را با آن پیدا نمی‌کند.",
        fix: "با `aria-labelledby` نامی به آن بدهید، بهتر از همه با عنوانش؛ یا `role` را بردارید.",
        asks: "",
    },
    good: &["<div role='region' aria-labelledby='h'><h2 id='h'>Tides</h2></div>"],
    bad: &["<div role='region'><h2>Tides</h2></div>"],
    check: Check::Each { applicability, expectation },
};

/// Elements whose `role` says `region` or `form`. A `section` or `form` by its element alone claims nothing.
fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("role")
        && matches!(element.explicit_role(), Some(Role::Region | Role::Form))
        && element.is_in_accessibility_tree()
}

/// The role counts only with a name (WAI-ARIA 1.2, <https://www.w3.org/TR/wai-aria-1.2/#region>).
fn expectation(element: Element<'_>) -> Outcome {
    match element.role() {
        Role::Region | Role::Form => Outcome::Passed,
        _ => Outcome::failed("nothing names it, so that its `role` does not count"),
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
                ("<div role=region aria-label=a>b</div>", Expect::Passed),
                ("<form role=form title=a>b</form>", Expect::Passed),
                ("<div role=region>b</div>", Expect::Failed),
                ("<div role=form aria-label=' '>b</div>", Expect::Failed),
                ("<section aria-labelledby=nowhere role=region>b</section>", Expect::Failed),
                ("<section>b</section>", Expect::Inapplicable),
                ("<div role=region hidden>b</div>", Expect::Inapplicable),
            ],
        );
    }
}
