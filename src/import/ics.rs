//! iCalendar (RFC 5545), as Google, Exchange, Outlook, Nextcloud, Sched, pretalx, Indico and many scripts write it.
//!
//! Nothing but the form of the lines is required: no id, no place, no end, no version. Tasks, journals, free time and
//! alarms are not read. `content` takes the file apart, `zones` and `rules` know its clocks, `recur` its repetitions,
//! `people` its speakers.

mod body;
mod content;
mod people;
mod recur;
mod rules;
mod when;
mod zones;

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::collect::{self, Collector};
use super::format::Format;
use super::{html_text, speakers};
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::problem::{Problem, ProblemKind};
use crate::domain::programme::{Programme, Reason, WarningKind};
use content::{Block, Calendar, Property, first, text};
use people::People;
use recur::Expander;
use when::When;
use zones::{Clock, Zones};

/// Reads a programme. A calendar without events is an empty one.
pub(super) fn read(bytes: &[u8]) -> Result<Programme, Problem> {
    let calendar = content::read(bytes);
    if calendar.calendars == 0 && calendar.events.is_empty() {
        return Err(Problem::new(ProblemKind::NotUnderstood, 1, "this is no calendar: it has no VCALENDAR"));
    }
    let programme = Reading::new(&calendar).programme();
    Ok(body::programme(&programme).unwrap_or(programme))
}

/// A calendar that is being read.
struct Reading<'a> {
    calendar: &'a Calendar,
    zones: Zones,
    clock: Option<Clock>,
    people: People,
    collector: Collector,
    /// How many events that do not repeat have an id.
    same_id: HashMap<String, usize>,
    is_cancelled: bool,
}

impl<'a> Reading<'a> {
    fn new(calendar: &'a Calendar) -> Self {
        let mut zones = Zones::new(calendar);
        let clock = zones.of_calendar(calendar);
        let mut same_id: HashMap<String, usize> = HashMap::new();
        for event in
            calendar.events.iter().filter(|event| first(&event.properties, "RECURRENCE-ID").is_none())
        {
            if let Some(id) = text(&event.properties, "UID") {
                *same_id.entry(id).or_default() += 1;
            }
        }
        let method = first(&calendar.properties, "METHOD");
        Self {
            calendar,
            zones,
            clock,
            people: People::new(calendar),
            collector: Collector::new(Format::Ics),
            same_id,
            is_cancelled: method.is_some_and(|method| method.raw().eq_ignore_ascii_case("CANCEL")),
        }
    }

    fn programme(mut self) -> Programme {
        let calendar = self.calendar;
        if calendar.cut_short {
            self.collector.warn(WarningKind::CutShort, &calendar.last_line.to_string());
        }
        if let Some(encoding) = calendar.unreadable_in {
            self.collector.warn(WarningKind::Encoding, encoding);
        }
        let mut dated = Vec::new();
        for event in &calendar.events {
            match self.start_of(event) {
                Some(start) => dated.push((event, start)),
                None => self.add(event, None, None),
            }
        }
        let changed = self.changed(&dated);
        let last = recur::last_day(&dated).unwrap_or(NaiveDate::MAX);
        let mut expander = Expander::new(last);
        for (event, start) in &dated {
            self.add_all(event, start, &changed, &mut expander);
        }
        let mut programme = self.collector.finish(day(calendar, self.clock.as_ref()));
        shared_place(&mut programme);
        programme
    }

    fn start_of(&mut self, event: &Block) -> Option<When> {
        let property = first(&event.properties, "DTSTART")?;
        let start = When::read(property, &mut self.zones);
        match &start {
            None => self.collector.warn(WarningKind::Time, property.raw()),
            Some(start) => {
                if let Some(zone) = &start.unknown_zone {
                    self.collector.warn(WarningKind::TimeZone, zone);
                }
                // In UTC without a word about where: shown as it is, and said.
                if self.clock.is_none() && start.clock.is_some() {
                    self.collector.warn(WarningKind::TimeZone, "UTC");
                }
            }
        }
        start
    }

    /// The occurrences that have an event of their own: by id and by the date that they would have had.
    fn changed(&mut self, dated: &[(&Block, When)]) -> HashSet<(String, NaiveDate)> {
        let mut changed = HashSet::new();
        for (event, start) in dated {
            let Some(property) = first(&event.properties, "RECURRENCE-ID") else { continue };
            let (Some(id), Some(instead)) =
                (text(&event.properties, "UID"), When::read(property, &mut self.zones))
            else {
                continue;
            };
            let clock = start.clock.as_ref().or(self.clock.as_ref());
            changed.insert((id, instead.on(clock).date()));
        }
        changed
    }

