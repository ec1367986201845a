//! Videos and sounds: what markup says of them, and what a browser knows once it has loaded them.

use super::Element;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// What a browser knows of a video or a sound. `None` where nobody knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Media {
    /// Its length in seconds; infinite if it is a stream.
    #[serde(serialize_with = "write_length", deserialize_with = "read_length")]
    pub duration: Option<f64>,
    /// Whether there is anything to hear.
    pub has_audio: Option<bool>,
    /// Whether there is anything to see.
    pub has_video: Option<bool>,
    /// Whether words may be part of its picture for more than a moment, as captions are.
    pub shows_words: Option<bool>,
    /// Whether it has begun to play without anybody asking.
    pub autoplays: Option<bool>,
}

/// How long it is, for formats that have no infinite numbers, such as JSON.
#[derive(Serialize, Deserialize)]
enum Length {
    Unknown,
    Seconds(f64),
    Endless,
}

#[expect(clippy::ref_option, reason = "serde passes fields like this")]
fn write_length<S: Serializer>(duration: &Option<f64>, to: S) -> Result<S::Ok, S::Error> {
    let length = match duration {
        None => Length::Unknown,
        Some(seconds) if seconds.is_finite() => Length::Seconds(*seconds),
        Some(_) => Length::Endless,
    };
    length.serialize(to)
}

fn read_length<'d, D: Deserializer<'d>>(from: D) -> Result<Option<f64>, D::Error> {
    Ok(match Length::deserialize(from)? {
        Length::Unknown => None,
        Length::Seconds(seconds) => Some(seconds),
        Length::Endless => Some(f64::INFINITY),
    })
}

impl Media {
    /// Whether it is known to be no stream (ACT Rules glossary, non-streaming media element).
    pub fn is_recorded(self) -> bool {
        self.duration.is_some_and(f64::is_finite)
    }

    /// Whether it is known to be a stream.
    pub fn is_stream(self) -> bool {
        self.duration.is_some_and(f64::is_infinite)
    }
}

impl<'p> Element<'p> {
    /// What is known of it as a video or a sound.
    pub fn media(self) -> Media {
        self.page().media.get(&self.id()).copied().unwrap_or_default()
    }

    /// Whether it is `audio` or `video`.
    pub fn is_media(self) -> bool {
        self.is("video") || self.is("audio")
    }

    /// The files it may play: its `src`, else those of its `source` children (HTML, resource selection algorithm).
    pub fn media_sources(self) -> impl Iterator<Item = &'p str> {
        let own = self.attribute("src");
        let sources = self.children().filter(move |child| own.is_none() && child.is("source"));
        let all = own.into_iter().chain(sources.filter_map(|source| source.attribute("src")));
        all.map(str::trim_ascii).filter(|source| !source.is_empty())
    }

    /// Whether it has a `track` of this kind that names a file. Without `kind` a track is subtitles (HTML, the track element,
    /// <https://html.spec.whatwg.org/multipage/media.html#the-track-element>).
    pub fn has_track(self, kind: &str) -> bool {
        let is_it = |track: Element<'_>| {
            let says_file = track.attribute("src").is_some_and(|source| !source.trim_ascii().is_empty());
            says_file && track.attribute("kind").unwrap_or("subtitles").eq_ignore_ascii_case(kind)
        };
        self.children().any(|child| child.is("track") && is_it(child))
    }

    /// Whether it plays without being asked to: where a browser knows, what it did, else what markup says.
    pub fn starts_by_itself(self) -> bool {
        self.is_media() && self.media().autoplays.unwrap_or_else(|| self.has_attribute("autoplay"))
    }

    /// How many seconds it plays at least and at most: by its length, by `loop`, and by the media fragments of its
    /// addresses (Media Fragments URI 1.0, temporal dimension, <https://www.w3.org/TR/media-frags/#naming-time>).
    pub fn play_time(self) -> (f64, f64) {
        let length = self.media().duration;
        if self.has_attribute("loop") {
            let least = if length.is_some_and(|length| length > 0.0) { f64::INFINITY } else { 0.0 };
            return (least, f64::INFINITY);
        }
        let mut time: Option<(f64, f64)> = None;
        for source in self.media_sources() {
            let (start, end) = source.split_once('#').map_or((0.0, f64::INFINITY), |(_, rest)| clip(rest));
            let most = (end.min(length.unwrap_or(f64::INFINITY)) - start).max(0.0);
            let least = if length.is_some() { most } else { 0.0 };
            time = Some(time.map_or((least, most), |(low, high)| (least.min(low), most.max(high))));
        }
        time.unwrap_or((length.unwrap_or_default(), length.unwrap_or(f64::INFINITY)))
    }
}

