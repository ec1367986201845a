//! Text stands out even further from what is behind it.

use crate::rule::{Check, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "text-contrast-enhanced",
    criteria: &[wcag::CONTRAST_ENHANCED],
    act: &["09o5cg"],
    severity: Severity::Moderate,
    needs: None,
    en: Words {
        title: "Text must stand out strongly from its background",
        why: "People with low vision, who use no aid that changes colours, cannot read it without effort.",
        fix: "Make the text darker or the background lighter (or the other way round) until the ratio is reached.",
        asks: "Can people with low vision read this text without effort? Its contrast cannot be computed here.",
    },
    ar: Words {
        title: "يجب أن يتميّز النص عن خلفيته تميّزًا قويًّا",
        why: "يقرؤه بمشقة من ضعف بصره ولا يستعمل أداة تغيّر الألوان.",
        fix: "اجعل النص أغمق أو الخلفية أفتح (أو العكس) حتى تبلغ النسبة المطلوبة.",
        asks: "هل يقرأ ضعاف البصر هذا النص بلا مشقة؟ لا يمكن حساب تباينه هنا.",
    },
    fa: Words {
        title: "متن باید به‌روشنی از پس‌زمینه‌اش متمایز باشد",
        why: "کسی که کم‌بیناست و ابزاری برای تغییر رنگ‌ها ندارد، آن را به‌سختی می‌خواند.",
        fix: "متن را تیره‌تر یا پس‌زمینه را روشن‌تر کنید (یا برعکس) تا به نسبت لازم برسد.",
        asks: "آیا کم‌بینایان این متن را بی‌زحمت می‌خوانند؟ تضاد آن را نمی‌توان حساب کرد.",
    },
    good: &[r#"<p style="color:#333333">Opening hours</p>"#],
    bad: &[r#"<p style="color:#666666">Opening hours</p>"#],
    check: Check::Contrast { normal: 7.0, large: 4.5 },
};

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::cases::{Expect, check};

    #[test]
    fn cases() {
        check(
            &RULE,
            &[
                ("<p style='color:#595959'>Just enough</p>", Expect::Passed),
                ("<p style='color:#767676;font-size:24px'>Large</p>", Expect::Passed),
                ("<p style='color:#767676;font-size:14pt;font-weight:bold'>Bold</p>", Expect::Passed),
                ("<p style='color:#5a5a5a'>Almost</p>", Expect::Failed),
                ("<p style='color:#777777;font-size:24px'>Large</p>", Expect::Failed),
                ("<p style='color:#666666;font-size:19px'>Not bold</p>", Expect::Failed),
                ("<p style='color:#595959;background-image:url(a)'>Picture</p>", Expect::NeedsReview),
                ("<p style='color:#777777' hidden>Hidden</p>", Expect::Inapplicable),
                ("<button disabled style='color:#777777'>Off</button>", Expect::Inapplicable),
            ],
        );
    }
}
