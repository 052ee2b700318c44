//! Tests of what can be typed; what the commands do is tested on the built program, in `tests/cli_*.rs`.

use super::*;

fn parsed(args: &[&str]) -> Result<Arguments, clap::Error> {
    let args: Vec<OsString> = std::iter::once(&"plenair").chain(args).map(OsString::from).collect();
    Arguments::understood(&args)
}

fn noted(args: &[&str]) -> NoteArgs {
    match parsed(args).expect("a note").command {
        Some(Command::Note(args)) => args,
        other => panic!("{other:?} is no note"),
    }
}

#[test]
fn the_definitions_hold_together() {
    Arguments::command().debug_assert();
}

#[test]
fn no_command_is_the_window() {
    let arguments = parsed(&["--data-dir", "map", "--lang", "en"]).expect("no command");
    assert!(arguments.command.is_none());
    assert_eq!(arguments.everywhere.data_dir, Some(PathBuf::from("map")));
    assert_eq!(arguments.everywhere.lang, Some(Language::English));
}

#[test]
fn a_file_that_is_there_is_for_the_window_and_keeps_its_whole_path() {
    let arguments = parsed(&["--lang", "nl", "Cargo.toml"]).expect("a file");
    let whole = std::env::current_dir().expect("a folder").join("Cargo.toml");
    assert_eq!((arguments.file, arguments.command.is_none()), (Some(whole), true));
    assert!(parsed(&["days"]).expect("a command").file.is_none());
}

#[test]
fn general_options_go_before_and_after_the_command() {
    for args in [["--lang", "en", "days"], ["days", "--lang", "en"]] {
        assert_eq!(parsed(&args).expect("days").everywhere.lang, Some(Language::English));
    }
}

#[test]
fn a_note_may_start_with_a_hyphen() {
    for args in [["note", "--session", "3", "- [ ] bellen"], ["note", "- [ ] bellen", "--session", "3"]] {
        let note = noted(&args);
        assert_eq!((note.text.as_deref(), note.session.as_str()), (Some("- [ ] bellen"), "3"));
    }
    assert_eq!(noted(&["note", "--session", "3"]).text, None);
}

#[test]
fn what_does_not_exist_is_wrong_usage() {
    for args in [
        &["dagen"][..],
        &["Cargo.toml", "days"],
        &["Cargo.toml", "Cargo.lock"],
        &["niet-hier.ics"],
        &["days", "--jason"],
        &["--lang", "de", "days"],
        &["lines", "--kind", "actie"],
        &["lines", "--day", "x", "--all"],
        &["note", "tekst"],
        &["import"],
        &["import", "x.doc", "--as", "doc"],
        &["export", "--format", "markdown"],
        &["export", "--format", "pptx", "--output", "x.pptx"],
        &["search"],
        &["search", "x", "--limit", "veel"],
    ] {
        assert!(parsed(args).is_err_and(|error| error.use_stderr()), "{args:?}");
    }
}

#[test]
fn every_kind_and_every_format_can_be_asked_for() {
    for kind in LineKind::ALL {
        assert!(parsed(&["lines", "--kind", kind.name()]).is_ok());
    }
    for format in Format::ALL {
        assert!(parsed(&["export", "--format", format.name(), "--output", "x"]).is_ok());
    }
}
