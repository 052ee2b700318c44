//! Programmes as people write them: invented texts in four languages, and the open agenda texts where they are present.
//!
//! What is expected of `NAME.txt` is in `NAME.expected`, a line per session: `start-end kind title | speakers | room`.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveTime;
use plenair::domain::day::SessionFacts;
use plenair::domain::programme::Programme;
use plenair::import::text;
use serde_json::Value;

const OPEN_TEXTS: &str = "../shared/programmes/text";

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/import/text")
}

/// The files with this ending in `folder`, by name.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder with texts");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<PathBuf> = paths.filter(|path| path.to_string_lossy().ends_with(ending)).collect();
    paths.sort();
    paths
}

fn shown(session: &SessionFacts) -> String {
    let time = |time: Option<NaiveTime>| {
        time.map_or_else(|| "--:--".to_owned(), |time| time.format("%H:%M").to_string())
    };
    let speakers: Vec<&str> = session.speakers.iter().map(|speaker| speaker.name.as_str()).collect();
    let line = format!(
        "{}-{} {} {} | {} | {}",
        time(session.start),
        time(session.end),
        session.kind.name(),
        session.title,
        speakers.join("; "),
        session.room.as_deref().unwrap_or_default(),
    );
    line.trim_end_matches([' ', '|']).to_owned()
}

fn read(path: &Path) -> Programme {
    text::read(&fs::read_to_string(path).expect("a readable text"))
}

#[test]
fn invented_texts_give_their_sessions() {
    let texts = files(&fixtures(), ".txt");
    assert!(texts.len() >= 15, "only {} texts", texts.len());
    for path in texts {
        let expected =
            fs::read_to_string(path.with_extension("expected")).expect("what is expected of the text");
        let found: Vec<String> = read(&path).sessions.iter().map(shown).collect();
        assert_eq!(found, expected.lines().collect::<Vec<_>>(), "{}", path.display());
    }
}

#[test]
fn a_text_cut_anywhere_loses_no_line() {
    for path in files(&fixtures(), ".txt") {
        let whole = fs::read_to_string(&path).expect("a readable text");
        for (end, _) in whole.char_indices().step_by(41) {
            let cut = &whole[..end];
            let programme = text::read(cut);
            for (number, line) in (1..).zip(cut.lines()).filter(|(_, line)| !line.trim().is_empty()) {
                let used = programme.sources.iter().any(|source| source.contains(&number));
                let listed = programme.left_out.iter().any(|left| left.line == number);
                assert!(used || listed, "{} cut at {end}: line {number}: {line}", path.display());
            }
        }
    }
}

/// Every required item of the open texts, in order, with its times; items that are optional may be absent.
#[test]
fn the_open_texts_give_their_items_and_times() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(OPEN_TEXTS);
    if !folder.is_dir() {
        eprintln!("SKIPPED: the open agenda texts are not at {OPEN_TEXTS}");
        return;
    }
    let (mut names_right, mut names) = (0, 0);
    let texts = files(&folder, ".txt");
    for path in &texts {
        let stem = path.with_extension("");
        let expected =
            fs::read_to_string(format!("{}.expected.json", stem.display())).expect("what is expected");
        let items: Vec<Value> = serde_json::from_str(&expected).expect("a list of items");
        let required: Vec<&Value> =
            items.iter().filter(|item| item["optional"] != Value::Bool(true)).collect();
        let sessions = read(path).sessions;
        assert_eq!(sessions.len(), required.len(), "{}", path.display());
        for (item, session) in required.iter().zip(&sessions) {
            let time = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
            let times = (time(session.start), time(session.end));
            let wanted = (item["start"].as_str().map(str::to_owned), item["end"].as_str().map(str::to_owned));
            assert_eq!(times, wanted, "{}: {}", path.display(), session.title);
            let title = item["title"].as_str().expect("a title");
            assert!(is_alike(title, &session.title), "{}: {title} is not {}", path.display(), session.title);
            let speakers = item["speakers"].as_array().expect("speakers");
            names += speakers.len();
            let wanted = speakers.iter().filter_map(Value::as_str);
            names_right += wanted
                .filter(|name| session.speakers.iter().any(|speaker| is_alike(name, &speaker.name)))
                .count();
        }
    }
    assert!(names_right * 100 >= names * 95, "{names_right} of {names} speakers");
}

/// Whether the words of the shorter one are all in the other.
fn is_alike(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (one, other) = (words(one), words(other));
    let (few, many) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    !few.is_empty() && few.iter().all(|word| many.contains(word))
}
