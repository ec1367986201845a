//! Attributes that begin with `aria-` exist.

use crate::page::{AriaAttribute, Element};
use crate::rule::{Check, Outcome, Rule, Severity, Words, quoted};
use crate::wcag;

/// <https://act-rules.github.io/rules/5f99a7>, after WAI-ARIA 1.2, 6
/// (<https://www.w3.org/TR/wai-aria-1.2/#state_prop_def>).
pub const RULE: Rule = Rule {
    id: "aria-attribute-is-defined",
    criteria: &[wcag::NAME_ROLE_VALUE],
    act: &["5f99a7"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Attributes that begin with `aria-` must exist",
        why: "What a misspelt attribute says reaches nobody: no name, no state, no description.",
        fix: "Correct the spelling. For data of your own use an attribute that begins with `data-`.",
        asks: "",
    },
    ar: Words {
        title: "يجب أن تكون السمات التي تبدأ بـ `aria-` موجودة",
        why: "ما تقوله سمة كُتبت خطأً لا يصل إلى أحد: لا اسم ولا حالة ولا وصف.",
        fix: "صحّح كتابة السمة. وإن كانت البيانات خاصة بك فاستعمل سمة تبدأ بـ `data-`.",
        asks: "",
    },
    fa: Words {
        title: "ویژگی‌هایی که با `aria-` آغاز می‌شوند باید وجود داشته باشند",
        why: "آنچه در ویژگیِ غلط‌نوشته آمده به هیچ‌کس نمی‌رسد: نه نام، نه حالت، نه توضیح.",
        fix: "املای آن را درست کنید. برای داده‌های خودتان ویژگی‌ای به کار ببرید که با `data-` آغاز شود.",
        asks: "",
    },
    good: &[r#"<button aria-expanded="false">Menu</button>"#],
    bad: &[r#"<nav aria-labeledby="main-menu">…</nav>"#, r#"<button aria-expand="false">Menu</button>"#],
    check: Check::Each { applicability, expectation },
};

/// Elements with attributes that begin with `aria-`.
fn applicability(element: Element<'_>) -> bool {
    element.attributes().any(|(name, _)| name.starts_with("aria-"))
}

/// Each is a state or property of WAI-ARIA.
fn expectation(element: Element<'_>) -> Outcome {
    let mut names = element.attributes().map(|(name, _)| name).filter(|name| name.starts_with("aria-"));
    let Some(unknown) = names.find(|name| AriaAttribute::of_name(name).is_none()) else { return Outcome::Passed };
    let said = quoted(unknown);
    Outcome::failed(match meant_by(unknown) {
        Some(meant) => format!("{said} is no state or property of WAI-ARIA; it looks like `{meant}`"),
        None => format!("{said} is no state or property of WAI-ARIA"),
    })
}

/// The state or property that differs in at most two letters.
fn meant_by(name: &str) -> Option<&'static str> {
    const LONGEST: usize = 40;
    let near = |known: &&str| name.len() <= LONGEST && distance(name.as_bytes(), known.as_bytes()) <= 2;
    AriaAttribute::ALL.iter().map(|known| known.name).find(near)
}

/// How many letters must be put in, taken out or changed (Levenshtein).
fn distance(one: &[u8], other: &[u8]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = at + 1;
        for (column, against) in other.iter().enumerate() {
            let change = diagonal + usize::from(letter != against);
            diagonal = row[column + 1];
            row[column + 1] = change.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::{RULE, meant_by};
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                (r#"<p aria-label="a" aria-live="polite">a</p>"#, Expect::Passed),
                (r#"<p ARIA-LABEL="a">a</p>"#, Expect::Passed),
                (r#"<p aria-description="a">a</p>"#, Expect::Passed),
                (r#"<p aria-grabbed="true">a</p>"#, Expect::Passed),
                (r#"<svg aria-hidden="true"></svg>"#, Expect::Passed),
                (r#"<p aria-role="note">a</p>"#, Expect::Failed),
                (r#"<p aria-label="a" aria-titel="b">a</p>"#, Expect::Failed),
                (r#"<p aria-labelled="a" hidden>a</p>"#, Expect::Failed),
                ("<p aria->a</p>", Expect::Failed),
                (r#"<p data-aria-label="a">a</p>"#, Expect::Inapplicable),
                (r#"<p ariaLabel="a">a</p>"#, Expect::Inapplicable),
                ("<p>a</p>", Expect::Inapplicable),
            ],
        );
    }

    #[test]
    fn spelling() {
        for (wrong, right) in [
            ("aria-labeledby", Some("aria-labelledby")),
            ("aria-expand", Some("aria-expanded")),
            ("aria-role", None),
            ("aria-checkd", Some("aria-checked")),
            ("aria-", None),
        ] {
            assert_eq!(meant_by(wrong), right, "{wrong}");
        }
    }
}
