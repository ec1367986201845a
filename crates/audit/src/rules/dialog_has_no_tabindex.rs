//! A dialog leads the focus by itself (HTML, 4.11.4,
//! <https://html.spec.whatwg.org/multipage/interactive-elements.html#the-dialog-element>: `tabindex` must not be specified).

use crate::page::Element;
use crate::rule::{Check, Outcome, Rule, Severity, Words};

pub const RULE: Rule = Rule {
    id: "dialog-has-no-tabindex",
    criteria: &[],
    act: &[],
    severity: Severity::Minor,
    needs: None,
    en: Words {
        title: "`dialog` must not have a `tabindex`",
        why: "It becomes a stop where there is nothing to do, and may take the focus that belongs to what is in it.",
        fix: "Take `tabindex` away. Where the focus should begin elsewhere, write `autofocus` there.",
        asks: "",
    },
    ar: Words {
        title: "يجب ألا يكون على `dialog` خاصية `tabindex`",
        why: "يصير محطةً لا شيء يُفعل فيها، وقد يأخذ التركيز من محتواه.",
        fix: "احذف `tabindex`. وإن وجب أن يبدأ التركيز في موضع آخر فاكتب `autofocus` هناك.",
        asks: "",
    },
    fa: Words {
        title: "‏`dialog` نباید `tabindex` داشته باشد",
        why: "ایستگاهی می‌شود که در آن کاری نیست، و شاید تمرکز را از محتوای خودش بگیرد.",
        fix: "‏`tabindex` را بردارید. اگر تمرکز باید از جای دیگری آغاز شود آنجا `autofocus` بنویسید.",
        asks: "",
    },
    good: &[r#"<dialog open aria-label="Send"><button autofocus>Send</button></dialog>"#],
    bad: &[r#"<dialog open tabindex="0" aria-label="Send"><button>Send</button></dialog>"#],
    check: Check::Each { applicability, expectation },
};

/// Dialogs, open or not: they will be.
fn applicability(element: Element<'_>) -> bool {
    element.is("dialog")
}

/// No `tabindex`.
fn expectation(dialog: Element<'_>) -> Outcome {
    if dialog.has_attribute("tabindex") {
        return Outcome::failed("it has a `tabindex`");
    }
    Outcome::Passed
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
                ("<dialog>a</dialog>", Expect::Passed),
                ("<dialog tabindex=-1>a</dialog>", Expect::Failed),
                ("<dialog open tabindex=0>a</dialog>", Expect::Failed),
                ("<div role=dialog tabindex=-1>a</div>", Expect::Inapplicable),
            ],
        );
    }
}
