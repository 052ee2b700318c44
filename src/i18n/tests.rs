//! Dutch and English are complete: same messages, same variables, each used, and every problem has its words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_bundle::FluentResource;

use super::*;
use crate::domain::problem::ProblemKind;
use crate::domain::programme::WarningKind;

/// Each message of a language with its variables.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let source = source(language);
    FluentResource::try_new(source.to_owned()).expect("every message parses");
    let mut messages = BTreeMap::new();
    let mut name = String::new();
    for line in source.lines() {
        if let Some(found) = message_names(line).next() {
            found.clone_into(&mut name);
            assert!(messages.insert(name.clone(), BTreeSet::new()).is_none(), "{name} stands there twice");
        }
        for part in line.split('$').skip(1).filter(|_| !line.starts_with('#')) {
            let variable = part.chars().take_while(char::is_ascii_alphanumeric).collect();
            messages.entry(name.clone()).or_default().insert(variable);
        }
    }
    messages
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_variables() {
    assert!(messages(Language::Dutch).len() > 50, "the files were read");
    assert_eq!(messages(Language::Dutch), messages(Language::English));
}

#[test]
fn numbers_in_messages_are_written_as_people_write_them() {
    let (dutch, english) = (Texts::new(Language::Dutch), Texts::new(Language::English));
    assert_eq!(&*dutch.count("lines", 1_370), "1.370 regels");
    assert_eq!(&*english.count("lines", 1_370), "1,370 lines");
    assert_eq!((&*dutch.count("lines", 1), &*dutch.count("lines", 999)), ("1 regel", "999 regels"));
    assert_eq!((dutch.number(81_774), english.number(7)), ("81.774".to_owned(), "7".to_owned()));
}

#[test]
fn every_problem_has_a_message_and_advice() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for kind in ProblemKind::ALL {
            let problem = Problem::new(kind, "onderwerp", "oorzaak");
            assert!(!texts.problem(&problem).starts_with("problem-"), "{}", kind.name());
            assert!(!texts.hint(&problem).starts_with("hint-"), "{}", kind.name());
        }
    }
}

#[test]
fn every_reason_and_every_warning_has_its_words() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        for reason in Reason::ALL {
            assert!(!texts.reason(reason).starts_with("left-out-"), "{}", reason.name());
        }
        for kind in WarningKind::ALL {
            let words = texts.warning(&Warning::new(kind, "onderwerp"));
            assert!(words.contains("onderwerp"), "{}: {words}", kind.name());
        }
    }
}

#[test]
fn every_message_is_used_and_every_name_in_the_code_is_a_message() {
    let code = code_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let starts = ["problem-", "hint-", "op-", "left-out-", "warning-", "fact-", "session-kind-"];
    let built = |name: &str| starts.iter().any(|start| name.starts_with(start));
    for name in messages(Language::Dutch).keys().filter(|name| !built(name)) {
        assert!(code.contains(&format!("\"{name}\"")), "nobody says {name}");
    }
    let known = messages(Language::Dutch);
    for start in ["texts.get(\"", "texts.with(\"", "texts.with(\n", "self.get(\"", "texts.count(\""] {
        for part in code.split(start).skip(1) {
            let name = part.trim_start().trim_start_matches('"').split('"').next().unwrap_or_default();
            assert!(known.contains_key(name), "{name} is no message");
        }
    }
}

#[test]
fn variables_are_filled_in_without_invisible_marks() {
    let texts = Texts::new(Language::Dutch);
    assert_eq!(texts.with("saved-at", &[("time", "14:32".into())]), "Opgeslagen 14:32");
    assert_eq!(texts.with("lines", &[("count", 1.into())]), "1 regel");
    assert_eq!(texts.with("lines", &[("count", 3.into())]), "3 regels");
}

fn code_in(folder: &Path) -> String {
    let mut code = String::new();
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            code.push_str(&code_in(&path));
        } else {
            code.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
    code
}