    /// Adds the occurrences of an event that have no event of their own.
    fn add_all(
        &mut self,
        event: &Block,
        start: &When,
        changed: &HashSet<(String, NaiveDate)>,
        expander: &mut Expander,
    ) {
        let repeats = first(&event.properties, "RRULE").or(first(&event.properties, "RDATE"));
        let is_changed = first(&event.properties, "RECURRENCE-ID").is_some();
        let length = when::length(&event.properties, start, &mut self.zones);
        let Some(rule) = repeats.filter(|_| !is_changed) else {
            return self.add(event, Some(start), length);
        };
        if expander.is_spent() {
            self.collector.leave_out(rule.line, rule.raw(), Reason::TooMany);
            return self.add(event, Some(start), length);
        }
        let occurrences = expander.occurrences(event, start, self.clock.as_ref(), &mut self.zones);
        if occurrences.malformed {
            self.collector.leave_out(rule.line, rule.raw(), Reason::Malformed);
        }
        if occurrences.goes_on {
            let title = text(&event.properties, "SUMMARY").unwrap_or_default();
            self.collector.warn(WarningKind::Repetition, &html_text::line(&title));
        }
        let id = text(&event.properties, "UID").unwrap_or_default();
        for local in occurrences.starts {
            if self.collector.is_full() {
                return self.collector.leave_out(rule.line, rule.raw(), Reason::TooMany);
            }
            if !changed.contains(&(id.clone(), local.date())) {
                self.add(event, Some(&start.at(local)), length);
            }
        }
    }

    /// Adds one session: an event, or one of its occurrences.
    fn add(&mut self, event: &Block, start: Option<&When>, length: Option<TimeDelta>) {
        let mut session = self.session(event);
        session.external_id = self.id(event, start, &session.title);
        if let Some(start) = start {
            let local = start.on(self.clock.as_ref());
            let end = length.and_then(|length| end_after(start, local, length, self.clock.as_ref()));
            if start.whole_day {
                session.date = Some(local.date());
            } else {
                self.collector.put_times(&mut session, Some(local), end);
            }
        }
        self.collector.add(event.line, session);
    }

    fn session(&self, event: &Block) -> SessionFacts {
        let properties = &event.properties;
        let line = |name: &str| {
            text(properties, name).map(|text| html_text::line(&text)).filter(|text| !text.is_empty())
        };
        let title = line("SUMMARY").unwrap_or_default();
        let description = text(properties, "DESCRIPTION").or_else(|| text(properties, "X-ALT-DESC"));
        let summary = description.as_deref().and_then(html_text::filled);
        let track = content::all(properties, "CATEGORIES").flat_map(|list| content::list(list.raw()));
        let track: Vec<String> = track.map(|name| html_text::line(&name)).collect();
        let track = Some(track.join(", ")).filter(|track| !track.is_empty());
        let status = line("STATUS").unwrap_or_default();
        SessionFacts {
            kind: collect::kind(&title, &[track.as_deref()]),
            speakers: self.people.of_event(event, &title, summary.as_deref()),
            title,
            summary,
            room: line("LOCATION")
                .map(|place| speakers::without_address(&place))
                .filter(|place| !place.is_empty()),
            track,
            cancelled: self.is_cancelled || status.eq_ignore_ascii_case("CANCELLED"),
            ..SessionFacts::default()
        }
    }

    /// The id of a session. One that stands for several is completed by what tells them apart.
    fn id(&self, event: &Block, start: Option<&When>, title: &str) -> Option<String> {
        let id = text(&event.properties, "UID")?;
        if let Some(instead) = first(&event.properties, "RECURRENCE-ID") {
            let date = instead.date_and_zone().0.get(..8).unwrap_or_default();
            return Some(format!("{id}/{date}"));
        }
        let repeats = first(&event.properties, "RRULE").or(first(&event.properties, "RDATE")).is_some();
        match start {
            Some(start) if repeats => Some(format!("{id}/{}", start.date().format("%Y%m%d"))),
            _ if self.same_id.get(&id).is_some_and(|events| *events > 1) => {
                let start =
                    start.map(|start| start.local.format("%Y%m%dT%H%M").to_string()).unwrap_or_default();
                Some(format!("{id}/{start}/{title}"))
            }
            _ => Some(id),
        }
    }
}

/// When something ends that starts at `local` on the clock of the calendar: by the wall clock of the event itself.
fn end_after(
    start: &When,
    local: NaiveDateTime,
    length: TimeDelta,
    clock: Option<&Clock>,
) -> Option<NaiveDateTime> {
    match (&start.clock, clock) {
        (Some(_), Some(clock)) => Some(start.at(start.local.checked_add_signed(length)?).on(Some(clock))),
        _ => local.checked_add_signed(length),
    }
}

/// What the calendar says about itself. A calendar of one event is called what the event is.
fn day(calendar: &Calendar, clock: Option<&Clock>) -> DayFacts {
    let of = |properties: &[Property], name: &str| text(properties, name).map(|text| html_text::line(&text));
    let only = match calendar.events.as_slice() {
        [event] => of(&event.properties, "SUMMARY"),
        _ => None,
    };
    let named = of(&calendar.properties, "X-WR-CALNAME").or_else(|| of(&calendar.properties, "NAME"));
    DayFacts {
        title: only.or(named).unwrap_or_default(),
        timezone: clock.and_then(Clock::zone_name).map(str::to_owned),
        ..DayFacts::default()
    }
}

/// Where every session is in the same place, the day is.
fn shared_place(programme: &mut Programme) {
    let mut rooms = programme.sessions.iter().map(|session| session.room.as_deref());
    if let Some(Some(place)) = rooms.next()
        && rooms.all(|room| room == Some(place))
    {
        programme.day.place = Some(place.to_owned());
    }
}

#[cfg(test)]
mod tests;
