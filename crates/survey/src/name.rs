//! What may be a name.

/// Whether `id` can stand in an address, a file name and a column without being quoted.
pub fn is_name(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
    !id.is_empty() && id.len() <= 64 && id.bytes().all(allowed)
}
