//! The colours, by what they mean. A pair of light and dark for each; contrast is tested below.

use eframe::egui::{self, Color32};

/// The colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind the note: paper.
    pub paper: Color32,
    /// Behind the panels beside it.
    pub panel: Color32,
    /// Behind what the pointer is on.
    pub hover: Color32,
    /// Behind what is chosen.
    pub chosen: Color32,
    /// Text.
    pub text: Color32,
    /// Text that may stay in the background.
    pub quiet: Color32,
    /// The edge of a control.
    pub edge: Color32,
    /// A line that only separates.
    pub hairline: Color32,
    /// What can be clicked, what is on now.
    pub accent: Color32,
    /// Text on the accent colour.
    pub on_accent: Color32,
    /// What went wrong.
    pub danger: Color32,
    /// Behind what went wrong.
    pub danger_ground: Color32,
    /// What is important.
    pub star: Color32,
    /// Somebody who is named.
    pub person: Color32,
    /// Behind selected text.
    pub selection: Color32,
    /// Behind a count, from few to many.
    pub heat: [Color32; 4],
}

impl Palette {
    /// The ground of a count, where `most` is the greatest there is.
    #[must_use]
    pub fn heat(&self, count: usize, most: usize) -> Color32 {
        let steps = self.heat.len();
        let step = (count * steps).div_ceil(most.max(1)).clamp(1, steps) - 1;
        self.heat.get(step).copied().unwrap_or(self.paper)
    }
}

/// Warm paper and petrol.
pub const LIGHT: Palette = Palette {
    paper: hex(0x00fd_fcfa),
    panel: hex(0x00f4_f2ee),
    hover: hex(0x00ea_e7e1),
    chosen: hex(0x00da_e9ea),
    text: hex(0x001d_2326),
    quiet: hex(0x0055_5e62),
    edge: hex(0x0077_7f83),
    hairline: hex(0x00e0_dcd5),
    accent: hex(0x0012_606a),
    on_accent: hex(0x00ff_ffff),
    danger: hex(0x009c_231c),
    danger_ground: hex(0x00fb_e9e6),
    star: hex(0x0087_5600),
    person: hex(0x006f_3f82),
    selection: hex(0x00bf_dde0),
    heat: [hex(0x00e6_efef), hex(0x00cd_e2e3), hex(0x00af_d1d3), hex(0x008c_bcc0)],
};

/// The same at night.
pub const DARK: Palette = Palette {
    paper: hex(0x001d_2022),
    panel: hex(0x0016_1919),
    hover: hex(0x0028_2d2f),
    chosen: hex(0x001f_3b3f),
    text: hex(0x00e7_e5e0),
    quiet: hex(0x00a8_aeb1),
    edge: hex(0x0074_7c80),
    hairline: hex(0x002d_3234),
    accent: hex(0x0076_c7cf),
    on_accent: hex(0x0010_1718),
    danger: hex(0x00f2_9d92),
    danger_ground: hex(0x0040_2320),
    star: hex(0x00e6_b755),
    person: hex(0x00d0_a8e0),
    selection: hex(0x0029_5257),
    heat: [hex(0x0022_2f31), hex(0x0025_3f43), hex(0x0028_5257), hex(0x002c_666c)],
};

/// The colours of the theme that is on.
#[must_use]
pub fn of(ui: &egui::Ui) -> &'static Palette {
    if ui.visuals().dark_mode { &DARK } else { &LIGHT }
}

#[expect(clippy::disallowed_methods, reason = "this file is where the colours are made")]
#[expect(clippy::cast_possible_truncation, reason = "each part is one byte of the number")]
const fn hex(rgb: u32) -> Color32 {
    Color32::from_rgb((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast by WCAG 2.2 (<https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>).
    fn contrast(one: Color32, other: Color32) -> f64 {
        let luminance = |color: Color32| {
            let part = |byte: u8| {
                let value = f64::from(byte) / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn text_has_contrast_of_four_and_a_half_everywhere_it_is_used() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            let grounds = [palette.paper, palette.panel, palette.hover, palette.chosen, palette.selection];
            for ground in grounds.into_iter().chain(palette.heat) {
                assert!(contrast(palette.text, ground) >= 4.5, "{name}: text on {ground:?}");
            }
            for ground in [palette.paper, palette.panel, palette.hover, palette.chosen] {
                for (what, color) in [
                    ("quiet", palette.quiet),
                    ("accent", palette.accent),
                    ("star", palette.star),
                    ("person", palette.person),
                ] {
                    assert!(contrast(color, ground) >= 4.5, "{name}: {what} on {ground:?}");
                }
            }
            for fill in [palette.accent, palette.danger] {
                assert!(contrast(palette.on_accent, fill) >= 4.5, "{name}: on {fill:?}");
            }
            for ground in [palette.paper, palette.panel, palette.danger_ground] {
                assert!(contrast(palette.danger, ground) >= 4.5, "{name}: danger on {ground:?}");
            }
            assert!(contrast(palette.text, palette.danger_ground) >= 4.5, "{name}: text on danger");
        }
    }

    #[test]
    fn edges_of_controls_have_contrast_of_three() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            for ground in [palette.paper, palette.panel, palette.hover] {
                assert!(contrast(palette.edge, ground) >= 3.0, "{name}: edge on {ground:?}");
            }
        }
    }
}
