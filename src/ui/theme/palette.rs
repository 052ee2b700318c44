//! The colours, by what they mean: light and dark, and both with more contrast. The contrast of what is shown together is
//! tested below, for all four.

use eframe::egui::{self, Color32, Painter, Rect, Stroke, StrokeKind};

/// How wide the edge around what is chosen is, in points.
const CHOSEN_EDGE: f32 = 1.5;

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
    /// Around what is chosen, where its ground is not enough to see it by.
    pub chosen_edge: Color32,
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

    /// Paints the ground of something that is chosen, with corners as round as this, in points.
    pub fn paint_chosen(&self, painter: &Painter, rect: Rect, round: f32) {
        let edge = Stroke::new(CHOSEN_EDGE, self.chosen_edge);
        painter.rect(rect, round, self.chosen, edge, StrokeKind::Inside);
    }
}

/// Warm paper and petrol.
pub const LIGHT: Palette = Palette {
    paper: hex(0x00fd_fcfa),
    panel: hex(0x00f4_f2ee),
    hover: hex(0x00ea_e7e1),
    chosen: hex(0x00da_e9ea),
    chosen_edge: Color32::TRANSPARENT,
    text: hex(0x001d_2326),
    quiet: hex(0x0055_5e62),
    edge: hex(0x006b_7377),
    hairline: hex(0x00e0_dcd5),
    accent: hex(0x0012_606a),
    on_accent: hex(0x00ff_ffff),
    danger: hex(0x009c_231c),
    danger_ground: hex(0x00fb_e9e6),
    star: hex(0x0087_5600),
    person: hex(0x006f_3f82),
    selection: hex(0x00c9_e3e5),
    heat: [hex(0x00e6_efef), hex(0x00cd_e2e3), hex(0x00af_d1d3), hex(0x008c_bcc0)],
};

/// The same at night.
pub const DARK: Palette = Palette {
    paper: hex(0x001d_2022),
    panel: hex(0x0016_1919),
    hover: hex(0x0028_2d2f),
    chosen: hex(0x001f_3b3f),
    chosen_edge: Color32::TRANSPARENT,
    text: hex(0x00e7_e5e0),
    quiet: hex(0x00a8_aeb1),
    edge: hex(0x008b_9397),
    hairline: hex(0x002d_3234),
    accent: hex(0x0076_c7cf),
    on_accent: hex(0x0010_1718),
    danger: hex(0x00f2_9d92),
    danger_ground: hex(0x0040_2320),
    star: hex(0x00e6_b755),
    person: hex(0x00d0_a8e0),
    selection: hex(0x0023_464a),
    heat: [hex(0x0022_2f31), hex(0x0025_3f43), hex(0x0028_5257), hex(0x002c_666c)],
};

/// Black on white, for who needs more contrast. What is chosen has an edge.
pub const CONTRAST_LIGHT: Palette = Palette {
    paper: hex(0x00ff_ffff),
    panel: hex(0x00ff_ffff),
    hover: hex(0x00ec_ecec),
    chosen: hex(0x00d6_eef1),
    chosen_edge: hex(0x004a_5053),
    text: hex(0x0000_0000),
    quiet: hex(0x002e_3436),
    edge: hex(0x004a_5053),
    hairline: hex(0x006b_7276),
    accent: hex(0x0000_3f47),
    on_accent: hex(0x00ff_ffff),
    danger: hex(0x007a_0c06),
    danger_ground: hex(0x00ff_e9e6),
    star: hex(0x0057_3600),
    person: hex(0x004e_2360),
    selection: hex(0x00b5_e0e5),
    heat: [hex(0x00e3_f1f2), hex(0x00cb_e6e8), hex(0x00b3_dbde), hex(0x009c_cfd3)],
};

