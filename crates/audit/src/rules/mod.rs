//! Every rule, one file each.

mod autocomplete_is_valid;
mod captcha_has_alternative;
mod choice_does_not_navigate;
mod choices_are_grouped;
mod data_table_has_headers;
mod definition_list_is_well_formed;
mod details_has_summary;
mod dialog_has_no_tabindex;
mod error_message_is_described;
mod field_group_has_name;
mod form_has_submit_button;
mod form_label_is_descriptive;
mod header_cell_has_cells;
mod headers_point_to_cells;
mod id_is_unique;
mod image_button_has_name;
mod image_has_name;
mod input_purpose_is_said;
mod label_is_unique;
mod layout_table_has_no_structure;
mod list_holds_items_only;
mod list_is_not_faked;
mod list_item_is_in_list;
mod no_keyboard_trap;
mod paragraph_is_no_heading;
mod reference_is_unambiguous;
mod required_is_said;
mod scope_is_valid;
mod svg_has_name;
mod tabindex_is_not_positive;
mod table_caption_is_not_faked;
mod text_contrast;
mod visual_reference_has_alternative;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub const RULES: &[&Rule] = &[
    &autocomplete_is_valid::RULE,
    &captcha_has_alternative::RULE,
    &choice_does_not_navigate::RULE,
    &choices_are_grouped::RULE,
    &data_table_has_headers::RULE,
    &definition_list_is_well_formed::RULE,
    &details_has_summary::RULE,
    &dialog_has_no_tabindex::RULE,
    &error_message_is_described::RULE,
    &field_group_has_name::RULE,
    &form_has_submit_button::RULE,
    &form_label_is_descriptive::RULE,
    &header_cell_has_cells::RULE,
    &headers_point_to_cells::RULE,
    &id_is_unique::RULE,
    &image_button_has_name::RULE,
    &image_has_name::RULE,
    &input_purpose_is_said::RULE,
    &label_is_unique::RULE,
    &layout_table_has_no_structure::RULE,
    &list_holds_items_only::RULE,
    &list_is_not_faked::RULE,
    &list_item_is_in_list::RULE,
    &no_keyboard_trap::RULE,
    &paragraph_is_no_heading::RULE,
    &reference_is_unambiguous::RULE,
    &required_is_said::RULE,
    &scope_is_valid::RULE,
    &svg_has_name::RULE,
    &tabindex_is_not_positive::RULE,
    &table_caption_is_not_faked::RULE,
    &text_contrast::RULE,
    &visual_reference_has_alternative::RULE,
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
