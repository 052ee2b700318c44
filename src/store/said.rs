//! What the row of a line repeats from its text, so that SQL can count without reading texts: its kind, its marks, and the
//! trends it names. The text is the truth; this is written with it, by whoever writes it.

use rusqlite::{Connection, named_params};

use super::error::StoreError;
use crate::domain::heard;
use crate::domain::line;

/// What is repeated.
pub struct Said {
    /// The name of its kind; a blank line has none.
    pub kind: Option<&'static str>,
    /// Whether it is just for me.
    pub private: bool,
    /// Whether it is an action that is done.
    pub done: bool,
    /// The trends that it names by itself, as written, with spaces between them; absent for none.
    pub tags: Option<String>,
}

impl Said {
    /// What the row of a line with this text repeats.
    pub fn of(text: &str) -> Self {
        let parsed = line::parse(text);
        Self {
            kind: (!line::is_blank(text)).then(|| parsed.kind.name()),
            private: parsed.private,
            done: parsed.done,
            tags: heard::named(&parsed),
        }
    }
}

/// Fills in, for every line there is, what the fourth shape repeats more than the ones before. `write` has the parameters
/// `:seq`, `:done` and `:tags`.
pub fn fill(connection: &Connection, write: &str) -> Result<(), StoreError> {
    let mut all = connection.prepare(include_str!("sql/lines_to_fill.sql"))?;
    let mut write = connection.prepare(write)?;
    let mut rows = all.query([])?;
    while let Some(row) = rows.next()? {
        let said = Said::of(row.get_ref("text")?.as_str().map_err(rusqlite::Error::from)?);
        if said.done || said.tags.is_some() {
            let seq: i64 = row.get("seq")?;
            write.execute(named_params! { ":seq": seq, ":done": said.done, ":tags": said.tags })?;
        }
    }
    Ok(())
}

/// What is wrong with what lines repeat; nothing when all is well.
pub fn complaints(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut statement = connection.prepare(include_str!("sql/lines_with_said.sql"))?;
    let mut rows = statement.query([])?;
    let mut wrong = 0_u32;
    while let Some(row) = rows.next()? {
        let said = Said::of(row.get_ref("text")?.as_str().map_err(rusqlite::Error::from)?);
        let repeats: (Option<String>, bool, bool, Option<String>) =
            (row.get("kind")?, row.get("private")?, row.get("done")?, row.get("tags")?);
        let is_right = repeats.0.as_deref() == said.kind
            && (repeats.1, repeats.2) == (said.private, said.done)
            && repeats.3 == said.tags;
        wrong += u32::from(!is_right);
    }
    Ok(if wrong == 0 { Vec::new() } else { vec![format!("{wrong} rows of line repeat another text")] })
}
