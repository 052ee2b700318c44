//! What the operating system says went wrong, in the language of the screen: the system has words of its own, mostly in English.
//! What it says seldom stays as it is.

use std::io::{Error, ErrorKind};

use super::Texts;
use crate::domain::problem::NO_PLAIN_FILE;

/// How the number of an error stands behind its words.
const NUMBER: &str = "(os error ";

impl Texts {
    /// The same cause, in which what the system says often is in the language of the screen.
    pub(super) fn cause(&self, cause: &str) -> String {
        if cause == NO_PLAIN_FILE {
            return self.get("system-no-plain-file").to_owned();
        }
        let Some((said, words)) = said(cause) else { return cause.to_owned() };
        cause.replace(&said, self.get(words))
    }
}

/// What of a cause is said by the system, and the name of the words for it.
fn said(cause: &str) -> Option<(String, &'static str)> {
    let (_, behind) = cause.split_once(NUMBER)?;
    let (number, _) = behind.split_once(')')?;
    let error = Error::from_raw_os_error(number.parse().ok()?);
    let words = match error.kind() {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-not-allowed",
        ErrorKind::StorageFull => "system-full",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::IsADirectory => "system-is-folder",
        ErrorKind::NotADirectory => "system-no-folder",
        _ => return None,
    };
    Some((error.to_string(), words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::Language;
    use crate::domain::problem::{Problem, ProblemKind};

    #[test]
    fn what_the_system_says_is_said_in_the_language_of_the_screen() {
        let missing = std::fs::read("tests/there-is-no-such-file").expect_err("it is not there");
        let problem = Problem::new(ProblemKind::Unreadable, "weg.ics", missing);
        assert_eq!(
            Texts::new(Language::Dutch).problem(&problem),
            "weg.ics is niet te lezen: dat bestand of die map is er niet."
        );
        assert_eq!(
            Texts::new(Language::English).problem(&problem),
            "weg.ics cannot be read: there is no such file or folder."
        );
    }

    #[test]
    fn what_is_no_plain_file_has_words_in_both_languages() {
        let problem = Problem::new(ProblemKind::CannotWrite, "deur", NO_PLAIN_FILE);
        let said = |language| Texts::new(language).problem(&problem);
        assert!(said(Language::Dutch).ends_with("het is geen gewoon bestand."));
        assert!(said(Language::English).ends_with("it is not a plain file."));
    }

    #[test]
    fn what_is_said_before_it_and_what_the_system_seldom_says_stay() {
        let texts = Texts::new(Language::Dutch);
        let missing = Error::from(ErrorKind::NotFound);
        assert_eq!(texts.cause(&missing.to_string()), missing.to_string(), "without its number");
        let odd = "b: (os error twee)";
        assert_eq!(texts.cause(odd), odd);
        let code = std::fs::read("tests/there-is-no-such-file").expect_err("it is not there");
        let behind = texts.cause(&format!("plenair.lock: {code}"));
        assert_eq!(behind, "plenair.lock: dat bestand of die map is er niet");
    }
}
