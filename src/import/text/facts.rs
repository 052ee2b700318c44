//! What the text around a programme says about its day: title, date and place.
//!
//! Guesses, to be corrected in the preview. A date without a year takes the year that the text names elsewhere, if the
//! day of the week agrees; else it is left open.

mod undated;

use chrono::{Datelike, NaiveDate};

use super::days::Heading;
use super::lines::{Line, Mark};
use super::words;
use crate::domain::day::{DayFacts, SessionKind};
use crate::import::dates::{self, WrittenDate};
use crate::import::{kind, times};

/// What is known of the days of a text.
pub(super) struct Facts {
    /// The day as a whole.
    pub(super) day: DayFacts,
    /// The date of each of its days.
    pub(super) dates: Vec<Option<NaiveDate>>,
}

/// What tells the year of a date that is written without one.
#[derive(Clone, Copy)]
struct Year {
    /// The year that the text names.
    written: Option<i32>,
    /// When the text was sent.
    sent: Option<NaiveDate>,
}

/// Words that names of meetings end in or have.
const MEETINGS: &str = "dag bijeenkomst congres conferentie conference symposium seminar workshop meeting tagung fachtag fachtagung journée journées colloque rencontre rencontres retreat festival meetup \
    summit forum vergadering beraad overleg sitzung kongress konferenz treffen netzwerktreffen séminaire assemblée avond middag ontbijt camp day days evening gathering convention congress versammlung council \
    commissie raad tag tage expo fair academy masterclass webinar reunion assises salon";
/// Headers of a mail, and which of them is a title.
const SUBJECTS: [&str; 6] = ["onderwerp", "betreft", "betr.", "subject", "betreff", "objet"];
const HEADERS: [&str; 27] = [
    "van",
    "from",
    "von",
    "de",
    "aan",
    "to",
    "an",
    "à",
    "cc",
    "bcc",
    "datum",
    "date",
    "sent",
    "verzonden",
    "gesendet",
    "envoyé",
    "reply-to",
    "onderwerp",
    "subject",
    "betreff",
    "objet",
    "bijlagen",
    "aanwezig",
    "afwezig",
    "present",
    "apologies",
    "anwesend",
];
/// Headers of a mail with the date on which it was sent.
const MAIL_DATES: [&str; 6] = ["sent", "verzonden", "gesendet", "envoyé", "envoye", "gesendet am"];
const PLACES: [&str; 18] = [
    "locatie",
    "plaats",
    "waar",
    "adres",
    "where",
    "location",
    "venue",
    "place",
    "ort",
    "wo",
    "veranstaltungsort",
    "tagungsort",
    "lieu",
    "où",
    "adresse",
    "place of meeting",
    "vergaderplaats",
    "room",
];

