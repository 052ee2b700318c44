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
    /// A session is private as a whole, or no longer.
    PrivateSession,
    /// A session has a star, or no longer.
    StarSession,
    /// A session has another place.
    MoveSession,
    /// Something else is known of a session.
    ChangeSession,
    /// Two sessions became one.
    JoinSessions,
    /// A session that was renamed goes on under its new name.
    TieSession,
    /// A newer programme was taken into a day.
    UpdateDay,
    /// A day got another list of participants.
    Participants,
    /// A note was saved.
    SaveNote,
    /// Lines went to the note of another session.
    MoveLines,
    /// A trend got another tag or label.
    RenameTrend,
    /// Two trends became one.
    MergeTrends,
    /// A trend can be written in another way, or no longer.
    AliasTrend,
    /// A trend is none any more.
    DeleteTrend,
    /// Spellings of a name became one.
    RenamePerson,
    /// Lines of several sessions got another text.
    ChangeLines,
    /// The time of a line was corrected.
    LineTime,
    /// An earlier version of a note came back.
    RestoreVersion,
    /// A session was put in the trash.
    TrashSession,
    /// A day was put in the trash.
    TrashDay,
    /// A session came back from the trash.
    RestoreSession,
    /// A day came back from the trash.
    RestoreDay,
    /// A day was erased.
    EraseDay,
    /// A day is held, or no longer.
    HoldDay,
    /// What was kept long enough was removed.
    Purge,
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
            Self::PrivateSession => "private session",
            Self::StarSession => "star session",
            Self::MoveSession => "move session",
            Self::ChangeSession => "change session",
            Self::JoinSessions => "join sessions",
            Self::TieSession => "tie session",
            Self::UpdateDay => "update day",
            Self::Participants => "participants",
            Self::SaveNote => "save note",
            Self::MoveLines => "move lines",
            Self::RenameTrend => "rename trend",
            Self::MergeTrends => "merge trends",
            Self::AliasTrend => "alias trend",
            Self::DeleteTrend => "delete trend",
            Self::RenamePerson => "rename person",
            Self::ChangeLines => "change lines",
            Self::LineTime => "line time",
            Self::RestoreVersion => "restore version",
            Self::TrashSession => "trash session",
            Self::TrashDay => "trash day",
            Self::RestoreSession => "restore session",
            Self::RestoreDay => "restore day",
            Self::EraseDay => "erase day",
            Self::HoldDay => "hold day",
            Self::Purge => "purge",
            Self::Remember => "remember",
        }
    }

    /// Whether the trends that lines carry may change though no note does: which days there are, what a day calls its
    /// trends, or which lists its sessions have. Taking it back is about the same.
    #[must_use]
    pub fn is_about_trends(self) -> bool {
        matches!(
            self,
            Self::AddDay
                | Self::TrashDay
                | Self::RestoreDay
                | Self::UpdateDay
                | Self::ChangeSession
                | Self::JoinSessions
                | Self::TieSession
                | Self::RenameTrend
                | Self::MergeTrends
                | Self::AliasTrend
                | Self::DeleteTrend
        )
    }

    /// Whether lines stay where they are and may get another text.
    #[must_use]
    pub fn rewrites_lines(self) -> bool {
        matches!(
            self,
            Self::RenameTrend
                | Self::MergeTrends
                | Self::AliasTrend
                | Self::DeleteTrend
                | Self::RenamePerson
                | Self::ChangeLines
        )
    }

    /// Whether it changes what a person made, and so asks for a new backup.
    #[must_use]
    pub fn is_by_a_person(self) -> bool {
        !matches!(self, Self::Remember | Self::Purge)
    }
}
