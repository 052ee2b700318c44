//! Bytes to text, whatever they were written in: by their mark, as UTF-8 or UTF-16, as they declare, else as Windows-1252.
//!
//! What a text says is not looked at, beyond the declaration of its encoding on the first lines. Its lines end with a line feed,
//! also where they ended with a carriage return alone, as on a Mac of long ago.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::domain::programme::{Programme, Warning, WarningKind};

/// Where a declaration of the encoding is looked for.
const DECLARED_WITHIN: usize = 1024;

/// A text that was made of bytes.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without its byte order mark; no carriage return without a line feed behind it.
    pub text: Cow<'a, str>,
    /// The encoding, where some of its letters could not be read and became U+FFFD.
    pub unreadable_in: Option<&'static str>,
}

impl Decoded<'_> {
    /// The programme that was read from this text, with a warning where letters were lost on the way.
    #[must_use]
    pub fn warned(&self, mut programme: Programme) -> Programme {
        if let Some(encoding) = self.unreadable_in {
            programme.warnings.push(Warning::new(WarningKind::Encoding, encoding));
        }
        programme
    }
}

/// The text of `bytes`. Never fails: what cannot be read becomes U+FFFD, and the text says so.
#[must_use]
pub fn text(bytes: &[u8]) -> Decoded<'_> {
    let Decoded { text, unreadable_in } = letters(bytes);
    Decoded { text: with_line_feeds(text), unreadable_in }
}

/// As [`text`], with its line ends as they are.
#[must_use]
pub(super) fn letters(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decoded(bytes.get(length..).unwrap_or_default(), encoding);
    }
    if let Some(encoding) = utf_16_without_mark(bytes) {
        return decoded(bytes, encoding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), unreadable_in: None };
    }
    decoded(bytes, declared(bytes).unwrap_or_else(|| likelier(bytes)))
}

/// A line feed for each carriage return that stands alone. Those before a line feed, however many, are part of one line end.
fn with_line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if !has_lone_return(&text) {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut returns = 0;
    for letter in text.chars() {
        if letter == '\r' {
            returns += 1;
            continue;
        }
        let end = if letter == '\n' { '\r' } else { '\n' };
        out.extend(std::iter::repeat_n(end, returns));
        out.push(letter);
        returns = 0;
    }
    out.extend(std::iter::repeat_n('\n', returns));
    Cow::Owned(out)
}

fn has_lone_return(text: &str) -> bool {
    let (lines, last) = text.rsplit_once('\n').unwrap_or(("", text));
    last.contains('\r') || lines.split('\n').any(|line| line.trim_end_matches('\r').contains('\r'))
}

fn decoded<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Decoded<'a> {
    let (text, unreadable) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, unreadable_in: unreadable.then(|| encoding.name()) }
}

/// Text in UTF-16 without its mark has a zero beside nearly every letter of its first lines.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(256))?;
    let pairs = start.len() / 2;
    if pairs < 2 {
        return None;
    }
    let zeros = |offset: usize| start.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, low) if low * 10 >= pairs * 8 => Some(UTF_16LE),
        (high, 0) if high * 10 >= pairs * 8 => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that an XML declaration, a `charset` or a style names. A text that could be read so far names itself in
/// letters of one byte, so UTF-16 cannot be true.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(DECLARED_WITHIN))?.to_ascii_lowercase();
    let start = String::from_utf8_lossy(&start);
    let is_xml = start.trim_start().starts_with("<?xml");
    let word = if is_xml { "encoding" } else { "charset" };
    let (_, rest) = start.split_once(word)?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label: String = value
        .chars()
        .take_while(|letter| letter.is_ascii_alphanumeric() || "-_:.".contains(*letter))
        .collect();
    let encoding = Encoding::for_label(label.as_bytes())?;
    (encoding.is_ascii_compatible() && encoding != UTF_8).then_some(encoding)
}

/// Text in UTF-8 with a few broken letters, or text in letters of one byte: whichever explains more of the bytes.
fn likelier(bytes: &[u8]) -> &'static Encoding {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    if whole > broken { UTF_8 } else { WINDOWS_1252 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Option<&'static str>) {
        let decoded = text(bytes);
        (decoded.text.into_owned(), decoded.unreadable_in)
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn marks_are_obeyed_and_taken_off() {
        assert_eq!(read(b"\xef\xbb\xbfcaf\xc3\xa9"), ("café".to_owned(), None));
        assert_eq!(read(&utf_16("\u{feff}café", u16::to_le_bytes)), ("café".to_owned(), None));
        assert_eq!(read(&utf_16("\u{feff}café", u16::to_be_bytes)), ("café".to_owned(), None));
    }

    #[test]
    fn utf_16_is_recognised_without_its_mark() {
        assert_eq!(read(&utf_16("Programma: café", u16::to_le_bytes)).0, "Programma: café");
        assert_eq!(read(&utf_16("Programma: café", u16::to_be_bytes)).0, "Programma: café");
    }

    #[test]
    fn what_a_file_declares_counts_where_it_is_not_utf_8() {
        let xml = b"<?xml version='1.0' encoding='ISO-8859-15'?><a>\xa4</a>";
        assert!(read(xml).0.ends_with("<a>\u{20ac}</a>"));
        let html = b"<html><meta charset=\"windows-1250\"><p>\xe8</p>";
        assert!(read(html).0.ends_with("<p>\u{10d}</p>"));
        let lie = "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>";
        assert_eq!(read(lie.as_bytes()).0, lie);
    }

    #[test]
    fn one_byte_letters_are_windows_1252_unless_they_declare_otherwise() {
        assert_eq!(read(b"caf\xe9 \x80 5"), ("café € 5".to_owned(), None));
    }

    #[test]
    fn utf_8_that_was_cut_in_a_letter_stays_utf_8_and_says_so() {
        assert_eq!(read(b"caf\xc3\xa9 \xc3\xa8 \xc3"), ("café è \u{fffd}".to_owned(), Some("UTF-8")));
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line() {
        for (bytes, text) in [
            ("a\rb\r\rc\r", "a\nb\n\nc\n"),
            ("a\rb\nc\r\nd", "a\nb\nc\r\nd"),
            ("a\r\nb\r\r\n\r\n", "a\r\nb\r\r\n\r\n"),
            ("\r", "\n"),
        ] {
            assert_eq!(read(bytes.as_bytes()).0, text, "{bytes:?}");
        }
        assert_eq!(read(&utf_16("\u{feff}é\rb", u16::to_le_bytes)).0, "é\nb");
        assert!(matches!(text(b"a\r\nb\n").text, Cow::Borrowed(_)));
        assert_eq!(letters(b"a\rb").text, "a\rb");
    }

    #[test]
    fn nothing_is_an_empty_text() {
        assert_eq!(read(b""), (String::new(), None));
        assert_eq!(read(b"\0"), ("\0".to_owned(), None));
    }
}
