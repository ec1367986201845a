//! One at a time: two chores must not write into the same folder at once.

use crate::say;
use anyhow::{Context, Result};
use std::fs::File;
use std::path::Path;

/// Waits until nobody else holds the lock at `path`, which lies in a folder that exists. Whoever drops the file, or ends,
/// gives the lock back.
pub fn take(path: &Path, what: &str) -> Result<File> {
    let lock = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
    if lock.try_lock().is_err() {
        say::progress(&format!("Another run is {what}; waiting for it."));
        lock.lock().with_context(|| format!("cannot lock {}", path.display()))?;
    }
    Ok(lock)
}

#[cfg(test)]
mod tests {
    use super::take;
    use std::fs::File;

    #[test]
    fn second_waits_until_the_first_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = take(&path, "testing").unwrap();
        assert!(File::open(&path).unwrap().try_lock().is_err());
        drop(first);
        assert!(take(&path, "testing").is_ok());
    }
}
