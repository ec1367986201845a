//! The way to a page says which link is the page itself.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::BREADCRUMB;

pub const RULE: Rule = Rule {
    id: "breadcrumb-says-current",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "In a breadcrumb trail, the link to the page itself should say that it is current",
        why: "The eye sees where the trail ends. A screen reader says one more link, and following it leads nowhere new.",
        fix: "Write `aria-current=\"page\"` on the link, or make it plain text.",
        asks: "",
    },
    ar: Words {
        title: "في مسار التنقل ينبغي أن يقول الرابط إلى الصفحة نفسها إنها الحالية",
        why: "ترى العين أين ينتهي المسار. أما قارئ الشاشة فيقول رابطًا آخر، واتباعه لا يوصل إلى جديد.",
        fix: "اكتب `aria-current=\"page\"` على الرابط، أو اجعله نصًّا فقط.",
        asks: "",
    },
    fa: Words {
        title: "در مسیر صفحه، پیوند به خود صفحه باید بگوید که صفحهٔ کنونی است",
        why: "چشم می‌بیند مسیر کجا تمام می‌شود. صفحه‌خوان یک پیوند دیگر می‌گوید که دنبال کردنش به جای تازه‌ای نمی‌رسد.",
        fix: "روی پیوند `aria-current=\"page\"` بنویسید، یا آن را متن ساده کنید.",
        asks: "",
    },
    good: &["<nav aria-label='Breadcrumb'><a href='/'>Home</a> <a href='' aria-current='page'>Tides</a></nav>"],
    bad: &["<nav aria-label='Breadcrumb'><a href='/'>Home</a> <a href=''>Tides</a></nav>"],
    check: Check::Each { applicability, expectation },
};

/// The last link in a navigation landmark that is called a breadcrumb trail, if it leads to the page itself (ARIA
/// Authoring Practices, <https://www.w3.org/WAI/ARIA/apg/patterns/breadcrumb/>).
fn applicability(element: Element<'_>) -> bool {
    (element.is("nav") || element.has_attribute("role"))
        && element.role() == Role::Navigation
        && element.is_in_accessibility_tree()
        && BREADCRUMB.holds(element.accessible_name())
        && last_link(element).is_some_and(leads_here)
}

fn last_link(trail: Element<'_>) -> Option<Element<'_>> {
    trail.descendants().filter(|element| element.is_exposed_link()).last()
}

/// A mere `#` is what is written before the address is known.
fn leads_here(link: Element<'_>) -> bool {
    if link.href().is_some_and(|href| href.starts_with('#')) {
        return false;
    }
    let (Some(mut address), Some(mut page)) = (link.leads_to(), link.page().address().cloned()) else { return false };
    address.set_fragment(None);
    page.set_fragment(None);
    address == page
}

/// `aria-current` anywhere in the trail: the last link may not be its last part.
fn expectation(trail: Element<'_>) -> Outcome {
    let Some(link) = last_link(trail) else { return Outcome::Passed };
    let says = |element: Element<'_>| {
        element.attribute("aria-current").is_some_and(|value| !matches!(value.trim_ascii(), "" | "false"))
    };
    if trail.descendants().any(says) {
        return Outcome::Passed;
    }
    Outcome::failed(format!(
        "its last link, “{}”, leads to this page and has no `aria-current`",
        link.accessible_name()
    ))
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
                ("<nav aria-label=Breadcrumb><a href=/>a</a><a href='' aria-current=page>b</a></nav>", Expect::Passed),
                (
                    "<nav aria-label=Breadcrumbs><ol><li><a href=/>a</a><li aria-current=page><a href=fragment>b</a></ol></nav>",
                    Expect::Passed,
                ),
                ("<nav aria-label=Breadcrumb><a href=/>a</a><a href='fragment#m'>b</a></nav>", Expect::Failed),
                (
                    "<nav aria-label='مسار التنقل'><a href=/>a</a><a href='' aria-current=false>b</a></nav>",
                    Expect::Failed,
                ),
                ("<nav aria-label=Breadcrumb><a href=/>a</a> b</nav>", Expect::Inapplicable),
                ("<nav aria-label=Breadcrumb><a href='#'>a</a></nav>", Expect::Inapplicable),
                ("<nav aria-label=Site><a href=''>a</a></nav>", Expect::Inapplicable),
                ("<div aria-label=Breadcrumb><a href=''>a</a></div>", Expect::Inapplicable),
            ],
        );
    }
}
