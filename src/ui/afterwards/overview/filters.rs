//! What is shown of the overview: its parts with their counts, and the fields that narrow it down.

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{Id, ScrollArea, Ui, Vec2};

use crate::app::command::Command;
use crate::app::overview::{Change, Section};
use crate::app::state::State;
use crate::domain::dates;
use crate::domain::id::SessionId;
use crate::domain::people;
use crate::domain::review::filter::Filter;
use crate::domain::review::persons::Profile;

use super::super::lines::session_name;
use super::super::narrowing;
use super::rows;
use crate::ui::note::is_low;
use crate::ui::theme::space;
use crate::ui::widgets::{Named, choice, quiet_button, segment_named};

/// The width of the field for words, and of a list to choose from.
const WIDTHS: (f32, f32) = (220.0, 176.0);
/// The same where there is less room than this.
const NARROW_WIDTHS: (f32, f32) = (150.0, 132.0);
/// See [`NARROW_WIDTHS`].
const NARROW: f32 = 800.0;

/// A word for each part, with how much it holds. A part without anything is not there, unless it is shown.
pub fn sections(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if is_low(ui) {
        // One row, for the room is for the lines.
        ScrollArea::horizontal().id_salt("sections").show(ui, |ui| {
            ui.horizontal(|ui| each_section(ui, state, commands));
        });
        return;
    }
    ui.horizontal_wrapped(|ui| each_section(ui, state, commands));
    ui.add_space(space::SMALL);
}

fn each_section(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let overview = &state.afterwards.overview;
    ui.spacing_mut().item_spacing = Vec2::new(2.0, 2.0);
    if state.days.len() > 1 || overview.all_days {
        span(ui, state, commands);
        ui.add_space(space::MEDIUM);
    }
    for section in std::iter::once(Section::All).chain(Section::PARTS) {
        let count = overview.count(section);
        if count == 0 && section != overview.section && section != Section::All && !overview.waits() {
            continue;
        }
        let name = state.texts.get(rows::name(section));
        let (word, spoken) = match section {
            Section::All => (name.to_owned(), name.to_owned()),
            _ if count == 0 && overview.waits() => (name.to_owned(), name.to_owned()),
            _ => {
                let count = state.texts.number(count);
                (format!("{name} {count}"), format!("{name}, {count}"))
            }
        };
        if segment_named(ui, &word, &spoken, section == overview.section).clicked() {
            commands.push(Command::ChangeOverview(Change::Section(section)));
        }
    }
}

/// What was asked of the fields.
pub struct Asked {
    /// Enter or the arrow down was pressed in the field for words.
    pub goes_to_list: bool,
}

/// The fields.
pub fn fields(ui: &mut Ui, state: &State, takes_focus: bool, commands: &mut Vec<Command>) -> Asked {
    let present = &state.afterwards.overview.filter;
    let mut filter = present.clone();
    let mut goes_to_list = false;
    ui.horizontal_wrapped(|ui| {
        let (field, list) = if ui.available_width() < NARROW { NARROW_WIDTHS } else { WIDTHS };
        ui.spacing_mut().item_spacing = Vec2::new(space::SMALL, space::TIGHT);
        goes_to_list = words(ui, state, &mut filter, field, takes_focus);
        if state.afterwards.overview.all_days {
            period(ui, state, &mut filter, list);
        } else {
            session(ui, state, &mut filter, list);
        }
        trend(ui, state, &mut filter, list);
        person(ui, state, &mut filter, list);
        if !present.is_empty() && quiet_button(ui, state.texts.get("filter-clear")) {
            filter = Filter::default();
        }
    });
    ui.add_space(space::TIGHT);
    if filter != *present {
        commands.push(Command::ChangeOverview(Change::Filter(filter)));
    }
    Asked { goes_to_list }
}

/// The field for words; says whether the list is to have the focus.
fn words(ui: &mut Ui, state: &State, filter: &mut Filter, width: f32, takes_focus: bool) -> bool {
    let id = Id::unique("overview filter");
    narrowing::show(ui, id, state.texts.get("overview-filter"), &mut filter.text, width, takes_focus)
}

/// This day, or all of them together.
fn span(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    for (key, all_days) in [("overview-this-day", false), ("overview-all-days", true)] {
        let is_on = state.afterwards.overview.all_days == all_days;
        let word = state.texts.get(key);
        if segment_named(ui, word, word, is_on).clicked() && !is_on {
            commands.push(Command::ChangeOverview(Change::AllDays(all_days)));
        }
    }
}

