//! What is seen in a video with sound is also said.
//!
//! ACT rules c5a4ea, <https://act-rules.github.io/rules/c5a4ea>, 1ea59c, <https://act-rules.github.io/rules/1ea59c>, and
//! 1ec09b, <https://act-rules.github.io/rules/1ec09b>.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "video-has-audio-description",
    criteria: &[wcag::AUDIO_DESCRIPTION_OR_MEDIA_ALTERNATIVE_PRERECORDED, wcag::AUDIO_DESCRIPTION_PRERECORDED],
    act: &["c5a4ea", "1ea59c", "1ec09b"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What is only seen in a video must also be said",
        why: "Whoever does not see the picture misses what happens while nobody speaks, and what is written in it.",
        fix: "Let a speaker say what is seen, in the sound itself or in a second version of the video. A full transcript is the least.",
        asks: "Is all that matters in this video's picture also said aloud?",
    },
    ar: Words {
        title: "ما لا يُرى إلا في صورة الفيديو يجب أن يُقال أيضًا",
        why: "من لا يرى الصورة يفوته ما يجري حين لا يتكلم أحد، وما هو مكتوب فيها.",
        fix: "اجعل متحدثًا يصف ما يُرى، في الصوت نفسه أو في نسخة ثانية من الفيديو. ونصٌّ كامل لما فيه هو أقل الواجب.",
        asks: "هل كل ما يهم في صورة هذا الفيديو مقول بالصوت أيضًا؟",
    },
    fa: Words {
        title: "آنچه در ویدیو فقط دیده می‌شود باید گفته هم بشود",
        why: "کسی که تصویر را نمی‌بیند آنچه را هنگام سکوت رخ می‌دهد و آنچه را در تصویر نوشته شده از دست می‌دهد.",
        fix: "بگذارید گوینده‌ای آنچه را دیده می‌شود بگوید، در همان صدا یا در نسخهٔ دومی از ویدیو. دست‌کم متن کاملی از آن بنویسید.",
        asks: "آیا هر چه در تصویر این ویدیو مهم است با صدا هم گفته می‌شود؟",
    },
    good: &[r#"<audio controls src="talk.mp3"></audio>"#],
    bad: &[r#"<video controls src="tour.mp4"><track kind="captions" src="tour.vtt" srclang="en"></video>"#],
    check: Check::Each { applicability, expectation },
};

/// `video` elements that can be seen and play something, no stream, and not known to be silent or without a picture.
fn applicability(element: Element<'_>) -> bool {
    let media = element.media();
    element.is("video")
        && element.media_sources().next().is_some()
        && element.visible() != Certainty::No
        && !media.is_stream()
        && media.has_audio != Some(false)
        && media.has_video != Some(false)
        && (!element.has_attribute("muted") || element.has_attribute("controls"))
}

/// The sound itself may say all, and nobody but a person can tell.
fn expectation(video: Element<'_>) -> Outcome {
    Outcome::needs_review(if video.has_track("descriptions") {
        "Do the descriptions of this video say all that matters in its picture?"
    } else if video.page().names_transcript() {
        "Is all that matters in this video's picture also said aloud? If not, does the transcript say it?"
    } else {
        "Is all that matters in this video's picture also said aloud?"
    })
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
                ("<video src=a.mp4></video>", Expect::NeedsReview),
                ("<video src=a.mp4><track kind=descriptions src=a.vtt></video>", Expect::NeedsReview),
                ("<video src=a.mp4></video><a href=t>Transcript</a>", Expect::NeedsReview),
                ("<video src=a.mp4 muted autoplay></video>", Expect::Inapplicable),
                ("<video src=a.mp4 hidden></video>", Expect::Inapplicable),
                ("<video></video>", Expect::Inapplicable),
            ],
        );
    }
}
