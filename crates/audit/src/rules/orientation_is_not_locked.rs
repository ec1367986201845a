//! The page can be read whichever way the device is held.

use crate::page::{Declared, Element, Observation, Origin, Turned};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "orientation-is-not-locked",
    criteria: &[wcag::ORIENTATION],
    act: &["b33eff"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Pages must not turn back when the device is turned",
        why: "Whose phone or tablet is mounted on a wheelchair cannot turn it, and must read sideways.",
        fix: "Take the rotation out of the `orientation` media query and lay the page out for both ways.",
        asks: "Can this be read whichever way the device is held? Styles rotate it by a quarter when the device is turned.",
    },
    ar: Words {
        title: "يجب ألا تدور الصفحة عكسًا حين يُدار الجهاز",
        why: "من ثُبّت هاتفه أو لوحه على كرسيه المتحرك لا يستطيع إدارته، فيقرأ مائلًا.",
        fix: "احذف التدوير من استعلام الوسائط `orientation` وصمّم الصفحة للاتجاهين.",
        asks: "هل يمكن قراءة هذا كيفما أُمسك الجهاز؟ التنسيقات تدوّره ربع دورة حين يُدار الجهاز.",
    },
    fa: Words {
        title: "با چرخاندن دستگاه، صفحه نباید واچرخد",
        why: "کسی که گوشی یا تبلتش روی صندلی چرخ‌دار بسته شده نمی‌تواند آن را بچرخاند و باید کج بخواند.",
        fix: "چرخش را از media query مربوط به `orientation` بردارید و صفحه را برای هر دو حالت بچینید.",
        asks: "آیا دستگاه را هرجور بگیرند این خوانده می‌شود؟ با چرخاندن دستگاه، سبک‌ها آن را یک‌چهارم دور می‌چرخانند.",
    },
    good: &[
        "<style>@media (orientation: portrait) { main { transform: scale(0.9) } }</style><main><p>Open daily</p></main>",
    ],
    bad: &[
        "<style>@media (orientation: portrait) { body { transform: rotate(90deg) } }</style><body><p>Open daily</p></body>",
    ],
    check: Check::Each { applicability, expectation },
};

/// ACT b33eff (<https://act-rules.github.io/rules/b33eff>): visible HTML elements with a transform that hangs on the
/// orientation of the window.
///
/// Beyond that rule: the root of a page of which less is shown when a phone is held one way than the other.
fn applicability(element: Element<'_>) -> bool {
    if shown_when_turned(element).is_some() {
        return true;
    }
    let turns = |declared: &Declared| declared.turned.is_some() && is_rotation(&declared.property);
    element.declared().iter().any(turns) && element.is(element.name()) && element.is_visible()
}

const LEFT_OUT: &str =
    "Can everything be done whichever way the device is held? Less than half of the text is shown in one of them.";

fn is_rotation(property: &str) -> bool {
    matches!(property, "transform" | "rotate")
}

/// So much of the text, in hundredths, may be shown where the rest is only laid out another way.
const HALF: u32 = 50;
/// Less is a request to turn the device, and nothing else.
const HARDLY_ANY: u32 = 10;

fn shown_when_turned(element: Element<'_>) -> Option<(u32, Turned)> {
    element.observations().iter().find_map(|seen| match seen {
        Observation::ShownWhenTurned { percent, least_in } => Some((*percent, *least_in)),
        _ => None,
    })
}

/// It is not turned by a quarter between the two, and of a page most of the text is shown in both.
fn expectation(element: Element<'_>) -> Outcome {
    match shown_when_turned(element) {
        Some((percent, least_in)) if percent < HARDLY_ANY => {
            let held = match least_in {
                Turned::Portrait => "upright",
                Turned::Landscape => "sideways",
            };
            return Outcome::failed(format!("when a phone is held {held}, only {percent} % of the text is shown"));
        }
        Some((percent, _)) if percent < HALF => return Outcome::needs_review(LEFT_OUT),
        Some(_) if element.declared().iter().all(|declared| declared.turned.is_none()) => return Outcome::Passed,
        _ => {}
    }
    let (Some(portrait), Some(landscape)) =
        (degrees_when(element, Turned::Portrait), degrees_when(element, Turned::Landscape))
    else {
        return Outcome::needs_review(RULE.en.asks);
    };
    let between = (portrait - landscape).rem_euclid(180.0);
    if (between - 90.0).abs() > 1.0 {
        return Outcome::Passed;
    }
    if holds_most(element) {
        return Outcome::failed("it is rotated by a quarter when the device is turned");
    }
    Outcome::needs_review(RULE.en.asks)
}

fn is_page(element: Element<'_>) -> bool {
    element.is("html") || element.is("body")
}

/// Whether it holds at least half of the words of the page: a label or an arrow may stand sideways.
fn holds_most(element: Element<'_>) -> bool {
    let body = element.flat_lineage().find(|around| is_page(*around));
    is_page(element)
        || body.is_some_and(|body| element.visible_inner_text().len() * 2 >= body.visible_inner_text().len())
}

