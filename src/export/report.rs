//! The report for colleagues, in the shape that an organiser gives it: what it came down to, the programme, a summary per
//! session, then agreements, actions, questions, trends, whom was spoken with, and links.
//!
//! A line stands in it once at most. People of the day appear by where they are from ([`naming`]); who speaks, by name.

mod naming;
mod tidy;

use super::labels::Labels;
use super::outline::{Block, DayOutline, Outline, Section};
use super::paper::day::{fact, links, opening, points, session_name, session_opening, title_of};
use super::paper::{Item, Look, Marker, Paper, Part, Role, Table, box_sign, lines};
use super::runs::{self, Run};
use super::words;
use crate::domain::dates;
use crate::domain::line::LineKind;
use naming::Naming;
use tidy::{Task, without_tags};

/// So many trends are named in short.
const TRENDS_IN_SHORT: usize = 3;

/// So many sentences say what the day came down to.
const MOST_IN_SHORT: usize = 8;

/// The report of `outline`. With `names`, everybody is named.
#[must_use]
pub fn paper(outline: &Outline<'_>, names: bool, labels: &Labels) -> Paper {
    let parts = outline.days.iter().flat_map(|day| Report::new(day, names, labels).parts()).collect();
    let title = format!("{} – {}", title_of(outline, labels), labels.report);
    let mut paper = Paper { title, language: labels.language, author: labels.author.clone(), parts };
    paper.close(outline.private_left_out, labels);
    paper
}

/// The report of one day.
struct Report<'a> {
    day: &'a DayOutline<'a>,
    labels: &'a Labels,
    names: bool,
    naming: Naming,
}

impl<'a> Report<'a> {
    fn new(day: &'a DayOutline<'a>, names: bool, labels: &'a Labels) -> Self {
        Self { day, labels, names, naming: Naming::new(day, names, labels) }
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = opening(&self.day.day.facts, self.labels);
        parts.insert(1, Part::text(Look::Lead, vec![Run::bold(&self.labels.report)]));
        if let Some(author) = &self.labels.author {
            // The name of who hands it over is theirs to give, also where others are not named.
            parts.push(Part::text(Look::Lead, fact(&self.labels.from, Run::exact(author))));
        }
        parts.extend(self.under(2, &self.labels.in_short, vec![self.in_short()]));
        parts.push(Part::heading(2, &self.labels.programme));
        parts.push(Part::List(self.day.sections.iter().map(|section| self.session(section)).collect()));
        for section in self.day.sections.iter().filter(|section| section.has_notes()) {
            parts.extend(self.summary(section));
        }
        for part in [
            self.under(2, &self.labels.decisions, vec![self.of_kind(LineKind::Decision)]),
            self.under(2, &self.labels.actions, vec![self.actions()]),
            self.under(2, &self.labels.questions, vec![self.of_kind(LineKind::Question)]),
            self.under(2, &self.labels.trends, vec![self.trends()]),
            self.under(2, &self.labels.spoke_with, vec![self.spoke_with()]),
            self.under(2, &self.labels.take_home, vec![self.take_home()]),
        ] {
            parts.extend(part);
        }
        let links = links(self.day);
        if !links.is_empty() {
            parts.extend([Part::heading(2, &self.labels.links), links]);
        }
        parts
    }

    /// The parts under a heading, without names; nothing when they are empty.
    fn under(&self, level: u8, heading: &str, parts: Vec<Part>) -> Vec<Part> {
        if parts.iter().all(Part::is_empty) {
            return Vec::new();
        }
        std::iter::once(Part::heading(level, heading)).chain(self.tidied(parts)).collect()
    }

    /// Without names that are not to be shown, and without tags.
    fn tidied(&self, parts: Vec<Part>) -> Vec<Part> {
        without_tags(self.naming.apply(parts))
    }

    /// The first main point of each session, else the important lines; how much was agreed and is to be done; what was
    /// heard most.
    fn in_short(&self) -> Part {
        let mut points: Vec<Vec<Run>> = self
            .day
            .sections
            .iter()
            .filter_map(|section| Some((section, runs::of(section.sheet.main_points.first()?))))
            .map(|(section, runs)| self.at(section, runs))
            .collect();
        if points.is_empty() {
            points = self
                .starred()
                .map(|(section, block)| self.at(section, lines::said(block, self.labels)))
                .collect();
        }
        points.truncate(MOST_IN_SHORT);
        points.extend(self.numbers());
        points.extend(self.most_heard());
        Part::bullets(points.into_iter())
    }

    fn starred(&self) -> impl Iterator<Item = (&Section<'a>, &Block<'a>)> {
        let all = self.day.sections.iter();
        all.flat_map(|section| section.blocks.iter().map(move |block| (section, block)))
            .filter(|(_, block)| block.parsed.starred && is_summary(block))
    }

    /// "Afspraken: 4 · Acties: 9".
    fn numbers(&self) -> Option<Vec<Run>> {
        let number = |kind, label: &str| {
            let count = self.day.blocks_of(kind).filter(|(_, block)| !block.parsed.is_blank()).count();
            (count > 0).then(|| format!("{label}: {count}"))
        };
        let numbers = [
            number(LineKind::Decision, &self.labels.decisions),
            number(LineKind::Action, &self.labels.actions),
            number(LineKind::Question, &self.labels.questions),
        ];
        Some(vec![Run::plain(&words::joined(numbers, " · ")?)])
    }

