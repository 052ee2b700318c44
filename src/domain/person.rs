//! Somebody on the list of who takes part.
//!
//! What a list says and no more: who of them was met, and what was said, is in the lines of the notes. No addresses.

use serde::{Deserialize, Serialize};

/// A person as a list of participants has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The name as the list writes it, first name first.
    pub name: String,
    /// For whom the person works or speaks.
    pub organisation: Option<String>,
    /// What the person does there.
    pub function: Option<String>,
}
