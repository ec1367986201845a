//! Landmarks of the whole page stand in no other landmark.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "landmarks-are-top-level",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Landmarks of the whole page should not stand in other landmarks",
        why: "A screen reader tells what is in what. A main part in a menu, or a footer in a side column, is looked for elsewhere.",
        fix: "Move it out, beside the landmark it stands in; or take its `role` away if it belongs to that part only.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي ألّا توضع معالم الصفحة كلها داخل معالم أخرى",
        why: "يقول قارئ الشاشة ما الذي في داخل ماذا. فجزء رئيسي داخل قائمة، أو تذييل داخل عمود جانبي، يُبحث عنه في غير مكانه.",
        fix: "أخرجه إلى جانب المعلَم الذي هو فيه، أو احذف دوره `role` إن كان يخص ذلك الجزء وحده.",
        asks: "",
    },
    fa: Words {
        title: "نشانگاه‌های کل صفحه نباید درون نشانگاه دیگری باشند",
        why: "صفحه‌خوان می‌گوید چه درون چیست. بخش اصلی‌ای که درون منو، یا پانویسی که درون ستون کناری است، جای دیگری جسته می‌شود.",
        fix: "آن را بیرون بیاورید و کنار نشانگاهی بگذارید که درون آن است؛ یا اگر فقط از آن بخش است `role` آن را بردارید.",
        asks: "",
    },
    good: &["<header>Harbour</header><main><aside>Tides</aside></main>"],
    bad: &["<nav aria-label='Site'><div role='main'>Boats</div></nav>"],
    check: Check::Each { applicability, expectation },
};

/// Main, banner, content information and complementary landmarks.
fn applicability(element: Element<'_>) -> bool {
    matches!(element.role(), Role::Main | Role::Banner | Role::ContentInfo | Role::Complementary)
        && element.is_in_accessibility_tree()
}

/// No landmark around it in its document. What is complementary may belong to the main part or to a region of it, as HTML
/// has it (<https://html.spec.whatwg.org/multipage/sections.html#the-aside-element>).
fn expectation(landmark: Element<'_>) -> Outcome {
    let Some(around) = landmark.landmark() else { return Outcome::Passed };
    let belongs = landmark.role() == Role::Complementary && matches!(around.role(), Role::Main | Role::Region);
    if belongs {
        return Outcome::Passed;
    }
    Outcome::failed(format!(
        "its role is `{}`, and it stands in a {}",
        landmark.role().as_str(),
        around.role().as_str()
    ))
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
                ("<header>a</header><main>b</main><aside>c</aside><footer>d</footer>", Expect::Passed),
                ("<main><aside>a</aside></main>", Expect::Passed),
                ("<main><section aria-label=a><aside aria-label=b>c</aside></section></main>", Expect::Passed),
                ("<main><article><header>a</header></article></main>", Expect::Passed),
                ("<main><div role=banner>a</div></main>", Expect::Failed),
                ("<aside><div role=contentinfo>a</div></aside>", Expect::Failed),
                ("<section aria-label=a><main>b</main></section>", Expect::Failed),
                ("<footer><aside>a</aside></footer>", Expect::Failed),
                ("<main><div role=banner hidden>a</div></main>", Expect::Passed),
                ("<nav>a</nav>", Expect::Inapplicable),
            ],
        );
    }
}
