//! Every rule, one file each.

mod image_button_has_name;
mod image_has_name;
mod no_keyboard_trap;
mod svg_has_name;
mod text_contrast;

use crate::rule::Rule;

/// Every rule, sorted by id.
pub const RULES: &[&Rule] = &[
    &image_button_has_name::RULE,
    &image_has_name::RULE,
    &no_keyboard_trap::RULE,
    &svg_has_name::RULE,
    &text_contrast::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use std::collections::BTreeSet;

    #[test]
    fn every_file_is_in_the_slice_under_its_own_name() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules");
        let files: BTreeSet<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().replace('_', "-"))
            .filter(|name| name != "mod" && name != "cases")
            .collect();
        let ids: Vec<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
        assert!(ids.is_sorted());
        assert_eq!(files, ids.into_iter().collect());
        for rule in RULES {
            assert!(!rule.criteria.is_empty() && rule.why.ends_with('.') && rule.fix.ends_with('.'), "{}", rule.id);
        }
    }
}
