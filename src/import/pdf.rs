//! A PDF: the text on its pages, put back into lines and columns by where each letter stands, and the programme in it.
//!
//! [`text`] is for a program of its own, with bounds on time and memory: the libraries behind it panic on some files and
//! take forever over others. Scanned pages are pictures and have no text; columns of prose side by side come out mixed.

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

use super::format::Format;
use super::text;
use super::zip_limits::damaged;
use crate::domain::problem::Problem;
use crate::domain::programme::Programme;

/// The most pages that are read.
const MOST_PAGES: usize = 200;

/// The most letters of a page that are read.
const MOST_LETTERS: usize = 200_000;

/// A text with fewer letters a line than this is no text.
const LEAST_LETTERS_A_LINE: usize = 3;

/// A gap wider than this many times the size of the type parts columns, a smaller one words.
const COLUMN_GAP: f64 = 1.6;
const WORD_GAP: f64 = 0.15;

/// The text of a PDF: its lines, a tab between columns, a blank line where there is one on the page.
///
/// May panic, and may take any time: only for a program of its own.
pub(super) fn text_of(bytes: &[u8]) -> Result<String, Problem> {
    let mut document = Document::load_mem(bytes).map_err(|_| damaged("this PDF is damaged or not whole"))?;
    if document.is_encrypted() {
        // Most "protected" files only forbid to change them, and open with no password.
        document.decrypt("").map_err(|_| damaged("this PDF has a password"))?;
    }
    let mut text = String::new();
    let pages: Vec<u32> = document.get_pages().keys().copied().take(MOST_PAGES).collect();
    for page in pages {
        let mut letters = Page::default();
        // What was found before a page goes wrong still counts.
        let result = output_doc_page(&document, &mut letters, page);
        letters.write(&mut text);
        if result.is_err() && text.is_empty() {
            return Err(damaged("the pages of this PDF cannot be read"));
        }
    }
    Ok(text)
}

/// The programme in the text of a PDF.
pub(super) fn read(pdf_text: &str) -> Result<Programme, Problem> {
    let lines = pdf_text.lines().filter(|line| !line.trim().is_empty()).count();
    let letters = pdf_text.chars().filter(|letter| letter.is_alphabetic()).count();
    if lines == 0 || letters < lines * LEAST_LETTERS_A_LINE {
        return Err(damaged(
            "there is hardly any text in this PDF, as in a scan; copy the programme from another source and paste it",
        ));
    }
    Ok(Programme { format: Format::Pdf.name(), ..text::read(pdf_text) })
}

/// A letter, or several that are drawn as one.
#[derive(Debug)]
struct Letter {
    text: String,
    left: f64,
    right: f64,
}

/// Letters on one height.
#[derive(Debug)]
struct Line {
    height: f64,
    size: f64,
    letters: Vec<Letter>,
}

/// The letters of a page.
#[derive(Debug, Default)]
struct Page {
    lines: Vec<Line>,
    count: usize,
}

impl Page {
    fn put(&mut self, height: f64, size: f64, letter: Letter) {
        if self.count >= MOST_LETTERS || !(height.is_finite() && size.is_finite() && letter.left.is_finite())
        {
            return;
        }
        self.count += 1;
        let fits = |line: &Line| (line.height - height).abs() < 0.35 * size.max(line.size).max(1.0);
        // A line is mostly written in one go, and never far from the ones just written.
        let found = self.lines.iter().rposition(fits).filter(|index| self.lines.len() - index < 400);
        if let Some(line) = found.and_then(|index| self.lines.get_mut(index)) {
            line.size = line.size.max(size);
            line.letters.push(letter);
        } else {
            self.lines.push(Line { height, size, letters: vec![letter] });
        }
    }

    /// Writes the page as lines, from the top.
    fn write(mut self, text: &mut String) {
        self.lines.sort_by(|one, other| other.height.total_cmp(&one.height));
        let mut last: Option<(f64, f64)> = None;
        for line in self.lines {
            let (height, size) = (line.height, line.size);
            let written = line.text();
            if written.trim().is_empty() {
                continue;
            }
            if last.is_some_and(|(above, size_above): (f64, f64)| above - height > 2.2 * size_above.max(size))
            {
                text.push('\n');
            }
            last = Some((height, size));
            text.push_str(written.trim_end());
            text.push('\n');
        }
        if last.is_some() {
            text.push('\n');
        }
    }
}

