//! What has the focus is not hidden beneath something else.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "focus-is-not-covered",
    criteria: &[wcag::FOCUS_NOT_OBSCURED_MINIMUM],
    act: &[],
    severity: Severity::Serious,
    needs: Some(Need::FocusLook),
    en: Words {
        title: "Whatever has the focus must not be entirely covered",
        why: "Whoever moves by keyboard operates something that lies beneath a bar, a banner or a panel, and sees nothing of it.",
        fix: "Keep room for bars that stay (`scroll-padding`), close panels that lie over the page, or take what is beneath them out of the focus order with `inert`.",
        asks: "Can any of this be seen while it has the focus? Something lies over it that may be see-through.",
    },
    ar: Words {
        title: "كل ما عليه التركيز يجب ألّا يكون مغطّى بالكامل",
        why: "من يتنقّل بلوحة المفاتيح يشغّل شيئًا تحت شريط أو لافتة أو لوحة، ولا يرى منه شيئًا.",
        fix: "اترك مكانًا للأشرطة الثابتة (`scroll-padding`)، وأغلق ما يغطّي الصفحة، أو أخرج ما تحته من ترتيب التركيز باستعمال `inert`.",
        asks: "هل يُرى شيء من هذا والتركيز عليه؟ فوقه شيء قد يكون شفّافًا.",
    },
    fa: Words {
        title: "آنچه تمرکز دارد نباید کاملاً پوشیده باشد",
        why: "کسی که با صفحه‌کلید حرکت می‌کند چیزی را به کار می‌اندازد که زیر یک نوار یا پنجره است و هیچ از آن نمی‌بیند.",
        fix: "برای نوارهای ثابت جا بگذارید (`scroll-padding`)، پنجره‌هایی را که روی صفحه‌اند ببندید یا آنچه را زیر آن‌هاست با `inert` از ترتیب تمرکز بیرون ببرید.",
        asks: "آیا وقتی تمرکز روی این است چیزی از آن دیده می‌شود؟ رویش چیزی است که شاید شفاف باشد.",
    },
    good: &[
        "<header style=\"position:sticky;top:0\">Shop</header><main style=\"scroll-padding-top:4rem\"><a href=\"/cart\">Cart</a></main>",
    ],
    bad: &["<div style=\"position:fixed;inset:0;background:#ffffff\">Welcome!</div><a href=\"/cart\">Cart</a>"],
    check: Check::Each { applicability, expectation },
};

/// Elements in the sequential focus order that were looked at with the focus.
fn applicability(element: Element<'_>) -> bool {
    !element.observations().is_empty() && cover(element).is_some() && element.is_in_tab_order()
}

/// Proved to be hidden if what lies over it is opaque, and the focus changes no pixel.
fn expectation(element: Element<'_>) -> Outcome {
    let Some(cover) = cover(element) else { return Outcome::Passed };
    let is_unseen = element.observations().contains(&Observation::FocusUnseen);
    let is_opaque = |around: Element<'_>| around.style().opacity >= 1.0;
    // What both stand in is behind both.
    let over = || cover.flat_lineage().take_while(|around| element.flat_lineage().all(|behind| behind != *around));
    let paints = over().any(|around| around.style().background_color.is_opaque());
    if is_unseen && paints && over().all(is_opaque) {
        return Outcome::failed(format!("while it has the focus, {} lies over all of it", cover.start_tag()));
    }
    Outcome::needs_review(RULE.en.asks)
}

/// What lies over all of it.
fn cover(element: Element<'_>) -> Option<Element<'_>> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::FocusCovered { by } => element.page().element(*by),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Observation, Outcome, applicability, expectation};
    use crate::page::{Color, Engine, Namespace, NodeId, PageBuilder, Style};

    #[test]
    fn cases() {
        let outcome = |background: Color, seen: Observation| {
            let mut builder = PageBuilder::new("covered.html", Engine::Browser);
            let cover = builder.element(NodeId::DOCUMENT, Namespace::Html, "div", Vec::new());
            let style = builder.style(Style { background_color: background, ..Style::INITIAL });
            builder.set_style(cover, style);
            let element = builder.element(NodeId::DOCUMENT, Namespace::Html, "button", Vec::new());
            let style = builder.style(Style::INITIAL);
            builder.set_style(element, style);
            builder.observe(element, seen);
            builder.observe(element, Observation::FocusCovered { by: cover });
            let page = builder.finish();
            let element = page.element(element).unwrap();
            applicability(element).then(|| expectation(element)).unwrap()
        };
        assert!(matches!(outcome(Color::WHITE, Observation::FocusUnseen), Outcome::Failed(_)));
        assert!(matches!(outcome(Color::TRANSPARENT, Observation::FocusUnseen), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(Color::WHITE, Observation::FocusSeen), Outcome::NeedsReview(_)));
    }
}
