//! Tells what is certainly not HTML. In doubt it is HTML: browsers show anything.

use crate::HtmlError;

/// First bytes that only one kind of file has (WHATWG MIME Sniffing, pattern tables).
const MAGIC: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"\0asm", "a WebAssembly module"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
    (b"OggS", "a media file"),
    (b"ID3", "a media file"),
    (b"\x1a\x45\xdf\xa3", "a media file"),
];

/// How far NUL bytes are looked for, which no text in an encoding of the web has in numbers.
const LOOKED_AT: usize = 4096;

/// Refuses what is certainly something else.
pub(crate) fn refuse_other_formats(bytes: &[u8]) -> Result<(), HtmlError> {
    match other_format(bytes) {
        Some(what) => Err(HtmlError::NotHtml { what }),
        None => Ok(()),
    }
}

fn other_format(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\xff\xfe") {
        return None; // UTF-16 with its mark: half of its bytes are NUL.
    }
    if let Some((_, what)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(what);
    }
    if bytes.starts_with(b"RIFF") && matches!(bytes.get(8..12), Some(b"WEBP" | b"WAVE" | b"AVI ")) {
        return Some("a media file");
    }
    if matches!(bytes.get(4..8), Some(b"ftyp")) {
        return Some("a media file");
    }
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    // Pages with a stray NUL exist and browsers show them.
    if head.split(|byte| *byte == 0).count() > 1 + head.len() / 10 {
        return Some("a binary file");
    }
    is_json(bytes).then_some("JSON")
}

/// An object or array of JSON: an opening bracket, then only what may follow it there, and no tag anywhere near.
fn is_json(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
    let next = |rest: &[u8]| rest.trim_ascii_start().first().copied();
    let begins = match text {
        [b'{', rest @ ..] => matches!(next(rest), Some(b'"' | b'}')),
        [b'[', rest @ ..] => matches!(next(rest), Some(b'"' | b'{' | b'[' | b']' | b'0'..=b'9' | b'-')),
        _ => false,
    };
    begins && matches!(text.last(), Some(b'}' | b']'))
}

#[cfg(test)]
mod tests {
    use super::other_format;

    #[test]
    fn html_is_let_through() {
        for html in [
            &b"<!doctype html><title>x</title>"[..],
            b"",
            b"   \n<p>Hello",
            b"\xef\xbb\xbf<html>",
            b"<?xml version='1.0'?><html/>",
            b"plain words are a page too",
            b"[note] <p>in brackets</p>",
            b"{{ template }} <p>x</p>",
            b"\xfe\xff\0<\0p\0>",
            "قبل <p>".as_bytes(),
        ] {
            assert_eq!(other_format(html), None, "{}", String::from_utf8_lossy(html));
        }
        let mut stray = vec![b'x'; 5000];
        stray[17] = 0;
        assert_eq!(other_format(&stray), None);
    }

    #[test]
    fn other_formats_are_named() {
        for (bytes, what) in [
            (&b"%PDF-1.7\n"[..], "a PDF document"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
            (b"GIF89a\x01\0", "a GIF picture"),
            (b"RIFF\x10\0\0\0WEBPVP8 ", "a media file"),
            (b"\0\0\0\x18ftypmp42", "a media file"),
            (b"\x01\0\0\0\x02\0\0\0", "a binary file"),
            (b"{\"a\": \"<p>\"}", "JSON"),
            (b"\n[1, 2]\n", "JSON"),
        ] {
            assert_eq!(other_format(bytes), Some(what));
        }
    }
}
