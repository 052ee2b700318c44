//! The formats of documents in words: what each is called, and what it is good for.

use super::Texts;
use crate::export::Format;

impl Texts {
    /// What a format is called.
    #[must_use]
    pub fn format_name(&self, format: Format) -> &str {
        self.get(match format {
            Format::Markdown => "format-markdown",
            Format::MarkdownFolder => "format-markdown-folder",
            Format::Report => "format-report",
            Format::Html => "format-html",
            Format::Docx => "format-docx",
            Format::Odt => "format-odt",
            Format::Csv => "format-csv",
            Format::Json => "format-json",
        })
    }

    /// What a format is good for, in a few words.
    #[must_use]
    pub fn format_use(&self, format: Format) -> &str {
        self.get(match format {
            Format::Markdown => "format-markdown-use",
            Format::MarkdownFolder => "format-markdown-folder-use",
            Format::Report => "format-report-use",
            Format::Html => "format-html-use",
            Format::Docx => "format-docx-use",
            Format::Odt => "format-odt-use",
            Format::Csv => "format-csv-use",
            Format::Json => "format-json-use",
        })
    }
}
