//! Nothing has two owners, or owns what it stands in.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;

/// WAI-ARIA 1.2, `aria-owns` (<https://www.w3.org/TR/wai-aria-1.2/#aria-owns>).
pub const RULE: Rule = Rule {
    id: "owned-once",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "`aria-owns` must not take what another element owns, or what is around it",
        why: "Each browser resolves the conflict in its own way: for some people the item is missing, for others it stands elsewhere.",
        fix: "Name each id in one `aria-owns` only, and never that of the element itself or of one around it.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا تأخذ `aria-owns` ما يملكه عنصر آخر ولا ما يحيط بها",
        why: "يحل كل متصفح التعارض بطريقته: يغيب العنصر عن بعض الناس، ويظهر لغيرهم في موضع آخر.",
        fix: "اذكر كل معرّف في `aria-owns` واحدة فقط، ولا تذكر معرّف العنصر نفسه ولا عنصرًا يحيط به.",
        asks: "",
    },
    fa: Words {
        title: "`aria-owns` نباید آنچه را عنصری دیگر دارد یا آنچه دربرگیرنده آن است بگیرد",
        why: "هر مرورگر این تعارض را به شیوه خود حل می‌کند: برای برخی آن جزء نیست و برای برخی جای دیگری است.",
        fix: "هر شناسه را تنها در یک `aria-owns` بیاورید و هرگز شناسه خود عنصر یا دربرگیرنده‌اش را ننویسید.",
        asks: "",
    },
    good: &[r#"<div role="list" aria-owns="a"></div><div role="listitem" id="a">Bread</div>"#],
    bad: &[
        r#"<div role="list" aria-owns="a"></div><div role="list" aria-owns="a"></div><div role="listitem" id="a">Bread</div>"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements that own something on the page, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    element.has_attribute("aria-owns")
        && element.referenced("aria-owns").next().is_some()
        && !element.is_programmatically_hidden()
}

/// Each is its own: it was free, and is not around it.
fn expectation(owner: Element<'_>) -> Outcome {
    let is_hidden = |other: Option<Element<'_>>| other.is_some_and(Element::is_programmatically_hidden);
    let taken = owner.referenced("aria-owns").find(|taken| taken.owner() != Some(owner) && !is_hidden(taken.owner()));
    let Some(taken) = taken else { return Outcome::Passed };
    let id = quoted(taken.attribute("id").unwrap_or_default());
    let is_around = std::iter::successors(Some(owner), |at| at.owner()).any(|around| around == taken);
    Outcome::failed(if is_around {
        format!("it owns {id}, which is itself or around it")
    } else {
        format!("it owns {id}, which another element owns too")
    })
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
                (r#"<div aria-owns="a b"></div><p id="a">a</p><p id="b">b</p>"#, Expect::Passed),
                (r#"<div aria-owns="a a"></div><p id="a">a</p>"#, Expect::Passed),
                (r#"<div aria-owns="a"><p id="a">a</p></div>"#, Expect::Passed),
                (r#"<div hidden aria-owns="a"></div><div aria-owns="a"></div><p id="a">a</p>"#, Expect::Passed),
                (r#"<div aria-owns="a"></div><div aria-owns="a"></div><p id="a">a</p>"#, Expect::Failed),
                (r#"<div id="a" aria-owns="a"></div>"#, Expect::Failed),
                (r#"<div id="a"><p aria-owns="a">a</p></div>"#, Expect::Failed),
                (r#"<div id="a" aria-owns="b"></div><div id="b" aria-owns="a"></div>"#, Expect::Failed),
                (r#"<div aria-owns="nowhere"></div>"#, Expect::Inapplicable),
                (r#"<div aria-owns="a" hidden></div><p id="a">a</p>"#, Expect::Inapplicable),
                ("<div></div>", Expect::Inapplicable),
            ],
        );
    }
}
