//! Plenair's own programme file, in TOML: what the built-in day and programmes typed by hand are written in.
//!
//! Only `[day] title` and one `[[sessions]] title` are required. The reader takes the text apart and checks it; it
//! makes no ids, derives no slug and turns nothing into the types of the domain. `build.rs` includes this very file
//! to check the built-in days, so it uses nothing but std, serde and toml.

use std::fmt;

use serde::Deserialize;
use toml::Spanned;

// Spelled out, because for build.rs this file stands elsewhere in the tree of modules.
#[path = "plenair_toml/check.rs"]
mod check;

/// A text that knows where in the file it stands.
pub type Text = Spanned<String>;

/// A whole programme file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct DayFile {
    /// What is known about the day.
    pub day: DayTable,
    /// The trends that the day brings along.
    #[serde(default)]
    pub trends: Vec<TrendTable>,
    /// Further reading.
    #[serde(default)]
    pub links: Vec<LinkTable>,
    /// The programme, in order; at least one.
    #[serde(default)]
    pub sessions: Vec<SessionTable>,
}

/// The `[day]` table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct DayTable {
    /// What the day is called; never blank.
    pub title: Text,
    /// A readable name for the command line: `a-z`, `0-9` and single hyphens in between.
    pub slug: Option<Text>,
    /// The (first) date, `YYYY-MM-DD`.
    pub date: Option<Text>,
    /// The last date, `YYYY-MM-DD`; not before the first.
    pub last_date: Option<Text>,
    /// Where it is held.
    pub place: Option<String>,
    /// What the day is about.
    pub theme: Option<String>,
    /// Who organises it.
    pub organiser: Option<String>,
    /// The IANA name of the time zone its times are in. Not checked here.
    pub timezone: Option<String>,
}

/// One of `[[trends]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct TrendTable {
    /// The short name that is written after `#`: letters, digits, `-` and `_`, at least one letter.
    pub tag: Text,
    /// The trend in full; never blank.
    pub label: Text,
    /// Other names for it. No name belongs to two trends.
    #[serde(default)]
    pub aliases: Vec<Text>,
}

/// One of `[[links]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct LinkTable {
    /// What the page is called; never blank.
    pub title: Text,
    /// Its address, `https://` or `http://`.
    pub url: Text,
}

/// One of `[[sessions]]`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct SessionTable {
    /// What it is called; never blank.
    pub title: Text,
    /// A second title line.
    pub subtitle: Option<String>,
    /// What the programme tells about it.
    #[serde(rename = "abstract")]
    pub summary: Option<String>,
    /// What kind of item it is: one of those that the domain knows, in lower case.
    pub kind: Option<Text>,
    /// When it starts, `HH:MM`, local time of the day.
    pub start: Option<Text>,
    /// When it ends, `HH:MM`; earlier than the start means after midnight.
    pub end: Option<Text>,
    /// The date it starts on, `YYYY-MM-DD`, where that is not the day's own.
    pub date: Option<Text>,
    /// Where it is held.
    pub room: Option<String>,
    /// The track it belongs to.
    pub track: Option<String>,
    /// The letter or number of a parallel session.
    pub parallel: Option<String>,
    /// Who speaks, in order.
    #[serde(default)]
    pub speakers: Vec<SpeakerTable>,
    /// The point lists that belong to it.
    #[serde(default)]
    pub lists: Vec<ListTable>,
}

/// A speaker of a session.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct SpeakerTable {
    /// The name with its titles; never blank.
    pub name: Text,
    /// What the speaker does, and where.
    pub role: Option<String>,
}

/// A point list of a session.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct ListTable {
    /// What the list is called; never blank.
    pub title: Text,
    /// What its points are.
    #[serde(default)]
    pub kind: ListKind,
    /// Its points, in order; at least one.
    pub points: Spanned<Vec<PointTable>>,
}

/// What the points of a list are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ListKind {
    /// Trends of the day, to tick and rate.
    Trends,
    /// Points that are put to the room.
    Discussion,
    /// Points to tick.
    #[default]
    Plain,
    /// The questions of an evaluation form.
    Evaluation,
}

/// A point of a list.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a table")]
pub struct PointTable {
    /// The point as the speaker worded it; never blank.
    pub label: Text,
    /// The tag of one of the day's trends. A list of trends has one for every point.
    pub tag: Option<Text>,
}

/// Why a file is no programme of this format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFileError {
    /// The line where it goes wrong, from 1.
    pub line: usize,
    /// What is wrong there, in one line of plain English.
    pub reason: String,
}

impl fmt::Display for DayFileError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.reason)
    }
}