/// First and last second that a fragment asks for.
fn clip(fragment: &str) -> (f64, f64) {
    let said = fragment.split('&').find_map(|part| part.strip_prefix("t=")).unwrap_or_default();
    let said = said.strip_prefix("npt:").unwrap_or(said);
    let (start, end) = said.split_once(',').unwrap_or((said, ""));
    (seconds(start).unwrap_or(0.0), seconds(end).unwrap_or(f64::INFINITY))
}

/// `8`, `8.5`, `1:08` or `0:01:08`.
fn seconds(time: &str) -> Option<f64> {
    let parts = time.trim_end_matches('s').split(':');
    parts.map(|part| part.parse::<f64>().ok()).try_fold(0.0, |sum, part| Some(sum * 60.0 + part?))
}

#[cfg(test)]
mod tests {
    use super::{Media, clip};
    use crate::page::{Engine, Namespace, NodeId, PageBuilder};

    #[test]
    fn fragments_say_which_seconds() {
        for (fragment, expected) in [
            ("t=8,10", (8.0, 10.0)),
            ("t=npt:8,0:00:10.5", (8.0, 10.5)),
            ("t=,3", (0.0, 3.0)),
            ("x&t=1:00", (60.0, f64::INFINITY)),
            ("top", (0.0, f64::INFINITY)),
        ] {
            assert_eq!(clip(fragment), expected, "{fragment}");
        }
    }

    #[test]
    fn sources_and_tracks() {
        for (markup, sources, has_captions) in [
            ("<video src=' a '><source src=b><track kind=CAPTIONS src=c></video>", vec!["a"], true),
            ("<video><source src=a><source src=b><track kind=captions></video>", vec!["a", "b"], false),
            ("<video><source><track src=c></video>", vec![], false),
        ] {
            let page = sada_audit_html::read_fragment(markup);
            let video = page.elements().find(|element| element.is_media()).unwrap();
            assert_eq!(video.media_sources().collect::<Vec<_>>(), sources, "{markup}");
            assert_eq!(video.has_track("captions"), has_captions, "{markup}");
        }
    }

    #[test]
    fn how_long_it_plays() {
        let time = |attributes: &[(&str, &str)], duration| {
            let mut builder = PageBuilder::new("sound.html", Engine::Browser);
            let attributes = attributes.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
            let sound = builder.element(NodeId::DOCUMENT, Namespace::Html, "audio", attributes);
            builder.set_media(sound, Media { duration, ..Media::default() });
            builder.finish().element(sound).unwrap().play_time()
        };
        assert_eq!(time(&[("src", "a.mp3")], None), (0.0, f64::INFINITY));
        assert_eq!(time(&[("src", "a.mp3")], Some(9.0)), (9.0, 9.0));
        assert_eq!(time(&[("src", "a.mp3#t=2,4")], None), (0.0, 2.0));
        assert_eq!(time(&[("src", "a.mp3#t=2,40")], Some(9.0)), (7.0, 7.0));
        assert_eq!(time(&[("src", "a.mp3"), ("loop", "")], Some(2.0)), (f64::INFINITY, f64::INFINITY));
        assert_eq!(time(&[("src", "a.mp3"), ("loop", "")], None), (0.0, f64::INFINITY));
    }
}
