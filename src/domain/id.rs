//! Identities that never change once made.
//!
//! Every id is a UUIDv7: unique between laptops, and roughly in order of making within one. That order is a
//! convenience for reading a database by eye; nothing relies on it.

use std::fmt;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Makes a new id. The only impure function of the domain: callers that need
            /// repeatable ids use [`From<Uuid>`] instead.
            #[must_use]
            pub fn fresh() -> Self {
                Self(Uuid::now_v7())
            }

            /// The bare UUID, as stored.
            #[must_use]
            pub fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id_type!(
    /// Names a day.
    DayId
);
id_type!(
    /// Names a session, an item of a day's programme.
    SessionId
);
id_type!(
    /// Names a line of a note, wherever it moves.
    LineId
);
id_type!(
    /// Names who wrote a line: this installation, or the person it was imported from.
    AuthorId
);
