//! What a page offers besides its videos and sounds: words that could say the same, and what could stop them.

use super::{Certainty, Element, Namespace, Page};

/// How links and headings call a transcript, in lower case: beginnings of words where a language bends them.
const TRANSCRIPTS: &[&str] = &[
    "transcri",
    "transkri",
    "trascri",
    "text version",
    "text alternative",
    "textfassung",
    "расшифров",
    "döküm",
    "تفريغ",
    "نسخة نصية",
    "النص الكامل",
    "النص المكتوب",
    "نص الفيديو",
    "نص التسجيل",
    "رونوشت",
    "متن کامل",
    "نسخهٔ متنی",
    "نسخه متنی",
    "نسخه‌ی متنی",
    "متن گفتار",
    "متن ویدیو",
    "متن پادکست",
    "پیاده‌سازی",
    "文字稿",
    "逐字稿",
    "書き起こし",
];

/// Of the whole page, found once.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own")]
pub(super) struct Offer {
    says_anything: bool,
    says_anything_in_text: bool,
    names_transcript: bool,
    has_control: bool,
    has_script: bool,
}

impl Page {
    /// Whether there is anything at all, besides videos and sounds, that could hold words or lead to some: text, links,
    /// buttons, frames, pictures; even hidden ones, unless nothing on the page can ever show them.
    pub fn says_anything_besides_media(&self) -> bool {
        self.offer().says_anything
    }

    /// The same, but for words that assistive technologies are kept from for good: what cannot be programmatically
    /// determined is no text (WCAG 2.2, text, <https://www.w3.org/TR/WCAG22/#dfn-text>).
    pub fn says_anything_in_text(&self) -> bool {
        self.offer().says_anything_in_text
    }

    /// Whether nothing can change what is shown and what is hidden: there is neither script nor style sheet.
    pub(crate) fn stays_as_it_is(&self) -> bool {
        let changes = |element: Element<'_>| ["script", "style", "link"].iter().any(|name| element.is(name));
        !self.elements().any(|element| changes(element) || element.has_handler())
    }

    /// Whether a link, a button or a heading calls something a transcript, in one of the languages we know.
    pub fn names_transcript(&self) -> bool {
        self.offer().names_transcript
    }

    /// Whether anything, besides the videos and sounds themselves, could stop what plays or moves: a control that can be
    /// found by its name, or words that a script may listen to.
    pub fn may_have_control(&self) -> bool {
        let offer = self.offer();
        offer.has_control || (offer.has_script && offer.says_anything)
    }

    /// Whether there is any control that can be found by its name.
    pub fn has_named_control(&self) -> bool {
        self.offer().has_control
    }

    fn offer(&self) -> Offer {
        *self.offer.get_or_init(|| {
            let mut offer = Offer::default();
            let is_fixed = self.stays_as_it_is();
            for element in self.elements() {
                offer.has_script |= element.is("script");
                let leads = leads_on(element);
                let is_gone = is_fixed && !element.is_rendered();
                if (leads || has_words(element)) && !is_gone && !element.flat_lineage().any(Element::is_media) {
                    offer.says_anything = true;
                    offer.says_anything_in_text |= leads || !is_fixed || !element.is_programmatically_hidden();
                    offer.names_transcript = offer.names_transcript || names_transcript(element);
                    offer.has_control = offer.has_control || is_control(element);
                }
            }
            offer
        })
    }
}

fn leads_on(element: Element<'_>) -> bool {
    const NAMES: &[&str] =
        &["a", "area", "button", "canvas", "embed", "frame", "iframe", "img", "input", "object", "select", "summary"];
    match element.namespace() {
        Namespace::Html => NAMES.binary_search(&element.name()).is_ok() || element.has_attribute("role"),
        _ => true,
    }
}

fn has_words(element: Element<'_>) -> bool {
    const SILENT: &[&str] = &["noscript", "script", "style", "template", "title"];
    let is_read = element.namespace() != Namespace::Html || SILENT.binary_search(&element.name()).is_err();
    let generates = || element.generated().is_some();
    is_read && (element.own_texts().any(|(_, text)| !text.trim().is_empty()) || generates())
}

fn names_transcript(element: Element<'_>) -> bool {
    if !matches!(element.name(), "a" | "button" | "summary" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "figcaption") {
        return false;
    }
    let texts = element.own_texts().map(|(_, text)| text);
    let inner = element.descendants().flat_map(Element::own_texts).map(|(_, text)| text);
    let attributes = ["title", "aria-label", "href"].into_iter().filter_map(|name| element.attribute(name));
    texts.chain(inner.take(20)).chain(attributes).any(|text| {
        let text = text.to_lowercase();
        TRANSCRIPTS.iter().any(|word| text.contains(word))
    })
}

fn is_control(element: Element<'_>) -> bool {
    let is_named = || element.is_focusable() && !element.accessible_name().is_empty();
    (element.has_attribute("onclick") || is_named())
        && element.visible() != Certainty::No
        && !element.is_programmatically_hidden()
}

#[cfg(test)]
mod tests {
    use sada_audit_html::read_fragment;

    #[test]
    fn words_kept_from_assistive_technologies_are_no_text() {
        for (markup, says) in [
            ("<audio src=a></audio><p>It rained.</p>", true),
            ("<audio src=a></audio><p aria-hidden=true>It rained.</p>", false),
            ("<audio src=a></audio><p aria-hidden=true>It rained.</p><script>x()</script>", true),
            ("<audio src=a></audio><p aria-hidden=true><a href=t>Transcript</a></p>", true),
        ] {
            assert_eq!(read_fragment(markup).says_anything_in_text(), says, "{markup}");
        }
    }

    #[test]
    fn what_a_page_says_besides_its_media() {
        for (markup, says, names, controls) in [
            ("<video src=a></video>", false, false, false),
            ("<title>Talk</title><video src=a><p>Your browser is old</p></video>", false, false, false),
            ("<video src=a></video><p>It rained.</p>", true, false, false),
            ("<video src=a></video><p hidden>It rained.</p>", false, false, false),
            ("<video src=a></video><p hidden>It rained.</p><script>x()</script>", true, false, true),
            ("<video src=a></video><a href=t.html>Transcript</a>", true, true, true),
            ("<video src=a></video><h2>متن کامل گفتگو</h2>", true, true, false),
            ("<video src=a></video><h2>التفريغ النصي</h2>", true, true, false),
            ("<video src=a></video><button>Pause</button>", true, false, true),
            ("<video src=a></video><button style='display:none'>Pause</button>", false, false, false),
            ("<video src=a></video><button></button>", true, false, false),
            ("<video src=a></video><p>Stop</p><script>x()</script>", true, false, true),
        ] {
            let page = read_fragment(markup);
            assert_eq!(page.says_anything_besides_media(), says, "{markup}");
            assert_eq!(page.names_transcript(), names, "{markup}");
            assert_eq!(page.may_have_control(), controls, "{markup}");
        }
    }
}
