//! Targets are large enough to hit, or stand far enough apart.
//!
//! WCAG 2.2, 2.5.8, <https://www.w3.org/TR/WCAG22/#target-size-minimum>.

use crate::page::{Element, Neighbours, Page, Target};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "target-size",
    criteria: &[wcag::TARGET_SIZE_MINIMUM],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Layout),
    en: Words {
        title: "Targets must be 24 by 24 pixels large, or stand apart",
        why: "Whoever has trembling hands, thick fingers or a bumpy ride hits the neighbour instead.",
        fix: "Give the control padding until it is 24 pixels wide and high, or keep 24 pixels between the centres of small ones.",
        asks: "Is this target large enough, or is there another one that does the same?",
    },
    ar: Words {
        title: "يجب أن تكون الأهداف بقياس 24 في 24 بكسل أو متباعدة",
        why: "من ترتجف يداه أو تغلظ أصابعه أو يركب مركبة تهتز يصيب الهدف المجاور.",
        fix: "زِد الحشو حول العنصر حتى يبلغ 24 بكسل عرضًا وارتفاعًا، أو اجعل بين مراكز العناصر الصغيرة 24 بكسل.",
        asks: "هل هذا الهدف كبير بما يكفي، أو هل هناك هدف آخر يفعل الشيء نفسه؟",
    },
    fa: Words {
        title: "هدف‌ها باید ۲۴ در ۲۴ پیکسل باشند یا از هم فاصله داشته باشند",
        why: "کسی که دستش می‌لرزد، انگشت‌های درشت دارد یا در خودرو است به هدف کناری می‌زند.",
        fix: "دور عنصر فضا بیفزایید تا پهنا و بلندی‌اش به ۲۴ پیکسل برسد، یا میان مرکز عنصرهای کوچک ۲۴ پیکسل فاصله بگذارید.",
        asks: "آیا این هدف به اندازهٔ کافی بزرگ است، یا هدف دیگری همان کار را می‌کند؟",
    },
    good: &[r#"<button style="width:24px;height:24px">×</button><button style="width:24px;height:24px">+</button>"#],
    bad: &[
        r#"<div style="display:flex"><button style="width:12px;height:12px;padding:0">×</button><button style="width:12px;height:12px;padding:0">+</button></div>"#,
    ],
    check: Check::Page(check),
};

const SIDE: f32 = 24.0;

/// Everything that takes clicks and touches is large enough, or is an exception.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let targets = page.targets();
    let neighbours = Neighbours::new(targets, SIDE);
    let exceptions = page.target_exceptions(SIDE);
    let mut outcomes = Vec::new();
    for target in targets {
        let Some(element) = page.element(target.element) else { continue };
        let near = if target.fits(SIDE) || exceptions.has(element) { None } else { neighbours.too_near(target) };
        outcomes.push((element, near.map_or(Outcome::Passed, |near| of_small(element, target, near))));
    }
    outcomes
}

/// Too small and too near to another: a failure, unless more than its boxes may take the pointer, or the other one is part
/// of it.
fn of_small(element: Element<'_>, target: &Target, near: &Target) -> Outcome {
    let page = element.page();
    let is_around = |inner: Element<'_>, outer: &Target| inner.flat_lineage().any(|at| at.id() == outer.element);
    let is_nested = is_around(element, near) || page.element(near.element).is_some_and(|near| is_around(near, target));
    if is_nested {
        return Outcome::needs_review(
            "This target is less than 24 pixels wide or high, and one stands in the other. Do both do the same?",
        );
    }
    if element.may_reach_farther() {
        return Outcome::needs_review(
            "This target is less than 24 pixels wide or high. Does anything that CSS generates make it larger?",
        );
    }
    let name = page.element(near.element).map(Element::start_tag).unwrap_or_default();
    Outcome::failed(format!(
        "it is {} by {} pixels large, and the 24 pixels around its centre meet those of `{name}`",
        target.rect.width.round(),
        target.rect.height.round()
    ))
}

#[cfg(test)]
mod tests {
    use super::{Outcome, check};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder, Position, Rect, Style};
    use hashbrown::HashMap;

    const fn rect(x: f32, y: f32, width: f32, height: f32) -> Rect {
        Rect { x, y, width, height }
    }

    /// A page of links with these addresses and boxes, and what is said of the first.
    fn of_first(links: &[(&str, Rect)], text: &str, knows_reach: bool, position: Position) -> Outcome {
        let mut builder = PageBuilder::new("links.html", Engine::Browser);
        let style = builder.style(Style { position, ..Style::INITIAL });
        let paragraph = builder.element(NodeId::DOCUMENT, Namespace::Html, "p", Vec::new());
        let words = builder.text(paragraph, text);
        builder.set_text_boxes(words, vec![rect(300.0, 10.0, 90.0, 16.0)], None);
        builder.set_style(paragraph, style);
        for (address, rect) in links {
            let link = builder.element(paragraph, Namespace::Html, "a", vec![("href".into(), (*address).into())]);
            builder.set_style(link, style);
            builder.set_box(link, *rect, None);
        }
        if knows_reach {
            builder.set_generated_reach(HashMap::new());
        }
        let page = builder.finish();
        check(&page).remove(0).1
    }

    #[test]
    fn cases() {
        let small = rect(10.0, 10.0, 16.0, 16.0);
        let near = ("b", rect(30.0, 10.0, 16.0, 16.0));
        let far = ("b", rect(60.0, 10.0, 16.0, 16.0));
        let of = |links: &[(&str, Rect)]| of_first(links, "", true, Position::Static);
        assert_eq!(of(&[("a", rect(10.0, 10.0, 24.0, 24.0)), ("b", rect(34.0, 10.0, 9.0, 9.0))]), Outcome::Passed);
        assert_eq!(of(&[("a", small), far]), Outcome::Passed);
        assert!(matches!(of(&[("a", small), near]), Outcome::Failed(_)));
        assert!(matches!(
            of(&[("a", rect(10.0, 10.0, 90.0, 9.0)), ("b", rect(10.0, 21.0, 90.0, 9.0))]),
            Outcome::Failed(_)
        ));
        assert_eq!(of(&[("a", small), near, ("a", rect(300.0, 0.0, 40.0, 40.0))]), Outcome::Passed);
        assert_eq!(of_first(&[("a", small), near], "Read on in", true, Position::Static), Outcome::Passed);
        let unknown = of_first(&[("a", small), near], "", false, Position::Relative);
        assert!(matches!(unknown, Outcome::NeedsReview(_)));
        assert!(matches!(of_first(&[("a", small), near], "", true, Position::Relative), Outcome::Failed(_)));
        assert!(matches!(of_first(&[("a", small), near], "", false, Position::Static), Outcome::Failed(_)));
    }
}
