//! A programme that is written as text: no line of it may get lost, whatever it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::import::text;

fuzz_target!(|text: &str| {
    let programme = text::read(text);
    for (number, _) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let is_used = programme.sources.iter().any(|source| source.contains(&number));
        assert!(is_used || programme.left_out.iter().any(|left| left.line == number), "line {number} is lost");
    }
});