impl std::error::Error for DayFileError {}

/// Reads a programme file and checks all that can be checked without knowing what it is for.
///
/// # Errors
/// The first thing that is wrong, with its line: no TOML, an unknown or missing field, or a value that says nothing.
pub fn read(text: &str) -> Result<DayFile, DayFileError> {
    let file = toml::from_str(text).map_err(|error| unreadable(text, &error))?;
    check::check(&file)
        .map_err(|problem| DayFileError { line: line_at(text, problem.offset), reason: problem.reason })?;
    Ok(file)
}

fn unreadable(text: &str, error: &toml::de::Error) -> DayFileError {
    if !names_a_day(text) {
        let reason = "this is no Plenair programme: it has no [day]".to_owned();
        return DayFileError { line: 1, reason };
    }
    let start = error.span().map_or(0, |span| span.start);
    let line = line_at(text, start);
    let reason = if is_unquoted_date(text.get(start..), error.message()) {
        "a date or a time stands between quotation marks here, as in \"2023-03-16\" and \"09:30\"".to_owned()
    } else {
        one_line(error.message())
    };
    DayFileError { line, reason }
}

/// TOML has dates of its own, which serde takes for a map; its message would puzzle whoever wrote a date.
fn is_unquoted_date(value: Option<&str>, message: &str) -> bool {
    message.starts_with("invalid type: map")
        && value.is_some_and(|text| text.starts_with(|char: char| char.is_ascii_digit()))
}

/// Whether the text so much as looks like this format, to tell a slip of the pen from a file of another kind.
fn names_a_day(text: &str) -> bool {
    text.lines().any(|line| {
        let key = line.trim_start_matches('\u{feff}').trim_start().trim_start_matches('[').trim_start();
        key.strip_prefix("day").is_some_and(|rest| rest.trim_start().starts_with([']', '=', '.']))
    })
}

fn line_at(text: &str, offset: usize) -> usize {
    1 + text.bytes().take(offset).filter(|byte| *byte == b'\n').count()
}

