//! One trend over all days: the lines that carry it, as the store has them, and how many there are on which day; and what a
//! person does with the trend itself.

use std::collections::HashMap;

use crate::domain::across::{SessionName, TrendLine};
use crate::domain::id::{DayId, SessionId};
use crate::domain::renaming::{Scope, TrendChange};
use crate::domain::trend::{self, Trend};
use crate::worker::Request;

use super::dialog::Dialog;
use super::state::State;
use super::view::View;

/// The lines of a trend.
#[derive(Debug, Default)]
pub struct TrendLines {
    /// The lines, by date and place.
    pub lines: Vec<TrendLine>,
    /// What their sessions are called.
    pub sessions: HashMap<SessionId, SessionName>,
    /// Counts the answers: what is derived from one is out of date under another number.
    pub revision: u64,
    /// The number of the last question.
    asked: u64,
}

impl TrendLines {
    /// How many lines there are on which day, in the order of the days.
    #[must_use]
    pub fn days(&self) -> Vec<(DayId, usize)> {
        let mut days: Vec<(DayId, usize)> = Vec::new();
        for line in &self.lines {
            match days.last_mut() {
                Some((day, lines)) if *day == line.day => *lines += 1,
                _ => days.push((line.day, 1)),
            }
        }
        days
    }
}

/// What is filled in about a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendForm {
    /// Its tag as it is.
    pub tag: String,
    /// The tag it is to have.
    pub to: String,
    /// The name it is to have.
    pub label: String,
    /// Other ways to write it, with commas between.
    pub aliases: String,
    /// In all days, and not only in this one.
    pub all_days: bool,
    /// What it was before.
    before: Trend,
}

impl State {
    /// Asks for the lines of the trend whose page is shown.
    pub(super) fn ask_lines_of_trend(&mut self) {
        let View::Trend(tag) = &self.view else { return };
        let tag = tag.clone();
        self.asked += 1;
        self.trend_lines.asked = self.asked;
        self.ask(Request::LinesAcross { asked: self.asked, tag });
    }

    /// The lines have come; those of an older question are of no use any more.
    pub(super) fn lines_across(
        &mut self,
        asked: u64,
        lines: Vec<TrendLine>,
        sessions: HashMap<SessionId, SessionName>,
    ) {
        if asked == self.trend_lines.asked {
            self.trend_lines.lines = lines;
            self.trend_lines.sessions = sessions;
            self.trend_lines.revision += 1;
        }
    }

    /// The trend as the day knows it; one that was only typed has its tag for a name.
    fn known_trend(&self, tag: &str) -> Trend {
        let trends = self.book.as_ref().map(|book| book.day.facts.trends.as_slice()).unwrap_or_default();
        let typed = || Trend { tag: tag.to_owned(), label: tag.to_owned(), aliases: Vec::new() };
        trend::find(trends, tag).cloned().unwrap_or_else(typed)
    }

    /// Shows what is known of a trend, to change.
    pub(super) fn open_trend_form(&mut self, tag: &str) {
        let before = self.known_trend(tag);
        self.open_dialog(Dialog::Trend(TrendForm {
            tag: before.tag.clone(),
            to: before.tag.clone(),
            label: before.label.clone(),
            aliases: before.aliases.join(", "),
            all_days: false,
            before,
        }));
    }

    /// Takes over what was filled in about a trend: its name first, then the other ways to write it.
    pub(super) fn fill_in_trend(&mut self, now: f64) {
        let Some(Dialog::Trend(form)) = &self.dialog else { return };
        let form = form.clone();
        self.dialog = None;
        let changes = form.changes();
        let scope = if form.all_days { Scope::AllDays } else { Scope::Day };
        for change in changes {
            self.change_trend(change, scope, now);
        }
        if let View::Trend(tag) = &mut self.view
            && trend::normalise(tag) == trend::normalise(&form.tag)
        {
            form.tag_after().clone_into(tag);
        }
    }

