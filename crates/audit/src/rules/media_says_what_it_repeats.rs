//! What repeats a text in pictures or sound is said to do so.
//!
//! The half about the label of ACT rules ab4d13, <https://act-rules.github.io/rules/ab4d13>, afb423,
//! <https://act-rules.github.io/rules/afb423>, and fd26cf, <https://act-rules.github.io/rules/fd26cf>: none of them alone is
//! asked for by WCAG, as captions or a transcript will do as well.

use crate::page::{Certainty, Element, Page};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "media-says-what-it-repeats",
    criteria: &[],
    act: &["ab4d13", "afb423", "fd26cf"],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "A recording without captions or transcript should be said to repeat the text, if it does",
        why: "Whoever cannot see or hear it does not know whether something is missed that stands nowhere in the text.",
        fix: "If all of it stands in the text, say so beside it: \"The same as a video\". If not, give it captions or a transcript.",
        asks: "",
    },
    ar: Words {
        title: "التسجيل الذي لا تسميات له ولا نص مفرّغ ينبغي أن يُذكر أنه يكرر النص إن كان يكرره",
        why: "من لا يراه أو لا يسمعه لا يعلم هل فاته شيء لا يرد في النص.",
        fix: "إن كان كل ما فيه واردًا في النص فاذكر ذلك بجانبه: «المحتوى نفسه في فيديو». وإلا فأضف تسميات توضيحية أو نصًا مفرّغًا.",
        asks: "",
    },
    fa: Words {
        title: "اگر ضبطی زیرنویس و رونوشت ندارد و متن را بازگو می‌کند، بهتر است گفته شود",
        why: "کسی که آن را نمی‌بیند یا نمی‌شنود نمی‌داند چیزی را از دست داده که در متن نیست.",
        fix: "اگر همهٔ آن در متن آمده، کنارش بگویید: «همین مطلب در ویدیو». وگرنه زیرنویس یا رونوشت بگذارید.",
        asks: "",
    },
    good: &[
        r#"<html lang="en"><p>The tide is high at nine.</p><p>Hear the same as a recording:</p><audio controls src="tide.mp3"></audio></html>"#,
    ],
    bad: &[r#"<html lang="en"><p>The tide is high at nine.</p><audio controls src="tide.mp3"></audio></html>"#],
    check: Check::Page(check),
};

/// How a text speaks of a recording, by language: what words begin with.
const LABELS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "audio",
            "broadcast",
            "clip",
            "episode",
            "film",
            "footage",
            "hear",
            "listen",
            "loud",
            "media",
            "movie",
            "mp3",
            "mp4",
            "play",
            "podcast",
            "record",
            "see",
            "show",
            "sign",
            "song",
            "sound",
            "spoken",
            "stream",
            "video",
            "voice",
            "watch",
        ],
    ),
    (
        "ar",
        &[
            "اسمع",
            "استمع",
            "الاستماع",
            "سماع",
            "شاهد",
            "مشاهدة",
            "المشاهدة",
            "شغل",
            "تشغيل",
            "صوت",
            "الصوت",
            "بصوت",
            "تسجيل",
            "التسجيل",
            "مقطع",
            "المقطع",
            "فيديو",
            "الفيديو",
            "فيلم",
            "الفيلم",
            "مرئي",
            "بودكاست",
            "البودكاست",
            "حلقة",
        ],
    ),
    (
        "fa",
        &[
            "بشنو",
            "شنید",
            "گوش",
            "ببین",
            "دیدن",
            "تماشا",
            "پخش",
            "صدا",
            "صوت",
            "ضبط",
            "ویدیو",
            "ویدئو",
            "فیلم",
            "کلیپ",
            "پادکست",
            "نماهنگ",
            "اپیزود",
        ],
    ),
];

/// Videos and sounds that can be played and have neither captions nor a transcript, on pages with text in a language we can
/// read. The text may speak of them in any way.
fn check(page: &Page) -> Vec<(Element<'_>, Outcome)> {
    let Some(starts) = page.root().and_then(starts_of) else { return Vec::new() };
    let media: Vec<Element<'_>> = page.elements().filter(|element| is_bare(*element)).collect();
    if media.is_empty() || !page.says_anything_in_text() || page.names_transcript() || page.has_unread_frame() {
        return Vec::new();
    }
    let sentences = sentences(page);
    let is_label = |sentence: &String| {
        let words = crate::page::folded_words(sentence);
        words.iter().any(|word| starts.iter().any(|start| word.starts_with(start)))
    };
    let has_label = sentences.iter().any(is_label);
    // A label that goes on with the text after a colon holds both.
    let holds_more = |sentence: &String| !is_label(sentence) || sentence.contains([':', '"', '“', '«', '–', '—']);
    let has_text = sentences.iter().any(holds_more);
    media
        .into_iter()
        .map(|element| {
            let names_itself = !element.accessible_name().is_empty() || !element.accessible_description().is_empty();
            let outcome = if names_itself || (has_label && has_text) {
                Outcome::Passed
            } else if has_label {
                Outcome::failed("it has no `track`, nothing on the page is called a transcript, and all text speaks of it: none is there that it could repeat")
            } else {
                Outcome::failed("it has no `track`, nothing on the page is called a transcript, and no word speaks of it")
            };
            (element, outcome)
        })
        .collect()
}

