//! Levels, positions and values lie where they can lie.

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

/// WAI-ARIA 1.2, 6.6 (<https://www.w3.org/TR/wai-aria-1.2/#state_prop_def>), in the sections of each property.
pub const RULE: Rule = Rule {
    id: "aria-number-is-in-range",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Numbers in ARIA must be ones that make sense",
        why: "\"Item 7 of 5\", \"120 %\" or level 0: a screen reader says nonsense, or something the browser made up.",
        fix: "Count levels and places from 1, and keep `aria-valuenow` between `aria-valuemin` and `aria-valuemax`.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تكون الأعداد في ARIA ذات معنى",
        why: "«العنصر 7 من 5» أو «120 %» أو المستوى 0: يقول قارئ الشاشة كلامًا بلا معنى، أو ما اخترعه المتصفح.",
        fix: "عُدّ المستويات والمواضع بدءًا من 1، وأبقِ `aria-valuenow` بين `aria-valuemin` و`aria-valuemax`.",
        asks: "",
    },
    fa: Words {
        title: "عددها در ARIA باید معنا داشته باشند",
        why: "«جزء ۷ از ۵»، «۱۲۰ درصد» یا سطح صفر: صفحه‌خوان سخنی بی‌معنا یا ساخته مرورگر را می‌گوید.",
        fix: "سطح‌ها و جایگاه‌ها را از ۱ بشمارید و `aria-valuenow` را میان `aria-valuemin` و `aria-valuemax` نگه دارید.",
        asks: "",
    },
    good: &[r#"<div role="slider" tabindex="0" aria-valuenow="12" aria-valuemin="0" aria-valuemax="20">Price</div>"#],
    bad: &[r#"<div role="slider" tabindex="0" aria-valuenow="120">Price</div>"#, r#"<h2 aria-level="0">Price</h2>"#],
    check: Check::Each { applicability, expectation },
};

/// The properties that count, and the least they can say; −1 stands for "nobody knows how many" where that is allowed.
const LEAST: &[(&str, i64)] = &[
    ("aria-colcount", -1),
    ("aria-colindex", 1),
    ("aria-colspan", 1),
    ("aria-level", 1),
    ("aria-posinset", 1),
    ("aria-rowcount", -1),
    ("aria-rowindex", 1),
    ("aria-rowspan", 0),
    ("aria-setsize", -1),
];

const VALUES: &[&str] = &["aria-valuemax", "aria-valuemin", "aria-valuenow"];

/// Elements with such a number whose role has it, unless hidden from assistive technologies.
fn applicability(element: Element<'_>) -> bool {
    let counts = |name: &str| VALUES.contains(&name) || LEAST.iter().any(|(known, _)| *known == name);
    element.attributes().any(|(name, _)| name.starts_with("aria-") && counts(name) && element.role().supports(name))
        && !element.is_programmatically_hidden()
}

/// Counts are not less than they can be, places not behind the last one, values between their ends.
fn expectation(element: Element<'_>) -> Outcome {
    let fault = count_fault(element).or_else(|| place_fault(element)).or_else(|| value_fault(element));
    fault.map_or(Outcome::Passed, Outcome::failed)
}

fn count(element: Element<'_>, name: &str) -> Option<i64> {
    element.attribute(name).filter(|_| element.role().supports(name))?.trim_ascii().parse().ok()
}

fn count_fault(element: Element<'_>) -> Option<String> {
    LEAST.iter().find_map(|(name, least)| {
        let said = count(element, name)?;
        let is_size = name.ends_with("size");
        (said < *least || is_size && said == 0).then(|| format!("`{name}` says `{said}`"))
    })
}

fn place_fault(element: Element<'_>) -> Option<String> {
    let (place, size) = (count(element, "aria-posinset")?, count(element, "aria-setsize")?);
    (size > 0 && place > size).then(|| format!("`aria-posinset` says `{place}`, and `aria-setsize` says `{size}`"))
}

/// Browsers know the values of their own controls.
fn value_fault(element: Element<'_>) -> Option<String> {
    let role = element.role();
    let is_range = role.is_a(Role::Range) || role == Role::Separator && element.is_focusable();
    if !is_range || ["input", "meter", "progress"].iter().any(|name| element.is(name)) {
        return None;
    }
    let value = |name: &str| {
        let said = element.attribute(name).filter(|value| !value.trim_ascii().is_empty());
        said.or_else(|| role.implicit_value(name))?.trim_ascii().parse::<f64>().ok().filter(|value| value.is_finite())
    };
    let (least, most) = (value("aria-valuemin"), value("aria-valuemax"));
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        return Some(format!("the least value is {least}, and the greatest is {most}"));
    }
    let now = value("aria-valuenow")?;
    if let Some(most) = most.filter(|most| now > *most) {
        return Some(format!("`aria-valuenow` says `{now}`, and the greatest value is {most}"));
    }
    let least = least.filter(|least| now < *least)?;
    Some(format!("`aria-valuenow` says `{now}`, and the least value is {least}"))
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
                (r#"<h2 aria-level="7">a</h2>"#, Expect::Passed),
                (r#"<li aria-posinset="2" aria-setsize="-1">a</li>"#, Expect::Inapplicable),
                (r#"<ul><li aria-posinset="2" aria-setsize="-1">a</ul>"#, Expect::Passed),
                (r#"<div role="slider" aria-valuenow="50"></div>"#, Expect::Passed),
                (r#"<div role="slider" aria-valuenow="150" aria-valuemax="200"></div>"#, Expect::Passed),
                (r#"<div role="spinbutton" aria-valuenow="150"></div>"#, Expect::Passed),
                (r#"<input type="range" max="200" value="150" aria-valuenow="150">"#, Expect::Passed),
                (r#"<h2 aria-level="half">a</h2>"#, Expect::Passed),
                (r#"<h2 aria-level="0">a</h2>"#, Expect::Failed),
                (r#"<h2 aria-level="-1">a</h2>"#, Expect::Failed),
                (r#"<ul><li aria-posinset="0">a</ul>"#, Expect::Failed),
                (r#"<ul><li aria-posinset="6" aria-setsize="5">a</ul>"#, Expect::Failed),
                (r#"<ul><li aria-posinset="1" aria-setsize="0">a</ul>"#, Expect::Failed),
                (r#"<div role="table" aria-rowcount="-2"></div>"#, Expect::Failed),
                (r#"<div role="slider" aria-valuenow="150"></div>"#, Expect::Failed),
                (r#"<div role="meter" aria-valuenow="-1"></div>"#, Expect::Failed),
                (r#"<div role="slider" aria-valuenow="5" aria-valuemin="9" aria-valuemax="1"></div>"#, Expect::Failed),
                (r#"<p aria-level="0">a</p>"#, Expect::Inapplicable),
                (r#"<h2 aria-level="0" hidden>a</h2>"#, Expect::Inapplicable),
                ("<h2>a</h2>", Expect::Inapplicable),
            ],
        );
    }
}
