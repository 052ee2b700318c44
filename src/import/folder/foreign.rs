//! Notes that another program wrote, as Obsidian and Joplin keep or export them: by their front matter, else by folder and
//! file.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta};

use super::{FORMAT, Note};
use crate::domain::clock::Moment;
use crate::domain::dates;
use crate::domain::day::{DayFacts, SessionFacts, Speaker};
use crate::domain::line;
use crate::domain::noted::{NotedDay, NotedLine, SessionNotes};
use crate::domain::programme::Programme;
use crate::domain::sheet::Sheet;
use crate::import::names;

/// Notes that are further apart are not from one time that a day was held.
const MOST_APART: TimeDelta = TimeDelta::days(14);

/// The days that these notes make, each with the folder that it came from. `name` is what the whole folder is called.
pub(super) fn days(name: &str, notes: Vec<Note>) -> Vec<(String, NotedDay)> {
    let mut groups: BTreeMap<(String, String), Vec<Note>> = BTreeMap::new();
    for note in notes {
        let named = note.matter.text(&["day", "event"]).map(str::to_owned);
        // A day that is named may have its notes in several folders.
        let key = match named {
            Some(title) => (String::new(), title),
            None => (note.folder.clone(), String::new()),
        };
        groups.entry(key).or_default().push(note);
    }
    let days = |((folder, title), notes): ((String, String), Vec<Note>)| {
        let own = folder.rsplit('/').next().filter(|own| !own.is_empty()).unwrap_or(name);
        let called = if title.is_empty() { own } else { &title };
        let days: Vec<(String, NotedDay)> =
            times(notes).into_iter().map(|notes| (folder.clone(), day(called, notes))).collect();
        days
    };
    groups.into_iter().flat_map(days).collect()
}

/// The notes of each time that there was a day of this name: one that comes back every year has a day for each. What has no date
/// belongs to the first time.
fn times(mut notes: Vec<Note>) -> Vec<Vec<Note>> {
    let dates: BTreeSet<NaiveDate> = notes.iter().filter_map(date_of).collect();
    let dates: Vec<NaiveDate> = dates.into_iter().collect();
    let is_another_time = |pair: &[NaiveDate]| match pair {
        [one, next] => *next - *one > MOST_APART,
        _ => false,
    };
    let begins: Vec<NaiveDate> = dates
        .windows(2)
        .filter(|pair| is_another_time(pair))
        .filter_map(|pair| pair.last().copied())
        .collect();
    let mut times = Vec::new();
    for begin in begins.into_iter().rev() {
        let (later, earlier) =
            notes.into_iter().partition(|note| date_of(note).is_some_and(|date| date >= begin));
        notes = earlier;
        times.push(later);
    }
    times.push(notes);
    times.reverse();
    times
}

/// The date of the session that a note is about.
fn date_of(note: &Note) -> Option<NaiveDate> {
    note.matter.text(&["date"]).and_then(|date| date.get(..10)?.parse().ok())
}

fn day(called: &str, notes: Vec<Note>) -> NotedDay {
    let (date, title) = dated(called);
    let facts = DayFacts { title: title.to_owned(), date, ..DayFacts::default() };
    let mut day = NotedDay {
        programme: Programme { format: FORMAT, day: facts, ..Programme::default() },
        notes: Vec::new(),
    };
    for note in notes {
        add_session(&mut day, &note);
    }
    let dates: Vec<NaiveDate> = day.programme.sessions.iter().filter_map(|session| session.date).collect();
    let facts = &mut day.programme.day;
    facts.date = facts.date.or(dates.iter().min().copied());
    facts.last_date = dates.iter().max().copied().filter(|last| Some(*last) > facts.date);
    day
}

/// "2023-03-16 Netwerkdag" is a date and a title.
fn dated(name: &str) -> (Option<NaiveDate>, &str) {
    let name = name.trim();
    let date = name.get(..10).and_then(|date| date.parse().ok());
    let rest = name.get(10..).unwrap_or_default().trim_start_matches([' ', '-', '_', '.']).trim();
    match date {
        Some(date) if !rest.is_empty() => (Some(date), rest),
        Some(date) => (Some(date), name),
        None => (None, name),
    }
}

