//! One key, one control.

use crate::page::{Element, NodeId, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "accesskey-is-unique",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "An `accesskey` should be given to one element only",
        why: "The key activates one of them, or only moves between them: who relies on it lands elsewhere.",
        fix: "Give each a key of its own, or none: most people and screen readers are better off without.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألا يُعطى مفتاح `accesskey` إلا لعنصر واحد",
        why: "يفعّل المفتاح أحد العناصر أو ينتقل بينها فقط، فمن يعتمد عليه يجد نفسه في مكان آخر.",
        fix: "أعط كل عنصر مفتاحًا خاصًّا به، أو لا تعطِ شيئًا: فذلك أفضل لمعظم الناس ولقارئات الشاشة.",
        asks: "",
    },
    fa: Words {
        title: "هر `accesskey` بهتر است فقط از آنِ یک عنصر باشد",
        why: "کلید یکی از آن‌ها را به کار می‌اندازد یا فقط میانشان جابه‌جا می‌شود؛ کسی که به آن تکیه دارد از جای دیگری سر درمی‌آورد.",
        fix: "به هر کدام کلید خودش را بدهید، یا هیچ کلیدی ندهید؛ برای بیشتر مردم و صفحه‌خوان‌ها بی آن بهتر است.",
        asks: "",
    },
    good: &[r#"<a href="/" accesskey="h">Home</a> <a href="/search" accesskey="s">Search</a>"#],
    bad: &[r#"<a href="/" accesskey="h">Home</a> <a href="/help" accesskey="h">Help</a>"#],
    check: Check::Page(check),
};

/// Rendered HTML elements with an `accesskey`: none before it in its document has the same first key
/// (<https://html.spec.whatwg.org/multipage/interaction.html#the-accesskey-attribute>). Of several keys a browser may take
/// any, so only an element with one is proved to be in the way.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut seen: HashMap<(NodeId, String), Element<'_>> = HashMap::new();
    let mut outcomes = Vec::new();
    for element in page.elements() {
        let Some(keys) = element.attribute("accesskey") else { continue };
        let mut keys = keys.split_ascii_whitespace().filter(|key| key.chars().count() == 1);
        let (Some(key), None) = (keys.next(), keys.next()) else { continue };
        if !element.is(element.name()) || !element.is_rendered() {
            continue;
        }
        let first = *seen.entry((element.tree(), key.to_lowercase())).or_insert(element);
        let outcome = if first == element {
            Outcome::Passed
        } else {
            Outcome::failed(format!("its `accesskey` is `{key}`, as that of `{}` is", first.selector()))
        };
        outcomes.push((element, outcome));
    }
    outcomes
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
                ("<a href=a accesskey=a>A</a><a href=b accesskey=b>B</a>", Expect::Passed),
                ("<a href=a accesskey=a>A</a><a href=b accesskey=a hidden>B</a>", Expect::Passed),
                ("<a href=a accesskey=س>A</a><a href=b accesskey=ص>B</a>", Expect::Passed),
                ("<a href=a accesskey=a>A</a><a href=b accesskey=A>B</a>", Expect::Failed),
                ("<button accesskey=س>A</button><button accesskey=س>B</button>", Expect::Failed),
                ("<a href=a accesskey='a b'>A</a><a href=b accesskey='a c'>B</a>", Expect::Inapplicable),
                ("<a href=a accesskey=save>A</a><a href=b accesskey=save>B</a>", Expect::Inapplicable),
                ("<a href=a accesskey>A</a>", Expect::Inapplicable),
            ],
        );
    }
}
