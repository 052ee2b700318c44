//! What the readers of files for machines share: gathering sessions into a programme that says what it left out.
//!
//! Keeps every session, also where two have the same id; bounds what a file can ask for. Knows no format.

use std::collections::HashSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::format::Format;
use super::html_text;
use super::kind;
use crate::domain::day::{DayFacts, SessionFacts, SessionKind};
use crate::domain::programme::{LeftOut, Programme, Reason, Warning, WarningKind};

/// More sessions than this are no programme.
pub(super) const MOST_SESSIONS: usize = 20_000;

/// More pieces than this that were not understood are not listed one by one.
const MOST_LEFT_OUT: usize = 20_000;

/// More warnings of one kind than this tell nobody more.
const MOST_WARNINGS: usize = 50;

/// How much of a piece that was left out is shown, in letters.
const SHOWN: usize = 200;

/// How long a title may be that is made of a description, in letters.
const TITLE: usize = 80;

/// A programme in the making.
pub(super) struct Collector {
    format: Format,
    sessions: Vec<SessionFacts>,
    left_out: Vec<LeftOut>,
    warnings: Vec<Warning>,
    ids: HashSet<String>,
}

impl Collector {
    /// An empty programme in this format.
    pub(super) fn new(format: Format) -> Self {
        Self { format, sessions: Vec::new(), left_out: Vec::new(), warnings: Vec::new(), ids: HashSet::new() }
    }

    /// Adds a session that was read from `line`. One without a title is called by its second title or the first line of its
    /// description; without either it is left out.
    pub(super) fn add(&mut self, line: usize, mut session: SessionFacts) {
        if session.title.is_empty() {
            let Some(title) = title_instead(&mut session) else {
                return self.leave_out(line, &shown(&session), Reason::NoTitle);
            };
            session.title = title;
        }
        if self.is_full() {
            return self.leave_out(line, &session.title, Reason::TooMany);
        }
        if let Some(id) = &session.external_id
            && !self.ids.insert(id.clone())
        {
            self.warn(WarningKind::SameId, &id.clone());
        }
        session.cancelled |= is_called_off(&session.title);
        self.sessions.push(session);
    }

    /// Whether there is no room for more sessions.
    pub(super) fn is_full(&self) -> bool {
        self.sessions.len() >= MOST_SESSIONS
    }

    /// Lists a piece of the file that is no session.
    pub(super) fn leave_out(&mut self, line: usize, text: &str, reason: Reason) {
        // Beyond the most that are listed there is one more piece: that there are too many.
        let reason = match self.left_out.len() {
            MOST_LEFT_OUT.. => return,
            number if number + 1 == MOST_LEFT_OUT => Reason::TooMany,
            _ => reason,
        };
        self.left_out.push(LeftOut { line, text: text.chars().take(SHOWN).collect(), reason });
    }

    /// Says once that something may surprise.
    pub(super) fn warn(&mut self, kind: WarningKind, subject: &str) {
        let alike = self.warnings.iter().filter(|warning| warning.kind == kind);
        if alike.clone().count() < MOST_WARNINGS && alike.clone().all(|warning| warning.subject != subject) {
            self.warnings.push(Warning::new(kind, subject));
        }
    }

    /// When something is, as the session has it: an end before the start is left out, with a warning about `title`.
    pub(super) fn put_times(
        &mut self,
        session: &mut SessionFacts,
        start: Option<NaiveDateTime>,
        end: Option<NaiveDateTime>,
    ) {
        session.date = start.or(end).map(|at| at.date());
        session.start = start.map(|at| at.time());
        session.end = end.map(|at| at.time());
        if let (Some(start), Some(end)) = (start, end)
            && end <= start
        {
            session.end = None;
            if end < start {
                self.warn(WarningKind::EndBeforeStart, &session.title);
            }
        }
    }

    /// The programme, by date and time, with the dates of the day from its sessions where the file does not say them.
    pub(super) fn finish(self, mut day: DayFacts) -> Programme {
        let mut sessions = self.sessions;
        sessions.sort_by_key(|session| (session.date.is_none(), session.date, session.start));
        let dates: Vec<NaiveDate> = sessions.iter().filter_map(|session| session.date).collect();
        if day.date.is_none() {
            day.date = dates.first().copied();
            day.last_date = day.last_date.or(dates.last().copied());
        }
        day.last_date = day.last_date.filter(|last| day.date.is_some_and(|first| *last > first));
        Programme {
            format: self.format.name(),
            day,
            sessions,
            left_out: self.left_out,
            warnings: self.warnings,
            ..Programme::default()
        }
    }
}

/// What programs without a field for it put before a title, in small letters.
const CALLED_OFF: [&str; 8] =
    ["cancelled", "canceled", "geannuleerd", "vervallen", "afgelast", "abgesagt", "entfällt", "annulé"];

