//! Drawings with a name say that they are an image.

use crate::page::{Certainty, Element, Namespace};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "named-svg-has-role",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "Drawings with a name should have the role of an image",
        why: "Without a role some screen readers leave an `svg` out, and others read its parts one by one instead of its name.",
        fix: "Write `role=\"img\"` on the `svg` element. If it tells nothing, take its name away and write `aria-hidden=\"true\"`.",
        asks: "",
    },
    ar: Words {
        title: "ينبغي أن يكون للرسوم التي لها اسم دور صورة",
        why: "من دون دور تتخطّى بعض قارئات الشاشة عنصر `svg`، ويقرأ بعضها أجزاءه واحدًا واحدًا بدلًا من اسمه.",
        fix: "اكتب `role=\"img\"` على عنصر `svg`. وإن كان لا يقول شيئًا فاحذف اسمه واكتب `aria-hidden=\"true\"`.",
        asks: "",
    },
    fa: Words {
        title: "نگاره‌هایی که نام دارند باید نقش تصویر داشته باشند",
        why: "بدون نقش، بعضی صفحه‌خوان‌ها از `svg` می‌گذرند و بعضی به جای نام، تکه‌هایش را یکی‌یکی می‌خوانند.",
        fix: "روی عنصر `svg` بنویسید `role=\"img\"`. اگر چیزی نمی‌گوید، نامش را بردارید و `aria-hidden=\"true\"` بنویسید.",
        asks: "",
    },
    good: &[r#"<svg role="img"><title>Sales by month</title><path d="M0 9L9 0"/></svg>"#],
    bad: &[r#"<svg><title>Sales by month</title><path d="M0 9L9 0"/></svg>"#],
    check: Check::Each { applicability, expectation },
};

/// `svg` elements of a page with a name, without words or links of their own and not in another drawing, unless hidden.
fn applicability(element: Element<'_>) -> bool {
    element.is_svg("svg")
        && element.parent().is_none_or(|parent| parent.namespace() == Namespace::Html)
        && !element.is_programmatically_hidden()
        && element.visible() != Certainty::No
        && !element.accessible_name().is_empty()
        && !element.descendants().any(|part| matches!(part.name(), "a" | "text" | "foreignObject" | "use"))
        && !element.descendants().any(|part| part.has_attribute("role") || part.has_attribute("tabindex"))
}

/// Any role: what it is, is for its author to say.
fn expectation(drawing: Element<'_>) -> Outcome {
    if drawing.attribute("role").is_some_and(|role| !role.trim_ascii().is_empty()) {
        return Outcome::Passed;
    }
    Outcome::failed("it has a name and no `role`")
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
                ("<svg role=img aria-label=Sales></svg>", Expect::Passed),
                ("<svg role=graphics-document><title>Sales</title></svg>", Expect::Passed),
                ("<svg><title>Sales</title></svg>", Expect::Failed),
                ("<svg aria-label=Sales></svg>", Expect::Failed),
                ("<svg></svg>", Expect::Inapplicable),
                ("<svg aria-label=Sales aria-hidden=true></svg>", Expect::Inapplicable),
                ("<svg aria-label=Sales><text>41</text></svg>", Expect::Inapplicable),
                ("<svg aria-label=Map><a href=x><path/></a></svg>", Expect::Inapplicable),
                ("<svg aria-label=Sales hidden style='display:none'></svg>", Expect::Inapplicable),
            ],
        );
    }
}
