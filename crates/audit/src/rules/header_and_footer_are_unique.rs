//! There is one header and one footer of the page.

use super::main_is_unique::repeated;
use crate::page::{Element, Page, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "header-and-footer-are-unique",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "A page should have only one banner and one content information landmark",
        why: "Both are said to belong to the whole page. Where there are several, whoever jumps there cannot tell which one it is.",
        fix: "Put the `<header>` or `<footer>` of a part into its `<article>`, `<section>` or `<main>`, or make it a `<div>`.",
        asks: "There are several headers or footers of the page. Is never more than one of them shown?",
    },
    ar: Words {
        title: "ينبغي ألّا يكون في الصفحة إلا معلَم ترويسة واحد ومعلَم تذييل واحد",
        why: "كلاهما يُقال إنه للصفحة كلها. فإن تعددت لم يعرف من يقفز إليها أيُّها هو.",
        fix: "ضع `<header>` الجزء أو `<footer>` الجزء داخل `<article>` أو `<section>` أو `<main>` الذي يخصه، أو اجعله `<div>`.",
        asks: "للصفحة عدة ترويسات أو تذييلات. هل لا يظهر منها أبدًا أكثر من واحد؟",
    },
    fa: Words {
        title: "صفحه باید فقط یک نشانگاه سرصفحه و یک نشانگاه پاصفحه داشته باشد",
        why: "هر دو از آنِ همهٔ صفحه خوانده می‌شوند. اگر چند تا باشند، کسی که به آنجا می‌پرد نمی‌داند کدام است.",
        fix: "`<header>` یا `<footer>` هر بخش را درون `<article>`، `<section>` یا `<main>` خودش بگذارید، یا `<div>` کنید.",
        asks: "صفحه چند سرصفحه یا پاصفحه دارد. آیا هرگز بیش از یکی از آن‌ها نشان داده نمی‌شود؟",
    },
    good: &["<header>Harbour</header><main><article><header>Boats</header></article></main><footer>2024</footer>"],
    bad: &["<header>Harbour</header><div><header>Boats</header></div>"],
    check: Check::Page(check),
};

fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let mut outcomes = repeated(page, Role::Banner, RULE.en.asks);
    outcomes.extend(repeated(page, Role::ContentInfo, RULE.en.asks));
    outcomes.sort_by_key(|(element, _)| element.id());
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
                ("<header>a</header><footer>b</footer>", Expect::Passed),
                ("<header>a</header><section><header>b</header></section>", Expect::Passed),
                ("<header>a</header><header>b</header>", Expect::Failed),
                ("<footer>a</footer><div role=contentinfo>b</div>", Expect::Failed),
                ("<footer>a</footer><footer hidden>b</footer>", Expect::Passed),
                ("<main>a</main>", Expect::Inapplicable),
            ],
        );
    }
}
