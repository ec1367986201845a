//! Answering with a file: type, caching, and the smallest form the client takes.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Response, StatusCode, header};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};
use sha2::{Digest, Sha256};
use std::borrow::Cow;

/// May be kept for ever: another content has another name.
pub(super) const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// Asked again after five minutes, so that a new version arrives everywhere soon.
pub(super) const FIVE_MINUTES: &str = "public, max-age=300";

/// The file at `path`, packed with brotli or gzip where `find` knows such a form and the client takes it.
pub(super) fn file(
    path: &str,
    cache: &'static str,
    headers: &HeaderMap,
    find: impl Fn(&str) -> Option<Cow<'static, [u8]>>,
) -> Option<Response<Body>> {
    let plain = find(path)?;
    let mut packed = [("br", ".br"), ("gzip", ".gz")].into_iter().filter(|(encoding, _)| accepts(headers, encoding));
    let packed = packed.find_map(|(encoding, end)| Some((Some(encoding), find(&format!("{path}{end}"))?)));
    let (encoding, bytes) = packed.unwrap_or((None, plain));

    let tag = entity_tag(&bytes);
    let is_known = headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|tags| tags.to_str().ok())
        .any(|tags| tags.split(',').any(|known| known.trim().trim_start_matches("W/") == tag));
    let mut response = Response::builder()
        .header(header::CONTENT_TYPE, content_type(path))
        .header(header::CACHE_CONTROL, cache)
        .header(header::ETAG, tag)
        .header(header::VARY, "accept-encoding")
        // Pages of other origins may embed it, also those that are isolated.
        .header("cross-origin-resource-policy", "cross-origin");
    if let Some(encoding) = encoding {
        response = response.header(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
    }
    let response = if is_known {
        response.status(StatusCode::NOT_MODIFIED).body(Body::empty())
    } else {
        response.body(Body::from(bytes.into_owned()))
    };
    Some(response.expect("every header is made of ASCII"))
}

fn entity_tag(bytes: &[u8]) -> String {
    let digest = BASE64_URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..12]);
    format!("\"{digest}\"")
}

/// Whether an encoding is taken: named, and not with a weight of 0 (RFC 9110, section 12.5.3).
fn accepts(headers: &HeaderMap, encoding: &str) -> bool {
    let lists = headers.get_all(header::ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    lists.flat_map(|list| list.split(',')).any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let is_named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        let weight = parts.find_map(|part| part.strip_prefix("q=")?.parse::<f32>().ok());
        is_named && weight.unwrap_or(1.0) > 0.0
    })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(path: &str) -> Option<Cow<'static, [u8]>> {
        let bytes: &[u8] = match path {
            "a.js" => b"plain",
            "a.js.br" => b"brotli",
            "a.js.gz" => b"gzip",
            "b.wasm" => b"wasm",
            _ => return None,
        };
        Some(Cow::Borrowed(bytes))
    }

    fn get(path: &str, name: header::HeaderName, value: &str) -> Option<Response<Body>> {
        file(path, FOR_EVER, &HeaderMap::from_iter([(name, value.parse().unwrap())]), find)
    }

    #[test]
    fn the_smallest_form_that_is_accepted_is_sent() {
        for (accepted, encoding) in [
            ("gzip, deflate, br, zstd", Some("br")),
            ("gzip", Some("gzip")),
            ("br;q=0, gzip;q=0.5", Some("gzip")),
            ("identity", None),
            ("", None),
        ] {
            let response = get("a.js", header::ACCEPT_ENCODING, accepted).unwrap();
            let sent = response.headers().get(header::CONTENT_ENCODING).map(|value| value.to_str().unwrap());
            assert_eq!(sent, encoding, "{accepted}");
            assert_eq!(response.headers()[header::CONTENT_TYPE], "text/javascript; charset=utf-8");
            assert_eq!(response.headers()[header::VARY], "accept-encoding");
        }
        let unpacked = get("b.wasm", header::ACCEPT_ENCODING, "br").unwrap();
        assert_eq!(unpacked.headers()[header::CONTENT_TYPE], "application/wasm");
        assert!(unpacked.headers().get(header::CONTENT_ENCODING).is_none());
        assert!(get("c.js", header::ACCEPT_ENCODING, "br").is_none());
    }

    #[test]
    fn what_the_client_has_is_not_sent_again() {
        let tag = entity_tag(b"plain");
        let again = get("a.js", header::IF_NONE_MATCH, &format!("\"x\", W/{tag}")).unwrap();
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(get("a.js", header::IF_NONE_MATCH, "\"x\"").unwrap().status(), StatusCode::OK);
    }
}
