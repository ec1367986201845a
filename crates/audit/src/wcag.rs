//! The success criteria of WCAG 2.2 (<https://www.w3.org/TR/WCAG22/>) that rules refer to.

use serde::Serialize;

/// How strongly something is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Level {
    /// The least that WCAG asks for.
    A,
    /// What laws ask for.
    #[serde(rename = "AA")]
    Aa,
    /// The most that WCAG asks for.
    #[serde(rename = "AAA")]
    Aaa,
    /// What WCAG does not ask for, and people gain by all the same.
    #[serde(rename = "best-practice")]
    BestPractice,
}

impl Level {
    /// Every level, the strictest demand first.
    pub const ALL: [Level; 4] = [Level::A, Level::Aa, Level::Aaa, Level::BestPractice];

    /// As WCAG and reports write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Level::A => "A",
            Level::Aa => "AA",
            Level::Aaa => "AAA",
            Level::BestPractice => "best-practice",
        }
    }
}

/// A success criterion.
#[derive(Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its number: `1.1.1`.
    pub number: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its level.
    pub level: Level,
}

impl Criterion {
    /// Where W3C explains it.
    pub fn understanding(&self) -> String {
        let words = self.name.to_lowercase().replace(' ', "-");
        let page: String = words.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        format!("https://www.w3.org/WAI/WCAG22/Understanding/{page}")
    }
}

const fn criterion(number: &'static str, name: &'static str, level: Level) -> Criterion {
    Criterion { number, name, level }
}

/// 1.1.1
pub const NON_TEXT_CONTENT: Criterion = criterion("1.1.1", "Non-text Content", Level::A);
/// 1.2.1
pub const AUDIO_ONLY_AND_VIDEO_ONLY_PRERECORDED: Criterion =
    criterion("1.2.1", "Audio-only and Video-only (Prerecorded)", Level::A);
/// 1.2.2
pub const CAPTIONS_PRERECORDED: Criterion = criterion("1.2.2", "Captions (Prerecorded)", Level::A);
/// 1.2.3
pub const AUDIO_DESCRIPTION_OR_MEDIA_ALTERNATIVE_PRERECORDED: Criterion =
    criterion("1.2.3", "Audio Description or Media Alternative (Prerecorded)", Level::A);
/// 1.2.4
pub const CAPTIONS_LIVE: Criterion = criterion("1.2.4", "Captions (Live)", Level::Aa);
/// 1.2.5
pub const AUDIO_DESCRIPTION_PRERECORDED: Criterion = criterion("1.2.5", "Audio Description (Prerecorded)", Level::Aa);
/// 1.2.8
pub const MEDIA_ALTERNATIVE_PRERECORDED: Criterion = criterion("1.2.8", "Media Alternative (Prerecorded)", Level::Aaa);
/// 1.3.1
pub const INFO_AND_RELATIONSHIPS: Criterion = criterion("1.3.1", "Info and Relationships", Level::A);
/// 1.3.2
pub const MEANINGFUL_SEQUENCE: Criterion = criterion("1.3.2", "Meaningful Sequence", Level::A);
/// 1.3.3
pub const SENSORY_CHARACTERISTICS: Criterion = criterion("1.3.3", "Sensory Characteristics", Level::A);
/// 1.3.4
pub const ORIENTATION: Criterion = criterion("1.3.4", "Orientation", Level::Aa);
/// 1.3.5
pub const IDENTIFY_INPUT_PURPOSE: Criterion = criterion("1.3.5", "Identify Input Purpose", Level::Aa);
/// 1.4.1
pub const USE_OF_COLOR: Criterion = criterion("1.4.1", "Use of Color", Level::A);
/// 1.4.2
pub const AUDIO_CONTROL: Criterion = criterion("1.4.2", "Audio Control", Level::A);
/// 1.4.3
pub const CONTRAST_MINIMUM: Criterion = criterion("1.4.3", "Contrast (Minimum)", Level::Aa);
/// 1.4.4
pub const RESIZE_TEXT: Criterion = criterion("1.4.4", "Resize Text", Level::Aa);
/// 1.4.5
pub const IMAGES_OF_TEXT: Criterion = criterion("1.4.5", "Images of Text", Level::Aa);
/// 1.4.6
pub const CONTRAST_ENHANCED: Criterion = criterion("1.4.6", "Contrast (Enhanced)", Level::Aaa);
/// 1.4.8
pub const VISUAL_PRESENTATION: Criterion = criterion("1.4.8", "Visual Presentation", Level::Aaa);
/// 1.4.9
pub const IMAGES_OF_TEXT_NO_EXCEPTION: Criterion = criterion("1.4.9", "Images of Text (No Exception)", Level::Aaa);
/// 1.4.10
pub const REFLOW: Criterion = criterion("1.4.10", "Reflow", Level::Aa);
/// 1.4.11
pub const NON_TEXT_CONTRAST: Criterion = criterion("1.4.11", "Non-text Contrast", Level::Aa);
/// 1.4.12
pub const TEXT_SPACING: Criterion = criterion("1.4.12", "Text Spacing", Level::Aa);
/// 1.4.13
pub const CONTENT_ON_HOVER_OR_FOCUS: Criterion = criterion("1.4.13", "Content on Hover or Focus", Level::Aa);
/// 2.1.1
pub const KEYBOARD: Criterion = criterion("2.1.1", "Keyboard", Level::A);
/// 2.1.2
pub const NO_KEYBOARD_TRAP: Criterion = criterion("2.1.2", "No Keyboard Trap", Level::A);
/// 2.1.3
pub const KEYBOARD_NO_EXCEPTION: Criterion = criterion("2.1.3", "Keyboard (No Exception)", Level::Aaa);
/// 2.1.4
pub const CHARACTER_KEY_SHORTCUTS: Criterion = criterion("2.1.4", "Character Key Shortcuts", Level::A);
/// 2.2.1
pub const TIMING_ADJUSTABLE: Criterion = criterion("2.2.1", "Timing Adjustable", Level::A);
/// 2.2.2
pub const PAUSE_STOP_HIDE: Criterion = criterion("2.2.2", "Pause, Stop, Hide", Level::A);
/// 2.2.4
pub const INTERRUPTIONS: Criterion = criterion("2.2.4", "Interruptions", Level::Aaa);
/// 2.3.1
pub const THREE_FLASHES_OR_BELOW_THRESHOLD: Criterion =
    criterion("2.3.1", "Three Flashes or Below Threshold", Level::A);
