//! Links with one name lead to one place.

use crate::page::{Certainty, Element, NodeId, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::normalized;
use crate::wcag;
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "same-links-lead-to-one-place",
    criteria: &[wcag::LINK_PURPOSE_LINK_ONLY],
    act: &["b20e66"],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Links with the same name must lead to the same thing",
        why: "In a screen reader's list of links the two are one. Whoever follows the wrong one lands somewhere else.",
        fix: "Give links to different things different names, and links to the same thing the same address.",
        asks: "Links with this name have different addresses. Is it the same thing that they lead to?",
    },
    ar: Words {
        title: "يجب أن توصل الروابط ذات الاسم الواحد إلى شيء واحد",
        why: "في قائمة الروابط لدى قارئ الشاشة لا فرق بينها. ومن يتبع الخطأ منها يصل إلى مكان آخر.",
        fix: "سمِّ الروابط إلى أشياء مختلفة بأسماء مختلفة، واجعل للروابط إلى الشيء نفسه عنوانًا واحدًا.",
        asks: "للروابط بهذا الاسم عناوين مختلفة. هل توصل إلى الشيء نفسه؟",
    },
    fa: Words {
        title: "پیوندهای هم‌نام باید به یک چیز برسند",
        why: "در فهرست پیوندهای صفحه‌خوان فرقی با هم ندارند. کسی که پیوند نادرست را دنبال کند سر از جای دیگری درمی‌آورد.",
        fix: "به پیوندهایی که به چیزهای گوناگون می‌روند نام‌های گوناگون بدهید، و به پیوندهای یک چیز یک نشانی.",
        asks: "پیوندهای این نام نشانی‌های گوناگون دارند. آیا به یک چیز می‌رسند؟",
    },
    good: &["<p><a href='/tides'>Tides</a></p><p><a href='/tides'>Tides</a></p>"],
    bad: &["<p><a href='/tides'>Tides</a></p><p><a href='/tides?year=1999'>Tides</a></p>"],
    check: Check::Page(check),
};

/// Links with the same name in different contexts; those in the same context are another rule's.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let sets = links_by_name(page, |_| Vec::new());
    let mut outcomes: Vec<_> = sets
        .into_iter()
        .filter(|set| differs(set).is_none() || !set_has_one_context(set))
        .map(|set| outcome(&set, RULE.en.asks))
        .collect();
    outcomes.sort_by_key(|(link, _)| link.id());
    outcomes
}

fn set_has_one_context(set: &[Element<'_>]) -> bool {
    let context = |link: &Element<'_>| link.link_context().into_iter().map(Element::id).collect::<Vec<_>>();
    let first = set.first().map(context);
    set.iter().all(|link| Some(context(link)) == first)
}

/// Links that have a name, by that and what `key` gives; sets of two and more. Those that lead to where they stand are left
/// out: they are for copying their address.
pub(super) fn links_by_name<'p>(page: &'p Page, key: fn(Element<'_>) -> Vec<NodeId>) -> Vec<Vec<Element<'p>>> {
    let mut by_name: HashMap<String, Vec<Element<'p>>> = HashMap::new();
    let counts = |link: &Element<'_>| link.is_exposed_link() && link.has_certain_name() && !link.leads_to_itself();
    for link in page.elements().filter(counts) {
        let name = link.accessible_name();
        if !name.is_empty() {
            // A name of signs only, such as an arrow, is compared as it is.
            let normalized = Some(normalized(name)).filter(|name| !name.is_empty());
            by_name.entry(normalized.unwrap_or_else(|| name.to_owned())).or_default().push(link);
        }
    }
    let mut sets: HashMap<(String, Vec<NodeId>), Vec<Element<'p>>> = HashMap::new();
    for (name, links) in by_name.into_iter().filter(|(_, links)| links.len() > 1) {
        for link in links {
            sets.entry((name.clone(), key(link))).or_default().push(link);
        }
    }
    sets.into_values().filter(|set| set.len() > 1).collect()
}

/// Where a link leads. An empty fragment is the top of the page, where an address without one leads too.
fn destination(link: Element<'_>) -> Option<String> {
    let mut address = link.leads_to().or_else(|| link.click_leads_to())?;
    if address.fragment() == Some("") {
        address.set_fragment(None);
    }
    Some(address.into())
}

/// The first link of a set that has another address than the first one. What leads somewhere by a script only is the same
/// where the script is.
pub(super) fn differs<'p>(set: &[Element<'p>]) -> Option<Element<'p>> {
    let first = set.first()?;
    let written = |link: Element<'p>| link.href().or_else(|| link.attribute("onclick"));
    let address = |link: Element<'_>| destination(link);
    let expected = address(*first);
    set.iter().copied().skip(1).find(|link| match written(*first) {
        // What is written alike leads to one place, however it is read.
        Some(own) if written(*link) == Some(own) => false,
        _ => expected.is_none() || address(*link) != expected,
    })
}

