//! The text field of a note. It owns no text: the draft does. It hands keys to egui's field, takes over what buttons
//! changed, and knows what the caret's line is.
//!
//! One field per note, with an id of its own: undo never crosses notes.

mod caret;
mod chips;
mod choices;
mod completion;
mod gutter;
mod highlight;
mod layout;
mod line_menu;
mod places;
pub(in crate::ui) mod typing;
mod undo;

use std::ops::Range;

use eframe::egui::epaint::text::PlacedRow;
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::{TextEditOutput, TextEditState};
use eframe::egui::{
    self, EventFilter, Frame, Id, Margin, Rect, ScrollArea, Shape, TextBuffer, TextEdit, Ui, Vec2,
};

use crate::app::command::Command;
use crate::app::draft::{Draft, Selected};
use crate::app::names::Names;
use crate::app::state::State;
use crate::domain::book::Book;
use crate::domain::language::Language;
use crate::domain::line::{Context, LineKind, Understood};
use crate::i18n::Texts;

use super::theme::{palette, space, type_scale};
use super::widgets::takes_menu_key;
pub use caret::CaretLine;
use completion::Completion;
pub use gutter::width as gutter_width;
use gutter::{Beside, Gutter};
use layout::NoteLayout;
use line_menu::{About, LineMenu};
use undo::Histories;
pub use undo::UNDO_BYTES;

/// The caret stops blinking so many seconds after the last key: a blinking caret keeps the processor busy.
const BLINKS_FOR: f64 = 10.0;

/// What the field keeps between two frames.
#[derive(Default)]
pub struct Editor {
    caret_line: CaretLine,
    completion: Completion,
    layout: NoteLayout,
    gutter: Gutter,
    menu: Option<LineMenu>,
    histories: Histories,
    last_key: f64,
}

/// The field as it was drawn.
struct Drawn {
    output: TextEditOutput,
    /// Where the places that are looked for are painted: behind the text.
    behind: egui::layers::ShapeIdx,
    /// The line whose gutter or chip was clicked, and where.
    clicked: Option<Clicked>,
}

/// What beside the text was clicked.
enum Clicked {
    Gutter(usize, Rect),
    Chip(usize, Rect),
}

impl Editor {
    /// What the line is that the caret is in.
    pub fn caret_line(&self) -> &CaretLine {
        &self.caret_line
    }

