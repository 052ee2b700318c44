//! What a session holds beside the lines of its note: main points, what is taken home, whom was spoken with, and what was
//! noted at the points of its lists. Every text in here may be private, as a line may.
//!
//! The lists of the programme stay the programme's: a sheet only holds what a person noted at their points, by place and
//! label, so that a newer programme loses nothing. What goes out of a sheet is decided in [`outgoing`]; nothing in here
//! is derived from the note, and nothing is drawn or saved.

pub mod outgoing;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::language::Language;
use super::line::{self, edit};
use super::points::{Offer, Point, PointList, PointListKind};
use super::trend::Trend;

/// So many main points are asked for.
pub const MOST_MAIN_POINTS: usize = 5;

/// The sheet of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Sheet {
    /// What the session came down to, at most [`MOST_MAIN_POINTS`]; each is one line.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub main_points: Vec<String>,
    /// What I take home, a thing a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub take_home: String,
    /// Whom I spoke with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<Contact>,
    /// Lists that the person made, beside those of the programme.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<PointList>,
    /// What was noted at points, of both.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// Somebody that was spoken with. Each field is one line and may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Who.
    pub name: String,
    /// The municipality or organisation.
    pub organisation: String,
    /// What about.
    pub about: String,
    /// What comes next.
    pub follow_up: String,
}

/// What was noted at one point, and which point that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Where the point is; `None` when no list has it any more.
    pub place: Option<PointPlace>,
    /// The point as its list words it.
    pub label: String,
    /// What was noted.
    pub note: PointNote,
}

/// Where a point is among the lists of its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PointPlace {
    /// The list, from 0: those of the programme first, then those that the person made.
    pub list: usize,
    /// The point, from 0.
    pub point: usize,
}

/// What was noted at a point.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PointNote {
    /// A shorter label; empty for the label as it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub short: String,
    /// It came by.
    pub ticked: bool,
    /// How much it plays where I work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// A remark, one line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub remark: String,
    /// What the room made of it, or the answer to a question of an evaluation form; one line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// How many hands went up.
    #[serde(skip_serializing_if = "Hands::is_empty")]
    pub hands: Hands,
    /// Arguments for, one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pros: String,
    /// Arguments against, one a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub cons: String,
}

/// How much a trend plays where the person works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    /// Not.
    Not,
    /// At times.
    Sometimes,
    /// Strongly.
    Strong,
}

impl Rating {
    /// Every rating, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Not, Self::Sometimes, Self::Strong];
}

/// Hands that went up, counted; what was not counted is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hands {
    /// For.
    pub agree: Option<u32>,
    /// Against.
    pub disagree: Option<u32>,
    /// Who do not know.
    pub unsure: Option<u32>,
}

impl Hands {
    /// Whether nothing was counted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Contact {
    /// Whether nothing was filled in.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        [&self.name, &self.organisation, &self.about, &self.follow_up]
            .into_iter()
            .all(|text| line::is_blank(text))
    }
}

impl PointNote {
    fn is_blank(&self) -> bool {
        let texts = [&self.short, &self.remark, &self.outcome, &self.pros, &self.cons];
        !self.ticked
            && self.rating.is_none()
            && self.hands.is_empty()
            && texts.into_iter().all(|text| line::is_blank(text))
    }
}

impl Sheet {
    /// The sheet without rows and fields that are left empty, as it is saved.
    #[must_use]
    pub fn tidied(&self) -> Self {
        let mut sheet = self.clone();
        sheet.main_points.retain(|text| !line::is_blank(text));
        sheet.contacts.retain(|contact| !contact.is_blank());
        sheet.marks.retain(|mark| !mark.note.is_blank());
        if line::is_blank(&sheet.take_home) {
            sheet.take_home.clear();
        }
        sheet
    }

    /// This sheet with everything of another behind it, and the `lists` that its session had from the programme. Texts
    /// that leave a private session get the private mark in the language `mark`. Marks find their points by label again.
    #[must_use]
    pub fn joined(&self, other: &Self, lists: &[PointList], mark: Option<Language>) -> Self {
        let marked = |text: &String| match mark {
            Some(language) if !line::is_blank(text) => edit::with_private(text, language),
            _ => text.clone(),
        };
        let mut sheet = self.clone();
        sheet.main_points.extend(other.main_points.iter().map(marked));
        let take_home = other.take_home.lines().map(|line| marked(&line.to_owned()));
        let take_home = std::iter::once(self.take_home.clone()).chain(take_home);
        sheet.take_home = take_home.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        sheet.contacts.extend(other.contacts.iter().map(|contact| Contact {
            name: marked(&contact.name),
            organisation: marked(&contact.organisation),
            about: marked(&contact.about),
            follow_up: marked(&contact.follow_up),
        }));
        let point = |point: &Point| Point { label: marked(&point.label), ..point.clone() };
        sheet.lists.extend(lists.iter().chain(&other.lists).map(|list| PointList {
            title: marked(&list.title),
            points: list.points.iter().map(point).collect(),
            ..list.clone()
        }));
        let at_no_place = |found: &Mark| Mark { place: None, label: marked(&found.label), ..found.clone() };
        sheet.marks.extend(other.marks.iter().map(at_no_place));
        sheet
    }

