//! The search over all days: found while it is typed, grouped by day, with what matches marked. What a filter can ask for is
//! offered under the field; Tab takes the first.

use std::ops::Range;

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Button, EventFilter, Id, Key, Modifiers, RichText, TextEdit, Ui, Vec2, accesskit, vec2};

use crate::app::command::Command;
use crate::app::searching::Searching;
use crate::app::state::State;
use crate::app::walk::{Walk, WalkPlace};
use crate::domain::dates;
use crate::domain::id::DayId;
use crate::domain::line;
use crate::domain::search::Hit;
use crate::domain::search::complete::Completion;

use super::list::List;
use super::row::{LineRow, Row};
use crate::ui::theme::{icons, palette, space, type_scale};

/// What the view keeps between two frames.
#[derive(Default)]
pub struct SearchView {
    list: List,
    rows: Vec<Row>,
    /// The hits in the order of the rows.
    order: Vec<usize>,
    /// Of which answer the rows are.
    of: Option<u64>,
}

/// Draws the field, and what is found.
pub fn show(ui: &mut Ui, state: &mut State, view: &mut SearchView, commands: &mut Vec<Command>) {
    super::title(ui, state.texts.get("view-search"));
    field(ui, state, view, commands);
    ui.add_space(space::SMALL);
    let Some(found) = &state.searching.found else {
        return recent(ui, state, commands);
    };
    if view.of != Some(state.searching.revision) {
        view.of = Some(state.searching.revision);
        view.read(state);
    }
    let count = found.hits.len();
    let words = match (count, found.has_more) {
        (0, _) => state.texts.get("search-nothing").to_owned(),
        (_, true) => state.texts.with("search-more", &[("count", count.into())]),
        (_, false) => state.texts.count("search-found", count).to_string(),
    };
    let label = ui.label(type_scale::small(words).color(palette::of(ui).quiet));
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(accesskit::Live::Polite));
    ui.add_space(space::TIGHT);
    if let Some((row, _)) = view.list.show(ui, "found lines", state.searching.revision, &view.rows)
        && let Some(Row::Line(line)) = view.rows.get(row)
    {
        commands.push(Command::StartWalk(Box::new(view.walk(state, line.index))));
    }
}

fn field(ui: &mut Ui, state: &mut State, view: &mut SearchView, commands: &mut Vec<Command>) {
    let id = Id::unique("search all days");
    let takes_focus = std::mem::take(&mut state.view_takes_focus);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let offered = if has_focus { state.searching.completions.first().cloned() } else { None };
    let takes_offer = offered.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Tab));
    let goes_down = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown));
    let hint = RichText::new(state.texts.get("search-hint")).color(palette::of(ui).quiet);
    let name = state.texts.get("view-search").to_owned();
    crate::ui::fields::keep_caret_still(ui);
    let filter =
        EventFilter { tab: offered.is_some(), escape: false, horizontal_arrows: true, vertical_arrows: true };
    let mut query = state.searching.query.clone();
    let output = TextEdit::singleline(&mut query)
        .id(id)
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .min_size(vec2(0.0, space::TARGET + space::TIGHT))
        .event_filter(filter)
        .show(ui);
    let response = output.response.response.accessible_name(name);
    ui.ctx().accesskit_node_builder(id, |node| node.set_role(accesskit::Role::SearchInput));
    if takes_focus {
        response.request_focus();
    }
    let caret = output.cursor_range.map_or(query.chars().count(), |range| range.primary.index.0);
    if response.changed() {
        state.searching.query.clone_from(&query);
        commands.push(Command::SearchFor(query));
    }
    if response.changed() || takes_focus {
        let language = state.texts.language();
        state.searching.complete(caret, language);
    }
    if let Some(offer) = offered.filter(|_| takes_offer) {
        take(ui, id, &mut state.searching, &offer, commands);
    }
    if goes_down || response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        view.list.goes_to = Some(0);
    }
    offers(ui, id, state, commands);
}

/// What a filter can ask for, at the caret.
fn offers(ui: &mut Ui, id: Id, state: &mut State, commands: &mut Vec<Command>) {
    if state.searching.completions.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        for offer in state.searching.completions.clone() {
            let words = if offer.about.is_empty() {
                offer.name.clone()
            } else {
                format!("{}  {}", offer.name, offer.about)
            };
            let words = type_scale::small(words).color(palette::of(ui).accent);
            let button = Button::new(words).min_size(Vec2::splat(space::SMALLEST_TARGET));
            if ui.add(button).accessible_name(&offer.name).clicked() {
                take(ui, id, &mut state.searching, &offer, commands);
            }
        }
    });
}

/// Writes what was offered, and puts the caret behind it.
fn take(ui: &Ui, id: Id, searching: &mut Searching, offer: &Completion, commands: &mut Vec<Command>) {
    let Range { start, end } = offer.replaces.clone();
    if searching.query.get(start..end).is_none() {
        return;
    }
    searching.query.replace_range(start..end, &offer.written);
    searching.completions.clear();
    let caret = searching.query.get(..start + offer.written.len()).map_or(0, |before| before.chars().count());
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(caret))));
        state.store(ui.ctx(), id);
    }
    ui.memory_mut(|memory| memory.request_focus(id));
    commands.push(Command::SearchFor(searching.query.clone()));
}

/// What was searched for before, while nothing is typed.
fn recent(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.label(type_scale::small(state.texts.get("search-help")).color(palette::of(ui).quiet));
    if state.searching.recent.is_empty() {
        return;
    }
    ui.add_space(space::MEDIUM);
    crate::ui::widgets::panel_heading(ui, state.texts.get("search-recent"));
    for query in &state.searching.recent {
        let button =
            Button::new(query).frame_when_inactive(false).truncate().min_size(Vec2::splat(space::TARGET));
        if ui.add(button).clicked() {
            commands.push(Command::SearchFor(query.clone()));
        }
    }
}

