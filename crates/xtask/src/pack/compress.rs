//! Compresses once, as well as possible, so that a server need not do it per request.

use crate::sizes::Size;
use brotli::enc::BrotliEncoderParams;
use brotli::enc::backward_references::BrotliEncoderMode::{self, BROTLI_MODE_FONT, BROTLI_MODE_GENERIC};
use std::ffi::OsString;
use std::io::{Result, Write};
use std::path::{Path, PathBuf};

/// Writes `bytes` to `path`, with brotli to `path.br` and with gzip to `path.gz`.
pub fn compress(path: &Path, bytes: &[u8]) -> Result<Size> {
    let brotli = brotli(bytes)?;
    std::fs::write(path, bytes)?;
    std::fs::write(with_suffix(path, ".br"), &brotli)?;
    std::fs::write(with_suffix(path, ".gz"), gzip(bytes)?)?;
    Ok(Size { raw: bytes.len(), brotli: brotli.len() })
}

/// Up to this size every way is tried.
const SMALL: usize = 8 << 10;

/// Level 11, with the largest window that every browser accepts. What becomes of a small file hangs on chance (the loader: up
/// to 20 bytes): of several windows and modes the best is taken. <https://www.rfc-editor.org/rfc/rfc7932#section-9.1>
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut best = brotli_with(bytes, 24, BROTLI_MODE_GENERIC)?;
    let others = [(12, BROTLI_MODE_GENERIC), (16, BROTLI_MODE_GENERIC), (12, BROTLI_MODE_FONT), (16, BROTLI_MODE_FONT)];
    for (window, mode) in others.into_iter().filter(|_| bytes.len() <= SMALL) {
        let other = brotli_with(bytes, window, mode)?;
        if other.len() < best.len() {
            best = other;
        }
    }
    Ok(best)
}

fn brotli_with(mut bytes: &[u8], lgwin: i32, mode: BrotliEncoderMode) -> Result<Vec<u8>> {
    let size_hint = bytes.len();
    let parameters = BrotliEncoderParams { quality: 11, lgwin, mode, size_hint, ..BrotliEncoderParams::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    encoder.finish()
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn both_forms_give_the_bytes_back() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sada.js");
        let bytes = "const echo = 'صدى';\n".repeat(500).into_bytes();
        let size = compress(&path, &bytes).unwrap();

        let compressed = std::fs::read(folder.path().join("sada.js.br")).unwrap();
        assert_eq!((size.raw, size.brotli), (bytes.len(), compressed.len()));
        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut compressed.as_slice(), &mut back).unwrap();
        assert_eq!(back, bytes);

        let compressed = std::fs::read(folder.path().join("sada.js.gz")).unwrap();
        back.clear();
        flate2::read::GzDecoder::new(compressed.as_slice()).read_to_end(&mut back).unwrap();
        assert_eq!(back, bytes);
    }
}