impl Line {
    fn text(mut self) -> String {
        self.letters.sort_by(|one, other| one.left.total_cmp(&other.left));
        let size = self.size.max(1.0);
        let mut text = String::new();
        let mut end: Option<f64> = None;
        for letter in self.letters {
            let is_blank = letter.text.trim().is_empty();
            if is_blank {
                continue;
            }
            if let Some(gap) = end.map(|end| letter.left - end) {
                // The same letter a hair further is bold type that is drawn twice.
                if gap < -0.5 * (letter.right - letter.left) && text.ends_with(letter.text.as_str()) {
                    continue;
                }
                if gap > COLUMN_GAP * size {
                    text.push('\t');
                } else if gap > WORD_GAP * size {
                    text.push(' ');
                }
            }
            end = Some(letter.right.max(letter.left));
            text.push_str(&letter.text);
        }
        text
    }
}

impl OutputDev for Page {
    fn begin_page(
        &mut self,
        _number: u32,
        _media: &MediaBox,
        _art: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _spacing: f64,
        font_size: f64,
        letter: &str,
    ) -> Result<(), OutputError> {
        let size = font_size.abs() * (place.m11 * place.m22 - place.m12 * place.m21).abs().sqrt();
        let left = place.m31;
        let letter = Letter { text: letter.to_owned(), left, right: left + width * size };
        self.put(place.m32, size, letter);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// A PDF of one page with these texts, each at its place in points from the lower left corner.
    pub(in crate::import) fn pdf(texts: &[(u32, u32, &str)]) -> Vec<u8> {
        let mut content = String::from("BT /F1 11 Tf\n");
        for (x, y, text) in texts {
            let _ = writeln!(content, "1 0 0 1 {x} {y} Tm ({text}) Tj");
        }
        content.push_str("ET");
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
                .to_owned(),
            format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        let mut file = String::from("%PDF-1.4\n");
        let mut places = Vec::new();
        for (index, object) in objects.iter().enumerate() {
            places.push(file.len());
            let _ = write!(file, "{} 0 obj\n{object}\nendobj\n", index + 1);
        }
        let table = file.len();
        let _ = write!(file, "xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
        for place in places {
            let _ = writeln!(file, "{place:010} 00000 n ");
        }
        let _ = write!(
            file,
            "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
            objects.len() + 1
        );
        file.into_bytes()
    }

    #[test]
    fn letters_become_lines_and_columns_wherever_they_were_written() {
        let file = pdf(&[
            (200, 700, "Inloop"),
            (72, 700, "09.30 uur"),
            (72, 760, "Programma"),
            (72, 684, "10.00 uur"),
            (200, 684, "Start"),
        ]);
        assert_eq!(text_of(&file).expect("a text"), "Programma\n\n09.30 uur\tInloop\n10.00 uur\tStart\n\n");
    }

    #[test]
    fn an_agenda_is_a_programme() {
        let file = pdf(&[
            (72, 760, "Programma wijkdag 16 maart 2023"),
            (72, 700, "09.30 - 10.00 uur"),
            (200, 700, "Inloop met koffie"),
            (72, 684, "10.00 - 10.45 uur"),
            (200, 684, "Veilige wijken"),
            (72, 668, "10.45 - 11.00 uur"),
            (200, 668, "Pauze"),
        ]);
        let programme = read(&text_of(&file).expect("a text")).expect("a programme");
        let titles: Vec<&str> = programme.sessions.iter().map(|session| session.title.as_str()).collect();
        assert_eq!(titles, ["Inloop met koffie", "Veilige wijken", "Pauze"]);
        assert_eq!(programme.format, "pdf");
    }

    #[test]
    fn a_scan_is_refused_with_advice() {
        assert!(read("").expect_err("no text").cause.contains("paste"));
        assert!(read("1\n2\n3 a\n").expect_err("hardly any text").cause.contains("paste"));
    }

    #[test]
    fn a_file_that_is_not_whole_is_refused() {
        assert!(text_of(b"%PDF-1.4\n1 0 obj").is_err());
    }
}
