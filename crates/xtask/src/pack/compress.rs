//! Compresses once, as well as possible, so that a server need not do it per request.

use crate::sizes::Size;
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

/// Level 11 and the largest window that every browser accepts.
/// <https://www.rfc-editor.org/rfc/rfc7932#section-9.1>
pub fn brotli(mut bytes: &[u8]) -> Result<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 24,
        size_hint: bytes.len(),
        ..brotli::enc::BrotliEncoderParams::default()
    };
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
