//! There is one main landmark.

use crate::page::{Element, NodeId, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use hashbrown::HashMap;

pub const RULE: Rule = Rule {
    id: "main-is-unique",
    criteria: &[],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "There should be only one main landmark",
        why: "A jump to the main part leads to one of several, and nobody can tell whether it is the right one.",
        fix: "Keep one `<main>` for what this page is there for, and make the others `<section>` or `<div>`.",
        asks: "There are several main landmarks. Is never more than one of them shown?",
    },
    ar: Words {
        title: "ينبغي ألّا يكون هناك إلا معلَم رئيسي واحد",
        why: "القفز إلى الجزء الرئيسي يوصل إلى واحد من عدة أجزاء، ولا يعرف أحد أهو الصحيح.",
        fix: "أبقِ `<main>` واحدًا لما وُجدت الصفحة من أجله، واجعل البقية `<section>` أو `<div>`.",
        asks: "هناك عدة معالم رئيسية. هل لا يظهر منها أبدًا أكثر من واحد؟",
    },
    fa: Words {
        title: "نشانگاه اصلی باید یکی باشد",
        why: "پرش به بخش اصلی به یکی از چند بخش می‌رسد و هیچ‌کس نمی‌داند همان است که باید باشد یا نه.",
        fix: "یک `<main>` برای آنچه صفحه برایش ساخته شده نگه دارید و بقیه را `<section>` یا `<div>` کنید.",
        asks: "چند نشانگاه اصلی هست. آیا هرگز بیش از یکی از آن‌ها نشان داده نمی‌شود؟",
    },
    good: &["<main><h1>Opening hours</h1></main>"],
    bad: &["<main><h1>Opening hours</h1></main><main><p>Every day</p></main>"],
    check: Check::Page(|page| repeated(page, Role::Main, RULE.en.asks)),
};

/// Every landmark of one role, against those before it in its document: the second that is certainly there is one too
/// many. HTML allows one `main` that is not hidden (<https://html.spec.whatwg.org/multipage/grouping-content.html#the-main-element>),
/// and WAI-ARIA 1.2 one of each (<https://www.w3.org/TR/wai-aria-1.2/#main>, `#banner`, `#contentinfo`).
pub(super) fn repeated<'p>(page: &'p Page, role: Role, question: &'static str) -> Vec<(Element<'p>, Outcome)> {
    /// How many there were before, and how many of them certainly.
    type Before = (u32, u32);
    let mut before: HashMap<Option<NodeId>, Before> = HashMap::new();
    let mut outcomes = Vec::new();
    for landmark in page.landmarks().filter(|landmark| landmark.role() == role) {
        let (all, certain) = before.entry(landmark.frame().map(Element::id)).or_default();
        outcomes.push((
            landmark,
            match (*all, *certain) {
                (0, _) => Outcome::Passed,
                (_, 0) => Outcome::needs_review(question),
                _ => Outcome::failed(format!("there is another {} landmark before it", role.as_str())),
            },
        ));
        *all += 1;
        *certain += u32::from(!landmark.may_be_hidden());
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
                ("<main>a</main>", Expect::Passed),
                ("<main>a</main><main hidden>b</main>", Expect::Passed),
                ("<main>a</main><div role=main>b</div>", Expect::Failed),
                ("<main>a<main>b</main></main>", Expect::Failed),
                ("<nav>a</nav>", Expect::Inapplicable),
            ],
        );
    }
}
