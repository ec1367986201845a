//! An image does not say again what the text beside it says.

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "alt-is-not-repeated",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "An image should not repeat the text beside it",
        why: "Whoever listens hears the same words twice and wonders whether there are two things.",
        fix: "Write `alt=\"\"`: the text beside the image says it already. If the image tells more, say that.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألّا تكرّر الصورة النص الذي بجانبها",
        why: "يسمع المستمع الكلمات نفسها مرتين ويتساءل إن كان هناك شيئان.",
        fix: "اكتب `alt=\"\"`، فالنص بجانب الصورة يقول ذلك. وإن كانت الصورة تقول أكثر فاكتب ما تزيده.",
        asks: "",
    },
    fa: Words {
        title: "تصویر نباید متن کنار خود را تکرار کند",
        why: "شنونده همان واژه‌ها را دو بار می‌شنود و نمی‌داند با یک چیز روبه‌روست یا دو چیز.",
        fix: "`alt=\"\"` بنویسید؛ متن کنار تصویر همان را می‌گوید. اگر تصویر چیز بیشتری می‌گوید همان را بنویسید.",
        asks: "",
    },
    good: &[r#"<a href="/harbour"><img src="harbour.jpg" alt=""> The harbour</a>"#],
    bad: &[r#"<a href="/harbour"><img src="harbour.jpg" alt="The harbour"> The harbour</a>"#],
    check: Check::Page(check),
};

/// `img` elements with a name in a link, a button or a figure with other words: their name is not just these.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut texts: HashMap<NodeId, String> = HashMap::new();
    let mut outcomes = Vec::new();
    for image in page.elements().filter(|element| element.is("img") && !element.is_programmatically_hidden()) {
        let Some(beside) = beside(image).filter(|_| !image.accessible_name().is_empty()) else { continue };
        let text = texts.entry(beside.id()).or_insert_with(|| beside.visible_inner_text().to_lowercase());
        if text.is_empty() {
            continue;
        }
        let place = if beside.is("figcaption") { "the caption" } else { "the text beside it" };
        outcomes.push((
            image,
            if image.accessible_name().to_lowercase() == *text {
                Outcome::failed(format!("its name and {place} are the same words"))
            } else {
                Outcome::Passed
            },
        ));
    }
    outcomes
}

/// A caption is the first or the last of few; a figure of a thousand images is not worth a thousand looks.
const MANY: usize = 20;

/// The link or button it stands in, unless that is named otherwise, or the caption of its figure.
fn beside(image: Element<'_>) -> Option<Element<'_>> {
    let around = image
        .flat_lineage()
        .skip(1)
        .find(|around| around.is("figure") || matches!(around.role(), Role::Link | Role::Button))?;
    if around.is("figure") {
        return around.children().take(MANY).find(|child| child.is("figcaption"));
    }
    let is_named_otherwise = around.has_attribute("aria-label") || around.has_attribute("aria-labelledby");
    (!is_named_otherwise).then_some(around)
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
                ("<a href=x><img src=a alt='A cat asleep'> Cats</a>", Expect::Passed),
                ("<figure><img src=a alt='A cat'><figcaption>A cat, 1980</figcaption></figure>", Expect::Passed),
                ("<a href=x><img src=a alt='Cats'> <b>cats</b></a>", Expect::Failed),
                ("<button><img src=a alt='ابحث'>ابحث</button>", Expect::Failed),
                ("<figure><img src=a alt=' A  cat '><figcaption>A cat</figcaption></figure>", Expect::Failed),
                ("<a href=x><img src=a alt=Cats></a>", Expect::Inapplicable),
                ("<a href=x><img src=a alt=Cats><b hidden>Cats</b></a>", Expect::Inapplicable),
                ("<a href=x><img src=a alt=''> Cats</a>", Expect::Inapplicable),
                ("<a href=x aria-label=Cats><img src=a alt=Cats> Cats</a>", Expect::Inapplicable),
                ("<p><img src=a alt=Cats> Cats</p>", Expect::Inapplicable),
            ],
        );
    }
}
