//! What a person sets for the window as a whole. Kept with the rest of what the window remembers, in `window.json`; what is not
//! understood of it, because a newer version wrote it or it is broken, is as if it were not set.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};

use crate::domain::language::Language;
use crate::domain::people::{KnownAs, Person};
use crate::i18n::{Texts, system_language};

use super::state::State;

/// Everything that is set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language of the screen; `None` is that of the system.
    #[serde(deserialize_with = "or_default")]
    pub language: Option<Language>,
    /// The colours.
    #[serde(deserialize_with = "or_default")]
    pub colours: Colours,
    /// How large everything is.
    #[serde(deserialize_with = "or_default")]
    pub zoom: Zoom,
    /// The name of who makes the notes.
    #[serde(deserialize_with = "or_default")]
    pub my_name: String,
    /// For whom that person works.
    #[serde(deserialize_with = "or_default")]
    pub my_organisation: String,
    /// Whether programs that take pictures of the screen get none of the window, where the system can do that.
    #[serde(deserialize_with = "or_default")]
    pub hides_from_capture: bool,
}

impl Settings {
    /// The language that the window speaks, where `given` was asked for when it was started.
    #[must_use]
    pub fn spoken(&self, given: Option<Language>) -> Language {
        given.or(self.language).unwrap_or_else(system_language)
    }

    /// Who makes the notes, as it stands under what is handed over: "Noor de Wit, Gemeente Voorbeeld". Nothing where neither
    /// is filled in.
    #[must_use]
    pub fn signature(&self) -> Option<String> {
        let parts = [self.my_name.trim(), self.my_organisation.trim()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    /// Who makes the notes, as somebody who can be named in them.
    #[must_use]
    pub fn me(&self) -> Option<Person> {
        let (name, organisation) = (self.my_name.trim(), self.my_organisation.trim());
        (!name.is_empty()).then(|| Person {
            name: name.to_owned(),
            role: (!organisation.is_empty()).then(|| organisation.to_owned()),
            known_as: KnownAs::Named,
            sessions: Vec::new(),
            lines: 0,
        })
    }
}

/// Which colours the window has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Colours {
    /// Light or dark, as the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Dark on light, with more contrast.
    ContrastLight,
    /// Light on dark, with more contrast.
    ContrastDark,
}

impl Colours {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::System, Self::Light, Self::Dark, Self::ContrastLight, Self::ContrastDark];
}

/// How large everything is, in per cent of what is usual: 80 to 300.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct Zoom(u16);

impl Zoom {
    /// The smallest.
    pub const LEAST: Self = Self(80);
    /// The largest.
    pub const MOST: Self = Self(300);
    /// From one size to the next, in per cent.
    const STEP: u16 = 10;

    /// In per cent.
    #[must_use]
    pub fn percent(self) -> u16 {
        self.0
    }

    /// One step larger, if there is one.
    #[must_use]
    pub fn larger(self) -> Self {
        Self::from(self.0.saturating_add(Self::STEP))
    }

    /// One step smaller, if there is one.
    #[must_use]
    pub fn smaller(self) -> Self {
        Self::from(self.0.saturating_sub(Self::STEP))
    }
}

impl Default for Zoom {
    fn default() -> Self {
        Self(100)
    }
}

/// The nearest size that there is.
impl From<u16> for Zoom {
    fn from(percent: u16) -> Self {
        Self(percent.clamp(Self::LEAST.0, Self::MOST.0))
    }
}

impl From<Zoom> for u16 {
    fn from(zoom: Zoom) -> Self {
        zoom.0
    }
}

/// One thing that is set otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The language; `None` is that of the system.
    Language(Option<Language>),
    /// The colours.
    Colours(Colours),
    /// How large everything is.
    Zoom(Zoom),
    /// The name of who makes the notes.
    MyName(String),
    /// For whom that person works.
    MyOrganisation(String),
    /// Whether programs that take pictures of the screen get none of the window.
    HidesFromCapture(bool),
}

impl State {
    /// Sets something otherwise; what follows from it is there in the next frame.
    pub(super) fn set(&mut self, setting: Setting) {
        match setting {
            Setting::Language(language) => {
                self.settings.language = language;
                self.speak(self.settings.spoken(None));
            }
            Setting::Colours(colours) => self.settings.colours = colours,
            Setting::Zoom(zoom) => self.settings.zoom = zoom,
            Setting::MyName(name) => self.settings.my_name = name,
            Setting::MyOrganisation(organisation) => self.settings.my_organisation = organisation,
            Setting::HidesFromCapture(hides) => self.settings.hides_from_capture = hides,
        }
        self.names.me(self.settings.me());
    }

    /// Takes over what was set when the window was last open.
    pub fn settle(&mut self, settings: Settings) {
        self.settings = settings;
        self.names.me(self.settings.me());
    }

    /// Goes on in another language. What was worked out with words in it is worked out again.
    fn speak(&mut self, language: Language) {
        if self.texts.language() == language {
            return;
        }
        self.texts = Texts::new(language);
        self.programme.worded_anew();
        self.searching.revision += 1;
        self.trend_lines.revision += 1;
        self.prepare_view();
    }
}

/// A value, or what is usual where it is not understood.
pub(super) fn or_default<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: DeserializeOwned + Default,
{
    let value = serde_json::Value::deserialize(deserializer)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}
