//! Frames with one name show one thing.

use crate::page::{Certainty, Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::normalized;
use crate::wcag;
use hashbrown::{HashMap, HashSet};

pub const RULE: Rule = Rule {
    id: "same-iframes",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["4b1c6c"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Frames with the same name must show the same thing",
        why: "A screen reader gives frames by their names. Two that are called the same cannot be told apart without going into both.",
        fix: "Say in the `title` of each frame what it shows.",
        asks: "These frames have the same name, but their addresses differ. Do they show the same thing?",
    },
    ar: Words {
        title: "يجب أن تعرض الإطارات ذات الاسم الواحد شيئًا واحدًا",
        why: "يذكر قارئ الشاشة الإطارات بأسمائها. وإطاران باسم واحد لا يُميَّز بينهما إلا بدخول كليهما.",
        fix: "قل في `title` كل إطار ما يعرضه.",
        asks: "لهذه الإطارات اسم واحد، لكن عناوينها مختلفة. هل تعرض الشيء نفسه؟",
    },
    fa: Words {
        title: "قاب‌های هم‌نام باید یک چیز را نشان دهند",
        why: "صفحه‌خوان قاب‌ها را با نامشان می‌گوید. دو قاب هم‌نام را نمی‌توان از هم شناخت مگر با رفتن به درون هر دو.",
        fix: "در `title` هر قاب بگویید چه نشان می‌دهد.",
        asks: "این قاب‌ها یک نام دارند ولی نشانی‌هایشان فرق دارد. آیا یک چیز را نشان می‌دهند؟",
    },
    good: &["<iframe title='Tides' src='/tides'></iframe><iframe title='Weather' src='/weather'></iframe>"],
    bad: &["<iframe title='Map' src='/north'></iframe><iframe title='Map' src='/south'></iframe>"],
    check: Check::Page(check),
};

/// `iframe` elements with the same name (<https://act-rules.github.io/rules/4b1c6c>), from the second on.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut first: HashMap<String, Element<'_>> = HashMap::new();
    let mut outcomes = Vec::new();
    for frame in page.elements().filter(|element| element.is("iframe") && element.is_in_accessibility_tree()) {
        let name = normalized(frame.accessible_name());
        if name.is_empty() {
            continue;
        }
        match first.get(&name) {
            Some(earlier) => outcomes.push((frame, expectation(*earlier, frame))),
            None => {
                first.insert(name, frame);
            }
        }
    }
    outcomes
}

/// The same address or the same markup. Different ones may show an equivalent thing, which only a person can tell.
fn expectation(earlier: Element<'_>, frame: Element<'_>) -> Outcome {
    let is_same = match (earlier.attribute("srcdoc"), frame.attribute("srcdoc")) {
        (None, None) => address(earlier) == address(frame),
        (one, other) => one == other,
    };
    if is_same {
        return Outcome::Passed;
    }
    let is_written_here = earlier.has_attribute("srcdoc") || frame.has_attribute("srcdoc");
    match frame.page().lead_to_one_thing(&address(earlier), &address(frame)) {
        _ if is_written_here => Outcome::needs_review(RULE.en.asks),
        Certainty::Yes => Outcome::Passed,
        Certainty::No => {
            Outcome::failed(format!("another frame with this name shows another thing: {}", address(earlier)))
        }
        Certainty::Unknown => Outcome::needs_review(RULE.en.asks),
    }
}

/// The addresses of frames that share a name with another address.
pub(super) fn addresses_in_doubt(page: &Page) -> Vec<String> {
    let outcomes = check(page);
    let in_doubt = outcomes.iter().filter(|(_, outcome)| *outcome != Outcome::Passed).map(|(frame, _)| *frame);
    let names: HashSet<String> = in_doubt.map(|frame| normalized(frame.accessible_name())).collect();
    let frames = page.elements().filter(|element| element.is("iframe"));
    frames.filter(|frame| names.contains(&normalized(frame.accessible_name()))).map(address).collect()
}

/// An empty or missing `src` is an empty document.
fn address(frame: Element<'_>) -> String {
    let written = frame.attribute("src").unwrap_or_default().trim_ascii();
    if written.is_empty() {
        return "about:blank".to_owned();
    }
    frame.resolves(written).map_or_else(|| written.to_owned(), String::from)
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
                ("<iframe title=a src=b></iframe><iframe title='A ' src=./b></iframe>", Expect::Passed),
                ("<iframe title=a srcdoc=b></iframe><iframe aria-label=a srcdoc=b></iframe>", Expect::Passed),
                ("<iframe title=a></iframe><iframe title=a src=about:blank></iframe>", Expect::Passed),
                ("<iframe title=a src=b></iframe><iframe title=a src=c></iframe>", Expect::NeedsReview),
                ("<iframe title=a srcdoc=b></iframe><iframe title=a srcdoc=c></iframe>", Expect::NeedsReview),
                ("<iframe title=a src=b></iframe>", Expect::Inapplicable),
                ("<iframe title=a src=b></iframe><iframe title=b src=c></iframe>", Expect::Inapplicable),
                ("<iframe title=a src=b></iframe><iframe title=a src=c hidden></iframe>", Expect::Inapplicable),
                ("<iframe src=b></iframe><iframe src=c></iframe>", Expect::Inapplicable),
            ],
        );
    }
}
