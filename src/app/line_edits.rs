//! What keys and buttons do to whole lines of the draft, and to the words that are selected in them. Each is one step for
//! undo, and each keeps the selection with its words.
//!
//! What becomes of a single line is decided in `domain::line::edit`.

use std::ops::{Range, RangeInclusive};

use chrono::NaiveDate;

use crate::domain::line::edit::{self, Emphasis, NextLine};

use super::draft::{Draft, Selected};

/// Which way lines are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Towards the start of the note.
    Up,
    /// Towards its end.
    Down,
}

/// A place in the draft that stays with its words when something in front of them changes.
#[derive(Clone, Copy)]
struct Spot {
    line: usize,
    /// In characters.
    from_end: usize,
}

impl Draft {
    /// Changes whole lines. What changes stands in front of the words, so the selection keeps its distance from the ends
    /// of its lines.
    pub fn change_lines(&mut self, lines: RangeInclusive<usize>, now: f64, change: impl Fn(&str) -> String) {
        let (caret, anchor) = (self.spot(self.selected.caret), self.spot(self.selected.anchor));
        let changed = self
            .lines()
            .enumerate()
            .map(|(index, line)| if lines.contains(&index) { change(line) } else { line.to_owned() });
        let changed: Vec<String> = changed.collect();
        let after = Selected { caret: place_in(&changed, caret), anchor: place_in(&changed, anchor) };
        self.replace(changed.join("\n"), after, now);
    }

    /// Moves the selected lines past the one before or after them.
    pub fn move_lines(&mut self, way: Way, now: f64) {
        let (first, last) = self.selected_lines().into_inner();
        let mut lines: Vec<&str> = self.lines().collect();
        let (from, to) = match way {
            Way::Up if first > 0 => (first - 1, last),
            Way::Down if last + 1 < lines.len() => (last + 1, first),
            _ => return,
        };
        let passed = lines.remove(from);
        lines.insert(to, passed);
        // Counted with the line break that goes along.
        let distance = passed.chars().count() + 1;
        let moved = |place: usize| match way {
            Way::Up => place.saturating_sub(distance),
            Way::Down => place + distance,
        };
        let after = Selected { caret: moved(self.selected.caret), anchor: moved(self.selected.anchor) };
        self.replace(lines.join("\n"), after, now);
    }

    /// Puts a copy of the selected lines below them; the copy is selected.
    pub fn duplicate_lines(&mut self, now: f64) {
        let (first, last) = self.selected_lines().into_inner();
        let lines: Vec<&str> = self.lines().collect();
        let copied = lines.get(first..=last).unwrap_or_default();
        let length: usize = copied.iter().map(|line| line.chars().count() + 1).sum();
        let (before, rest) = lines.split_at(last + 1);
        let doubled = [before, copied, rest].concat().join("\n");
        let after = Selected { caret: self.selected.caret + length, anchor: self.selected.anchor + length };
        self.replace(doubled, after, now);
    }

    /// Takes the selected lines out of the note; the caret keeps its distance from the start of the line.
    pub fn delete_lines(&mut self, now: f64) {
        let (first, last) = self.selected_lines().into_inner();
        let column = self.selected.range().start - self.start_of_line(first);
        let mut lines: Vec<&str> = self.lines().collect();
        lines.drain(first..=last);
        let line = first.min(lines.len().saturating_sub(1));
        let start: usize = lines.iter().take(line).map(|line| line.chars().count() + 1).sum();
        let most = lines.get(line).map_or(0, |line| line.chars().count());
        let text = lines.join("\n");
        self.replace(text, Selected::at(start + column.min(most)), now);
    }

    /// Shift+Enter: the rest of the line goes to a line of its own that stands under this one.
    pub fn break_under(&mut self, now: f64) {
        let range = self.selected.range();
        let start = edit::under(self.line_text(self.line_of(range.start)));
        let (from, to) = (self.byte_of(range.start), self.byte_of(range.end));
        let mut text = self.text.clone();
        text.replace_range(from..to, &format!("\n{start}"));
        self.replace(text, Selected::at(range.start + 1 + start.chars().count()), now);
    }

    /// Puts the selected lines that are in a list or indented one step deeper, or back.
    pub fn indent_lines(&mut self, deeper: bool, now: f64) {
        self.change_lines(self.selected_lines(), now, |line| match (edit::can_move_deeper(line), deeper) {
            (true, true) => edit::indented(line),
            (true, false) => edit::outdented(line),
            (false, _) => line.to_owned(),
        });
    }

    /// Whether Tab moves the caret's line.
    #[must_use]
    pub fn can_move_deeper(&self) -> bool {
        edit::can_move_deeper(self.line_text(self.line()))
    }

