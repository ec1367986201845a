//! Links have an accessible name.

use crate::nameless;
use crate::page::{Element, Namespace, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "link-has-name",
    criteria: &[wcag::LINK_PURPOSE_IN_CONTEXT, wcag::NAME_ROLE_VALUE],
    act: &["c487ae"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Links must have an accessible name",
        why: "A screen reader says \"link\", or spells out the address: nobody can tell where it leads.",
        fix: "Write in the link where it leads. If it shows only a picture, say it in the picture's `alt`.",
        asks: "Does a screen reader say where this link leads? A style sheet or a script may name it.",
    },
    ar: Words {
        title: "يجب أن يكون للروابط اسم مُتاح",
        why: "يقول قارئ الشاشة «رابط» أو يتهجّى العنوان حرفًا حرفًا، فلا يعرف أحد إلى أين يؤدي الرابط.",
        fix: "اكتب داخل الرابط إلى أين يؤدي. وإن لم يكن فيه إلا صورة فقل ذلك في `alt` الصورة.",
        asks: "هل يقول قارئ الشاشة إلى أين يؤدي هذا الرابط؟ قد تسمّيه ورقة أنماط أو برنامج نصي.",
    },
    fa: Words {
        title: "پیوندها باید نام دسترس‌پذیر داشته باشند",
        why: "صفحه‌خوان می‌گوید «پیوند» یا نشانی را حرف‌به‌حرف می‌خواند؛ هیچ‌کس نمی‌فهمد به کجا می‌رود.",
        fix: "داخل پیوند بنویسید به کجا می‌رود. اگر فقط تصویر دارد، آن را در `alt` تصویر بگویید.",
        asks: "آیا صفحه‌خوان می‌گوید این پیوند به کجا می‌رود؟ شاید شیوه‌نامه یا اسکریپتی به آن نام بدهد.",
    },
    good: &[
        r#"<a href="/cart">Cart</a>"#,
        r#"<a href="/"><img src="logo.svg" alt="Sada, home"></a>"#,
        r#"<svg><a href="/north"><title>The north</title><path d="M0 0L9 9"/></a></svg>"#,
    ],
    bad: &[r#"<a href="/cart"><img src="cart.svg" alt=""></a>"#, r#"<a href="/cart"><i class="icon-cart"></i></a>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML and SVG elements with the role of a link, or one of its kind, that are in the accessibility tree
/// (<https://act-rules.github.io/rules/c487ae>). Areas of image maps are links.
fn applicability(element: Element<'_>) -> bool {
    element.role().is_a(Role::Link)
        && matches!(element.namespace(), Namespace::Html | Namespace::Svg)
        && element.is_in_accessibility_tree()
}

/// A name that can be heard.
fn expectation(link: Element<'_>) -> Outcome {
    let nothing = match (link.is("area"), link.has_attribute("alt")) {
        (true, true) => "its `alt` is empty, and nothing else names it",
        (true, false) => "it has no `alt`, and nothing else names it",
        _ => "it is empty",
    };
    nameless::outcome(link, nothing)
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
                ("<a href=x>Cart</a>", Expect::Passed),
                ("<a href=x><img alt=Cart></a>", Expect::Passed),
                ("<a href=x title=Cart></a>", Expect::Passed),
                ("<div role=link aria-label=Cart></div>", Expect::Passed),
                ("<a href=x><span style='position:absolute;left:-9999px'>Cart</span></a>", Expect::Passed),
                ("<svg><a href=x><text>Cart</text></a></svg>", Expect::Passed),
                ("<svg><a xlink:href=x aria-label=Cart><circle/></a></svg>", Expect::Passed),
                ("<map name=m><area href=x alt=North></map><img alt=Map usemap=#m>", Expect::Passed),
                ("<a role=doc-noteref href=x>1</a>", Expect::Passed),
                ("<a href=x></a>", Expect::Failed),
                ("<a href=x><img src=cart.svg></a>", Expect::Failed),
                ("<a href=x><img alt='' title=Cart></a>", Expect::Failed),
                ("<a href=x><span aria-hidden=true>Cart</span></a>", Expect::Failed),
                ("<a href=x aria-labelledby=nowhere></a>", Expect::Failed),
                ("<a role=none href=x></a>", Expect::Failed),
                ("<span role=link tabindex=0></span>", Expect::Failed),
                ("<svg><a href=x><circle/></a></svg>", Expect::Failed),
                ("<svg><a href=x><style>a{}</style><circle/></a></svg>", Expect::Failed),
                ("<map name=m><area href=x></map><img alt=Map usemap=#m>", Expect::Failed),
                ("<a href=x><cart-icon></cart-icon></a>", Expect::NeedsReview),
                ("<a name=top></a>", Expect::Inapplicable),
                ("<a href=x hidden></a>", Expect::Inapplicable),
                ("<a href=x role=button></a>", Expect::Inapplicable),
                ("<map name=m><area href=x></map>", Expect::Inapplicable),
                ("<link href=x>", Expect::Inapplicable),
                ("<video><a href=x></a></video>", Expect::Inapplicable),
                ("<svg><defs><a href=x></a></defs></svg>", Expect::Inapplicable),
            ],
        );
    }
}
