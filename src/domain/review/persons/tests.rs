//! Who is found in books, and as whom.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::domain::day::Speaker;
use crate::domain::review::entry::entries;
use crate::domain::review::filter::Filter;
use crate::domain::review::fixture::{any_book, book, day_of, few};
use crate::domain::sheet::Contact;

fn found(books: &[&Book]) -> (Vec<Entry>, Vec<Profile>) {
    let entries: Vec<Entry> = books.iter().flat_map(|book| entries(book)).collect();
    let profiles = profiles(books, &entries);
    (entries, profiles)
}

fn profile<'a>(profiles: &'a [Profile], name: &str) -> &'a Profile {
    profiles.iter().find(|profile| profile.name == name).unwrap_or_else(|| panic!("{name}: {profiles:#?}"))
}

fn contact(name: &str, organisation: &str, follow_up: &str) -> Contact {
    let [name, organisation, follow_up] = [name, organisation, follow_up].map(str::to_owned);
    Contact { name, organisation, follow_up, about: "boa's".to_owned() }
}

#[test]
fn somebody_is_found_in_everything_that_names_them() {
    let mut book = book(&[("a", "met @bram\n'ja' — Bram\n@[Bram Bakker] en @Bram"), ("b", "@Fatima")]);
    book.pages[1].sheet.contacts = vec![contact("@[Bram Bakker]", "", "bellen"), contact("Noor", "VNG", "")];
    book.day.facts.participants = vec![
        Person {
            name: "Fatima el Idrissi".to_owned(),
            organisation: Some("Breda".to_owned()),
            function: Some("regisseur".to_owned()),
        },
        Person { name: "Niemand Gezien".to_owned(), ..Person::default() },
    ];
    let (_, profiles) = found(&[&book]);
    let bram = profile(&profiles, "Bram Bakker");
    assert_eq!((bram.named.as_slice(), bram.quoted.as_slice()), ([0, 2].as_slice(), [1].as_slice()));
    assert_eq!(bram.spellings, ["Bram Bakker", "bram", "Bram"]);
    assert_eq!((bram.speaks.len(), bram.organisation.as_deref()), (2, Some("gemeente Tilburg")));
    assert_eq!(bram.follow_ups().map(|row| row.follow_up.as_str()).collect::<Vec<_>>(), ["bellen"]);

    let fatima = profile(&profiles, "Fatima el Idrissi");
    assert_eq!((fatima.named.as_slice(), fatima.function.as_deref()), ([3].as_slice(), Some("regisseur")));
    let noor = profile(&profiles, "Noor");
    assert_eq!((noor.organisation.as_deref(), noor.spoken.len()), (Some("VNG"), 1));
    assert!(!profile(&profiles, "Niemand Gezien").is_met());
    assert!(profile(&profiles, "gemeente Tilburg").is_organisation);
}

#[test]
fn a_first_name_is_that_of_the_programme_and_of_nobody_when_two_have_it() {
    let mut book = book(&[("a", "@Bram\n@[Bram de Wit]\n@Wit")]);
    let (_, profiles) = found(&[&book]);
    assert_eq!(profile(&profiles, "Bram Bakker").named, [0]);
    assert_eq!(profile(&profiles, "Bram de Wit").named, [1, 2]);

    let speaker = Speaker { name: "Bram Jansen".to_owned(), role: None };
    book.pages[0].session.facts.speakers.push(speaker);
    let (_, profiles) = found(&[&book]);
    assert_eq!(profile(&profiles, "Bram").named, [0]);
}

#[test]
fn the_same_name_in_two_days_is_one_person_and_a_first_name_only_in_its_own_day() {
    let one = day_of("2023-03-16", &[("a", "@[Noor de Wit]\n@Noor")]);
    let other = day_of("2023-05-01", &[("a", "@[noor de wit]"), ("b", "@Fatima")]);
    let third = day_of("2023-06-01", &[("a", "@Noor")]);
    let (entries, profiles) = found(&[&one, &other, &third]);
    let noor = profile(&profiles, "Noor de Wit");
    assert_eq!(noor.named, [0, 1, 2]);
    assert_eq!(profile(&profiles, "Noor").named, [4]);
    assert_eq!(entries.len(), 5);
    assert_eq!(profile(&profiles, "Bram Bakker").speaks.len(), 4);
}

#[test]
fn a_private_row_is_private_and_its_mark_is_no_part_of_the_name() {
    let mut book = book(&[("a", "")]);
    book.pages[0].sheet.contacts =
        vec![contact("privé: Noor", "", "bellen"), contact("", "Politie Oost", "")];
    let (_, profiles) = found(&[&book]);
    assert!(profile(&profiles, "Noor").spoken[0].private);
    let police = profile(&profiles, "Politie Oost");
    assert_eq!((police.organisation.as_deref(), police.spoken[0].row), (None, 1));
}

#[test]
fn a_source_that_is_no_name_is_nobody() {
    let (_, profiles) = found(&[&book(&[("a", "> ja — een wethouder\n> nee — Fatima, wethouder")])]);
    assert_eq!(profile(&profiles, "Fatima").quoted, [1]);
    assert!(!profiles.iter().any(|profile| profile.name.contains("wethouder")));
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_filter_by_the_names_of_somebody_leaves_their_lines(book in any_book()) {
        let (entries, profiles) = found(&[&book]);
        for profile in &profiles {
            let filter = Filter { person: profile.names(), ..Filter::default() };
            let mut lines: Vec<usize> = profile.named.iter().chain(&profile.quoted).copied().collect();
            lines.sort_unstable();
            lines.dedup();
            prop_assert_eq!(filter.entries(&entries), lines, "{}", profile.name);
        }
    }

    #[test]
    fn every_mention_is_somebodys_and_nobody_is_there_twice(book in any_book()) {
        let (entries, profiles) = found(&[&book]);
        for (index, entry) in entries.iter().enumerate() {
            for name in entry.mentions.iter().filter(|name| !people::key(name).is_empty()) {
                let is_theirs = |profile: &&Profile| {
                    profile.named.contains(&index) && profile.spellings.contains(name)
                };
                prop_assert_eq!(profiles.iter().filter(is_theirs).count(), 1, "{}", name);
            }
        }
        let mut keys: Vec<String> = profiles.iter().map(|profile| people::key(&profile.name)).collect();
        keys.sort_unstable();
        keys.dedup();
        prop_assert_eq!(keys.len(), profiles.len());
        prop_assert!(alike(&profiles).iter().all(|pair| pair.keep != pair.other));
    }

    #[test]
    fn a_day_counts_who_is_named_as_completion_does(book in any_book()) {
        use crate::domain::named::Named;
        let heard = book.pages.iter().map(|page| {
            let lines = page.note.lines().iter().map(|line| line.text.as_str());
            (page.session.id, Named::of_lines(lines, &[], std::iter::empty()))
        });
        let counted = people::of_day(book.pages.iter().map(|page| &page.session), &heard.collect());
        let (entries, profiles) = found(&[&book]);
        let names_once = entries.iter().all(|entry| entry.mentions.len() <= 1);
        for person in counted.iter().filter(|person| person.known_as != people::KnownAs::Named && names_once) {
            prop_assert_eq!(profile(&profiles, &person.name).named.len(), person.lines);
        }
    }
}
