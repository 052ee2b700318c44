//! What keys and buttons do to lines that a view lists, in whichever note of the day they are. The same commands that change
//! the selected lines of the open note change these, and what they change is one step for undo.
//!
//! The store changes one lot at a time: what is asked while it has not answered yet waits, so that it builds on the answer.

use std::collections::{HashSet, VecDeque};

use crate::domain::id::LineId;
use crate::domain::language::Language;
use crate::domain::line::{self, LineKind, edit};
use crate::domain::renaming::{LineChange, PersonChange, Scope};
use crate::domain::review::entry::Entry;
use crate::worker::Request;

use super::command::Command;
use super::state::State;

/// The lines of a view that a command is about.
#[derive(Debug, Default)]
pub struct Picked {
    /// Those that were chosen.
    pub lines: HashSet<LineId>,
    /// The one that has the focus: the command is about it where none was chosen.
    pub at: Option<LineId>,
}

impl Picked {
    /// No line any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether a command is about this line.
    #[must_use]
    pub fn holds(&self, line: LineId) -> bool {
        self.lines.contains(&line) || self.lines.is_empty() && self.at == Some(line)
    }
}

/// What was asked of lines and is not done yet.
#[derive(Debug, Default)]
pub struct EntryEdits {
    /// The store was asked, and has not answered.
    is_asked: bool,
    waiting: VecDeque<(HashSet<LineId>, Command)>,
}

impl Command {
    /// Whether it does to the lines of a view what it does to those of the open note.
    #[must_use]
    pub fn is_about_lines(&self) -> bool {
        matches!(
            self,
            Self::ToggleKind(_)
                | Self::ToggleStar
                | Self::TogglePrivate
                | Self::ToggleDone
                | Self::TagLine(_)
        )
    }
}

impl State {
    /// The lines of the view that a command is about, in the order of the day.
    pub fn entries_at_hand(&self) -> impl Iterator<Item = &Entry> {
        let picked = &self.afterwards.picked;
        self.afterwards.entries.iter().filter(|entry| picked.holds(entry.id))
    }

    /// Does to the lines that a command is about what it asks.
    pub(super) fn edit_entries(&mut self, command: Command, now: f64) {
        let lines = self.entries_at_hand().map(|entry| entry.id).collect();
        self.edit_lines(lines, command, now);
    }

    /// Ticks one action, or takes the tick away.
    pub(super) fn tick_entry(&mut self, line: LineId, now: f64) {
        self.edit_lines(HashSet::from([line]), Command::ToggleDone, now);
    }

    /// Edits the words of the line that has the focus, where it stands.
    pub(super) fn open_words(&mut self) {
        self.afterwards.rewords = self.afterwards.picked.at;
    }

    /// Gives a line another text. One that is wiped out stays as it was: the note is where lines are deleted.
    pub(super) fn reword(&mut self, line: LineId, text: String, now: f64) {
        self.afterwards.rewords = None;
        if !line::is_blank(&text) {
            self.edit_lines(HashSet::from([line]), Command::Reword(line, text), now);
        }
    }

    fn edit_lines(&mut self, lines: HashSet<LineId>, command: Command, now: f64) {
        self.entry_edits.waiting.push_back((lines, command));
        self.next_entry_edit(now);
    }

    /// The store has answered: what waited for that has its turn.
    pub(super) fn entries_were_edited(&mut self, now: f64) {
        self.entry_edits.is_asked = false;
        self.next_entry_edit(now);
    }

    /// Nothing waits any more.
    pub(super) fn forget_entry_edits(&mut self) {
        self.entry_edits = EntryEdits::default();
    }

    fn next_entry_edit(&mut self, now: f64) {
        while !self.entry_edits.is_asked
            && let Some((lines, command)) = self.entry_edits.waiting.pop_front()
        {
            let changes = self.changes(&lines, &command);
            let Some(day) = self.book.as_ref().map(|book| book.day.id).filter(|_| !changes.is_empty()) else {
                continue;
            };
            // Where something cannot be saved nothing is asked, and no answer comes.
            self.entry_edits.is_asked = !self.saving.has_failed();
            self.ask_after_saving(Request::ChangeLines { day, changes }, now);
        }
    }

    /// What the lines become; only those that become something else.
    fn changes(&self, lines: &HashSet<LineId>, command: &Command) -> Vec<LineChange> {
        let entries = self.afterwards.entries.iter();
        let entries: Vec<&Entry> = entries.filter(|entry| lines.contains(&entry.id)).collect();
        let edit = Edit::of(&entries, command, self.texts.language());
        let changed = entries.iter().map(|entry| (entry, edit.line(&entry.text)));
        let changed = changed.filter(|(entry, text)| *text != entry.text);
        let changes = changed.map(|(entry, text)| LineChange {
            session: entry.origin.session,
            base: entry.origin.revision,
            line: entry.id,
            text,
        });
        changes.collect()
    }

