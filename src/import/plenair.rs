//! Plenair's own programme file as a programme: the checked tables become the types of the domain.
//!
//! What such a file may say, and on which line it goes wrong, is in `plenair_toml`.

use std::str::FromStr;

use chrono::NaiveTime;

use super::noted_json;
use super::plenair_toml::{self, DayFile, DayTable, ListKind, ListTable, SessionTable, SpeakerTable, Text};
use crate::domain::day::{DayFacts, Link, SessionFacts, SessionKind, Speaker};
use crate::domain::points::{Point, PointList, PointListKind};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::Programme;
use crate::domain::trend::Trend;

/// The name of this format on the command line.
const FORMAT: &str = "plenair";

/// Reads a programme that was written by hand in Plenair's TOML, or the first one of a JSON export.
pub(super) fn read(text: &str) -> Result<Programme, Problem> {
    if noted_json::begins(text) {
        let first = noted_json::read(text)?.into_iter().next();
        let none = || Problem::new(ProblemKind::NoSessions, FORMAT, "");
        return first.map(|day| day.programme).ok_or_else(none);
    }
    let file = plenair_toml::read(text)
        .map_err(|error| Problem::new(ProblemKind::NotUnderstood, error.line, error.reason))?;
    Ok(programme(file))
}

fn programme(file: DayFile) -> Programme {
    let trends = file.trends.into_iter().map(|trend| Trend {
        tag: trend.tag.into_inner(),
        label: trend.label.into_inner(),
        aliases: trend.aliases.into_iter().map(Text::into_inner).collect(),
    });
    let links = file
        .links
        .into_iter()
        .map(|link| Link { title: link.title.into_inner(), url: link.url.into_inner() });
    Programme {
        format: FORMAT,
        slug: file.day.slug.clone().map(Text::into_inner),
        day: DayFacts { trends: trends.collect(), links: links.collect(), ..day(file.day) },
        sessions: file.sessions.into_iter().map(session).collect(),
        ..Programme::default()
    }
}

fn day(table: DayTable) -> DayFacts {
    DayFacts {
        title: table.title.into_inner(),
        date: parsed(table.date.as_ref()),
        last_date: parsed(table.last_date.as_ref()),
        place: filled(table.place),
        theme: filled(table.theme),
        organiser: filled(table.organiser),
        timezone: filled(table.timezone),
        ..DayFacts::default()
    }
}

fn session(table: SessionTable) -> SessionFacts {
    let kind = table.kind.as_ref().and_then(|kind| SessionKind::from_name(kind.get_ref()));
    SessionFacts {
        external_id: None,
        title: table.title.into_inner(),
        subtitle: filled(table.subtitle),
        summary: filled(table.summary),
        kind: kind.unwrap_or_default(),
        date: parsed(table.date.as_ref()),
        day: None,
        start: time(table.start.as_ref()),
        end: time(table.end.as_ref()),
        speakers: table.speakers.into_iter().map(speaker).collect(),
        room: filled(table.room),
        track: filled(table.track),
        parallel: filled(table.parallel),
        lists: table.lists.into_iter().map(list).collect(),
        cancelled: false,
        by_hand: false,
    }
}

fn speaker(table: SpeakerTable) -> Speaker {
    Speaker { name: table.name.into_inner(), role: filled(table.role) }
}

fn list(table: ListTable) -> PointList {
    let points = table
        .points
        .into_inner()
        .into_iter()
        .map(|point| Point { label: point.label.into_inner(), tag: point.tag.map(Text::into_inner) });
    let kind = match table.kind {
        ListKind::Trends => PointListKind::Trends,
        ListKind::Discussion => PointListKind::Discussion,
        ListKind::Plain => PointListKind::Plain,
        ListKind::Evaluation => PointListKind::Evaluation,
    };
    PointList { title: table.title.into_inner(), kind, points: points.collect() }
}

/// A value that the reader has checked already.
fn parsed<T: FromStr>(text: Option<&Text>) -> Option<T> {
    text.and_then(|text| text.get_ref().parse().ok())
}

fn time(text: Option<&Text>) -> Option<NaiveTime> {
    text.and_then(|text| NaiveTime::parse_from_str(text.get_ref(), "%H:%M").ok())
}

/// A text that is left empty says as much as one that is left out.
fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = r#"
[day]
title = "Wijkdag"
slug = "wijkdag-oost"
date = "2024-05-01"
last_date = "2024-05-02"
place = " "
theme = "Samen"
timezone = "Europe/Amsterdam"

[[trends]]
tag = "boa"
label = "Boa's in de wijk"
aliases = ["handhaving"]

[[links]]
title = "Verslag"
url = "https://example.org/verslag"

[[sessions]]
title = "Feest"
abstract = "Met muziek."
kind = "social"
start = "23:00"
end = "01:30"
date = "2024-05-02"
parallel = "B"
speakers = [{ name = "Noor", role = "gastvrouw" }, { name = "Bram" }]

[[sessions.lists]]
title = "Wat speelt"
kind = "trends"
points = [{ label = "Boa's", tag = "boa" }]
"#;

    #[test]
    fn every_field_arrives_where_it_belongs() {
        let programme = read(WHOLE).expect("a whole programme");
        let day = &programme.day;
        assert_eq!((programme.format, programme.slug.as_deref()), ("plenair", Some("wijkdag-oost")));
        assert_eq!(day.date.map(|date| date.to_string()).as_deref(), Some("2024-05-01"));
        assert_eq!(day.last_date.map(|date| date.to_string()).as_deref(), Some("2024-05-02"));
        assert_eq!((day.place.as_deref(), day.theme.as_deref()), (None, Some("Samen")));
        assert_eq!(day.trends[0].aliases, ["handhaving"]);
        assert_eq!(day.links[0].url, "https://example.org/verslag");

        let session = &programme.sessions[0];
        assert_eq!(session.kind, SessionKind::Social);
        assert_eq!(session.summary.as_deref(), Some("Met muziek."));
        assert_eq!(session.start, NaiveTime::from_hms_opt(23, 0, 0));
        assert_eq!(session.end, NaiveTime::from_hms_opt(1, 30, 0));
        assert_eq!(session.date.map(|date| date.to_string()).as_deref(), Some("2024-05-02"));
        assert_eq!(session.parallel.as_deref(), Some("B"));
        assert_eq!(session.speakers[0].role.as_deref(), Some("gastvrouw"));
        assert_eq!(session.speakers[1].role, None);
        assert_eq!(session.lists[0].kind, PointListKind::Trends);
        assert_eq!(session.lists[0].points[0].tag.as_deref(), Some("boa"));
    }

    #[test]
    fn titles_are_enough_and_a_session_is_a_talk_unless_it_says_otherwise() {
        let programme =
            read("[day]\ntitle = \"Dag\"\n[[sessions]]\ntitle = \"Welkom\"\n").expect("titles only");
        assert_eq!(programme.wanted_slug(), "dag");
        assert_eq!(programme.sessions[0].kind, SessionKind::Talk);
        assert_eq!(programme.day.date, None);
    }

    #[test]
    fn a_mistake_is_told_with_its_line() {
        let problem = read("[day]\ntitle = \"Dag\"\ntown = \"Oost\"\n").expect_err("an unknown field");
        assert_eq!(problem.kind, ProblemKind::NotUnderstood);
        assert_eq!(problem.subject, "3");
        assert!(problem.cause.contains("town"), "{}", problem.cause);
    }
}
