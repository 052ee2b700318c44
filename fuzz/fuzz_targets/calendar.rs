//! Calendars and mails.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import::{Format, read_as};

fuzz_target!(|bytes: &[u8]| {
    for format in [Format::Ics, Format::Eml] {
        let _ = read_as(bytes, format);
    }
});
