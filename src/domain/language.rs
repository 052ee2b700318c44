//! The languages Plenair speaks. What it says in them lives in `i18n`; the grammar of a line reads both at all times.

use serde::{Deserialize, Serialize};

/// A language of the screen and of the words Plenair writes into a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Dutch, the first users' language and the default.
    #[default]
    #[serde(rename = "nl")]
    Dutch,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The two-letter code of ISO 639-1.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language whose code `tag` (such as `nl-NL` or `en_GB.UTF-8`) starts with.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let code = tag.get(..2)?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == code)
    }
}
