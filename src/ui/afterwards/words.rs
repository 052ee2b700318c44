//! The words of a line in a list: bold and italic in their own faces without their signs, trends and people in their colours,
//! what was looked for marked. In the note itself the signs stay; here nothing is typed.

use std::ops::Range;

use eframe::egui::FontId;
use eframe::egui::text::{LayoutJob, TextFormat};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::domain::line::{Piece, pieces};
use crate::ui::theme::fonts;
use crate::ui::theme::palette::Palette;

/// How a stretch of the words looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// Not shown.
    Sign,
    Trend,
    Person,
    Bold,
    Italic,
    Found,
}

/// Adds the words to a layout; `found` are the bytes that were looked for, `plain` is how words look that are nothing else.
pub fn append(
    job: &mut LayoutJob,
    words: &str,
    found: &[Range<usize>],
    plain: &TextFormat,
    palette: &Palette,
) {
    let looks = looks(words, found);
    let mut cuts: Vec<usize> =
        looks.iter().flat_map(|(range, _)| [range.start, range.end]).chain([0, words.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let has = |look: Look| {
            looks.iter().any(|(range, other)| *other == look && range.start <= *start && *end <= range.end)
        };
        if has(Look::Sign) && !has(Look::Found) {
            continue;
        }
        let piece = words.get(*start..*end).unwrap_or_default();
        job.append(piece, 0.0, format(&has, plain, palette));
    }
}

fn looks(words: &str, found: &[Range<usize>]) -> Vec<(Range<usize>, Look)> {
    let mut looks: Vec<(Range<usize>, Look)> =
        found.iter().map(|range| (range.clone(), Look::Found)).collect();
    if words.contains(['#', '@']) {
        for (span, piece) in pieces(words) {
            match piece {
                Piece::Tag(_) => looks.push((span, Look::Trend)),
                Piece::Mention(_) => {
                    looks.extend(brackets(words, &span).into_iter().flatten().map(|at| (at, Look::Sign)));
                    looks.push((span, Look::Person));
                }
                Piece::Address => {}
            }
        }
    }
    if words.contains(['*', '_']) {
        emphasis(words, &mut looks);
    }
    looks
}

/// The brackets around a name of several words.
fn brackets(words: &str, mention: &Range<usize>) -> Option<[Range<usize>; 2]> {
    let has = words.get(mention.clone())?.starts_with("@[");
    has.then(|| [mention.start + 1..mention.start + 2, mention.end - 1..mention.end])
}

/// The words as they are shown, for a screen reader and for where they are not laid out: without brackets around names and signs
/// around bold words.
pub fn readable(words: &str) -> String {
    let mut signs: Vec<Range<usize>> = looks(words, &[])
        .into_iter()
        .filter(|(_, look)| *look == Look::Sign)
        .map(|(range, _)| range)
        .collect();
    signs.sort_unstable_by_key(|sign| sign.start);
    let mut plain = String::with_capacity(words.len());
    let mut at = 0;
    for sign in signs {
        plain.push_str(words.get(at..sign.start).unwrap_or_default());
        at = at.max(sign.end);
    }
    plain.push_str(words.get(at..).unwrap_or_default());
    plain
}

fn emphasis(words: &str, looks: &mut Vec<(Range<usize>, Look)>) {
    for (event, range) in Parser::new_ext(words, Options::empty()).into_offset_iter() {
        let (look, sign) = match event {
            Event::Start(Tag::Strong) => (Look::Bold, 2),
            Event::Start(Tag::Emphasis) => (Look::Italic, 1),
            _ => continue,
        };
        looks.push((range.start..range.start + sign, Look::Sign));
        looks.push((range.end - sign..range.end, Look::Sign));
        looks.push((range, look));
    }
}

fn format(has: &impl Fn(Look) -> bool, plain: &TextFormat, palette: &Palette) -> TextFormat {
    let family = match (has(Look::Bold) || has(Look::Found), has(Look::Italic)) {
        (true, true) => fonts::bold_italic(),
        (true, false) => fonts::bold(),
        (false, true) => fonts::italic(),
        (false, false) => plain.font_id.family.clone(),
    };
    let mut format = TextFormat { font_id: FontId::new(plain.font_id.size, family), ..plain.clone() };
    if has(Look::Found) {
        format.background = palette.selection;
    } else if has(Look::Trend) && plain.color == palette.text {
        format.color = palette.accent;
    } else if has(Look::Person) && plain.color == palette.text {
        format.color = palette.person;
    }
    format
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::theme::palette::LIGHT;
    use crate::ui::theme::type_scale;

    fn laid_out(words: &str, found: &[Range<usize>]) -> LayoutJob {
        let mut job = LayoutJob::default();
        append(&mut job, words, found, &TextFormat::simple(type_scale::body(), LIGHT.text), &LIGHT);
        job
    }

    #[test]
    fn signs_of_bold_words_are_not_shown_and_trends_have_their_color() {
        let job = laid_out("ruimte voor **elkaar** en #netwerk van @Bram", &[]);
        assert_eq!(job.text, "ruimte voor elkaar en #netwerk van @Bram");
        let shown = |wanted: &dyn Fn(&TextFormat) -> bool| -> Vec<&str> {
            let sections = job.sections.iter().filter(|section| wanted(&section.format));
            sections
                .filter_map(|section| job.text.get(section.byte_range.start.0..section.byte_range.end.0))
                .collect()
        };
        assert_eq!(shown(&|format| format.font_id.family == fonts::bold()), ["elkaar"]);
        assert_eq!(shown(&|format| format.color == LIGHT.accent), ["#netwerk"]);
        assert_eq!(shown(&|format| format.color == LIGHT.person), ["@Bram"]);
    }

    #[test]
    fn a_name_of_several_words_has_no_brackets() {
        let words = "met @[Noor de Wit] en @Bram";
        let job = laid_out(words, &[]);
        assert_eq!(job.text, "met @Noor de Wit en @Bram");
        assert_eq!(readable(words), job.text);
        assert_eq!(readable("***echt* waar** 2 * 3 = @[A B]"), "echt waar 2 * 3 = @A B");
    }

    #[test]
    fn what_was_looked_for_is_marked_wherever_it_is() {
        let words = "een **vet** woord";
        let bold = 4..7;
        let job = laid_out(words, std::slice::from_ref(&bold));
        let marked = job.sections.iter().filter(|section| section.format.background == LIGHT.selection);
        assert_eq!(marked.count(), 1);
    }
}
