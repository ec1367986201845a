//! What a video without sound shows is also said in words.
//!
//! ACT rules c3232f, <https://act-rules.github.io/rules/c3232f>, d7ba54, <https://act-rules.github.io/rules/d7ba54>,
//! ee13b5, <https://act-rules.github.io/rules/ee13b5>, and fd26cf, <https://act-rules.github.io/rules/fd26cf>.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "silent-video-has-alternative",
    criteria: &[wcag::AUDIO_ONLY_AND_VIDEO_ONLY_PRERECORDED],
    act: &["c3232f", "d7ba54", "ee13b5", "fd26cf"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What a video without sound shows must also be said in words",
        why: "Whoever does not see it gets nothing at all: there is not even a sound to tell that something plays.",
        fix: "Tell in text beside the video what it shows, or offer a sound track that does. If it is mere decoration, hide it with `aria-hidden=\"true\"`.",
        asks: "If this video has no sound: is what it shows also told in words?",
    },
    ar: Words {
        title: "ما يعرضه فيديو بلا صوت يجب أن يُقال بالكلمات أيضًا",
        why: "من لا يراه لا يصله منه شيء، ولا حتى صوت يدل على أن شيئًا يُعرض.",
        fix: "احكِ في نص بجانب الفيديو ما يعرضه، أو قدّم مقطعًا صوتيًا يحكيه. وإن كان للزينة فقط فأخفه بـ`aria-hidden=\"true\"`.",
        asks: "إن كان هذا الفيديو بلا صوت: هل ما يعرضه مقول بالكلمات أيضًا؟",
    },
    fa: Words {
        title: "آنچه ویدیوی بی‌صدا نشان می‌دهد باید با واژه هم گفته شود",
        why: "کسی که آن را نمی‌بیند هیچ چیز دستگیرش نمی‌شود؛ حتی صدایی نیست که بگوید چیزی پخش می‌شود.",
        fix: "کنار ویدیو بنویسید چه نشان می‌دهد، یا صدایی بگذارید که آن را بگوید. اگر فقط تزئینی است با `aria-hidden=\"true\"` پنهانش کنید.",
        asks: "اگر این ویدیو صدا ندارد: آیا آنچه نشان می‌دهد با واژه هم گفته شده است؟",
    },
    good: &[r#"<img src="steps.png" alt="Pull the lid up, then turn it left">"#],
    bad: &[r#"<video controls src="how-to-open.mp4"></video>"#],
    check: Check::Each { applicability, expectation },
};

/// `video` elements that can be seen and play something, no stream, and not known to have sound.
fn applicability(element: Element<'_>) -> bool {
    element.is("video")
        && element.media_sources().next().is_some()
        && element.visible() != Certainty::No
        && !element.media().is_stream()
        && element.media().has_audio != Some(true)
}

/// Where a page holds nothing else, no words can say it. What has no controls may be mere decoration.
fn expectation(video: Element<'_>) -> Outcome {
    let media = video.media();
    let is_silent = media.has_audio == Some(false);
    let is_shown_off = !video.has_attribute("controls");
    let says_itself = ["aria-label", "aria-description", "title"].iter().any(|name| video.has_attribute(name));
    if is_silent && media.is_recorded() && !is_shown_off && !says_itself && is_alone(video) {
        return Outcome::failed(
            "it has no sound, and there is neither text, link nor sound on the page that could tell",
        );
    }
    Outcome::needs_review(match (is_silent, is_shown_off) {
        (true, true) => "This video has no sound. Is it mere decoration, or is what it shows also told in words?",
        (true, false) => "This video has no sound. Is what it shows also told in words?",
        (false, true) => "If this video has no sound: is it mere decoration, or is what it shows also told in words?",
        (false, false) => "If this video has no sound: is what it shows also told in words?",
    })
}

/// Whether the page holds nothing else, no other sound or video and no track. Descriptions that no script reads out are
/// read to nobody: browsers know them, and pass over them.
fn is_alone(video: Element<'_>) -> bool {
    let page = video.page();
    let is_silent = |track: Element<'_>| {
        track.attribute("kind").is_some_and(|kind| kind.eq_ignore_ascii_case("descriptions")) && page.stays_as_it_is()
    };
    let tells = |other: Element<'_>| (other.is_media() && other != video) || (other.is("track") && !is_silent(other));
    !page.says_anything_in_text() && !page.elements().any(tells)
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
                ("<video src=a.mp4 muted autoplay loop></video>", Expect::NeedsReview),
                ("<video src=a.mp4 hidden></video>", Expect::Inapplicable),
                ("<video></video>", Expect::Inapplicable),
                ("<audio src=a.mp3 controls></audio>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn a_silent_video_on_a_page_without_words_fails() {
        let outcome = |text: &str, beside: &str, attributes: &[&str]| {
            let mut builder = PageBuilder::new("open.html", Engine::Browser);
            let body = builder.element(NodeId::DOCUMENT, Namespace::Html, "body", Vec::new());
            let attributes = attributes.iter().map(|name| ((*name).into(), "open.mp4".into())).collect();
            let video = builder.element(body, Namespace::Html, "video", attributes);
            builder.text(body, text);
            builder.element(body, Namespace::Html, beside, Vec::new());
            builder.set_media(video, Media { duration: Some(9.0), has_audio: Some(false), ..Media::default() });
            expectation(builder.finish().element(video).unwrap())
        };
        assert!(matches!(outcome(" ", "p", &["src", "controls"]), Outcome::Failed(_)));
        assert!(matches!(outcome("It opens.", "p", &["src", "controls"]), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", "audio", &["src", "controls"]), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", "track", &["src", "controls"]), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", "p", &["src", "autoplay"]), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", "p", &["src", "controls", "title"]), Outcome::NeedsReview(_)));
    }
}
