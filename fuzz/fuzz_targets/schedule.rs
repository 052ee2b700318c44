//! What programs for conferences export, and the program's own form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import::{Format, read_as};

fuzz_target!(|bytes: &[u8]| {
    let formats = [
        Format::FrabXml,
        Format::ScheduleJson,
        Format::IndicoJson,
        Format::SessionizeJson,
        Format::Plenair,
    ];
    for format in formats {
        let _ = read_as(bytes, format);
    }
});