/// From which day on and until which day; one day by itself is both.
fn period(ui: &mut Ui, state: &State, filter: &mut Filter, width: f32) {
    let texts = &state.texts;
    let mut days: Vec<NaiveDate> = state.days.iter().filter_map(|summary| summary.day.facts.date).collect();
    days.sort_unstable();
    days.dedup();
    let label = |date: &NaiveDate| format!("{} {}", dates::short_date(texts.language(), *date), date.year());
    let from =
        Named { name: texts.get("overview-from"), everything: texts.get("overview-from-first"), width };
    choice(ui, "overview", from, &days, &mut filter.from, label);
    let last = state.days.iter().filter_map(|summary| summary.day.facts.last_date.or(summary.day.facts.date));
    let mut days: Vec<NaiveDate> = last.filter(|date| filter.from.is_none_or(|from| *date >= from)).collect();
    days.sort_unstable();
    days.dedup();
    let until =
        Named { name: texts.get("overview-until"), everything: texts.get("overview-until-last"), width };
    choice(ui, "overview", until, &days, &mut filter.until, label);
}

fn session(ui: &mut Ui, state: &State, filter: &mut Filter, width: f32) {
    let entries = &state.afterwards.entries;
    let mut sessions: Vec<SessionId> = entries.iter().map(|entry| entry.origin.session).collect();
    sessions.dedup();
    let texts = &state.texts;
    let named =
        Named { name: texts.get("overview-session"), everything: texts.get("overview-sessions"), width };
    choice(ui, "overview", named, &sessions, &mut filter.session, |session| {
        let entry = entries.iter().find(|entry| entry.origin.session == *session);
        entry.map(|entry| session_name(&entry.origin, state)).unwrap_or_default()
    });
}

fn trend(ui: &mut Ui, state: &State, filter: &mut Filter, width: f32) {
    let heard = state.afterwards.matrix.trends.iter().filter(|trend| trend.row.total > 0);
    let tags: Vec<String> = if state.afterwards.overview.all_days {
        state.afterwards.overview.trends.clone()
    } else {
        heard.map(|trend| trend.tag.clone()).collect()
    };
    let texts = &state.texts;
    let named = Named { name: texts.get("overview-trend"), everything: texts.get("overview-trends"), width };
    choice(ui, "overview", named, &tags, &mut filter.trend, |tag| format!("#{tag}"));
}

fn person(ui: &mut Ui, state: &State, filter: &mut Filter, width: f32) {
    let texts = &state.texts;
    let named = Named { name: texts.get("overview-person"), everything: texts.get("overview-people"), width };
    if state.afterwards.overview.all_days {
        let mut chosen = filter.person.first().cloned();
        choice(ui, "overview", named, &state.afterwards.overview.people, &mut chosen, Clone::clone);
        filter.person = chosen.into_iter().collect();
        return;
    }
    let profiles = &state.afterwards.people.profiles;
    let is_named = |profile: &&Profile| !profile.named.is_empty() || !profile.quoted.is_empty();
    let mut people: Vec<&Profile> = profiles.iter().filter(is_named).collect();
    people.sort_by_cached_key(|profile| people::key(&profile.name));
    let names: Vec<String> = people.iter().map(|profile| profile.name.clone()).collect();
    let mut chosen = filter.person.first().cloned();
    let before = chosen.clone();
    choice(ui, "overview", named, &names, &mut chosen, Clone::clone);
    if chosen != before {
        let profile = people.into_iter().find(|profile| Some(&profile.name) == chosen.as_ref());
        filter.person = profile.map(|profile| names_of(state, profile)).unwrap_or_default();
    }
}

/// Every way in which lines write somebody's name, the name itself first.
fn names_of(state: &State, profile: &Profile) -> Vec<String> {
    let quoted =
        profile.quoted.iter().filter_map(|index| state.afterwards.entries.get(*index)?.source.clone());
    std::iter::once(profile.name.clone()).chain(profile.spellings.iter().cloned()).chain(quoted).collect()
}

/// What stands in the place of a list without rows.
pub fn empty(ui: &mut Ui, state: &State) {
    let overview = &state.afterwards.overview;
    let key = match overview.section {
        _ if overview.waits() => "overview-waits",
        _ if !overview.filter.is_empty() => "overview-nothing-found",
        Section::All => "overview-empty",
        Section::Actions => "overview-no-actions",
        Section::Decisions => "overview-no-decisions",
        Section::Questions => "overview-no-questions",
        Section::Quotes => "overview-no-quotes",
        Section::Figures => "overview-no-figures",
        Section::Points => "overview-no-points",
        Section::Starred => "overview-no-starred",
        Section::Private => "overview-no-private",
    };
    ui.add_space(space::SMALL);
    ui.label(state.texts.get(key));
}
