//! Web pages and Word, and what a process of its own hands over of a PDF or an XLS.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import::{Format, apart, read_as};

fuzz_target!(|bytes: &[u8]| {
    for format in [Format::Html, Format::Docx] {
        let _ = read_as(bytes, format);
    }
    if let Ok(extracted) = std::str::from_utf8(bytes) {
        let _ = apart::programme(b"%PDF-1.7", extracted);
    }
});
