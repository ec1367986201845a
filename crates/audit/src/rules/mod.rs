//! Every rule, one file each.

mod active_descendant_is_owned;
mod aria_attribute_has_valid_value;
mod aria_attribute_is_defined;
mod aria_attribute_is_not_deprecated;
mod aria_attribute_is_not_prohibited;
mod aria_attribute_is_permitted;
mod aria_hidden_has_no_focusable_content;
mod aria_number_is_in_range;
mod aria_reference_exists;
mod attribute_fits_element;
mod body_is_not_aria_hidden;
mod braille_has_spoken_twin;
mod composite_can_be_entered;
mod control_is_focusable;
mod control_keeps_its_role;
mod decoration_is_not_exposed;
mod image_button_has_name;
mod image_has_name;
mod leaf_has_no_focusable_content;
mod link_holds_no_control;
mod no_keyboard_trap;
mod owned_once;
mod page_is_not_inert;
mod role_fits_element;
mod role_has_required_children;
mod role_has_required_parent;
mod role_has_required_states;
mod role_is_not_deprecated;
mod role_is_not_redundant;
mod role_is_valid;
mod svg_has_name;
mod text_contrast;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub const RULES: &[&Rule] = &[
    &active_descendant_is_owned::RULE,
    &aria_attribute_has_valid_value::RULE,
    &aria_attribute_is_defined::RULE,
    &aria_attribute_is_not_deprecated::RULE,
    &aria_attribute_is_not_prohibited::RULE,
    &aria_attribute_is_permitted::RULE,
    &aria_hidden_has_no_focusable_content::RULE,
    &aria_number_is_in_range::RULE,
    &aria_reference_exists::RULE,
    &attribute_fits_element::RULE,
    &body_is_not_aria_hidden::RULE,
    &braille_has_spoken_twin::RULE,
    &composite_can_be_entered::RULE,
    &control_is_focusable::RULE,
    &control_keeps_its_role::RULE,
    &decoration_is_not_exposed::RULE,
    &image_button_has_name::RULE,
    &image_has_name::RULE,
    &leaf_has_no_focusable_content::RULE,
    &link_holds_no_control::RULE,
    &no_keyboard_trap::RULE,
    &owned_once::RULE,
    &page_is_not_inert::RULE,
    &role_fits_element::RULE,
    &role_has_required_children::RULE,
    &role_has_required_parent::RULE,
    &role_has_required_states::RULE,
    &role_is_not_deprecated::RULE,
    &role_is_not_redundant::RULE,
    &role_is_valid::RULE,
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
