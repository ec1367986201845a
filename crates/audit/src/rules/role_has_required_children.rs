//! A role made of certain parts holds them, and nothing else.

use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// <https://act-rules.github.io/rules/bc4a75>, after WAI-ARIA 1.2, 5.2.6
/// (<https://www.w3.org/TR/wai-aria-1.2/#mustContain>).
pub const RULE: Rule = Rule {
    id: "role-has-required-children",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &["bc4a75"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "A role made of certain parts must hold these parts",
        why: "A screen reader announces a list, a menu or a table, and then cannot count its items or move among them.",
        fix: "Give the parts their roles, such as `listitem` in a `list`, and take everything else out of it.",
        asks: "Is this filled later, and does it say `aria-busy=\"true\"` until then?",
    },
    ar: Words {
        title: "يجب أن يضم الدور المكوَّن من أجزاء معيّنة تلك الأجزاء",
        why: "يعلن قارئ الشاشة قائمة أو جدولًا، ثم لا يستطيع عدّ العناصر ولا التنقل بينها.",
        fix: "أعط الأجزاء أدوارها، مثل `listitem` داخل `list`، وأخرج منه كل ما عداها.",
        asks: "هل يُملأ هذا العنصر لاحقًا، وهل يقول `aria-busy=\"true\"` حتى ذلك الحين؟",
    },
    fa: Words {
        title: "نقشی که از اجزای معیّن ساخته می‌شود باید همان اجزا را در خود داشته باشد",
        why: "صفحه‌خوان از فهرست، منو یا جدول خبر می‌دهد، اما نمی‌تواند اجزایش را بشمارد یا میانشان جابه‌جا شود.",
        fix: "به اجزا نقششان را بدهید، مانند `listitem` درون `list`، و هر چیز دیگر را بیرون ببرید.",
        asks: "آیا این بعداً پر می‌شود و تا آن هنگام `aria-busy=\"true\"` دارد؟",
    },
    good: &[r#"<div role="list"><div role="listitem">Bread</div><div role="listitem">Salt</div></div>"#],
    bad: &[r#"<div role="tablist"><a href="/day">Day</a><a href="/week">Week</a></div>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with a role that is made of certain parts, lists of HTML apart, which have a rule of their own, if assistive technologies find them and they do not say that
/// they are being filled. What a `select` holds is the browser's affair.
fn applicability(element: Element<'_>) -> bool {
    let may_be = element.has_attribute("role") || matches!(element.name(), "table" | "tbody" | "tr");
    let is_busy = || element.attribute("aria-busy").is_some_and(|busy| busy.eq_ignore_ascii_case("true"));
    may_be
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && !element.role().owned().is_empty()
        && !element.is("select")
        && !is_busy()
        && element.is_in_accessibility_tree()
}

/// It owns such a part, and nothing that may not be there.
fn expectation(element: Element<'_>) -> Outcome {
    let role = element.role();
    let parts = parts(element);
    let stranger = parts.iter().find(|part| !may_hold(role, part.role()) && !takes_anything(role));
    let is_complete = parts.iter().any(|part| role.owned().contains(&part.role()) && part.role() != Role::Group);
    if stranger.is_none() && is_complete {
        return Outcome::Passed;
    }
    if element.flat_descendants().any(Element::may_have_internal_role) {
        return Outcome::needs_review("Do the custom elements in here have the roles that this one is made of?");
    }
    // Browsers count them, though they do not stand right in their list (HTML-AAM 1.0, `li`).
    if role == Role::List && element.flat_descendants().any(|item| item.is("li") && item.role() == Role::Generic) {
        return Outcome::needs_review(
            "Does a screen reader count the `li` elements in here, which do not stand right in the list?",
        );
    }
    match stranger {
        Some(part) => Outcome::failed(format!("it has the role `{}` and holds {}", role.as_str(), described(*part))),
        None if is_empty(element) && role == element.native_role() => Outcome::Passed,
        None if parts.is_empty() && !has_content(element) => Outcome::needs_review(RULE.en.asks),
        None => Outcome::failed(format!("it has the role `{}` and holds none of its parts", role.as_str())),
    }
}

/// What stands in it for assistive technologies, groups and what stands in these included.
fn parts(element: Element<'_>) -> Vec<Element<'_>> {
    let mut parts = element.accessibility_children();
    let mut at = 0;
    while at < parts.len() {
        if parts[at].role() == Role::Group {
            parts.extend(parts[at].accessibility_children());
        }
        at += 1;
    }
    parts
}

fn described(part: Element<'_>) -> String {
    match part.role() {
        Role::Generic | Role::Unmapped | Role::None => format!("a `{}` with ARIA attributes", part.name()),
        own if own == part.native_role() => format!("a `{}` element", part.name()),
        given => format!("something with the role `{}`", given.as_str()),
    }
}

/// Nothing that could be seen or heard stands in it.
fn is_empty(element: Element<'_>) -> bool {
    !has_text(element) && element.flat_descendants().all(Element::is_programmatically_hidden)
}

/// Whether something stands in it that is none of its parts: text, or in a list of HTML any element at all.
fn has_content(element: Element<'_>) -> bool {
    has_text(element) || element.role() == element.native_role()
}

fn has_text(element: Element<'_>) -> bool {
    let says = |element: Element<'_>| element.own_texts().any(|(_, text)| !text.trim().is_empty());
    says(element) || element.flat_descendants().any(|inner| !inner.is_programmatically_hidden() && says(inner))
}

/// Whether `part` may stand right in `role`. WAI-ARIA 1.3 adds separators in menus and captions in tables; those in lists harm nobody, nor does a menu right
/// in the one it belongs to, as the ARIA Authoring Practices have it (<https://www.w3.org/WAI/ARIA/apg/patterns/menubar/>)
/// (<https://www.w3.org/TR/wai-aria-1.3/#mustContain>).
fn may_hold(role: Role, part: Role) -> bool {
    role.owned().contains(&part)
        || match part {
            Role::Separator => role.is_a(Role::Menu) || role.is_a(Role::List),
            Role::Menu => role.is_a(Role::Menu),
            Role::Caption => role.is_a(Role::Table),
            Role::DocBiblioentry | Role::DocEndnote => role.is_a(Role::List),
            _ => false,
        }
}

/// Whether it may hold other things besides its parts: WAI-ARIA 1.3 lets groups of radio buttons hold what explains them.
fn takes_anything(role: Role) -> bool {
    matches!(role, Role::RadioGroup | Role::Suggestion)
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
                (r#"<div role="list"><p role="listitem">a</p></div>"#, Expect::Passed),
                (r#"<div role="list"><div><p role="listitem">a</p></div></div>"#, Expect::Passed),
                (r#"<div role="list"><button hidden>a</button><p role="listitem">b</p></div>"#, Expect::Passed),
                (r#"<div role="list" aria-owns="x"></div><p role="listitem" id="x">a</p>"#, Expect::Passed),
                (r#"<ul role="menu"><li role="none"><a role="menuitem" href="x">a</a></li></ul>"#, Expect::Passed),
                (r#"<div role="menu"><p role="menuitem">a</p><hr><p role="menuitem">b</p></div>"#, Expect::Passed),
                (r#"<div role="menu"><p role="group"><b role="menuitemradio">a</b></p></div>"#, Expect::Passed),
                (
                    r#"<ul role="menubar"><li role="none"><b role="menuitem">a</b><p role="menu"><b role="menuitem">b</b></p></li></ul>"#,
                    Expect::Passed,
                ),
                (r#"<table role="grid"><caption>a</caption><tr><td>b</table>"#, Expect::Passed),
                (
                    r#"<fieldset role="radiogroup"><legend>a</legend><input type="radio"><p>b</p></fieldset>"#,
                    Expect::Passed,
                ),
                (r#"<div role="list"><button>a</button></div>"#, Expect::Failed),
                (r#"<div role="list"><p role="listitem">a</p><button>b</button></div>"#, Expect::Failed),
                (r#"<ul role="menu"><li>a</li></ul>"#, Expect::Failed),
                (r#"<div role="menu"><p role="group"><a href="x">a</a></p></div>"#, Expect::Failed),
                (r#"<div role="row"><p>a</p></div>"#, Expect::Failed),
                (r#"<div role="radiogroup"><button>a</button></div>"#, Expect::Failed),
                (r#"<div role="listbox"></div>"#, Expect::NeedsReview),
                (r#"<div role="list"><x-item>a</x-item></div>"#, Expect::NeedsReview),
                (r#"<div role="listbox" aria-busy="true"></div>"#, Expect::Inapplicable),
                (r#"<div role="list">a</div>"#, Expect::Failed),
                (r#"<div role="list"><p aria-live="polite"><b role="listitem">a</b></p></div>"#, Expect::Failed),
                (
                    r#"<div role="menu"><p role="group"><b role="menuitem">a</b><i role="group"><b role="tab">c</b></i></p></div>"#,
                    Expect::Failed,
                ),
                (r#"<ul role="list"><p>a</p></ul>"#, Expect::Failed),
                (r#"<ul role="list"><li>a</li><p>a</p></ul>"#, Expect::Failed),
                (r#"<ul role="list"><div><li>a</li></div></ul>"#, Expect::NeedsReview),
                ("<ul><p>a</p></ul>", Expect::Inapplicable),
                (r#"<div role="listbox"><div></div></div>"#, Expect::NeedsReview),
                (r#"<ul role="list"></ul>"#, Expect::Passed),
                (r#"<ul role="list"><li>a<ul><li>b</ul></ul>"#, Expect::Passed),
                ("<table><tr></tr></table>", Expect::Passed),
                ("<table><caption>a</caption><thead><tr><th>b</thead><tr><td>c</table>", Expect::Passed),
                ("<select multiple><option>a<hr><option>b</select>", Expect::Inapplicable),
                (r#"<div role="listbox" hidden></div>"#, Expect::Inapplicable),
                (r#"<div role="note">a</div>"#, Expect::Inapplicable),
            ],
        );
    }
}
