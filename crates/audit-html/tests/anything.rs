//! Whatever bytes come, they are read or refused, and what is said of them holds together.

use proptest::prelude::*;
use sada_audit_html::{Input, NoStyleSheets, Reader, Sheet, read_fragment};

/// Pieces that markup and sheets are made of, so that random text is not noise alone.
fn pieces(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop_oneof![4 => prop::sample::select(list).prop_map(str::to_owned), 1 => ".{0,6}"], 0..60)
        .prop_map(|pieces| pieces.concat())
}

const MARKUP: &[&str] = &[
    "<",
    ">",
    "</",
    "<p>",
    "</p>",
    "<b id=x>",
    "<table>",
    "<td>",
    "<svg>",
    "<math>",
    "<template shadowrootmode=open>",
    "</template>",
    "<slot>",
    "<select>",
    "<option>",
    "<style>",
    "</style>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "&amp",
    "&#0;",
    "&notin",
    "\r\n",
    "\r",
    "\0",
    "\u{feff}",
    "<a href=x>",
    "<textarea>",
    "<title>",
    " class='a b'",
    " style='color:red",
    "'",
    "\"",
    "=",
    "/",
    "<frameset>",
    "<plaintext>",
    "<font color=",
    "<body bgcolor=x>",
    "é",
    "<div dir=auto lang=en>",
    "<input disabled>",
    "<details>",
    "<!doctype html>",
];

const CSS: &[&str] = &[
    "p",
    ".a",
    "#x",
    "*",
    ":is(",
    ":not(",
    ":has(> ",
    ":where(",
    ":nth-child(2n+1 of ",
    ")",
    "(",
    "{",
    "}",
    "[",
    "]",
    ";",
    ":",
    ",",
    "color:",
    "red",
    "background:",
    "font:",
    "font-size:",
    "1em",
    "12px",
    "50%",
    "calc(",
    "var(--a)",
    "var(--a,",
    "--a:",
    "rgb(",
    "color-mix(in srgb,",
    "oklch(from ",
    "light-dark(",
    "@media ",
    "@layer ",
    "@supports ",
    "@import ",
    "@container ",
    "@scope ",
    "@property --a",
    "@keyframes k",
    "(min-width:",
    "&",
    ">",
    "+",
    "~",
    "|",
    "::before",
    ":hover",
    "!important",
    "inherit",
    "revert-layer",
    "url(x)",
    "/*",
    "*/",
    "'",
    "\"",
    "\\",
    " ",
    "\n",
    "syntax:'*';inherits:true;initial-value:",
    "all:",
    "animation:k",
    "margin:",
    "-1px",
    "min(",
    "clamp(",
    "infinity",
    "NaN",
    "1e999",
    "display:",
    "none",
    "\u{fffd}",
];

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let _ = Reader::default().read(&Input::new("bytes", &bytes), &NoStyleSheets);
        Sheet::from_bytes(&bytes, None);
    }

    #[test]
    fn any_markup_is_read(markup in pieces(MARKUP)) {
        let page = read_fragment(&markup);
        for element in page.elements() {
            if let Some(span) = element.span() {
                let text = &page.source().unwrap()[span.start..span.end];
                prop_assert!(text.starts_with('<') && text.ends_with('>'), "{text:?}");
            }
        }
    }

    #[test]
    fn any_sheet_is_read(css in pieces(CSS)) {
        let markup = format!("<!doctype html><style>{css}</style><p class=a id=x style='{}'>x<b>y</b>", css.replace('\'', ""));
        let page = read_fragment(&markup);
        prop_assert!(page.elements().count() >= 4);
        for element in page.elements() {
            let style = element.style();
            prop_assert!(style.font_size.is_finite() && style.font_size >= 0.0, "{}", style.font_size);
            prop_assert!((0.0..=1.0).contains(&style.opacity) && (1.0..=1000.0).contains(&style.font_weight));
            for channel in [style.color.red, style.color.green, style.background_color.blue] {
                prop_assert!((0.0..=255.0).contains(&channel), "{channel}");
            }
        }
    }
}
