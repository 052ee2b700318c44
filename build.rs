//! Checks the days that ship with Plenair, and gives the Windows program its icon, its version and its manifest.
//!
//! A broken day fails the build with its file, line and reason. Nothing is generated: the program reads the same
//! files with the same reader.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

#[path = "src/import/plenair_toml.rs"]
#[expect(dead_code, reason = "the build only checks a day; the program uses what is in it")]
mod plenair_toml;

const DAYS: &str = "assets/days";
const ICON: &str = "assets/icon/plenair.ico";
const MANIFEST: &str = "assets/windows/plenair.manifest";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={DAYS}");
    println!("cargo::rerun-if-changed={ICON}");
    println!("cargo::rerun-if-changed={MANIFEST}");
    let mut problems = check_days().unwrap_or_else(|error| vec![format!("{DAYS}: {error}")]);
    if env::var("CARGO_CFG_TARGET_OS").is_ok_and(|os| os == "windows")
        && let Err(error) = embed_resources()
    {
        problems.push(format!("{ICON}, {MANIFEST}: {error}"));
    }
    for problem in &problems {
        println!("cargo::error={problem}");
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Reads every day that ships with the program; gives what is wrong with them as `file:line: reason`.
fn check_days() -> io::Result<Vec<String>> {
    let mut problems = Vec::new();
    for entry in fs::read_dir(DAYS)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            problems.extend(check_day(&path));
        }
    }
    Ok(problems)
}

fn check_day(path: &Path) -> Option<String> {
    let file = path.display();
    match fs::read_to_string(path) {
        Err(error) => Some(format!("{file}: {error}")),
        Ok(text) => {
            plenair_toml::read(&text).err().map(|error| format!("{file}:{}: {}", error.line, error.reason))
        }
    }
}

/// The version comes from the package itself.
fn embed_resources() -> io::Result<()> {
    winresource::WindowsResource::new()
        .set_icon(ICON)
        .set_manifest_file(MANIFEST)
        .set("ProductName", "Plenair")
        .set("FileDescription", "Plenair")
        .compile_for("plenair")
}
