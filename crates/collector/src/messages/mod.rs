//! What our own pages say. A missing line does not compile.

mod ar;
mod en;
mod fa;
mod hosted;

pub(crate) use hosted::Hosted;
use sada_survey::{LANGUAGES, Language};

/// What the owner reads: the lines of one language. `{name}` stands for what is filled in.
#[derive(Debug)]
pub(crate) struct Messages {
    pub(crate) skip: &'static str,

    // Logging in
    pub(crate) log_in: &'static str,
    pub(crate) log_out: &'static str,
    pub(crate) password: &'static str,
    pub(crate) password_hint: &'static str,
    pub(crate) wrong_password: &'static str,
    pub(crate) too_many_tries: &'static str,

    // The dashboard
    pub(crate) feedback: &'static str,
    pub(crate) site: &'static str,
    pub(crate) version: &'static str,
    pub(crate) versions: &'static str,
    pub(crate) no_answers: &'static str,
    pub(crate) no_answers_advice: &'static str,
    pub(crate) survey_page: &'static str,
    pub(crate) responses: &'static str,
    pub(crate) score: &'static str,
    pub(crate) satisfied: &'static str,
    pub(crate) mean: &'static str,
    pub(crate) effort: &'static str,
    pub(crate) easy: &'static str,
    pub(crate) share_with_interval: &'static str,
    pub(crate) answered: &'static str,
    pub(crate) interval: &'static str,
    pub(crate) interval_ends: &'static str,
    pub(crate) few_answers: &'static str,
    pub(crate) promoters: &'static str,
    pub(crate) passives: &'static str,
    pub(crate) detractors: &'static str,
    pub(crate) group: &'static str,
    pub(crate) share: &'static str,
    pub(crate) people: &'static str,
    pub(crate) percent: &'static str,
    pub(crate) distribution: &'static str,
    pub(crate) number: &'static str,
    pub(crate) complete: &'static str,
    pub(crate) half_done: &'static str,
    pub(crate) half_done_advice: &'static str,
    pub(crate) held_back: &'static str,
    pub(crate) held_back_advice: &'static str,
    pub(crate) all_answers: &'static str,
    pub(crate) newest: &'static str,
    pub(crate) newest_first: &'static str,
    pub(crate) page: &'static str,
    pub(crate) channel: &'static str,
    pub(crate) channel_popup: &'static str,
    pub(crate) channel_page: &'static str,
    pub(crate) state: &'static str,
    pub(crate) no_words: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    pub(crate) agreed: &'static str,
    pub(crate) pages: &'static str,
    pub(crate) page_of: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) older: &'static str,
}

impl Messages {
    /// The lines of a language that the dashboard speaks; English for any other.
    pub(crate) fn of(language: &Language) -> &'static Messages {
        Self::spoken(language.tag).unwrap_or(&en::MESSAGES)
    }

    /// The languages that the dashboard speaks.
    pub(crate) fn languages() -> Vec<&'static Language> {
        LANGUAGES.iter().filter(|language| Self::spoken(language.tag).is_some()).collect()
    }

    fn spoken(tag: &str) -> Option<&'static Messages> {
        match tag {
            "ar" => Some(&ar::MESSAGES),
            "en" => Some(&en::MESSAGES),
            "fa" => Some(&fa::MESSAGES),
            _ => None,
        }
    }
}

/// Puts values in the places of their names.
pub(crate) fn fill(line: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(line.to_owned(), |line, (name, value)| line.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_fills_in_the_same_values() {
        for messages in [&ar::MESSAGES, &en::MESSAGES, &fa::MESSAGES] {
            for (line, names) in [
                (messages.interval_ends, &["low", "high"] as &[_]),
                (messages.share_with_interval, &["share", "low", "high"]),
                (messages.percent, &["number"]),
                (messages.page_of, &["page", "pages"]),
                (messages.version, &["version"]),
                (messages.few_answers, &["number"]),
            ] {
                let values: Vec<_> = names.iter().map(|name| (*name, "7")).collect();
                let filled = fill(line, &values);
                assert_eq!(filled.matches('7').count(), names.len(), "{line}");
                assert!(!filled.contains('{'), "{line}");
            }
        }
    }
}
