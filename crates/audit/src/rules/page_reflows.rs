//! Lines, pictures and fields fit into a narrow window.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "page-reflows",
    criteria: &[wcag::REFLOW],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::Resizing),
    en: Words {
        title: "Lines of text, pictures and fields must fit into a window 320 pixels wide",
        why: "Whoever enlarges the page four times, or reads on a small phone, has to scroll to and fro for every line.",
        fix: "Give widths as `max-width` or per cent, let rows wrap, and let long words break (`overflow-wrap: anywhere`).",
        asks: "In a window 320 px wide this stands beside the window, and is read by scrolling sideways as well as down. Does it need both, as a calendar or a map does?",
    },
    ar: Words {
        title: "يجب أن تتّسع نافذة عرضها 320 بكسل لأسطر النص والصور والحقول",
        why: "من يكبّر الصفحة أربع مرّات، أو يقرأ على هاتف صغير، عليه أن يمرّر يمينًا ويسارًا في كل سطر.",
        fix: "حدّد العرض بـ`max-width` أو بالنسبة المئوية، ودَع الصفوف تلتفّ، والكلمات الطويلة تنكسر (`overflow-wrap: anywhere`).",
        asks: "في نافذة عرضها 320 بكسل يقع هذا خارجها، فيُقرأ بالتمرير جانبًا ونزولًا. هل يحتاج إلى الاتجاهين كما تحتاج رزنامة أو خريطة؟",
    },
    fa: Words {
        title: "سطرهای متن، تصویرها و خانه‌های فرم باید در پنجره‌ای به پهنای ۳۲۰ پیکسل جا شوند",
        why: "کسی که صفحه را چهار برابر می‌کند یا با گوشی کوچک می‌خواند، باید برای هر سطر به چپ و راست برود.",
        fix: "پهنا را با `max-width` یا درصد بدهید، بگذارید ردیف‌ها بشکنند و واژه‌های بلند هم (`overflow-wrap: anywhere`).",
        asks: "در پنجره‌ای به پهنای ۳۲۰ پیکسل این بیرون از آن می‌افتد و با پیمایش به پهلو و پایین خوانده می‌شود. آیا مانند تقویم یا نقشه به هر دو سو نیاز دارد؟",
    },
    good: &["<p style=\"max-width:60rem\">We deliver within two days, wherever you live.</p>"],
    bad: &[
        "<p style=\"width:600px\">We deliver within two days, wherever you live, and take back what you do not like.</p>",
    ],
    check: Check::Each { applicability, expectation },
};

/// Elements with text of their own, pictures, frames and fields that reach beyond such a window, but for what needs two
/// dimensions (tables, code, drawings) and what scrolls by itself (WCAG 1.4.10).
fn applicability(element: Element<'_>) -> bool {
    beyond(element).is_some()
}

/// Never: what is applicable was seen to reach beyond. Columns that fit one by one may be something that needs both
/// dimensions, such as a calendar, and so may pictures, such as a map.
fn expectation(element: Element<'_>) -> Outcome {
    match beyond(element) {
        Some((_, false)) => Outcome::needs_review(RULE.en.asks),
        beyond => {
            let (pixels, _) = beyond.unwrap_or_default();
            Outcome::failed(format!("in a window 320 px wide, its lines reach {pixels} px beyond"))
        }
    }
}

/// How far it reaches beyond, and whether that is a line of it.
fn beyond(element: Element<'_>) -> Option<(u32, bool)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::SticksOut { pixels, is_line } => Some((*pixels, *is_line)),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Observation, Outcome, applicability, expectation};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder};

    #[test]
    fn cases() {
        let mut builder = PageBuilder::new("narrow.html", Engine::Browser);
        let element = builder.element(NodeId::DOCUMENT, Namespace::Html, "p", Vec::new());
        let other = builder.element(NodeId::DOCUMENT, Namespace::Html, "p", Vec::new());
        let column = builder.element(NodeId::DOCUMENT, Namespace::Html, "p", Vec::new());
        builder.observe(element, Observation::SticksOut { pixels: 80, is_line: true });
        builder.observe(column, Observation::SticksOut { pixels: 300, is_line: false });
        let page = builder.finish();
        assert!(matches!(expectation(page.element(column).unwrap()), Outcome::NeedsReview(_)));
        let element = page.element(element).unwrap();
        assert!(applicability(element) && !applicability(page.element(other).unwrap()));
        assert_eq!(expectation(element), Outcome::failed("in a window 320 px wide, its lines reach 80 px beyond"));
    }
}
