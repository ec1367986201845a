//! What is heard in a video can also be read.
//!
//! ACT rules eac66b, <https://act-rules.github.io/rules/eac66b>, f51b46, <https://act-rules.github.io/rules/f51b46>, and
//! ab4d13, <https://act-rules.github.io/rules/ab4d13>.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "video-has-captions",
    criteria: &[wcag::CAPTIONS_PRERECORDED],
    act: &["eac66b", "f51b46", "ab4d13"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Videos with sound must have captions",
        why: "Whoever is deaf or hard of hearing, or cannot turn the sound on, does not learn what is said.",
        fix: "Add a `<track kind=\"captions\">` with all that is said, by whom, and the sounds that matter.",
        asks: "If this video has sound: do captions say all that is heard?",
    },
    ar: Words {
        title: "يجب أن يكون لمقاطع الفيديو ذات الصوت تسميات توضيحية",
        why: "الأصم وضعيف السمع ومن لا يستطيع تشغيل الصوت لا يعرفون ما يُقال.",
        fix: "أضف `<track kind=\"captions\">` فيه كل ما يُقال ومن يقوله والأصوات المهمة.",
        asks: "إن كان لهذا الفيديو صوت: هل تقول التسميات التوضيحية كل ما يُسمع؟",
    },
    fa: Words {
        title: "ویدیوهای صدادار باید زیرنویس ناشنوایان داشته باشند",
        why: "ناشنوا، کم‌شنوا و کسی که نمی‌تواند صدا را روشن کند نمی‌فهمد چه گفته می‌شود.",
        fix: "یک `<track kind=\"captions\">` بیفزایید که همهٔ گفته‌ها، گویندهٔ هر کدام و صداهای مهم را دارد.",
        asks: "اگر این ویدیو صدا دارد: آیا زیرنویس همهٔ آنچه را شنیده می‌شود می‌گوید؟",
    },
    good: &[
        r#"<video controls src="talk.mp4"><track kind="captions" src="talk.vtt" srclang="en" label="English"></video>"#,
    ],
    bad: &[r#"<video controls src="talk.mp4"></video>"#],
    check: Check::Each { applicability, expectation },
};

/// `video` elements that can be seen and play something, no stream, and not known to be silent. What is muted and goes
/// round and round without controls is heard by nobody.
fn applicability(element: Element<'_>) -> bool {
    element.is("video")
        && element.media_sources().next().is_some()
        && element.visible() != Certainty::No
        && !element.media().is_stream()
        && element.media().has_audio != Some(false)
        && !is_silent_backdrop(element)
}

fn is_silent_backdrop(video: Element<'_>) -> bool {
    ["autoplay", "loop", "muted"].iter().all(|name| video.has_attribute(name)) && !video.has_attribute("controls")
}

/// Whether captions say all that is heard nobody but a person can tell. Proved missing where sound was heard, there is no
/// track, no words are part of the picture, and nothing on the page could say the same.
fn expectation(video: Element<'_>) -> Outcome {
    let media = video.media();
    let is_heard = media.has_audio == Some(true);
    let has_track = video.has_track("captions") || video.has_track("subtitles");
    let has_none = !has_track && media.shows_words == Some(false);
    if is_heard && media.is_recorded() && has_none && !video.page().says_anything_besides_media() {
        return Outcome::failed(
            "it has sound, no captions, neither apart nor in the picture, and there is neither text nor link on the page that could say it",
        );
    }
    Outcome::needs_review(if video.has_track("captions") {
        "Do the captions of this video say all that is heard: every word, who speaks, and the sounds that matter?"
    } else if video.has_track("subtitles") {
        "This video has subtitles. Do they say all that is heard, who speaks and the sounds that matter included?"
    } else if is_heard {
        "This video has sound and no captions track. Are captions part of its picture, or does text on the page say the same and the video say that it repeats it?"
    } else {
        "Has this video sound? It has no captions track. If it has, are captions part of its picture?"
    })
}

#[cfg(test)]
mod tests {
    use super::{Outcome, RULE, applicability, expectation};
    use crate::cases::{Expect, check};
    use crate::page::{Engine, Media, Namespace, NodeId, PageBuilder};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<video src=a.mp4></video>", Expect::NeedsReview),
                ("<video><source src=a.mp4></video>", Expect::NeedsReview),
                ("<video src=a.mp4><track kind=captions src=a.vtt></video>", Expect::NeedsReview),
                ("<video src=a.mp4 muted autoplay loop controls></video>", Expect::NeedsReview),
                ("<video src=a.mp4 muted autoplay loop></video>", Expect::Inapplicable),
                ("<video></video>", Expect::Inapplicable),
                ("<video src=a.mp4 hidden></video>", Expect::Inapplicable),
                ("<audio src=a.mp3 controls></audio>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn sound_without_any_word_beside_it_has_no_captions() {
        let outcome = |text: &str, has_audio: Option<bool>, shows_words: Option<bool>| {
            let mut builder = PageBuilder::new("talk.html", Engine::Browser);
            let body = builder.element(NodeId::DOCUMENT, Namespace::Html, "body", Vec::new());
            let video = builder.element(body, Namespace::Html, "video", Vec::new());
            builder.text(body, text);
            builder.set_media(video, Media { duration: Some(9.0), has_audio, shows_words, ..Media::default() });
            expectation(builder.finish().element(video).unwrap())
        };
        assert!(matches!(outcome(" ", Some(true), Some(false)), Outcome::Failed(_)));
        assert!(matches!(outcome("A man waves.", Some(true), Some(false)), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", None, Some(false)), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", Some(true), Some(true)), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", Some(true), None), Outcome::NeedsReview(_)));
    }

    #[test]
    fn what_is_silent_or_live_is_not_asked_about() {
        let is_asked = |media: Media| {
            let mut builder = PageBuilder::new("talk.html", Engine::Browser);
            let attributes = vec![("src".into(), "talk.mp4".into())];
            let video = builder.element(NodeId::DOCUMENT, Namespace::Html, "video", attributes);
            builder.set_media(video, media);
            applicability(builder.finish().element(video).unwrap())
        };
        assert!(is_asked(Media { duration: Some(9.0), has_audio: Some(true), ..Media::default() }));
        assert!(!is_asked(Media { has_audio: Some(false), ..Media::default() }));
        assert!(!is_asked(Media { duration: Some(f64::INFINITY), ..Media::default() }));
    }
}
