//! What is on the page stands in landmarks.

use crate::page::{Element, Fragment, NodeId, Page, Piece, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use hashbrown::HashSet;

pub const RULE: Rule = Rule {
    id: "content-is-in-landmarks",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "What is on a page with a main landmark should stand in landmarks",
        why: "Whoever moves from landmark to landmark never comes past what stands between them.",
        fix: "Move it into the landmark it belongs to, or give it one: `<header>`, `<nav>`, `<main>`, `<aside>`, `<footer>`.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون ما في صفحة ذات معلَم رئيسي داخل المعالم",
        why: "من ينتقل من معلَم إلى معلَم لا يمر أبدًا بما بينها.",
        fix: "انقله إلى المعلَم الذي يخصه، أو أعطه معلَمًا: `<header>` أو `<nav>` أو `<main>` أو `<aside>` أو `<footer>`.",
        asks: "",
    },
    fa: Words {
        title: "آنچه در صفحه‌ای با نشانگاه اصلی هست باید درون نشانگاه‌ها باشد",
        why: "کسی که از نشانگاهی به نشانگاه دیگر می‌رود هرگز به آنچه میان آن‌هاست نمی‌رسد.",
        fix: "آن را به نشانگاهی ببرید که از آنِ آن است، یا نشانگاهی به آن بدهید: `<header>`، `<nav>`، `<main>`، `<aside>`، `<footer>`.",
        asks: "",
    },
    good: &["<a href='#m'>Skip to content</a><header>Harbour</header><main id='m'>Boats</main>"],
    bad: &["<header>Harbour</header><main>Boats</main><div>Tides: high at nine</div>"],
    check: Check::Page(check),
};

/// A page with a main landmark. The first text outside of all landmarks is reported, with how many others there are.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(root) = page.root() else { return Vec::new() };
    let is_main = |landmark: Element<'_>| landmark.role() == Role::Main && !landmark.may_be_hidden();
    if !page.landmarks().any(|landmark| landmark.frame().is_none() && is_main(landmark)) {
        return Vec::new();
    }
    let mut covered: HashSet<NodeId> = HashSet::new();
    let mut strays: Vec<Element<'_>> = Vec::new();
    for piece in page.pieces() {
        match piece {
            Piece::Element(element) => {
                let is_in_covered = element.flat_parent().is_some_and(|parent| covered.contains(&parent.id()));
                if is_in_covered || covers(element) {
                    covered.insert(element.id());
                }
            }
            Piece::Text(element, text) if !covered.contains(&element.id()) && !text.trim().is_empty() => {
                if !element.may_be_hidden() && strays.last() != Some(&element) {
                    strays.push(element);
                }
            }
            Piece::Text(..) => {}
        }
    }
    let Some(first) = strays.first() else { return vec![(root, Outcome::Passed)] };
    let what = match strays.len() - 1 {
        0 => "it stands in no landmark".to_owned(),
        1 => "it stands in no landmark, like one other text of the page".to_owned(),
        others => format!("it stands in no landmark, like {others} other texts of the page"),
    };
    vec![(*first, Outcome::failed(what))]
}

/// Landmarks; what is hidden; what speaks up by itself or lies over the page; frames, which have landmarks of their own;
/// links that skip to a place on the page, which come first for a reason.
fn covers(element: Element<'_>) -> bool {
    if matches!(element.name(), "head" | "script" | "style" | "noscript" | "template" | "iframe" | "frame") {
        return true;
    }
    let role = element.role();
    let is_apart =
        matches!(role, Role::Dialog | Role::AlertDialog | Role::Alert | Role::Status | Role::Log | Role::Tooltip);
    role.is_landmark()
        || is_apart
        || element.has_attribute("popover")
        || element.has_attribute("aria-live")
        || matches!(element.fragment(), Some(Fragment::To(_) | Fragment::Top))
        || element.is_programmatically_hidden()
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
                ("<header>a</header><div><main>b</main></div><footer>c</footer>", Expect::Passed),
                ("<a href='#m'>a</a><main id=m>b</main>", Expect::Passed),
                ("<main>b</main><div role=status>c</div><p hidden>d</p><dialog open>e</dialog>", Expect::Passed),
                ("<main>b</main><script>c</script><noscript>d</noscript>", Expect::Passed),
                ("<main>a</main><p>b</p>", Expect::Failed),
                ("text<main>a</main>", Expect::Failed),
                ("<main>a</main><section><p>b</p></section>", Expect::Failed),
                ("<p>a</p>", Expect::Inapplicable),
                ("<nav>a</nav><p>b</p>", Expect::Inapplicable),
            ],
        );
    }
}
