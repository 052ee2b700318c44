use proptest::prelude::{
    Just, Strategy, prop, prop_assert, prop_assert_eq, prop_assume, prop_oneof, proptest,
};

use super::*;
use crate::domain::line::{self, TagTarget};
use crate::domain::points::{Point, PointList, PointListKind};
use crate::domain::sheet::{Contact, Sheet};
use crate::domain::trend::{self, Trend};

fn trend(tag: &str, label: &str, aliases: &[&str]) -> Trend {
    let aliases = aliases.iter().map(ToString::to_string).collect();
    Trend { tag: tag.to_owned(), label: label.to_owned(), aliases }
}

fn trends() -> Vec<Trend> {
    vec![trend("toezicht", "De basis op orde", &["boa"]), trend("onrust", "Onrust op straat", &[])]
}

fn rename(tag: &str, to: &str) -> TrendChange {
    TrendChange::Rename { tag: tag.to_owned(), to: to.to_owned(), label: None }
}

fn merge(tag: &str, into: &str) -> TrendChange {
    TrendChange::Merge { tag: tag.to_owned(), into: into.to_owned() }
}

fn done(change: &TrendChange, text: &str) -> String {
    let day = change.in_day(&trends()).expect("a change");
    day.text(text).unwrap_or_else(|| text.to_owned())
}

#[test]
fn a_trend_gets_another_tag_in_every_spelling_of_the_old_one() {
    let change = rename("toezicht", "orde");
    assert_eq!(done(&change, "meer #Toe-zicht, (#TOEZICHT) #onrust"), "meer #orde, (#orde) #onrust");
    assert_eq!(done(&change, "meer #boa"), "meer #boa", "an alias stays an alias");
    assert_eq!(
        done(&change, "`#toezicht` en www.x.nl/#toezicht toezicht"),
        "`#toezicht` en www.x.nl/#toezicht toezicht"
    );
    let day = change.in_day(&trends()).expect("a change");
    assert_eq!(day.after[0], trend("orde", "De basis op orde", &["boa"]));
    assert_eq!(day.text("niets"), None);
}

#[test]
fn a_label_that_was_written_as_a_tag_follows_when_it_changes() {
    let change = TrendChange::Rename {
        tag: "toezicht".to_owned(),
        to: "toezicht".to_owned(),
        label: Some("Orde".to_owned()),
    };
    assert_eq!(done(&change, "#de-basis-op-orde #toezicht"), "#toezicht #toezicht");
    assert_eq!(change.in_day(&trends()).expect("a change").after[0].label, "Orde");
}

#[test]
fn a_trend_that_was_only_typed_is_renamed_in_the_lines() {
    let change = rename("Drugs", "drugshandel");
    assert_eq!(done(&change, "veel #drugs"), "veel #drugshandel");
    assert!(!change.in_day(&trends()).expect("a change").changes_trends());
}

#[test]
fn two_trends_become_one_that_knows_the_names_of_both() {
    let change = merge("toezicht", "onrust");
    assert_eq!(done(&change, "#toezicht en #boa"), "#onrust en #boa");
    let day = change.in_day(&trends()).expect("a change");
    assert_eq!(day.after, [trend("onrust", "Onrust op straat", &["toezicht", "boa"])]);
    assert_eq!(
        rename("toezicht", "Onrust").in_day(&trends()).expect("a change").after,
        day.after,
        "called so already"
    );
    let typed = merge("drugs", "onrust").in_day(&trends()).expect("a change");
    assert_eq!(typed.after[1], trend("onrust", "Onrust op straat", &["drugs"]));
    let known = merge("onrust", "rel").in_day(&trends()).expect("a change");
    assert_eq!(known.after[1], trend("rel", "Onrust op straat", &["onrust"]));
    assert_eq!(known.text("#onrust").as_deref(), Some("#rel"));
    assert_eq!(merge("onrust", "ONRUST").in_day(&trends()), None);
}

#[test]
fn a_trend_that_is_deleted_leaves_its_words() {
    let change = TrendChange::Delete { tag: "toezicht".to_owned() };
    assert_eq!(done(&change, "meer #Toezicht en #boa, geen #onrust"), "meer Toezicht en boa, geen #onrust");
    assert_eq!(change.in_day(&trends()).expect("a change").after.len(), 1);
}

