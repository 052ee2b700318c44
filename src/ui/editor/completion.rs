//! Completing a trend after `#` and a name after `@`: what fits what was typed, and the keys that choose from it. What
//! fits is worked out in `domain/choice.rs`; the list is drawn by `choices.rs`.
//!
//! Tab takes the first or the chosen one; Enter only takes one that was chosen with the arrows, so that a new trend or
//! name can be made by simply typing on. Esc puts the list away until another one is begun. While an input method is
//! composing there is no list, and no key is taken.

use eframe::egui::text::CCursor;
use eframe::egui::text_edit::TextEditOutput;
use eframe::egui::{Event, Id, Key, Modifiers, Ui};

use crate::app::draft::{Draft, Selected};
use crate::app::names::Names;
use crate::domain::book::Book;
use crate::domain::choice::{self, Fitting};
use crate::domain::line::{Sign, typing};
use crate::i18n::Texts;

use super::caret::CaretLine;
use super::choices;

/// So many are shown at most; typing one more letter is faster than reading more.
const MOST: usize = 8;

/// What closes up to the word before it: the space that was written behind a taken choice makes room for it. So it does for a space
/// that is typed by habit.
const CLOSES_UP: [&str; 10] = [" ", ".", ",", ";", ":", "!", "?", ")", "]", "…"];

/// The list, and what was done with it.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// What is being typed.
    typed: Option<(Sign, String)>,
    /// How many characters the caret is behind its sign.
    since_sign: usize,
    /// What fits; empty when there is no list.
    fitting: Fitting,
    /// The choice that was made with the arrows.
    chosen: Option<usize>,
    /// What was typed when the list was put away.
    dismissed: Option<(Sign, String)>,
    /// A choice was just taken: the edits and the caret at that moment.
    taken: Option<(u64, usize)>,
}

impl Completion {
    /// Whether there is a list.
    pub fn is_open(&self) -> bool {
        !self.fitting.best.is_empty()
    }

    /// Looks again, when the caret or the text has changed. Only typing opens a list: a caret that merely comes by keeps
    /// its arrows.
    pub fn update(
        &mut self,
        draft: &Draft,
        line: &CaretLine,
        is_typed: bool,
        book: Option<&Book>,
        names: &mut Names,
    ) {
        let may_open = !draft.composing && draft.selected.range().is_empty() && !line.is_inside_word(draft);
        let before = line.before_caret(draft);
        let typing = typing(before).filter(|_| may_open);
        let since = typing.and_then(|typing| before.get(typing.start..)).unwrap_or_default();
        self.since_sign = since.chars().count();
        let typed = typing.map(|typing| (typing.sign, typing.text.to_owned()));
        if self.typed == typed {
            return;
        }
        self.typed = typed;
        self.chosen = None;
        self.fitting = Fitting::default();
        let Some((sign, text)) = &self.typed else {
            self.dismissed = None;
            return;
        };
        let is_dismissed = |(of, begin): &(Sign, String)| of == sign && text.starts_with(begin.as_str());
        if self.dismissed.as_ref().is_some_and(is_dismissed) || !is_typed {
            return;
        }
        self.dismissed = None;
        if let Some(book) = book {
            self.fitting = choice::fitting(names.choices(book, draft.session, *sign), text, MOST);
        }
    }

    /// Takes the keys that are meant for the list, before the text field sees them.
    pub fn take_keys(&mut self, ui: &Ui, draft: &mut Draft, line: &CaretLine) {
        let composes = |event: &Event| matches!(event, Event::Ime(_));
        if draft.composing || ui.input(|input| input.events.iter().any(composes)) {
            return;
        }
        self.close_up(ui, draft);
        let mut accepted = None;
        if self.is_open() {
            ui.input_mut(|input| {
                input.events.retain(|event| accepted.is_some() || !self.takes(event, &mut accepted));
            });
        }
        if let Some(index) = accepted {
            self.accept(index, draft, line, ui);
        }
    }

    /// Whether an event is a key for the list. Does what it says, except taking a choice: that one is `accepted`.
    fn takes(&mut self, event: &Event, accepted: &mut Option<usize>) -> bool {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
        let count = self.fitting.best.len();
        if !modifiers.is_none() || count == 0 {
            return false;
        }
        match key {
            Key::ArrowDown => self.chosen = Some(self.chosen.map_or(0, |chosen| (chosen + 1) % count)),
            Key::ArrowUp => {
                self.chosen = Some(self.chosen.map_or(count - 1, |chosen| (chosen + count - 1) % count));
            }
            Key::Escape => {
                self.dismissed.clone_from(&self.typed);
                self.fitting = Fitting::default();
            }
            Key::Tab => *accepted = Some(self.chosen.unwrap_or(0)),
            Key::Enter if self.chosen.is_some() => *accepted = self.chosen,
            _ => return false,
        }
        true
    }

    /// Draws the list at the caret of the field with this id.
    pub fn show(
        &mut self,
        ui: &Ui,
        field: Id,
        output: &TextEditOutput,
        draft: &mut Draft,
        line: &CaretLine,
        texts: &Texts,
    ) {
        if !self.is_open() {
            return;
        }
        // At the sign and not at the caret: a list that moves with each letter cannot be read.
        let sign = CCursor::new(draft.selected.caret.saturating_sub(self.since_sign));
        let sign = output.galley.pos_from_cursor(sign).translate(output.galley_pos.to_vec2());
        if let Some(clicked) = choices::show(ui, field, sign, &self.fitting, self.chosen, texts) {
            self.accept(clicked, draft, line, ui);
            draft.jump = true;
        }
    }

    /// Writes a choice in the place of what was typed, with a space behind it.
    fn accept(&mut self, index: usize, draft: &mut Draft, line: &CaretLine, ui: &Ui) {
        let before = line.before_caret(draft);
        let typed = typing(before);
        if let (Some(choice), Some(typed)) = (self.fitting.best.get(index), typed) {
            let kept = before.get(..typed.start).unwrap_or_default();
            let space = if line.is_before_space(draft) { "" } else { " " };
            let completed = [kept, choice.written.as_str(), space].concat();
            let caret = draft.selected.caret + completed.chars().count() - before.chars().count();
            let text = line.with_before_caret(draft, &completed);
            draft.replace(text, Selected::at(caret), ui.input(|input| input.time));
            self.taken = (!space.is_empty()).then_some((draft.edits, caret));
        }
        self.fitting = Fitting::default();
        self.typed = None;
    }

    /// The space behind a taken choice goes when a space or a sign is typed that closes up to the word.
    fn close_up(&mut self, ui: &Ui, draft: &Draft) {
        let is_there = |(edits, caret)| edits == draft.edits && Selected::at(caret) == draft.selected;
        if !self.taken.is_some_and(is_there) {
            self.taken = None;
            return;
        }
        let closes_up =
            |event: &Event| matches!(event, Event::Text(text) if CLOSES_UP.contains(&text.as_str()));
        ui.input_mut(|input| {
            let is_text = |event: &Event| matches!(event, Event::Text(_));
            let first = input.events.iter().position(is_text);
            if let Some(first) = first.filter(|first| input.events.get(*first).is_some_and(closes_up)) {
                input.events.insert(first, backspace());
            }
        });
    }
}

fn backspace() -> Event {
    Event::Key {
        key: Key::Backspace,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    }
}
