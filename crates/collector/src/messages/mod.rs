//! What our own pages say, in every language of the product. A missing line does not compile.

mod ar;
mod en;
mod fa;

use sada_survey::Language;

/// The lines of one language. `{name}` stands for what is filled in.
#[derive(Debug)]
pub(crate) struct Messages {
    // On every page
    pub(crate) language: &'static str,
    pub(crate) skip: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) not_found_advice: &'static str,
    pub(crate) unavailable: &'static str,
    pub(crate) unavailable_advice: &'static str,
    pub(crate) too_large: &'static str,
    pub(crate) too_large_advice: &'static str,

    // The hosted survey page
    pub(crate) title_with_problem: &'static str,
    pub(crate) leave_empty: &'static str,
    pub(crate) not_stored: &'static str,
    pub(crate) not_stored_advice: &'static str,

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
    pub(crate) score: &'static str,
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
    pub(crate) sent: &'static str,
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
    pub(crate) pages: &'static str,
    pub(crate) page_of: &'static str,
    pub(crate) newer: &'static str,
    pub(crate) older: &'static str,
}

impl Messages {
    /// The lines of a language; English for one that has none yet.
    pub(crate) fn of(language: &Language) -> &'static Messages {
        match language.tag {
            "ar" => &ar::MESSAGES,
            "fa" => &fa::MESSAGES,
            _ => &en::MESSAGES,
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
                (messages.title_with_problem, &["title"] as &[_]),
                (messages.interval_ends, &["low", "high"]),
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