impl SearchView {
    /// The rows, by day: the day of the best line first.
    fn read(&mut self, state: &State) {
        self.rows.clear();
        self.order.clear();
        let Some(found) = &state.searching.found else { return };
        let mut days: Vec<DayId> = Vec::new();
        for hit in &found.hits {
            if !days.contains(&hit.day) {
                days.push(hit.day);
            }
        }
        for day in days {
            let of_day = || found.hits.iter().enumerate().filter(|(_, hit)| hit.day == day);
            let lines = state.texts.count("lines", of_day().count()).to_string();
            self.rows.push(Row::Heading { text: day_name(state, day), detail: lines });
            for (index, hit) in of_day() {
                self.order.push(index);
                self.rows.push(Row::Line(row(state, index, hit)));
            }
        }
    }

    fn walk(&self, state: &State, first: usize) -> Walk {
        let hits = state.searching.found.as_ref().map(|found| found.hits.as_slice()).unwrap_or_default();
        let places = self.order.iter().filter_map(|index| hits.get(*index)).map(|hit| WalkPlace {
            day: hit.day,
            session: hit.session,
            line: hit.line,
            heading: place_name(state, hit.day, session_name(state, hit)),
            text: line::body(&hit.text, &line::parse(&hit.text)).to_owned(),
        });
        let at = self.order.iter().position(|index| *index == first).unwrap_or_default();
        let title = state.searching.query.trim().to_owned();
        Walk { number: 0, title, from: state.view.clone(), places: places.collect(), at }
    }
}

fn row(state: &State, index: usize, hit: &Hit) -> LineRow {
    let parsed = line::parse(&hit.text);
    let session = session_name(state, hit);
    let shown = shown(hit, &parsed);
    LineRow {
        index,
        words: hit.text.get(shown.clone()).unwrap_or_default().to_owned(),
        found: hit.ranges.iter().filter_map(|range| within(range, &shown)).collect(),
        sentence: format!("{}, {session}, {}", hit.text.trim(), day_name(state, hit.day)),
        detail: session,
        icon: if parsed.done { Some(icons::DONE) } else { icons::of_kind(parsed.kind) },
        done: parsed.done,
        private: hit.private,
        starred: parsed.starred,
        ..LineRow::default()
    }
}

/// What is shown of a line: what it says, since its icon says the kind; all of it where what was looked for stands before that.
fn shown(hit: &Hit, parsed: &line::Line) -> Range<usize> {
    let content = parsed.content.clone();
    if !content.is_empty() && hit.ranges.iter().all(|range| within(range, &content).is_some()) {
        return content;
    }
    let start = hit.text.len() - hit.text.trim_start().len();
    start..hit.text.trim_end().len().max(start)
}

/// Where a range is in a part of the text; nothing where it is not wholly in it.
fn within(range: &Range<usize>, part: &Range<usize>) -> Option<Range<usize>> {
    let is_inside = part.start <= range.start && range.end <= part.end;
    is_inside.then(|| range.start - part.start..range.end - part.start)
}

fn session_name(state: &State, hit: &Hit) -> String {
    let Some(name) = state.searching.sessions.get(&hit.session) else { return String::new() };
    let title = if name.title.is_empty() { state.texts.get("session-untitled") } else { &name.title };
    format!("{} · {title}", name.position)
}

/// "Netwerkdag grote steden · do 16 maart 2023".
pub fn day_name(state: &State, day: DayId) -> String {
    let Some(summary) = state.days.iter().find(|summary| summary.day.id == day) else { return String::new() };
    let facts = &summary.day.facts;
    let title = if facts.title.is_empty() { state.texts.get("day-untitled") } else { &facts.title };
    match facts.date.map(|date| dates::span(state.texts.language(), date, facts.last_date)) {
        Some(date) if date != facts.title => format!("{title} · {date}"),
        _ => title.to_owned(),
    }
}

/// The session, and the day where that is not the one on the screen.
pub fn place_name(state: &State, day: DayId, session: String) -> String {
    if state.book.as_ref().is_some_and(|book| book.day.id == day) {
        return session;
    }
    format!("{session} · {}", day_name(state, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::{LineId, SessionId};

    fn shown_of(text: &str, word: &str) -> (String, Option<Range<usize>>) {
        let start = text.find(word).expect("the word");
        let hit = Hit {
            day: DayId::fresh(),
            session: SessionId::fresh(),
            line: LineId::fresh(),
            position: 1,
            text: text.to_owned(),
            ranges: std::iter::once(start..start + word.len()).collect(),
            private: false,
            score: 0.0,
        };
        let shown = shown(&hit, &line::parse(text));
        let found = hit.ranges.iter().find_map(|range| within(range, &shown));
        (text[shown].to_owned(), found)
    }

    #[test]
    fn a_line_that_was_found_is_shown_without_its_kind_unless_that_was_looked_for() {
        assert_eq!(shown_of("- [ ] nota sturen @Bram", "nota"), ("nota sturen @Bram".to_owned(), Some(0..4)));
        assert_eq!(shown_of("  ★ de nota", "nota"), ("de nota".to_owned(), Some(3..7)));
        assert_eq!(
            shown_of(" afspraak: nota ", "afspraak"),
            ("afspraak: nota".to_owned(), Some(0..8)),
            "the words that were looked for stay in sight"
        );
    }
}
