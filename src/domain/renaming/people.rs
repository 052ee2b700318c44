//! Spellings of a name that become one, and a person who is called otherwise.
//!
//! Follows who is named in lines and in what is noted beside them: mentions, sources of quotes, and contacts. What the
//! programme and the list of participants say stays theirs.

use std::collections::HashSet;
use std::ops::Range;

use crate::domain::line::{self, LineKind, mention_of};
use crate::domain::people;
use crate::domain::sheet::Sheet;

/// The longest name, in bytes: a longer one cannot be read back.
const LONGEST_NAME: usize = 190;

/// Names that become one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonChange {
    /// The names, in any spelling: case, accents and titles do not matter.
    pub names: Vec<String>,
    /// The name they become.
    pub to: String,
}

impl PersonChange {
    /// The new name, when it cannot be written as a mention; `None` when all is well.
    #[must_use]
    pub fn bad_name(&self) -> Option<&str> {
        let written = mention_of(self.to.trim());
        let is_read = line::parse(&written).mentions.first().is_some_and(|read| read.name == self.to.trim());
        (!is_read || self.to.len() > LONGEST_NAME || self.to.contains('\n')).then_some(&self.to)
    }

    /// A text of one or more lines after the change; `None` when that is what it was.
    #[must_use]
    pub fn text(&self, text: &str) -> Option<String> {
        let names = self.keys();
        let lines: Vec<String> = text.split('\n').map(|line| self.line(line, &names)).collect();
        Some(lines.join("\n")).filter(|after| after != text)
    }

    fn keys(&self) -> HashSet<String> {
        self.names.iter().map(|name| people::key(name)).filter(|key| !key.is_empty()).collect()
    }

    fn line(&self, text: &str, names: &HashSet<String>) -> String {
        let to = self.to.trim();
        let parsed = line::parse(text);
        let is_meant = |name: &str| name != to && names.contains(&people::key(name));
        let mut after = text.to_owned();
        // From the back, so that what stands before keeps its place; a source stands at the end.
        if let Some(source) = parsed.source.filter(|source| is_meant(&source.name))
            && !parsed.mentions.iter().any(|mention| mention.span.start == source.span.start)
        {
            let renamed = replaced(&after, &source.span, to);
            let read = line::parse(&renamed);
            if read.kind == LineKind::Quote && read.source.is_some_and(|source| source.name == to) {
                after = renamed;
            }
        }
        for mention in parsed.mentions.iter().rev().filter(|mention| is_meant(&mention.name)) {
            after = renamed(&after, &mention.span, to);
        }
        after
    }

    /// A sheet after the change; `None` when that is what it was.
    #[must_use]
    pub fn sheet(&self, sheet: &Sheet) -> Option<Sheet> {
        let names = self.keys();
        let mut after = sheet.clone();
        after.each_text(|text| {
            if let Some(changed) = self.text(text) {
                *text = changed;
            }
        });
        for contact in &mut after.contacts {
            let said = line::parse(&contact.name);
            if names.contains(&people::key(line::body(&contact.name, &said))) {
                contact.name = replaced(&contact.name, &said.content, self.to.trim());
            }
        }
        (after != *sheet).then_some(after)
    }
}

/// Another mention in the place of one, in brackets where what follows would be read otherwise behind a bare name.
fn renamed(text: &str, span: &Range<usize>, to: &str) -> String {
    let short = replaced(text, span, &mention_of(to));
    let (read, before) = (line::parse(&short).mentions, line::parse(text).mentions);
    let is_it = |mention: &line::Mention| mention.span.start == span.start && mention.name == to;
    if read.len() == before.len() && read.iter().any(is_it) {
        return short;
    }
    replaced(text, span, &format!("@[{to}]"))
}

fn replaced(text: &str, span: &Range<usize>, by: &str) -> String {
    let mut after = text.to_owned();
    after.replace_range(span.clone(), by);
    after
}
