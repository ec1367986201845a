//! A list of terms holds terms and what they mean (HTML, 4.4.9,
//! <https://html.spec.whatwg.org/multipage/grouping-content.html#the-dl-element>).

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "A `dt` or `dd` stands alone here. To which description or term does it belong?";

pub const RULE: Rule = Rule {
    id: "definition-list-is-well-formed",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A `dl` must hold terms and their descriptions, and these must stand in a `dl`",
        why: "A screen reader pairs terms and descriptions by their order in the list. Anything else between them, or no list around them, breaks the pairs.",
        fix: "In the `dl`, let each `dt` be followed by its `dd`; a pair may be wrapped in a `div`. Move everything else out, or into a `dd`.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب أن يحوي `dl` المصطلحات وأوصافها، وألا تأتي هذه إلا داخل `dl`",
        why: "يقرن قارئ الشاشة كل مصطلح بوصفه بحسب ترتيبهما في القائمة. فإن دخل بينهما شيء آخر، أو غابت القائمة، انفصم القِران.",
        fix: "اجعل كل `dt` داخل `dl` متبوعًا بما يصفه من `dd`، ولك أن تضم الزوج في `div`. وأخرج ما سوى ذلك أو ضعه في `dd`.",
        asks: "هنا `dt` أو `dd` وحيد. إلى أي وصف أو مصطلح ينتمي؟",
    },
    fa: Words {
        title: "‏`dl` باید اصطلاح‌ها و توضیح‌هایشان را در خود داشته باشد و این‌ها باید درون `dl` باشند",
        why: "صفحه‌خوان اصطلاح و توضیح را از ترتیبشان در فهرست به هم می‌پیوندد. هر چیز دیگری در میان آن‌ها، یا نبودن فهرست، این پیوند را می‌گسلد.",
        fix: "در `dl` پس از هر `dt` بی‌درنگ `dd` آن را بیاورید. هر جفت را می‌توانید در یک `div` بگذارید. بقیه را بیرون ببرید یا در `dd` بگذارید.",
        asks: "اینجا `dt` یا `dd` تنهاست. از آنِ کدام توضیح یا اصطلاح است؟",
    },
    good: &[
        "<dl><dt>Ebb</dt><dd>The water falls</dd></dl>",
        "<dl><div><dt>Ebb</dt><dd>The water falls</dd></div></dl>",
    ],
    bad: &[
        "<dl><h3>Tides</h3><dt>Ebb</dt><dd>The water falls</dd></dl>",
        "<div><dt>Ebb</dt><dd>The water falls</dd></div>",
    ],
    check: Check::Each { applicability, expectation },
};

/// `dl`, and `dt` and `dd` in none, unless hidden or with a role of the author's.
fn applicability(element: Element<'_>) -> bool {
    let is_list = element.is("dl");
    let is_part = is_part(element);
    (is_list || is_part)
        && !element.has_attribute("role")
        && !element.is_programmatically_hidden()
        && (is_list || is_stray(element))
}

fn is_part(element: Element<'_>) -> bool {
    element.is("dt") || element.is("dd")
}

/// Not in a `dl`, nor in a `div` that is: whatever else stands in a `dl` is reported there.
fn is_stray(part: Element<'_>) -> bool {
    let mut around = std::iter::successors(part.parent(), |at| at.parent());
    let is_open =
        |at: Element<'_>| at.name().contains('-') || at.is("slot") || at.is("template") || at.has_attribute("role");
    !around.next().is_none_or(is_open) && !around_is_list(part)
}

fn around_is_list(part: Element<'_>) -> bool {
    let around = std::iter::successors(part.parent(), |at| at.parent());
    around.take_while(|at| !is_part(*at)).any(|at| at.is("dl"))
}

/// Terms, descriptions, pairs in a `div`, and nothing else that is heard; each term with a description.
fn expectation(element: Element<'_>) -> Outcome {
    if is_part(element) {
        return Outcome::failed(format!("this `{}` stands in no `dl`", element.name()));
    }
    let mut order = Vec::new();
    match alien(element, true, &mut order) {
        Some(what) => Outcome::failed(what),
        None if is_paired(&order) => Outcome::Passed,
        None => Outcome::needs_review(ASKS),
    }
}

/// What does not belong in a `dl` or a `div` of it. Adds the parts that do to `order`.
fn alien<'p>(list: Element<'p>, may_group: bool, order: &mut Vec<Element<'p>>) -> Option<String> {
    if list.own_texts().any(|(_, text)| !text.trim().is_empty()) {
        return Some("text stands in the list, and in no part of it".to_owned());
    }
    for child in list.children() {
        if is_part(child) {
            order.push(child);
        } else if may_group && child.is("div") && !child.has_attribute("role") {
            let what = alien(child, false, order);
            if what.is_some() {
                return what;
            }
        } else if is_heard(child) {
            return Some(format!("a `{}` stands in the list, and in no part of it", child.name()));
        }
    }
    None
}

fn is_heard(child: Element<'_>) -> bool {
    const SILENT: &[&str] = &["link", "meta", "noscript", "script", "slot", "style", "template"];
    !SILENT.iter().any(|name| child.is(name))
        && !child.name().contains('-')
        && !child.is_programmatically_hidden()
        && (child.children().next().is_some() || child.own_texts().any(|(_, text)| !text.trim().is_empty()))
}

fn is_paired(order: &[Element<'_>]) -> bool {
    let starts_well = order.first().is_none_or(|part| part.is("dt"));
    starts_well && order.last().is_none_or(|part| part.is("dd"))
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
                ("<dl><dt>a</dt><dt>b</dt><dd>c</dd><dd>d</dd></dl>", Expect::Passed),
                ("<dl><div><dt>a</dt><dd>b</dd></div><div><dt>c</dt><dd>d</dd></div></dl>", Expect::Passed),
                ("<dl></dl>", Expect::Passed),
                ("<dl><dt>a</dt><dd>b</dd><script>1</script><p hidden>c</p></dl>", Expect::Passed),
                ("<dl><dt>a</dt><dd><dl><dt>b</dt><dd>c</dd></dl></dd></dl>", Expect::Passed),
                ("<dl><dt>a</dt><p>b</p></dl>", Expect::Failed),
                ("<dl><div><div><dt>a</dt><dd>b</dd></div></div></dl>", Expect::Failed),
                ("<dl>a<dt>b</dt><dd>c</dd></dl>", Expect::Failed),
                ("<div><dt>a</dt></div>", Expect::Failed),
                ("<dl><dt>a</dt><dd><dd>b</dd></dd></dl><section><dd>c</dd></section>", Expect::Failed),
                ("<dl><dd>a</dd></dl>", Expect::NeedsReview),
                ("<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>", Expect::NeedsReview),
                ("<dl hidden><p>a</p></dl>", Expect::Inapplicable),
                ("<dl role=list><p>a</p></dl>", Expect::Inapplicable),
                ("<x-list><dt>a</dt></x-list>", Expect::Inapplicable),
                ("<ul><li>a</li></ul>", Expect::Inapplicable),
            ],
        );
    }
}
