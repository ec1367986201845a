//! Nothing sounds for more than three seconds unless somebody asks for it or can stop it.
//!
//! ACT rules 80f0bf, <https://act-rules.github.io/rules/80f0bf>, 4c31df, <https://act-rules.github.io/rules/4c31df>, and
//! aaa1bf, <https://act-rules.github.io/rules/aaa1bf>.

use crate::page::{Certainty, Element, Observation};
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "audio-does-not-play-by-itself",
    criteria: &[wcag::AUDIO_CONTROL],
    act: &["80f0bf", "4c31df", "aaa1bf"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Sound must not play by itself without a way to stop it",
        why: "It drowns the voice of the screen reader, so whoever depends on that voice cannot even find the way to turn it off.",
        fix: "Take `autoplay` away, or add `muted`. Or else add `controls`, near the top of the page.",
        asks: "Does this sound for more than three seconds, and if so, can it be stopped near the top of the page?",
    },
    ar: Words {
        title: "يجب ألّا يُشغَّل صوت من تلقاء نفسه من دون وسيلة لإيقافه",
        why: "يطغى على صوت قارئ الشاشة، فمن يعتمد عليه لا يستطيع حتى أن يجد كيف يوقفه.",
        fix: "احذف `autoplay` أو أضف `muted`، وإلا فأضف `controls` قرب أعلى الصفحة.",
        asks: "هل يستمر هذا الصوت أكثر من ثلاث ثوانٍ؟ وإن كان كذلك فهل يمكن إيقافه قرب أعلى الصفحة؟",
    },
    fa: Words {
        title: "صدا نباید خودبه‌خود پخش شود بی آنکه بتوان آن را متوقف کرد",
        why: "صدای صفحه‌خوان را می‌پوشاند؛ کسی که به آن صدا وابسته است حتی نمی‌تواند راه خاموش کردنش را پیدا کند.",
        fix: "`autoplay` را بردارید یا `muted` بیفزایید؛ وگرنه نزدیک بالای صفحه `controls` بگذارید.",
        asks: "آیا این صدا بیش از سه ثانیه پخش می‌شود؟ اگر آری، آیا نزدیک بالای صفحه می‌توان آن را متوقف کرد؟",
    },
    good: &[
        r#"<video autoplay muted src="waves.mp4"></video>"#,
        r#"<audio autoplay controls src="waves.mp3"></audio>"#,
    ],
    bad: &[r#"<audio autoplay src="waves.mp3"></audio>"#],
    check: Check::Each { applicability, expectation },
};

/// Longer than this, and it must be possible to stop it.
const LONGEST: f64 = 3.0;

/// `audio` and `video` elements that start by themselves, are not muted, and are not known to be silent.
fn applicability(element: Element<'_>) -> bool {
    element.starts_by_itself()
        && !element.has_attribute("muted")
        && element.media_sources().next().is_some()
        && element.media().has_audio != Some(false)
}

/// It ends in time, or has controls. Without them something else on the page may stop it, where there is anything.
fn expectation(sound: Element<'_>) -> Outcome {
    let (least, most) = sound.play_time();
    let has_controls =
        sound.has_attribute("controls") && sound.visible() != Certainty::No && !sound.is_programmatically_hidden();
    if has_controls || most <= LONGEST {
        return Outcome::Passed;
    }
    let sounds = sound.is("audio") || sound.media().has_audio == Some(true);
    let may_be_stopped = sound.page().may_have_control() && !is_seen_without_controls(sound);
    if sounds && least > LONGEST && !may_be_stopped {
        return Outcome::failed("it sounds for more than three seconds, and nothing on the page can stop it");
    }
    Outcome::needs_review(match (least > LONGEST, may_be_stopped) {
        (true, true) => {
            "This plays by itself for more than three seconds. If it sounds, can it be stopped near the top of the page?"
        }
        (true, false) => {
            "This plays by itself for more than three seconds, and nothing on the page can stop it. Does it sound?"
        }
        (false, true) => {
            "This plays by itself. If it sounds for more than three seconds, can it be stopped near the top of the page?"
        }
        (false, false) => {
            "This plays by itself, and nothing on the page can stop it. Does it sound for more than three seconds?"
        }
    })
}

/// Whether a browser has looked for controls, and the page shows neither any nor words that could tell how to stop it.
fn is_seen_without_controls(sound: Element<'_>) -> bool {
    let tells = |element: Element<'_>| {
        let is_media = || element.flat_lineage().any(Element::is_media);
        let is_picture = || ["img", "svg", "canvas"].contains(&element.name()) && element.visible() != Certainty::No;
        (element.has_visible_text() || is_picture()) && !is_media()
    };
    sound.observations().contains(&Observation::PlaysWithoutControls) && !sound.page().elements().any(tells)
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
                ("<audio autoplay controls src=a.mp3></audio>", Expect::Passed),
                ("<audio autoplay src='a.mp3#t=8,10'></audio>", Expect::Passed),
                ("<video autoplay><source src='a.mp4#t=,3'><source src='a.webm#t=,2'></video>", Expect::Passed),
                ("<audio autoplay src=a.mp3></audio>", Expect::NeedsReview),
                ("<audio autoplay src=a.mp3></audio><button>Stop</button>", Expect::NeedsReview),
                ("<audio autoplay src='a.mp3#t=8,20'></audio>", Expect::NeedsReview),
                ("<audio autoplay loop src='a.mp3#t=8,10'></audio>", Expect::NeedsReview),
                ("<video autoplay><source src='a.mp4#t=,3'><source src='a.webm'></video>", Expect::NeedsReview),
                ("<video autoplay controls src=a.mp4 style='display:none'></video>", Expect::NeedsReview),
                ("<video autoplay muted src=a.mp4></video>", Expect::Inapplicable),
                ("<video src=a.mp4></video>", Expect::Inapplicable),
                ("<video autoplay></video>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn a_browser_knows_more() {
        let outcome = |name: &str, media: Media, button: &str| {
            let mut builder = PageBuilder::new("waves.html", Engine::Browser);
            let attributes = vec![("src".into(), "a".into()), ("autoplay".into(), "".into())];
            let sound = builder.element(NodeId::DOCUMENT, Namespace::Html, name, attributes);
            builder.set_media(sound, media);
            let other = builder.element(NodeId::DOCUMENT, Namespace::Html, "button", Vec::new());
            builder.text(other, button);
            expectation(builder.finish().element(sound).unwrap())
        };
        let long = Media { duration: Some(9.0), ..Media::default() };
        assert!(matches!(outcome("audio", long, ""), Outcome::Failed(_)));
        assert!(matches!(outcome("audio", long, "Stop"), Outcome::NeedsReview(_)));
        assert!(matches!(outcome("video", long, ""), Outcome::NeedsReview(_)));
        assert!(matches!(outcome("video", Media { has_audio: Some(true), ..long }, ""), Outcome::Failed(_)));
        assert_eq!(outcome("audio", Media { duration: Some(3.0), ..long }, ""), Outcome::Passed);
    }
}
