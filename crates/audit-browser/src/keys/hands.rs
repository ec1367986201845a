//! What a visitor with a keyboard can do, and what she then sees. The explorer knows nothing else of a page.

use sada_devtools::Press;

/// An element that can have the focus: its document and its number there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Stop {
    pub frame: usize,
    pub number: u32,
}

/// Where the focus is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// With the browser's own controls: it has left the page.
    Browser {
        /// Whether a script put the focus somewhere in the page right afterwards. It cannot take it from the browser, but
        /// what is called back this late may have been passed by too quickly.
        is_called_back: bool,
    },
    /// In the page, but no element has it.
    Nowhere,
    /// An element has it.
    At {
        stop: Stop,
        /// What Tab may step through before it leaves the element.
        inside: Inside,
    },
}

/// Stops that look like one from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Inside {
    /// There are none.
    Nothing,
    /// A few: the fields of a date, the controls of a video.
    Fields,
    /// Nobody knows: a plug-in, a frame that cannot be looked into, a custom element with a root of its own making.
    Unseen,
}

impl Place {
    /// The element with the focus.
    pub fn stop(self) -> Option<Stop> {
        match self {
            Place::At { stop, .. } => Some(stop),
            Place::Browser { .. } | Place::Nowhere => None,
        }
    }
}

/// How long the page is given to call the focus back, on its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// 100 ms.
    Usual,
    /// 200 ms: before anything is called a trap.
    Long,
}

/// The keyboard of a page. Every error ends the exploration.
pub trait Hands {
    type Error;

    /// Presses a key and says where the focus has come to rest.
    fn press(&mut self, press: Press, patience: Patience) -> Result<Place, Self::Error>;

    /// Puts the focus on an element, as a script or a click would; whether it took it.
    fn focus(&mut self, stop: Stop) -> Result<bool, Self::Error>;

    /// Takes the focus away from whatever holds it, so that it can be put elsewhere.
    fn release(&mut self) -> Result<(), Self::Error>;
}