#[test]
fn aliases_come_and_go() {
    let add = TrendChange::AddAlias { tag: "toezicht".to_owned(), alias: "handhaving".to_owned() };
    let day = add.in_day(&trends()).expect("a change");
    assert_eq!(day.after[0].aliases, ["boa", "handhaving"]);
    assert_eq!(day.text("#handhaving"), None);
    let again = TrendChange::AddAlias { tag: "toezicht".to_owned(), alias: "BOA".to_owned() };
    assert!(!again.in_day(&trends()).expect("a change").changes_trends());
    let remove = TrendChange::RemoveAlias { tag: "toezicht".to_owned(), alias: "Boa".to_owned() };
    assert!(remove.in_day(&trends()).expect("a change").after[0].aliases.is_empty());
    let typed = TrendChange::AddAlias { tag: "drugs".to_owned(), alias: "wiet".to_owned() };
    assert_eq!(typed.in_day(&trends()).expect("a change").after[2], trend("drugs", "drugs", &["wiet"]));
}

#[test]
fn where_the_tag_means_another_trend_nothing_is_done() {
    assert_eq!(rename("boa", "x").in_day(&trends()), None);
}

#[test]
fn what_cannot_be_written_is_refused() {
    for name in ["", "6", "a b", "a#", "#a", "a-"] {
        assert_eq!(rename("toezicht", name).bad_name(), Some(name));
    }
    assert_eq!(rename("toezicht", "jeugd-en-drugs").bad_name(), None);
    for name in ["", " ", "[x]", "a\nb", "]"] {
        assert!(person(&["Bram"], name).bad_name().is_some(), "{name:?}");
    }
    for name in ["Bram", "Noor de Wit", "St. Anna"] {
        assert_eq!(person(&["Bram"], name).bad_name(), None, "{name:?}");
    }
}

#[test]
fn lists_and_sheets_follow() {
    let day = rename("toezicht", "orde").in_day(&trends()).expect("a change");
    let points = vec![Point { label: "Basis".to_owned(), tag: Some("Toezicht".to_owned()) }];
    let lists = vec![PointList { title: "Trends".to_owned(), kind: PointListKind::Trends, points }];
    let after = day.lists(&lists).expect("a change");
    assert_eq!(after[0].points[0].tag.as_deref(), Some("orde"));
    let sheet = Sheet { take_home: "een\ntwee #toezicht".to_owned(), lists, ..Sheet::default() };
    let after = day.sheet(&sheet).expect("a change");
    assert_eq!(after.take_home, "een\ntwee #orde");
    assert_eq!(after.lists[0].points[0].tag.as_deref(), Some("orde"));
    assert_eq!(day.sheet(&Sheet::default()), None);
}

fn person(names: &[&str], to: &str) -> PersonChange {
    PersonChange { names: names.iter().map(ToString::to_string).collect(), to: to.to_owned() }
}

#[test]
fn spellings_of_a_name_become_one() {
    let change = person(&["Bram", "B. Bakker"], "Bram Bakker");
    let done = |text: &str| change.text(text).unwrap_or_else(|| text.to_owned());
    assert_eq!(
        done("- [ ] bel @bram en @[dr. B. Bakker], niet @[Bram de Wit]"),
        "- [ ] bel @[Bram Bakker] en @[Bram Bakker], niet @[Bram de Wit]"
    );
    assert_eq!(done("'zo is het' — Bram"), "'zo is het' — Bram Bakker");
    assert_eq!(done("`@bram` en x@bram.nl, Bram"), "`@bram` en x@bram.nl, Bram");
    let short = person(&["Bram Bakker"], "Bram");
    assert_eq!(short.text("met @[Bram Bakker]s plan").as_deref(), Some("met @[Bram]s plan"));
    assert_eq!(short.text("met @[Bram Bakker].").as_deref(), Some("met @Bram."));
}

#[test]
fn contacts_keep_their_private_mark() {
    let contact =
        Contact { name: "privé: bram".to_owned(), about: "met @bram".to_owned(), ..Contact::default() };
    let sheet = Sheet { contacts: vec![contact], ..Sheet::default() };
    let after = person(&["Bram"], "Bram Bakker").sheet(&sheet).expect("a change");
    assert_eq!(after.contacts[0].name, "privé: Bram Bakker");
    assert_eq!(after.contacts[0].about, "met @[Bram Bakker]");
}

