//! The page can be made larger with two fingers.

use crate::page::{Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "viewport-allows-zoom",
    criteria: &[wcag::RESIZE_TEXT],
    act: &["b4f0c3"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Zooming must not be switched off",
        why: "On a phone, whoever sees less cannot make the text larger.",
        fix: "Write `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">`, without `user-scalable` and `maximum-scale`.",
        asks: "Does another viewport element further down undo this one, so that zooming works?",
    },
    ar: Words {
        title: "يجب ألا يُمنع تكبير الصفحة",
        why: "على الهاتف لا يستطيع ضعيف البصر تكبير النص.",
        fix: "اكتب `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">` دون `user-scalable` ولا `maximum-scale`.",
        asks: "هل يُلغي عنصر viewport لاحق أثر هذا العنصر فيعمل التكبير؟",
    },
    fa: Words {
        title: "بزرگ‌نمایی نباید بسته باشد",
        why: "روی گوشی، کسی که کم‌بیناست نمی‌تواند متن را بزرگ‌تر کند.",
        fix: "بنویسید `<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">`، بدون `user-scalable` و `maximum-scale`.",
        asks: "آیا یک viewport دیگر پایین‌تر، این یکی را بی‌اثر می‌کند و بزرگ‌نمایی کار می‌کند؟",
    },
    good: &[r#"<meta name="viewport" content="width=device-width, initial-scale=1">"#],
    bad: &[
        r#"<meta name="viewport" content="width=device-width, user-scalable=no">"#,
        r#"<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">"#,
    ],
    check: Check::Page(check),
};

/// ACT b4f0c3 (<https://act-rules.github.io/rules/b4f0c3>): `meta` elements for the viewport with a `content` let the page
/// be scaled, to twice its size at least. Of several the last one counts.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let is_viewport = |element: &Element<'_>| {
        element.is("meta")
            && element.attribute("name").is_some_and(|name| name.eq_ignore_ascii_case("viewport"))
            && element.has_attribute("content")
            && element.is_of_page_itself()
    };
    let found: Vec<Element<'_>> = page.elements().filter(is_viewport).collect();
    let last = found.last().copied();
    let outcome = |element: Element<'_>| match of_content(element.attribute("content").unwrap_or_default()) {
        Outcome::Failed(_) if last != Some(element) => Outcome::needs_review(RULE.en.asks),
        outcome => outcome,
    };
    found.iter().map(|element| (*element, outcome(*element))).collect()
}

fn of_content(content: &str) -> Outcome {
    let (mut is_fixed, mut most) = (None, None);
    for (name, value) in properties(content) {
        match name.as_str() {
            "user-scalable" => is_fixed = Some((is_no(&value), value)),
            "maximum-scale" => most = Some((scale(&value), value)),
            _ => {}
        }
    }
    match (is_fixed, most) {
        (Some((true, value)), _) => Outcome::failed(format!("`user-scalable={value}` switches zooming off")),
        (_, Some((Some(scale), value))) if scale < 2.0 => {
            Outcome::failed(format!("`maximum-scale={value}` does not let text grow to twice its size"))
        }
        _ => Outcome::Passed,
    }
}

/// Names and values, in lower case (CSS Device Adaptation 1, parsing the content attribute,
/// <https://www.w3.org/TR/css-device-adapt-1/#parsing-algorithm>).
fn properties(content: &str) -> impl Iterator<Item = (String, String)> {
    let is_space = |c: char| c.is_ascii_whitespace();
    let parts = content.split([',', ';']).flat_map(move |part| {
        // White space separates too, but for what stands around `=`.
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut rest = part.trim_matches(is_space);
        while let Some((name, value)) = rest.split_once('=') {
            let name = name.trim_matches(is_space).rsplit(is_space).next().unwrap_or_default();
            let value = value.trim_start_matches(is_space);
            let end = value.find(is_space).unwrap_or(value.len());
            pairs.push((name.to_ascii_lowercase(), value[..end].to_ascii_lowercase()));
            rest = &value[end..];
        }
        pairs
    });
    parts.filter(|(_, value)| !value.is_empty())
}

/// `no`, what is no known word, and numbers between -1 and 1.
fn is_no(value: &str) -> bool {
    match value {
        "yes" | "device-width" | "device-height" => false,
        _ => number(value).abs() < 1.0,
    }
}

/// The largest scale; `None` if there is no limit.
fn scale(value: &str) -> Option<f32> {
    match value {
        "yes" => Some(1.0),
        "device-width" | "device-height" => None,
        _ => Some(number(value)).filter(|scale| *scale >= 0.0),
    }
}

/// The number that a value begins with; 0 if there is none.
fn number(value: &str) -> f32 {
    let is_part = |(at, c): (usize, char)| c.is_ascii_digit() || c == '.' || (at == 0 && (c == '-' || c == '+'));
    let end = value.char_indices().find(|part| !is_part(*part)).map_or(value.len(), |(at, _)| at);
    value[..end].parse().unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let cases = [
            ("width=device-width", Expect::Passed),
            ("user-scalable=yes", Expect::Passed),
            ("user-scalable=5", Expect::Passed),
            ("user-scalable=-1", Expect::Passed),
            ("maximum-scale=2", Expect::Passed),
            ("maximum-scale=6.0", Expect::Passed),
            ("maximum-scale=-1", Expect::Passed),
            ("maximum-scale=device-width", Expect::Passed),
            ("user-scalable=no, user-scalable=yes", Expect::Passed),
            ("user-scalable", Expect::Passed),
            ("", Expect::Passed),
            ("user-scalable=no", Expect::Failed),
            ("width=device-width; USER-SCALABLE = NO", Expect::Failed),
            ("width=device-width user-scalable=0", Expect::Failed),
            ("user-scalable=0.5", Expect::Failed),
            ("user-scalable=false", Expect::Failed),
            ("maximum-scale=1", Expect::Failed),
            ("maximum-scale=1.99", Expect::Failed),
            ("maximum-scale=yes", Expect::Failed),
            ("maximum-scale=no", Expect::Failed),
            ("maximum-scale=0", Expect::Failed),
        ];
        for (content, expected) in cases {
            check(&RULE, &[(&format!("<meta name=Viewport content='{content}'>"), expected)]);
        }
        check(
            &RULE,
            &[
                (
                    "<meta name=viewport content='user-scalable=no'><meta name=viewport content='width=device-width'>",
                    Expect::NeedsReview,
                ),
                ("<meta name=viewport>", Expect::Inapplicable),
                ("<meta name=description content='user-scalable=no'>", Expect::Inapplicable),
                ("<p>Nothing</p>", Expect::Inapplicable),
            ],
        );
    }
}
