//! What a label, a cell or an ARIA attribute points at is one element (WCAG 2.2, failure F77 in what it means for
//! relations; HTML, 3.2.6, <https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute>).

use crate::page::{Element, NodeId, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;
use hashbrown::HashMap;

const ASKS: &str =
    "Several elements have the id that this points at, and only the first is taken. Is that the one that is meant?";

pub const RULE: Rule = Rule {
    id: "reference-is-unambiguous",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS, wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What is pointed at by its id must be the only element with that id",
        why: "Of several elements with one id, the first gets the label or gives the description. Screen readers then say the wrong words, or none.",
        fix: "Give each element an id of its own, and point at the right one.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يكون ما يُشار إليه بمعرّفه وحيدًا في حمل ذلك المعرّف",
        why: "إذا حملت عدّة عناصر معرّفًا واحدًا نال أولها التسمية أو أُخذ منه الوصف، فيقول قارئ الشاشة كلامًا خاطئًا أو لا يقول شيئًا.",
        fix: "أعطِ كل عنصر معرّفًا خاصًا به، وأشِر إلى العنصر الصحيح.",
        asks: "لعدّة عناصر المعرّف الذي يُشار إليه هنا، ولا يؤخذ إلا أولها. أهو المقصود؟",
    },
    fa: Words {
        title: "عنصری که با شناسه به آن اشاره می‌شود باید تنها دارندهٔ آن شناسه باشد",
        why: "از چند عنصر با یک شناسه، اولی برچسب را می‌گیرد یا توضیح را می‌دهد. آن‌گاه صفحه‌خوان حرف نادرست می‌زند یا هیچ نمی‌گوید.",
        fix: "به هر عنصر شناسهٔ خودش را بدهید و به عنصر درست اشاره کنید.",
        asks: "چند عنصر شناسه‌ای را دارند که اینجا به آن اشاره شده و فقط اولی برداشته می‌شود. آیا همان منظور است؟",
    },
    good: &[r#"<label for="day">Day</label><input id="day"><label for="hour">Hour</label><input id="hour">"#],
    bad: &[r#"<label for="x">Day</label><input id="x"><label for="x">Hour</label><input id="x">"#],
    check: Check::Page(outcomes),
};

/// Of so many elements with one id texts are compared.
const MOST: usize = 8;

/// Attributes that hold ids, other than links to parts of the page.
pub(super) const POINTERS: &[&str] = &[
    "aria-activedescendant",
    "aria-controls",
    "aria-describedby",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
    "aria-labelledby",
    "aria-owns",
    "for",
    "headers",
];

fn outcomes(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut shared = Shared::default();
    page.elements().filter(|element| applicability(*element)).map(|element| (element, shared.judge(element))).collect()
}

/// Elements with an attribute that points at an id which is there.
fn applicability(element: Element<'_>) -> bool {
    !element.is_programmatically_hidden() && pointers(element).any(|id| element.by_id(id).is_some())
}

fn pointers(element: Element<'_>) -> impl Iterator<Item = &str> {
    let values = element.attributes().filter(|(name, _)| POINTERS.contains(name));
    values.flat_map(|(_, ids)| ids.split_ascii_whitespace())
}

/// What is known of ids, by the first element that has each: thousands of elements may point at one that thousands have.
#[derive(Default)]
struct Shared {
    ambiguous: HashMap<NodeId, bool>,
    /// The label that stays with the first of several controls, where the others are left without.
    kept_label: HashMap<NodeId, Option<NodeId>>,
}

impl Shared {
    /// One element with each id. Where texts are pointed at that say the same, it does not matter which is taken. A label
    /// beside a second control whose label stays with the first is wrong for certain.
    fn judge(&mut self, element: Element<'_>) -> Outcome {
        if element.is("label") && self.takes_label_of_other(element) {
            return Outcome::failed(
                "it labels the first of several controls with that id, which has a label before this one; another control is left without",
            );
        }
        let mut is_ambiguous =
            |first: Element<'_>| *self.ambiguous.entry(first.id()).or_insert_with(|| is_ambiguous(first));
        if pointers(element).filter_map(|id| element.by_id(id)).any(&mut is_ambiguous) {
            Outcome::needs_review(ASKS)
        } else {
            Outcome::Passed
        }
    }

    fn takes_label_of_other(&mut self, label: Element<'_>) -> bool {
        let id = label.attribute("for").unwrap_or_default();
        let Some(first) = label.by_id(id) else { return false };
        let kept = *self.kept_label.entry(first.id()).or_insert_with(|| kept_label(first, id));
        let is_its_own = |label: Element<'_>| label.names().next() == Some(first);
        kept.is_some_and(|kept| kept != label.id()) && is_there(&label) && is_its_own(label)
    }
}

fn is_there(element: &Element<'_>) -> bool {
    !element.is_programmatically_hidden() && element.is_visible()
}

/// Whether others have its id, too, and say something else.
fn is_ambiguous(first: Element<'_>) -> bool {
    let others = first.all_by_id(first.attribute("id").unwrap_or_default()).skip(1);
    let mut others = others.filter(|other| !other.is_programmatically_hidden()).peekable();
    others.peek().is_some() && !others.take(MOST).all(|other| says_the_same(first, other))
}

/// The first label of the first of several controls with an id that are there, if there are as many labels as controls, or
/// more, and all of them are that control's.
fn kept_label(first: Element<'_>, id: &str) -> Option<NodeId> {
    let controls = || first.all_by_id(id).filter(is_there);
    let labels = || first.labels().filter(is_there);
    let is_control = |other: &Element<'_>| ["input", "select", "textarea"].iter().any(|name| other.is(name));
    let is_left_out = |other: Element<'_>| is_control(&other) && other.labels().next().is_none();
    let are_others_left_out = is_there(&first) && controls().nth(1).is_some() && controls().skip(1).all(is_left_out);
    (are_others_left_out && labels().count() >= controls().count()).then(|| labels().next().map(Element::id)).flatten()
}

fn says_the_same(one: Element<'_>, other: Element<'_>) -> bool {
    let text = one.visible_inner_text();
    one.name() == other.name() && !text.is_empty() && text == other.visible_inner_text()
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
                ("<label for=a>a</label><input id=a>", Expect::Passed),
                ("<p id=a>a</p><p id=a>a</p><input aria-describedby=a>", Expect::Passed),
                ("<p id=a>a</p><p id=a hidden>b</p><input aria-describedby=a>", Expect::Passed),
                ("<label for=a>a</label><label for=a>b</label><input id=a>", Expect::Passed),
                ("<label for=a>a</label><input id=a><label for=a>b</label><input id=a>", Expect::Failed),
                ("<label for=a>a</label><input id=a><input id=a aria-label=b>", Expect::NeedsReview),
                (
                    "<label for=a>a</label><input id=a><label for=a>b</label><label><input id=a>c</label>",
                    Expect::NeedsReview,
                ),
                ("<p id=a>a</p><p id=a>b</p><input aria-labelledby=a>", Expect::NeedsReview),
                ("<table><tr><th id=a>a</th><th id=a>b</th><td headers=a>c</td></tr></table>", Expect::NeedsReview),
                ("<label for=b>a</label><input id=a>", Expect::Inapplicable),
                ("<p id=a>a</p><p id=a>b</p><input hidden aria-labelledby=a>", Expect::Inapplicable),
                ("<p id=a>a</p><p id=a>b</p>", Expect::Inapplicable),
            ],
        );
    }
}