    /// Hands every text that a person noted to `change`: lines, and those with several lines. Names of lists and their
    /// points stay, by which marks find them.
    pub fn each_text(&mut self, mut change: impl FnMut(&mut String)) {
        self.main_points.iter_mut().for_each(&mut change);
        change(&mut self.take_home);
        for Contact { about, follow_up, .. } in &mut self.contacts {
            [about, follow_up].into_iter().for_each(&mut change);
        }
        for PointNote { remark, outcome, pros, cons, .. } in self.marks.iter_mut().map(|mark| &mut mark.note)
        {
            [remark, outcome, pros, cons].into_iter().for_each(&mut change);
        }
    }

    /// Finds the point of each mark among the lists of the `programme` and the person's own, by label: where it was, else
    /// elsewhere. A mark whose point is gone stays, without a place.
    pub fn settle(&mut self, programme: &[PointList]) {
        let mut free: Vec<(PointPlace, &str)> = places(programme, &self.lists).collect();
        let mut take = |label: &str, at: Option<PointPlace>| {
            let is_it =
                |(place, found): &(PointPlace, &str)| *found == label && at.is_none_or(|at| at == *place);
            free.iter().position(is_it).map(|index| free.remove(index).0)
        };
        let stays: Vec<bool> = self
            .marks
            .iter()
            .map(|mark| mark.place.is_some_and(|place| take(&mark.label, Some(place)).is_some()))
            .collect();
        for (mark, _) in self.marks.iter_mut().zip(stays).filter(|(_, stays)| !stays) {
            mark.place = take(&mark.label, None);
        }
    }

    /// What was noted at a point. To be asked of a sheet that is settled.
    #[must_use]
    pub fn note_at(&self, place: PointPlace) -> Option<&PointNote> {
        self.marks.iter().find(|mark| mark.place == Some(place)).map(|mark| &mark.note)
    }

    /// Changes what was noted at the point that is worded `label`.
    pub fn change_note(&mut self, place: PointPlace, label: &str, change: impl FnOnce(&mut PointNote)) {
        if let Some(mark) = self.marks.iter_mut().find(|mark| mark.place == Some(place)) {
            return change(&mut mark.note);
        }
        let mut note = PointNote::default();
        change(&mut note);
        self.marks.push(Mark { place: Some(place), label: label.to_owned(), note });
    }

    /// Everything in it as lines of text, for comparing two sheets; `rated` gives the word for a rating.
    #[must_use]
    pub fn as_lines(&self, rated: impl Fn(Rating) -> String) -> Vec<String> {
        let mut lines: Vec<String> = self.main_points.clone();
        lines.extend(self.take_home.lines().map(str::to_owned));
        lines.extend(self.contacts.iter().map(|contact| {
            let Contact { name, organisation, about, follow_up } = contact;
            joined([name.clone(), organisation.clone(), about.clone(), follow_up.clone()])
        }));
        for list in &self.lists {
            lines.push(list.title.clone());
            lines.extend(list.points.iter().map(|point| point.label.clone()));
        }
        lines.extend(self.marks.iter().map(|Mark { label, note, .. }| {
            let tick = if note.ticked { "[x]" } else { "[ ]" };
            let rating = note.rating.map(&rated).unwrap_or_default();
            let hands = [note.hands.agree, note.hands.disagree, note.hands.unsure];
            let hands = hands.map(|count| count.map_or_else(|| "-".to_owned(), |count| count.to_string()));
            let hands = if note.hands.is_empty() { String::new() } else { hands.join("/") };
            let (short, remark, outcome) = (note.short.clone(), note.remark.clone(), note.outcome.clone());
            let [pros, cons] = [&note.pros, &note.cons].map(|text| text.replace('\n', " · "));
            joined([format!("{tick} {label}"), short, rating, remark, outcome, hands, pros, cons])
        }));
        lines.retain(|line| !line::is_blank(line));
        lines
    }

    /// Takes numbered lines of the note as a list, or adds the new ones to the list that was made of them before.
    pub fn make_list(&mut self, offer: Offer, kind: PointListKind, trends: &[Trend]) {
        let known = offer.extends.and_then(|index| self.lists.get_mut(index));
        if let Some(list) = known {
            let (kind, present) = (list.kind, list.points.len());
            list.points.extend(offer.points(kind, trends).into_iter().skip(present));
        } else {
            let points = offer.points(kind, trends);
            self.lists.push(PointList { title: offer.title, kind, points });
        }
    }
}

fn joined<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !line::is_blank(part)).collect::<Vec<_>>().join(" · ")
}

/// Every point with its label, in the order of the lists.
fn places<'a>(
    programme: &'a [PointList],
    own: &'a [PointList],
) -> impl Iterator<Item = (PointPlace, &'a str)> {
    programme.iter().chain(own).enumerate().flat_map(|(list, found)| {
        let labels = found.points.iter().enumerate();
        labels.map(move |(point, found)| (PointPlace { list, point }, found.label.as_str()))
    })
}
