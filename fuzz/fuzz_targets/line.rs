//! The grammar of a line, and what keys do to it: none of them loses a letter that was written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use plenair::domain::language::Language;
use plenair::domain::line::{self, LineKind, edit};

fuzz_target!(|text: &str| {
    let text = text.lines().next().unwrap_or_default();
    let parsed = line::parse(text);
    let _ = (line::body(text, &parsed), line::quote_words(text, &parsed));
    let private = edit::with_private(text, Language::Dutch);
    assert!(line::is_blank(text) || line::parse(&private).private);
    let starred = edit::toggle_star(text);
    assert_eq!(line::parse(&starred).private, parsed.private);
    for kind in LineKind::ALL {
        assert_eq!(line::parse(&edit::with_kind(text, kind, Language::English)).private, parsed.private);
    }
});
