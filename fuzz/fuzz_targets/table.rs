//! Tables: CSV, and workbooks that are not read in a process of their own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import::{Format, apart, read_as};

fuzz_target!(|bytes: &[u8]| {
    let _ = read_as(bytes, Format::Csv);
    if !apart::is_xls(bytes) {
        let _ = read_as(bytes, Format::Xlsx);
    }
});