    /// Draws the field and takes what was typed. The draft stays where it is: a window that falls over in here must still
    /// find it.
    pub fn show(&mut self, ui: &mut Ui, state: &mut State, commands: &mut Vec<Command>) {
        let context = context(state);
        let State { draft: Some(draft), texts, book, dialog, find, shows_times, names, .. } = state else {
            return;
        };
        let id = field_id(draft);
        let is_focused = ui.memory(|memory| memory.has_focus(id));
        if is_focused && self.caret_line.is_of(draft) {
            self.completion.take_keys(ui, draft, &self.caret_line);
        }
        if is_focused {
            typing::take_list_keys(ui, draft);
            draft.asks_menu |= takes_menu_key(ui.ctx());
        }
        if let Some(find) = find {
            find.update(draft);
        }
        let reading = layout::Reading { context, texts };
        let mut scrolls = hand_over(ui, id, draft, &mut self.histories, dialog.is_some());
        if is_focused && !draft.composing {
            scrolls |= undo::take_keys(ui, id, draft);
        }
        let beside = (book.as_ref(), *shows_times);
        let pastes =
            ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Paste(_))));
        if pastes {
            undo::add_point(ui, id, draft);
        }
        let drawn = self.field(ui, id, draft, reading, beside, scrolls);
        self.after(ui, id, &drawn.output, draft, texts.language(), (book.as_ref(), names));
        if pastes {
            undo::add_point(ui, id, draft);
        }
        if let Some(find) = find {
            let places = places::shapes(ui, &drawn.output, find);
            ui.painter().set(drawn.behind, Shape::Vec(places));
        }
        if is_focused {
            self.completion.show(ui, id, &drawn.output, draft, &self.caret_line, texts);
        }
        self.open_menu(draft, &drawn, commands);
        self.show_menu(ui, draft, (context, texts, book.as_ref()), commands);
    }

    fn field(
        &mut self,
        ui: &mut Ui,
        id: Id,
        draft: &mut Draft,
        reading: layout::Reading<'_>,
        (book, shows_times): (Option<&Book>, bool),
        scrolls: bool,
    ) -> Drawn {
        let now = ui.input(|input| input.time);
        let texts = reading.texts;
        let hint_color = palette::of(ui).quiet;
        let keys_kept = self.keys_kept();
        let (layout, gutter) = (&mut self.layout, &mut self.gutter);
        let gutter_width = gutter::width(shows_times);
        ScrollArea::vertical()
            .id_salt(("note", draft.session))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                ui.visuals_mut().text_cursor.blink = now - self.last_key < BLINKS_FOR;
                ui.spacing_mut().extra_text_line_spacing = type_scale::NOTE_LEADING;
                let behind = ui.painter().add(Shape::Noop);
                let size =
                    Vec2::new(ui.available_width() - gutter_width, ui.available_height() - space::SMALL);
                let mut layouter =
                    |ui: &Ui, text: &dyn TextBuffer, width: f32| layout.galley(ui, text, width, reading);
                let field = TextEdit::multiline(&mut draft.text)
                    .id(id)
                    .font(type_scale::note())
                    .hint_text(
                        egui::RichText::new(texts.get("note-hint"))
                            .color(hint_color)
                            .font(type_scale::note()),
                    )
                    .frame(Frame::NONE)
                    .desired_width(size.x)
                    .min_size(size)
                    .event_filter(keys_kept)
                    .layouter(&mut layouter);
                #[expect(clippy::cast_possible_truncation, reason = "a few dozen points")]
                let room = Margin { left: gutter_width as i8, ..Margin::ZERO };
                let output = Frame::NONE.inner_margin(room).show(ui, |ui| field.show(ui)).inner;
                output.response.response.clone().accessible_name(texts.get("note"));
                if scrolls {
                    scroll_to_caret(ui, &output);
                }
                let lines = lines_on_screen(ui, layout, &output);
                let beside = Beside { draft, book, lines: lines.clone(), shows_times, texts };
                let (galley, corner) = (&output.galley, output.galley_pos);
                let in_gutter = gutter.show(ui, id, layout, galley, corner, &beside);
                let on_chip = chips::show(ui, id, layout, galley, corner, lines, texts);
                let clicked = in_gutter.map(|(line, rect)| Clicked::Gutter(line, rect));
                let clicked = clicked.or(on_chip.map(|(line, rect)| Clicked::Chip(line, rect)));
                Drawn { output, behind, clicked }
            })
            .inner
    }

    /// The keys that do not move the focus away: the arrows, those of the completion while it is open, and Tab in a list.
    fn keys_kept(&self) -> EventFilter {
        let completes = self.completion.is_open();
        EventFilter {
            tab: completes || self.caret_line.can_move_deeper,
            escape: completes,
            horizontal_arrows: true,
            vertical_arrows: true,
        }
    }

    /// Opens the menu that was asked for: with the mouse beside a line, or with a key for the caret's line.
    fn open_menu(&mut self, draft: &mut Draft, drawn: &Drawn, commands: &mut Vec<Command>) {
        let asked = std::mem::take(&mut draft.asks_menu).then(|| {
            let line = draft.line();
            Clicked::Gutter(line, place_of_line(&self.layout, &drawn.output, line))
        });
        let opens = match &drawn.clicked {
            Some(Clicked::Gutter(line, rect)) => Some((*line, LineMenu::of_line(*rect))),
            Some(Clicked::Chip(line, rect)) => Some((*line, LineMenu::of_chip(*rect))),
            None => asked.and_then(|asked| match asked {
                Clicked::Gutter(line, rect) => Some((line, LineMenu::of_line(rect))),
                Clicked::Chip(..) => None,
            }),
        };
        let Some((line, menu)) = opens else { return };
        if !draft.selected_lines().contains(&line) {
            draft.selected = Selected::at(draft.end_of_line(line));
            draft.reveal = true;
        }
        let could_be_figure =
            self.layout.facts(line).is_some_and(|facts| facts.understood == Some(Understood::CouldBeFigure));
        if matches!(drawn.clicked, Some(Clicked::Chip(..))) && could_be_figure {
            // There is one thing to do about it.
            commands.push(Command::ToggleKind(LineKind::Figure));
            return;
        }
        self.menu = Some(menu);
    }

    fn show_menu(
        &mut self,
        ui: &Ui,
        draft: &mut Draft,
        (context, texts, book): (Context, &Texts, Option<&Book>),
        commands: &mut Vec<Command>,
    ) {
        let Some(menu) = &mut self.menu else { return };
        let is_open = self.layout.facts(draft.line()).is_some_and(|facts| {
            let session = page_of(book, draft).map(|page| &page.session);
            menu.show(ui, &About { draft, facts, context, session, texts }, commands)
        });
        if !is_open {
            self.menu = None;
            draft.jump = true;
            ui.ctx().request_repaint();
        }
    }

    /// Takes over what the field did: the text, the caret, what an input method is composing.
    fn after(
        &mut self,
        ui: &Ui,
        id: Id,
        output: &TextEditOutput,
        draft: &mut Draft,
        language: Language,
        (book, names): (Option<&Book>, &mut Names),
    ) {
        let now = ui.input(|input| input.time);
        let changed = output.response.response.changed();
        let has_focus = output.response.response.has_focus();
        // Without the focus the field forgets what was selected; a button still acts on it.
        let range = output.state.cursor.char_range().filter(|_| has_focus || changed);
        let selected = range.map_or(draft.selected, |range| Selected {
            caret: range.primary.index.into(),
            anchor: range.secondary.index.into(),
        });
        let moved = selected != draft.selected;
        draft.selected = selected;
        draft.composing = has_focus && typing::is_composing(ui, draft.composing);
        if changed {
            draft.typed(now);
        }
        if changed || moved {
            self.last_key = now;
            ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(BLINKS_FOR + 0.1));
        }
        if changed || moved || !self.caret_line.is_of(draft) {
            self.caret_line = CaretLine::of(draft);
            self.completion.update(draft, &self.caret_line, changed, book, names);
            // A Tab in the very next frame belongs to the list or the completion that has just begun.
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, self.keys_kept()));
        }
        if changed && !draft.composing {
            self.histories.fit(ui.ctx(), id, draft);
        }
        if changed && !draft.composing && typing::expand(ui, draft, &self.caret_line, language) {
            self.caret_line = CaretLine::of(draft);
        }
    }
}