/// 2.3.2
pub const THREE_FLASHES: Criterion = criterion("2.3.2", "Three Flashes", Level::Aaa);
/// 2.4.1
pub const BYPASS_BLOCKS: Criterion = criterion("2.4.1", "Bypass Blocks", Level::A);
/// 2.4.2
pub const PAGE_TITLED: Criterion = criterion("2.4.2", "Page Titled", Level::A);
/// 2.4.3
pub const FOCUS_ORDER: Criterion = criterion("2.4.3", "Focus Order", Level::A);
/// 2.4.4
pub const LINK_PURPOSE_IN_CONTEXT: Criterion = criterion("2.4.4", "Link Purpose (In Context)", Level::A);
/// 2.4.6
pub const HEADINGS_AND_LABELS: Criterion = criterion("2.4.6", "Headings and Labels", Level::Aa);
/// 2.4.7
pub const FOCUS_VISIBLE: Criterion = criterion("2.4.7", "Focus Visible", Level::Aa);
/// 2.4.9
pub const LINK_PURPOSE_LINK_ONLY: Criterion = criterion("2.4.9", "Link Purpose (Link Only)", Level::Aaa);
/// 2.4.10
pub const SECTION_HEADINGS: Criterion = criterion("2.4.10", "Section Headings", Level::Aaa);
/// 2.4.11
pub const FOCUS_NOT_OBSCURED_MINIMUM: Criterion = criterion("2.4.11", "Focus Not Obscured (Minimum)", Level::Aa);
/// 2.5.1
pub const POINTER_GESTURES: Criterion = criterion("2.5.1", "Pointer Gestures", Level::A);
/// 2.5.2
pub const POINTER_CANCELLATION: Criterion = criterion("2.5.2", "Pointer Cancellation", Level::A);
/// 2.5.3
pub const LABEL_IN_NAME: Criterion = criterion("2.5.3", "Label in Name", Level::A);
/// 2.5.4
pub const MOTION_ACTUATION: Criterion = criterion("2.5.4", "Motion Actuation", Level::A);
/// 2.5.5
pub const TARGET_SIZE_ENHANCED: Criterion = criterion("2.5.5", "Target Size (Enhanced)", Level::Aaa);
/// 2.5.8
pub const TARGET_SIZE_MINIMUM: Criterion = criterion("2.5.8", "Target Size (Minimum)", Level::Aa);
/// 3.1.1
pub const LANGUAGE_OF_PAGE: Criterion = criterion("3.1.1", "Language of Page", Level::A);
/// 3.1.2
pub const LANGUAGE_OF_PARTS: Criterion = criterion("3.1.2", "Language of Parts", Level::Aa);
/// 3.2.1
pub const ON_FOCUS: Criterion = criterion("3.2.1", "On Focus", Level::A);
/// 3.2.2
pub const ON_INPUT: Criterion = criterion("3.2.2", "On Input", Level::A);
/// 3.2.5
pub const CHANGE_ON_REQUEST: Criterion = criterion("3.2.5", "Change on Request", Level::Aaa);
/// 3.3.1
pub const ERROR_IDENTIFICATION: Criterion = criterion("3.3.1", "Error Identification", Level::A);
/// 3.3.2
pub const LABELS_OR_INSTRUCTIONS: Criterion = criterion("3.3.2", "Labels or Instructions", Level::A);
/// 3.3.3
pub const ERROR_SUGGESTION: Criterion = criterion("3.3.3", "Error Suggestion", Level::Aa);
/// 4.1.2
pub const NAME_ROLE_VALUE: Criterion = criterion("4.1.2", "Name, Role, Value", Level::A);
/// 4.1.3
pub const STATUS_MESSAGES: Criterion = criterion("4.1.3", "Status Messages", Level::Aa);

#[cfg(test)]
mod tests {
    use super::{CAPTIONS_PRERECORDED, NAME_ROLE_VALUE};

    #[test]
    fn explanations_stand_where_w3c_puts_them() {
        let page = |name: &str| format!("https://www.w3.org/WAI/WCAG22/Understanding/{name}");
        assert_eq!(NAME_ROLE_VALUE.understanding(), page("name-role-value"));
        assert_eq!(CAPTIONS_PRERECORDED.understanding(), page("captions-prerecorded"));
    }
}
