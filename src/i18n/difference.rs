//! What a newer programme says otherwise about a day, in words: one sentence for each thing that can be taken over.

use super::Texts;
use crate::domain::book::Book;
use crate::domain::dates;
use crate::domain::day::{SessionFacts, SessionKind};
use crate::domain::id::SessionId;
use crate::domain::programme::Programme;
use crate::domain::update::{Change, Difference, Fact, Update};

impl Texts {
    /// A difference in one sentence: "Gewijzigd: Lezing · tijd 10:00 → 10:30".
    #[must_use]
    pub fn difference(&self, row: Difference, update: &Update, book: &Book, newer: &Programme) -> String {
        let present = |session: SessionId| {
            book.page(session).map_or_else(String::new, |page| self.titled(&page.session.facts))
        };
        let coming =
            |index: usize| newer.sessions.get(index).map_or_else(String::new, |facts| self.titled(facts));
        match row {
            Difference::Day => {
                let changes = update.day.as_ref().map(|day| self.changes(&day.changes)).unwrap_or_default();
                self.with("update-day", &[("changes", changes.into())])
            }
            Difference::Changed(session) => {
                let changes = update.pair(session).map(|pair| self.changes(&pair.changes));
                let changes = changes.unwrap_or_default();
                self.with(
                    "update-changed",
                    &[("title", present(session).into()), ("changes", changes.into())],
                )
            }
            Difference::Moved(session) => self.with("update-moved", &[("title", present(session).into())]),
            Difference::New(index) => self.with("update-new", &[("title", coming(index).into())]),
            Difference::Renamed(session, index) => {
                let lines = update.gone(session).map_or(0, |gone| gone.lines);
                let variables = [
                    ("title", present(session).into()),
                    ("newer", coming(index).into()),
                    ("lines", self.count("lines", lines).to_string().into()),
                ];
                self.with("update-renamed", &variables)
            }
            Difference::Vanished(session) => {
                let (lines, stays) = update.gone(session).map_or((0, true), |gone| (gone.lines, gone.stays));
                let lines = self.count("lines", lines).to_string();
                let name = if stays { "update-stays" } else { "update-goes" };
                self.with(name, &[("title", present(session).into()), ("lines", lines.into())])
            }
        }
    }

    /// The title with the time of start before it, as far as that is known.
    fn titled(&self, facts: &SessionFacts) -> String {
        let title = if facts.title.is_empty() { self.get("session-untitled") } else { &facts.title };
        match facts.start {
            Some(start) => format!("{} {title}", dates::time(start)),
            None => title.to_owned(),
        }
    }

    /// "tijd 10:00 → 10:30; zaal – → Zaal 2".
    fn changes(&self, changes: &[Change]) -> String {
        changes.iter().map(|change| self.change(change)).collect::<Vec<_>>().join("; ")
    }

    fn change(&self, change: &Change) -> String {
        let fact = self.get(&format!("fact-{}", change.fact.name())).to_owned();
        match change.fact {
            Fact::Cancelled if change.new.is_empty() => self.get("update-back").to_owned(),
            // Long texts: that they are others is enough.
            Fact::Cancelled | Fact::Summary | Fact::Lists => fact,
            _ => {
                let (old, new) = (self.value(change.fact, &change.old), self.value(change.fact, &change.new));
                format!("{fact} {old} → {new}")
            }
        }
    }

    /// What was said, in words; a dash where nothing was.
    fn value(&self, fact: Fact, text: &str) -> String {
        if text.is_empty() {
            return "–".to_owned();
        }
        match fact {
            Fact::Kind => {
                SessionKind::from_name(text).map_or_else(|| text.to_owned(), |kind| self.session_kind(kind))
            }
            Fact::Date => {
                let dates = text.split('–').map(|date| match date.parse() {
                    Ok(date) => dates::date(self.language(), date),
                    Err(_) => date.to_owned(),
                });
                dates.collect::<Vec<_>>().join(" – ")
            }
            _ => text.to_owned(),
        }
    }

    /// What kind of item a session is, in a word.
    #[must_use]
    pub fn session_kind(&self, kind: SessionKind) -> String {
        self.get(&format!("session-kind-{}", kind.name())).to_owned()
    }
}
