//! Videos and recordings of other sites, shown in a frame, can be read too.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "embedded-media-has-alternative",
    criteria: &[wcag::AUDIO_ONLY_AND_VIDEO_ONLY_PRERECORDED, wcag::CAPTIONS_PRERECORDED],
    act: &[],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Videos and recordings of other sites must have captions or a transcript",
        why: "Whoever is deaf or hard of hearing does not learn what is said. Captions made by a machine are full of mistakes.",
        fix: "Add captions where the video is kept and correct what the machine has written; for a recording, offer a transcript.",
        asks: "Does what plays in this frame have captions, or a transcript if there is nothing to see?",
    },
    ar: Words {
        title: "يجب أن يكون لمقاطع المواقع الأخرى المرئية والصوتية تسميات توضيحية أو نص مكتوب",
        why: "لا يعرف الأصم وضعيف السمع ما يُقال. والتسميات التي تصنعها الآلة مليئة بالأخطاء.",
        fix: "أضف تسميات توضيحية حيث حُفظ الفيديو وصحّح ما كتبته الآلة، وقدّم نصًّا مكتوبًا للتسجيل الصوتي.",
        asks: "هل لما يُعرض في هذا الإطار تسميات توضيحية، أو نص مكتوب إن لم يكن فيه ما يُرى؟",
    },
    fa: Words {
        title: "ویدیوها و صداهای سایت‌های دیگر باید زیرنویس یا رونوشت داشته باشند",
        why: "ناشنوا و کم‌شنوا نمی‌فهمند چه گفته می‌شود. زیرنویس ماشینی پر از غلط است.",
        fix: "همان جا که ویدیو نگه‌داری می‌شود زیرنویس بیفزایید و نوشتهٔ ماشین را درست کنید؛ برای صدا رونوشت بگذارید.",
        asks: "آیا آنچه در این قاب پخش می‌شود زیرنویس دارد، یا اگر چیزی برای دیدن نیست، رونوشت؟",
    },
    good: &[r#"<iframe src="https://maps.example/shop" title="The way to our shop"></iframe>"#],
    bad: &[r#"<iframe src="https://www.youtube.com/embed/abc" title="How to open the box"></iframe>"#],
    check: Check::Each { applicability, expectation },
};

/// Where players for videos come from, and what their addresses have in common.
const VIDEOS: &[&str] = &[
    "aparat.com/video/video/embed",
    "dailymotion.com/embed",
    "facebook.com/plugins/video",
    "fast.wistia",
    "player.twitch.tv",
    "player.vimeo.com",
    "youtube-nocookie.com/embed",
    "youtube.com/embed",
];

const RECORDINGS: &[&str] = &[
    "embed.podcasts.apple.com",
    "open.spotify.com/embed/episode",
    "open.spotify.com/embed/show",
    "w.soundcloud.com/player",
];

/// Frames that can be seen and show a player of a known site.
fn applicability(element: Element<'_>) -> bool {
    (element.is("iframe") || element.is("embed"))
        && (comes_from(element, VIDEOS) || comes_from(element, RECORDINGS))
        && element.visible() != Certainty::No
}

fn comes_from(frame: Element<'_>, places: &[&str]) -> bool {
    let address = ["src", "data-src"].iter().find_map(|name| frame.attribute(name)).unwrap_or_default();
    places.iter().any(|place| address.contains(place))
}

/// What plays there is not to be seen from here.
fn expectation(frame: Element<'_>) -> Outcome {
    Outcome::needs_review(if comes_from(frame, VIDEOS) {
        "Does the video in this frame have captions that a person has written or corrected?"
    } else {
        "Is there a transcript of the recording in this frame?"
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
                ("<iframe src='https://player.vimeo.com/video/1'></iframe>", Expect::NeedsReview),
                ("<iframe data-src='https://www.youtube-nocookie.com/embed/1'></iframe>", Expect::NeedsReview),
                ("<iframe src='https://open.spotify.com/embed/episode/1'></iframe>", Expect::NeedsReview),
                ("<iframe src='https://open.spotify.com/embed/track/1'></iframe>", Expect::Inapplicable),
                ("<iframe src='https://player.vimeo.com/video/1' hidden></iframe>", Expect::Inapplicable),
                ("<iframe src='page.html'></iframe>", Expect::Inapplicable),
                ("<a href='https://www.youtube.com/embed/1'>Video</a>", Expect::Inapplicable),
            ],
        );
    }
}
