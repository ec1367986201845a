//! `--list-rules`: what is looked at.

use crate::print;
use sada_audit::RULES;

/// Prints every rule: id, level, criteria, ACT rules, title.
pub fn list() {
    let longest = RULES.iter().map(|rule| rule.id.len()).max().unwrap_or_default();
    let mut text = String::new();
    for rule in RULES {
        let criteria: Vec<&str> = rule.criteria.iter().map(|criterion| criterion.number).collect();
        let line = format!(
            "{:longest$}  {:<13}  {:<12}  {:<20}  {}",
            rule.id,
            rule.level().as_str(),
            criteria.join(" "),
            rule.act.join(" "),
            rule.en.title
        );
        text.push_str(line.trim_end());
        text.push('\n');
    }
    print::line(text.trim_end());
}
