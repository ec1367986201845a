//! Areas that scroll can be scrolled by keyboard.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "scrollable-area-is-reachable",
    criteria: &[wcag::KEYBOARD, wcag::KEYBOARD_NO_EXCEPTION],
    act: &["0ssw9k"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Areas that scroll must be reachable by keyboard",
        why: "Arrow keys scroll only what has the focus. In browsers that do not let Tab stop at such areas by themselves, the rest stays out of sight.",
        fix: "Put `tabindex=\"0\"` on the area, with a role and a name; or let it grow with what is in it.",
        asks: "A box of fixed size may have to be scrolled, and nothing in it takes the focus. Does all of it fit?",
    },
    ar: Words {
        title: "يجب أن تصل لوحة المفاتيح إلى المناطق القابلة للتمرير",
        why: "لا تُمرِّر مفاتيح الأسهم إلا ما عليه التركيز. وفي المتصفحات التي لا يقف فيها Tab عند هذه المناطق يبقى الباقي خارج النظر.",
        fix: "ضع `tabindex=\"0\"` على المنطقة مع دور واسم، أو دَعها تكبر مع ما فيها.",
        asks: "صندوق ثابت الحجم قد يلزم تمريره، ولا شيء فيه يقبل التركيز. هل يتسع لكل ما فيه؟",
    },
    fa: Words {
        title: "ناحیه‌هایی که پیمایش می‌شوند باید با صفحه‌کلید در دسترس باشند",
        why: "کلیدهای جهت فقط چیزی را می‌پیمایند که تمرکز روی آن است. در مرورگرهایی که Tab روی چنین ناحیه‌هایی نمی‌ایستد بقیه از دید پنهان می‌ماند.",
        fix: "روی ناحیه `tabindex=\"0\"` بگذارید، با نقش و نام؛ یا بگذارید با محتوایش بزرگ شود.",
        asks: "کادری با اندازهٔ ثابت شاید باید پیموده شود و هیچ چیز درون آن تمرکز نمی‌گیرد. آیا همهٔ محتوایش جا می‌شود؟",
    },
    good: &[
        "<div style='height: 5em; overflow: auto' tabindex='0' role='region' aria-label='Tides'><p>High at nine.</p></div>",
    ],
    bad: &["<div style='height: 5em; overflow: auto'><p>High at nine.</p></div>"],
    check: Check::Each { applicability, expectation },
};

/// Boxes with their own scroll bars that show something (<https://act-rules.github.io/rules/0ssw9k>).
fn applicability(element: Element<'_>) -> bool {
    element.scrolls() != Certainty::No && !matches!(element.name(), "iframe" | "frame") && shows_anything(element)
}

fn shows_anything(area: Element<'_>) -> bool {
    let is_media = |element: Element<'_>| matches!(element.name(), "img" | "svg" | "video" | "canvas" | "object");
    let shows = |element: Element<'_>| {
        element.is_visible() && (is_media(element) || element.own_texts().any(|(_, text)| !text.trim().is_empty()))
    };
    shows(area) || area.descendants().any(shows) || area.is("textarea")
}

/// Tab stops at it or in it.
fn expectation(area: Element<'_>) -> Outcome {
    let page = area.page();
    let stops = area.is_in_tab_order()
        || area.descendants().any(Element::is_in_tab_order)
        // What a slot shows or a shadow root holds stands elsewhere in the markup.
        || (area.descendants().any(|inner| inner.is("slot") || inner.name().contains('-'))
            && page.elements().any(|other| other.is_in_tab_order() && other.flat_lineage().any(|around| around == area)));
    if stops {
        return Outcome::Passed;
    }
    match area.scrolls() {
        Certainty::Yes => Outcome::failed(
            "it has to be scrolled, and neither it nor anything in it is a stop for Tab; not every browser makes it one",
        ),
        _ => Outcome::needs_review(RULE.en.asks),
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE, expectation};
    use crate::cases::{Expect, check};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder, Properties, Property, Rect, Style, Value};
    use crate::rule::Outcome;

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<div style='height:5em;overflow:auto' tabindex=0>a</div>", Expect::Passed),
                ("<div style='height:5em;overflow:auto'><a href=b>a</a></div>", Expect::Passed),
                ("<div style='height:5em;overflow:auto'>a</div>", Expect::NeedsReview),
                ("<pre style='overflow-x:auto;width:9px'>a</pre>", Expect::NeedsReview),
                ("<div style='height:5em;overflow:auto' tabindex=-1>a</div>", Expect::NeedsReview),
                ("<div style='height:5em;overflow:auto'></div>", Expect::Inapplicable),
                ("<div style='height:5em;overflow:hidden'>a</div>", Expect::Inapplicable),
                ("<div style='overflow:auto'>a</div>", Expect::Inapplicable),
                ("<div style='height:5em;overflow:auto' hidden>a</div>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn with_a_layout_or_too_much_text_it_is_proved() {
        let letters = "tide ".repeat(100);
        let full = format!("<div style='height:50px;width:200px;overflow:auto'><p>{letters}</div>");
        check(&RULE, &[(&full, Expect::Failed)]);
        let mut page = PageBuilder::new("scroll", Engine::Browser);
        let properties = Properties::new(vec![(Property::OverflowY, Some(Value::word("scroll")))]);
        let scroller = page.style(Style { properties, ..Style::INITIAL });
        let plain = page.style(Style::INITIAL);
        let area = page.element(NodeId::DOCUMENT, Namespace::Html, "div", Vec::new());
        let inner = page.element(area, Namespace::Html, "p", Vec::new());
        page.set_style(area, scroller);
        page.set_style(inner, plain);
        page.set_box(area, Rect { width: 100.0, height: 100.0, ..Rect::default() }, None);
        page.set_box(inner, Rect { width: 100.0, height: 300.0, ..Rect::default() }, None);
        let page = page.finish();
        assert!(matches!(expectation(page.element(area).unwrap()), Outcome::Failed(_)));
    }
}
