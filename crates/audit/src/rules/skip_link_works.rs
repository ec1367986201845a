//! Links that skip lead somewhere.

use crate::page::{Element, Fragment, Observation, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::SKIP;

pub const RULE: Rule = Rule {
    id: "skip-link-works",
    criteria: &[],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Links that skip should lead somewhere",
        why: "Whoever uses only keys follows the link, nothing moves, and the whole menu comes after all.",
        fix: "Give the element where the content begins the `id` that the link asks for, and let Tab lead to the link.",
        asks: "This link to the top of the page says that it skips something. Does a script move the focus to the content?",
    },
    ar: Words {
        title: "ينبغي أن توصل روابط التخطي إلى مكان",
        why: "من لا يستعمل إلا المفاتيح يتبع الرابط فلا يتحرك شيء، وتأتي القائمة كلها رغم ذلك.",
        fix: "أعطِ العنصر الذي يبدأ عنده المحتوى المعرّف `id` الذي يطلبه الرابط، واجعل Tab يصل إلى الرابط.",
        asks: "يقول هذا الرابط إلى أعلى الصفحة إنه يتخطى شيئًا. هل ينقل برنامجٌ التركيز إلى المحتوى؟",
    },
    fa: Words {
        title: "پیوندهای پرش باید به جایی برسند",
        why: "کسی که فقط کلیدها را دارد پیوند را دنبال می‌کند، هیچ چیز جابه‌جا نمی‌شود و باز همهٔ منو می‌آید.",
        fix: "به عنصری که محتوا از آن آغاز می‌شود همان `id` را بدهید که پیوند می‌خواهد، و بگذارید Tab به پیوند برسد.",
        asks: "این پیوند که به بالای صفحه می‌رود می‌گوید از چیزی می‌گذرد. آیا برنامه‌ای تمرکز را به محتوا می‌برد؟",
    },
    good: &["<a href='#m'>Skip to content</a><nav><a href='/'>Home</a></nav><main id='m'>Tides</main>"],
    bad: &["<a href='#content'>Skip to content</a><nav><a href='/'>Home</a></nav><main id='m'>Tides</main>"],
    check: Check::Each { applicability, expectation },
};

const HIDDEN: &str = "What this link leads to is `inert` or hidden from assistive technologies. Is it still so once the link is followed?";

/// Links to a place on the same page whose name says that they skip something.
fn applicability(element: Element<'_>) -> bool {
    element.href().is_some_and(|href| href.starts_with('#'))
        && element.fragment().is_some()
        && element.is_exposed_link()
        && SKIP.comes_up_in(element.accessible_name())
}

/// The links of a page that say that they skip something.
pub fn skip_links(page: &Page) -> impl Iterator<Item = Element<'_>> {
    page.elements().filter(|element| applicability(*element))
}

/// What has the focus after Enter on the link and Tab, if that should have been skipped.
fn skips_nothing(link: Element<'_>) -> Option<Element<'_>> {
    link.observations().iter().find_map(|seen| match seen {
        Observation::SkipsNothing { next } => link.page().element(*next),
        _ => None,
    })
}

/// Whether words in it are kept from assistive technologies. An empty place to go to hides nothing.
fn hides_words(target: Element<'_>) -> bool {
    let has_words = |at: Element<'_>| at.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric));
    target.is_programmatically_hidden() && std::iter::once(target).chain(target.descendants()).any(has_words)
}

/// Tab leads to the link, the link to something that is there, and where that was tried, the focus goes there.
fn expectation(link: Element<'_>) -> Outcome {
    let name = link.href().unwrap_or_default();
    match link.fragment() {
        _ if !link.is_in_tab_order() => Outcome::failed("Tab does not lead to it"),
        Some(Fragment::Nowhere) => Outcome::failed(format!("nothing on the page has the `id` of `{name}`")),
        Some(Fragment::To(target)) if target.may_be_hidden() => Outcome::Passed,
        Some(Fragment::To(target)) if !target.is_rendered() => {
            Outcome::failed(format!("what `{name}` leads to is not shown"))
        }
        Some(Fragment::To(_)) if let Some(next) = skips_nothing(link) => {
            Outcome::failed(format!("Enter on it, and then Tab, lead to {}, before `{name}`", next.start_tag()))
        }
        Some(Fragment::To(target)) if hides_words(target) && link.page().stays_as_it_is() => {
            Outcome::failed(format!("what `{name}` leads to is `inert` or hidden from assistive technologies"))
        }
        Some(Fragment::To(target)) if hides_words(target) => Outcome::needs_review(HIDDEN),
        Some(Fragment::Top) if name == "#" && !link.has_handler() => Outcome::needs_review(RULE.en.asks),
        _ => Outcome::Passed,
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
                ("<a href='#m'>Skip to content</a><main id=m>a</main>", Expect::Passed),
                ("<a href='#m'>تخطَّ إلى المحتوى</a><a name=m></a>", Expect::Passed),
                ("<a href='#top'>Skip to top</a>", Expect::Passed),
                ("<a href='#m'>Skip to content</a><p id=n>a</p>", Expect::Failed),
                ("<a href='#m'>پرش به محتوا</a>", Expect::Failed),
                ("<a href='#m'>Skip to content</a><p id=m hidden>a</p>", Expect::Failed),
                ("<a href='#m'>Skip to content</a><main id=m inert>a</main>", Expect::Failed),
                ("<a href='#m'>Skip to content</a><div aria-hidden=true><p id=m>a</p></div>", Expect::Failed),
                ("<a href='#m'>Skip to content</a><main id=m inert>a</main><script>a()</script>", Expect::NeedsReview),
                ("<a href='#m'>Skip to content</a><a id=m aria-hidden=true></a><p>a</p>", Expect::Passed),
                ("<a href='#m' tabindex=-1>Skip to content</a><main id=m>a</main>", Expect::Failed),
                ("<a href='#'>Skip to content</a>", Expect::NeedsReview),
                ("<a href='#m'>Boats</a>", Expect::Inapplicable),
                ("<a href='/m'>Skip to content</a>", Expect::Inapplicable),
                ("<a href='#m' hidden>Skip to content</a>", Expect::Inapplicable),
            ],
        );
    }
}
