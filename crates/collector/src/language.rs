//! In which language a page of ours is shown.

use axum::http::{HeaderMap, header};
use sada_survey::Language;

/// Remembers the owner's choice. Visitors get no cookie.
pub(crate) const COOKIE: &str = "sada_lang";

/// What the address asks for, else what was chosen earlier, else what the browser prefers, else English.
pub(crate) fn preferred(asked: Option<&str>, headers: &HeaderMap) -> &'static Language {
    asked
        .and_then(Language::of_tag)
        .or_else(|| Language::of_tag(cookie(headers, COOKIE)?))
        .unwrap_or_else(|| accepted(headers))
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lists = headers.get_all(header::COOKIE).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The best of `Accept-Language`: highest weight first, in order among equals (RFC 9110, section 12.5.4).
fn accepted(headers: &HeaderMap) -> &'static Language {
    let lists = headers.get_all(header::ACCEPT_LANGUAGE).iter().filter_map(|list| list.to_str().ok());
    let mut tags: Vec<(f32, &str)> = lists
        .flat_map(|list| list.split(','))
        .filter_map(|item| {
            let (tag, weight) = item.split_once(';').unwrap_or((item, "q=1"));
            let weight = weight.trim().strip_prefix("q=")?.parse().ok()?;
            (weight > 0.0).then_some((weight, tag.trim()))
        })
        .collect();
    tags.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    Language::best(tags.into_iter().map(|(_, tag)| tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_wins_over_the_cookie_over_the_browser() {
        for (asked, cookie, accepted, expected) in [
            (Some("fa"), "sada_lang=ar", "en", "fa"),
            (Some("de"), "a=b; sada_lang=ar", "en", "ar"),
            (None, "sada_language=ar", "de, en;q=0.5, fa-IR;q=0.9", "fa"),
            (None, "", "ar;q=0, de", "en"),
            (None, "", "", "en"),
            (Some(""), "", "AR-EG", "ar"),
        ] {
            let headers = HeaderMap::from_iter([
                (header::COOKIE, cookie.parse().unwrap()),
                (header::ACCEPT_LANGUAGE, accepted.parse().unwrap()),
            ]);
            assert_eq!(preferred(asked, &headers).tag, expected, "{asked:?} {cookie} {accepted}");
        }
    }
}
