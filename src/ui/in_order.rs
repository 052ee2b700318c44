//! Keys in the order in which they were pressed. On a slow machine one frame brings several: letters, then Enter, then
//! letters. egui's field takes them in order, but what Enter does in a list, what Tab does to a completion and every command
//! is done before the field is drawn. So whatever follows such a key waits for the next frame. A paste has a frame of its own,
//! so that it is one step of undo. And what is typed while the notes are still being opened waits until they are there.

use eframe::egui::{Context, Event, ImeEvent, Key, Plugin, RawInput};

/// Keeps for the next frame what came after a key that has to be done first.
#[derive(Default)]
pub struct InOrder {
    waiting: Vec<Event>,
    /// Nothing can be typed into yet.
    is_closed: bool,
}

impl InOrder {
    /// With every key waiting, as long as there is nothing to type into.
    pub fn closed() -> Self {
        Self { is_closed: true, ..Self::default() }
    }

    /// From the next frame on, keys wait, or they do not.
    pub fn close(ctx: &Context, is_closed: bool) {
        let has_waiting = ctx.with_plugin(|keys: &mut Self| {
            keys.is_closed = is_closed;
            !is_closed && !keys.waiting.is_empty()
        });
        if has_waiting == Some(true) {
            ctx.request_repaint();
        }
    }

    /// Whether keys that were pressed are yet to be done.
    pub fn has_waiting(ctx: &Context) -> bool {
        ctx.with_plugin(|keys: &mut Self| !keys.waiting.is_empty()).unwrap_or(false)
    }
}

impl Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "keys in order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if self.is_closed {
            self.waiting.extend(input.events.extract_if(.., |event| is_typed(event)));
            return;
        }
        if self.waiting.is_empty() && input.events.len() < 2 {
            return;
        }
        let mut events = std::mem::take(&mut self.waiting);
        events.append(&mut input.events);
        let rest = first_step(&events);
        self.waiting = events.split_off(rest);
        input.events = events;
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// How many of the events belong to one frame: up to the first key that is done before the field is drawn, unless nothing
/// that changes the text or the caret came before it.
fn first_step(events: &[Event]) -> usize {
    let mut is_something_before = false;
    for (index, event) in events.iter().enumerate() {
        let is_paste = matches!(event, Event::Paste(_));
        if (goes_first(event) || is_paste) && is_something_before {
            return index;
        }
        if is_paste {
            return index + 1;
        }
        is_something_before |= goes_first(event) || changes_text(event);
    }
    events.len()
}

fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Key { .. } | Event::Paste(_) | Event::Ime(_))
}

/// A key that is looked at before the field is drawn: commands, and the keys of lists and menus.
fn goes_first(event: &Event) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    let is_command = modifiers.command || modifiers.ctrl || modifiers.alt || modifiers.mac_cmd;
    let is_function = (Key::F1..=Key::F12).contains(key);
    is_command
        || is_function
        || matches!(key, Key::Enter | Key::Tab | Key::Escape | Key::ArrowUp | Key::ArrowDown)
}

fn changes_text(event: &Event) -> bool {
    match event {
        Event::Text(_) | Event::Cut | Event::PointerButton { .. } => true,
        Event::Ime(ime) => matches!(ime, ImeEvent::Commit(_) | ImeEvent::Preedit { .. }),
        Event::Key { key, pressed: true, .. } => matches!(
            key,
            Key::Backspace
                | Key::Delete
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::Home
                | Key::End
                | Key::PageUp
                | Key::PageDown
        ),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Modifiers;

    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn text(letter: &str) -> Event {
        Event::Text(letter.to_owned())
    }

    #[test]
    fn letters_go_together_and_enter_waits_for_them() {
        let enter = key(Key::Enter, Modifiers::NONE);
        assert_eq!(first_step(&[text("a"), text("b")]), 2);
        assert_eq!(first_step(&[text("a"), enter.clone(), text("b")]), 1);
        assert_eq!(first_step(&[enter.clone(), text("b"), enter.clone()]), 2);
        assert_eq!(first_step(&[enter.clone(), enter]), 1);
    }

    #[test]
    fn a_command_waits_for_the_letters_before_it() {
        let next = key(Key::ArrowDown, Modifiers::ALT);
        assert_eq!(first_step(&[text("a"), next.clone(), text("b")]), 1);
        assert_eq!(first_step(&[next, text("b")]), 2);
    }

    #[test]
    fn a_paste_has_a_frame_of_its_own() {
        let paste = || Event::Paste("x".to_owned());
        assert_eq!(first_step(&[text("a"), paste()]), 1);
        assert_eq!(first_step(&[paste(), text("a"), paste()]), 1);
    }

    #[test]
    fn nothing_is_lost_and_nothing_changes_places() {
        let ctx = Context::default();
        let mut hook = InOrder::default();
        let enter = key(Key::Enter, Modifiers::NONE);
        let all = [text("a"), enter.clone(), text("b"), enter, text("c")];
        let mut input = RawInput { events: all.to_vec(), ..RawInput::default() };
        let mut seen = Vec::new();
        let mut frames = 0;
        loop {
            hook.input_hook(&ctx, &mut input);
            seen.append(&mut input.events);
            frames += 1;
            if hook.waiting.is_empty() {
                break;
            }
        }
        assert_eq!((seen.as_slice(), frames), (&all[..], 3));
    }

    #[test]
    fn what_is_typed_before_there_is_a_note_waits_for_it() {
        let ctx = Context::default();
        ctx.add_plugin(InOrder::closed());
        let frame = |events: Vec<Event>| {
            let mut seen = Vec::new();
            let mut output = ctx.run_ui(RawInput { events, ..RawInput::default() }, |ui| {
                seen = ui.input(|input| input.events.clone());
            });
            output.textures_delta.clear();
            seen
        };
        let gone = Event::PointerGone;
        assert_eq!(frame(vec![text("a"), gone.clone()]), [gone]);
        assert_eq!(frame(vec![text("b")]), []);
        assert!(InOrder::has_waiting(&ctx));
        InOrder::close(&ctx, false);
        assert_eq!(frame(vec![text("c")]), [text("a"), text("b"), text("c")]);
        assert!(!InOrder::has_waiting(&ctx));
    }
}