    /// Makes two names one, in every line and row of the day that writes the other.
    pub(super) fn merge_people(&mut self, keep: usize, other: usize, now: f64) {
        let people = &mut self.afterwards.people;
        let (Some(kept), Some(other), Some(book)) =
            (people.profiles.get(keep), people.profiles.get(other), &self.book)
        else {
            return;
        };
        let names = std::iter::once(&other.name).chain(&other.spellings).cloned().collect();
        let change = PersonChange { names, to: kept.name.clone() };
        people.chosen = Some(keep);
        let request = Request::ChangePerson { day: book.day.id, scope: Scope::Day, change };
        self.ask_after_saving(request, now);
    }
}

/// What is done to each of several lines. A mark that all of them have is taken away; else those without it get it.
enum Edit<'a> {
    Kind(LineKind, Language),
    Star { all_are: bool },
    Private { all_are: bool, language: Language },
    Done { all_are: bool },
    Trend(&'a str),
    Text(&'a str),
    Nothing,
}

impl<'a> Edit<'a> {
    fn of(entries: &[&Entry], command: &'a Command, language: Language) -> Self {
        match command {
            Command::ToggleKind(kind) => {
                let all_are = entries.iter().all(|entry| entry.kind == *kind);
                Self::Kind(if all_are { LineKind::Remark } else { *kind }, language)
            }
            Command::ToggleStar => Self::Star { all_are: entries.iter().all(|entry| entry.starred) },
            // In a private session every line is private: what counts is the mark of the line itself.
            Command::TogglePrivate => {
                let all_are = entries.iter().all(|entry| line::parse(&entry.text).private);
                Self::Private { all_are, language }
            }
            Command::ToggleDone => {
                let mut actions = entries.iter().filter(|entry| entry.kind == LineKind::Action);
                Self::Done { all_are: actions.all(|entry| entry.done) }
            }
            Command::TagLine(tag) => Self::Trend(tag),
            Command::Reword(_, text) => Self::Text(text),
            _ => Self::Nothing,
        }
    }

    fn line(&self, text: &str) -> String {
        let parsed = line::parse(text);
        match *self {
            Self::Kind(kind, language) => edit::with_kind(text, kind, language),
            Self::Star { all_are } if parsed.starred == all_are => edit::toggle_star(text),
            Self::Private { all_are, language } if parsed.private == all_are => {
                edit::toggle_private(text, language)
            }
            Self::Done { all_are } if parsed.done == all_are => edit::toggle_done(text),
            Self::Trend(tag) => edit::add_trend(text, tag),
            Self::Text(other) => other.to_owned(),
            _ => text.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::review::entry::entries;
    use crate::domain::review::fixture::book;

    fn after(note: &str, command: &Command) -> Vec<String> {
        let entries = entries(&book(&[("a", note)]));
        let entries: Vec<&Entry> = entries.iter().collect();
        let edit = Edit::of(&entries, command, Language::Dutch);
        entries.iter().map(|entry| edit.line(&entry.text)).collect()
    }

    #[test]
    fn a_mark_is_given_to_those_without_it_and_taken_away_where_all_have_it() {
        assert_eq!(after("★ een\ntwee", &Command::ToggleStar), ["★ een", "★ twee"]);
        assert_eq!(after("★ een\n! twee", &Command::ToggleStar), ["een", "twee"]);
        assert_eq!(after("privé: een\ntwee", &Command::TogglePrivate), ["privé: een", "privé: twee"]);
        assert_eq!(after("// een\nprivate: twee", &Command::TogglePrivate), ["een", "twee"]);
    }

    #[test]
    fn actions_are_ticked_and_other_lines_stay_as_they_are() {
        let tick = Command::ToggleDone;
        assert_eq!(after("- [x] een\n- [ ] twee\ndrie", &tick), ["- [x] een", "- [x] twee", "drie"]);
        assert_eq!(after("- [x] een\ndrie", &tick), ["- [ ] een", "drie"]);
    }

    #[test]
    fn lines_become_of_a_kind_and_remarks_again_where_all_are() {
        let question = Command::ToggleKind(LineKind::Question);
        assert_eq!(after("een\nafspraak: twee", &question), ["vraag: een", "vraag: twee"]);
        assert_eq!(after("vraag: een\n? twee", &question), ["een", "twee"]);
        let tag = Command::TagLine("boa".to_owned());
        assert_eq!(after("een #boa\ntwee", &tag), ["een #boa", "twee #boa"]);
    }
}
