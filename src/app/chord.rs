//! Keys pressed together, without naming any window library.
//!
//! `primary` is Ctrl, and Cmd on a Mac.

/// A key with the keys held down with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chord {
    /// Ctrl, or Cmd on a Mac.
    pub primary: bool,
    /// Shift.
    pub shift: bool,
    /// Alt, or Option on a Mac.
    pub alt: bool,
    /// The key itself.
    pub key: Key,
}

/// The keys that chords are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A letter, in upper case.
    Letter(char),
    /// A digit.
    Digit(u8),
    /// The up arrow.
    Up,
    /// The down arrow.
    Down,
    /// The left arrow.
    Left,
    /// The right arrow.
    Right,
    /// Enter.
    Enter,
    /// The comma.
    Comma,
    /// A function key, from 1.
    Function(u8),
}

/// The systems whose keys differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Platform {
    /// Linux and Windows.
    Pc,
    /// macOS.
    Mac,
}

impl Platform {
    /// The platform this program was built for.
    pub const HERE: Self = if cfg!(target_os = "macos") { Self::Mac } else { Self::Pc };
}

impl Chord {
    /// Ctrl with a key.
    #[must_use]
    pub const fn primary(key: Key) -> Self {
        Self { primary: true, shift: false, alt: false, key }
    }

    /// Ctrl and Shift with a key.
    #[must_use]
    pub const fn primary_shift(key: Key) -> Self {
        Self { primary: true, shift: true, alt: false, key }
    }

    /// Alt with a key.
    #[must_use]
    pub const fn alt(key: Key) -> Self {
        Self { primary: false, shift: false, alt: true, key }
    }

    /// Alt and Shift with a key.
    #[must_use]
    pub const fn alt_shift(key: Key) -> Self {
        Self { primary: false, shift: true, alt: true, key }
    }

    /// Shift with a key.
    #[must_use]
    pub const fn shift(key: Key) -> Self {
        Self { primary: false, shift: true, alt: false, key }
    }

    /// A key on its own.
    #[must_use]
    pub const fn alone(key: Key) -> Self {
        Self { primary: false, shift: false, alt: false, key }
    }

    /// How many keys are held down with the key. The chord with the most is looked for first.
    #[must_use]
    pub fn modifiers(self) -> u8 {
        u8::from(self.primary) + u8::from(self.shift) + u8::from(self.alt)
    }

    /// The chord as a tooltip shows it: "Ctrl+Shift+P", and "Cmd+Shift+P" on a Mac.
    #[must_use]
    pub fn label(self, platform: Platform) -> String {
        let (primary, shift, alt, plus) = match platform {
            Platform::Pc => ("Ctrl", "Shift", "Alt", "+"),
            Platform::Mac => ("Cmd", "Shift", "Option", "+"),
        };
        let held = [(self.primary, primary), (self.shift, shift), (self.alt, alt)];
        let mut parts: Vec<String> =
            held.into_iter().filter(|(held, _)| *held).map(|(_, name)| name.to_owned()).collect();
        parts.push(self.key.label());
        parts.join(plus)
    }
}

impl Key {
    fn label(self) -> String {
        match self {
            Self::Letter(letter) => letter.to_string(),
            Self::Digit(digit) => digit.to_string(),
            Self::Up => "↑".to_owned(),
            Self::Down => "↓".to_owned(),
            Self::Left => "←".to_owned(),
            Self::Right => "→".to_owned(),
            Self::Enter => "Enter".to_owned(),
            Self::Comma => ",".to_owned(),
            Self::Function(number) => format!("F{number}"),
        }
    }
}
