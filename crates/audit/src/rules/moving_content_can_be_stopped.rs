//! What moves or changes by itself can be paused, stopped or hidden.
//!
//! ACT rule efbfc7, <https://act-rules.github.io/rules/efbfc7>; WCAG 2.2, 2.2.2, of which the ACT rule is a part.

use crate::page::{Certainty, Element, Observation, Property, Value};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "moving-content-can-be-stopped",
    criteria: &[wcag::PAUSE_STOP_HIDE],
    act: &["efbfc7"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "What moves or changes by itself must be possible to stop",
        why: "Whoever is easily distracted cannot read beside it, and whoever reads slowly never gets to the end.",
        fix: "Let it end within five seconds, or add a button that pauses or hides it. Respect `prefers-reduced-motion`.",
        asks: "Does this go on for more than five seconds, and if so, can it be paused, stopped or hidden?",
    },
    ar: Words {
        title: "ما يتحرك أو يتغير من تلقاء نفسه يجب أن يمكن إيقافه",
        why: "من يتشتت انتباهه بسهولة لا يستطيع القراءة بجانبه، ومن يقرأ ببطء لا يصل إلى آخره أبدًا.",
        fix: "اجعله ينتهي خلال خمس ثوانٍ، أو أضف زرًّا يوقفه أو يخفيه. واحترم `prefers-reduced-motion`.",
        asks: "هل يستمر هذا أكثر من خمس ثوانٍ؟ وإن كان كذلك فهل يمكن إيقافه أو إخفاؤه؟",
    },
    fa: Words {
        title: "آنچه خودبه‌خود حرکت یا تغییر می‌کند باید متوقف‌شدنی باشد",
        why: "کسی که حواسش زود پرت می‌شود کنار آن نمی‌تواند بخواند، و کسی که آهسته می‌خواند هرگز به پایانش نمی‌رسد.",
        fix: "بگذارید ظرف پنج ثانیه تمام شود، یا دکمه‌ای بگذارید که آن را متوقف یا پنهان کند. `prefers-reduced-motion` را رعایت کنید.",
        asks: "آیا این بیش از پنج ثانیه ادامه دارد؟ اگر آری، آیا می‌توان آن را متوقف یا پنهان کرد؟",
    },
    good: &[r#"<p style="animation: appear 1s">Welcome</p>"#],
    bad: &[
        r#"<p style="animation: slide 9s infinite">News: the library is open on Fridays</p>"#,
        r#"<img src="dance.gif" alt="A dancing cat">"#,
    ],
    check: Check::Each { applicability, expectation },
};

/// What may move for ever, or change by itself: videos, pictures, animated text, and code that writes text again and
/// again. (`marquee` and `blink` are for other rules.)
fn applicability(element: Element<'_>) -> bool {
    changes_by_itself(element) || moves_by_itself(element) || question(element).is_some()
}

/// Whether it moves, and what stops it, is not to be seen from here.
fn expectation(element: Element<'_>) -> Outcome {
    if changes_by_itself(element) {
        return if element.page().has_named_control() {
            Outcome::needs_review("This text changes by itself again and again. Can it be paused, stopped or hidden?")
        } else {
            Outcome::failed("its text changes by itself again and again, and nothing on the page could stop it")
        };
    }
    if moves_by_itself(element) {
        return if element.page().has_named_control() {
            Outcome::needs_review(
                "What stands here moves, comes or goes by itself again and again. Can it be paused, stopped or hidden?",
            )
        } else {
            Outcome::failed(
                "what stands in it moves, comes or goes by itself again and again, and nothing on the page could stop it",
            )
        };
    }
    question(element).map_or(Outcome::Passed, Outcome::needs_review)
}

