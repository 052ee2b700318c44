//! Proves the layers of `ARCHITECTURE.md` by reading the sources: who names whom.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms it may name. What is not listed may be named by `main.rs` only.
const MAY_USE: [(&str, &[&str]); 17] = [
    ("domain", &[]),
    ("store", &["domain", "together"]),
    ("import", &["domain"]),
    ("apart", &["domain", "import"]),
    ("export", &["domain", "together"]),
    ("files", &["domain", "export", "together"]),
    ("i18n", &["domain", "export"]),
    ("incoming", &["domain", "import", "files"]),
    ("one_window", &[]),
    ("paths", &["domain"]),
    ("paste", &[]),
    ("renderer", &[]),
    ("signals", &[]),
    ("together", &[]),
    ("worker", &["domain", "store", "import", "apart", "incoming", "export", "files", "paths"]),
    ("app", &["domain", "worker", "incoming", "i18n", "export", "files", "paths", "renderer"]),
    ("ui", &["domain", "app", "i18n", "worker", "one_window", "renderer", "signals", "paste"]),
];

/// What the command line may name: everything that the worker may, and the words.
const CLI_MAY_USE: &[&str] = &[
    "domain", "store", "import", "apart", "incoming", "export", "files", "i18n", "paths", "renderer",
    "signals",
];

#[test]
fn every_room_uses_only_the_rooms_below_it() {
    let mut wrong = Vec::new();
    for (room, allowed) in MAY_USE.iter().copied().chain([("cli", CLI_MAY_USE)]) {
        let files = files_of(room);
        assert!(!files.is_empty(), "room {room} was not found");
        for file in files {
            let source = code_of(&file);
            for used in rooms_named_in(&source) {
                if used != room && !allowed.contains(&used.as_str()) {
                    wrong.push(format!("{} uses {used}", file.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_store_names_sql() {
    assert_only_in("rusqlite", &["store"]);
}

#[test]
fn only_the_ui_names_the_window_library() {
    for word in ["egui", "eframe", "rfd", "arboard", "open::that", "zbus"] {
        assert_only_in(word, &["ui"]);
    }
}

#[test]
fn the_domain_knows_no_files_and_no_clock() {
    for file in files_of("domain") {
        let source = code_of(&file);
        for word in ["std::fs", "std::io", "std::env", "Local::now", "Utc::now", "SystemTime", "Instant"] {
            assert!(!source.contains(word), "{} names {word}", file.display());
        }
    }
}

#[test]
fn readers_and_writers_of_formats_touch_no_files() {
    for file in files_of("import").into_iter().chain(files_of("export")) {
        let source = code_of(&file);
        assert!(!source.contains("std::fs"), "{} names std::fs", file.display());
    }
}

#[test]
fn there_is_no_network_code() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("Cargo.toml");
    for crate_name in ["reqwest", "ureq", "hyper", "tokio", "curl"] {
        assert!(!manifest.contains(&format!("\n{crate_name}")), "{crate_name} is a dependency");
    }
    for file in all_files() {
        assert!(!code_of(&file).contains("std::net"), "{} names std::net", file.display());
    }
}

fn assert_only_in(word: &str, rooms: &[&str]) {
    let allowed: Vec<PathBuf> = rooms.iter().flat_map(|room| files_of(room)).collect();
    let named: Vec<PathBuf> = all_files().into_iter().filter(|file| code_of(file).contains(word)).collect();
    assert!(!named.is_empty(), "nobody names {word}: is the test still right?");
    for file in named {
        assert!(allowed.contains(&file), "{} names {word}", file.display());
    }
}

/// The names after `crate::` and `plenair::`, also inside `use crate::{a, b}`.
fn rooms_named_in(source: &str) -> Vec<String> {
    source
        .match_indices("crate::")
        .map(|(index, found)| {
            let rest = &source[index + found.len()..];
            rest.chars()
                .take_while(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || *letter == '_')
                .collect()
        })
        .filter(|name: &String| !name.is_empty())
        .collect()
}

/// A file without its comments: they may speak of anything.
fn code_of(file: &Path) -> String {
    let source = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn files_of(room: &str) -> Vec<PathBuf> {
    let source = root().join("src");
    let mut files = rust_files(&source.join(room));
    let own = source.join(format!("{room}.rs"));
    if own.is_file() {
        files.push(own);
    }
    files
}

fn all_files() -> Vec<PathBuf> {
    rust_files(&root().join("src"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.expect("a folder entry").path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
