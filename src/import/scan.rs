//! A place in a text that moves forward: what the readers of times, dates and names have in common.
//!
//! Knows characters and words, and nothing of what they mean.

/// A place in a text. Nothing moves unless what was asked for is there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    /// At the start of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes lie behind.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// What lies ahead.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// The next character.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// Whether the next character is a letter.
    pub(super) fn on_letter(&self) -> bool {
        self.peek().is_some_and(char::is_alphabetic)
    }

    /// Whether the next character is a digit.
    pub(super) fn on_digit(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_digit())
    }

    /// Steps over the next character when `is_wanted` says so.
    pub(super) fn eat(&mut self, is_wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|c| is_wanted(*c))?;
        self.at += next.len_utf8();
        Some(next)
    }

    /// Steps over all characters that `is_wanted` says yes to; whether there was one.
    pub(super) fn eat_all(&mut self, is_wanted: impl Fn(char) -> bool) -> bool {
        let start = self.at;
        while self.eat(&is_wanted).is_some() {}
        self.at > start
    }

    /// Steps over white space; whether there was any.
    pub(super) fn spaces(&mut self) -> bool {
        self.eat_all(char::is_whitespace)
    }

    /// Steps over a whole number of at most `most` digits; the number and how many digits it has.
    pub(super) fn number(&mut self, most: usize) -> Option<(u32, usize)> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        if digits > most {
            return None;
        }
        let value = self.rest().get(..digits)?.parse().ok()?;
        self.at += digits;
        Some((value, digits))
    }

    /// Steps over one of `words`, which are in lower case, written in any case, that is not the start of a longer word; which one.
    pub(super) fn word(&mut self, words: &[&'static str]) -> Option<&'static str> {
        // Most words fail at their first letter, and most texts are asked for many words.
        let first = lower(self.peek()?);
        let mut letter = [0; 4];
        let first = first.encode_utf8(&mut letter).as_bytes();
        words.iter().copied().find(|word| word.as_bytes().starts_with(first) && self.phrase(word))
    }

    /// Steps over `phrase`, which is in lower case, written in any case, when no letter follows it.
    fn phrase(&mut self, phrase: &str) -> bool {
        let mut ahead = *self;
        for wanted in phrase.chars() {
            if ahead.eat(|c| c == wanted || lower(c) == wanted).is_none() {
                return false;
            }
        }
        if phrase.ends_with(char::is_alphabetic) && ahead.on_letter() {
            return false;
        }
        *self = ahead;
        true
    }
}

/// A letter in lower case; the few that become two letters stay as they are.
fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut letters = c.to_lowercase();
    letters.next().filter(|_| letters.next().is_none()).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole_and_of_any_case() {
        let mut scan = Scan::new("Uhr, uhrwerk");
        assert_eq!(scan.word(&["h", "uhr"]), Some("uhr"));
        assert!(scan.eat_all(|c| c == ',' || c == ' '));
        assert_eq!(scan.word(&["uhr"]), None);
        assert_eq!(scan.rest(), "uhrwerk");
    }

    #[test]
    fn a_number_that_is_too_long_is_left_alone() {
        let mut scan = Scan::new("12345 7");
        assert_eq!(scan.number(4), None);
        assert_eq!(scan.number(5), Some((12345, 5)));
        assert!(scan.spaces());
        assert_eq!((scan.number(2), scan.at()), (Some((7, 1)), 7));
    }
}