/// Pieces of lines with tags and names in every surrounding.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            " ", "- [ ] ", "1. ", "★ ", "privé: ", "vraag: ", "> ", "citaat: ", "cijfer: ", "# ", "#", "`", "``", "'", "\"",
            " — ", "70 %", "voor 12 april", "https://x.nl/#toezicht", "a@b.nl", "woord", "woord ", ".", ",", "(", ")", "-",
            "_", "e\u{301}", "ë", "\r", "**",
        ]),
        4 => prop::sample::select(vec![
            "#toezicht", "#Toe-Zicht", "#boa", "#onrust", "#6", "@Bram", "@[Bram]", "@[Noor de Wit]", "Bram",
        ]),
        1 => Just("zomaar wat tekst"),
    ];
    prop::collection::vec(piece, 0..10).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn after_a_rename_a_line_is_read_the_same_but_for_the_tag(text in text(), merges: bool) {
        let change = if merges { merge("toezicht", "orde") } else { rename("toezicht", "orde") };
        let day = change.in_day(&trends()).expect("a change");
        let after = day.text(&text).unwrap_or_else(|| text.clone());
        let (read, read_after) = (line::parse(&text), line::parse(&after));
        prop_assert_eq!(read.kind, read_after.kind);
        prop_assert_eq!((read.private, read.starred, read.done), (read_after.private, read_after.starred, read_after.done));
        prop_assert_eq!(read.tags.len(), read_after.tags.len());
        let names = |line: &line::Line| line.mentions.iter().map(|mention| mention.name.clone()).collect::<Vec<_>>();
        prop_assert_eq!(names(&read), names(&read_after));
        prop_assert_eq!(read.due.is_some(), read_after.due.is_some());
        prop_assert_eq!(read.source.map(|source| source.name), read_after.source.map(|source| source.name));
        for (tag, tag_after) in read.tags.iter().zip(&read_after.tags) {
            match (&tag.target, &tag_after.target) {
                (TagTarget::Trend(tag), TagTarget::Trend(tag_after)) => {
                    let meant = trend::find(&trends(), tag).map(|found| found.label.clone());
                    let found = trend::find(&day.after, tag_after).map(|found| found.label.clone());
                    prop_assert_eq!(meant, found, "{:?} {:?}", tag, tag_after);
                }
                (tag, tag_after) => prop_assert_eq!(tag, tag_after),
            }
        }
        prop_assert_eq!(day.text(&after), None, "a second time nothing changes");
    }

    #[test]
    fn after_a_merge_of_names_the_same_people_are_named_in_the_same_places(text in text(), long: bool) {
        // An `@` right behind a name is a part of it, and no longer when the name ends in a bracket.
        prop_assume!(!text.contains("Bram@"));
        let change = person(&["bram"], if long { "Bram Bakker" } else { "Abraham" });
        let after = change.text(&text).unwrap_or_else(|| text.clone());
        let (read, read_after) = (line::parse(&text), line::parse(&after));
        prop_assert_eq!((read.kind, read.private, read.starred), (read_after.kind, read_after.private, read_after.starred));
        prop_assert_eq!(read.tags.len(), read_after.tags.len());
        let expected: Vec<String> = read
            .mentions
            .iter()
            .map(|mention| if mention.name == "Bram" { change.to.clone() } else { mention.name.clone() })
            .collect();
        let named: Vec<String> = read_after.mentions.iter().map(|mention| mention.name.clone()).collect();
        prop_assert_eq!(named, expected, "{:?} {:?}", text, after);
        prop_assert_eq!(change.text(&after), None, "a second time nothing changes");
    }

    #[test]
    fn a_deleted_trend_is_in_no_line_and_no_word_is_lost(text in text()) {
        let day = TrendChange::Delete { tag: "toezicht".to_owned() }.in_day(&trends()).expect("a change");
        let after = day.text(&text).unwrap_or_else(|| text.clone());
        prop_assert_eq!(after.replace('#', ""), text.replace('#', ""));
        prop_assert!(line::parse(&after).private || !line::parse(&text).private);
    }
}
