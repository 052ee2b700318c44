//! The changes a person can make to what is stored, by name.

/// What an operation on the store does. The name is for logs; it never holds what was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// A day with its programme was added.
    AddDay,
    /// A session was put between two others.
    InsertSession,
    /// A session got another title.
    RenameSession,
    /// A note was saved.
    SaveNote,
    /// Something small was remembered, such as where the window was left.
    Remember,
}

impl Op {
    /// The operation's name in logs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::AddDay => "add day",
            Self::InsertSession => "insert session",
            Self::RenameSession => "rename session",
            Self::SaveNote => "save note",
            Self::Remember => "remember",
        }
    }
}
