//! What the day has of somebody: who may be the same, where they speak, what was spoken about, and the lines that name or
//! quote them.

use eframe::egui::{Button, Key, Modifiers, Ui, Vec2};

use crate::app::command::Command;
use crate::app::people::Change;
use crate::app::state::State;
use crate::domain::id::SessionId;
use crate::domain::review::persons::{Profile, Spoken};

use super::super::lines::{self, Detail, session_name};
use super::super::list::List;
use super::super::row::{LineRow, Row};
use super::rows;
use crate::ui::theme::{icons, palette, space, type_scale};
use crate::ui::widgets::{as_heading, quiet_button};

/// The name of the list.
const LIST: &str = "person";

/// So many who may be the same are offered.
const MOST_ALIKE: usize = 3;

/// What is kept between two frames.
#[derive(Default)]
pub struct Details {
    list: List,
    rows: Vec<Row>,
    targets: Vec<Target>,
    /// Of which list and whom the rows are.
    of: Option<(u64, usize)>,
    turn: u64,
    takes_focus: bool,
}

/// What a row leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Target {
    Nothing,
    /// A line, by its place in the entries.
    Line(usize),
    Session(SessionId),
}

/// Draws the details of the one who is looked at.
pub fn show(ui: &mut Ui, state: &State, details: &mut Details, commands: &mut Vec<Command>) {
    let people = &state.afterwards.people;
    let chosen = people.chosen.and_then(|place| Some((place, people.profiles.get(place)?)));
    let Some((place, profile)) = chosen else {
        ui.label(type_scale::small(state.texts.get("people-hint")).color(palette::of(ui).quiet));
        return;
    };
    details.read(state, place, profile);
    let name = ui.label(type_scale::heading(&profile.name));
    as_heading(ui, &name, &profile.name);
    for text in [rows::from(profile), spellings(state, profile)] {
        if !text.is_empty() {
            ui.label(type_scale::small(text).color(palette::of(ui).quiet));
        }
    }
    alike(ui, state, place, commands);
    ui.add_space(space::TIGHT);
    if details.rows.is_empty() {
        ui.label(state.texts.get("person-only-listed"));
        return;
    }
    if std::mem::take(&mut details.takes_focus) {
        details.list.goes_to = Some(0);
    }
    if let Some((row, _)) = details.list.show(ui, LIST, details.turn, &details.rows) {
        details.open(state, profile, row, commands);
    }
}

/// The other ways in which the name is written.
fn spellings(state: &State, profile: &Profile) -> String {
    let others = profile.spellings.iter().filter(|spelling| **spelling != profile.name);
    let others: Vec<&str> = others.map(String::as_str).collect();
    if others.is_empty() {
        return String::new();
    }
    state.texts.with("person-written", &[("names", others.join(", ").into())])
}

/// Who may be the same, each with a button that makes one name of both.
fn alike(ui: &mut Ui, state: &State, place: usize, commands: &mut Vec<Command>) {
    let people = &state.afterwards.people;
    for (other, pair) in people.like(place).take(MOST_ALIKE) {
        let (Some(profile), Some(kept)) = (people.profiles.get(other), people.profiles.get(pair.keep)) else {
            continue;
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::TIGHT;
            ui.label(type_scale::small(state.texts.get("person-maybe")).color(palette::of(ui).quiet));
            if quiet_button(ui, &profile.name) {
                commands.push(Command::ChangePeople(Change::Choose(Some(other))));
            }
            let merge = state.texts.with("person-merge", &[("name", kept.name.as_str().into())]);
            if ui.add(Button::new(type_scale::small(merge)).min_size(Vec2::splat(space::TARGET))).clicked() {
                commands.push(Command::MergePeople { keep: pair.keep, other: pair.other });
            }
        });
    }
}

impl Details {
    /// The first row gets the focus.
    pub fn takes_focus(&mut self) {
        self.takes_focus = true;
    }

