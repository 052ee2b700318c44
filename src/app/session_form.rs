//! What is known of a session, as a person types it: title, times, room, speakers, date, kind. What is not understood is
//! said, and changes nothing.

use chrono::NaiveTime;

use crate::domain::dates;
use crate::domain::day::{SessionFacts, SessionKind, Speaker};
use crate::domain::id::SessionId;
use crate::worker::Request;

use super::dialog::Dialog;
use super::state::State;

/// Between a name and what that person does.
const ROLE: &str = " · ";

/// The fields of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionForm {
    /// Which session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// When it starts and ends: "9.30-10.15"; either may be absent.
    pub times: String,
    /// Its date: "16-3-2023" or "16 maart 2023"; empty for the date of the day.
    pub date: String,
    /// The room.
    pub room: String,
    /// Who speaks, one a line: "Naam · functie".
    pub speakers: String,
    /// What kind of item it is.
    pub kind: SessionKind,
    /// The field in which something is not understood.
    pub wrong: Option<Wrong>,
}

/// A field in which something is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The times.
    Times,
    /// The date.
    Date,
}

impl SessionForm {
    /// The fields with what is known.
    #[must_use]
    pub fn of(session: SessionId, facts: &SessionFacts) -> Self {
        let time = |time: Option<NaiveTime>| time.map(dates::time).unwrap_or_default();
        let times = match facts.end {
            Some(end) => format!("{}-{}", time(facts.start), dates::time(end)),
            None => time(facts.start),
        };
        Self {
            session,
            title: facts.title.clone(),
            times,
            date: facts.date.map(dates::typed_date).unwrap_or_default(),
            room: facts.room.clone().unwrap_or_default(),
            speakers: written(&facts.speakers),
            kind: facts.kind,
            wrong: None,
        }
    }

    /// What is known of the session when this is filled in.
    ///
    /// # Errors
    /// The field that is not understood.
    pub fn read(&self, known: &SessionFacts) -> Result<SessionFacts, Wrong> {
        let (start, end) = times(&self.times).ok_or(Wrong::Times)?;
        let date = match self.date.trim() {
            "" => None,
            typed => Some(dates::parse_date(typed).ok_or(Wrong::Date)?),
        };
        let room = self.room.trim();
        // A name with a comma in it stays what it is unless somebody types.
        let speakers = if self.speakers == written(&known.speakers) {
            known.speakers.clone()
        } else {
            self.speakers.lines().filter_map(speaker).collect()
        };
        Ok(SessionFacts {
            title: self.title.trim().to_owned(),
            start,
            end,
            date,
            room: (!room.is_empty()).then(|| room.to_owned()),
            speakers,
            kind: self.kind,
            ..known.clone()
        })
    }
}

fn written(speakers: &[Speaker]) -> String {
    let lines = speakers.iter().map(|speaker| match &speaker.role {
        Some(role) => format!("{}{ROLE}{role}", speaker.name),
        None => speaker.name.clone(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// "Noor de Wit · wethouder" or "Noor de Wit, wethouder".
fn speaker(line: &str) -> Option<Speaker> {
    let parts = line.split_once('·').or_else(|| line.split_once(','));
    let (name, role) = parts.map_or((line, ""), |(name, role)| (name, role));
    let (name, role) = (name.trim(), role.trim());
    let role = (!role.is_empty()).then(|| role.to_owned());
    (!name.is_empty()).then(|| Speaker { name: name.to_owned(), role })
}

/// Start and end as somebody types them: "9.30-10.15", "9:30 – 10:15", "9u30 tot 10u15", "9.30", "-10.15", nothing. `None`
/// for anything else.
fn times(text: &str) -> Option<(Option<NaiveTime>, Option<NaiveTime>)> {
    let text = text.trim();
    let parts = [" tot ", " to ", " until ", "–", "—", "-"].iter().find_map(|sign| text.split_once(sign));
    let (start, end) = parts.unwrap_or((text, ""));
    let time = |text: &str| match text.trim() {
        "" => Some(None),
        typed => dates::parse_time(typed).map(Some),
    };
    Some((time(start)?, time(end)?))
}

impl State {
    /// Shows the fields of the open session.
    pub(super) fn open_session_form(&mut self) {
        let form = self.page().map(|page| SessionForm::of(page.session.id, &page.session.facts));
        if let Some(form) = form {
            self.open_dialog(Dialog::Session(form));
        }
    }

    /// Takes over what was filled in. What is not understood changes nothing.
    pub(super) fn fill_in_session(&mut self, now: f64) {
        let Some(Dialog::Session(form)) = &mut self.dialog else { return };
        let page = self.book.as_ref().and_then(|book| book.page(form.session));
        let Some(known) = page.map(|page| &page.session.facts) else { return };
        let facts = match form.read(known) {
            Ok(facts) => facts,
            Err(wrong) => return form.wrong = Some(wrong),
        };
        let (session, is_new) = (form.session, facts != *known);
        self.dialog = None;
        self.focus_note();
        if is_new {
            self.ask_after_saving(Request::ChangeSession { session, facts: Box::new(facts) }, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn times_are_read_in_the_ways_people_write_them() {
        let time = |text: &str| text.parse().ok();
        let both = Some((time("09:30:00"), time("10:15:00")));
        for typed in ["9.30-10.15", " 9:30 – 10:15 ", "9u30 tot 10u15", "0930-1015"] {
            assert_eq!(times(typed), both, "{typed}");
        }
        assert_eq!(times("9.30"), Some((time("09:30:00"), None)));
        assert_eq!(times("-10.15"), Some((None, time("10:15:00"))));
        assert_eq!(times(""), Some((None, None)));
        for typed in ["half tien", "9.30-", "25.00", "9.30-10.15-11.00", "9.30 10.15"] {
            let expected = (typed == "9.30-").then(|| (time("09:30:00"), None));
            assert_eq!(times(typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_is_not_touched_stays_and_what_is_wrong_is_named() {
        let speakers = vec![
            Speaker { name: "Noor de Wit, MSc".to_owned(), role: None },
            Speaker { name: "Bram".to_owned(), role: Some("wethouder".to_owned()) },
        ];
        let facts = SessionFacts { speakers, track: Some("A".to_owned()), ..SessionFacts::default() };
        let mut form = SessionForm::of(SessionId::from(Uuid::nil()), &facts);
        assert_eq!(form.read(&facts), Ok(facts.clone()));
        form.speakers.push_str("\nEls, griffier\n\n");
        let read = form.read(&facts).expect("a form");
        assert_eq!(read.speakers.len(), 3);
        assert_eq!(read.speakers[2].role.as_deref(), Some("griffier"));
        form.date = "16-3-2023".to_owned();
        assert_eq!(form.read(&facts).expect("a form").date, "2023-03-16".parse().ok());
        form.date = "morgen".to_owned();
        assert_eq!(form.read(&facts), Err(Wrong::Date));
        form.times = "straks".to_owned();
        assert_eq!(form.read(&facts), Err(Wrong::Times));
    }
}
