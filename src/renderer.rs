//! Which of the two renderers draws the window: what was asked, what was remembered, and what an earlier start died of.
//! Names and decisions only; drawing, and trying the other one, is up to `ui/starting.rs`.

mod mark;

use std::path::Path;

use serde::{Deserialize, Serialize};

pub use mark::Mark;

/// What draws the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Renderer {
    /// OpenGL: small, and there on nearly every machine.
    #[default]
    Glow,
    /// Vulkan, DirectX 12 or Metal, with the system's own software drivers: where there is no OpenGL, as on a remote desktop.
    Wgpu,
}

impl Renderer {
    /// Both, the one that is tried first first.
    pub const ALL: [Self; 2] = [Self::Glow, Self::Wgpu];

    /// Its name on the command line and in files.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Glow => "glow",
            Self::Wgpu => "wgpu",
        }
    }

    /// The renderer of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|renderer| renderer.name() == name)
    }

    /// The one that is tried when this one cannot draw.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Glow => Self::Wgpu,
            Self::Wgpu => Self::Glow,
        }
    }
}

/// What the command line asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing: what is remembered.
    #[default]
    Remembered,
    /// To find out again, whatever is remembered.
    Auto,
    /// This one first.
    This(Renderer),
    /// The other one, since this one could not draw just now.
    InsteadOf(Renderer),
}

/// What is tried first, and what after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the window is drawn with.
    pub renderer: Renderer,
    /// Whether the other one may still be tried when this one cannot draw.
    pub may_try_other: bool,
    /// The one that an earlier start died of, where that is why this one draws. It may be innocent: whoever ends the program, or
    /// the machine, before the window has drawn leaves the same mark.
    pub in_doubt: Option<Renderer>,
}

impl Plan {
    /// Decides, with what drew the last time and what an earlier start died of before it had drawn anything.
    #[must_use]
    pub fn new(wanted: Wanted, remembered: Option<Renderer>, died_of: Option<Renderer>) -> Self {
        let renderer = match wanted {
            Wanted::InsteadOf(failed) => {
                return Self { renderer: failed.other(), may_try_other: false, in_doubt: None };
            }
            Wanted::This(renderer) => return Self { renderer, may_try_other: true, in_doubt: None },
            Wanted::Auto => Renderer::default(),
            Wanted::Remembered => remembered.unwrap_or_default(),
        };
        let in_doubt = died_of.filter(|died_of| *died_of == renderer);
        Self { renderer: in_doubt.map_or(renderer, Renderer::other), may_try_other: true, in_doubt }
    }

    /// Decides, and leaves a mark in this folder that stays there when the start is not survived.
    #[must_use]
    pub fn begin(wanted: Wanted, remembered: Option<Renderer>, folder: &Path) -> (Self, Option<Mark>) {
        let found = mark::find(folder);
        let died_of = found.as_ref().and_then(mark::Found::died_of);
        let plan = Self::new(wanted, remembered, died_of);
        (plan, found.and_then(|found| found.leave(plan.renderer)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_its_renderer_and_back() {
        for renderer in Renderer::ALL {
            assert_eq!(Renderer::from_name(renderer.name()), Some(renderer));
            assert_eq!(renderer.other().other(), renderer);
        }
        assert_eq!(Renderer::from_name("vulkan"), None);
    }

    #[test]
    fn glow_is_tried_first_unless_something_else_is_known() {
        let first = |wanted, remembered, died_of| Plan::new(wanted, remembered, died_of).renderer;
        assert_eq!(first(Wanted::Remembered, None, None), Renderer::Glow);
        assert_eq!(first(Wanted::Remembered, Some(Renderer::Wgpu), None), Renderer::Wgpu);
        assert_eq!(first(Wanted::Auto, Some(Renderer::Wgpu), None), Renderer::Glow);
        assert_eq!(first(Wanted::This(Renderer::Wgpu), None, None), Renderer::Wgpu);
    }

    #[test]
    fn what_a_start_died_of_is_not_tried_again_unless_it_is_asked_for_by_name() {
        let died_of = Some(Renderer::Glow);
        assert_eq!(Plan::new(Wanted::Remembered, None, died_of).renderer, Renderer::Wgpu);
        assert_eq!(Plan::new(Wanted::Auto, None, died_of).renderer, Renderer::Wgpu);
        assert_eq!(Plan::new(Wanted::This(Renderer::Glow), None, died_of).renderer, Renderer::Glow);
        assert_eq!(Plan::new(Wanted::Remembered, Some(Renderer::Wgpu), died_of).renderer, Renderer::Wgpu);
        assert_eq!(Plan::new(Wanted::Remembered, None, died_of).in_doubt, died_of);
        assert_eq!(Plan::new(Wanted::Remembered, Some(Renderer::Wgpu), died_of).in_doubt, None);
    }

    #[test]
    fn the_second_attempt_is_the_last() {
        let plan = Plan::new(Wanted::InsteadOf(Renderer::Glow), Some(Renderer::Glow), Some(Renderer::Wgpu));
        assert_eq!(plan, Plan { renderer: Renderer::Wgpu, may_try_other: false, in_doubt: None });
    }
}
