//! Any bytes are a page, or are refused: reading and auditing them ends, and does not panic.

#![no_main]

use libfuzzer_sys::fuzz_target;
use sada_audit_html::{Input, NoStyleSheets, Reader};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(page) = Reader::default().read(&Input::new("fuzz.html", bytes), &NoStyleSheets) {
        let _ = sada_audit::audit(&page);
    }
});
