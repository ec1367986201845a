//! Every rule, one file each.

mod accesskey_is_unique;
mod dir_is_valid;
mod encoding_is_declared;
mod image_button_has_name;
mod image_has_name;
mod letter_spacing_is_wide_enough;
mod line_height_is_high_enough;
mod link_is_not_colour_only;
mod no_keyboard_trap;
mod no_presentational_elements;
mod no_refresh;
mod no_refresh_at_all;
mod nothing_blinks;
mod orientation_is_not_locked;
mod page_has_language;
mod page_has_title;
mod page_language_is_valid;
mod page_language_matches;
mod page_title_is_descriptive;
mod part_language_is_valid;
mod part_language_matches;
mod social_image_has_alt;
mod svg_has_name;
mod text_contrast;
mod text_contrast_enhanced;
mod text_direction_matches;
mod text_is_not_justified;
mod text_order_is_not_forced;
mod viewport_allows_zoom;
mod word_spacing_is_wide_enough;
mod xml_lang_matches_lang;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub const RULES: &[&Rule] = &[
    &accesskey_is_unique::RULE,
    &dir_is_valid::RULE,
    &encoding_is_declared::RULE,
    &image_button_has_name::RULE,
    &image_has_name::RULE,
    &letter_spacing_is_wide_enough::RULE,
    &line_height_is_high_enough::RULE,
    &link_is_not_colour_only::RULE,
    &no_keyboard_trap::RULE,
    &no_presentational_elements::RULE,
    &no_refresh::RULE,
    &no_refresh_at_all::RULE,
    &nothing_blinks::RULE,
    &orientation_is_not_locked::RULE,
    &page_has_language::RULE,
    &page_has_title::RULE,
    &page_language_is_valid::RULE,
    &page_language_matches::RULE,
    &page_title_is_descriptive::RULE,
    &part_language_is_valid::RULE,
    &part_language_matches::RULE,
    &social_image_has_alt::RULE,
    &svg_has_name::RULE,
    &text_contrast::RULE,
    &text_contrast_enhanced::RULE,
    &text_direction_matches::RULE,
    &text_is_not_justified::RULE,
    &text_order_is_not_forced::RULE,
    &viewport_allows_zoom::RULE,
    &word_spacing_is_wide_enough::RULE,
    &xml_lang_matches_lang::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::cases::{Expect, outcome};
    use crate::rule::{Rule, Words};
    use std::collections::BTreeSet;

    #[test]
    fn every_file_is_in_the_slice_under_its_own_name() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
            .map(|path| path.file_stem().unwrap().to_str().unwrap().replace('_', "-"))
            .filter(|name| name != "mod")
            .collect();
        let ids: Vec<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
        assert!(ids.is_sorted());
        assert_eq!(files, ids.into_iter().collect());
    }

    #[test]
    fn every_rule_says_what_why_and_what_now_in_three_languages() {
        let is_sentence = |text: &str| text.ends_with(['.', '؟', '?']);
        for rule in RULES {
            for Words { title, why, fix, asks } in [rule.en, rule.ar, rule.fa] {
                assert!(!title.is_empty() && !is_sentence(title), "{}: {title}", rule.id);
                assert!(is_sentence(why) && is_sentence(fix), "{}: {why} {fix}", rule.id);
                assert_eq!(asks.is_empty(), rule.en.asks.is_empty(), "{}", rule.id);
                assert!(asks.is_empty() || is_sentence(asks), "{}: {asks}", rule.id);
            }
            let in_script = |words: &Words| words.title.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c));
            assert!(in_script(&rule.ar) && in_script(&rule.fa), "{}", rule.id);
        }
    }

    #[test]
    fn examples_are_what_they_say() {
        for rule in RULES {
            assert!(!rule.good.is_empty() && !rule.bad.is_empty(), "{}", rule.id);
            // What needs a browser is shown in one, where examples are tried for real.
            if rule.needs.is_none() {
                rule.good.iter().for_each(|markup| is_good(rule, markup));
                rule.bad.iter().for_each(|markup| is_bad(rule, markup));
            }
        }
    }

    fn is_good(rule: &Rule, markup: &str) {
        let (found, outcomes) = outcome(rule, markup);
        let is_question_only = rule.bad.iter().all(|bad| outcome(rule, bad).0 == Expect::NeedsReview);
        let is_fine = found == Expect::Passed || found == Expect::Inapplicable;
        assert!(is_fine || (found == Expect::NeedsReview && !is_question_only), "{}: {markup}: {outcomes:?}", rule.id);
    }

    fn is_bad(rule: &Rule, markup: &str) {
        let (found, outcomes) = outcome(rule, markup);
        let asks = !rule.en.asks.is_empty();
        let is_fine = found == Expect::Failed || (asks && found == Expect::NeedsReview);
        assert!(is_fine, "{}: {markup}: {outcomes:?}", rule.id);
    }
}
