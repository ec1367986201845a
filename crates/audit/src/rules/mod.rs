//! Every rule, one file each.

mod adjacent_links_are_one;
mod anchor_target_exists;
mod breadcrumb_says_current;
mod bypass_blocks;
mod click_works_by_keyboard;
mod content_is_in_landmarks;
mod document_has_heading_for_main;
mod document_has_landmark_for_main;
mod document_has_skip_link;
mod file_link_is_announced;
mod focus_is_not_taken_away;
mod header_and_footer_are_unique;
mod heading_is_descriptive;
mod heading_leads_to_content;
mod heading_order;
mod iframe_is_in_tab_order;
mod image_button_has_name;
mod image_has_name;
mod landmark_names_differ;
mod landmarks_are_top_level;
mod link_in_context_is_descriptive;
mod link_is_descriptive;
mod link_is_no_button;
mod main_is_unique;
mod new_window_is_announced;
mod no_keyboard_trap;
mod page_has_main;
mod page_has_main_heading;
mod pointer_handlers_have_keys;
mod region_has_name;
mod same_iframes;
mod same_links_in_context;
mod same_links_lead_to_one_place;
mod scrollable_area_is_reachable;
mod skip_link_works;
mod svg_has_name;
mod text_contrast;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub const RULES: &[&Rule] = &[
    &adjacent_links_are_one::RULE,
    &anchor_target_exists::RULE,
    &breadcrumb_says_current::RULE,
    &bypass_blocks::RULE,
    &click_works_by_keyboard::RULE,
    &content_is_in_landmarks::RULE,
    &document_has_heading_for_main::RULE,
    &document_has_landmark_for_main::RULE,
    &document_has_skip_link::RULE,
    &file_link_is_announced::RULE,
    &focus_is_not_taken_away::RULE,
    &header_and_footer_are_unique::RULE,
    &heading_is_descriptive::RULE,
    &heading_leads_to_content::RULE,
    &heading_order::RULE,
    &iframe_is_in_tab_order::RULE,
    &image_button_has_name::RULE,
    &image_has_name::RULE,
    &landmark_names_differ::RULE,
    &landmarks_are_top_level::RULE,
    &link_in_context_is_descriptive::RULE,
    &link_is_descriptive::RULE,
    &link_is_no_button::RULE,
    &main_is_unique::RULE,
    &new_window_is_announced::RULE,
    &no_keyboard_trap::RULE,
    &page_has_main::RULE,
    &page_has_main_heading::RULE,
    &pointer_handlers_have_keys::RULE,
    &region_has_name::RULE,
    &same_iframes::RULE,
    &same_links_in_context::RULE,
    &same_links_lead_to_one_place::RULE,
    &scrollable_area_is_reachable::RULE,
    &skip_link_works::RULE,
    &svg_has_name::RULE,
    &text_contrast::RULE,
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
