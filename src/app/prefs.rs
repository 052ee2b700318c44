//! What the window remembers that is not a note: how large it was, and what it shows. Where it stands is left to
//! the system, which knows which screens there are today.
//!
//! A file of its own beside the database, read before the window opens. A file that cannot be read is as good as none.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::renderer::Renderer;

use super::settings::{Settings, or_default};

/// The size of the window, and what it shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Prefs {
    /// Width and height of what is inside, in points of the system, whatever the zoom.
    pub size: Option<[f32; 2]>,
    /// Whether it filled the screen.
    #[serde(default)]
    pub maximized: bool,
    /// Whether it showed the note only.
    #[serde(default)]
    pub note_only: bool,
    /// Whether the times of the lines are left out beside the note.
    #[serde(default)]
    pub hides_times: bool,
    /// How wide the panels beside the note are.
    #[serde(default, deserialize_with = "or_default")]
    pub widths: Widths,
    /// The panel beside the note that was brought back in a window without room for it.
    #[serde(default, deserialize_with = "or_default")]
    pub unfolded: Option<Side>,
    /// The name of the format that was last exported to.
    #[serde(default)]
    pub export_format: Option<String>,
    /// The folder that was last exported to.
    #[serde(default)]
    pub export_folder: Option<PathBuf>,
    /// What drew the window, where that was not the one that is tried first.
    #[serde(default, deserialize_with = "or_default")]
    pub renderer: Option<Renderer>,
    /// What a start may have died of, when the last one drew with the other for that reason.
    #[serde(default, deserialize_with = "or_default")]
    pub doubted: Option<Renderer>,
    /// What the person has set.
    #[serde(flatten)]
    pub settings: Settings,
    /// What a newer version keeps here, as it was.
    #[serde(flatten)]
    unknown: serde_json::Map<String, serde_json::Value>,
}

/// A panel beside the note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The programme.
    Programme,
    /// What the note holds.
    FromNote,
}

/// How wide the panels beside the note were set, in points; `None` is the usual width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Widths {
    /// The programme.
    pub programme: Option<f32>,
    /// What the note holds.
    pub from_note: Option<f32>,
}

/// The file, beside the database in `folder`.
#[must_use]
pub fn file(folder: &Path) -> PathBuf {
    folder.join("window.json")
}

impl Prefs {
    /// The preferences in this file, or none.
    #[must_use]
    pub fn read(file: &Path) -> Self {
        std::fs::read(file).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// Remembers what drew; `in_doubt` is what an earlier start died of, where that is why. A start that was only cut off dies of
    /// nothing, so that a renderer is given up when it happens twice.
    pub fn drew_with(&mut self, renderer: Renderer, in_doubt: Option<Renderer>) {
        let is_sure = in_doubt.is_none() || in_doubt == self.doubted;
        self.doubted = in_doubt.filter(|_| !is_sure);
        if is_sure {
            self.renderer = Some(renderer).filter(|renderer| *renderer != Renderer::default());
        }
    }

    /// The file's new contents.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::settings::{Colours, Zoom};
    use crate::domain::language::Language;

    fn read(text: &str) -> Prefs {
        serde_json::from_str(text).unwrap_or_default()
    }

    #[test]
    fn what_is_set_comes_back() {
        let settings = Settings {
            language: Some(Language::English),
            colours: Colours::ContrastDark,
            zoom: Zoom::from(150),
            my_name: "Noor de Wit".to_owned(),
            my_organisation: "Gemeente Voorbeeld".to_owned(),
            hides_from_capture: true,
        };
        let prefs = Prefs {
            size: Some([800.0, 600.5]),
            settings,
            widths: Widths { programme: Some(300.5), from_note: None },
            unfolded: Some(Side::FromNote),
            ..Prefs::default()
        };
        let text = String::from_utf8(prefs.to_bytes()).expect("text");
        assert_eq!(read(&text), prefs, "{text}");
    }

    #[test]
    fn a_renderer_is_given_up_when_a_start_died_of_it_twice() {
        let (glow, wgpu) = (Renderer::Glow, Renderer::Wgpu);
        let mut prefs = Prefs::default();
        prefs.drew_with(wgpu, Some(glow));
        assert_eq!((prefs.renderer, prefs.doubted), (None, Some(glow)), "it may have been cut off");
        prefs.drew_with(glow, None);
        assert_eq!((prefs.renderer, prefs.doubted), (None, None), "and it was");
        prefs.drew_with(wgpu, Some(glow));
        prefs.drew_with(wgpu, Some(glow));
        assert_eq!((prefs.renderer, prefs.doubted), (Some(wgpu), None));
        prefs.drew_with(glow, Some(wgpu));
        assert_eq!(prefs.renderer, Some(wgpu), "the other one, too, is tried again");
        let mut prefs = Prefs::default();
        prefs.drew_with(wgpu, None);
        assert_eq!(prefs.renderer, Some(wgpu), "it was asked for, or the other one said that it cannot draw");
    }

    #[test]
    fn what_a_newer_version_keeps_here_survives() {
        let prefs = read(
            r#"{"size":[640,480],"panes":{"left":200},"colours":"sepia","zoom":150,"widths":{"programme":"wide"},"unfolded":"both"}"#,
        );
        assert_eq!(prefs.settings.colours, Colours::System, "colours that this version does not have");
        assert_eq!((prefs.size, prefs.settings.zoom.percent()), (Some([640.0, 480.0]), 150));
        let written: serde_json::Value = serde_json::from_slice(&prefs.to_bytes()).expect("JSON");
        assert_eq!(written["panes"]["left"], 200);
    }

    #[test]
    fn what_is_broken_is_as_if_it_were_not_set() {
        for text in ["", "{", "[]", "null", r#"{"size":"wide"}"#] {
            assert_eq!(read(text), Prefs::default(), "{text}");
        }
        assert_eq!(read(r#"{"renderer":"wgpu"}"#).renderer, Some(Renderer::Wgpu));
        assert_eq!(
            read(r#"{"renderer":"vulkan","maximized":true}"#),
            Prefs { maximized: true, ..Prefs::default() }
        );
        let prefs = read(r#"{"language":"fr","zoom":-3,"my_name":7,"my_organisation":"Gemeente"}"#);
        let settings = Settings { my_organisation: "Gemeente".to_owned(), ..Settings::default() };
        assert_eq!(prefs.settings, settings);
        assert_eq!(read(r#"{"zoom":9000}"#).settings.zoom, Zoom::MOST);
        assert_eq!(read(r#"{"zoom":1}"#).settings.zoom, Zoom::LEAST);
    }
}
