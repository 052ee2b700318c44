//! What the proofs that the store loses nothing share: a writer that is killed, cut off and hindered, and the tools that
//! do so.
//!
//! A proof that cannot run on this machine says so and passes, unless `PLENAIR_REQUIRE_PROOFS` is set.

#![allow(dead_code, reason = "each proof uses its own part of this")]

#[cfg(target_os = "linux")]
pub mod mount;
pub mod strace;
pub mod writer;

use std::io::{self, Write as _};
use std::process::{Command, Stdio};

/// Says a line, also while the test harness catches what a test prints.
pub fn say(line: &str) {
    let _: io::Result<()> = writeln!(io::stderr(), "{line}");
}

/// Says that a proof, or a part of it, is left out.
#[track_caller]
pub fn skip(reason: &str) {
    assert!(std::env::var_os("PLENAIR_REQUIRE_PROOFS").is_none(), "required, but skipped: {reason}");
    say(&format!("SKIPPED: {reason}"));
}

/// How often to do it: what the environment variable says, else `usual`.
pub fn times(variable: &str, usual: usize) -> usize {
    std::env::var(variable).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

/// Whether this program can be started.
pub fn has_tool(name: &str) -> bool {
    let mut command = Command::new(name);
    command.arg("-V").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}