/// The field of a note. Undo, caret and scrolling are egui's, kept under this id.
pub fn field_id(draft: &Draft) -> Id {
    Id::unique(("note", draft.session))
}

/// The page of the note that is typed.
fn page_of<'a>(book: Option<&'a Book>, draft: &Draft) -> Option<&'a crate::domain::book::Page> {
    book?.page(draft.session)
}

/// What lines are read in: the session's date, else the day's, else today; and whether one person speaks.
fn context(state: &State) -> Context {
    let page = state.page();
    let own = page.and_then(|page| page.session.facts.date);
    let day = own.or_else(|| state.book.as_ref()?.day.facts.date);
    Context {
        day: day.unwrap_or_else(|| state.clock.now().date_naive()),
        has_one_speaker: page.is_some_and(|page| page.session.facts.speakers.len() == 1),
    }
}

/// The lines of which something is on the screen.
fn lines_on_screen(ui: &Ui, layout: &NoteLayout, output: &TextEditOutput) -> Range<usize> {
    let screen = ui.clip_rect();
    let top = output.galley_pos.y;
    layout.lines_between(&output.galley, screen.top() - top, screen.bottom() - top)
}

/// Where the first row of a line is on the screen.
fn place_of_line(layout: &NoteLayout, output: &TextEditOutput, line: usize) -> Rect {
    let row = output.galley.rows.get(layout.rows_of(line).start);
    let row = row.map_or(Rect::ZERO, PlacedRow::rect);
    let left = output.galley_pos + row.min.to_vec2();
    Rect::from_min_size(left, Vec2::new(space::LARGE, row.height()))
}

/// Gives the field what was changed outside it: a replaced text as one undo step, a caret that was put somewhere, the focus.
/// Returns whether the caret was put somewhere else than where the field had it.
fn hand_over(ui: &Ui, id: Id, draft: &mut Draft, histories: &mut Histories, is_in_dialog: bool) -> bool {
    let stored = TextEditState::load(ui.ctx(), id);
    let is_new = stored.is_none();
    let mut field = stored.unwrap_or_default();
    let anew = is_new || std::mem::take(&mut draft.starts_anew);
    if anew {
        histories.begin(ui.ctx(), id, &mut field, &draft.text);
    }
    let replacement = draft.replacement.take();
    if let Some(replacement) = &replacement {
        undo::add_step(&mut field, replacement, &draft.text, ui.input(|input| input.time));
    }
    let is_free = (draft.jump || draft.takes_focus) && can_have_focus(ui, is_in_dialog);
    let takes_focus = is_free && std::mem::take(&mut draft.takes_focus);
    let range = Some(range_of(draft.selected));
    let is_elsewhere = takes_focus && field.cursor.char_range() != range;
    let jumps = is_free && std::mem::take(&mut draft.jump) || is_elsewhere;
    let reveals = std::mem::take(&mut draft.reveal);
    if anew || replacement.is_some() || jumps || reveals {
        field.cursor.set_char_range(range);
        field.store(ui.ctx(), id);
    }
    if jumps || takes_focus {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    jumps || reveals
}

/// egui takes the focus away from what is behind a dialog, also in the first frame without one; the next frame may give it.
fn can_have_focus(ui: &Ui, is_in_dialog: bool) -> bool {
    let can = ui.memory(|memory| memory.allows_interaction(ui.layer_id()));
    if !can && !is_in_dialog {
        ui.ctx().request_repaint();
    }
    can
}

/// The selection as egui has it.
fn range_of(selected: Selected) -> CCursorRange {
    CCursorRange::two(CCursor::new(selected.anchor), CCursor::new(selected.caret))
}

fn scroll_to_caret(ui: &Ui, output: &TextEditOutput) {
    if let Some(range) = output.state.cursor.char_range() {
        let caret = output.galley.pos_from_cursor(range.primary).translate(output.galley_pos.to_vec2());
        ui.scroll_to_rect(caret.expand(space::MEDIUM), None);
    }
}

/// The byte at which a character starts.
fn byte_of(text: &str, character: usize) -> usize {
    text.byte_index_from_char_index(character.into()).into()
}
