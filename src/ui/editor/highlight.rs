//! How the text of a line looks while it is typed: prefixes quiet, trends and people in their colours, bold and italic in
//! their own faces, what is done struck through, what is private muted. The signs stay: the text is the truth.

use std::ops::Range;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Color32, FontFamily, FontId, Stroke};
use pulldown_cmark::{Event, Options, Parser, Tag};

use crate::domain::line::{Line, LineKind};
use crate::ui::theme::palette::Palette;
use crate::ui::theme::{fonts, type_scale};

/// What is said of a stretch of text; a stretch may be several things at once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    /// A sign or a word of the grammar, which says how the rest is to be read.
    Sign,
    Star,
    Trend,
    Person,
    Code,
    Bold,
    Italic,
}

/// The layout of one line. `line_height` in points is the same for all faces, so that rows stay where they are.
pub fn job(text: &str, line: &Line, palette: &Palette, line_height: f32) -> LayoutJob {
    let looks = looks(text, line);
    let mut cuts: Vec<usize> =
        looks.iter().flat_map(|(range, _)| [range.start, range.end]).chain([0, text.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut job = LayoutJob { keep_trailing_whitespace: true, ..LayoutJob::default() };
    for (start, end) in cuts.iter().zip(cuts.iter().skip(1)) {
        let here: Vec<Look> = looks
            .iter()
            .filter(|(range, _)| range.start <= *start && *end <= range.end)
            .map(|(_, look)| *look)
            .collect();
        let piece = text.get(*start..*end).unwrap_or_default();
        job.append(piece, 0.0, format(&here, line, palette, line_height));
    }
    if text.is_empty() {
        job.append("", 0.0, format(&[], line, palette, line_height));
    }
    job
}

fn looks(text: &str, line: &Line) -> Vec<(Range<usize>, Look)> {
    let content = line.content.clone();
    let mut looks = vec![(0..content.start, Look::Sign)];
    let prefix = text.get(..content.start).unwrap_or_default();
    looks.extend(prefix.match_indices('★').map(|(at, star)| (at..at + star.len(), Look::Star)));
    looks.extend(line.tags.iter().map(|tag| (tag.span.clone(), Look::Trend)));
    looks.extend(line.mentions.iter().map(|mention| (mention.span.clone(), Look::Person)));
    if let Some(source) = &line.source {
        looks.push((source.span.clone(), Look::Person));
    }
    emphasis(text, content, &mut looks);
    looks
}

/// Bold, italic and code, read as an export will read them.
fn emphasis(text: &str, content: Range<usize>, looks: &mut Vec<(Range<usize>, Look)>) {
    let words = text.get(content.clone()).unwrap_or_default();
    if !words.contains(['*', '_', '`']) {
        return;
    }
    for (event, range) in Parser::new_ext(words, Options::empty()).into_offset_iter() {
        let range = content.start + range.start..content.start + range.end;
        let (look, sign) = match event {
            Event::Start(Tag::Strong) => (Look::Bold, 2),
            Event::Start(Tag::Emphasis) => (Look::Italic, 1),
            Event::Code(_) => (Look::Code, 0),
            _ => continue,
        };
        if sign > 0 {
            looks.push((range.start..range.start + sign, Look::Sign));
            looks.push((range.end - sign..range.end, Look::Sign));
        }
        looks.push((range, look));
    }
}

fn format(looks: &[Look], line: &Line, palette: &Palette, line_height: f32) -> TextFormat {
    let has = |look: Look| looks.contains(&look);
    let is_bold = has(Look::Bold) || line.kind == LineKind::Heading && !has(Look::Sign);
    let family = match (is_bold, has(Look::Italic)) {
        (true, true) => fonts::bold_italic(),
        (true, false) => fonts::bold(),
        (false, true) => fonts::italic(),
        (false, false) => FontFamily::Proportional,
    };
    let color = color(&has, line, palette);
    let is_struck = line.done && !has(Look::Sign);
    TextFormat {
        font_id: FontId::new(type_scale::NOTE, family),
        color,
        background: if has(Look::Code) { palette.panel } else { Color32::TRANSPARENT },
        strikethrough: if is_struck { Stroke::new(1.0, color) } else { Stroke::NONE },
        line_height: Some(line_height),
        ..TextFormat::default()
    }
}

fn color(has: &impl Fn(Look) -> bool, line: &Line, palette: &Palette) -> Color32 {
    if has(Look::Star) {
        palette.star
    } else if has(Look::Sign) {
        palette.quiet
    } else if has(Look::Trend) {
        palette.accent
    } else if has(Look::Person) {
        palette.person
    } else if line.private || line.done {
        palette.quiet
    } else {
        palette.text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;
    use crate::domain::line::parse;
    use crate::ui::theme::palette::LIGHT;

    fn laid_out(text: &str) -> LayoutJob {
        job(text, &parse(text), &LIGHT, 20.0)
    }

    /// The pieces that look like this.
    fn pieces(text: &str, is_so: impl Fn(&TextFormat) -> bool) -> Vec<String> {
        let job = laid_out(text);
        let sections = job.sections.iter().filter(|section| is_so(&section.format));
        sections
            .map(|section| text[section.byte_range.start.0..section.byte_range.end.0].to_owned())
            .collect()
    }

    #[test]
    fn prefixes_are_quiet_and_trends_and_people_have_a_colour() {
        let text = "- [ ] ★ bellen met @Bram over #toezicht";
        assert_eq!(pieces(text, |format| format.color == LIGHT.quiet), ["- [ ] ", " "]);
        assert_eq!(pieces(text, |format| format.color == LIGHT.star), ["★"]);
        assert_eq!(pieces(text, |format| format.color == LIGHT.person), ["@Bram"]);
        assert_eq!(pieces(text, |format| format.color == LIGHT.accent), ["#toezicht"]);
    }

    #[test]
    fn bold_and_italic_have_faces_of_their_own_and_their_signs_are_quiet() {
        let text = "de **basis** moet *nu* op ***orde***";
        assert_eq!(
            pieces(text, |format| format.font_id.family == fonts::bold() && format.color == LIGHT.text),
            ["basis"]
        );
        assert_eq!(
            pieces(text, |format| format.font_id.family == fonts::italic() && format.color == LIGHT.text),
            ["nu"]
        );
        assert_eq!(
            pieces(text, |format| format.font_id.family == fonts::bold_italic()
                && format.color == LIGHT.text),
            ["orde"]
        );
        assert_eq!(pieces("2*3*4 a_b_c `*x*`", |format| format.font_id.family == fonts::bold()), [""; 0]);
    }

    #[test]
    fn what_is_done_is_struck_through_and_what_is_private_is_muted() {
        let is_struck = |format: &TextFormat| format.strikethrough != Stroke::NONE;
        assert_eq!(pieces("- [x] gebeld", is_struck), ["gebeld"]);
        assert_eq!(pieces("- [ ] bellen", is_struck), [""; 0]);
        assert_eq!(pieces("privé: dit", |format| format.color == LIGHT.text), [""; 0]);
    }

    proptest! {
        #[test]
        fn every_byte_is_laid_out_once_and_in_order(text in "[-*_`#@★! a-zé0-9:\\[\\]>x'—]{0,40}") {
            let job = laid_out(&text);
            prop_assert_eq!(&job.text, &text);
            let mut end = 0;
            for section in &job.sections {
                prop_assert_eq!(section.byte_range.start.0, end);
                end = section.byte_range.end.0;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