    /// Enter in a list: the next line starts as this one does. Says whether anything was done; where nothing was, Enter
    /// breaks the line as it does anywhere.
    pub fn continue_list(&mut self, now: f64) -> bool {
        if self.selected.caret != self.selected.anchor {
            return false;
        }
        let index = self.line();
        let line = self.line_text(index);
        let column = self.selected.caret - self.start_of_line(index);
        if column < line.get(..edit::words_start(line)).map_or(0, |prefix| prefix.chars().count()) {
            return false;
        }
        let Some(next) = edit::continued(line) else { return false };
        let caret = self.byte_of(self.selected.caret);
        match next {
            NextLine::Starts(prefix) => {
                let (before, after) = self.text.split_at_checked(caret).unwrap_or((&self.text, ""));
                // The words that go to the next line start there without the space that parted them.
                let trimmed = after.trim_start_matches(' ');
                let text = format!("{before}\n{prefix}{trimmed}");
                let place = self.selected.caret + 1 + prefix.chars().count();
                self.replace(text, Selected::at(place), now);
            }
            NextLine::Ends(ended) => self.change_lines(index..=index, now, |_| ended.clone()),
        }
        true
    }

    /// Makes the selected words bold or italic, or plain again; on several lines each line for itself.
    pub fn toggle_emphasis(&mut self, emphasis: Emphasis, now: f64) {
        let range = self.selected.range();
        let bytes = self.byte_of(range.start)..self.byte_of(range.end);
        let mut text = String::with_capacity(self.text.len() + 4);
        let mut marked: Option<Range<usize>> = None;
        let mut start = 0;
        for (index, line) in self.text.split('\n').enumerate() {
            if index > 0 {
                text.push('\n');
            }
            match part_in_line(line, start, &bytes) {
                Some(part) => {
                    let (changed, selected) = edit::toggle_emphasis(line, part, emphasis);
                    let selected = text.len() + selected.start..text.len() + selected.end;
                    marked = Some(marked.map_or(selected.clone(), |marked| marked.start..selected.end));
                    text.push_str(&changed);
                }
                None => text.push_str(line),
            }
            start += line.len() + 1;
        }
        let Some(marked) = marked else { return };
        let chars = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
        let after = Selected { caret: chars(marked.end), anchor: chars(marked.start) };
        self.replace(text, after, now);
    }

    /// Gives the caret's line another due date, or none.
    pub fn mend_due(&mut self, date: Option<NaiveDate>, now: f64) {
        let line = self.line();
        self.change_lines(line..=line, now, |text| match date {
            Some(date) => edit::with_due(text, date),
            None => edit::without_due(text),
        });
    }

    /// Says whose words the caret's line is. Without a name the caret goes to the end, where the name is typed.
    pub fn mend_source(&mut self, name: &str, now: f64) {
        let line = self.line();
        self.change_lines(line..=line, now, |text| edit::with_source(text, name));
        if name.is_empty() {
            self.put_caret(self.end_of_line(line));
        }
    }

    /// Puts the caret somewhere, also where the text field has yet to take over a change.
    fn put_caret(&mut self, place: usize) {
        self.selected = Selected::at(place);
        if let Some(replacement) = &mut self.replacement {
            replacement.after = self.selected;
        }
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        self.text.split('\n')
    }

    /// The character at which a line starts.
    fn start_of_line(&self, line: usize) -> usize {
        self.lines().take(line).map(|text| text.chars().count() + 1).sum()
    }

    fn spot(&self, place: usize) -> Spot {
        let line = self.line_of(place);
        Spot { line, from_end: self.end_of_line(line).saturating_sub(place) }
    }
}

fn place_in(lines: &[String], spot: Spot) -> usize {
    let start: usize = lines.iter().take(spot.line).map(|line| line.chars().count() + 1).sum();
    let length = lines.get(spot.line).map_or(0, |line| line.chars().count());
    start + length.saturating_sub(spot.from_end)
}

