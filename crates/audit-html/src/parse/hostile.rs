//! The one thing the tokenizer cannot be kept from: comparing each attribute of a tag with all before it.

use crate::HtmlError;

/// Bytes the tokenizer is given at once. In so few, comparing takes well under a second.
pub(super) const PORTION: usize = 128 * 1024;

/// Attributes of one tag. A real page has ten.
const MOST: usize = 20_000;

/// Refuses a tag of too many attributes. `read` is what the tokenizer has been given since its last token, which
/// began at `at`.
pub(super) fn refuse(read: &str, at: usize) -> Result<(), HtmlError> {
    let is_tag = matches!(read.as_bytes(), [b'<', b'/' | b'a'..=b'z' | b'A'..=b'Z', ..]);
    if is_tag && attributes(read.as_bytes()) > MOST { Err(HtmlError::TooManyAttributes { at }) } else { Ok(()) }
}

/// How many attributes a tag has, about: as many as there are words outside quotes.
fn attributes(tag: &[u8]) -> usize {
    let mut quote = None;
    let mut count = 0;
    let mut before = b'<';
    for &byte in tag {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') && before == b'=' => quote = Some(byte),
            None => {
                let is_gap = |byte: u8| byte.is_ascii_whitespace() || matches!(byte, b'/' | b'"' | b'\'');
                count += usize::from(is_gap(before) && !is_gap(byte));
            }
        }
        // `a= "b"` has its quote behind a space.
        if !(before == b'=' && byte.is_ascii_whitespace()) {
            before = byte;
        }
    }
    count
}
