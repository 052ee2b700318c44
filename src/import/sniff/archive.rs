//! Formats that are no text, by their first bytes and the names of what is packed in them.

use crate::import::format::Format;

/// How far into a file the mark of a PDF may stand: some have a line before it.
const PDF_MARK_WITHIN: usize = 1024;

/// The format of `bytes`, if they are no text.
pub(super) fn format(bytes: &[u8]) -> Option<Format> {
    let start = bytes.get(..bytes.len().min(PDF_MARK_WITHIN))?;
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(packed(bytes));
    }
    // The old container of Microsoft Office: a workbook, as far as anybody reads it.
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Some(Format::Xlsx);
    }
    contains(start, b"%PDF-").then_some(Format::Pdf)
}

/// Names in a ZIP are not compressed. A workbook is what is left: its reader says so when it is none.
fn packed(bytes: &[u8]) -> Format {
    let document = contains(bytes, b"word/document") || contains(bytes, b"opendocument.text");
    if document { Format::Docx } else { Format::Xlsx }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_documents_are_told_from_workbooks() {
        assert_eq!(format(b"PK\x03\x04....word/document.xml"), Some(Format::Docx));
        assert_eq!(format(b"PK\x03\x04....xl/workbook.xml"), Some(Format::Xlsx));
        assert_eq!(
            format(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet"),
            Some(Format::Xlsx)
        );
    }

    #[test]
    fn a_pdf_may_have_a_line_before_its_mark() {
        assert_eq!(format(b"%PDF-1.7\n"), Some(Format::Pdf));
        assert_eq!(format(b"\n\n%PDF-1.4\n"), Some(Format::Pdf));
        assert_eq!(format(b"Programma"), None);
        assert_eq!(format(b""), None);
    }
}
