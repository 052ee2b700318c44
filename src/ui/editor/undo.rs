//! Undo in the note: short steps while typing, one step for each change made by a button or a key, and how many of them are
//! kept. The steps themselves are egui's, each a whole text: it keeps no differences.

use eframe::egui::text::CCursorRange;
use eframe::egui::text_edit::TextEditState;
use eframe::egui::util::undoer::{Settings, Undoer};
use eframe::egui::{Context, Id, InputState, Key, Modifiers, Ui};

use crate::app::draft::{Draft, Replacement, Selected};

use super::range_of;

/// What the steps of a note may take together, in bytes of text: 200 of a note of 4 kB, 32 of one of 32 kB.
pub const UNDO_BYTES: usize = 1 << 20;

/// As many steps as a short note has.
const MOST_STEPS: usize = 200;

/// As few as a long one has, whatever they take.
const LEAST_STEPS: usize = 30;

/// So many notes keep their steps, those that were typed in last: a day of sessions.
const NOTES: usize = 16;

/// The selection and the text at a step.
type Step = (CCursorRange, String);

type History = Undoer<Step>;

/// The histories that are kept, of the note that was typed in last first. egui holds them, by the field of their note.
#[derive(Default)]
pub struct Histories(Vec<Kept>);

struct Kept {
    field: Id,
    steps: usize,
}

impl Histories {
    /// Begins a fresh history, and lets go of those of notes that were left long ago.
    pub fn begin(&mut self, ctx: &Context, id: Id, field: &mut TextEditState, text: &str) {
        let steps = steps_of(text);
        field.set_undoer(history(steps));
        self.0.retain(|kept| kept.field != id);
        self.0.insert(0, Kept { field: id, steps });
        for gone in self.0.drain(NOTES.min(self.0.len())..) {
            ctx.data_mut(|data| data.remove::<TextEditState>(gone.field));
        }
    }

    /// The text changed. A history keeps fewer steps once the text has doubled, and more again once it is a quarter of that;
    /// what can be done again is worth more than the room it takes.
    pub fn fit(&mut self, ctx: &Context, id: Id, draft: &Draft) {
        let Some(place) = self.0.iter().position(|kept| kept.field == id) else { return };
        let kept = self.0.remove(place);
        let steps = steps_of(&draft.text);
        let fits = (kept.steps..=kept.steps * 2).contains(&steps);
        let steps = if fits || !fit_field(ctx, id, draft, steps) { kept.steps } else { steps };
        self.0.insert(0, Kept { steps, ..kept });
    }
}

/// Makes the text as it is a step of its own, apart from what is typed before and after it.
pub fn add_point(ui: &Ui, id: Id, draft: &Draft) {
    let Some(mut field) = TextEditState::load(ui.ctx(), id) else { return };
    let mut undoer = field.undoer();
    undoer.add_undo(&step_of(draft));
    field.set_undoer(undoer);
    field.store(ui.ctx(), id);
}

/// Takes the keys of undo and redo out of the input and does what they ask; says whether the text became another one. egui counts
/// a caret that went elsewhere as a step; here those are passed over, because who takes something back means words.
pub fn take_keys(ui: &Ui, id: Id, draft: &mut Draft) -> bool {
    let Some(back) = ui.input_mut(pressed) else { return false };
    let Some(mut field) = TextEditState::load(ui.ctx(), id) else { return false };
    let mut history = field.undoer();
    let range = field.cursor.char_range().unwrap_or_else(|| range_of(draft.selected));
    let mut now: Step = (range, draft.text.clone());
    while now.1 == draft.text {
        let step = if back { history.undo(&now) } else { history.redo(&now) };
        let Some(step) = step.cloned() else { return false };
        now = step;
    }
    let (range, text) = now;
    field.cursor.set_char_range(Some(range));
    field.set_undoer(history);
    field.store(ui.ctx(), id);
    draft.text = text;
    draft.selected = Selected { caret: range.primary.index.into(), anchor: range.secondary.index.into() };
    draft.typed(ui.input(|input| input.time));
    true
}

