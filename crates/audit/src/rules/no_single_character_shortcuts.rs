//! A single letter typed or spoken by mistake does nothing.
//!
//! ACT rule ffbc54, <https://act-rules.github.io/rules/ffbc54>.

use crate::page::{Element, Observation};
use crate::rule::{Check, Need, Outcome, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "no-single-character-shortcuts",
    criteria: &[wcag::CHARACTER_KEY_SHORTCUTS],
    act: &["ffbc54"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Keyboard shortcuts must take more than a single character",
        why: "Whoever speaks to the device sets off a shortcut with every letter of a word, and whoever presses keys by mistake does too.",
        fix: "Ask for Ctrl, Alt or Meta too, or let visitors turn the shortcut off or change it, or let it work only while its control has the focus.",
        asks: "A script here reacts to single characters. Does one of them work as a shortcut everywhere on the page, without a way to turn it off?",
    },
    ar: Words {
        title: "يجب ألّا يكون اختصار لوحة المفاتيح حرفًا واحدًا",
        why: "من يملي على جهازه بصوته يشغّل اختصارًا بكل حرف من كلمة، ومثله من يضغط المفاتيح خطأً.",
        fix: "اشترط Ctrl أو Alt أو Meta أيضًا، أو اسمح بتعطيل الاختصار أو تغييره، أو اجعله يعمل حين يكون التركيز على عنصره فقط.",
        asks: "هنا برنامج يستجيب لحروف مفردة. هل يعمل أحدها اختصارًا في الصفحة كلها من دون وسيلة لتعطيله؟",
    },
    fa: Words {
        title: "میان‌بر صفحه‌کلید نباید فقط یک نویسه باشد",
        why: "کسی که با صدا به دستگاه فرمان می‌دهد با هر حرف یک واژه میان‌بری را به کار می‌اندازد، و کسی که اشتباهی کلیدی را می‌زند نیز.",
        fix: "Ctrl یا Alt یا Meta را هم لازم کنید، یا بگذارید میان‌بر خاموش یا عوض شود، یا فقط وقتی کار کند که تمرکز روی عنصرش است.",
        asks: "کدی در این جا به نویسه‌های تکی واکنش نشان می‌دهد. آیا یکی از آن‌ها در همهٔ صفحه میان‌بر است و نمی‌توان خاموشش کرد؟",
    },
    good: &["<script>onkeydown = e => { if (e.ctrlKey && e.key === 's') save() }</script>"],
    bad: &["<script>onkeydown = e => { if (e.key === 's') search() }</script>"],
    check: Check::Each { applicability, expectation },
};

/// Code in the page that listens to keys and compares one with a printable character, and never asks for another key.
fn applicability(element: Element<'_>) -> bool {
    if element.page().was_tried(Need::Typing) {
        return shortcuts(element).next().is_some();
    }
    if let Some(code) = element.inline_script() {
        return listens(code) && asks_for_character(code);
    }
    let own = ["onkeydown", "onkeypress", "onkeyup"].iter().find_map(|name| element.attribute(name));
    (element.is("body") || element.is("html")) && own.is_some_and(asks_for_character)
}

fn listens(code: &str) -> bool {
    ["keydown", "keypress", "keyup"].iter().any(|event| code.contains(event))
}

fn asks_for_character(code: &str) -> bool {
    let has_modifier = ["ctrlKey", "metaKey", "altKey", "getModifierState"].iter().any(|key| code.contains(key));
    !has_modifier && (compares_key(code) || compares_code(code))
}

/// `key === 's'`, `key == "?"`, `case 's':`, `'s' === key`.
fn compares_key(code: &str) -> bool {
    if !code.contains("key") {
        return false;
    }
    let is_quoted_character = |rest: &str| {
        let mut chars = rest.trim_start().chars();
        let quote = chars.next().filter(|c| matches!(c, '\'' | '"' | '`'));
        let is_printable = chars.next().is_some_and(|c| !c.is_whitespace() && !c.is_control() && Some(c) != quote);
        quote.is_some() && is_printable && chars.next() == quote
    };
    let behind = |mark: &str| code.split(mark).skip(1).any(|rest| is_quoted_character(rest.trim_start_matches('=')));
    let is_before = code.match_indices("==").any(|(at, _)| {
        let before = code[..at].trim_end();
        let start = before.char_indices().rev().nth(2).map_or(0, |(start, _)| start);
        is_quoted_character(&before[start..])
    });
    behind("==") || behind("case ") || is_before
}

/// `keyCode === 83`, `which == 83`, `code === 'KeyS'`: digits are 48 to 57, letters 65 to 90.
fn compares_code(code: &str) -> bool {
    let number = |rest: &str| {
        let digits: String = rest.trim_start_matches(['=', ' ']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<u32>().is_ok_and(|code| matches!(code, 48..=57 | 65..=90))
    };
    let is_compared = |name: &str| {
        code.split(name).skip(1).any(|rest| rest.trim_start().starts_with("==") && number(rest.trim_start()))
    };
    is_compared("keyCode")
        || is_compared("which")
        || ["'Key", "\"Key", "'Digit", "\"Digit"].iter().any(|key| code.contains(key))
}

/// What the code does with it is not to be seen from here.
fn expectation(element: Element<'_>) -> Outcome {
    let keys: Vec<String> = shortcuts(element).map(String::from).collect();
    if keys.is_empty() || element.page().has_named_control() {
        return Outcome::needs_review(RULE.en.asks);
    }
    let keys = keys.join(", ");
    Outcome::failed(format!("typing {keys} changes the page, and nothing on it could turn that off"))
}

/// The characters that were seen to change the page while nothing had the focus.
fn shortcuts(element: Element<'_>) -> impl Iterator<Item = char> {
    element.observations().iter().filter_map(|seen| match seen {
        Observation::Shortcut(key) => Some(*key),
        _ => None,
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
                ("<script>on('keydown', e => e.key === \"?\" && help())</script>", Expect::NeedsReview),
                ("<script>on('keyup', e => { switch (e.key) { case 'ب': help() } })</script>", Expect::NeedsReview),
                ("<script>on('keypress', e => { if ('+'==e.key) help() })</script>", Expect::NeedsReview),
                ("<script>on('keydown', e => e.which == 83 && help())</script>", Expect::NeedsReview),
                ("<script>on('keydown', e => e.code === 'KeyS' && help())</script>", Expect::NeedsReview),
                ("<body onkeydown=\"if (event.key == 'h') help()\"></body>", Expect::NeedsReview),
                ("<script>on('keydown', e => e.key === 'Escape' && close())</script>", Expect::Inapplicable),
                ("<script>on('keydown', e => e.keyCode === 27 && close())</script>", Expect::Inapplicable),
                ("<script>on('keydown', e => e.altKey && e.key === 'h' && help())</script>", Expect::Inapplicable),
                ("<script>on('click', e => e.key === 'h')</script>", Expect::Inapplicable),
                ("<p>keydown key === 'h'</p>", Expect::Inapplicable),
            ],
        );
    }
}
