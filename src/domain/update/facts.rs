//! What a programme says about a day and its sessions, fact by fact: what is another now, and what a newer programme that
//! says less leaves as it was.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::dates;
use crate::domain::day::{DayFacts, SessionFacts, SessionKind, Speaker};
use crate::domain::people;
use crate::domain::programme::Programme;

use super::DayChange;

/// Something that is known of a session or a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fact {
    /// What it is called.
    Title,
    /// The second title line.
    Subtitle,
    /// What the programme tells about it.
    Summary,
    /// What kind of item it is.
    Kind,
    /// The date.
    Date,
    /// Which day of the programme it is on.
    Day,
    /// When it starts and ends.
    Times,
    /// Who speaks.
    Speakers,
    /// The room.
    Room,
    /// The track.
    Track,
    /// The letter or number of a parallel session.
    Parallel,
    /// The point lists.
    Lists,
    /// That it does not take place.
    Cancelled,
    /// Where the day is held.
    Place,
    /// The time zone of the day.
    Timezone,
}

impl Fact {
    /// Every fact.
    pub const ALL: [Self; 15] = [
        Self::Title,
        Self::Subtitle,
        Self::Date,
        Self::Day,
        Self::Times,
        Self::Room,
        Self::Speakers,
        Self::Kind,
        Self::Track,
        Self::Parallel,
        Self::Summary,
        Self::Lists,
        Self::Cancelled,
        Self::Place,
        Self::Timezone,
    ];

    /// Its name in JSON, and of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Summary => "abstract",
            Self::Kind => "kind",
            Self::Date => "date",
            Self::Day => "day",
            Self::Times => "times",
            Self::Speakers => "speakers",
            Self::Room => "room",
            Self::Track => "track",
            Self::Parallel => "parallel",
            Self::Lists => "lists",
            Self::Cancelled => "cancelled",
            Self::Place => "place",
            Self::Timezone => "timezone",
        }
    }

    /// What is said about it, as a text that is the same in every language; empty where nothing is said.
    fn of(self, facts: &SessionFacts) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        match self {
            Self::Title => facts.title.clone(),
            Self::Subtitle => text(&facts.subtitle),
            Self::Summary => text(&facts.summary),
            Self::Kind => facts.kind.name().to_owned(),
            Self::Date => facts.date.map(|date| date.to_string()).unwrap_or_default(),
            Self::Day => facts.day.map(|day| day.to_string()).unwrap_or_default(),
            Self::Times => match (facts.start, facts.end) {
                (Some(start), None) => dates::time(start),
                (None, Some(end)) => format!("–{}", dates::time(end)),
                (Some(start), Some(end)) => format!("{}–{}", dates::time(start), dates::time(end)),
                (None, None) => String::new(),
            },
            Self::Speakers => facts.speakers.iter().map(spoken).collect::<Vec<_>>().join("; "),
            Self::Room => text(&facts.room),
            Self::Track => text(&facts.track),
            Self::Parallel => text(&facts.parallel),
            Self::Lists => {
                let lists = facts.lists.iter().map(|list| {
                    let points: Vec<&str> = list.points.iter().map(|point| point.label.as_str()).collect();
                    format!("{}: {}", list.title, points.join("; "))
                });
                lists.collect::<Vec<_>>().join(" | ")
            }
            Self::Cancelled => if facts.cancelled { "yes" } else { "" }.to_owned(),
            Self::Place | Self::Timezone => String::new(),
        }
    }
}

fn spoken(speaker: &Speaker) -> String {
    match &speaker.role {
        Some(role) => format!("{} ({role})", speaker.name),
        None => speaker.name.clone(),
    }
}

/// Something that is said otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub fact: Fact,
    /// What was said, as a text that is the same in every language: dates as ISO 8601, kinds by their name, "yes" for
    /// what is cancelled. Empty where nothing was.
    pub old: String,
    /// What is said now.
    pub new: String,
}

/// What is said otherwise about a session.
pub fn changes(old: &SessionFacts, new: &SessionFacts) -> Vec<Change> {
    let facts = Fact::ALL.into_iter().map(|fact| Change { fact, old: fact.of(old), new: fact.of(new) });
    facts.filter(|change| change.old != change.new).collect()
}

