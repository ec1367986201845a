//! Arabic.

use super::Messages;

pub(super) const MESSAGES: Messages = Messages {
    optional: "(اختياري)",
    send: "إرسال",
    close: "إغلاق",
    sending: "جارٍ الإرسال…",
    saved_on_device: "حُفظت إجابتك على هذا الجهاز، وستُرسل فور عودة الاتصال.",
    kept_in_page: "لم تُرسل إجابتك بعد. ستُرسل عند عودة الاتصال ما دامت هذه الصفحة مفتوحة.",
    refused: "تعذّر حفظ إجابتك. انسخ كلماتك أدناه إن أردت إرسالها بطريقة أخرى.",
    problems: "هناك ما ينقص",
    choose: "اختر رقمًا.",
    write: "اكتب إجابة.",
    too_long: "اختصر إجابتك إلى {limit} حرف.",
    not_an_answer: "اختر إحدى الإجابات.",
};
