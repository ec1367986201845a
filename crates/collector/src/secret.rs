//! Passwords, tokens and receipts: made here, stored only as hashes.

use argon2::Argon2;
use argon2::password_hash::rand_core::{OsRng, RngCore};
use argon2::password_hash::{Error, PasswordHash, PasswordHasher, PasswordVerifier, SaltString};
use sha2::{Digest, Sha256};

/// Crockford's base 32: no letter that is easily taken for another (crockford.com/base32.html).
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 100 random bits as `xxxxx-xxxxx-xxxxx-xxxxx`, to be read by people.
pub(crate) fn code() -> String {
    let letters = letters(20);
    [&letters[..5], &letters[5..10], &letters[10..15], &letters[15..]].join("-")
}

/// 200 random bits, to be read by machines.
pub(crate) fn token() -> String {
    letters(40)
}

fn letters(count: usize) -> String {
    let mut bytes = vec![0; count];
    OsRng.fill_bytes(&mut bytes);
    bytes.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
}

/// What is stored of a token or a receipt. Its 100 bits or more cannot be guessed, so a fast hash is enough.
pub(crate) fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// What is stored of a password: argon2id with the parameters that OWASP recommends (19 MiB, 2 passes), as of `argon2` 0.5.
pub(crate) fn hash_password(password: &str) -> Result<String, Error> {
    let salt = SaltString::generate(&mut OsRng);
    Ok(Argon2::default().hash_password(password.as_bytes(), &salt)?.to_string())
}

/// Whether it is the password. Takes as long where there is none. Compares in constant time.
pub(crate) fn is_password(password: &str, stored: Option<&str>) -> bool {
    // Of 100 random bits that were thrown away.
    const NOBODY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$c2FkYS1ub2JvZHktaGVyZQ$GL5Rz5zLmMU3r4Dl4c0Lyf3nHl5QmJgqpgFlxvDD6bM";
    let is_known = stored.is_some();
    let Ok(hash) = PasswordHash::new(stored.unwrap_or(NOBODY)) else { return false };
    Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && is_known
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    #[test]
    fn codes_are_long_and_never_the_same() {
        let codes: std::collections::HashSet<String> = (0..1_000).map(|_| code()).collect();
        assert_eq!(codes.len(), 1_000);
        assert!(codes.iter().all(|code| code.len() == 23 && code.split('-').all(|group| group.len() == 5)));
        assert_eq!(token().len(), 40);
    }

    #[test]
    fn only_the_password_opens() {
        let stored = hash_password("right").unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(is_password("right", Some(&stored)));
        assert!(!is_password("wrong", Some(&stored)));
        assert!(!is_password("right", Some("damaged")));
        assert!(!is_password("", None));
    }

    #[test]
    fn the_time_does_not_tell_whether_there_is_a_password() {
        let stored = hash_password("right").unwrap();
        let take = |stored: Option<&str>| -> Duration {
            let start = Instant::now();
            assert!(!is_password("wrong", stored));
            start.elapsed()
        };
        // By turns, and the fastest of each: what else the machine does must not decide.
        let turns: Vec<_> = (0..10).map(|_| (take(Some(&stored)), take(None))).collect();
        let with = turns.iter().map(|(with, _)| *with).min().unwrap();
        let without = turns.iter().map(|(_, without)| *without).min().unwrap();
        assert!(without > with / 2 && with > without / 2, "{with:?} {without:?}");
    }
}