fn question(element: Element<'_>) -> Option<&'static str> {
    let is_seen = || element.visible() != Certainty::No;
    if element.is("video") {
        let is_moving = element.starts_by_itself() && element.media().has_video != Some(false);
        let is_it = is_moving && !element.has_attribute("controls") && element.play_time().1 > 5.0 && is_seen();
        return is_it.then_some("This video starts by itself and has no controls. Does it move for more than five seconds, and if so, can it be paused?");
    }
    if element.is("img") {
        return (is_gif(element) && is_seen())
            .then_some("Does this GIF move for more than five seconds? If so, can it be paused or hidden?");
    }
    if let Some(code) = element.inline_script().filter(|_| !element.page().was_tried(Need::Waiting)) {
        return rewrites_text(code).then_some("This script changes text again and again. If the change goes on for more than five seconds and nobody asked for it, can it be paused?");
    }
    (is_animated_for_ever(element) && has_words(element) && is_seen()).then_some(
        "This text is animated without an end. If it moves, blinks or scrolls, can it be paused, stopped or hidden?",
    )
}

/// Whether its text was seen to change twice or more while nobody did anything.
fn changes_by_itself(element: Element<'_>) -> bool {
    element.observations().iter().any(|seen| matches!(seen, Observation::TextChanged { times: 2.., .. }))
}

/// Whether something in it was seen to move or to come and go, again after five seconds: what is over by then may.
fn moves_by_itself(element: Element<'_>) -> bool {
    element.observations().iter().any(|seen| matches!(seen, Observation::Moves { times: 2.., seconds: 5.. }))
}

fn is_gif(image: Element<'_>) -> bool {
    let is_dot = ["width", "height"]
        .iter()
        .filter_map(|side| image.attribute(side))
        .any(|size| size.parse::<u32>().is_ok_and(|size| size <= 4));
    !is_dot && image.file_name().rsplit_once('.').is_some_and(|(_, kind)| kind == "gif")
}

fn rewrites_text(code: &str) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| code.contains(word));
    has(&["setInterval("]) && has(&["textContent", "innerText", "innerHTML", "nodeValue", ".text(", ".html("])
}

fn is_animated_for_ever(element: Element<'_>) -> bool {
    let style = element.style();
    let is_endless = |count: Value| count.is("infinite") || count.to_string().contains("infinite");
    style.get(Property::AnimationIterationCount).is_some_and(is_endless)
        && style.get(Property::AnimationName).is_some_and(|name| !name.is("none"))
        && style.get(Property::AnimationDuration).is_some_and(|time| !time.is("auto") && time.to_string() != "0s")
}

fn has_words(element: Element<'_>) -> bool {
    std::iter::once(element)
        .chain(element.descendants())
        .any(|part| part.own_texts().any(|(_, text)| text.chars().any(char::is_alphanumeric)) && part.is_rendered())
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
                ("<video src=a.mp4 autoplay muted loop></video>", Expect::NeedsReview),
                ("<img src='a/dance.GIF?x=1' alt=''>", Expect::NeedsReview),
                ("<div style='animation: roll 9s linear infinite'><b>News</b></div>", Expect::NeedsReview),
                ("<script>setInterval(() => { p.textContent = Date.now() }, 500)</script>", Expect::NeedsReview),
                ("<video src=a.mp4 autoplay controls></video>", Expect::Inapplicable),
                ("<video src='a.mp4#t=0,5' autoplay></video>", Expect::Inapplicable),
                ("<video src=a.mp4></video>", Expect::Inapplicable),
                ("<img src=spacer.gif width=1 alt=''>", Expect::Inapplicable),
                ("<img src=dance.gif alt='' hidden>", Expect::Inapplicable),
                ("<img src=dance.png alt=''>", Expect::Inapplicable),
                ("<p style='animation: appear 1s'>News</p>", Expect::Inapplicable),
                ("<p style='animation: roll 0s infinite'>News</p>", Expect::Inapplicable),
                ("<p style='animation-iteration-count: infinite'>News</p>", Expect::Inapplicable),
                ("<div style='animation: spin 1s infinite'></div>", Expect::Inapplicable),
                ("<p hidden style='animation: roll 1s infinite'>News</p>", Expect::Inapplicable),
                ("<script>setInterval(save, 500)</script>", Expect::Inapplicable),
                ("<script type=application/json>[\"setInterval(textContent\"]</script>", Expect::Inapplicable),
                ("<marquee>News</marquee>", Expect::Inapplicable),
            ],
        );
    }
}
