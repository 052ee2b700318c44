//! What a colleague has no use for is taken out of a line: the tags behind it, and of an action the name and the date that
//! stand in columns of their own.

use crate::export::outline::Block;
use crate::export::paper::Part;
use crate::export::runs::{Run, What};

/// Words that need the name behind them: a name after one of these is part of the sentence.
const LEAD_ON: [&str; 26] = [
    "en", "and", "&", "of", "or", "met", "with", "van", "from", "bij", "at", "aan", "to", "via", "door",
    "by", "voor", "for", "langs", "naar", "over", "in", "op", "uit", "is", "hoe",
];

/// An action, taken apart.
pub struct Task<'a> {
    /// What is to be done.
    pub what: &'a str,
    /// Who does it, by the names behind it.
    pub who: Vec<&'a str>,
}

impl<'a> Task<'a> {
    /// The action of a line: what stands behind it is who, until when, and its trends.
    pub fn of(block: &'a Block<'_>) -> Self {
        let (text, line) = (block.line.text.as_str(), &block.parsed);
        let mut end = line.content.end;
        let mut who = Vec::new();
        loop {
            let start = line.content.start;
            end = text
                .get(start..end)
                .map_or(start, |rest| start + rest.trim_end_matches([' ', ',', ';']).len());
            let mention = line.mentions.iter().find(|mention| mention.span.end == end);
            let before = |at: usize| text.get(start..at).unwrap_or_default();
            if let Some(mention) = mention.filter(|mention| !leads_on(before(mention.span.start))) {
                who.insert(0, mention.name.as_str());
                end = mention.span.start;
                continue;
            }
            let due = line.due.iter().filter(|_| block.due.is_some()).map(|due| &due.span);
            let spans = line.tags.iter().map(|tag| &tag.span).chain(due);
            let Some(span) = spans.filter(|span| span.start >= start).find(|span| span.end == end) else {
                break;
            };
            end = span.start;
        }
        let what = text.get(line.content.start..end).unwrap_or_default();
        // Nothing but names and dates: then that is what there is to read.
        if what.is_empty() { Self { what: block.body(), who: Vec::new() } } else { Self { what, who } }
    }
}

fn leads_on(before: &str) -> bool {
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    LEAD_ON.contains(&word.as_str())
}

/// The parts without the tags at the end of what they say; a tag inside a sentence is a word of it.
pub fn without_tags(mut parts: Vec<Part>) -> Vec<Part> {
    for part in &mut parts {
        match part {
            Part::Heading(heading) => untag(&mut heading.runs),
            Part::Text(text) => untag(&mut text.runs),
            Part::List(items) => items.iter_mut().for_each(|item| untag(&mut item.runs)),
            Part::Table(table) => table.rows.iter_mut().flatten().for_each(untag),
        }
    }
    parts
}

fn untag(runs: &mut Vec<Run>) {
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    let mut rest = std::mem::take(runs).into_iter();
    while let Some(mut run) = rest.next() {
        if run.what != What::Trend {
            kept.push(run);
            continue;
        }
        if ends(rest.as_slice()) {
            if let Some(last) = kept.last_mut() {
                last.text.truncate(last.text.trim_end().len());
            }
            continue;
        }
        let word = run.text.trim_start_matches('#');
        // A point is named by its number alone.
        if !word.bytes().all(|byte| byte.is_ascii_digit()) {
            run = Run { what: What::Words, text: word.to_owned(), ..run };
        }
        kept.push(run);
    }
    *runs = kept;
}

/// Whether nothing of the sentence comes any more: only tags, and what was added behind it.
fn ends(rest: &[Run]) -> bool {
    let next = rest.iter().find(|run| run.what != What::Trend && !run.text.trim().is_empty());
    next.is_none_or(|run| run.text.starts_with(" ·") || run.text.starts_with(" ("))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::outline::Outline;
    use crate::export::runs;
    use crate::export::tests::book;

    fn task(text: &str) -> (String, Vec<String>) {
        let books = [book(&[text])];
        let outline = Outline::new(&books, &crate::export::Options::default());
        let task = Task::of(&outline.days[0].sections[0].blocks[0]);
        (task.what.to_owned(), task.who.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn who_and_when_leave_the_sentence_where_it_goes_on_without_them() {
        let who = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (text, what, names) in [
            ("- [ ] cijfers opvragen @Bram vóór 1 april #boa", "cijfers opvragen", &["Bram"][..]),
            (
                "- [ ] taakverdeling op A4 #boa @Bram, @[Noor de Wit] voor 12-4",
                "taakverdeling op A4",
                &["Bram", "Noor de Wit"],
            ),
            ("- [ ] bespreken met @Samira", "bespreken met @Samira", &[]),
            ("- [ ] @Bram belt", "@Bram belt", &[]),
            ("- [ ] @Bram", "@Bram", &[]),
            ("- [x] klaar", "klaar", &[]),
        ] {
            assert_eq!(task(text), (what.to_owned(), who(names)), "{text}");
        }
    }

    #[test]
    fn tags_behind_a_sentence_go_and_those_inside_are_words() {
        let said = |text: &str| {
            let mut runs = runs::of(text);
            runs.push(Run::exact(" · onderdeel 3"));
            untag(&mut runs);
            runs::text_of(&runs)
        };
        assert_eq!(said("de basis op orde #toezicht #boa"), "de basis op orde · onderdeel 3");
        assert_eq!(said("geoefend op #cybercrime samen"), "geoefend op cybercrime samen · onderdeel 3");
        assert_eq!(said("op #6 wordt gewerkt"), "op #6 wordt gewerkt · onderdeel 3");
    }
}