    fn most_heard(&self) -> Option<Vec<Run>> {
        let mut heard: Vec<_> = self.day.trends.iter().collect();
        heard.sort_by_key(|trend| std::cmp::Reverse(trend.lines));
        let heard = heard.iter().take(TRENDS_IN_SHORT).map(|trend| Some(trend.label.clone()));
        Some(vec![Run::plain(&format!("{}: {}", self.labels.trends, words::joined(heard, "; ")?))])
    }

    fn session(&self, section: &Section<'_>) -> Item {
        let session = section.session;
        let mut runs = session_name(session, self.labels);
        let rest = [words::speakers(session), section.times.clone(), session.facts.room.clone()];
        runs.extend(words::joined(rest, " · ").map(|text| Run::exact(&format!(" · {text}"))));
        let number = u32::try_from(section.number).unwrap_or(u32::MAX);
        Item { role: Role::Session, marker: Marker::Number(number), level: 0, runs }
    }

    /// Main points, else important lines, else all lines; then lists, quotes and figures.
    fn summary(&self, section: &Section<'_>) -> Vec<Part> {
        let sheet = &section.sheet;
        let mut said = Vec::new();
        if sheet.main_points.is_empty() {
            let has_star = section.blocks.iter().any(|block| block.parsed.starred && is_summary(block));
            let goes_in = |block: &&Block<'_>| is_summary(block) && (block.parsed.starred || !has_star);
            said.extend(lines::parts(section.blocks.iter().filter(goes_in), self.labels));
        } else {
            said.push(Part::numbers(sheet.main_points.iter().map(|text| runs::of(text))));
        }
        said.extend(sheet.lists.iter().flat_map(|list| points(list, self.labels)));
        let quotes = section.blocks.iter().filter(|block| block.parsed.kind == LineKind::Quote);
        said.extend(self.under(3, &self.labels.quotes, lines::parts(quotes, self.labels)));
        let figures = section.blocks.iter().filter(|block| block.parsed.kind == LineKind::Figure);
        let figures =
            figures.map(|block| line_item(Marker::Bullet, lines::said(block, self.labels))).collect();
        said.extend(self.under(3, &self.labels.figures, vec![Part::List(figures)]));
        if said.iter().all(Part::is_empty) {
            return Vec::new();
        }
        session_opening(section, self.labels).into_iter().chain(self.tidied(said)).collect()
    }

    /// The lines of a kind with their sessions.
    fn of_kind(&self, kind: LineKind) -> Part {
        let item = |(section, block): (&Section<'_>, &Block<'_>)| {
            line_item(Marker::Bullet, self.at(section, lines::said(block, self.labels)))
        };
        Part::List(self.day.blocks_of(kind).map(item).collect())
    }

    /// What is to be done, by whom, by when, and in which session that was said.
    fn actions(&self) -> Part {
        let labels = self.labels;
        let header = [&labels.what, &labels.who, &labels.due, &labels.item].map(Clone::clone).to_vec();
        let row = |(section, block): (&Section<'_>, &Block<'_>)| {
            let task = Task::of(block);
            let mut what = vec![Run::exact(&format!("{} ", box_sign(block.parsed.done)))];
            what.extend(lines::marks(block, labels));
            what.extend(runs::of(if block.parsed.is_blank() { &block.line.text } else { task.what }));
            let due = block.due.map(|date| dates::date(labels.language, date)).unwrap_or_default();
            let cells = [task.who.join(", "), due, section.number.to_string()];
            std::iter::once(what).chain(cells.iter().map(|cell| vec![Run::plain(cell)])).collect()
        };
        Part::Table(Table {
            role: Role::Line,
            header,
            rows: self.day.blocks_of(LineKind::Action).map(row).collect(),
        })
    }

    fn trends(&self) -> Part {
        let lines = |count| self.labels.lines.of(count);
        Part::bullets(
            self.day.trends.iter().map(|trend| {
                vec![Run::plain(&trend.label), Run::exact(&format!(" ({})", lines(trend.lines)))]
            }),
        )
    }

    fn take_home(&self) -> Part {
        let all = self.day.sections.iter().flat_map(|section| &section.sheet.take_home);
        Part::bullets(all.map(|text| runs::of(text)))
    }

    /// Whom was spoken with: by name only where that was asked for.
    fn spoke_with(&self) -> Part {
        let labels = self.labels;
        let columns = [&labels.name, &labels.organisation, &labels.about, &labels.follow_up];
        let shown = usize::from(!self.names);
        let header = columns.into_iter().skip(shown).cloned().collect();
        let contacts = self.day.sections.iter().flat_map(|section| &section.sheet.contacts);
        let row = |contact: &crate::domain::sheet::Contact| {
            let organisation = match contact.organisation.trim() {
                "" if !self.names => self.naming.participant(),
                organisation => organisation,
            };
            let cells = [contact.name.as_str(), organisation, &contact.about, &contact.follow_up];
            cells.into_iter().skip(shown).map(runs::of).collect()
        };
        Part::Table(Table { role: Role::Plain, header, rows: contacts.map(row).collect() })
    }

    /// The words with the session that they are of.
    fn at(&self, section: &Section<'_>, mut runs: Vec<Run>) -> Vec<Run> {
        runs.push(Run::exact(&format!(" · {} {}", self.labels.session, section.number)));
        runs
    }
}

/// Whether a line may be in a summary: the others stand together elsewhere.
fn is_summary(block: &Block<'_>) -> bool {
    matches!(block.parsed.kind, LineKind::Remark | LineKind::Heading)
}

fn line_item(marker: Marker, runs: Vec<Run>) -> Item {
    Item { role: Role::Line, marker, level: 0, runs }
}
