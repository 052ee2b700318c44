//! The rows of the overview: a heading with a count above each part, the lines of the part, and the points that were put to
//! the room with what came of them.

use crate::app::overview::Section;
use crate::app::state::State;
use crate::domain::dates;
use crate::domain::line::{self, Figure, LineKind};
use crate::domain::review::entry::{Entry, Origin};
use crate::domain::review::overview::Discussed;
use crate::domain::sheet::Hands;

use super::super::lines::{self, Detail, session_name};
use super::super::row::{LineRow, Row};
use crate::ui::theme::icons;

/// See [`most`].
const FIRST: usize = 100;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A heading.
    Nothing,
    /// A line.
    Line {
        /// Its place in the entries.
        index: usize,
        /// The part that it stands in.
        section: Section,
    },
    /// A point, by its place among those that were discussed.
    Point(usize),
}

/// The rows, and what each is about.
#[derive(Debug, Default)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// As many targets.
    pub targets: Vec<Target>,
}

impl Rows {
    fn push(&mut self, row: Row, target: Target) {
        self.rows.push(row);
        self.targets.push(target);
    }
}

/// The rows of what the overview shows now.
pub fn of(state: &State) -> Rows {
    let mut rows = Rows::default();
    match state.afterwards.overview.section {
        Section::All => {
            for section in Section::PARTS {
                part(state, section, &mut rows);
            }
        }
        section => part(state, section, &mut rows),
    }
    rows
}

/// The name of a part in the texts.
pub fn name(section: Section) -> &'static str {
    match section {
        Section::All => "overview-all",
        Section::Actions => "overview-actions",
        Section::Decisions => "overview-decisions",
        Section::Questions => "overview-questions",
        Section::Quotes => "overview-quotes",
        Section::Figures => "overview-figures",
        Section::Points => "overview-points",
        Section::Starred => "overview-starred",
        Section::Private => "overview-private",
    }
}

fn part(state: &State, section: Section, rows: &mut Rows) {
    let overview = &state.afterwards.overview;
    if overview.count(section) == 0 {
        return;
    }
    // A table of figures has a heading of its own.
    let is_table = section == Section::Figures && overview.section == Section::Figures;
    if !is_table {
        let mut detail = counts(state, section);
        let listed = match section {
            Section::Points => overview.lists.points.len(),
            section => overview.lines(section).len().min(most(state)),
        };
        if listed < overview.count(section) {
            detail = format!("{detail} · {}", state.texts.count("overview-first", listed));
        }
        let heading = Row::Heading { text: state.texts.get(name(section)).to_owned(), detail };
        rows.push(heading, Target::Nothing);
    }
    for index in overview.lines(section).iter().take(most(state)) {
        let Some(entry) = state.afterwards.entries.get(*index) else { continue };
        let row = match &entry.figure {
            Some(figure) if is_table => figure_row(state, *index, entry, figure),
            _ => line_row(state, *index, entry, section),
        };
        rows.push(Row::Line(row), Target::Line { index: *index, section });
    }
    if section == Section::Points {
        for place in &overview.lists.points {
            if let Some(point) = overview.points.get(*place) {
                rows.push(Row::Line(point_row(state, *place, point)), Target::Point(*place));
            }
        }
    }
}

/// So many lines of a part are shown: of all parts of all days under each other a first look at each, which is there at once.
fn most(state: &State) -> usize {
    let overview = &state.afterwards.overview;
    if overview.all_days && overview.section == Section::All { FIRST } else { usize::MAX }
}

/// The session; of all days together the day first.
fn place(origin: &Origin, state: &State) -> String {
    let session = session_name(origin, state);
    if state.afterwards.overview.all_days {
        format!("{} · {session}", lines::day_name(origin, state))
    } else {
        session
    }
}

/// "5 open · 2 afgevinkt", "3 zonder antwoord", or how many there are.
fn counts(state: &State, section: Section) -> String {
    let (overview, texts) = (&state.afterwards.overview, &state.texts);
    let count = overview.count(section);
    match section {
        Section::Actions => {
            let open = overview.lists.open_actions;
            texts.with("overview-open-and-done", &[("open", open.into()), ("done", (count - open).into())])
        }
        Section::Questions => {
            let open = overview.lists.open_questions;
            texts.with(
                "overview-asked-and-answered",
                &[("open", open.into()), ("answered", (count - open).into())],
            )
        }
        _ => count.to_string(),
    }
}