/// Reads them: `first` is the place of the first line of the programme in `lines`.
pub(super) fn read(lines: &[Line<'_>], headings: &[Heading], first: usize, sent: Option<NaiveDate>) -> Facts {
    let above = lines.get(..first.min(lines.len())).unwrap_or_default();
    let all_dates: Vec<WrittenDate> = lines.iter().flat_map(|line| dates::find(&line.text)).collect();
    let year = Year { written: year(lines, &all_dates), sent };
    let mut resolved: Vec<Option<NaiveDate>> =
        headings.iter().map(|heading| heading.date.as_ref().and_then(|date| resolve(date, year))).collect();
    let written: Vec<WrittenDate> = above.iter().flat_map(dates_of).collect();
    // What the items speak of is a date of the day only where nothing above them is: minutes have a date too.
    let written = if written.is_empty() && !all_dates.is_empty() {
        lines.get(first..).unwrap_or_default().iter().flat_map(dates_of).collect()
    } else {
        written
    };
    let known: Vec<NaiveDate> = written.iter().filter_map(|date| resolve(date, year)).collect();
    let named = resolved.iter().flatten().next().copied();
    let date = named.or_else(|| known.first().copied());
    if let (Some(first), Some(last)) = (date, range_end(lines, date, year)) {
        undated::within(&mut resolved, headings, &(first..=last));
    }
    if let (Some(first), None) = (date, named) {
        // Days that only have a number or a day of the week follow each other.
        undated::spread(&mut resolved, headings, first);
    }
    let date = resolved.iter().flatten().next().copied().or(date);
    let last = resolved.iter().flatten().max().copied().filter(|last| Some(*last) != date);
    let last =
        last.or_else(|| range_end(lines, date, year).filter(|_| headings.len() > 1 || named.is_none()));
    let day = DayFacts {
        title: title(above, lines),
        date,
        last_date: last,
        place: place(lines, first),
        ..DayFacts::default()
    };
    Facts { day, dates: resolved }
}

/// The dates of a line, unless they are a deadline.
fn dates_of(line: &Line<'_>) -> Vec<WrittenDate> {
    const DEADLINES: [&str; 18] = [
        "vóór",
        "voor",
        "tot",
        "uiterlijk",
        "by",
        "before",
        "until",
        "bis",
        "avant",
        "deadline",
        "sinds",
        "since",
        "seit",
        "depuis",
        "updated",
        "version",
        "versie",
        "stand",
    ];
    if words::is_reply_header(&line.text) {
        return Vec::new();
    }
    if line
        .text
        .split_once(':')
        .is_some_and(|(label, _)| MAIL_DATES.contains(&label.trim().to_lowercase().as_str()))
    {
        return Vec::new();
    }
    let mut found = dates::find(&line.text);
    found.retain(|date| {
        let before = line.text.get(..date.span.start).unwrap_or_default();
        let last = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
        !DEADLINES.contains(&last.trim_matches(|c: char| !c.is_alphanumeric()))
    });
    found
}

/// The last day of the range of dates that begins with `first`.
fn range_end(lines: &[Line<'_>], first: Option<NaiveDate>, year: Year) -> Option<NaiveDate> {
    let first = first?;
    lines
        .iter()
        .flat_map(|line| dates_of(line).windows(2).map(<[WrittenDate]>::to_vec).collect::<Vec<_>>())
        .find_map(|pair| {
            let [one, two] = pair.as_slice() else { return None };
            let near = two.span == one.span || two.span.start.saturating_sub(one.span.end) < 12;
            let (one, two) = (
                resolve(one, Year { written: one.year.or(two.year).or(year.written), ..year })?,
                resolve(two, year)?,
            );
            (near && one == first && two > one && (two - one).num_days() < 15).then_some(two)
        })
}

fn resolve(date: &WrittenDate, year: Year) -> Option<NaiveDate> {
    if let (None, None, Some(sent)) = (date.year, year.written, year.sent) {
        let dates = [sent.year(), sent.year() + 1].into_iter().filter_map(|year| date.resolve(Some(year)));
        return dates
            .into_iter()
            .find(|resolved| *resolved >= sent && dates::agrees(*resolved, date.weekday));
    }
    let resolved = date.resolve(year.written)?;
    (date.year.is_some() || dates::agrees(resolved, date.weekday)).then_some(resolved)
}

/// The year that the text names, in a date or alone: "Netwerkdag 2023". The first one. A year behind a © counts only
/// where the days of the week agree with it.
fn year(lines: &[Line<'_>], dates: &[WrittenDate]) -> Option<i32> {
    let alone = |of_owner: bool| {
        lines.iter().filter(|line| line.text.contains('©') == of_owner).find_map(|line| {
            let mut numbers =
                line.text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
            numbers.find_map(|digits| digits.parse().ok().filter(|year| (2000..2100).contains(year)))
        })
    };
    let agrees = |year: &i32| {
        let with_weekday: Vec<&WrittenDate> = dates.iter().filter(|date| date.weekday.is_some()).collect();
        !with_weekday.is_empty()
            && with_weekday
                .iter()
                .all(|date| date.resolve(Some(*year)).is_some_and(|day| dates::agrees(day, date.weekday)))
    };
    let in_dates = dates.iter().find_map(|date| date.year);
    in_dates.or_else(|| alone(false)).or_else(|| alone(true).filter(agrees))
}

/// What the day is called: the best of the lines above the programme.
fn title(above: &[Line<'_>], lines: &[Line<'_>]) -> String {
    let pool = if above.iter().all(Line::is_blank) { lines.get(..1).unwrap_or_default() } else { above };
    let mut best: Option<(i32, String)> = None;
    for line in pool.iter().filter(|line| !line.is_blank() && (!line.is_listed() || is_edition(line))) {
        let (score, text) = title_score(line);
        if best.as_ref().is_none_or(|(best, _)| score > *best) {
            best = Some((score, text));
        }
    }
    best.filter(|(score, _)| *score >= 0).map(|(_, text)| text).unwrap_or_default()
}

/// "12. Fachtagung Prävention": the twelfth of them, and no item of a list.
fn is_edition(line: &Line<'_>) -> bool {
    matches!(line.mark, Mark::Number(number) if number > 1) && names_meeting(&words::words(&line.text))
}

/// Whether one of the words is what people come together for.
fn names_meeting(words: &[String]) -> bool {
    words.iter().any(|word| {
        MEETINGS.split_ascii_whitespace().any(|known| {
            word == known
                || (known.len() > 5 && word.ends_with(known))
                || word.ends_with("dag") && word.len() > 5
        })
    })
}

/// "Programma Netwerkbijeenkomst Ondermijning" without its first word, where what follows names a meeting.
fn without_heading(text: String) -> String {
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let is_heading = words::is_programme_heading(first) && !first.ends_with(':');
    if is_heading && names_meeting(&words::words(rest)) { rest.trim_start().to_owned() } else { text }
}

fn title_score(line: &Line<'_>) -> (i32, String) {
    const LONGEST: usize = 14;
    let written = if is_edition(line) { line.raw } else { &line.text };
    let text = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = without_heading(without_date(cleaned_subject(&text)));
    let mut score = 0;
    if let Some((label, _)) = text.split_once('?')
        && PLACES
            .iter()
            .chain(&["wanneer", "when", "wann", "quand"])
            .any(|known| label.to_lowercase() == *known)
    {
        return (-9, text);
    }
    if let Some((label, rest)) = text.split_once(':') {
        let label = label.trim().to_lowercase();
        if SUBJECTS.contains(&label.as_str()) {
            return (6, cleaned_subject(rest));
        }
        if HEADERS.contains(&label.as_str()) || PLACES.contains(&label.as_str()) {
            return (-9, text);
        }
    }
    let words = words::words(&text);
    let meeting = names_meeting(&words);
    let weekday_only = dates::leading_weekday(&text).is_some();
    score += if meeting { 4 } else { 0 };
    score += if line.mark == Mark::Heading { 3 } else { 0 };
    score += i32::from(text.chars().any(|c| c.is_ascii_digit()));
    score -= if words.len() > LONGEST || text.ends_with(['.', ',', '!']) { 6 } else { 0 };
    score -= if words::is_programme_heading(&text) && words.len() <= 4 { 5 } else { 0 };
    score -= if line.cells.len() > 2 || line.text.contains('\t') || super::days::heading(line).is_some() {
        6
    } else {
        0
    };
    score -= if kind::guess(&text) != SessionKind::Talk && words.len() <= 3 && !meeting { 4 } else { 0 };
    score -= if words::time_at_end(&text).is_some() && !meeting { 6 } else { 0 };
    score -= if words::is_frame_label(&text) && text.contains(':') { 6 } else { 0 };
    score -= i32::from(words.len() <= 1);
    score -= if weekday_only
        || dates::find(&text).first().is_some_and(|date| date.span.start == 0)
        || times::leading(&text).is_some()
    {
        6
    } else {
        0
    };
    score -= if text.contains(['›', '|', '@'])
        || text.contains(" » ") && !text.contains('«')
        || text.contains("http")
        || text.ends_with(':')
    {
        6
    } else {
        0
    };
    (score, text)
}

/// "Wijkdag, donderdag 11 april 2024" as "Wijkdag": a date at the end, behind a comma, a dash or a bar, is no part of the title.
fn without_date(text: String) -> String {
    let Some(date) = dates::find(&text).pop() else { return text };
    let behind = text.get(date.span.end..).unwrap_or_default();
    let before = text.get(..date.span.start).unwrap_or_default().trim_end();
    let is_at_end = behind.chars().all(|c| !c.is_alphanumeric());
    let title = before.trim_end_matches([',', '|', '–', '—', '-']).trim_end();
    if is_at_end && title.len() < before.len() && title.contains(char::is_alphabetic) {
        title.to_owned()
    } else {
        text
    }
}

fn cleaned_subject(text: &str) -> String {
    let mut text = text.trim();
    for start in [
        "RE:",
        "Re:",
        "FW:",
        "Fwd:",
        "FWD:",
        "AW:",
        "WG:",
        "TR:",
        "Uitnodiging:",
        "Invitation:",
        "Einladung:",
        "Save the date:",
    ] {
        text = text.strip_prefix(start).unwrap_or(text).trim_start();
    }
    text.to_owned()
}

/// Where it is held: behind a label, or behind the date above the programme.
fn place(lines: &[Line<'_>], first: usize) -> Option<String> {
    const LONGEST: usize = 100;
    let labelled = lines.iter().find_map(|line| {
        if line.mark == Mark::Bullet('📍') {
            return Some(line.text.clone());
        }
        let (label, rest) = line.text.split_once(':')?;
        PLACES.contains(&label.trim().to_lowercase().as_str()).then(|| rest.trim().to_owned())
    });
    let behind_date = || {
        lines.get(..first)?.iter().find_map(|line| {
            let end = dates_of(line).last()?.span.end;
            let rest = line.text.get(end..)?.trim_start();
            let rest = match rest.strip_prefix([',', '|', '–', '-', '·', '•', '@']) {
                Some(rest) => rest.trim_start(),
                None if starts_with_in(rest) => rest,
                None => return None,
            };
            let rest = rest.split_once(' ').filter(|_| starts_with_in(rest)).map_or(rest, |(_, rest)| rest);
            let sentence = rest.split(". ").next()?.trim_end_matches(['.', ')', ',']).trim();
            let is_place = (sentence.starts_with(char::is_uppercase)
                || starts_with_in(line.text.get(end..)?.trim_start_matches([' ', ','])))
                && sentence.starts_with(|c: char| c.is_uppercase() || c.is_lowercase())
                && times::leading(sentence).is_none()
                && sentence.chars().any(char::is_uppercase);
            (is_place && sentence.split_whitespace().count() <= 14).then(|| sentence.to_owned())
        })
    };
    labelled
        .filter(|place| !place.is_empty())
        .or_else(behind_date)
        .filter(|place| place.chars().count() <= LONGEST)
}

fn starts_with_in(text: &str) -> bool {
    ["in ", "im ", "te ", "bij ", "at ", "à ", "au "].iter().any(|word| text.starts_with(word))
}