/// Whether undo (`true`) or redo was pressed. With Shift first: without, it would match both.
fn pressed(input: &mut InputState) -> Option<bool> {
    let shift = Modifiers { shift: true, ..Modifiers::COMMAND };
    if input.consume_key(shift, Key::Z) || input.consume_key(Modifiers::COMMAND, Key::Y) {
        return Some(false);
    }
    input.consume_key(Modifiers::COMMAND, Key::Z).then_some(true)
}

/// Makes a step of a replaced text. `now` is in seconds of egui's clock.
pub fn add_step(field: &mut TextEditState, replacement: &Replacement, text: &str, now: f64) {
    let (before_text, before_selected) = &replacement.before;
    let mut undoer = field.undoer();
    undoer.add_undo(&(range_of(*before_selected), before_text.clone()));
    let after = (range_of(replacement.after), text.to_owned());
    // Feeding first drops the redo steps: they belong to a text that is not there any more.
    undoer.feed_state(now, &after);
    undoer.add_undo(&after);
    field.set_undoer(undoer);
}

/// A history of so many steps. egui's own steps may be half a minute of typing.
fn history(steps: usize) -> History {
    History::with_settings(Settings { max_undos: steps, stable_time: 0.4, auto_save_interval: 5.0 })
}

fn step_of(draft: &Draft) -> Step {
    (range_of(draft.selected), draft.text.clone())
}

/// How many steps a text has room for; the same number until it has doubled.
fn steps_of(text: &str) -> usize {
    (UNDO_BYTES / text.len().next_power_of_two()).clamp(LEAST_STEPS, MOST_STEPS)
}

/// Keeps so many steps of a field from now on; says whether that could be done.
fn fit_field(ctx: &Context, id: Id, draft: &Draft, steps: usize) -> bool {
    let Some(mut field) = TextEditState::load(ctx, id) else { return false };
    let (history, now) = (field.undoer(), step_of(draft));
    if history.has_redo(&now) {
        return false;
    }
    field.set_undoer(fitted(history, now, steps));
    field.store(ctx, id);
    true
}

