//! Any bytes, in whatever format they look like. PDF and XLS are not read here: they have a process of their own.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import;

fuzz_target!(|bytes: &[u8]| {
    if !import::apart::is_for_apart(bytes, None) {
        let _ = import::read(bytes);
    }
});