/// How words begin that speak of recordings in the language of a page, folded as the page's own.
fn starts_of(root: Element<'_>) -> Option<Vec<String>> {
    let language = root.language()?.split('-').next()?.to_ascii_lowercase();
    let (_, starts) = LABELS.iter().find(|(known, _)| *known == language)?;
    Some(starts.iter().flat_map(|start| crate::page::folded_words(start)).collect())
}

/// Whether it can be played and seen or heard, and nothing of its own tells what is in it.
fn is_bare(element: Element<'_>) -> bool {
    let is_played = element.has_attribute("controls") || element.starts_by_itself();
    let is_there = match element.name() {
        "video" => element.visible() != Certainty::No,
        _ => {
            element.starts_by_itself() || (element.visible() != Certainty::No && !element.is_programmatically_hidden())
        }
    };
    let is_backdrop = element.is("video") && element.has_attribute("muted") && !element.has_attribute("controls");
    element.is_media()
        && is_played
        && is_there
        && !is_backdrop
        && element.media_sources().next().is_some()
        && !element.media().is_stream()
        && !element.children().any(|child| child.is("track"))
}

/// All that the page says in words, sentence by sentence; what nothing hides for good.
fn sentences(page: &Page) -> Vec<String> {
    let stays = page.stays_as_it_is();
    let is_read = |element: &Element<'_>| {
        !["script", "style", "template", "noscript"].contains(&element.name())
            && !element.flat_lineage().any(Element::is_media)
            && (!stays || element.is_rendered() || element.is("title"))
    };
    let own = |element: Element<'_>| element.own_texts().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
    let attributes = |element: Element<'_>| {
        let said = ["alt", "aria-label", "title", "aria-description", "href", "class", "id"];
        said.into_iter().filter_map(|name| element.attribute(name)).collect::<Vec<_>>().join(" ")
    };
    let is_control = |element: Element<'_>| element.is_focusable() || element.is("img");
    let mut all = Vec::new();
    for element in page.elements().filter(is_read) {
        let told = if is_control(element) { attributes(element) } else { String::new() };
        let text = format!("{}. {told}", own(element));
        let parts = text.split(['.', '!', '?', '؟', '۔']).map(str::trim);
        all.extend(parts.filter(|part| part.chars().any(char::is_alphabetic)).map(str::to_owned));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        let audio = "<audio controls src=a.mp3></audio>";
        let page = |language: &str, text: &str| format!("<html lang={language}><body>{text}{audio}</body></html>");
        for (language, text, expected) in [
            ("en", "<p>It rained. Hear it in our recording.</p>", Expect::Passed),
            ("en", "<p>The recording says: it rained.</p>", Expect::Passed),
            ("ar", "<p>هطل المطر.</p><p>استمع إليه.</p>", Expect::Passed),
            ("fa", "<p>باران بارید.</p><p>همین را بشنوید.</p>", Expect::Passed),
            ("en", "<p>It rained.</p><a href=x title=Video>Tide</a>", Expect::Passed),
            ("en", "<p>It rained.</p>", Expect::Failed),
            ("en", "<p>Hear it in our recording.</p><p hidden>It rained.</p>", Expect::Failed),
            ("ar", "<p>هطل المطر.</p>", Expect::Failed),
            ("fa", "<p>باران بارید.</p>", Expect::Failed),
            ("de", "<p>Es regnete.</p>", Expect::Inapplicable),
            ("en", "<h2>Transcript</h2><p>It rained.</p>", Expect::Inapplicable),
            ("en", "", Expect::Inapplicable),
        ] {
            check(&RULE, &[(&page(language, text), expected)]);
        }
        check(
            &RULE,
            &[
                (
                    "<html lang=en><p>It rained.</p><audio src=a controls><track src=b></audio></html>",
                    Expect::Inapplicable,
                ),
                ("<html lang=en><p>It rained.</p><video src=a controls></video></html>", Expect::Failed),
                ("<html lang=en><p>It rained.</p><video src=a autoplay muted></video></html>", Expect::Inapplicable),
                ("<html lang=en><p>It rained.</p><video controls></video></html>", Expect::Inapplicable),
            ],
        );
    }
}
