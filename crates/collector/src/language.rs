//! In which language a page of ours is shown.

use axum::http::{HeaderMap, header};
use sada_survey::Language;

/// Remembers the owner's choice. Visitors get no cookie.
pub(crate) const COOKIE: &str = "sada_lang";

/// Of the languages a page is `spoken` in: what the address asks for, else what was chosen earlier, else what the browser
/// prefers, else English, else the first.
pub(crate) fn preferred(asked: Option<&str>, headers: &HeaderMap, spoken: &[&'static Language]) -> &'static Language {
    let of_tag = |tag: &str| one_of(tag, spoken);
    asked
        .and_then(of_tag)
        .or_else(|| of_tag(cookie(headers, COOKIE)?))
        .or_else(|| accepted(headers).into_iter().find_map(of_tag))
        .or_else(|| of_tag(Language::ENGLISH.tag))
        .or_else(|| spoken.first().copied())
        .unwrap_or(Language::ENGLISH)
}

/// The language of a tag, if it is among those `spoken`.
pub(crate) fn one_of(tag: &str, spoken: &[&'static Language]) -> Option<&'static Language> {
    Language::of_tag(tag).filter(|language| spoken.contains(language))
}

/// The value of a cookie.
pub(crate) fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lists = headers.get_all(header::COOKIE).iter().filter_map(|list| list.to_str().ok());
    lists.flat_map(|list| list.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// The tags of `Accept-Language`: highest weight first, in order among equals (RFC 9110, section 12.5.4).
fn accepted(headers: &HeaderMap) -> Vec<&str> {
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
    tags.into_iter().map(|(_, tag)| tag).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn languages(tags: &[&str]) -> Vec<&'static Language> {
        tags.iter().map(|tag| Language::of_tag(tag).unwrap()).collect()
    }

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
            assert_eq!(
                preferred(asked, &headers, &languages(&["ar", "en", "fa"])).tag,
                expected,
                "{asked:?} {cookie} {accepted}"
            );
        }
    }

    #[test]
    fn without_english_the_first_is_spoken() {
        let headers = HeaderMap::from_iter([(header::ACCEPT_LANGUAGE, "en, ja;q=0.9".parse().unwrap())]);
        assert_eq!(preferred(None, &headers, &languages(&["de", "ja"])).tag, "ja");
        assert_eq!(preferred(Some("en"), &HeaderMap::new(), &languages(&["de", "ja"])).tag, "de");
        assert_eq!(preferred(None, &HeaderMap::new(), &[]).tag, "en");
    }
}
