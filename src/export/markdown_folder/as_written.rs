//! Whether somebody has edited a folder since it was written: then an export may not take its place. Known from the signs that
//! the front matter has of what stands in a file. Does not look at the file of the day, which is made of the others.

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::{BESIDE, END, FENCE, FolderFile, NOTE, data_of};
use crate::domain::fingerprint;

/// What the data of a session's file says of the rest of it.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Signs {
    session: Option<IgnoredAny>,
    noted: Vec<String>,
    head: String,
    beside: String,
}

/// Whether each file says what was written in it. A line that stands in the file otherwise than it was typed, because Markdown
/// would read it as something else, is taken to do so.
pub fn is_as_written(files: &[FolderFile]) -> bool {
    files.iter().all(|file| std::str::from_utf8(&file.bytes).is_ok_and(says_what_was_written))
}

fn says_what_was_written(text: &str) -> bool {
    let mut lines = text.lines();
    let Some(signs) = data_of::<Signs>(&mut lines) else { return false };
    if signs.session.is_none() {
        return true;
    }
    // The data is the last of the front matter.
    if lines.next() != Some(FENCE) {
        return false;
    }
    let body = lines.collect::<Vec<_>>().join("\n");
    let parts = body.split_once(NOTE).and_then(|(head, rest)| {
        let (note, rest) = rest.split_once(BESIDE)?;
        let (beside, end) = rest.split_once(END)?;
        Some((head, note, beside, end))
    });
    let Some((head, note, beside, end)) = parts else { return false };
    let is = |text: &str, sign: &str| fingerprint::of(text.trim()) == sign;
    is(head, &signs.head)
        && is(beside, &signs.beside)
        && end.trim().is_empty()
        && are_lines(note, &signs.noted)
}

fn are_lines(note: &str, noted: &[String]) -> bool {
    let lines: Vec<&str> = note.lines().filter(|line| !line.trim().is_empty()).collect();
    let is_line = |(line, entry): (&&str, &String)| {
        let sign = entry.split(' ').next().unwrap_or_default();
        line.contains(['\\', '&', '`']) || fingerprint::of(line) == sign
    };
    lines.len() == noted.len() && lines.iter().zip(noted).all(is_line)
}