    /// Esc in the details gives the list of people the focus again.
    pub fn gives_focus_back(&self, ui: &Ui) -> bool {
        self.list.has_focus(ui, LIST) && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    }

    fn read(&mut self, state: &State, place: usize, profile: &Profile) {
        let now = (state.afterwards.people.turn, place);
        if self.of == Some(now) {
            return;
        }
        self.of = Some(now);
        self.turn += 1;
        self.rows.clear();
        self.targets.clear();
        self.speaks(state, profile);
        self.spoken(state, profile);
        self.lines(state, "person-lines", &profile.named);
        self.lines(state, "person-quotes", &profile.quoted);
    }

    fn heading(&mut self, state: &State, key: &str) {
        self.push(
            Row::Heading { text: state.texts.get(key).to_owned(), detail: String::new() },
            Target::Nothing,
        );
    }

    fn push(&mut self, row: Row, target: Target) {
        self.rows.push(row);
        self.targets.push(target);
    }

    fn speaks(&mut self, state: &State, profile: &Profile) {
        if profile.speaks.is_empty() {
            return;
        }
        let key = if profile.is_organisation { "organisation-sessions" } else { "person-sessions" };
        self.heading(state, key);
        for origin in &profile.speaks {
            let words = session_name(origin, state);
            let row = LineRow {
                sentence: words.clone(),
                words,
                icon: Some(icons::PROGRAMME),
                ..LineRow::default()
            };
            self.push(Row::Line(row), Target::Session(origin.session));
        }
    }

    fn spoken(&mut self, state: &State, profile: &Profile) {
        if profile.spoken.is_empty() {
            return;
        }
        self.heading(state, "person-spoken-with");
        for spoken in &profile.spoken {
            self.push(Row::Line(spoken_row(state, spoken)), Target::Session(spoken.origin.session));
        }
    }

    fn lines(&mut self, state: &State, key: &str, places: &[usize]) {
        if places.is_empty() {
            return;
        }
        self.heading(state, key);
        for index in places {
            let Some(entry) = state.afterwards.entries.get(*index) else { continue };
            let row = lines::row(state, *index, entry, Detail::Facts);
            // Whose quotes these are stands above them.
            let detail = if key == "person-quotes" { String::new() } else { row.detail };
            let row = LineRow { place: session_name(&entry.origin, state), detail, ..row };
            self.push(Row::Line(row), Target::Line(*index));
        }
    }

    fn open(&self, state: &State, profile: &Profile, row: usize, commands: &mut Vec<Command>) {
        match self.targets.get(row) {
            Some(Target::Line(index)) => {
                let is_named = profile.named.contains(index);
                let places = if is_named { &profile.named } else { &profile.quoted };
                let walk = lines::walk(state, profile.name.clone(), places, *index);
                commands.push(Command::StartWalk(Box::new(walk)));
            }
            Some(Target::Session(session)) => commands.push(Command::SelectSession(*session)),
            Some(Target::Nothing) | None => {}
        }
    }
}

/// "Waarover", and what comes next below it.
fn spoken_row(state: &State, spoken: &Spoken) -> LineRow {
    let follow_up = (!spoken.follow_up.is_empty())
        .then(|| state.texts.with("person-follow-up", &[("what", spoken.follow_up.as_str().into())]));
    let about = (!spoken.about.is_empty()).then(|| spoken.about.clone());
    let words: Vec<String> = [about, follow_up].into_iter().flatten().collect();
    let words = if words.is_empty() { state.texts.get("person-spoken").to_owned() } else { words.join("\n") };
    let place = session_name(&spoken.origin, state);
    let private = spoken.private.then(|| state.texts.get("mark-private"));
    let sentence = [Some(words.as_str()), private, Some(&place)].into_iter().flatten().collect::<Vec<_>>();
    LineRow {
        sentence: sentence.join(", "),
        words: words.clone(),
        place,
        icon: Some(icons::SPOKEN),
        private: spoken.private,
        ..LineRow::default()
    }
}
