//! The protocol on the pipe: JSON messages, each ended by a NUL byte.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::io::{BufRead, Read};

/// A longer message is not read: a snapshot of 100,000 elements has some 45 MB.
const LONGEST: u64 = 512 * 1024 * 1024;

/// A call, as it is written.
#[derive(Serialize)]
struct Call<'a> {
    id: u64,
    method: &'a str,
    params: &'a serde_json::Value,
    #[serde(rename = "sessionId", skip_serializing_if = "Option::is_none")]
    session: Option<&'a str>,
}

/// The bytes of a call.
pub fn encode(id: u64, method: &str, params: &serde_json::Value, session: Option<&str>) -> Vec<u8> {
    let call = Call { id, method, params, session };
    let mut bytes = serde_json::to_vec(&call).expect("values and strings can always be written as JSON");
    bytes.push(0);
    bytes
}

/// A message as it is read: an answer if it has an `id`, else an event.
#[derive(Deserialize)]
pub struct Incoming<'a> {
    pub id: Option<u64>,
    #[serde(borrow)]
    pub result: Option<&'a RawValue>,
    pub error: Option<Refusal>,
    #[serde(borrow)]
    pub method: Option<Cow<'a, str>>,
    #[serde(borrow)]
    pub params: Option<&'a RawValue>,
    #[serde(borrow, rename = "sessionId")]
    pub session: Option<Cow<'a, str>>,
}

/// Why the browser refused a call.
#[derive(Debug, Deserialize)]
pub struct Refusal {
    pub code: i64,
    pub message: String,
}

/// Reads the next message into `bytes`, without its NUL. `false` at the end of the stream.
pub fn read_message(stream: &mut impl BufRead, bytes: &mut Vec<u8>) -> std::io::Result<bool> {
    bytes.clear();
    stream.by_ref().take(LONGEST).read_until(0, bytes)?;
    // Without a NUL the message was cut off: the browser died, or sends without end.
    Ok(bytes.pop() == Some(0))
}

/// Reads a value that the browser wrote. Chromium passes lone surrogates on from scripts as `\ud800`, which no Rust
/// string can hold; they become U+FFFD.
pub fn parse<T: serde::de::DeserializeOwned>(raw: &RawValue) -> Result<T, serde_json::Error> {
    serde_json::from_str(raw.get()).or_else(|error| match without_lone_surrogates(raw.get()) {
        Some(mended) => serde_json::from_str(&mended),
        None => Err(error),
    })
}

/// The same JSON with `\ufffd` for every escape that is half of a pair; `None` if there is none.
fn without_lone_surrogates(json: &str) -> Option<String> {
    const REPLACEMENT: &str = "\\ufffd";
    let mut mended = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(found) = json[at..].find('\\').map(|offset| at + offset) {
        match surrogate(json, found) {
            Some(0xD800..=0xDBFF) if matches!(surrogate(json, found + 6), Some(0xDC00..=0xDFFF)) => at = found + 12,
            Some(_) => {
                mended.push_str(&json[copied..found]);
                mended.push_str(REPLACEMENT);
                at = found + 6;
                copied = at;
            }
            // The backslash and what it escapes, which is ASCII.
            None => at = (found + 2).min(json.len()),
        }
    }
    (copied > 0).then(|| mended + &json[copied..])
}

/// The surrogate whose escape begins at `at`.
fn surrogate(json: &str, at: usize) -> Option<u16> {
    let digits = json.get(at..at + 6)?.strip_prefix("\\u")?;
    u16::from_str_radix(digits, 16).ok().filter(|unit| (0xD800..=0xDFFF).contains(unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn a_call_is_one_json_object_and_a_nul() {
        let bytes = encode(7, "Page.navigate", &json!({"url": "about:blank"}), Some("S"));
        assert_eq!(bytes.last(), Some(&0));
        let value: Value = serde_json::from_slice(&bytes[..bytes.len() - 1]).unwrap();
        assert_eq!(
            value,
            json!({"id": 7, "method": "Page.navigate", "params": {"url": "about:blank"}, "sessionId": "S"})
        );
        let without = encode(8, "Browser.getVersion", &json!({}), None);
        assert!(!String::from_utf8(without).unwrap().contains("sessionId"));
    }

    #[test]
    fn messages_are_split_at_nul_however_they_arrive() {
        // One byte at a time, as a busy pipe may give them.
        let mut stream = std::io::BufReader::with_capacity(1, &b"{\"id\":1}\0{\"id\":2}\0"[..]);
        let mut bytes = Vec::new();
        assert!(read_message(&mut stream, &mut bytes).unwrap());
        assert_eq!(bytes, b"{\"id\":1}");
        assert!(read_message(&mut stream, &mut bytes).unwrap());
        assert_eq!(bytes, b"{\"id\":2}");
        assert!(!read_message(&mut stream, &mut bytes).unwrap());
    }

    #[test]
    fn a_message_that_was_cut_off_is_the_end() {
        let mut stream = &b"{\"id\":1}\0{\"id\":"[..];
        let mut bytes = Vec::new();
        assert!(read_message(&mut stream, &mut bytes).unwrap());
        assert!(!read_message(&mut stream, &mut bytes).unwrap());
    }

    #[test]
    fn answers_and_events_are_told_apart() {
        let answer: Incoming = serde_json::from_str(r#"{"id":3,"result":{"a":1},"sessionId":"S"}"#).unwrap();
        assert_eq!((answer.id, answer.session.as_deref()), (Some(3), Some("S")));
        assert_eq!(answer.result.unwrap().get(), r#"{"a":1}"#);
        let refused: Incoming = serde_json::from_str(r#"{"id":4,"error":{"code":-32601,"message":"no"}}"#).unwrap();
        assert_eq!(refused.error.unwrap().code, -32601);
        let event: Incoming = serde_json::from_str(r#"{"method":"Page.loadEventFired","params":{}}"#).unwrap();
        assert_eq!((event.id, event.method.as_deref()), (None, Some("Page.loadEventFired")));
    }

    #[test]
    fn lone_surrogates_are_replaced_and_pairs_kept() {
        for (json, text) in [
            (r#""\ud83d\ude00""#, "😀"),
            (r#""a\ud800b""#, "a\u{fffd}b"),
            (r#""\udc00\ud83d\ude00\ud800""#, "\u{fffd}😀\u{fffd}"),
            (r#""\ud800\ud800\udc00""#, "\u{fffd}\u{10000}"),
            // An escaped backslash before "ud800" is no escape of a surrogate.
            (r#""\\ud800\udfff""#, "\\ud800\u{fffd}"),
            (r#""é\ud800é""#, "é\u{fffd}é"),
        ] {
            let raw: Box<RawValue> = serde_json::from_str(json).unwrap();
            assert_eq!(parse::<String>(&raw).unwrap(), text, "{json}");
        }
    }
}
