//! Menus: below a button, and of what is pointed at, with the right button or with the menu key (or Shift+F10) of what has
//! the focus. A menu that was opened with a key gives its first row the focus, and gives the focus back when it is put away.
//!
//! What stands in them is for the views; they are the same commands as elsewhere. A row that was chosen says so with
//! [`close_menu`]: egui itself closes a menu after a click of the mouse only.

use eframe::egui::{
    Context, Key, Memory, Modifiers, Popup, PopupAnchor, Response, SetOpenCommand, Ui, UiKind,
};

/// How a menu was asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Asked {
    /// With the mouse.
    #[default]
    Pointer,
    /// With a key, or by a screen reader: its first row gets the focus.
    Key,
}

/// Shows the menu of a button while it is open.
pub fn button_menu(response: &Response, name: &str, content: impl FnOnce(&mut Ui)) {
    let is_click = response.ctx.input(|input| input.pointer.any_click());
    let asked = response.clicked().then_some(if is_click { Asked::Pointer } else { Asked::Key });
    if asked.is_some() && is_menu_open(response) {
        Popup::close_id(&response.ctx, response.id.with("menu"));
        return;
    }
    menu(response, name, (asked, false), content);
}

/// Shows the menu of something when it is asked for, until a row is chosen or it is put away. Says whether it was asked for
/// just now.
pub fn context_menu(response: &Response, name: &str, content: impl FnOnce(&mut Ui)) -> bool {
    let asked = if response.secondary_clicked() {
        Some(Asked::Pointer)
    } else {
        (response.has_focus() && takes_menu_key(&response.ctx)).then_some(Asked::Key)
    };
    menu(response, name, (asked, true), content);
    asked.is_some()
}

/// Whether the menu of this is open.
pub fn is_menu_open(response: &Response) -> bool {
    Popup::is_id_open(&response.ctx, response.id.with("menu"))
}

/// Closes the menu that `ui` is in, if it is in one: one of its rows was chosen.
pub fn close_menu(ui: &Ui) {
    if ui.stack().contained_in(UiKind::Menu) || ui.stack().contained_in(UiKind::Popup) {
        ui.close();
    }
}

/// Takes the menu key, or Shift+F10, out of the input. Says whether it was pressed.
pub fn takes_menu_key(ctx: &Context) -> bool {
    ctx.input_mut(|input| {
        input.consume_key(Modifiers::NONE, Key::Menu) || input.consume_key(Modifiers::SHIFT, Key::F10)
    })
}

fn menu(
    response: &Response,
    name: &str,
    (asked, comes_at_pointer): (Option<Asked>, bool),
    content: impl FnOnce(&mut Ui),
) {
    let ctx = &response.ctx;
    let id = response.id.with("menu");
    // How it was asked for, and whether its first row has yet to get the focus.
    let now = ctx.data_mut(|data| {
        if let Some(asked) = asked {
            data.insert_temp(id, (asked, true));
        }
        data.get_temp::<(Asked, bool)>(id)
    });
    let Some((by, is_new)) = now else { return };
    if asked.is_none() && !Popup::is_id_open(ctx, id) {
        ctx.data_mut(|data| data.remove_temp::<(Asked, bool)>(id));
        let is_put_away = ctx.input(|input| input.key_pressed(Key::Escape));
        if by == Asked::Key && (is_put_away || ctx.memory(|memory| memory.focused().is_none())) {
            response.request_focus();
        }
        return;
    }
    let popup = Popup::menu(response)
        .id(id)
        .open_memory(asked.map(|_| SetOpenCommand::Bool(true)))
        .accessible_name(name);
    let at_pointer = comes_at_pointer && by == Asked::Pointer;
    let popup = if at_pointer { popup.anchor(PopupAnchor::PointerFixed) } else { popup };
    let shown = popup.show(content);
    // In its first frame a menu is only measured, and what it is of may take the focus meanwhile.
    if is_new
        && asked.is_none()
        && shown.is_none_or(|shown| by == Asked::Pointer || gets_focus(&shown.response))
    {
        ctx.data_mut(|data| data.insert_temp(id, (by, false)));
    }
}

/// Gives the first row of a menu the focus; says whether one of its rows has it already.
fn gets_focus(menu: &Response) -> bool {
    let focused = menu.ctx.memory(Memory::focused);
    let (first, is_there) = menu.ctx.viewport(|viewport| {
        let rows = viewport.this_pass.widgets.get_layer(menu.layer_id);
        let mut rows =
            rows.filter(|row| row.enabled && row.sense.is_focusable()).map(|row| row.id).peekable();
        (rows.peek().copied(), rows.any(|row| Some(row) == focused))
    });
    if let Some(first) = first.filter(|_| !is_there) {
        menu.ctx.memory_mut(|memory| memory.request_focus(first));
    }
    is_there
}
