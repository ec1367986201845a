//! Text stands out from what is behind it.

use crate::rule::{Check, Rule, Severity, Words};
use crate::wcag;

pub const RULE: Rule = Rule {
    id: "text-contrast",
    criteria: &[wcag::CONTRAST_MINIMUM],
    act: &["afw4f7"],
    severity: Severity::Serious,
    needs: None,
    en: Words {
        title: "Text must stand out from its background",
        why: "Whoever sees less, is older, or reads in the sun cannot read it.",
        fix: "Make the text darker or the background lighter (or the other way round) until the ratio is reached.",
        asks: "Can everybody read this text? Its contrast cannot be computed here.",
    },
    ar: Words {
        title: "يجب أن يتميّز النص عن خلفيته",
        why: "لا يستطيع قراءته من ضعف بصره أو تقدّمت سنّه أو يقرأ تحت الشمس.",
        fix: "اجعل النص أغمق أو الخلفية أفتح (أو العكس) حتى تبلغ النسبة المطلوبة.",
        asks: "هل يستطيع الجميع قراءة هذا النص؟ لا يمكن حساب تباينه هنا.",
    },
    fa: Words {
        title: "متن باید از پس‌زمینه‌اش متمایز باشد",
        why: "کسی که کم‌بیناست یا سن‌دارتر است یا زیر آفتاب می‌خواند، نمی‌تواند آن را بخواند.",
        fix: "متن را تیره‌تر یا پس‌زمینه را روشن‌تر کنید (یا برعکس) تا به نسبت لازم برسد.",
        asks: "آیا همه می‌توانند این متن را بخوانند؟ تضاد آن را نمی‌توان حساب کرد.",
    },
    good: &[r#"<p style="color:#595959">Opening hours</p>"#],
    bad: &[r#"<p style="color:#999999">Opening hours</p>"#],
    check: Check::Contrast { normal: 4.5, large: 3.0 },
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
                ("<p style='color:#767676'>Just enough</p>", Expect::Passed),
                ("<p style='color:#949494;font-size:24px'>Large</p>", Expect::Passed),
                ("<p style='color:#949494;font-size:19px;font-weight:700'>Bold</p>", Expect::Passed),
                ("<div style='background-color:#000000'><p style='color:#ffffff'>Inverse</p></div>", Expect::Passed),
                ("<p style='color:#777777'>Almost</p>", Expect::Failed),
                ("<p style='color:#949494;font-size:19px'>Not bold</p>", Expect::Failed),
                (
                    "<div style='background-color:#ffffff;opacity:0.5'><p style='color:#000000'>Faded</p></div>",
                    Expect::Failed,
                ),
                ("<p style='color:#777777'>قليل</p>", Expect::Failed),
                (
                    "<div style='opacity:.3'><p style='background:#000000;color:#ffffff'>Faded further out</p></div>",
                    Expect::Failed,
                ),
                (
                    "<div style='filter:contrast(3)'><p style='background:#ffffff;color:#808080'>Filtered</p></div>",
                    Expect::NeedsReview,
                ),
                (
                    "<i style='position:absolute;inset:0;background:#000000'></i><p style='position:relative;color:#eeeeee'>Over</p>",
                    Expect::NeedsReview,
                ),
                ("<p style='color:#777777;background-image:url(a)'>Picture</p>", Expect::NeedsReview),
                ("<p style='color:#777777;position:absolute'>Anywhere</p>", Expect::NeedsReview),
                ("<p style='color:#ffffff'>Invisible</p>", Expect::NeedsReview),
                ("<p style='color:#777777;visibility:hidden'>Hidden</p>", Expect::Inapplicable),
                ("<button disabled><span style='color:#777777'>Off</span></button>", Expect::Inapplicable),
                ("<label style='color:#777777'>Off <input disabled></label>", Expect::Inapplicable),
                (
                    "<span id='l' style='color:#777777'>Off</span><input disabled aria-labelledby='l'>",
                    Expect::Inapplicable,
                ),
                ("<p style='color:#777777'>– – –</p>", Expect::Inapplicable),
                ("<p style='color:#777777;font-size:0'>No size</p>", Expect::Inapplicable),
                ("<svg><text style='color:#777777'>Drawn</text></svg>", Expect::Inapplicable),
            ],
        );
    }
}
