//! Completing a trend after `#`: the day's trends that start with what was typed, in a small list at the caret.
//!
//! Tab takes the first or the chosen one; Enter only takes one that was chosen with the arrows, so that a new trend can be
//! made by simply typing on. Esc puts the list away until another trend is begun.

use eframe::egui::text_edit::TextEditOutput;
use eframe::egui::{Area, Button, Frame, Id, Key, Modifiers, Order, RichText, TextWrapMode, Ui, Vec2};

use crate::app::draft::{Draft, Selected};
use crate::app::state::State;
use crate::domain::trend::{self, Trend};

use super::caret::CaretLine;
use crate::ui::theme::{palette, space, type_scale};

/// So many are shown at most; typing one more letter is faster than reading more.
const MOST: usize = 8;

/// The list, and what was done with it.
#[derive(Clone, Debug, Default)]
pub struct Completion {
    /// What was typed of the tag, while one is typed.
    typed: Option<String>,
    /// The trends that fit; empty when there is no list.
    found: Vec<Trend>,
    /// The trend that was chosen with the arrows.
    chosen: Option<usize>,
    /// The word for which the list was put away.
    dismissed: Option<String>,
}

impl Completion {
    /// Whether there is a list.
    pub fn is_open(&self) -> bool {
        !self.found.is_empty()
    }

    /// Looks again, when the caret or the text has changed.
    pub fn update(&mut self, draft: &Draft, line: &CaretLine, state: &State) {
        let typed = typed_tag(line.before_caret(draft)).filter(|_| !draft.composing);
        if self.typed.as_deref() == typed {
            return;
        }
        self.typed = typed.map(str::to_owned);
        self.chosen = None;
        self.found = self.matches(state);
    }

    /// Takes the keys that are meant for the list, before the text field sees them.
    pub fn take_keys(&mut self, ui: &Ui, draft: &mut Draft, line: &CaretLine) {
        let count = self.found.len();
        if count == 0 {
            return;
        }
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if key(Key::ArrowDown) {
            self.chosen = Some(self.chosen.map_or(0, |chosen| (chosen + 1) % count));
        } else if key(Key::ArrowUp) {
            self.chosen = Some(self.chosen.map_or(count - 1, |chosen| (chosen + count - 1) % count));
        } else if key(Key::Escape) {
            self.dismissed.clone_from(&self.typed);
            self.found.clear();
        } else if key(Key::Tab) || self.chosen.is_some() && key(Key::Enter) {
            let chosen = self.found.get(self.chosen.unwrap_or(0)).map(|trend| trend.tag.clone());
            self.accept(chosen, draft, line, ui);
        }
    }

    /// Draws the list below the caret.
    pub fn show(&mut self, ui: &mut Ui, output: &TextEditOutput, draft: &mut Draft, line: &CaretLine) {
        let Some(range) = output.state.cursor.char_range().filter(|_| self.is_open()) else { return };
        let caret = output.galley.pos_from_cursor(range.primary).translate(output.galley_pos.to_vec2());
        let area = Area::new(Id::unique("trend completion")).order(Order::Foreground);
        let clicked = area.fixed_pos(caret.left_bottom()).show(ui.ctx(), |ui| self.rows(ui)).inner;
        if clicked.is_some() {
            self.accept(clicked, draft, line, ui);
            draft.jump = true;
        }
    }

    /// Draws the rows; says which was clicked.
    fn rows(&self, ui: &mut Ui) -> Option<String> {
        let mut clicked = None;
        Frame::popup(ui.style()).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            for (index, trend) in self.found.iter().enumerate() {
                if row(ui, trend, self.chosen == Some(index)) {
                    clicked = Some(trend.tag.clone());
                }
            }
        });
        clicked
    }

    fn matches(&mut self, state: &State) -> Vec<Trend> {
        let (Some(typed), Some(book)) = (&self.typed, &state.book) else { return Vec::new() };
        if self.dismissed.as_deref().is_some_and(|dismissed| typed.starts_with(dismissed)) {
            return Vec::new();
        }
        self.dismissed = None;
        let found = trend::complete(&book.day.facts.trends, typed);
        // A tag that is already whole needs no help, unless a longer one starts with it.
        if found.iter().all(|trend| trend::normalise(&trend.tag) == trend::normalise(typed)) {
            return Vec::new();
        }
        found.into_iter().take(MOST).cloned().collect()
    }

    fn accept(&mut self, tag: Option<String>, draft: &mut Draft, line: &CaretLine, ui: &Ui) {
        if let Some(tag) = tag {
            complete(draft, line, &tag, ui.input(|input| input.time));
        }
        self.found.clear();
    }
}

/// What was typed of a tag, when the caret stands right behind it. The grammar decides what may stand before the `#`.
fn typed_tag(before_caret: &str) -> Option<&str> {
    let start = before_caret.rfind('#')?;
    let typed = before_caret.get(start + 1..)?;
    let before = before_caret.get(..start)?.chars().next_back();
    let opens = before.is_none_or(|letter| letter.is_whitespace() || "([{\"'“‘«„".contains(letter));
    let is_tag = typed.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '-' | '_'));
    // Behind nothing but `#` at the start of a line a heading may follow: wait for a letter.
    let is_heading = typed.is_empty() && before_caret.trim_start().starts_with('#');
    (opens && is_tag && !is_heading).then_some(typed)
}

fn complete(draft: &mut Draft, line: &CaretLine, tag: &str, now: f64) {
    let before = line.before_caret(draft);
    let Some(typed) = typed_tag(before) else { return };
    let kept = before.get(..before.len() - typed.len()).unwrap_or_default();
    let completed = format!("{kept}{tag} ");
    let caret = draft.selected.caret - typed.chars().count() + tag.chars().count() + 1;
    let text = line.with_before_caret(draft, &completed);
    draft.replace(text, Selected::at(caret), now);
}

fn row(ui: &mut Ui, trend: &Trend, is_chosen: bool) -> bool {
    let palette = palette::of(ui);
    let tag = RichText::new(format!("#{}", trend.tag)).color(palette.accent);
    let label = RichText::new(&trend.label).size(type_scale::SMALL).color(palette.quiet);
    let button =
        Button::selectable(is_chosen, (tag, label)).min_size(Vec2::new(space::PROGRAMME, space::TARGET));
    ui.add(button).accessible_name(&trend.label).clicked()
}

#[cfg(test)]
mod tests {
    use super::typed_tag;

    #[test]
    fn a_tag_is_completed_right_behind_it_and_nowhere_else() {
        assert_eq!(typed_tag("De basis #toe"), Some("toe"));
        assert_eq!(typed_tag("De basis #"), Some(""));
        assert_eq!(typed_tag("(#toe"), Some("toe"));
        assert_eq!(typed_tag("#toe"), Some("toe"));
        assert_eq!(typed_tag("De basis #toezicht "), None);
        assert_eq!(typed_tag("C#"), None);
        assert_eq!(typed_tag("#"), None, "a heading may follow");
        assert_eq!(typed_tag("##"), None);
    }
}
