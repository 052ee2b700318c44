//! A day that comes in with its notes, before it is in the store: what an export of Plenair and a folder of Markdown notes
//! become. A programme alone is a [`Programme`].

use super::clock::Moment;
use super::id::AuthorId;
use super::programme::Programme;
use super::sheet::Sheet;

/// A day with its notes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NotedDay {
    /// The day and its sessions.
    pub programme: Programme,
    /// What comes along with each session, in the order of the programme and as many.
    pub notes: Vec<SessionNotes>,
}

/// What comes along with a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionNotes {
    /// The lines of its note, in order.
    pub lines: Vec<NotedLine>,
    /// What it holds beside them.
    pub sheet: Sheet,
    /// The whole session is private.
    pub private: bool,
    /// Marked by the person.
    pub starred: bool,
}

/// A line that comes in. Its id is made when it is kept: the same file can come in twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NotedLine {
    /// The text, without a line break.
    pub text: String,
    /// When it was written; `None` where the file does not say so, and then it is now.
    pub noted_at: Option<Moment>,
    /// Who wrote it; `None` for whoever brings it in.
    pub author: Option<AuthorId>,
}

impl NotedDay {
    /// How many lines say something.
    #[must_use]
    pub fn lines(&self) -> usize {
        let lines = self.notes.iter().flat_map(|notes| &notes.lines);
        lines.filter(|line| !super::line::is_blank(&line.text)).count()
    }
}
