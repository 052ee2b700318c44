//! The palette and the spaces, told to egui.

use eframe::egui::style::{ScrollAnimation, Selection, WidgetVisuals, Widgets};
use eframe::egui::{
    Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, Theme, ThemePreference, Vec2, Visuals,
};

use super::palette::{CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, Palette};
use super::{space, type_scale};
use crate::app::settings::Colours;
use crate::ui::system_look::SystemLook;

/// Light and dark, as the system has it.
pub fn install(ctx: &Context) {
    wear(ctx, Colours::System, SystemLook::default());
    // One zoom for everything; Ctrl with +, - and 0.
    ctx.options_mut(|options| options.zoom_with_keyboard = true);
}

/// Gives the window these colours, from the next frame on; of those of the system what the system asks.
pub fn wear(ctx: &Context, colours: Colours, system: SystemLook) {
    // A system that does not say: a hall is usually light.
    let unsaid = if system.dark == Some(true) { Theme::Dark } else { Theme::Light };
    ctx.options_mut(|options| options.fallback_theme = unsaid);
    let (preference, light, dark) = match colours {
        Colours::System if system.contrast => (ThemePreference::System, &CONTRAST_LIGHT, &CONTRAST_DARK),
        Colours::System => (ThemePreference::System, &LIGHT, &DARK),
        Colours::Light => (ThemePreference::Light, &LIGHT, &DARK),
        Colours::Dark => (ThemePreference::Dark, &LIGHT, &DARK),
        Colours::ContrastLight => (ThemePreference::Light, &CONTRAST_LIGHT, &CONTRAST_DARK),
        Colours::ContrastDark => (ThemePreference::Dark, &CONTRAST_LIGHT, &CONTRAST_DARK),
    };
    ctx.set_theme(preference);
    for (theme, palette) in [(Theme::Light, light), (Theme::Dark, dark)] {
        ctx.style_mut_of(theme, |style| dress(style, theme, palette));
    }
}

fn dress(style: &mut Style, theme: Theme, palette: &Palette) {
    style.text_styles.extend(type_scale::text_styles());
    style.spacing.item_spacing = Vec2::new(space::SMALL, space::SMALL);
    style.spacing.button_padding = Vec2::new(8.0, 4.0);
    style.spacing.icon_spacing = space::BEFORE_WORD;
    style.spacing.interact_size = Vec2::new(space::TARGET, space::TARGET);
    style.spacing.menu_margin = Margin::same(6);
    style.interaction.selectable_labels = false;
    // Nothing moves by itself.
    style.animation_time = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    style.visuals = visuals(theme, palette);
}

fn visuals(theme: Theme, palette: &Palette) -> Visuals {
    let base = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let mut visuals = Visuals {
        widgets: widgets(palette),
        selection: Selection { bg_fill: palette.selection, stroke: Stroke::new(2.0, palette.accent) },
        hyperlink_color: palette.accent,
        faint_bg_color: palette.panel,
        extreme_bg_color: palette.paper,
        text_edit_bg_color: Some(palette.paper),
        warn_fg_color: palette.star,
        error_fg_color: palette.danger,
        window_fill: palette.paper,
        window_stroke: Stroke::new(1.0, palette.edge),
        window_corner_radius: CornerRadius::same(space::ROUND),
        menu_corner_radius: CornerRadius::same(space::ROUND),
        panel_fill: palette.panel,
        weak_text_color: Some(palette.quiet),
        // Soft shadows cost most of a frame under software rendering; the edge is enough.
        window_shadow: Shadow::NONE,
        popup_shadow: Shadow::NONE,
        ..base
    };
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.accent);
    visuals
}

fn widgets(palette: &Palette) -> Widgets {
    let state = |fill: Color32, edge: Color32, text: Color32, width: f32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(width, edge),
        corner_radius: CornerRadius::same(space::ROUND),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    Widgets {
        noninteractive: state(palette.panel, palette.hairline, palette.text, 1.0),
        inactive: state(palette.paper, palette.edge, palette.text, 1.0),
        hovered: state(palette.hover, palette.accent, palette.text, 1.0),
        active: state(palette.chosen, palette.accent, palette.text, 2.0),
        open: state(palette.hover, palette.accent, palette.text, 1.0),
    }
}