/// Whether a title says that its session does not take place: "CANCELLED: …", "[Abgesagt] …".
fn is_called_off(title: &str) -> bool {
    let start: String = title.chars().take(SHOWN).collect::<String>().to_lowercase();
    let start = start.trim_start_matches(['[', '(', '*', ' ']);
    let rest = CALLED_OFF.iter().find_map(|word| start.strip_prefix(word));
    rest.is_some_and(|rest| {
        rest.is_empty()
            || rest.starts_with([':', ']', ')', '*'])
            || rest.starts_with(" -")
            || rest.starts_with(" –")
    })
}

/// The second title, else the first line of the description where it is short enough to be one.
fn title_instead(session: &mut SessionFacts) -> Option<String> {
    if let Some(subtitle) = session.subtitle.take() {
        return Some(subtitle);
    }
    let summary = session.summary.as_ref()?;
    let first = summary.lines().next().unwrap_or_default();
    let title: String = first.chars().take(TITLE).collect();
    Some(if title.len() < first.len() { format!("{title}…") } else { title })
        .filter(|title| !title.is_empty())
}

/// What is known of a session without a title.
fn shown(session: &SessionFacts) -> String {
    let parts = [
        session.date.map(|date| date.to_string()),
        session.start.map(|time| time.format("%H:%M").to_string()),
        session.room.clone(),
    ];
    let known: Vec<String> = parts.into_iter().flatten().collect();
    if known.is_empty() { session.external_id.clone().unwrap_or_default() } else { known.join(" ") }
}

/// A short and a long description as one: the longer where it begins with the shorter, else both.
pub(super) fn joined(short: Option<&str>, long: Option<&str>) -> Option<String> {
    let short = short.and_then(html_text::filled);
    let long = long.and_then(html_text::filled);
    match (short, long) {
        (Some(short), Some(long)) if long.starts_with(short.trim_end_matches(['.', '…'])) => Some(long),
        (Some(short), Some(long)) if short.starts_with(&long) => Some(short),
        (Some(short), Some(long)) => Some(format!("{short}\n\n{long}")),
        (short, long) => short.or(long),
    }
}

/// The kind of a session, by its title and by what the file calls its type or its track.
///
/// A title that is a break, a meal or a welcome says more than a type; a type says more than a word in the title of a talk.
pub(super) fn kind(title: &str, types: &[Option<&str>]) -> SessionKind {
    use SessionKind::{Other, Panel, Talk, Workshop};
    let guessed = kind::guess(title);
    if !matches!(guessed, Talk | Panel | Workshop | Other) {
        return guessed;
    }
    let named = types.iter().flatten().find_map(|name| kind_of_type(name));
    named.unwrap_or(guessed)
}

/// Words that programmes call their types of sessions by.
const TYPES: [(&str, SessionKind); 44] = [
    ("lecture", SessionKind::Talk),
    ("talk", SessionKind::Talk),
    ("keynote", SessionKind::Talk),
    ("maintrack", SessionKind::Talk),
    ("devroom", SessionKind::Talk),
    ("lightning", SessionKind::Talk),
    ("presentation", SessionKind::Talk),
    ("vortrag", SessionKind::Talk),
    ("lezing", SessionKind::Talk),
    ("conférence", SessionKind::Talk),
    ("paper", SessionKind::Talk),
    ("workshop", SessionKind::Workshop),
    ("tutorial", SessionKind::Workshop),
    ("hands-on", SessionKind::Workshop),
    ("training", SessionKind::Workshop),
    ("atelier", SessionKind::Workshop),
    ("hackathon", SessionKind::Workshop),
    ("podium", SessionKind::Panel),
    ("panel", SessionKind::Panel),
    ("discussion", SessionKind::Panel),
    ("debate", SessionKind::Panel),
    ("roundtable", SessionKind::Panel),
    ("table ronde", SessionKind::Panel),
    ("break", SessionKind::Break),
    ("coffee", SessionKind::Break),
    ("pause", SessionKind::Break),
    ("pauze", SessionKind::Break),
    ("lunch", SessionKind::Lunch),
    ("social", SessionKind::Social),
    ("party", SessionKind::Social),
    ("concert", SessionKind::Social),
    ("performance", SessionKind::Social),
    ("music", SessionKind::Social),
    ("djset", SessionKind::Social),
    ("dj set", SessionKind::Social),
    ("film", SessionKind::Social),
    ("game", SessionKind::Social),
    ("registration", SessionKind::Registration),
    ("opening", SessionKind::Opening),
    ("closing", SessionKind::Closing),
    ("meeting", SessionKind::Other),
    ("assembly", SessionKind::Other),
    ("ceremony", SessionKind::Other),
    ("other", SessionKind::Other),
];

