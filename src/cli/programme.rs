//! A day's programme as text for people: of a stored day, or of a file that was only read.

use super::wording::{self, Align};
use crate::domain::book::Book;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::programme::Programme;
use crate::domain::query::Selection;
use crate::i18n::Texts;

/// Number, times, title, speakers, room, what is special, lines.
const COLUMNS: [Align; 7] =
    [Align::Right, Align::Left, Align::Left, Align::Left, Align::Left, Align::Left, Align::Right];

/// What is shown of a session.
struct Item<'a> {
    position: u32,
    facts: &'a SessionFacts,
    cancelled: bool,
    lines: usize,
}

/// The programme of a stored day. Private sessions are left out and private lines are not counted.
pub fn of_book(texts: &Texts, book: &Book) -> String {
    let open = book.pages.iter().filter(|page| !page.session.private);
    let items = open.map(|page| {
        let session = &page.session;
        let lines = book.select(&Selection { session: Some(session.id), ..Selection::default() }).len();
        Item { position: session.position, facts: &session.facts, cancelled: session.cancelled, lines }
    });
    text(texts, &book.day.facts, &items.collect::<Vec<_>>())
}

/// The programme of a file.
pub fn of_file(texts: &Texts, programme: &Programme) -> String {
    let items = (1u32..).zip(&programme.sessions).map(|(position, facts)| Item {
        position,
        facts,
        cancelled: facts.cancelled,
        lines: 0,
    });
    text(texts, &programme.day, &items.collect::<Vec<_>>())
}

/// The day's heading, then a line per session.
fn text(texts: &Texts, day: &DayFacts, items: &[Item<'_>]) -> String {
    let facts = [
        wording::when_and_where(texts, day),
        day.theme.clone().unwrap_or_default(),
        day.organiser.clone().unwrap_or_default(),
    ];
    let mut lines = vec![day.title.clone()];
    lines.extend(facts.into_iter().filter(|line| !line.is_empty()));
    lines.push(String::new());
    lines.extend(sessions(texts, day, items));
    lines.join("\n")
}

/// A session with a date of its own gets that date above it, unless the heading of the day says it.
fn sessions(texts: &Texts, day: &DayFacts, items: &[Item<'_>]) -> Vec<String> {
    let rows: Vec<Vec<String>> = items.iter().map(|item| row(texts, item)).collect();
    let mut current = if day.last_date.is_none() { day.date } else { None };
    let mut lines = Vec::new();
    for (item, line) in items.iter().zip(wording::table(&COLUMNS, &rows)) {
        if item.facts.date.is_some() && item.facts.date != current {
            current = item.facts.date;
            lines.push(wording::when(texts, current, None));
        }
        lines.push(line);
    }
    lines
}

fn row(texts: &Texts, item: &Item<'_>) -> Vec<String> {
    let cancelled = if item.cancelled { texts.get("cli-cancelled") } else { "" };
    vec![
        item.position.to_string(),
        wording::times(item.facts),
        wording::titled(texts, &item.facts.title).to_owned(),
        wording::speakers(item.facts),
        item.facts.room.clone().unwrap_or_default(),
        cancelled.to_owned(),
        if item.lines == 0 { String::new() } else { wording::lines(texts, item.lines) },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;

    fn session(title: &str, date: Option<&str>, start: Option<&str>) -> SessionFacts {
        SessionFacts {
            title: title.to_owned(),
            date: date.and_then(|date| date.parse().ok()),
            start: start.and_then(|time| time.parse().ok()),
            ..SessionFacts::default()
        }
    }

    fn day(last_date: Option<&str>) -> DayFacts {
        DayFacts {
            title: "Wijkdag".to_owned(),
            date: "2024-05-01".parse().ok(),
            last_date: last_date.and_then(|date| date.parse().ok()),
            ..DayFacts::default()
        }
    }

    fn of(day: DayFacts, sessions: Vec<SessionFacts>) -> String {
        of_file(&Texts::new(Language::Dutch), &Programme { day, sessions, ..Programme::default() })
    }

    #[test]
    fn a_session_is_a_line_with_what_is_known_of_it() {
        let text = of(day(None), vec![session("Welkom", None, Some("09:30:00")), session("", None, None)]);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(&lines[..4], ["Wijkdag", "wo 1 mei 2024", "", "1  09:30  Welkom"]);
        assert!(lines[4].contains("zonder titel"), "{text}");
        assert_eq!(lines.len(), 5);
    }

    #[test]
    fn a_cancelled_session_says_so_and_lines_are_counted() {
        let texts = Texts::new(Language::Dutch);
        let facts = session("Welkom", None, None);
        let item = Item { position: 4, facts: &facts, cancelled: true, lines: 2 };
        assert_eq!(
            text(&texts, &DayFacts::default(), &[item]).lines().last(),
            Some("4  Welkom  niet meer in het programma  2 regels")
        );
    }

    #[test]
    fn several_dates_each_get_a_heading() {
        let two_days =
            vec![session("Een", Some("2024-05-01"), None), session("Twee", Some("2024-05-02"), None)];
        let text = of(day(Some("2024-05-02")), two_days);
        assert!(text.contains("\nwo 1 mei 2024\n1  Een\ndo 2 mei 2024\n2  Twee"), "{text}");
        let one_day = vec![session("Een", Some("2024-05-01"), None), session("Twee", None, None)];
        assert!(of(day(None), one_day).ends_with("\n\n1  Een\n2  Twee"));
    }
}
