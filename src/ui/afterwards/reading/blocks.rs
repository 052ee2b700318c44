//! Markdown as blocks of runs, for a page to be read: headings, paragraphs, items, quotes, rows of tables. Draws nothing.
//!
//! A block is at most a paragraph, so that a page of any length is drawn by the blocks in view. Links keep their words;
//! pictures keep what is said of them.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// A part of the page that stands on its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// How deep it stands in lists, from 0.
    pub depth: usize,
    /// It stands in a quote.
    pub quoted: bool,
    /// What stands before an item: a bullet, a number, a box.
    pub marker: String,
    /// Its words.
    pub runs: Vec<Run>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlockKind {
    /// Words.
    #[default]
    Paragraph,
    /// A heading, from 1.
    Heading(u8),
    /// A line across the page.
    Rule,
}

/// Words that look the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// The words.
    pub text: String,
    /// How they look.
    pub look: Look,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "words may look every way at once")]
pub struct Look {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Struck through.
    pub struck: bool,
    /// As typed, in a face of one width.
    pub code: bool,
}

/// The blocks of a text.
pub fn blocks(markdown: &str) -> Vec<Block> {
    let options = Options::ENABLE_TASKLISTS | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut reader = Reader::default();
    for event in Parser::new_ext(markdown, options) {
        reader.read(event);
    }
    reader.end_block();
    reader.blocks
}

/// What has been read so far.
#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    block: Block,
    look: Look,
    /// The lists that are open, each with the number of its next item; `None` for bullets.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// A marker that waits for the words of its item.
    marker: String,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.add(&text, false),
            Event::SoftBreak => self.add(" ", false),
            Event::HardBreak => self.add("\n", false),
            Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.add(&text, true),
            Event::Rule => {
                self.end_block();
                self.blocks.push(Block { kind: BlockKind::Rule, ..Block::default() });
            }
            Event::TaskListMarker(done) => {
                if done { "☑" } else { "☐" }.clone_into(&mut self.marker);
            }
            Event::FootnoteReference(name) => self.add(&name, false),
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::TableRow | Tag::TableHead | Tag::CodeBlock(_) => self.end_block(),
            Tag::Heading { level, .. } => {
                self.end_block();
                self.block.kind = BlockKind::Heading(depth_of(*level));
            }
            Tag::BlockQuote(_) => {
                self.end_block();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end_block();
                self.marker = self.next_marker();
            }
            Tag::TableCell if !self.block.runs.is_empty() => self.add("  ·  ", false),
            Tag::Strong => self.look.bold = true,
            Tag::Emphasis => self.look.italic = true,
            Tag::Strikethrough => self.look.struck = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.look.bold = false,
            TagEnd::Emphasis => self.look.italic = false,
            TagEnd::Strikethrough => self.look.struck = false,
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Paragraph
            | TagEnd::Heading(_)
            | TagEnd::Item
            | TagEnd::TableHead
            | TagEnd::TableRow
            | TagEnd::CodeBlock => self.end_block(),
            _ => {}
        }
    }

    fn next_marker(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}.");
                *number += 1;
                marker
            }
            _ => "•".to_owned(),
        }
    }

    fn add(&mut self, text: &str, code: bool) {
        let look = Look { code, ..self.look };
        match self.block.runs.last_mut() {
            Some(last) if last.look == look => last.text.push_str(text),
            _ => self.block.runs.push(Run { text: text.to_owned(), look }),
        }
    }

    fn end_block(&mut self) {
        let mut block = std::mem::take(&mut self.block);
        if block.runs.is_empty() {
            return;
        }
        block.depth = self.lists.len();
        block.quoted = self.quotes > 0;
        block.marker = std::mem::take(&mut self.marker);
        self.blocks.push(block);
    }
}

fn depth_of(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> Vec<(BlockKind, usize, bool, String, String)> {
        let words = |block: &Block| block.runs.iter().map(|run| run.text.as_str()).collect::<String>();
        let blocks = blocks(markdown);
        blocks.iter().map(|b| (b.kind, b.depth, b.quoted, b.marker.clone(), words(b))).collect()
    }

    #[test]
    fn a_page_falls_into_its_blocks() {
        let text =
            "# Dag\n\nEen\nalinea.\n\n- punt\n- [x] klaar\n  1. diep\n  2. dieper\n\n> woorden\n\n---\n";
        let plain = |kind, depth, quoted, marker: &str, words: &str| {
            (kind, depth, quoted, marker.to_owned(), words.to_owned())
        };
        let expected = [
            plain(BlockKind::Heading(1), 0, false, "", "Dag"),
            plain(BlockKind::Paragraph, 0, false, "", "Een alinea."),
            plain(BlockKind::Paragraph, 1, false, "•", "punt"),
            plain(BlockKind::Paragraph, 1, false, "☑", "klaar"),
            plain(BlockKind::Paragraph, 2, false, "1.", "diep"),
            plain(BlockKind::Paragraph, 2, false, "2.", "dieper"),
            plain(BlockKind::Paragraph, 0, true, "", "woorden"),
            plain(BlockKind::Rule, 0, false, "", ""),
        ];
        assert_eq!(shown(text), expected);
    }

    #[test]
    fn words_keep_their_looks() {
        let blocks = blocks("een **vet** en *schuin* `code`");
        let looks: Vec<(&str, bool, bool, bool)> = blocks[0]
            .runs
            .iter()
            .map(|run| (run.text.as_str(), run.look.bold, run.look.italic, run.look.code))
            .collect();
        let expected = [
            ("een ", false, false, false),
            ("vet", true, false, false),
            (" en ", false, false, false),
            ("schuin", false, true, false),
            (" ", false, false, false),
            ("code", false, false, true),
        ];
        assert_eq!(looks, expected);
    }

    #[test]
    fn a_row_of_a_table_is_a_block() {
        let rows = shown("| a | b |\n|---|---|\n| c | d |\n");
        let words: Vec<&str> = rows.iter().map(|row| row.4.as_str()).collect();
        assert_eq!(words, ["a  ·  b", "c  ·  d"]);
    }
}