/// How far it is turned around the axis that points at the eye, when the window is turned this way; `None` if that cannot
/// be computed. What asks for this way is taken to win over what does not ask.
fn degrees_when(element: Element<'_>, turned: Turned) -> Option<f32> {
    let of = |name: &str| {
        let own = element
            .declared()
            .iter()
            .filter(|one| *one.property == *name && one.turned.is_none_or(|way| way == turned));
        own.max_by_key(|one| (one.is_important, one.origin == Origin::Attribute, one.turned.is_some()))
    };
    let said = ["transform", "rotate"].into_iter().filter_map(of);
    said.map(|declared| degrees(&declared.value)).sum()
}

/// The rotation of a value of `transform` or `rotate`.
fn degrees(value: &str) -> Option<f32> {
    if value.eq_ignore_ascii_case("none") {
        return Some(0.0);
    }
    if !value.contains('(') {
        let (axis, angle) = value.trim().rsplit_once(' ').unwrap_or(("z", value));
        return around_z(axis, angle);
    }
    let mut all = 0.0;
    for function in value.split_terminator(')') {
        let (name, arguments) = function.split_once('(')?;
        let arguments: Vec<&str> = arguments.split([',', ' ']).map(str::trim).filter(|word| !word.is_empty()).collect();
        let number = |at: usize| arguments.get(at).and_then(|word| word.parse::<f32>().ok());
        all += match name.trim().to_ascii_lowercase().as_str() {
            "rotate" | "rotatez" => angle(arguments.first()?)?,
            "rotate3d" => around_z(&arguments.get(..3)?.join(" "), arguments.get(3)?)?,
            "matrix" | "matrix3d" => number(1)?.atan2(number(0)?).to_degrees(),
            _ => 0.0,
        };
    }
    Some(all)
}

/// An angle around an axis, if that is the one that points at the eye; around others nothing turns sideways.
fn around_z(axis: &str, text: &str) -> Option<f32> {
    let numbers: Vec<f32> = axis.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match (axis.to_ascii_lowercase().as_str(), numbers.as_slice()) {
        ("z", _) => angle(text),
        ("x" | "y", _) | (_, [_, _, 0.0]) => Some(0.0),
        (_, [0.0, 0.0, z]) => Some(angle(text)? * z.signum()),
        _ => None,
    }
}

/// An angle in degrees.
fn angle(text: &str) -> Option<f32> {
    let end = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let number: f32 = number.parse().ok()?;
    match unit.to_ascii_lowercase().as_str() {
        "deg" => Some(number),
        "grad" => Some(number * 0.9),
        "rad" => Some(number.to_degrees()),
        "turn" => Some(number * 360.0),
        "" if number == 0.0 => Some(0.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let both = |portrait: &str, landscape: &str| {
            format!(
                "<style>@media (orientation:portrait){{body{{{portrait}}}}}@media (orientation:landscape){{body{{{landscape}}}}}</style>Text"
            )
        };
        for (portrait, landscape, expected) in [
            ("transform:rotate(90deg)", "", Expect::Failed),
            ("transform:rotateZ(-90deg)", "transform:rotate(0)", Expect::Failed),
            ("transform:scale(2) rotate(0.25turn)", "", Expect::Failed),
            ("transform:rotate(1.5708rad)", "", Expect::Failed),
            ("rotate:90deg", "", Expect::Failed),
            ("rotate:0 0 1 100grad", "", Expect::Failed),
            ("transform:rotate3d(0,0,1,270deg)", "", Expect::Failed),
            ("transform:matrix(0,1,-1,0,0,0)", "", Expect::Failed),
            ("transform:rotate(180deg)", "transform:rotate(270deg)", Expect::Failed),
            ("transform:rotate(0deg)", "transform:rotate(90deg)", Expect::Failed),
            ("", "transform:rotate(90deg)", Expect::Failed),
            ("transform:rotate(calc(1deg * 90))", "", Expect::NeedsReview),
            ("transform:rotate(180deg)", "", Expect::Passed),
            ("transform:rotate(90deg)", "transform:rotate(270deg)", Expect::Passed),
            ("transform:rotate(45deg)", "", Expect::Passed),
            ("transform:rotateX(90deg)", "", Expect::Passed),
            ("rotate:y 90deg", "", Expect::Passed),
            ("transform:translate(9px)", "", Expect::Passed),
            ("color:red", "", Expect::Inapplicable),
        ] {
            check(&RULE, &[(&both(portrait, landscape), expected)]);
        }
        check(
            &RULE,
            &[
                (
                    "<style>@media (orientation:portrait){i{transform:rotate(90deg)}}</style><i>›</i><p>Words around it</p>",
                    Expect::NeedsReview,
                ),
                (
                    "<style>@media (orientation:portrait){p{transform:rotate(90deg)}}</style><p hidden>Text</p>",
                    Expect::Inapplicable,
                ),
                (
                    "<style>p{transform:rotate(3deg)}@media (orientation:landscape){p{transform:rotate(93deg)}}</style><p>Text</p>",
                    Expect::Failed,
                ),
                (
                    "<style>p{rotate:90deg}@media (orientation:landscape){p{rotate:90deg}}</style><p>Text</p>",
                    Expect::Passed,
                ),
                ("<p style='transform:rotate(90deg)'>Text</p>", Expect::Inapplicable),
                ("<style>@media (min-width:9px){p{transform:rotate(90deg)}}</style><p>Text</p>", Expect::Inapplicable),
            ],
        );
    }
}