/// Adds a note as a session.
pub(super) fn add_session(day: &mut NotedDay, note: &Note) {
    let matter = &note.matter;
    let mut texts = lines_of(&note.body);
    let heading = texts.first().and_then(|text| text.strip_prefix("# ")).map(|title| title.trim().to_owned());
    let title = matter.text(&["title"]).map(str::to_owned).or_else(|| heading.clone());
    // The title as a heading says nothing more.
    if heading.is_some() && heading == title {
        texts.remove(0);
        let first = texts.iter().position(|text| !line::is_blank(text)).unwrap_or(texts.len());
        texts.drain(..first);
    }
    texts.extend(tags(matter.all("tags"), &texts));
    let noted_at = matter.text(&["created", "date created"]).and_then(moment);
    // With what they do between brackets, as an export writes them.
    let speaker = |name: &String| {
        names::person(name)
            .filter(|_| name.ends_with(')'))
            .unwrap_or_else(|| Speaker { name: name.clone(), role: None })
    };
    let speakers = matter.all("speakers").iter().chain(matter.all("speaker")).map(speaker);
    let facts = SessionFacts {
        title: title.unwrap_or_else(|| note.stem.clone()),
        date: date_of(note),
        start: matter.text(&["start"]).and_then(dates::parse_time),
        end: matter.text(&["end"]).and_then(dates::parse_time),
        speakers: speakers.collect(),
        room: matter.text(&["room"]).map(str::to_owned),
        by_hand: true,
        ..SessionFacts::default()
    };
    day.programme.sessions.push(facts);
    let lines = texts.into_iter().map(|text| NotedLine { text, noted_at, author: None }).collect();
    day.notes.push(SessionNotes { lines, sheet: Sheet::default(), private: false, starred: false });
}

/// The lines of a text, without blank ones around them. Control characters have no place in a note.
pub(super) fn lines_of(text: &str) -> Vec<String> {
    let clean = |line: &str| line.chars().filter(|c| *c == '\t' || !c.is_control()).collect::<String>();
    let lines: Vec<String> = text.split(['\n', '\r']).map(|line| clean(line).trim_end().to_owned()).collect();
    let says_something = |line: &String| !line::is_blank(line);
    let first = lines.iter().position(says_something).unwrap_or(lines.len());
    let last = lines.iter().rposition(says_something).map_or(first, |last| last + 1);
    lines.into_iter().take(last).skip(first).collect()
}

/// A line with the tags that the text does not have.
fn tags(tags: &[String], texts: &[String]) -> Option<String> {
    let is_in_text =
        |tag: &str| texts.iter().any(|text| line::parse(text).trend_tags().any(|found| found == tag));
    let tag = |tag: &String| {
        let word: String = tag
            .trim_start_matches('#')
            .chars()
            .map(|c| if c.is_alphanumeric() || matches!(c, '_' | '-') { c } else { '-' })
            .collect();
        let word = word.trim_matches('-').to_owned();
        (!word.is_empty() && !is_in_text(&word)).then(|| format!("#{word}"))
    };
    let tags: Vec<String> = tags.iter().filter_map(tag).collect();
    (!tags.is_empty()).then(|| tags.join(" "))
}

/// "2023-03-16 13:21:00Z", as Joplin writes it, or RFC 3339. A time without a zone is taken as it stands.
fn moment(text: &str) -> Option<Moment> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(&text.replacen(' ', "T", 1)) {
        return Some(moment);
    }
    let time = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())?;
    Some(time.and_utc().fixed_offset())
}

#[cfg(test)]
mod tests {
    use crate::domain::noted::NotedDay;
    use crate::import::folder::{File, read};

    fn days(files: &[(&str, &str)]) -> Vec<NotedDay> {
        let files: Vec<File<'_>> =
            files.iter().map(|(name, text)| File { name, bytes: text.as_bytes() }).collect();
        read("Notities", &files).expect("notes")
    }

    fn lines(day: &NotedDay, session: usize) -> Vec<&str> {
        day.notes[session].lines.iter().map(|line| line.text.as_str()).collect()
    }