/// What is said otherwise about a day; its title, its theme and its organiser stay what they are, once they are known.
pub fn day_change(old: &DayFacts, newer: &DayFacts) -> Option<DayChange> {
    let mut facts = old.clone();
    if newer.date.is_some() {
        (facts.date, facts.last_date) = (newer.date, newer.last_date);
    }
    facts.place = newer.place.clone().or(facts.place);
    facts.timezone = newer.timezone.clone().or(facts.timezone);
    facts.theme = facts.theme.or_else(|| newer.theme.clone());
    facts.organiser = facts.organiser.or_else(|| newer.organiser.clone());
    let dates = |facts: &DayFacts| {
        let dates = [facts.date, facts.last_date].into_iter().flatten();
        dates.map(|date| date.to_string()).collect::<Vec<_>>().join("–")
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let changes: Vec<Change> = [
        Change { fact: Fact::Date, old: dates(old), new: dates(&facts) },
        Change { fact: Fact::Place, old: text(&old.place), new: text(&facts.place) },
        Change { fact: Fact::Timezone, old: text(&old.timezone), new: text(&facts.timezone) },
    ]
    .into_iter()
    .filter(|change| change.old != change.new)
    .collect();
    (!changes.is_empty()).then_some(DayChange { facts, changes })
}

/// Which facts a programme has of any session at all. What it never speaks of it cannot have changed: a mail without rooms
/// empties none.
pub struct Carried {
    facts: Vec<Fact>,
    roles: bool,
    ids: bool,
}

impl Carried {
    /// What this programme speaks of.
    pub fn by(programme: &Programme) -> Self {
        let is_said = |fact: &Fact| match fact {
            Fact::Title | Fact::Cancelled => true,
            Fact::Kind => programme.sessions.iter().any(|session| session.kind != SessionKind::default()),
            fact => programme.sessions.iter().any(|session| !fact.of(session).is_empty()),
        };
        let facts = Fact::ALL.into_iter().filter(is_said).collect();
        let mut speakers = programme.sessions.iter().flat_map(|session| &session.speakers);
        let roles = speakers.any(|speaker| speaker.role.is_some());
        let ids = programme.sessions.iter().any(|session| session.external_id.is_some());
        Self { facts, roles, ids }
    }

    /// What is known of a session when the programme says `newer` about it. `day` is the date that the day has then.
    pub fn renewed(&self, day: Option<NaiveDate>, old: &SessionFacts, newer: &SessionFacts) -> SessionFacts {
        let mut facts = newer.clone();
        let says = |fact: Fact| self.facts.contains(&fact);
        let keep = |fact: Fact, new: &mut Option<String>, old: &Option<String>| {
            if !says(fact) {
                new.clone_from(old);
            }
        };
        keep(Fact::Subtitle, &mut facts.subtitle, &old.subtitle);
        keep(Fact::Summary, &mut facts.summary, &old.summary);
        keep(Fact::Room, &mut facts.room, &old.room);
        keep(Fact::Track, &mut facts.track, &old.track);
        keep(Fact::Parallel, &mut facts.parallel, &old.parallel);
        if !says(Fact::Kind) {
            facts.kind = old.kind;
        }
        if !says(Fact::Day) {
            facts.day = old.day;
        }
        if !says(Fact::Lists) {
            facts.lists.clone_from(&old.lists);
        }
        if !says(Fact::Times) {
            (facts.start, facts.end) = (old.start, old.end);
        }
        // The date of the day goes without saying.
        if !says(Fact::Date) || newer.date.or(day) == old.date.or(day) {
            facts.date = old.date;
        }
        if !says(Fact::Speakers) {
            facts.speakers.clone_from(&old.speakers);
        } else if !self.roles {
            keep_roles(&old.speakers, &mut facts.speakers);
        }
        if facts.title.is_empty() {
            facts.title.clone_from(&old.title);
        }
        // In a programme with ids, an id of before on a session without one could be that of another by now.
        if !self.ids {
            facts.external_id.clone_from(&old.external_id);
        }
        facts
    }
}

fn keep_roles(old: &[Speaker], new: &mut [Speaker]) {
    let known: HashMap<String, &Speaker> =
        old.iter().map(|speaker| (people::key(&speaker.name), speaker)).collect();
    for speaker in new {
        speaker.role = known.get(&people::key(&speaker.name)).and_then(|known| known.role.clone());
    }
}