    /// Makes a trend part of another one.
    pub(super) fn merge_trend(&mut self, into: &str, now: f64) {
        let Some(Dialog::Trend(form)) = &self.dialog else { return };
        let scope = if form.all_days { Scope::AllDays } else { Scope::Day };
        let change = TrendChange::Merge { tag: form.tag.clone(), into: into.to_owned() };
        self.dialog = None;
        self.change_trend(change, scope, now);
        self.view = View::Trend(into.to_owned());
    }

    /// Drops a trend: its lines keep the word.
    pub(super) fn delete_trend(&mut self, now: f64) {
        let Some(Dialog::Trend(form)) = &self.dialog else { return };
        let scope = if form.all_days { Scope::AllDays } else { Scope::Day };
        let change = TrendChange::Delete { tag: form.tag.clone() };
        self.dialog = None;
        self.change_trend(change, scope, now);
        self.view = View::Trends;
    }

    fn change_trend(&mut self, change: TrendChange, scope: Scope, now: f64) {
        if let Some(day) = self.book.as_ref().map(|book| book.day.id) {
            self.ask_after_saving(Request::ChangeTrend { day, scope, change }, now);
        }
    }
}

impl TrendForm {
    fn tag_after(&self) -> &str {
        let to = self.to.trim().trim_start_matches('#');
        if to.is_empty() { &self.tag } else { to }
    }

    /// What has to be done for the trend to become as it was filled in.
    fn changes(&self) -> Vec<TrendChange> {
        let mut changes = Vec::new();
        let to = self.tag_after().to_owned();
        let label = self.label.trim();
        let has_label = !label.is_empty() && label != self.before.label;
        if to != self.tag || has_label {
            let label = has_label.then(|| label.to_owned());
            changes.push(TrendChange::Rename { tag: self.tag.clone(), to: to.clone(), label });
        }
        let wanted = || self.aliases.split(',').map(str::trim).filter(|alias| !alias.is_empty());
        let same = |one: &str, other: &str| trend::normalise(one) == trend::normalise(other);
        for alias in wanted().filter(|alias| !self.before.aliases.iter().any(|known| same(known, alias))) {
            changes.push(TrendChange::AddAlias { tag: to.clone(), alias: alias.to_owned() });
        }
        for known in self.before.aliases.iter().filter(|known| !wanted().any(|alias| same(known, alias))) {
            changes.push(TrendChange::RemoveAlias { tag: to.clone(), alias: known.clone() });
        }
        changes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(to: &str, label: &str, aliases: &str) -> TrendForm {
        let before = Trend {
            tag: "boa".to_owned(),
            label: "Handhaving".to_owned(),
            aliases: vec!["handhaving".to_owned()],
        };
        TrendForm {
            tag: "boa".to_owned(),
            to: to.to_owned(),
            label: label.to_owned(),
            aliases: aliases.to_owned(),
            all_days: false,
            before,
        }
    }

    #[test]
    fn only_what_was_changed_is_asked_for() {
        assert_eq!(form("boa", "Handhaving", "handhaving").changes(), []);
        let (tag, to) = ("boa".to_owned(), "toezicht".to_owned());
        assert_eq!(
            form("#toezicht", "Handhaving", "Handhaving").changes(),
            [TrendChange::Rename { tag: tag.clone(), to, label: None }]
        );
        assert_eq!(
            form("boa", "Toezicht", "wijkboa").changes(),
            [
                TrendChange::Rename { tag: tag.clone(), to: tag.clone(), label: Some("Toezicht".to_owned()) },
                TrendChange::AddAlias { tag: tag.clone(), alias: "wijkboa".to_owned() },
                TrendChange::RemoveAlias { tag, alias: "handhaving".to_owned() },
            ]
        );
    }

    #[test]
    fn a_tag_that_was_wiped_out_stays() {
        assert_eq!(form("  ", "", "handhaving").changes(), []);
    }
}