/// White on black.
pub const CONTRAST_DARK: Palette = Palette {
    paper: hex(0x0000_0000),
    panel: hex(0x0000_0000),
    hover: hex(0x001c_2021),
    chosen: hex(0x0005_282d),
    chosen_edge: hex(0x00a8_b0b4),
    text: hex(0x00ff_ffff),
    quiet: hex(0x00d4_d9db),
    edge: hex(0x00a8_b0b4),
    hairline: hex(0x0075_7d81),
    accent: hex(0x0086_e6ef),
    on_accent: hex(0x0000_0000),
    danger: hex(0x00ff_b3a8),
    danger_ground: hex(0x003d_0f0b),
    star: hex(0x00ff_d166),
    person: hex(0x00e7_c4f5),
    selection: hex(0x0008_3238),
    heat: [hex(0x000b_1c1e), hex(0x000b_262a), hex(0x000b_3035), hex(0x000b_3a40)],
};

/// All of them; no two have the same paper.
const ALL: [&Palette; 4] = [&LIGHT, &DARK, &CONTRAST_LIGHT, &CONTRAST_DARK];

/// The colours that are on: those whose paper egui has behind its text fields.
#[must_use]
pub fn of(ui: &egui::Ui) -> &'static Palette {
    let paper = ui.visuals().extreme_bg_color;
    ALL.into_iter().find(|palette| palette.paper == paper).unwrap_or(&LIGHT)
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

    /// A palette, with the least contrast that text and edges have in it: AA of WCAG 2.2, and AAA where there is more contrast.
    const TESTED: [(&str, Palette, f64, f64); 4] = [
        ("light", LIGHT, 4.5, 3.0),
        ("dark", DARK, 4.5, 3.0),
        ("contrast light", CONTRAST_LIGHT, 7.0, 4.5),
        ("contrast dark", CONTRAST_DARK, 7.0, 4.5),
    ];

    /// What may lie behind a line of a note or a row of a list.
    fn grounds(palette: &Palette) -> [Color32; 5] {
        [palette.paper, palette.panel, palette.hover, palette.chosen, palette.selection]
    }

    #[test]
    fn text_can_be_read_everywhere_it_is_used() {
        for (name, palette, least, _) in TESTED {
            let check = |what: &str, color: Color32, ground: Color32| {
                let found = contrast(color, ground);
                assert!(found >= least, "{name}: {what} on {ground:?} is {found:.2}");
            };
            for ground in grounds(&palette) {
                check("text", palette.text, ground);
                check("quiet", palette.quiet, ground);
                check("accent", palette.accent, ground);
                check("star", palette.star, ground);
                check("person", palette.person, ground);
            }
            for ground in palette.heat {
                check("text", palette.text, ground);
            }
            for fill in [palette.accent, palette.danger, palette.quiet] {
                check("on accent", palette.on_accent, fill);
            }
            for ground in [palette.paper, palette.panel, palette.danger_ground] {
                check("danger", palette.danger, ground);
            }
            for color in [palette.text, palette.quiet, palette.accent] {
                check("something", color, palette.danger_ground);
            }
        }
    }

    #[test]
    fn edges_and_the_focus_can_be_seen_on_every_ground() {
        for (name, palette, _, least) in TESTED {
            let check = |what: &str, color: Color32, ground: Color32| {
                let found = contrast(color, ground);
                assert!(found >= least, "{name}: {what} on {ground:?} is {found:.2}");
            };
            for ground in grounds(&palette).into_iter().chain([palette.danger_ground]) {
                check("edge", palette.edge, ground);
                check("focus", palette.accent, ground);
            }
            for ground in palette.heat {
                check("focus", palette.accent, ground);
            }
        }
    }

    #[test]
    fn with_more_contrast_what_is_chosen_and_what_separates_can_be_seen() {
        for palette in [CONTRAST_LIGHT, CONTRAST_DARK] {
            for ground in [palette.paper, palette.panel, palette.hover] {
                assert!(contrast(palette.chosen_edge, ground) >= 4.5);
            }
            assert!(contrast(palette.hairline, palette.paper) >= 3.0);
        }
    }

    #[test]
    fn a_palette_is_known_by_its_paper() {
        for (place, palette) in ALL.into_iter().enumerate() {
            let same = ALL.into_iter().position(|other| other.paper == palette.paper);
            assert_eq!(same, Some(place));
        }
    }
}
