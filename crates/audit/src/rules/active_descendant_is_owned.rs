//! What is said to have the focus belongs to what has it.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;

/// WAI-ARIA 1.2, `aria-activedescendant` (<https://www.w3.org/TR/wai-aria-1.2/#aria-activedescendant>).
pub const RULE: Rule = Rule {
    id: "active-descendant-is-owned",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "`aria-activedescendant` must point at something that the element holds, owns or controls",
        why: "Browsers do not pass the focus on to a stranger: whoever listens does not hear which option is chosen.",
        fix: "Put the element inside, name it in `aria-owns`, or have a combobox name what holds it in `aria-controls`.",
        asks: "Does this take the focus itself, so that what it points at is announced?",
    },
    ar: Words {
        title: "يجب أن تشير `aria-activedescendant` إلى ما يضمه العنصر أو يملكه أو يتحكم فيه",
        why: "لا تنقل المتصفحات التركيز إلى عنصر غريب، فلا يسمع المستمع أي خيار هو المختار.",
        fix: "ضع العنصر في الداخل، أو اذكره في `aria-owns`، أو اذكر ما يضمه في `aria-controls` على مربع التحرير والسرد.",
        asks: "هل يقبل هذا العنصر التركيز بنفسه فيُعلن ما يشير إليه؟",
    },
    fa: Words {
        title: "`aria-activedescendant` باید به چیزی اشاره کند که درون عنصر، از آن یا در اختیار آن است",
        why: "مرورگر فوکوس را به عنصر بیگانه نمی‌سپارد و شنونده نمی‌فهمد کدام گزینه انتخاب شده است.",
        fix: "آن عنصر را درون بگذارید، در `aria-owns` بیاورید، یا در جعبه ترکیبی دربرگیرنده‌اش را در `aria-controls` بنویسید.",
        asks: "آیا خود این فوکوس می‌گیرد تا آنچه به آن اشاره می‌کند خوانده شود؟",
    },
    good: &[
        r#"<div role="listbox" tabindex="0" aria-activedescendant="a"><div role="option" id="a">Bread</div></div>"#,
    ],
    bad: &[r#"<div role="listbox" tabindex="0" aria-activedescendant="a"></div><div role="option" id="a">Bread</div>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements that point at an active descendant that is on the page, where the role has one, unless hidden from
/// assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("aria-activedescendant")
        && element.role().supports("aria-activedescendant")
        && element.referenced("aria-activedescendant").next().is_some()
        && !element.is_programmatically_hidden()
}

/// It stands in it, directly or by ownership, or in what a text field controls; and the element takes the focus.
fn expectation(element: Element<'_>) -> Outcome {
    let Some(active) = element.referenced("aria-activedescendant").next() else { return Outcome::Passed };
    let controls = [Role::Combobox, Role::Textbox, Role::SpinButton].iter().any(|role| element.role().is_a(*role));
    let controlled: Vec<_> = if controls { element.referenced("aria-controls").collect() } else { Vec::new() };
    let mut around = std::iter::successors(Some(active), |at| at.owner());
    if !around.any(|at| (at == element && at != active) || controlled.contains(&at)) {
        let id = quoted(active.attribute("id").unwrap_or_default());
        return Outcome::failed(format!("it points at {id}, which it neither holds nor owns nor controls"));
    }
    if !element.is_focusable() && element.tab_stop_within().is_none() {
        return Outcome::needs_review(RULE.en.asks);
    }
    Outcome::Passed
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
                (
                    r#"<div role="listbox" tabindex="0" aria-activedescendant="a"><p><b role="option" id="a">a</b></p></div>"#,
                    Expect::Passed,
                ),
                (
                    r#"<div role="grid" tabindex="0" aria-owns="a" aria-activedescendant="a"></div><p id="a">a</p>"#,
                    Expect::Passed,
                ),
                (
                    r#"<input role="combobox" aria-controls="l" aria-activedescendant="a"><p id="l"><b id="a">a</b></p>"#,
                    Expect::Passed,
                ),
                (r#"<input aria-activedescendant="a"><p id="a">a</p>"#, Expect::Failed),
                (r#"<div role="listbox" tabindex="0" id="a" aria-activedescendant="a"></div>"#, Expect::Failed),
                (
                    r#"<div role="grid" tabindex="0" aria-controls="l" aria-activedescendant="a"></div><p id="l"><b id="a">a</b></p>"#,
                    Expect::Failed,
                ),
                (
                    r#"<div role="listbox" aria-activedescendant="a"><p role="option" id="a">a</p></div>"#,
                    Expect::NeedsReview,
                ),
                (r#"<input aria-activedescendant="nowhere">"#, Expect::Inapplicable),
                (r#"<p aria-activedescendant="a"><b id="a">a</b></p>"#, Expect::Inapplicable),
                (r#"<input aria-activedescendant="a" hidden><p id="a">a</p>"#, Expect::Inapplicable),
                ("<input>", Expect::Inapplicable),
            ],
        );
    }
}
