//! Bold and italic, as in Markdown: `**bold**` and `*italic*`. Only the signs change, never the words.

use std::ops::Range;

/// How words stand out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// `**bold**`
    Bold,
    /// `*italic*`
    Italic,
}

impl Emphasis {
    fn sign(self) -> &'static str {
        match self {
            Self::Bold => "**",
            Self::Italic => "*",
        }
    }

    /// Whether a run of so many stars holds this sign: three are both.
    fn is_in(self, stars: usize) -> bool {
        match self {
            Self::Bold => stars >= 2,
            Self::Italic => stars == 1 || stars >= 3,
        }
    }
}

/// Puts signs around the `selection` (bytes of `text`, one line), or takes them away when they are there. With a bare
/// caret the word is meant that it is in, and without a word the caret ends up between the signs. Gives the text and
/// what is selected in it.
#[must_use]
pub fn toggle_emphasis(text: &str, selection: Range<usize>, emphasis: Emphasis) -> (String, Range<usize>) {
    let words = meant(text, selection);
    let (before, rest) = text.split_at_checked(words.start).unwrap_or((text, ""));
    let (inside, after) = rest.split_at_checked(words.len()).unwrap_or((rest, ""));
    let sign = emphasis.sign();
    let outer = stars_at_end(before).min(stars_at_start(after));
    if emphasis.is_in(outer) {
        let before = before.strip_suffix(sign).unwrap_or(before);
        let after = after.strip_prefix(sign).unwrap_or(after);
        let start = before.len();
        return ([before, inside, after].concat(), start..start + inside.len());
    }
    let inner = stars_at_start(inside).min(stars_at_end(inside));
    if emphasis.is_in(inner)
        && let Some(bare) = inside.strip_prefix(sign).and_then(|rest| rest.strip_suffix(sign))
    {
        return ([before, bare, after].concat(), before.len()..before.len() + bare.len());
    }
    let start = before.len() + sign.len();
    ([before, sign, inside, sign, after].concat(), start..start + inside.len())
}

/// The selection without white space at its ends, or the word around a bare caret.
fn meant(text: &str, selection: Range<usize>) -> Range<usize> {
    let selected = text.get(selection.clone()).unwrap_or_default();
    if !selected.trim().is_empty() {
        let start = selection.start + selected.len() - selected.trim_start().len();
        return start..start + selected.trim().len();
    }
    let (before, after) = text.split_at_checked(selection.start).unwrap_or((text, ""));
    let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
    let start = before.trim_end_matches(is_word).len();
    let end = text.len() - after.trim_start_matches(is_word).len();
    start..end
}

fn stars_at_start(text: &str) -> usize {
    text.len() - text.trim_start_matches('*').len()
}

fn stars_at_end(text: &str) -> usize {
    text.len() - text.trim_end_matches('*').len()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    /// The selection is between bars.
    fn toggled(marked: &str, emphasis: Emphasis) -> String {
        let start = marked.find('|').expect("a bar");
        let end = marked.rfind('|').expect("a bar");
        let text = marked.replace('|', "");
        let selection = start..if end > start { end - 1 } else { end };
        let (text, selection) = toggle_emphasis(&text, selection, emphasis);
        [&text[..selection.start], "|", &text[selection.clone()], "|", &text[selection.end..]].concat()
    }

    #[test]
    fn words_become_bold_and_italic_and_back() {
        let rows = [
            ("de |basis| op orde", Emphasis::Bold, "de **|basis|** op orde"),
            ("de |basis| op orde", Emphasis::Italic, "de *|basis|* op orde"),
            ("de |basis |op orde", Emphasis::Bold, "de **|basis|** op orde"),
            ("de ba|sis op orde", Emphasis::Bold, "de **|basis|** op orde"),
            ("de **ba|sis** op orde", Emphasis::Bold, "de |basis| op orde"),
            ("de |**basis**| op orde", Emphasis::Bold, "de |basis| op orde"),
            ("de **|basis|** op", Emphasis::Italic, "de ***|basis|*** op"),
            ("de ***|basis|*** op", Emphasis::Italic, "de **|basis|** op"),
            ("de ***|basis|*** op", Emphasis::Bold, "de *|basis|* op"),
            ("de *|basis|* op", Emphasis::Bold, "de ***|basis|*** op"),
            ("de | op", Emphasis::Bold, "de **||** op"),
            ("|", Emphasis::Italic, "*||*"),
        ];
        for (marked, emphasis, expected) in rows {
            assert_eq!(toggled(marked, emphasis), expected, "{marked} {emphasis:?}");
        }
    }

    proptest! {
        #[test]
        fn only_signs_change(text in "[a-zé* ]{0,20}", at in any::<usize>(), more in any::<usize>(), bold in any::<bool>()) {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = places[at % places.len()];
            let later: Vec<usize> = places.iter().copied().filter(|place| *place >= start).collect();
            let end = later[more % later.len()];
            let emphasis = if bold { Emphasis::Bold } else { Emphasis::Italic };
            let (changed, selection) = toggle_emphasis(&text, start..end, emphasis);
            prop_assert_eq!(changed.replace('*', ""), text.replace('*', ""));
            prop_assert_eq!(changed.get(selection).is_some(), true);
        }
    }
}
