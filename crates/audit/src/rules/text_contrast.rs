//! Text stands out from what is behind it.

use crate::page::{Backdrop, Contrasts, Element, Namespace, NodeId, Style, Unknown};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "text-contrast",
    criteria: &[wcag::CONTRAST_MINIMUM],
    act: &["afw4f7"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Text must stand out from its background",
        why: "Whoever sees less, is older, or reads in the sun cannot read it.",
        fix: "Make the text darker or the background lighter (or the other way round) until the ratio is reached.",
        asks: "Can everybody read this text? Its contrast cannot be computed here.",
    },
    ar: Words {
        title: "يجب أن يتميّز النص عن خلفيته",
        why: "لا يستطيع قراءته من ضعف بصره أو تقدّمت سنّه أو يقرأ تحت الشمس.",
        fix: "اجعل النص أغمق أو الخلفية أفتح (أو العكس) حتى تبلغ النسبة المطلوبة.",
        asks: "هل يستطيع الجميع قراءة هذا النص؟ لا يمكن حساب تباينه هنا.",
    },
    fa: Words {
        title: "متن باید از پس‌زمینه‌اش متمایز باشد",
        why: "کسی که کم‌بیناست یا سن‌دارتر است یا زیر آفتاب می‌خواند، نمی‌تواند آن را بخواند.",
        fix: "متن را تیره‌تر یا پس‌زمینه را روشن‌تر کنید (یا برعکس) تا به نسبت لازم برسد.",
        asks: "آیا همه می‌توانند این متن را بخوانند؟ تضاد آن را نمی‌توان حساب کرد.",
    },
    good: &[r#"<p style="color:#595959">Opening hours</p>"#],
    bad: &[r#"<p style="color:#999999">Opening hours</p>"#],
    check: Check::Each { applicability, expectation },
};

/// HTML elements with a visible text of their own that says something, unless it belongs to a disabled control.
fn applicability(element: Element<'_>) -> bool {
    element.namespace() == Namespace::Html
        && element.own_texts().any(|(_, text)| says_something(text))
        && !["option", "optgroup"].iter().any(|name| element.is(name))
        && element.has_visible_text()
        && !is_disabled(element)
}

/// Letters or digits of any script. Signs alone say nothing in any language.
fn says_something(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

/// Part of a control that cannot be used, or of its label (WCAG 1.4.3, inactive components).
fn is_disabled(element: Element<'_>) -> bool {
    let is_inactive =
        |element: Element<'_>| element.is_disabled() || element.attribute("aria-disabled") == Some("true");
    element.flat_lineage().any(|around| is_inactive(around) || around.names().any(is_inactive))
}

/// 4.5 to 1, or 3 to 1 for large text.
fn expectation(element: Element<'_>) -> Outcome {
    let texts = element.own_texts().filter(|(_, text)| says_something(text));
    let mut worst = Outcome::Passed;
    for (text, _) in texts {
        match of_text(element, text) {
            failed @ Outcome::Failed(_) => return failed,
            review @ Outcome::NeedsReview(_) => worst = review,
            Outcome::Passed => {}
        }
    }
    worst
}

fn of_text(element: Element<'_>, text: NodeId) -> Outcome {
    let style = element.style();
    let (text, behind) = match element.backdrop(text) {
        Backdrop::Known { text, behind } => (text, behind),
        Backdrop::Unknown(reason) => {
            if let Some(measured) = element.measured_contrasts(text) {
                return of_pixels(style, measured);
            }
            return Outcome::needs_review(format!(
                "Can everybody read this text? Its contrast cannot be computed: {reason}."
            ));
        }
    };
    if text.to_hex() == behind.to_hex() {
        // Taking it away would change no pixel, so it is not visible text (ACT Rules glossary, visible).
        return Outcome::needs_review("Is this text meant to be seen? It has the very colour of what is behind it.");
    }
    let ratio = text.contrast(behind);
    let required = required(style.font_size, style.font_weight);
    let (least, most) = if style.unknown.has(Unknown::FONT) { (LARGE, NORMAL) } else { (required, required) };
    if ratio >= most {
        return Outcome::Passed;
    }
    if ratio >= least {
        return Outcome::needs_review(
            "Is this text large (24 px, or 18.66 px and bold)? If not, it needs more contrast.",
        );
    }
    // Cut, not rounded: 4.496 must not read as 4.5.
    let shown = (ratio * 100.0).floor() / 100.0;
    Outcome::failed(format!("{} on {} is {shown}:1, and {least}:1 is needed", text.to_hex(), behind.to_hex()))
}

/// The rule asks for the highest contrast of each letter (ACT afw4f7); what is easy to read in one place and hard in
/// another is a question.
fn of_pixels(style: &Style, measured: Contrasts) -> Outcome {
    let required = required(style.font_size, style.font_weight);
    if measured.lowest >= required {
        return Outcome::Passed;
    }
    let shown = (measured.highest * 100.0).floor() / 100.0;
    if measured.highest >= required {
        return Outcome::needs_review(
            "Can everybody read this text? What lies behind it is light in one place and dark in another.",
        );
    }
    if !measured.is_exact {
        return Outcome::needs_review("Can everybody read this text? A filter or a blend mode changes its colours.");
    }
    Outcome::failed(format!("even where it is easiest to read its contrast is {shown}:1, and {required}:1 is needed"))
}

const NORMAL: f32 = 4.5;
const LARGE: f32 = 3.0;

/// The ratio WCAG asks for: large is 18 pt, or 14 pt and bold (1 pt is 4/3 px).
fn required(font_size: f32, font_weight: f32) -> f32 {
    let is_bold = font_weight >= 700.0;
    // 14 pt is 18.6667 px; 18.66 is what everybody writes.
    if font_size >= 24.0 || (is_bold && font_size >= 18.66) { LARGE } else { NORMAL }
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
                ("<p style='color:#767676'>Just enough</p>", Expect::Passed),
                ("<p style='color:#949494;font-size:24px'>Large</p>", Expect::Passed),
                ("<p style='color:#949494;font-size:19px;font-weight:700'>Bold</p>", Expect::Passed),
                ("<div style='background-color:#000000'><p style='color:#ffffff'>Inverse</p></div>", Expect::Passed),
                ("<p style='color:#777777'>Almost</p>", Expect::Failed),
                ("<p style='color:#949494;font-size:19px'>Not bold</p>", Expect::Failed),
                (
                    "<div style='background-color:#ffffff;opacity:0.5'><p style='color:#000000'>Faded</p></div>",
                    Expect::Failed,
                ),
                ("<p style='color:#777777'>قليل</p>", Expect::Failed),
                (
                    "<div style='opacity:.3'><p style='background:#000000;color:#ffffff'>Faded further out</p></div>",
                    Expect::Failed,
                ),
                (
                    "<div style='filter:contrast(3)'><p style='background:#ffffff;color:#808080'>Filtered</p></div>",
                    Expect::NeedsReview,
                ),
                (
                    "<i style='position:absolute;inset:0;background:#000000'></i><p style='position:relative;color:#eeeeee'>Over</p>",
                    Expect::NeedsReview,
                ),
                ("<p style='color:#777777;background-image:url(a)'>Picture</p>", Expect::NeedsReview),
                ("<p style='color:#777777;position:absolute'>Anywhere</p>", Expect::NeedsReview),
                ("<p style='color:#ffffff'>Invisible</p>", Expect::NeedsReview),
                ("<p style='color:#777777;visibility:hidden'>Hidden</p>", Expect::Inapplicable),
                ("<button disabled><span style='color:#777777'>Off</span></button>", Expect::Inapplicable),
                ("<label style='color:#777777'>Off <input disabled></label>", Expect::Inapplicable),
                (
                    "<span id='l' style='color:#777777'>Off</span><input disabled aria-labelledby='l'>",
                    Expect::Inapplicable,
                ),
                ("<p style='color:#777777'>– – –</p>", Expect::Inapplicable),
                ("<p style='color:#777777;font-size:0'>No size</p>", Expect::Inapplicable),
                ("<svg><text style='color:#777777'>Drawn</text></svg>", Expect::Inapplicable),
            ],
        );
    }
}
