//! Bytes to text, by the encoding a browser would choose.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};
use std::borrow::Cow;

/// How far `<meta charset>` is looked for (HTML, prescan a byte stream to determine its encoding).
const PRESCANNED: usize = 1024;

/// The text of a page or style sheet. A byte order mark decides, then `content_type`, then what the page says
/// itself, then UTF-8. What is no text in that encoding becomes U+FFFD.
pub(crate) fn decode<'b>(bytes: &'b [u8], content_type: Option<&str>) -> Cow<'b, str> {
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or_else(|| content_type.and_then(charset_of))
        .or_else(|| declared(&bytes[..bytes.len().min(PRESCANNED)]))
        .unwrap_or(UTF_8);
    encoding.decode_with_bom_removal(bytes).0
}

/// The `charset` parameter of a `Content-Type`.
fn charset_of(content_type: &str) -> Option<&'static Encoding> {
    content_type.split(';').skip(1).find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        if name.trim().eq_ignore_ascii_case("charset") { Encoding::for_label(value.as_bytes()) } else { None }
    })
}

/// What a `<meta>` in the first bytes says (HTML, prescan).
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let mut rest = head;
    while let Some(at) = rest.iter().position(|byte| *byte == b'<') {
        rest = &rest[at + 1..];
        if rest.starts_with(b"!--") {
            // The dashes that open it may close it, as in `<!-->`.
            let end = rest.windows(3).position(|window| window == b"-->")?;
            rest = &rest[end + 3..];
        } else if starts_like(rest, b"meta") && matches!(rest.get(4), Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0c | b'/'))
        {
            let mut attributes = Attributes { rest: &rest[4..] };
            let found = of_meta(&mut attributes);
            if found.is_some() {
                return found;
            }
            rest = attributes.rest;
        } else if matches!(rest.first(), Some(b'a'..=b'z' | b'A'..=b'Z' | b'/')) {
            let name = rest.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'>')?;
            let mut attributes = Attributes { rest: &rest[name..] };
            while attributes.next().is_some() {}
            rest = attributes.rest;
        }
    }
    None
}

fn of_meta(attributes: &mut Attributes<'_>) -> Option<&'static Encoding> {
    let mut charset = None;
    let mut from_content = None;
    let mut is_content_type = false;
    for (name, value) in attributes.by_ref() {
        match name.as_str() {
            "charset" => charset = Encoding::for_label(value.as_bytes()),
            "http-equiv" => is_content_type = value == "content-type",
            "content" => from_content = charset_in(&value),
            _ => {}
        }
    }
    let found = charset.or(from_content.filter(|_| is_content_type))?;
    // It says so in ASCII, so it cannot be UTF-16 (HTML, prescan, step "processing").
    Some(if found == UTF_16BE || found == UTF_16LE {
        UTF_8
    } else if found == X_USER_DEFINED {
        WINDOWS_1252
    } else {
        found
    })
}

/// HTML, algorithm for extracting a character encoding from a `meta` element.
fn charset_in(content: &str) -> Option<&'static Encoding> {
    let mut rest = content;
    loop {
        rest = &rest[rest.find("charset")? + "charset".len()..];
        let Some(value) = rest.trim_start().strip_prefix('=') else { continue };
        let value = value.trim_start();
        let label = match value.chars().next()? {
            quote @ ('"' | '\'') => value[1..].split_once(quote)?.0,
            _ => value.split([' ', '\t', '\n', '\r', '\x0c', ';']).next()?,
        };
        return Encoding::for_label(label.as_bytes());
    }
}

fn starts_like(bytes: &[u8], name: &[u8]) -> bool {
    bytes.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
}

/// The attributes of one tag, in lower case (HTML, get an attribute). Ends behind the tag.
struct Attributes<'b> {
    rest: &'b [u8],
}

impl Attributes<'_> {
    fn take_while(&mut self, accept: impl Fn(u8) -> bool) -> String {
        let end = self.rest.iter().position(|byte| !accept(*byte)).unwrap_or(self.rest.len());
        let (taken, rest) = self.rest.split_at(end);
        self.rest = rest;
        String::from_utf8_lossy(taken).to_ascii_lowercase()
    }
}

impl Iterator for Attributes<'_> {
    type Item = (String, String);

    fn next(&mut self) -> Option<(String, String)> {
        self.take_while(|byte| byte.is_ascii_whitespace() || byte == b'/');
        if matches!(self.rest.first(), None | Some(b'>')) {
            return None;
        }
        let begins_with_equals = self.rest.first() == Some(&b'=');
        if begins_with_equals {
            self.rest = &self.rest[1..];
        }
        let name = self.take_while(|byte| !byte.is_ascii_whitespace() && !matches!(byte, b'/' | b'>' | b'='));
        self.take_while(|byte| byte.is_ascii_whitespace());
        if self.rest.first() != Some(&b'=') {
            return Some((name, String::new()));
        }
        self.rest = &self.rest[1..];
        self.take_while(|byte| byte.is_ascii_whitespace());
        let value = match self.rest.first() {
            Some(&quote @ (b'"' | b'\'')) => {
                self.rest = &self.rest[1..];
                let value = self.take_while(|byte| byte != quote);
                self.rest = self.rest.get(1..).unwrap_or_default();
                value
            }
            _ => self.take_while(|byte| !byte.is_ascii_whitespace() && byte != b'>'),
        };
        Some((name, value))
    }
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn the_encoding_is_found() {
        let cases: &[(&[u8], Option<&str>, &str)] = &[
            (b"\xef\xbb\xbfx", None, "x"),
            (b"\xff\xfe<\0p\0", None, "<p"),
            (b"<meta charset=windows-1252>\xe9", None, "é"),
            (b"<META CharSet='latin1' />\xe9", None, "é"),
            (b"<meta http-equiv=Content-Type content='text/html; charset=windows-1256'>\xc7", None, "ا"),
            (b"<meta content='text/html; charset=windows-1256'>\xc7", None, "\u{fffd}"),
            (b"<!-- <meta charset=latin1> -->\xe9", None, "\u{fffd}"),
            (b"<title data-x='<meta charset=latin1>'>\xe9", None, "\u{fffd}"),
            (b"<meta charset=utf-16>\xc3\xa9", None, "é"),
            (b"<meta charset=nonsense>\xc3\xa9", None, "é"),
            (b"<meta charset=latin1>\xc3\xa9", Some("text/html; charset=\"UTF-8\""), "é"),
            (b"\xe9", Some("text/html;charset=iso-8859-1"), "é"),
            (b"\xe9<meta charset", None, "\u{fffd}"),
            (b"", None, ""),
        ];
        for (bytes, content_type, last) in cases {
            let text = decode(bytes, *content_type);
            assert!(text.ends_with(last) || text.contains(last), "{:?} gave {text}", String::from_utf8_lossy(bytes));
            assert!(!text.starts_with('\u{feff}'));
        }
    }
}
