//! Texts of a note, one after another, parted by a NUL: what is kept is the text, and no two lines share an id.
#![no_main]

use std::collections::HashSet;

use chrono::DateTime;
use libfuzzer_sys::fuzz_target;
use plenair::domain::id::{AuthorId, LineId};
use plenair::domain::note::{Note, RemovedLines, Stamp};
use uuid::Uuid;

fuzz_target!(|texts: &str| {
    let (mut note, mut removed, mut ids) = (Note::default(), RemovedLines::default(), 0);
    for text in texts.split('\0') {
        let mut fresh = || {
            ids += 1;
            LineId::from(Uuid::from_u128(ids))
        };
        let author = AuthorId::from(Uuid::from_u128(1));
        let stamp = Stamp { now: DateTime::UNIX_EPOCH.fixed_offset(), author, fresh: &mut fresh };
        note = note.reconcile(text, &mut removed, stamp);
        assert_eq!(note.text(), text);
        let unique: HashSet<LineId> = note.lines().iter().map(|line| line.id).collect();
        assert_eq!(unique.len(), note.lines().len());
    }
});
