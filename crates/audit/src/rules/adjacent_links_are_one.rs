//! A picture and its words are one link.

use crate::page::Element;
use crate::page::Page;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "adjacent-links-are-one",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "A picture and a text side by side that lead to one place should be one link",
        why: "A screen reader says the same thing twice, Tab stops twice, and each target is smaller than both together.",
        fix: "Put both into one link, and give the picture `alt=\"\"` if the text says it all.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن تكون الصورة والنص المتجاوران اللذان يوصلان إلى مكان واحد رابطًا واحدًا",
        why: "يقول قارئ الشاشة الشيء نفسه مرتين، ويقف Tab مرتين، وكل هدف أصغر منهما معًا.",
        fix: "ضع الاثنين في رابط واحد، واكتب للصورة `alt=\"\"` إن كان النص يقول كل شيء.",
        asks: "",
    },
    fa: Words {
        title: "تصویر و متنی که کنار هم به یک جا می‌روند باید یک پیوند باشند",
        why: "صفحه‌خوان یک چیز را دو بار می‌گوید، Tab دو بار می‌ایستد، و هر هدف کوچک‌تر از هر دو با هم است.",
        fix: "هر دو را در یک پیوند بگذارید، و اگر متن همه چیز را می‌گوید به تصویر `alt=\"\"` بدهید.",
        asks: "",
    },
    good: &["<a href='/tides'><img src='t.png' alt=''> Tides</a>"],
    bad: &["<a href='/tides'><img src='t.png' alt='Tides'></a> <a href='/tides'>Tides</a>"],
    check: Check::Page(check),
};

/// Links that follow each other with nothing in between and lead to one address, one showing a picture and the other a
/// text (WCAG's technique H2).
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut outcomes = Vec::new();
    for parent in page.elements() {
        let mut before: Option<Element<'_>> = None;
        for child in parent.children().filter(|child| !child.is("br")) {
            let link = Some(child).filter(|child| child.href().is_some_and(|href| !href.is_empty() && href != "#"));
            if let (Some(first), Some(second)) = (before, link)
                && first.href() == second.href()
                && shows_picture_only(first) != shows_picture_only(second)
                && is_reached(first)
                && is_reached(second)
                && !has_text_between(parent, first, second)
            {
                outcomes.push((
                    second,
                    Outcome::failed("it leads where the link before it leads: one is a picture, one a text"),
                ));
            }
            before = link;
        }
    }
    outcomes
}

fn is_reached(link: Element<'_>) -> bool {
    link.is_exposed_link() && link.is_in_tab_order() && !link.accessible_name().is_empty()
}

fn shows_picture_only(link: Element<'_>) -> bool {
    let is_picture = |element: Element<'_>| matches!(element.name(), "img" | "svg" | "picture");
    link.descendants().any(is_picture) && link.visible_inner_text().is_empty()
}

fn has_text_between(parent: Element<'_>, first: Element<'_>, second: Element<'_>) -> bool {
    parent.own_texts().any(|(id, text)| first.id() < id && id < second.id() && !text.trim().is_empty())
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
                ("<a href=a><img alt=b></a><a href=a>b</a>", Expect::Failed),
                ("<a href=a>b</a> <br> <a href=a><svg role=img aria-label=b></svg></a>", Expect::Failed),
                ("<a href=a><img alt=b>b</a>", Expect::Inapplicable),
                ("<a href=a><img alt=b></a> or <a href=a>b</a>", Expect::Inapplicable),
                ("<a href=a><img alt=b></a><a href=c>b</a>", Expect::Inapplicable),
                ("<a href=a>b</a><a href=a>c</a>", Expect::Inapplicable),
                ("<a href=a tabindex=-1 aria-hidden=true><img alt=b></a><a href=a>b</a>", Expect::Inapplicable),
                ("<a href=a><img alt=b></a><p>c</p><a href=a>b</a>", Expect::Inapplicable),
            ],
        );
    }
}
