//! The formats that programmes come in, by their names on the command line.

/// A format that a programme can be read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text: a mail, a page or a document that somebody copied.
    Text,
    /// iCalendar (RFC 5545).
    Ics,
    /// A mail as a file (RFC 5322).
    Eml,
    /// The XML of frab and Pentabarf.
    FrabXml,
    /// `schedule.json`, version 1 (frab, pretalx) and the draft of version 2 (hub).
    ScheduleJson,
    /// What Indico's HTTP API exports.
    IndicoJson,
    /// What Sessionize's API shows, in any of its views.
    SessionizeJson,
    /// Values with commas, semicolons or tabs between them.
    Csv,
    /// A workbook: XLSX, XLS or ODS.
    Xlsx,
    /// A web page.
    Html,
    /// A text document: DOCX.
    Docx,
    /// A PDF.
    Pdf,
    /// Markdown.
    Markdown,
    /// Plenair's own TOML.
    Plenair,
}

impl Format {
    /// Every format, in the order of the command line's help.
    pub const ALL: [Self; 14] = [
        Self::Text,
        Self::Ics,
        Self::Eml,
        Self::FrabXml,
        Self::ScheduleJson,
        Self::IndicoJson,
        Self::SessionizeJson,
        Self::Csv,
        Self::Xlsx,
        Self::Html,
        Self::Docx,
        Self::Pdf,
        Self::Markdown,
        Self::Plenair,
    ];

    /// The name on the command line, and of [`Programme::format`](crate::domain::programme::Programme::format).
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Ics => "ics",
            Self::Eml => "eml",
            Self::FrabXml => "frab-xml",
            Self::ScheduleJson => "schedule-json",
            Self::IndicoJson => "indico-json",
            Self::SessionizeJson => "sessionize-json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Markdown => "markdown",
            Self::Plenair => "plenair",
        }
    }

    /// The format with that [`name`](Self::name).
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_format_is_found_by_its_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
        assert_eq!(Format::from_name("word"), None);
    }
}
