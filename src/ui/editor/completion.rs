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
    chosen: Option<usize>,
    typed: Option<String>,
    /// The word for which the list was put away.
    dismissed: Option<String>,
    is_open: bool,
}

impl Completion {
    /// Takes the keys that are meant for the list, before the text field sees them.
    pub fn take_keys(&mut self, ui: &Ui, draft: &mut Draft, line: &CaretLine, state: &State) {
        let Some(found) = self.matches(draft, line, state) else { return };
        let key = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if key(Key::ArrowDown) {
            self.chosen = Some(self.chosen.map_or(0, |chosen| (chosen + 1) % found.len()));
        } else if key(Key::ArrowUp) {
            self.chosen =
                Some(self.chosen.map_or(found.len() - 1, |chosen| (chosen + found.len() - 1) % found.len()));
        } else if key(Key::Escape) {
            self.dismissed.clone_from(&self.typed);
        } else if key(Key::Tab) || self.chosen.is_some() && key(Key::Enter) {
            let now = ui.input(|input| input.time);
            if let Some(trend) = found.get(self.chosen.unwrap_or(0)) {
                accept(draft, line, &trend.tag, now);
            }
            self.chosen = None;
        }
    }

    /// Whether the list was on the screen in the last frame.
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Draws the list below the caret.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        output: &TextEditOutput,
        draft: &mut Draft,
        line: &CaretLine,
        state: &State,
    ) {
        let found = self.matches(draft, line, state);
        self.is_open = found.is_some();
        let Some(found) = found else { return };
        let Some(range) = output.state.cursor.char_range() else { return };
        let caret = output.galley.pos_from_cursor(range.primary).translate(output.galley_pos.to_vec2());
        let mut clicked = None;
        Area::new(Id::unique("trend completion"))
            .order(Order::Foreground)
            .fixed_pos(caret.left_bottom())
            .show(ui.ctx(), |ui| {
                Frame::popup(ui.style()).show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
                    for (index, trend) in found.iter().enumerate() {
                        if row(ui, trend, self.chosen == Some(index)) {
                            clicked = Some(trend.tag.clone());
                        }
                    }
                });
            });
        if let Some(tag) = clicked {
            accept(draft, line, &tag, ui.input(|input| input.time));
            draft.jump = true;
            self.chosen = None;
        }
    }

    /// The trends that fit, while a trend is being typed.
    fn matches<'a>(&mut self, draft: &Draft, line: &CaretLine, state: &'a State) -> Option<Vec<&'a Trend>> {
        let typed = typed_tag(line.before_caret(draft)).filter(|_| line.is_of(draft) && !draft.composing);
        if self.typed.as_deref() != typed {
            self.chosen = None;
            self.typed = typed.map(str::to_owned);
        }
        let typed = typed?;
        if self.dismissed.as_deref().is_some_and(|dismissed| typed.starts_with(dismissed)) {
            return None;
        }
        self.dismissed = None;
        let trends = &state.book.as_ref()?.day.facts.trends;
        let mut found = trend::complete(trends, typed);
        // A tag that is already whole needs no help, unless a longer one starts with it.
        if found.iter().all(|trend| trend::normalise(&trend.tag) == trend::normalise(typed)) {
            return None;
        }
        found.truncate(MOST);
        Some(found)
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

fn accept(draft: &mut Draft, line: &CaretLine, tag: &str, now: f64) {
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
