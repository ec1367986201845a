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
    names_transcript: bool,
    has_control: bool,
    has_script: bool,
}

impl Page {
    /// Whether there is anything at all, besides videos and sounds, that could hold words or lead to some: text, even
    /// hidden, links, buttons, frames, pictures.
    pub fn says_anything_besides_media(&self) -> bool {
        self.offer().says_anything
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
            for element in self.elements() {
                offer.has_script |= element.is("script");
                if (leads_on(element) || has_words(element)) && !element.flat_lineage().any(Element::is_media) {
                    offer.says_anything = true;
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
    fn what_a_page_says_besides_its_media() {
        for (markup, says, names, controls) in [
            ("<video src=a></video>", false, false, false),
            ("<title>Talk</title><video src=a><p>Your browser is old</p></video>", false, false, false),
            ("<video src=a></video><p>It rained.</p>", true, false, false),
            ("<video src=a></video><p hidden>It rained.</p>", true, false, false),
            ("<video src=a></video><a href=t.html>Transcript</a>", true, true, true),
            ("<video src=a></video><h2>متن کامل گفتگو</h2>", true, true, false),
            ("<video src=a></video><h2>التفريغ النصي</h2>", true, true, false),
            ("<video src=a></video><button>Pause</button>", true, false, true),
            ("<video src=a></video><button style='display:none'>Pause</button>", true, false, false),
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