/// The part of the selection that lies in the words of a line that starts at byte `start`; a bare caret lies in its line.
/// Lines that the selection only passes without touching a word have none.
fn part_in_line(line: &str, start: usize, selection: &Range<usize>) -> Option<Range<usize>> {
    let words = edit::words_start(line);
    let from = selection.start.max(start) - start;
    let to = selection.end.min(start + line.len()).checked_sub(start)?;
    if selection.is_empty() {
        return (from <= line.len()).then_some(from..from);
    }
    let part = from.max(words)..to;
    line.get(part.clone()).is_some_and(|selected| !selected.trim().is_empty()).then_some(part)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::SessionId;

    /// A draft with the selection between bars; a single bar is a bare caret.
    fn draft(marked: &str) -> Draft {
        let mut bars = marked.chars().enumerate().filter(|(_, letter)| *letter == '|');
        let anchor = bars.next().expect("a bar").0;
        let caret = bars.next().map_or(anchor, |(place, _)| place - 1);
        let mut draft = Draft::new(SessionId::from(Uuid::nil()), marked.replace('|', ""), 0);
        draft.selected = Selected { caret, anchor };
        draft
    }

    fn shown(draft: &Draft) -> String {
        let range = draft.selected.range();
        let mut letters: Vec<char> = draft.text.chars().collect();
        letters.insert(range.end, '|');
        if range.start != range.end {
            letters.insert(range.start, '|');
        }
        letters.into_iter().collect()
    }

    fn after(marked: &str, change: impl Fn(&mut Draft)) -> String {
        let mut draft = draft(marked);
        change(&mut draft);
        shown(&draft)
    }

    #[test]
    fn changing_lines_keeps_the_selection_with_its_words() {
        let ask = |draft: &mut Draft| {
            draft.change_lines(draft.selected_lines(), 0.0, |line| format!("vraag: {line}"));
        };
        assert_eq!(after("één\ntw|ee\ndrie", ask), "één\nvraag: tw|ee\ndrie");
        assert_eq!(after("é|én\ntw|ee\ndrie", ask), "vraag: é|én\nvraag: tw|ee\ndrie");
    }

    #[test]
    fn lines_move_past_their_neighbours_and_stop_at_the_ends() {
        let up = |draft: &mut Draft| draft.move_lines(Way::Up, 0.0);
        let down = |draft: &mut Draft| draft.move_lines(Way::Down, 0.0);
        assert_eq!(after("één\ntw|ee\ndrie", up), "tw|ee\néén\ndrie");
        assert_eq!(after("één\ntw|ee\ndrie", down), "één\ndrie\ntw|ee");
        assert_eq!(after("é|én\ntw|ee\ndrie", down), "drie\né|én\ntw|ee");
        assert_eq!(after("é|én\ntwee", up), "é|én\ntwee");
        assert_eq!(after("één\ntw|ee", down), "één\ntw|ee");
    }

    #[test]
    fn lines_are_doubled_and_taken_out() {
        let double = |draft: &mut Draft| draft.duplicate_lines(0.0);
        assert_eq!(after("één\ntw|ee\ndrie", double), "één\ntwee\ntw|ee\ndrie");
        assert_eq!(after("é|én\ntw|ee", double), "één\ntwee\né|én\ntw|ee");
        let delete = |draft: &mut Draft| draft.delete_lines(0.0);
        assert_eq!(after("één\ntw|ee\ndrie", delete), "één\ndr|ie");
        assert_eq!(after("één\ntwe|e", delete), "één|");
        assert_eq!(after("één|", delete), "|");
    }

    #[test]
    fn enter_goes_on_with_a_list_and_ends_it() {
        let enter = |draft: &mut Draft| assert!(draft.continue_list(0.0));
        assert_eq!(after("- een|", enter), "- een\n- |");
        assert_eq!(after("1. een| twee\nrest", enter), "1. een\n2. |twee\nrest");
        assert_eq!(after("- een\n- |", enter), "- een\n|");
        assert_eq!(after("- een\n  - |", enter), "- een\n- |");
        for plain in ["een|", "|- een", "-| een", "- e|e|n"] {
            let mut draft = draft(plain);
            assert!(!draft.continue_list(0.0), "{plain}");
            assert_eq!(shown(&draft), plain);
        }
    }

    #[test]
    fn only_lines_of_a_list_go_deeper() {
        let deeper = |draft: &mut Draft| draft.indent_lines(true, 0.0);
        assert_eq!(after("- e|en\nkop\n- tw|ee", deeper), "  - e|en\nkop\n  - tw|ee");
        let back = |draft: &mut Draft| draft.indent_lines(false, 0.0);
        assert_eq!(after("  - e|en", back), "- e|en");
        assert_eq!(after("  onder een pu|nt", back), "onder een pu|nt");
        assert_eq!(after("ke|p", back), "ke|p");
    }

    #[test]
    fn shift_and_enter_go_on_under_the_line() {
        let under = |draft: &mut Draft| draft.break_under(0.0);
        assert_eq!(after("5. Toezicht|", under), "5. Toezicht\n  |");
        assert_eq!(after("  - een|", under), "  - een\n    |");
        assert_eq!(after("ge|woo|n", under), "ge\n|n");
    }

    #[test]
    fn selected_words_become_bold_line_by_line_and_prefixes_stay() {
        let bold = |draft: &mut Draft| draft.toggle_emphasis(Emphasis::Bold, 0.0);
        assert_eq!(after("de |basis| op", bold), "de **|basis|** op");
        assert_eq!(after("ba|sis", bold), "**|basis|**");
        assert_eq!(after("vraag: |wie|", bold), "vraag: **|wie|**");
        assert_eq!(after("|vraag: wie\n- dan|", bold), "vraag: **|wie**\n- **dan|**");
        assert_eq!(after("één\n|", bold), "één\n**|**");
    }
}
