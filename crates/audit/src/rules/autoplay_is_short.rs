//! Sound that starts by itself is over at once, even where it could be stopped.
//!
//! ACT rule aaa1bf, <https://act-rules.github.io/rules/aaa1bf>. WCAG 2.2, 1.4.2, is satisfied by controls, which another
//! rule looks at; this one is advice (G171, <https://www.w3.org/WAI/WCAG22/Techniques/general/G171>).

use crate::page::{Certainty, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "autoplay-is-short",
    criteria: &[],
    act: &["aaa1bf"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Sound that starts by itself should end within three seconds",
        why: "Whoever uses a screen reader must find the controls while the sound drowns its voice.",
        fix: "Let the sound start only when somebody asks for it.",
        asks: "Does this sound for more than three seconds?",
    },
    ar: Words {
        title: "ينبغي أن ينتهي الصوت الذي يبدأ من تلقاء نفسه خلال ثلاث ثوانٍ",
        why: "على مستعمل قارئ الشاشة أن يجد أزرار التحكم والصوت يطغى على قارئه.",
        fix: "لا تشغّل الصوت إلا حين يطلبه أحد.",
        asks: "هل يستمر هذا الصوت أكثر من ثلاث ثوانٍ؟",
    },
    fa: Words {
        title: "صدایی که خودبه‌خود آغاز می‌شود باید ظرف سه ثانیه تمام شود",
        why: "کاربر صفحه‌خوان باید دکمه‌های پخش را در حالی پیدا کند که صدا روی صدای صفحه‌خوان افتاده است.",
        fix: "بگذارید صدا فقط وقتی آغاز شود که کسی بخواهد.",
        asks: "آیا این صدا بیش از سه ثانیه پخش می‌شود؟",
    },
    good: &[r#"<audio controls src="waves.mp3"></audio>"#, r#"<audio autoplay controls src="bell.mp3#t=0,2"></audio>"#],
    bad: &[r#"<audio autoplay controls src="waves.mp3"></audio>"#],
    check: Check::Each { applicability, expectation },
};

/// `audio` and `video` elements that start by themselves, are not muted, have controls, and are not known to be silent.
fn applicability(element: Element<'_>) -> bool {
    element.starts_by_itself()
        && !element.has_attribute("muted")
        && element.has_attribute("controls")
        && element.visible() != Certainty::No
        && !element.is_programmatically_hidden()
        && element.media_sources().next().is_some()
        && element.media().has_audio != Some(false)
}

/// Three seconds at most.
fn expectation(sound: Element<'_>) -> Outcome {
    let (least, most) = sound.play_time();
    let sounds = sound.is("audio") || sound.media().has_audio == Some(true);
    if most <= 3.0 {
        Outcome::Passed
    } else if least > 3.0 && sounds {
        Outcome::failed("it starts by itself and sounds for more than three seconds")
    } else {
        Outcome::needs_review("This plays by itself. Does it sound for more than three seconds?")
    }
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
                ("<video autoplay controls src='a.mp4#t=8,10'></video>", Expect::Passed),
                ("<audio autoplay controls src=a.mp3></audio>", Expect::NeedsReview),
                ("<audio autoplay src=a.mp3></audio>", Expect::Inapplicable),
                ("<audio controls src=a.mp3></audio>", Expect::Inapplicable),
                ("<audio autoplay controls muted src=a.mp3></audio>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn a_browser_knows_how_long_it_is() {
        let outcome = |duration| {
            let mut builder = PageBuilder::new("waves.html", Engine::Browser);
            let sound = builder.element(NodeId::DOCUMENT, Namespace::Html, "audio", Vec::new());
            builder.set_media(sound, Media { duration: Some(duration), ..Media::default() });
            expectation(builder.finish().element(sound).unwrap())
        };
        assert_eq!(outcome(2.0), Outcome::Passed);
        assert!(matches!(outcome(9.0), Outcome::Failed(_)));
    }
}
