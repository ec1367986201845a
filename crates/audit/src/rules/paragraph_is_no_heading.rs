//! What looks like a heading is one (WCAG 2.2, failure F2, <https://www.w3.org/WAI/WCAG22/Techniques/failures/F2>).

use crate::page::{Element, NodeId, Page, Property, Role, Value};
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
    check: Check::Page(check),
};

/// More letters than a heading has.
const LONGEST: usize = 80;
/// Fewer letters than a line of running text has.
const RUNNING: usize = 40;
/// Letters from which nobody takes a line for anything but a heading, as times those that follow.
const LARGE: f32 = 1.4;

/// Every line that stands where headings do, and whether its letters are bolder or larger than those of the text that
/// follows it. Where a page has no heading at all, and two such lines or more of one look, they are its headings.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let lines: Vec<(Element<'_>, Looks, Looks)> = page
        .elements()
        .filter(|element| applicability(*element))
        .filter_map(|line| Some((line, looks(line)?, following(line)?)))
        .collect();
    let has_headings = page.headings().next().is_some();
    let is_clear = |own: Looks, body: Looks| {
        let alike = lines.iter().filter(|(_, other, body)| *other == own && own.is_plain(*body));
        !has_headings && own.is_plain(body) && alike.count() > 1
    };
    let outcome = |own: Looks, body: Looks| {
        if is_clear(own, body) {
            Outcome::failed(
                "it is larger and bolder than the text it stands over, as others are, and the page has no heading",
            )
        } else if own.is_like_heading(body) {
            Outcome::needs_review(ASKS)
        } else {
            Outcome::Passed
        }
    };
    lines.iter().map(|(line, own, body)| (*line, outcome(*own, *body))).collect()
}

/// Weight and size of letters.
#[derive(Clone, Copy, PartialEq)]
struct Looks {
    weight: f32,
    size: f32,
}

impl Looks {
    fn of(element: Element<'_>) -> Self {
        Self { weight: element.style().font_weight, size: element.style().font_size }
    }

    fn is_bolder(self, body: Looks) -> bool {
        self.weight >= 600.0 && body.weight < 600.0
    }

    fn is_like_heading(self, body: Looks) -> bool {
        self.is_bolder(body) || self.size >= 1.2 * body.size
    }

    fn is_plain(self, body: Looks) -> bool {
        self.is_bolder(body) && self.size >= LARGE * body.size
    }
}

/// Lines of a few words that do not end like a sentence, that text follows, and that stand where headings do.
fn applicability(element: Element<'_>) -> bool {
    (is_line(element) || is_first_line(element))
        && element.is_visible()
        && !element.is_programmatically_hidden()
        && !element.flat_lineage().any(is_no_place)
        && is_title(&element.visible_inner_text())
        && !element.descendants().any(Element::is_focusable)
}

/// A paragraph or a box without a meaning of its own, in which no other box stands.
fn is_line(element: Element<'_>) -> bool {
    let is_generic = element.is("p") || element.is("div") || (element.is("span") && is_box(element));
    is_generic && matches!(element.role(), Role::Paragraph | Role::Generic) && !element.descendants().any(is_box)
}

fn is_box(element: Element<'_>) -> bool {
    let is_in_line = |display: Value| display.is("inline") || display.is("contents") || display.is("none");
    element.is("p") || element.style().get(Property::Display).is_some_and(|display| !is_in_line(display))
}

/// What begins a paragraph or a box in bold letters, and ends with its line.
fn is_first_line(element: Element<'_>) -> bool {
    let is_bold = element.is("b") || element.is("strong");
    let is_alone = element.next_sibling().is_some_and(|next| next.is("br"));
    is_bold
        && is_alone
        && element.parent().is_some_and(|around| {
            let is_before = |(id, text): (NodeId, &str)| id < element.id() && !text.trim().is_empty();
            matches!(around.role(), Role::Paragraph | Role::Generic)
                && around.children().next() == Some(element)
                && !around.own_texts().take_while(|(id, _)| *id < element.id()).any(is_before)
        })
}

fn is_no_place(around: Element<'_>) -> bool {
    const NO_PLACES: &[&str] = &[
        "a",
        "address",
        "blockquote",
        "button",
        "caption",
        "dd",
        "dialog",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "label",
        "li",
        "nav",
        "summary",
        "table",
    ];
    NO_PLACES.iter().any(|name| around.is(name)) || around.role().is_widget() || around.is_focusable()
}

fn is_title(text: &str) -> bool {
    let is_end = |letter: char| matches!(letter, '.' | ',' | ';' | '!' | '…' | '،' | '؛' | '。');
    let is_word = text.chars().filter(|letter| letter.is_alphabetic()).nth(2).is_some();
    is_word && text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST && !text.ends_with(is_end)
}

/// The looks of the text that follows: of a paragraph behind a paragraph, or of a line of running text.
fn following(line: Element<'_>) -> Option<Looks> {
    if is_first_line(line) {
        let texts = line.parent()?.own_texts().map(|(_, text)| text.trim().chars().count());
        return (texts.max()? >= RUNNING).then(|| line.parent().map(Looks::of))?;
    }
    let next = line.next_sibling()?;
    if line.is("p") && next.is("p") {
        return looks(next);
    }
    let is_text = matches!(next.role(), Role::Paragraph | Role::Generic) && is_box(next);
    let is_running = |text: &str| text.trim().chars().count() >= RUNNING;
    let running = is_text.then(|| next.seen_texts().into_iter().find(|seen| is_running(seen.text)))??;
    Some(Looks::of(running.element))
}

/// The lightest and smallest letters in it.
fn looks(paragraph: Element<'_>) -> Option<Looks> {
    let parts = std::iter::once(paragraph).chain(paragraph.descendants());
    let texts = parts.filter(|part| part.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric)));
    texts
        .map(Looks::of)
        .reduce(|one, other| Looks { weight: one.weight.min(other.weight), size: one.size.min(other.size) })
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
                ("<form><p><b>Tides</b></p><p>The water falls.</p></form>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn lines_that_are_no_paragraphs() {
        let text = "The water rises and falls twice a day, pulled by the moon.";
        let title = "<div style='font-size:24px;font-weight:700'>Tides</div>";
        let other = "<div style='font-size:24px;font-weight:700'>Currents</div>";
        for (markup, expected) in [
            (format!("{title}<p>{text}</p>"), Expect::NeedsReview),
            (format!("{title}<div><div>{text}</div></div>"), Expect::NeedsReview),
            (format!("{title}<p>{text}</p>{other}<p>{text}</p>"), Expect::Failed),
            (format!("<h1>The sea</h1>{title}<p>{text}</p>{other}<p>{text}</p>"), Expect::NeedsReview),
            (format!("<p><strong>Tides</strong><br>{text}</p>"), Expect::NeedsReview),
            (format!("<div>Tides</div><p>{text}</p>"), Expect::Passed),
            (format!("{title}<p>Short</p>"), Expect::Inapplicable),
            (format!("{title}<ul><li>{text}</ul>"), Expect::Inapplicable),
            (format!("<div style='font-weight:700'><a href=x>Tides</a></div><p>{text}</p>"), Expect::Inapplicable),
            (
                format!("<div style='font-weight:700'><div>Tides</div><div>Sea</div></div><p>{text}</p>"),
                Expect::Inapplicable,
            ),
            (format!("<p>Note: <strong>Tides</strong><br>{text}</p>"), Expect::Inapplicable),
            (format!("<div role=button tabindex=0>{title}<p>{text}</p></div>"), Expect::Inapplicable),
        ] {
            check(&RULE, &[(&markup, expected)]);
        }
    }
}