/// The last steps of a history, up to the text as it is now, which becomes one. egui gives them by undoing.
fn fitted(mut old: History, now: Step, steps: usize) -> History {
    old.add_undo(&now);
    let mut backwards = vec![now];
    while backwards.len() < steps
        && let Some(before) = backwards.last().and_then(|step| old.undo(step).cloned())
    {
        backwards.push(before);
    }
    let mut new = history(steps);
    for step in backwards.iter().rev() {
        new.add_undo(step);
    }
    new
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::app::draft::Selected;
    use crate::domain::id::SessionId;

    fn draft(text: String) -> Draft {
        let caret = text.chars().count();
        Draft::new(SessionId::from(Uuid::nil()), text, caret)
    }

    fn fresh(histories: &mut Histories, ctx: &Context, id: Id, text: &str) {
        let mut field = TextEditState::default();
        histories.begin(ctx, id, &mut field, text);
        field.store(ctx, id);
    }

    fn undoer(ctx: &Context, id: Id) -> History {
        TextEditState::load(ctx, id).expect("the field").undoer()
    }

    /// Types a text as a step of its own, as the field and the editor do.
    fn step(histories: &mut Histories, ctx: &Context, id: Id, text: &str) {
        let draft = draft(text.to_owned());
        let mut field = TextEditState::load(ctx, id).expect("the field");
        let mut undoer = field.undoer();
        undoer.add_undo(&step_of(&draft));
        field.set_undoer(undoer);
        histories.fit(ctx, id, &draft);
    }

    /// The texts that undo gives, from the newest on.
    fn undone(mut history: History, text: &str) -> Vec<String> {
        let mut now = step_of(&draft(text.to_owned()));
        let mut texts = Vec::new();
        while let Some(before) = history.undo(&now).cloned() {
            texts.push(before.1.clone());
            now = before;
        }
        texts
    }

    #[test]
    fn a_text_has_as_many_steps_as_fit() {
        let steps: Vec<usize> =
            [0, 4_096, 6_000, 20_000, 1_000_000].map(|length| steps_of(&"a".repeat(length))).into();
        assert_eq!(steps, [200, 200, 128, 32, 30]);
    }

    #[test]
    fn a_note_that_grows_keeps_its_last_steps_and_no_more_than_fit() {
        let (ctx, id, mut histories) = (Context::default(), Id::unique("note"), Histories::default());
        fresh(&mut histories, &ctx, id, "");
        let texts: Vec<String> = (1..=400).map(|lines| "regel van een dag\n".repeat(lines * 4)).collect();
        for text in &texts {
            step(&mut histories, &ctx, id, text);
            let undone = undone(undoer(&ctx, id), text);
            let bytes: usize = undone.iter().map(String::len).sum();
            assert!(bytes <= UNDO_BYTES, "{bytes} bytes of steps at {} bytes", text.len());
        }
        let last = texts.last().expect("a text");
        let before: Vec<&String> = texts.iter().rev().skip(1).take(LEAST_STEPS).collect();
        let undone = undone(undoer(&ctx, id), last);
        assert!(undone.len() >= LEAST_STEPS, "{} steps", undone.len());
        assert_eq!(undone.iter().take(LEAST_STEPS).collect::<Vec<_>>(), before);
    }

    #[test]
    fn a_note_that_became_short_again_keeps_many_steps_again() {
        let (ctx, id, mut histories) = (Context::default(), Id::unique("note"), Histories::default());
        fresh(&mut histories, &ctx, id, "");
        step(&mut histories, &ctx, id, &"a".repeat(100_000));
        let texts: Vec<String> = (1..=150).map(|length| "b".repeat(length)).collect();
        for text in &texts {
            step(&mut histories, &ctx, id, text);
        }
        assert_eq!(undone(undoer(&ctx, id), texts.last().expect("a text")).len(), 150);
    }

    #[test]
    fn what_can_be_done_again_is_kept_whatever_it_takes() {
        let (ctx, id, mut histories) = (Context::default(), Id::unique("note"), Histories::default());
        fresh(&mut histories, &ctx, id, "");
        step(&mut histories, &ctx, id, "een");
        let long = draft("twee ".repeat(20_000));
        let mut field = TextEditState::load(&ctx, id).expect("the field");
        let mut history = field.undoer();
        history.add_undo(&step_of(&long));
        let before = history.undo(&step_of(&long)).cloned().expect("a step");
        field.set_undoer(history);
        let mut back = draft(before.1);
        back.selected = Selected::at(3);
        histories.0.iter_mut().for_each(|kept| kept.steps = LEAST_STEPS);
        histories.fit(&ctx, id, &back);
        let mut history = undoer(&ctx, id);
        let again = history.redo(&step_of(&back)).expect("what was undone");
        assert_eq!(again.1, long.text);
    }

    #[test]
    fn a_text_in_the_middle_of_a_word_is_kept_when_steps_go() {
        let now = draft("een hal".to_owned());
        let mut old = history(MOST_STEPS);
        old.feed_state(1.0, &step_of(&draft(String::new())));
        old.add_undo(&step_of(&draft("een".to_owned())));
        old.feed_state(2.0, &step_of(&now));
        let new = fitted(old, step_of(&now), LEAST_STEPS);
        assert_eq!(undone(new, "een half"), ["een hal", "een", ""]);
    }

    #[test]
    fn notes_that_were_left_long_ago_let_their_steps_go_and_the_others_do_not() {
        let (ctx, mut histories) = (Context::default(), Histories::default());
        let ids: Vec<Id> = (0..NOTES + 2).map(Id::unique).collect();
        for id in &ids {
            fresh(&mut histories, &ctx, *id, "");
            step(&mut histories, &ctx, *id, "een");
            // Somebody goes back to the first one all the time.
            step(&mut histories, &ctx, ids[0], "een");
        }
        let kept: Vec<bool> = ids.iter().map(|id| TextEditState::load(&ctx, *id).is_some()).collect();
        let gone: Vec<usize> = (0..ids.len()).filter(|nth| !kept[*nth]).collect();
        assert_eq!(gone, [1, 2]);
        assert_eq!(undone(undoer(&ctx, ids[0]), "twee"), ["een"]);
    }
}
