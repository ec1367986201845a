//! An id is the id of one element (HTML, 3.2.6, <https://html.spec.whatwg.org/multipage/dom.html#the-id-attribute>).

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::rules::reference_is_unambiguous::POINTERS;
use hashbrown::HashSet;

pub const RULE: Rule = Rule {
    id: "id-is-unique",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "No two elements must have the same id",
        why: "Labels, descriptions and links find their element by its id. Of two they take the first, and whoever adds a label later names the wrong one.",
        fix: "Give each element an id of its own.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يشترك عنصران في معرّف واحد",
        why: "تصل التسميات والأوصاف والروابط إلى عنصرها بمعرّفه. فإن كان لعنصرين أُخذ الأول، ومن أضاف تسمية فيما بعد سمّى العنصر الخطأ.",
        fix: "أعطِ كل عنصر معرّفًا خاصًا به.",
        asks: "",
    },
    fa: Words {
        title: "دو عنصر نباید یک شناسه داشته باشند",
        why: "برچسب‌ها، توضیح‌ها و پیوندها عنصرشان را با شناسه پیدا می‌کنند. اگر دو تا باشد اولی را برمی‌دارند و هر که بعداً برچسبی بیفزاید عنصر نادرست را می‌نامد.",
        fix: "به هر عنصر شناسهٔ خودش را بدهید.",
        asks: "",
    },
    good: &[r#"<p id="low">Low tide</p><p id="high">High tide</p>"#],
    bad: &[r#"<p id="tide">Low tide</p><p id="tide">High tide</p>"#],
    check: Check::Page(check),
};

/// Elements with an id that no label, header or ARIA attribute points at: of those, another rule speaks. What may not be
/// shown would only be asked about.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let values = page.elements().flat_map(Element::attributes).filter(|(name, _)| POINTERS.contains(name));
    let pointed_at: HashSet<&str> = values.flat_map(|(_, ids)| ids.split_ascii_whitespace()).collect();
    let mut outcomes = Vec::new();
    for element in page.elements() {
        let Some(id) = element.attribute("id").filter(|id| !id.is_empty() && !pointed_at.contains(id)) else {
            continue;
        };
        if element.may_be_hidden() {
            continue;
        }
        let is_first = element.by_id(id).is_none_or(|first| first == element);
        let outcome = if is_first {
            Outcome::Passed
        } else {
            Outcome::failed(format!("an element before it has the id `{id}` too"))
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
                ("<p id=a>a</p><p id=b>b</p>", Expect::Passed),
                ("<p id=a>a</p><p id=A>b</p>", Expect::Passed),
                ("<p id=a>a</p><div><template shadowrootmode=open><p id=a>a</p></template></div>", Expect::Passed),
                ("<p id=a>a</p><p id=a>b</p>", Expect::Failed),
                ("<p id=a>a</p><svg><path id=a></svg>", Expect::Failed),
                ("<p id=a>a</p><p id=a>b</p><input aria-labelledby=a>", Expect::Inapplicable),
                ("<p id>a</p><p id=''>b</p>", Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }
}