    #[test]
    fn folders_are_days_and_files_are_sessions() {
        let days = days(&[
            ("2023-03-16 Netwerkdag/01 Welkom.md", "# Welkom\n\neen\n\ntwee\n"),
            ("2023-03-16 Netwerkdag/02 Dialoog.md", "zonder kop\n"),
            ("los.md", "---\ntags: [boa, 'open brief']\ncreated: 2023-03-16 13:21:00Z\n---\nmet #boa\n"),
        ]);
        let [loose, day] = days.as_slice() else { panic!("two days: {days:?}") };
        assert_eq!(day.programme.day.title, "Netwerkdag");
        assert_eq!(day.programme.day.date.map(|date| date.to_string()).as_deref(), Some("2023-03-16"));
        let titles: Vec<&str> = day.programme.sessions.iter().map(|session| session.title.as_str()).collect();
        assert_eq!(titles, ["Welkom", "02 Dialoog"]);
        assert_eq!(lines(day, 0), ["een", "", "twee"]);
        assert_eq!(loose.programme.day.title, "Notities");
        assert_eq!(lines(loose, 0), ["met #boa", "#open-brief"]);
        let noted_at = loose.notes[0].lines[0].noted_at.expect("a time");
        assert_eq!(noted_at.to_rfc3339(), "2023-03-16T13:21:00+00:00");
    }

    #[test]
    fn front_matter_goes_before_folders() {
        let text = |title: &str, date: &str| {
            format!(
                "---\ntitle: {title}\nday: Congres\ndate: {date}\nspeakers: [Noor, Bram]\nstart: \"9:30\"\n---\nx"
            )
        };
        let days = days(&[("a/1.md", &text("Een", "2023-03-17")), ("b/2.md", &text("Twee", "2023-03-16"))]);
        let [day] = days.as_slice() else { panic!("one day: {days:?}") };
        let facts = &day.programme.day;
        assert_eq!((facts.title.as_str(), day.programme.sessions.len()), ("Congres", 2));
        assert_eq!(facts.date.zip(facts.last_date).map(|(first, last)| (last - first).num_days()), Some(1));
        let session = &day.programme.sessions[0];
        assert_eq!((session.title.as_str(), session.speakers.len()), ("Een", 2));
        assert_eq!(session.start, chrono::NaiveTime::from_hms_opt(9, 30, 0));
    }

    #[test]
    fn a_day_that_comes_back_every_year_is_a_day_for_each() {
        let text = |title: &str, date: &str| format!("---\ntitle: {title}\nday: Netwerkdag\n{date}---\nx");
        let days = days(&[
            ("2024/1.md", &text("Later", "date: 2024-03-14\n")),
            ("2023/1.md", &text("Eerst", "date: 2023-03-16\n")),
            ("2023/2.md", &text("Dag twee", "date: 2023-03-17\n")),
            ("los.md", &text("Ooit", "")),
        ]);
        let found: Vec<(Option<String>, Vec<&str>)> = days
            .iter()
            .map(|day| {
                let titles = day.programme.sessions.iter().map(|session| session.title.as_str());
                (day.programme.day.date.map(|date| date.to_string()), titles.collect())
            })
            .collect();
        let date = |date: &str| Some(date.to_owned());
        assert_eq!(
            found,
            [(date("2023-03-16"), vec!["Eerst", "Dag twee", "Ooit"]), (date("2024-03-14"), vec!["Later"])]
        );
    }

    #[test]
    fn speakers_keep_what_they_do_apart() {
        let days = days(&[(
            "a.md",
            "---\nspeakers: [\"Noor de Wit (adviseur, gemeente Waterrijk)\", Bram, \"DJ (live)\"]\n---\nx",
        )]);
        let speakers = &days[0].programme.sessions[0].speakers;
        let found: Vec<(&str, Option<&str>)> =
            speakers.iter().map(|speaker| (speaker.name.as_str(), speaker.role.as_deref())).collect();
        assert_eq!(found[0], ("Noor de Wit", Some("adviseur, gemeente Waterrijk")));
        assert_eq!(found[1], ("Bram", None));
    }

    #[test]
    fn a_folder_without_notes_is_refused() {
        assert!(read("leeg", &[]).is_err());
        assert!(read("leeg", &[File { name: "a.png", bytes: b"x" }]).is_err());
    }
}