/// Passed where all have the same address, or addresses that were seen to give the same. Failed where two were seen to
/// give different things; where that is not known it is a question.
pub(super) fn outcome<'p>(set: &[Element<'p>], question: &'static str) -> (Element<'p>, Outcome) {
    let Some(link) = differs(set) else { return (set[0], Outcome::Passed) };
    let first = destination(set[0]);
    let mut worst = (link, Outcome::Passed);
    for other in &set[1..] {
        let compared = match (&first, destination(*other)) {
            (Some(one), Some(other)) => link.page().lead_to_one_thing(one, &other),
            _ => Certainty::Unknown,
        };
        match compared {
            Certainty::Yes => {}
            Certainty::No => {
                let first = first.unwrap_or_default();
                return (
                    *other,
                    Outcome::failed(format!("another link with this name leads to another thing: {first}")),
                );
            }
            Certainty::Unknown => worst = (link, Outcome::needs_review(question)),
        }
    }
    worst
}

/// The addresses whose contents decide whether links and frames of one name give one thing, and whether other pages repeat
/// what is on this one, each once.
pub fn addresses_to_compare(page: &Page) -> Vec<String> {
    let sets = links_by_name(page, |_| Vec::new());
    let in_doubt = sets.iter().filter(|set| differs(set).is_some()).flatten();
    let links = in_doubt.filter_map(|link| destination(*link));
    let frames = super::same_iframes::addresses_in_doubt(page);
    let others = super::bypass_blocks::pages_to_compare(page);
    let mut addresses: Vec<String> =
        links.chain(frames).chain(others).filter(|address| address.starts_with("http")).collect();
    addresses.sort_unstable();
    addresses.dedup();
    addresses
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
                ("<p><a href=a>t</a></p><p><a href=a>T.</a></p>", Expect::Passed),
                ("<p><a href='a'>t</a></p><p><a href='./b/../a'>t</a></p>", Expect::Passed),
                ("<p><a href=a>t</a></p><svg><a href=a aria-label=t /></svg>", Expect::Passed),
                ("<p><a href=''>t</a></p><p><a href='#'>t</a></p>", Expect::Passed),
                ("<p><a href=a>t</a></p><p><a href=b>t</a></p>", Expect::NeedsReview),
                ("<p><a href='#a'>t</a></p><p><a href='#b'>t</a></p>", Expect::NeedsReview),
                ("<p><a href=a>→</a></p><p><a href=b>→</a></p>", Expect::NeedsReview),
                ("<p><b role=link>t</b></p><p><b role=link>t</b></p>", Expect::NeedsReview),
                ("<p><b role=link onclick=f()>t</b></p><p><b role=link onclick=f()>t</b></p>", Expect::Passed),
                ("<h2 id=a><a href='#a'>§</a></h2><h2><a id=b href='#b'>§</a></h2>", Expect::Inapplicable),
                ("<a href=a>t</a><a href=b>t</a>", Expect::Inapplicable),
                ("<a href=a>t</a><a href=b>u</a>", Expect::Inapplicable),
                ("<a href=a>t</a><a href=b hidden>t</a>", Expect::Inapplicable),
                ("<a href=a></a><a href=b></a>", Expect::Inapplicable),
                ("<a href=a>→</a><a href=b>←</a>", Expect::Inapplicable),
            ],
        );
    }
}
