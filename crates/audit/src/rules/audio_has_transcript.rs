//! What is heard can also be read.
//!
//! ACT rules e7aa44, <https://act-rules.github.io/rules/e7aa44>, 2eb176, <https://act-rules.github.io/rules/2eb176>, and
//! afb423, <https://act-rules.github.io/rules/afb423>.

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "audio-has-transcript",
    criteria: &[wcag::AUDIO_ONLY_AND_VIDEO_ONLY_PRERECORDED],
    act: &["e7aa44", "2eb176", "afb423"],
    severity: Severity::Critical,
    needs: None,
    en: Words {
        title: "Recordings must have a transcript",
        why: "Whoever is deaf or hard of hearing, or cannot turn the sound on, gets nothing of it.",
        fix: "Write down what is said, by whom, and the sounds that matter, on the page or behind a link beside the recording.",
        asks: "Is there a text that says all that is heard in this recording?",
    },
    ar: Words {
        title: "يجب أن يكون للتسجيلات نص مكتوب",
        why: "الأصم وضعيف السمع ومن لا يستطيع تشغيل الصوت لا يصلهم منه شيء.",
        fix: "اكتب ما يُقال ومن يقوله والأصوات المهمة، في الصفحة أو خلف رابط بجانب التسجيل.",
        asks: "هل هناك نص يقول كل ما يُسمع في هذا التسجيل؟",
    },
    fa: Words {
        title: "صداهای ضبط‌شده باید رونوشت داشته باشند",
        why: "ناشنوا، کم‌شنوا و کسی که نمی‌تواند صدا را روشن کند هیچ چیز از آن دستگیرش نمی‌شود.",
        fix: "هر چه گفته می‌شود، گویندهٔ هر کدام و صداهای مهم را بنویسید، در صفحه یا پشت پیوندی کنار صدا.",
        asks: "آیا متنی هست که همهٔ آنچه را در این صدا شنیده می‌شود بگوید؟",
    },
    good: &[r#"<video controls src="talk.mp4"><track kind="captions" src="talk.vtt" srclang="en"></video>"#],
    bad: &[r#"<audio controls src="interview.mp3"></audio>"#],
    check: Check::Each { applicability, expectation },
};

/// `audio` elements that play something and are no stream, with controls that can be seen and are in the accessibility
/// tree, or starting by themselves.
fn applicability(element: Element<'_>) -> bool {
    let has_controls = || {
        element.has_attribute("controls") && element.visible() != Certainty::No && !element.is_programmatically_hidden()
    };
    element.is("audio")
        && element.media_sources().next().is_some()
        && !element.media().is_stream()
        && element.media().has_audio != Some(false)
        && (element.starts_by_itself() || has_controls())
}

/// Nothing but words on the page, or behind something on it, can say what is heard. Where there are any, a person must
/// read.
fn expectation(sound: Element<'_>) -> Outcome {
    let page = sound.page();
    let says_itself = ["aria-label", "aria-description", "title"].iter().any(|name| sound.has_attribute(name));
    let has_track = sound.children().any(|child| child.is("track"));
    let may_be_said = says_itself || has_track || page.says_anything_in_text();
    // What starts by itself and cannot be played again may be mere ambience.
    if sound.media().is_recorded() && sound.has_attribute("controls") && !may_be_said {
        return Outcome::failed("there is neither text nor link on the page that could say what is heard");
    }
    Outcome::needs_review(if page.names_transcript() {
        "Does the transcript say all that is heard in this recording?"
    } else {
        "Is there a text that says all that is heard in this recording?"
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
                ("<audio controls src=a.mp3></audio>", Expect::NeedsReview),
                ("<audio controls><source src=a.mp3></audio><h2>Transcript</h2>", Expect::NeedsReview),
                ("<audio autoplay src=a.mp3></audio>", Expect::NeedsReview),
                ("<audio src=a.mp3></audio>", Expect::Inapplicable),
                ("<audio controls></audio>", Expect::Inapplicable),
                ("<audio controls src=a.mp3 hidden></audio>", Expect::Inapplicable),
                ("<audio controls src=a.mp3 aria-hidden=true></audio>", Expect::Inapplicable),
                ("<video controls src=a.mp4></video>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn a_recording_on_a_page_without_words_fails() {
        let outcome = |text: &str, attributes: &[&str], duration| {
            let mut builder = PageBuilder::new("interview.html", Engine::Browser);
            let body = builder.element(NodeId::DOCUMENT, Namespace::Html, "body", Vec::new());
            let attributes = attributes.iter().map(|name| ((*name).into(), "a.mp3".into())).collect();
            let sound = builder.element(body, Namespace::Html, "audio", attributes);
            builder.text(body, text);
            builder.set_media(sound, Media { duration, ..Media::default() });
            expectation(builder.finish().element(sound).unwrap())
        };
        assert!(matches!(outcome(" ", &["src", "controls"], Some(9.0)), Outcome::Failed(_)));
        assert!(matches!(outcome("Sara: Yes.", &["src", "controls"], Some(9.0)), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", &["src", "controls", "title"], Some(9.0)), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", &["src", "autoplay"], Some(9.0)), Outcome::NeedsReview(_)));
        assert!(matches!(outcome(" ", &["src", "controls"], None), Outcome::NeedsReview(_)));
    }
}
