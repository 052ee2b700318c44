//! Runs the built program the way a user or a script does, on a data folder of its own.

#![allow(dead_code, reason = "each test file uses its own part of this")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// The day that ships with Plenair.
pub const DAY: &str = "netwerkdag-grote-steden-2023";

/// A folder with the notes and whatever files a test makes beside them.
pub struct Laptop {
    folder: TempDir,
}

/// What a command said, and how it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Laptop {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    /// One with the example notes in it.
    pub fn with_demo() -> Self {
        let laptop = Self::new();
        laptop.done(&["demo"]);
        laptop
    }

    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("notities")
    }

    /// A path outside the data folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Makes a file outside the data folder; gives its path as an argument.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::File::create(&path)
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .expect("a file in the temporary folder");
        argument(&path)
    }

    /// The program, not yet started. What this machine is set to does not matter.
    pub fn program(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenair"));
        command
            .env_remove("PLENAIR_DATA_DIR")
            .env("HOME", self.folder.path())
            .current_dir(self.folder.path());
        command.args(args);
        command
    }

    /// Runs a command in Dutch, with `input` on its standard input.
    pub fn run_with(&self, args: &[&str], input: impl Into<Vec<u8>>) -> Said {
        let data_dir = argument(&self.data_dir());
        let mut all = vec!["--lang", "nl", "--data-dir", &data_dir];
        all.extend(args);
        let output = self.program(&all).write_stdin(input).output().expect("the program runs");
        Said {
            code: output.status.code().expect("the program ends by itself"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    pub fn run(&self, args: &[&str]) -> Said {
        self.run_with(args, "")
    }

    /// Runs a command that does its work; gives what it printed.
    #[track_caller]
    pub fn done(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 0, "{args:?}: {said:?}");
        said.stdout
    }

    /// Runs a command that does its work; gives its JSON document.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.done(args)).expect("one JSON document")
    }

    /// Runs a command with `--json` that fails; gives the kind of the failure.
    #[track_caller]
    pub fn failure(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        assert_eq!(said.stdout, "", "{args:?}");
        let document: Value = serde_json::from_str(&said.stderr).expect("one JSON document");
        assert_eq!(keys(&document), ["error"]);
        let error = &document["error"];
        assert_eq!(keys(error), ["hint", "kind", "message"]);
        let says_something = |key: &str| error[key].as_str().is_some_and(|text| text.contains(' '));
        assert!(says_something("message") && says_something("hint"), "{error}");
        error["kind"].as_str().expect("a kind").to_owned()
    }

    /// Runs a command without `--json` that fails; gives its message and its advice.
    #[track_caller]
    pub fn refusal(&self, args: &[&str]) -> String {
        let said = self.run(args);
        assert_eq!(said.code, 1, "{args:?}: {said:?}");
        assert_eq!(said.stdout, "", "{args:?}");
        assert_eq!(said.stderr.lines().count(), 2, "a message and a hint: {}", said.stderr);
        said.stderr
    }
}

/// The keys of an object, sorted.
#[track_caller]
pub fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

/// The strings under `key` of every object in a list.
#[track_caller]
pub fn texts<'a>(list: &'a Value, key: &str) -> Vec<&'a str> {
    let objects = list.as_array().expect("a list");
    objects.iter().map(|object| object[key].as_str().expect("a string")).collect()
}

pub fn argument(path: &Path) -> String {
    path.to_str().expect("a path in Unicode").to_owned()
}
