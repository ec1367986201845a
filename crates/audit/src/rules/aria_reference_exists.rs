//! What ARIA points at is there.

use crate::page::{Element, Naming, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;

/// WAI-ARIA 1.2, 6.2.4, ID reference (<https://www.w3.org/TR/wai-aria-1.2/#valuetype_idref>). What a role cannot be
/// without is for `aria-attribute-has-valid-value`.
pub const RULE: Rule = Rule {
    id: "aria-reference-exists",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS, wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Ids that ARIA points at must be on the page",
        why: "A group, a region or a dialog loses its name, a field its description: the words are on the page and never heard.",
        fix: "Write the id of the element that holds the words, and mind that it must be in the same document or shadow tree.",
        asks: "Is what this points at added to the page before somebody needs it?",
    },
    ar: Words {
        title: "يجب أن تكون المعرّفات التي تشير إليها ARIA موجودة في الصفحة",
        why: "تفقد المجموعة أو المنطقة اسمها، ويفقد الحقل وصفه: الكلمات في الصفحة ولا يسمعها أحد.",
        fix: "اكتب معرّف العنصر الذي يحمل الكلمات، وتأكد أنه في المستند نفسه أو في شجرة الظل نفسها.",
        asks: "هل يُضاف ما يشير إليه هذا إلى الصفحة قبل أن يحتاج إليه أحد؟",
    },
    fa: Words {
        title: "شناسه‌هایی که ARIA به آن‌ها اشاره می‌کند باید در صفحه باشند",
        why: "گروه یا ناحیه نامش را و فیلد توضیحش را از دست می‌دهد: واژه‌ها در صفحه هستند و هرگز شنیده نمی‌شوند.",
        fix: "شناسه عنصری را بنویسید که واژه‌ها در آن است؛ آن عنصر باید در همان سند یا همان درخت سایه باشد.",
        asks: "آیا آنچه این به آن اشاره می‌کند پیش از آن‌که کسی لازمش داشته باشد به صفحه افزوده می‌شود؟",
    },
    good: &[r#"<section aria-labelledby="hours"><h2 id="hours">Opening hours</h2></section>"#],
    bad: &[r#"<section aria-labelledby="ours"><h2 id="hours">Opening hours</h2></section>"#],
    check: Check::Each { applicability, expectation },
};

/// The attributes with ids, and what is asked where one of their ids is not there. Constant, as questions are.
const POINTERS: &[(&str, &str)] = &[
    ("aria-labelledby", "Does the name of this lack the words of an element that is not on the page?"),
    ("aria-describedby", "Is the description that `aria-describedby` points at added when it is needed?"),
    ("aria-errormessage", "Is the message that `aria-errormessage` points at added when it is needed?"),
    ("aria-details", "Are the details that `aria-details` points at added when they are needed?"),
    ("aria-owns", "Is what `aria-owns` points at added when this is used?"),
    ("aria-activedescendant", "Is what `aria-activedescendant` points at added when this is used?"),
    ("aria-flowto", "Is what `aria-flowto` points at added before somebody reads on?"),
    ("aria-controls", "Is what `aria-controls` points at added when this is used?"),
];

/// Elements that point with ARIA, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    pointers(element).next().is_some() && !element.is_programmatically_hidden()
}

fn pointers(element: Element<'_>) -> impl Iterator<Item = (&str, &str, &'static str)> {
    element.attributes().filter(|(name, value)| name.starts_with("aria-") && !value.trim_ascii().is_empty()).filter_map(
        |(name, value)| {
            let (_, question) = POINTERS.iter().find(|(pointer, _)| *pointer == name)?;
            Some((name, value, *question))
        },
    )
}

/// Every id is there, unless it is to come.
fn expectation(element: Element<'_>) -> Outcome {
    let is_broken = |value: &str| value.split_ascii_whitespace().any(|id| element.by_id(id).is_none());
    let broken = || pointers(element).filter(|(name, value, _)| is_broken(value) && !may_wait(element, name));
    match broken().find(|(name, ..)| *name == "aria-labelledby" && loses_name(element)) {
        Some((name, value, _)) => {
            let ids = quoted(value);
            return Outcome::failed(format!("`{name}` points at {ids}, which is not there, and nothing else names it"));
        }
        None if loses_name_to_another_rule(element) => return Outcome::Passed,
        None => {}
    }
    let is_idle = |name: &str| name == "aria-labelledby" && element.referenced(name).next().is_none();
    match broken().find(|(name, ..)| !is_idle(name)) {
        Some((.., question)) => Outcome::needs_review(question),
        None => Outcome::Passed,
    }
}

/// Whether nobody needs what it points at yet: what is closed, not chosen or without a mistake. What a role requires is
/// another rule's.
fn may_wait(element: Element<'_>, pointer: &str) -> bool {
    let is_off = |state: &str| element.attribute(state).is_some_and(|value| value.eq_ignore_ascii_case("false"));
    match pointer {
        "aria-controls" => {
            let is_required = matches!(element.role(), Role::Scrollbar | Role::Combobox);
            is_required || is_off("aria-expanded") || is_off("aria-selected") || element.has_attribute("aria-haspopup")
        }
        "aria-errormessage" => element.attribute("aria-invalid").is_none_or(|value| value == "false"),
        _ => false,
    }
}

fn is_nameless(element: Element<'_>) -> bool {
    element.attribute("aria-labelledby").is_some_and(|ids| !ids.trim_ascii().is_empty())
        && element.referenced("aria-labelledby").next().is_none()
        && element.has_certain_name()
        && element.accessible_name().is_empty()
}

/// Whether it has no name or no role for lack of what it points at, and no rule on names is there for it.
fn loses_name(element: Element<'_>) -> bool {
    let meant = match element.role() {
        Role::Generic if element.is("section") || element.is("form") => element.explicit_role().unwrap_or(Role::Region),
        Role::Generic => element.explicit_role().unwrap_or(Role::Generic),
        role => role,
    };
    is_nameless(element)
        && meant.naming() != Naming::Prohibited
        && meant != Role::Unmapped
        && !is_named_elsewhere(meant)
}

fn loses_name_to_another_rule(element: Element<'_>) -> bool {
    is_named_elsewhere(element.role()) && is_nameless(element)
}

/// Roles that must have a name and whose rule says so: links, buttons, fields, images, headings, dialogs.
fn is_named_elsewhere(role: Role) -> bool {
    const GROUPS: &[Role] = &[
        Role::Application,
        Role::DocBiblioentry,
        Role::Form,
        Role::Grid,
        Role::RadioGroup,
        Role::Region,
        Role::Table,
        Role::TabPanel,
        Role::Tooltip,
        Role::Tree,
        Role::TreeGrid,
    ];
    role.requires_name() && !GROUPS.contains(&role)
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
                (r#"<div role="group" aria-labelledby="l"><p id="l">a</p></div>"#, Expect::Passed),
                (r#"<button aria-expanded="false" aria-controls="x">a</button>"#, Expect::Passed),
                (r#"<input aria-errormessage="x">"#, Expect::Passed),
                (r#"<div role="group" aria-labelledby="x" aria-label="a">b</div>"#, Expect::Passed),
                (r#"<a href="y" aria-labelledby="x">a</a>"#, Expect::Passed),
                // Rules on names report these.
                (r#"<img aria-labelledby="x">"#, Expect::Passed),
                (r#"<button aria-labelledby="x"></button>"#, Expect::Passed),
                (r#"<div aria-labelledby="x">a</div>"#, Expect::Passed),
                (r#"<div role="group" aria-labelledby="x">a</div>"#, Expect::Failed),
                (r#"<section aria-labelledby="x">a</section>"#, Expect::Failed),
                (r#"<div role="region" aria-labelledby="x">a</div>"#, Expect::Failed),
                (r#"<nav aria-labelledby="x y">a</nav>"#, Expect::Failed),
                (
                    r#"<p id="x">a</p><div><template shadowrootmode="open"><nav aria-labelledby="x">b</nav></template></div>"#,
                    Expect::Failed,
                ),
                (r#"<nav aria-labelledby="l x"><p id="l">a</p></nav>"#, Expect::NeedsReview),
                (r#"<input aria-describedby="x">"#, Expect::NeedsReview),
                (r#"<input aria-invalid="true" aria-errormessage="x">"#, Expect::NeedsReview),
                (r#"<button aria-controls="x">a</button>"#, Expect::NeedsReview),
                (r#"<div role="list" aria-owns="x"></div>"#, Expect::NeedsReview),
                (r#"<nav aria-labelledby="x" hidden>a</nav>"#, Expect::Inapplicable),
                (r#"<nav aria-labelledby="">a</nav>"#, Expect::Inapplicable),
                ("<nav>a</nav>", Expect::Inapplicable),
            ],
        );
    }
}