fn one_line(message: &str) -> String {
    message.lines().map(str::trim).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::check::SESSION_KINDS;
    use super::*;
    use crate::domain::day::SessionKind;

    const BUILT_IN: &str = include_str!("../../assets/days/netwerkdag-grote-steden-2023.toml");
    const SMALLEST: &str = "[day]\ntitle = \"Dag\"\n\n[[sessions]]\ntitle = \"Welkom\"\n";
    const TREND: &str = "[[trends]]\ntag = \"boa\"\nlabel = \"Boa's\"\n";

    #[track_caller]
    fn assert_refused(text: &str, line: usize, reason: &str) {
        let error = read(text).expect_err("a broken file");
        assert!(error.reason.contains(reason), "{:?} should say {reason:?}", error.reason);
        assert_eq!(error.line, line, "{error}");
    }

    fn with_day_field(field: &str) -> String {
        SMALLEST.replace("title = \"Dag\"\n", &format!("title = \"Dag\"\n{field}\n"))
    }

    fn with_session_field(field: &str) -> String {
        format!("{SMALLEST}{field}\n")
    }

    fn with_list(kind: &str, points: &str) -> String {
        let list = format!("title = \"Lijst\"\nkind = \"{kind}\"\npoints = [{points}]\n");
        format!("{SMALLEST}[[sessions.lists]]\n{list}{TREND}")
    }

    #[test]
    fn a_title_for_the_day_and_one_session_is_enough() {
        let file = read(SMALLEST).expect("the smallest file");
        assert_eq!(file.day.title.get_ref(), "Dag");
        assert_eq!(file.day.slug, None);
        assert_eq!(file.sessions.len(), 1);
    }

    #[test]
    fn the_built_in_day_has_its_programme_and_its_lists() {
        let file = read(BUILT_IN).expect("the built-in day");
        let lists = file.sessions.iter().flat_map(|session| &session.lists);
        let counts: Vec<_> = lists.map(|list| (list.kind, list.points.get_ref().len())).collect();
        let expected = [
            (ListKind::Trends, 11),
            (ListKind::Discussion, 3),
            (ListKind::Plain, 4),
            (ListKind::Plain, 3),
            (ListKind::Evaluation, 5),
        ];
        assert_eq!(counts, expected);
        assert_eq!(file.trends.len(), 11);
        assert!(file.sessions.iter().all(|session| session.start.is_none() && session.end.is_none()));
        let speakers = |session: &SessionTable| session.speakers.iter().filter(|s| s.role.is_some()).count();
        assert_eq!(file.sessions.iter().map(speakers).collect::<Vec<_>>(), [1, 1, 1, 2, 1, 1, 0]);
    }

    #[test]
    fn the_points_of_the_built_in_trends_are_worded_as_the_trends() {
        let file = read(BUILT_IN).expect("the built-in day");
        let list = file.sessions.iter().flat_map(|s| &s.lists).find(|list| list.kind == ListKind::Trends);
        let points = list.expect("a list of trends").points.get_ref();
        let trends = file.trends.iter().map(|trend| (Some(trend.tag.get_ref()), trend.label.get_ref()));
        assert!(trends.eq(points.iter().map(|p| (p.tag.as_ref().map(Spanned::get_ref), p.label.get_ref()))));
    }

    #[test]
    fn the_kinds_are_those_of_the_domain() {
        assert_eq!(SESSION_KINDS, SessionKind::ALL.map(SessionKind::name));
    }

    #[test]
    fn a_file_of_another_kind_is_told_apart_from_a_slip_of_the_pen() {
        for text in
            ["", "<html>\n<body>\n", "BEGIN:VCALENDAR\n", "[package]\nname = \"dag\"\n", "daylight = 3\n"]
        {
            assert_refused(text, 1, "this is no Plenair programme");
        }
        assert_refused("[day]\ntitle = \"Dag\n", 2, "invalid basic string");
    }

    #[test]
    fn what_is_unknown_or_missing_is_named_with_its_line() {
        assert_refused(&with_day_field("town = \"Nijmegen\""), 3, "unknown field `town`");
        assert_refused(&with_session_field("spaekers = []"), 6, "unknown field `spaekers`");
        assert_refused("[day]\nslug = \"dag\"\n", 1, "missing field `title`");
        assert_refused(&format!("{SMALLEST}[[sessions]]\nkind = \"talk\"\n"), 6, "missing field `title`");
        assert_refused("[day]\ntitle = \"Dag\"\n", 2, "no [[sessions]]");
        assert_refused("day = 3\n", 1, "expected a table");
    }

    #[test]
    fn nothing_that_is_shown_may_be_blank() {
        assert_refused(&SMALLEST.replace("Dag", " "), 2, "the title of the day is empty");
        assert_refused(&SMALLEST.replace("Welkom", ""), 5, "the title of a session is empty");
        assert_refused(
            &with_session_field("speakers = [\n{ name = \"\" }]"),
            7,
            "the name of a speaker is empty",
        );
        assert_refused(&with_list("plain", "{ label = \"\" }"), 9, "the label of a point is empty");
        assert_refused(&with_list("plain", ""), 9, "the list \"Lijst\" has no points");
    }

    #[test]
    fn a_slug_is_lower_case_with_single_hyphens() {
        assert!(read(&with_day_field("slug = \"dag-2023\"")).is_ok());
        for slug in ["", "Dag", "dag 1", "dag--1", "-dag", "dag-", "d\u{e1}g"] {
            assert_refused(&with_day_field(&format!("slug = \"{slug}\"")), 3, "is no slug");
        }
    }

    #[test]
    fn dates_exist_on_the_calendar() {
        for date in ["2023-03-16", "2024-02-29", "2000-02-29"] {
            assert!(read(&with_day_field(&format!("date = \"{date}\""))).is_ok(), "{date}");
        }
        let impossible = ["2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00"];
        for date in impossible.into_iter().chain(["", "2023-3-16", "16-03-2023", "2023-03-16-1"]) {
            assert_refused(&with_day_field(&format!("date = \"{date}\"")), 3, "is no date");
            assert_refused(&with_session_field(&format!("date = \"{date}\"")), 6, "is no date");
        }
    }

    #[test]
    fn the_last_date_is_not_before_the_first() {
        let until = |last: &str| with_day_field(&format!("date = \"2023-03-16\"\nlast_date = \"{last}\""));
        assert!(read(&until("2023-03-17")).is_ok());
        assert_refused(&until("2023-03-15"), 4, "before the first");
        assert_refused(&with_day_field("last_date = \"2023-03-16\""), 3, "needs a first date");
    }

    #[test]
    fn times_exist_on_the_clock_and_may_pass_midnight() {
        assert!(read(&with_session_field("start = \"23:00\"\nend = \"01:30\"")).is_ok());
        for time in ["", "24:00", "12:60", "9:30", "09.30", "09:30:00", "+9:30"] {
            assert_refused(&with_session_field(&format!("start = \"{time}\"")), 6, "is no time");
            assert_refused(&with_session_field(&format!("end = \"{time}\"")), 6, "is no time");
        }
    }

    #[test]
    fn a_date_without_quotation_marks_is_explained() {
        assert_refused(&with_day_field("date = 2023-03-16"), 3, "between quotation marks");
        assert_refused(&with_session_field("start = 09:30"), 6, "between quotation marks");
        assert_refused(&with_day_field("date = { year = 2023 }"), 3, "expected a string");
    }

    #[test]
    fn an_unknown_kind_of_session_or_list_is_refused() {
        assert_refused(&with_session_field("kind = \"keynote\""), 6, "\"keynote\" is no kind of session");
        assert_refused(&with_list("poll", "{ label = \"x\" }"), 8, "unknown variant `poll`");
    }

    #[test]
    fn a_tag_can_be_typed_in_a_note() {
        let tagged = |tag: &str| format!("[[trends]]\ntag = \"{tag}\"\nlabel = \"Trend\"\n{SMALLEST}");
        for tag in ["boa", "sociaal-domein", "g4_g40", "co\u{eb}xistentie", "4dagen"] {
            assert!(read(&tagged(tag)).is_ok(), "{tag}");
        }
        for tag in ["", "6", "1-2", "sociaal domein", "boa's", "#boa", "boa-", "boa_"] {
            assert_refused(&tagged(tag), 2, "is no tag");
        }
    }

    #[test]
    fn no_name_belongs_to_two_trends() {
        let beside = |fields: &str| format!("{TREND}[[trends]]\nlabel = \"Politie\"\n{fields}\n{SMALLEST}");
        assert_refused(&beside("tag = \"BOA\""), 6, "is taken by the trend \"boa\"");
        assert_refused(&beside("tag = \"b-o_a\""), 6, "is taken by the trend \"boa\"");
        let shared = "tag = \"politie\"\naliases = [\"Boa\"]";
        assert_refused(&beside(shared), 7, "also a name of the trend \"boa\"");
        assert!(read(&beside("tag = \"politie\"\naliases = [\"Politie\", \"agent\"]")).is_ok());
    }

    #[test]
    fn a_point_carries_the_tag_of_a_trend_of_the_day() {
        assert!(read(&with_list("trends", "{ label = \"Boa's\", tag = \"Boa\" }")).is_ok());
        assert!(read(&with_list("discussion", "{ label = \"Wie zijn we?\" }")).is_ok());
        assert_refused(&with_list("trends", "\n{ label = \"Boa's\" }"), 10, "needs a tag");
        for kind in ["trends", "discussion", "plain"] {
            let points = "{ label = \"Politie\", tag = \"politie\" }";
            assert_refused(&with_list(kind, points), 9, "no trend of this day has the tag \"politie\"");
        }
    }

    #[test]
    fn a_link_is_a_web_address() {
        let linked = |url: &str| format!("{SMALLEST}[[links]]\ntitle = \"Verslag\"\nurl = \"{url}\"\n");
        assert!(read(&linked("https://example.org/verslag")).is_ok());
        assert_refused(&linked("file:///verslag"), 8, "is no web address");
    }

    #[test]
    fn lines_are_counted_alike_with_any_line_ending_and_a_byte_order_mark() {
        let file = with_session_field("start = \"25:00\"");
        assert_refused(&file.replace('\n', "\r\n"), 6, "is no time");
        assert_refused(&format!("\u{feff}{file}"), 6, "is no time");
    }

    /// The built-in day, broken off anywhere.
    fn broken_off() -> impl Strategy<Value = String> {
        (0..BUILT_IN.len()).prop_map(|end| BUILT_IN.chars().take(end).collect())
    }

    /// Pieces of the format in any order.
    fn jumbled() -> impl Strategy<Value = String> {
        let tables = ["[day]\n", "[[sessions]]\n", "[[trends]]\n", "[[sessions.lists]]\n"];
        let keys = ["title = ", "tag = ", "date = ", "start = ", "points = "];
        let values = ["\"\"\n", "\"x\"\n", "\"2023-03-16\"\n", "2023-03-16\n", "[{ label = \"x\" }]\n"];
        let loose = ["[", "]", "\r\n", "'''", "\u{e9}", "{"];
        let pieces = [&tables[..], &keys, &values, &loose].concat();
        prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|parts| parts.concat())
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic_and_every_error_points_into_the_file(
            text in prop_oneof![any::<String>(), jumbled(), broken_off()],
        ) {
            if let Err(error) = read(&text) {
                prop_assert!((1..=text.split('\n').count()).contains(&error.line), "{error}");
                prop_assert!(!error.reason.is_empty() && !error.reason.contains('\n'), "{error}");
            }
        }
    }
}
