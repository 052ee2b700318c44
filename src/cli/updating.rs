//! `import --into`: a newer programme taken into a day, and what differed. Nothing of a private session is printed.

use serde::Serialize;

use super::context::Context;
use super::output::Failure;
use crate::domain::book::{Book, Page};
use crate::domain::id::SessionId;
use crate::domain::programme::Programme;
use crate::domain::query::Selection;
use crate::domain::update::{Change, Difference, Update};
use crate::i18n::Texts;

/// How a newer programme differs from a day, as it was before.
pub struct Differs {
    update: Update,
    before: Book,
}

/// The difference, for scripts.
#[derive(Serialize)]
pub struct UpdateJson {
    unchanged: usize,
    day: Vec<ChangeJson>,
    new: Vec<NewJson>,
    changed: Vec<ChangedJson>,
    moved: Vec<SessionOfDay>,
    vanished: Vec<VanishedJson>,
    private_left_out: usize,
}

/// A session of the day.
#[derive(Serialize)]
struct SessionOfDay {
    session: SessionId,
    title: String,
}

/// A session that the day did not have; `position` is its place in the newer programme, from 1.
#[derive(Serialize)]
struct NewJson {
    position: usize,
    title: String,
}

#[derive(Serialize)]
struct ChangedJson {
    #[serde(flatten)]
    session: SessionOfDay,
    changes: Vec<ChangeJson>,
}

#[derive(Serialize)]
struct ChangeJson {
    fact: &'static str,
    old: Option<String>,
    new: Option<String>,
}

/// A session that is gone. With `stays` it is marked and stays in the day, else it goes to the trash; `successor` is the
/// title of the new session that it may have become.
#[derive(Serialize)]
struct VanishedJson {
    #[serde(flatten)]
    session: SessionOfDay,
    lines: usize,
    stays: bool,
    successor: Option<String>,
}

/// Updates a day, or only says how the programme differs from it. Gives the day as it is then, and whether it changed.
pub fn update(
    context: &Context<'_>,
    name: &str,
    newer: &Programme,
    is_trial: bool,
) -> Result<(Differs, Book, bool), Failure> {
    let mut store = if is_trial { context.reading()? } else { context.writing()? };
    let day = store.find_day(name)?;
    let before = store.book(day)?;
    let mut update = Update::between(&before, newer);
    for gone in &mut update.vanished {
        // Private lines are not even counted out loud.
        let selection = Selection { session: Some(gone.session), ..Selection::default() };
        gone.lines = before.select(&selection).len();
    }
    if !is_trial {
        store.update_day(day, newer, Difference::is_certain)?;
    }
    let book = store.book(day)?;
    Ok((Differs { update, before }, book, !is_trial))
}

impl Differs {
    /// A line for each difference.
    pub fn text(&self, texts: &Texts, newer: &Programme) -> String {
        let rows = self.open_rows();
        let lines = rows.iter().map(|row| {
            // Only a person can say that; here it changes nothing.
            let words = texts.difference(*row, &self.update, &self.before, newer);
            if row.is_certain() { words } else { texts.with("cli-update-maybe", &[("what", words.into())]) }
        });
        let lines: Vec<String> = lines.collect();
        if lines.is_empty() { texts.get("cli-update-none").to_owned() } else { lines.join("\n") }
    }

    /// The same for scripts.
    pub fn json(&self, newer: &Programme) -> UpdateJson {
        let update = &self.update;
        let coming = |index: usize| newer.sessions.get(index).map(|facts| facts.title.clone());
        let rows = self.open_rows();
        let mut json = UpdateJson {
            unchanged: update.unchanged(),
            day: update.day.iter().flat_map(|day| changes(&day.changes)).collect(),
            new: Vec::new(),
            changed: Vec::new(),
            moved: Vec::new(),
            vanished: Vec::new(),
            private_left_out: update.differences().len() - rows.len(),
        };
        for row in rows {
            match row {
                Difference::Day | Difference::Renamed(..) => {}
                Difference::New(index) => {
                    json.new.extend(coming(index).map(|title| NewJson { position: index + 1, title }));
                }
                Difference::Moved(session) => json.moved.extend(self.session(session)),
                Difference::Changed(id) => {
                    let pair = update.pair(id).map(|pair| changes(&pair.changes).collect());
                    json.changed.extend(
                        self.session(id).zip(pair).map(|(session, changes)| ChangedJson { session, changes }),
                    );
                }
                Difference::Vanished(id) => {
                    let gone = self.session(id).zip(update.gone(id));
                    json.vanished.extend(gone.map(|(session, gone)| VanishedJson {
                        session,
                        lines: gone.lines,
                        stays: gone.stays,
                        successor: gone.successor.and_then(coming),
                    }));
                }
            }
        }
        json
    }

    /// The differences that are not about a private session.
    fn open_rows(&self) -> Vec<Difference> {
        let is_open = |row: &Difference| match row {
            Difference::Day | Difference::New(_) => true,
            Difference::Changed(session)
            | Difference::Moved(session)
            | Difference::Renamed(session, _)
            | Difference::Vanished(session) => self.page(*session).is_some_and(|page| !page.session.private),
        };
        self.update.differences().into_iter().filter(is_open).collect()
    }

    fn page(&self, session: SessionId) -> Option<&Page> {
        self.before.page(session)
    }

    fn session(&self, session: SessionId) -> Option<SessionOfDay> {
        let page = self.page(session)?;
        Some(SessionOfDay { session, title: page.session.facts.title.clone() })
    }
}

fn changes(changes: &[Change]) -> impl Iterator<Item = ChangeJson> {
    let said = |text: &String| (!text.is_empty()).then(|| text.clone());
    changes.iter().map(move |change| ChangeJson {
        fact: change.fact.name(),
        old: said(&change.old),
        new: said(&change.new),
    })
}
