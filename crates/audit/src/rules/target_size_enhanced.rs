//! Targets are large enough to hit for everybody.
//!
//! WCAG 2.2, 2.5.5, <https://www.w3.org/TR/WCAG22/#target-size-enhanced>.

use crate::page::{Element, Page};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "target-size-enhanced",
    criteria: &[wcag::TARGET_SIZE_ENHANCED],
    act: &[],
    severity: Severity::Moderate,
    needs: Some(Need::Layout),
    en: Words {
        title: "Targets must be 44 by 44 pixels large",
        why: "Whoever has trembling hands, thick fingers or a bumpy ride misses small controls.",
        fix: "Give the control padding until it is 44 pixels wide and high.",
        asks: "Is this target large enough, or is there another one that does the same?",
    },
    ar: Words {
        title: "يجب أن تكون الأهداف بقياس 44 في 44 بكسل",
        why: "من ترتجف يداه أو تغلظ أصابعه أو يركب مركبة تهتز يخطئ العناصر الصغيرة.",
        fix: "زِد الحشو حول العنصر حتى يبلغ 44 بكسل عرضًا وارتفاعًا.",
        asks: "هل هذا الهدف كبير بما يكفي، أو هل هناك هدف آخر يفعل الشيء نفسه؟",
    },
    fa: Words {
        title: "هدف‌ها باید ۴۴ در ۴۴ پیکسل باشند",
        why: "کسی که دستش می‌لرزد، انگشت‌های درشت دارد یا در خودرو است به عنصرهای کوچک نمی‌زند.",
        fix: "دور عنصر فضا بیفزایید تا پهنا و بلندی‌اش به ۴۴ پیکسل برسد.",
        asks: "آیا این هدف به اندازهٔ کافی بزرگ است، یا هدف دیگری همان کار را می‌کند؟",
    },
    good: &[r#"<button style="width:44px;height:44px">×</button>"#],
    bad: &[r#"<button style="width:30px;height:30px">×</button>"#],
    check: Check::Page(check),
};

const SIDE: f32 = 44.0;

/// Everything that takes clicks and touches is large enough, or is an exception.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let exceptions = page.target_exceptions(SIDE);
    let of = |target: &crate::page::Target| {
        let element = page.element(target.element)?;
        if target.fits(SIDE) || exceptions.has(element) {
            return Some((element, Outcome::Passed));
        }
        if element.may_reach_farther() {
            let question =
                "This target is less than 44 pixels wide or high. Does anything that CSS generates make it larger?";
            return Some((element, Outcome::needs_review(question)));
        }
        let (width, height) = (target.rect.width.round(), target.rect.height.round());
        Some((element, Outcome::failed(format!("it is {width} by {height} pixels large"))))
    };
    page.targets().iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::{Outcome, check};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder, Rect, Style};

    fn outcome(name: &str, attribute: (&str, &str), width: f32, height: f32, font_size: f32) -> Option<Outcome> {
        let mut builder = PageBuilder::new("controls.html", Engine::Browser);
        let style = builder.style(Style { font_size, ..Style::INITIAL });
        let attributes = vec![(attribute.0.into(), attribute.1.into())];
        let control = builder.element(NodeId::DOCUMENT, Namespace::Html, name, attributes);
        builder.set_style(control, style);
        builder.set_box(control, Rect { x: 9.0, y: 9.0, width, height }, None);
        check(&builder.finish()).pop().map(|(_, outcome)| outcome)
    }

    #[test]
    fn cases() {
        assert_eq!(outcome("button", ("id", "x"), 44.0, 44.0, 16.0), Some(Outcome::Passed));
        assert_eq!(outcome("button", ("id", "x"), 60.0, 21.0, 13.333), Some(Outcome::Passed), "as browsers make it");
        assert_eq!(outcome("input", ("type", "checkbox"), 13.0, 13.0, 13.333), Some(Outcome::Passed));
        assert!(matches!(outcome("input", ("type", "checkbox"), 20.0, 20.0, 13.333), Some(Outcome::Failed(_))));
        assert!(matches!(outcome("button", ("id", "x"), 90.0, 40.0, 16.0), Some(Outcome::Failed(_))));
        assert!(matches!(outcome("a", ("href", "x"), 90.0, 18.0, 16.0), Some(Outcome::Failed(_))));
        assert_eq!(outcome("a", ("id", "x"), 90.0, 18.0, 16.0), None, "leads nowhere");
        assert_eq!(outcome("button", ("disabled", ""), 9.0, 9.0, 16.0), None);
        assert_eq!(outcome("p", ("id", "x"), 9.0, 9.0, 16.0), None);
    }
}
