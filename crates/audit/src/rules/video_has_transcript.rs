//! All that a video with sound tells can also be read.
//!
//! ACT rule 1a02b0, <https://act-rules.github.io/rules/1a02b0>.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "video-has-transcript",
    criteria: &[wcag::MEDIA_ALTERNATIVE_PRERECORDED],
    act: &["1a02b0"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Videos with sound must have a full transcript",
        why: "Whoever neither sees nor hears reads it in braille; everybody else can search it, quote it and read at their own pace.",
        fix: "Write down, in order, all that is said and all that happens, on the page or behind a link beside the video.",
        asks: "Is there a text that tells all that is said and shown in this video?",
    },
    ar: Words {
        title: "يجب أن يكون لمقاطع الفيديو ذات الصوت نص كامل",
        why: "من لا يرى ولا يسمع يقرؤه بطريقة برايل، ويستطيع غيره أن يبحث فيه ويقتبس منه ويقرأه على مهل.",
        fix: "اكتب بالترتيب كل ما يُقال وكل ما يحدث، في الصفحة أو خلف رابط بجانب الفيديو.",
        asks: "هل هناك نص يحكي كل ما يُقال ويُعرض في هذا الفيديو؟",
    },
    fa: Words {
        title: "ویدیوهای صدادار باید رونوشت کامل داشته باشند",
        why: "کسی که نه می‌بیند و نه می‌شنود آن را با بریل می‌خواند؛ دیگران هم می‌توانند در آن بگردند، از آن نقل کنند و با سرعت خود بخوانند.",
        fix: "هر چه گفته می‌شود و هر چه رخ می‌دهد را به ترتیب بنویسید، در صفحه یا پشت پیوندی کنار ویدیو.",
        asks: "آیا متنی هست که همهٔ گفته‌ها و دیده‌های این ویدیو را بازگو کند؟",
    },
    good: &[r#"<audio controls src="talk.mp3"></audio>"#],
    bad: &[r#"<video controls src="tour.mp4"></video>"#],
    check: Check::Each { applicability, expectation },
};

/// `video` elements that can be seen and play something, no stream, and not known to be silent.
fn applicability(element: Element<'_>) -> bool {
    element.is("video")
        && element.media_sources().next().is_some()
        && element.visible() != Certainty::No
        && !element.media().is_stream()
        && element.media().has_audio != Some(false)
        && (!element.has_attribute("muted") || element.has_attribute("controls"))
}

/// Nothing but words on the page, or behind something on it, can be a transcript. Where there are any, a person must read.
fn expectation(video: Element<'_>) -> Outcome {
    let page = video.page();
    let media = video.media();
    let is_played = video.has_attribute("controls") || video.starts_by_itself();
    let is_certain = is_played && media.is_recorded() && media.has_audio == Some(true);
    if is_certain && !page.says_anything_in_text() {
        return Outcome::failed("there is neither text nor link on the page that could be a transcript");
    }
    Outcome::needs_review(if page.names_transcript() {
        "Does the transcript tell all that is said and shown in this video?"
    } else {
        "Is there a text that tells all that is said and shown in this video?"
    })
}

#[cfg(test)]
mod tests {
    use super::{Outcome, RULE, expectation};
    use crate::cases::{Expect, check};
    use crate::page::{Engine, Media, Namespace, NodeId, PageBuilder};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<video src=a.mp4></video>", Expect::NeedsReview),
                ("<video src=a.mp4></video><a href=t>Transcript</a>", Expect::NeedsReview),
                ("<video src=a.mp4 muted></video>", Expect::Inapplicable),
                ("<video src=a.mp4 hidden></video>", Expect::Inapplicable),
                ("<video></video>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn a_page_without_words_has_no_transcript() {
        let outcome = |text: &str, media: Media| {
            let mut builder = PageBuilder::new("tour.html", Engine::Browser);
            let body = builder.element(NodeId::DOCUMENT, Namespace::Html, "body", Vec::new());
            let video = builder.element(body, Namespace::Html, "video", vec![("controls".into(), "".into())]);
            builder.text(body, text);
            builder.set_media(video, media);
            expectation(builder.finish().element(video).unwrap())
        };
        let media = Media { duration: Some(9.0), has_audio: Some(true), ..Media::default() };
        assert!(matches!(outcome(" ", media), Outcome::Failed(_)));
        assert!(matches!(outcome("A man waves.", media), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", Media { has_audio: None, ..media }), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", Media { duration: None, ..media }), Outcome::NeedsReview(_)));
    }
}
