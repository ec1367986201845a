//! What looks like a heading is one (WCAG 2.2, failure F2, <https://www.w3.org/WAI/WCAG22/Techniques/failures/F2>).

use crate::page::{Element, Role};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

const ASKS: &str = "This short, bold or large line looks like a heading. Is it one?";

pub const RULE: Rule = Rule {
    id: "paragraph-is-no-heading",
    criteria: &[wcag::INFO_AND_RELATIONSHIPS],
    act: &[],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "A paragraph must not stand for a heading",
        why: "Eyes jump from heading to heading by their looks. A screen reader jumps by what is marked as one, and passes this by.",
        fix: "Make it an `h2` to `h6` of the level it has, and style that.",
        asks: ASKS,
    },
    ar: Words {
        title: "يجب ألا تقوم الفقرة مقام العنوان",
        why: "تقفز العين من عنوان إلى عنوان بالشكل. أما قارئ الشاشة فيقفز إلى ما عُلّم عنوانًا، ويتخطى هذا.",
        fix: "اجعلها من `h2` إلى `h6` بحسب مستواها، ونسّق العنوان.",
        asks: "هذا السطر القصير العريض أو الكبير يبدو عنوانًا. أهو عنوان؟",
    },
    fa: Words {
        title: "بند نباید جای عنوان را بگیرد",
        why: "چشم از روی ظاهر، از عنوانی به عنوان دیگر می‌پرد. صفحه‌خوان به آنچه عنوان علامت خورده می‌پرد و از روی این می‌گذرد.",
        fix: "آن را `h2` تا `h6` کنید، به سطحی که دارد، و همان را آرایش دهید.",
        asks: "این سطر کوتاهِ پررنگ یا درشت به عنوان می‌ماند. آیا عنوان است؟",
    },
    good: &["<h2>Tides</h2><p>The water rises and falls twice a day.</p>"],
    bad: &["<p><b>Tides</b></p><p>The water rises and falls twice a day.</p>"],
    check: Check::Each { applicability, expectation },
};

/// More letters than a heading has.
const LONGEST: usize = 80;

/// Paragraphs of a few words that do not end like a sentence, that are followed by another paragraph, and that stand
/// where headings do.
fn applicability(element: Element<'_>) -> bool {
    element.is("p")
        && element.role() == Role::Paragraph
        && element.next_sibling().is_some_and(|next| next.is("p"))
        && element.is_visible()
        && !element.is_programmatically_hidden()
        && !element.flat_lineage().any(is_no_place)
        && is_title(&element.visible_inner_text())
}

fn is_no_place(around: Element<'_>) -> bool {
    const NO_PLACES: &[&str] = &[
        "a",
        "address",
        "blockquote",
        "button",
        "caption",
        "dd",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "label",
        "li",
        "nav",
        "summary",
        "td",
        "th",
    ];
    NO_PLACES.iter().any(|name| around.is(name))
}

fn is_title(text: &str) -> bool {
    let is_end = |letter: char| matches!(letter, '.' | ',' | ';' | '!' | '…' | '،' | '؛' | '。');
    let is_word = text.chars().filter(|letter| letter.is_alphabetic()).nth(2).is_some();
    is_word && text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST && !text.ends_with(is_end)
}

/// Letters as bold or as large as those of the paragraph that follows.
fn expectation(paragraph: Element<'_>) -> Outcome {
    let Some(next) = paragraph.next_sibling() else { return Outcome::Passed };
    let (own, body) = (looks(paragraph), looks(next));
    match (own, body) {
        (Some((weight, size)), Some((body_weight, body_size)))
            if (weight >= 600.0 && body_weight < 600.0) || size >= 1.2 * body_size =>
        {
            Outcome::needs_review(ASKS)
        }
        _ => Outcome::Passed,
    }
}

/// The lightest and smallest letters in it.
fn looks(paragraph: Element<'_>) -> Option<(f32, f32)> {
    let parts = std::iter::once(paragraph).chain(paragraph.descendants());
    let texts = parts.filter(|part| part.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric)));
    let looks = texts.map(|part| (part.style().font_weight, part.style().font_size));
    looks.reduce(|one, other| (one.0.min(other.0), one.1.min(other.1)))
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
                ("<p>Tides</p><p>The water falls.</p>", Expect::Passed),
                ("<p><b>Tides</b> fall</p><p>The water falls.</p>", Expect::Passed),
                ("<p><b>Tides</b></p><p><b>The water falls.</b></p>", Expect::Passed),
                ("<p><b>Tides</b></p><p>The water falls.</p>", Expect::NeedsReview),
                ("<p style='font-weight:bold'>المدّ والجزر</p><p>يرتفع الماء.</p>", Expect::NeedsReview),
                ("<p style='font-size:2em'>Tides</p><p>The water falls.</p>", Expect::NeedsReview),
                ("<p><b>The water falls.</b></p><p>It rises.</p>", Expect::Inapplicable),
                ("<p><b>Tides</b></p>", Expect::Inapplicable),
                ("<p><b>Tides</b></p><ul></ul>", Expect::Inapplicable),
                ("<p><b>1</b></p><p>The water falls.</p>", Expect::Inapplicable),
                ("<h2>Tides</h2><p>The water falls.</p>", Expect::Inapplicable),
                ("<p role=heading aria-level=2><b>Tides</b></p><p>The water falls.</p>", Expect::Inapplicable),
                ("<blockquote><p><b>Tides</b></p><p>The water falls.</p></blockquote>", Expect::Inapplicable),
                ("<p hidden><b>Tides</b></p><p>The water falls.</p>", Expect::Inapplicable),
            ],
        );
    }
}
