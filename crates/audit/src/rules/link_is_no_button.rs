//! What does something is a button; links lead somewhere.

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};
use crate::vocabulary::{TOP, normalized};

pub const RULE: Rule = Rule {
    id: "link-is-no-button",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "What leads nowhere but does something should be a button",
        why: "A screen reader says \"link\": people expect another page, press no Space, and open it in a new tab in vain.",
        fix: "Write `<button type=\"button\">` and style it like the link; or give the link the address it leads to.",
        asks: "This link leads to the top of the page. Is that what its name says?",
    },
    ar: Words {
        title: "ما لا يوصل إلى مكان بل يفعل شيئًا ينبغي أن يكون زرًّا",
        why: "يقول قارئ الشاشة «رابط»: فيتوقع الناس صفحة أخرى، ولا يضغطون مفتاح المسافة، ويفتحونه في علامة تبويب جديدة بلا جدوى.",
        fix: "اكتب `<button type=\"button\">` ونسّقه كالرابط، أو أعطِ الرابط العنوان الذي يوصل إليه.",
        asks: "يوصل هذا الرابط إلى أعلى الصفحة. هل هذا ما يقوله اسمه؟",
    },
    fa: Words {
        title: "آنچه به جایی نمی‌رود و کاری می‌کند باید دکمه باشد",
        why: "صفحه‌خوان می‌گوید «پیوند»: مردم منتظر صفحهٔ دیگری می‌مانند، Space را نمی‌زنند و بیهوده در زبانهٔ تازه بازش می‌کنند.",
        fix: "`<button type=\"button\">` بنویسید و مانند پیوند آرایش کنید؛ یا نشانی‌ای را که به آن می‌رود به پیوند بدهید.",
        asks: "این پیوند به بالای صفحه می‌رود. آیا نامش همین را می‌گوید؟",
    },
    good: &["<button type='button' onclick='print()'>Print</button>", "<a href='#'>Back to top</a>"],
    bad: &["<a href='javascript:print()'>Print</a>", "<a href='#' onclick='print()'>Print</a>"],
    check: Check::Each { applicability, expectation },
};

/// Links with the role of one whose address is `#` or a script, or empty beside a script of their own.
fn applicability(element: Element<'_>) -> bool {
    let Some(href) = element.href() else { return false };
    let is_empty_with_script = href.is_empty() && element.has_attribute("onclick");
    (href == "#" || is_script(href) || is_empty_with_script)
        && element.is_exposed_link()
        && !element.accessible_name().is_empty()
}

fn is_script(href: &str) -> bool {
    href.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("javascript:"))
}

/// The name speaks of the top of the page, which `#` leads to, or of the page; or the script goes through the history.
fn expectation(link: Element<'_>) -> Outcome {
    let href = link.href().unwrap_or_default();
    if is_script(href) {
        return if href.contains("history") { Outcome::Passed } else { Outcome::failed("its address is a script") };
    }
    let runs_script = link.has_attribute("onclick") || acts(link);
    if href == "#" && (TOP.comes_up_in(link.accessible_name()) || names_page(link)) {
        return Outcome::Passed;
    }
    if runs_script {
        return Outcome::failed(format!("its address is `{href}`, and a click runs a script"));
    }
    // It may lead to the top, be left over from a template, or wait for a script that nothing here tells of.
    Outcome::needs_review(RULE.en.asks)
}

/// Whether it is marked as something that does something: by ARIA, or for a library that listens to clicks.
fn acts(link: Element<'_>) -> bool {
    const MARKS: &[&str] = &[
        "aria-controls",
        "aria-expanded",
        "aria-haspopup",
        "aria-pressed",
        "data-action",
        "data-bs-dismiss",
        "data-bs-target",
        "data-bs-toggle",
        "data-dismiss",
        "data-target",
        "data-toggle",
    ];
    MARKS.iter().any(|mark| link.has_attribute(mark))
}

/// Whether a word of a link's name stands in the title of the page.
fn names_page(link: Element<'_>) -> bool {
    let Some(title) = link.page().elements().find(|element| element.is("title")) else { return false };
    let title: String = title.own_texts().map(|(_, text)| text).collect();
    let (title, name) = (normalized(&title), normalized(link.accessible_name()));
    name.split(' ').any(|word| !word.is_empty() && title.split(' ').any(|other| other == word))
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
                ("<a href='#'>Back to top</a>", Expect::Passed),
                ("<a href='#'>العودة إلى الأعلى</a>", Expect::Passed),
                ("<a href='#'>بازگشت به بالا</a>", Expect::Passed),
                ("<a href='javascript:history.back()'>Back</a>", Expect::Passed),
                ("<title>Tides - Harbour</title><a href='#'>The tides</a>", Expect::Passed),
                ("<a href='javascript:void(0)'>Menu</a>", Expect::Failed),
                ("<a href='JavaScript:f()'>Menu</a>", Expect::Failed),
                ("<a href='#' onclick='f()'>Menu</a>", Expect::Failed),
                ("<a href='' onclick='f()'>Menu</a>", Expect::Failed),
                ("<a href='#' aria-expanded=false>Menu</a>", Expect::Failed),
                ("<a href='#' data-toggle=dropdown>Menu</a>", Expect::Failed),
                ("<a href='#' lang=en>Menu</a>", Expect::NeedsReview),
                ("<a href='#'>Menu</a>", Expect::NeedsReview),
                ("<a href='#m'>Menu</a>", Expect::Inapplicable),
                ("<a href=''>Home</a>", Expect::Inapplicable),
                ("<a href='#' role=button>Menu</a>", Expect::Inapplicable),
                ("<a href='#' hidden>Menu</a>", Expect::Inapplicable),
                ("<a href='#'></a>", Expect::Inapplicable),
            ],
        );
    }
}