fn line_row(state: &State, index: usize, entry: &Entry, section: Section) -> LineRow {
    let row = lines::row(state, index, entry, Detail::Facts);
    // In the list of what is important a star says nothing, and neither does a lock among what is private.
    let shows_star = section != Section::Starred || row.icon.is_none();
    let shows_lock = section != Section::Private || row.icon.is_none();
    LineRow {
        place: place(&entry.origin, state),
        sentence: if state.afterwards.overview.all_days {
            format!("{}, {}", row.sentence, lines::day_name(&entry.origin, state))
        } else {
            row.sentence.clone()
        },
        starred: row.starred && shows_star,
        private: row.private && shows_lock,
        chosen: Some(state.afterwards.picked.lines.contains(&entry.id)),
        ..row
    }
}

fn figure_row(state: &State, index: usize, entry: &Entry, figure: &Figure) -> LineRow {
    let row = line_row(state, index, entry, Section::Figures);
    let what = figure.what.clone().unwrap_or_default();
    LineRow { figure: Some((number(state, figure), unit(state, figure))), words: what, ..row }
}

fn number(state: &State, figure: &Figure) -> String {
    let decimals = decimals_of(figure.value);
    dates::number(state.texts.language(), figure.value, decimals)
}

/// As many decimals as the number has, up to two.
fn decimals_of(value: f64) -> usize {
    let has = |decimals: i32| (value * 10_f64.powi(decimals)).fract().abs() < 1e-6;
    [0, 1].into_iter().find(|decimals| has(*decimals)).map_or(2, |decimals| usize::from(decimals == 1))
}

/// "%", "van 258 respondenten · 18,2 %".
fn unit(state: &State, figure: &Figure) -> String {
    let language = state.texts.language();
    let unit = figure.unit.clone().unwrap_or_default();
    let Some(of) = figure.of else { return unit };
    let share = figure.share().map(|share| dates::number(language, share, 1)).unwrap_or_default();
    let of = dates::number(language, of, decimals_of(of));
    state.texts.with("figure-of", &[("of", of.into()), ("unit", unit.into()), ("share", share.into())])
}

fn point_row(state: &State, index: usize, point: &Discussed) -> LineRow {
    let title = format!("{}. {}", point.number, point.shown());
    let words = said(state, point);
    let hands = hands(state, point.hands);
    let place = place(&point.origin, state);
    let private = point.private.then(|| state.texts.get("mark-private"));
    let parts = [Some(title.as_str()), Some(&words), Some(&hands), private, Some(&place)];
    let sentence = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    LineRow {
        index,
        title,
        words,
        detail: hands,
        place,
        icon: Some(icons::POINT),
        private: point.private,
        sentence,
        ..LineRow::default()
    }
}

/// What came of a point: the outcome or the remark, and the arguments below it.
fn said(state: &State, point: &Discussed) -> String {
    let outcome = if point.outcome.is_empty() { &point.remark } else { &point.outcome };
    let rating = point.rating.map(|rating| state.texts.rating(rating).to_owned());
    let argument = |sign: &'static str| move |text: &String| format!("{sign} {}", plain(text));
    let arguments = point.pros.iter().map(argument("+")).chain(point.cons.iter().map(argument("−")));
    let first = [Some(plain(outcome).to_owned()), rating].into_iter().flatten();
    first.chain(arguments).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text without its marks.
fn plain(text: &str) -> &str {
    let parsed = line::parse(text);
    if parsed.kind == LineKind::Remark { line::body(text, &parsed) } else { text }
}

/// "12 eens · 3 oneens · 1 weet niet".
pub fn hands(state: &State, hands: Hands) -> String {
    let counted =
        [(hands.agree, "hands-agree"), (hands.disagree, "hands-disagree"), (hands.unsure, "hands-unsure")];
    let counted = counted.into_iter().filter_map(|(count, key)| Some((count?, state.texts.get(key))));
    counted.map(|(count, word)| format!("{count} {word}")).collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::decimals_of;

    #[test]
    fn a_number_has_the_decimals_that_it_was_written_with_up_to_two() {
        assert_eq!(decimals_of(70.0), 0);
        assert_eq!(decimals_of(18.2), 1);
        assert_eq!(decimals_of(-0.25), 2);
        assert_eq!(decimals_of(1.0 / 3.0), 2);
        assert_eq!(decimals_of(1_500_000.0), 0);
    }
}