fn kind_of_type(name: &str) -> Option<SessionKind> {
    let name = name.to_lowercase();
    TYPES.iter().find(|(word, _)| name.contains(word)).map(|(_, kind)| *kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(title: &str) -> SessionFacts {
        SessionFacts { title: title.to_owned(), ..SessionFacts::default() }
    }

    #[test]
    fn sessions_with_one_id_are_all_kept_and_said() {
        let mut collector = Collector::new(Format::Ics);
        for title in ["Een", "Twee", "Drie"] {
            collector.add(1, SessionFacts { external_id: Some("7".to_owned()), ..session(title) });
        }
        let programme = collector.finish(DayFacts::default());
        assert_eq!(programme.sessions.len(), 3);
        assert_eq!(programme.warnings, [Warning::new(WarningKind::SameId, 7)]);
    }

    #[test]
    fn what_has_no_title_borrows_one_or_is_left_out() {
        let mut collector = Collector::new(Format::Ics);
        collector.add(3, SessionFacts { summary: Some("Over fietsen\nen lopen".to_owned()), ..session("") });
        collector.add(4, SessionFacts { subtitle: Some("Deel twee".to_owned()), ..session("") });
        collector.add(5, SessionFacts { room: Some("Zaal 1".to_owned()), ..session("") });
        let programme = collector.finish(DayFacts::default());
        assert_eq!(programme.sessions[0].title, "Over fietsen");
        assert_eq!(
            (programme.sessions[1].title.as_str(), &programme.sessions[1].subtitle),
            ("Deel twee", &None)
        );
        let left_out = LeftOut { line: 5, text: "Zaal 1".to_owned(), reason: Reason::NoTitle };
        assert_eq!(programme.left_out, [left_out]);
    }

    #[test]
    fn a_programme_is_bounded_and_says_so() {
        let mut collector = Collector::new(Format::Ics);
        for number in 0..MOST_SESSIONS + 2 * MOST_LEFT_OUT {
            collector.add(number, session("x"));
            collector.warn(WarningKind::Time, &number.to_string());
        }
        let programme = collector.finish(DayFacts::default());
        assert_eq!(programme.sessions.len(), MOST_SESSIONS);
        assert_eq!(programme.left_out.len(), MOST_LEFT_OUT);
        assert!(programme.left_out.iter().all(|piece| piece.reason == Reason::TooMany));
        assert_eq!(programme.warnings.len(), MOST_WARNINGS);
    }

    #[test]
    fn titles_may_say_that_a_session_is_called_off() {
        for title in ["CANCELLED: Een", "[Abgesagt] Een", "Geannuleerd – Een", "Vervallen"] {
            assert!(is_called_off(title), "{title}");
        }
        for title in ["Cancelled cheques in history", "Een", "Vervallen huizen"] {
            assert!(!is_called_off(title), "{title}");
        }
    }

    #[test]
    fn sessions_stand_by_date_and_time_and_those_without_come_last() {
        let at = |date: Option<&str>, time: Option<&str>, title: &str| SessionFacts {
            date: date.and_then(|date| date.parse().ok()),
            start: time.and_then(|time| time.parse().ok()),
            ..session(title)
        };
        let mut collector = Collector::new(Format::Ics);
        collector.add(1, at(None, None, "ooit"));
        collector.add(1, at(Some("2024-05-02"), Some("09:00:00"), "twee"));
        collector.add(1, at(Some("2024-05-01"), Some("09:00:00"), "een"));
        collector.add(1, at(Some("2024-05-01"), None, "hele dag"));
        let programme = collector.finish(DayFacts::default());
        let titles: Vec<&str> = programme.sessions.iter().map(|session| session.title.as_str()).collect();
        assert_eq!(titles, ["hele dag", "een", "twee", "ooit"]);
        assert_eq!(programme.day.date, "2024-05-01".parse().ok());
        assert_eq!(programme.day.last_date, "2024-05-02".parse().ok());
    }

    #[test]
    fn descriptions_that_repeat_each_other_are_said_once() {
        assert_eq!(joined(Some("Een."), Some("<p>Een. Twee.</p>")).as_deref(), Some("Een. Twee."));
        assert_eq!(joined(Some("Een. Twee."), Some("Een.")).as_deref(), Some("Een. Twee."));
        assert_eq!(joined(Some("Een."), Some("Twee.")).as_deref(), Some("Een.\n\nTwee."));
        assert_eq!(joined(Some(" "), None), None);
    }

    #[test]
    fn types_and_titles_together_give_the_kind() {
        assert_eq!(kind("Lunch", &[Some("other")]), SessionKind::Lunch);
        assert_eq!(kind("Workshops that work", &[Some("lecture")]), SessionKind::Talk);
        assert_eq!(kind("Solderen", &[Some("workshop")]), SessionKind::Workshop);
        assert_eq!(kind("Solderen", &[None, Some("Makers")]), SessionKind::Talk);
    }
}
