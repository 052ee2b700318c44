//! Lists of participants. An address may not come out as a name.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import::{apart, people};

fuzz_target!(|bytes: &[u8]| {
    if apart::is_xls(bytes) {
        return;
    }
    if let Ok(list) = people::read(bytes) {
        assert!(list.people.iter().all(|person| !person.name.contains('@')));
    }
});
