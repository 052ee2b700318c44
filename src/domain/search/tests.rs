use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::complete::{Known, KnownDay, complete};
use super::matching::{find, snippet, words_of};
use super::*;
use crate::domain::day::DayFacts;
use crate::domain::language::Language;
use crate::domain::trend::Trend;

fn terms(query: &str) -> Vec<(String, bool)> {
    Query::parse(query).terms.into_iter().map(|term| (term.written, term.goes_on)).collect()
}

fn said(text: &str, goes_on: bool) -> (String, bool) {
    (text.to_owned(), goes_on)
}

fn marked<'a>(query: &str, text: &'a str) -> Vec<&'a str> {
    let found = find(&Query::parse(query).terms, text).unwrap_or_default();
    found.ranges.into_iter().map(|range| &text[range]).collect()
}

#[test]
fn words_match_from_their_start_and_quotes_hold_a_phrase() {
    assert_eq!(terms("boa toe"), [said("boa", true), said("toe", true)]);
    assert_eq!(terms("\"de basis\" op"), [said("de basis", false), said("op", true)]);
    assert_eq!(terms("“de basis”op"), [said("de basis", false), said("op", true)]);
    assert_eq!(terms("\"de ba"), [said("de ba", true)], "still being typed");
    assert_eq!(terms("boa's"), [said("boa s", true)]);
}

#[test]
fn signs_are_only_text() {
    assert_eq!(terms("a* OR NEAR("), [said("a", true), said("OR", true), said("NEAR", true)]);
    assert_eq!(terms("\" ( * \""), []);
    assert_eq!(terms("\0 - ^"), []);
    assert!(Query::parse("  ").is_empty());
}

#[test]
fn filters_are_read_in_both_languages() {
    let query =
        Query::parse("kind:actie Soort:vraag trend:toezicht persoon:\"Bram Bakker\" dag:2023-03 wijk");
    assert_eq!(query.kinds, Some(vec![LineKind::Action, LineKind::Question]));
    assert_eq!(query.trends, ["toezicht"]);
    assert_eq!(query.persons, ["Bram Bakker"]);
    assert_eq!(query.days, ["2023-03"]);
    assert_eq!(query.terms.len(), 1);
    assert_eq!(Query::parse("kind:besluit").kinds, Some(vec![LineKind::Decision]));
    assert_eq!(Query::parse("kind:a").kinds, Some(vec![LineKind::Action, LineKind::Decision]), "being typed");
    assert_eq!(Query::parse("kind:xyz").kinds, Some(Vec::new()));
    assert!(Query::parse("kind: trend:\"\"").is_empty(), "the value is still to come");
    assert_eq!(Query::parse("afspraak:bellen").kinds, None, "no key of a filter");
}

#[test]
fn from_three_letters_on_the_best_goes_first() {
    assert!(!Query::parse("o").is_ranked());
    assert!(!Query::parse("op de").is_ranked());
    assert!(Query::parse("op toe").is_ranked());
    assert!(!Query::parse("kind:actie").is_ranked());
}

#[test]
fn a_day_is_meant_by_its_slug_its_date_or_words_of_its_title() {
    let facts = DayFacts {
        title: "Netwerkdag grote steden".to_owned(),
        date: Some("2023-03-16".parse().expect("a date")),
        place: Some("Nijmegen".to_owned()),
        ..DayFacts::default()
    };
    let id = DayId::from(uuid::Uuid::nil());
    let day = Day { id, slug: "netwerkdag-grote-steden-2023".to_owned(), example: false, facts };
    for wanted in ["netwerkdag-grote", "2023-03", "2023", "steden", "Nijm", "\"grote netwerk\""] {
        assert!(Query::parse(&format!("dag:{wanted}")).takes_day(&day), "{wanted}");
    }
    for wanted in ["2024", "werkdag", "\"grote dorpen\"", "-"] {
        assert!(!Query::parse(&format!("dag:{wanted}")).takes_day(&day), "{wanted}");
    }
    assert!(Query::parse("dag:2024 dag:2023").takes_day(&day), "either");
}

#[test]
fn whole_words_are_marked_case_and_accents_do_not_count() {
    assert_eq!(marked("cafe", "Het Café en de cafeïne"), ["Café", "cafeïne"]);
    assert_eq!(marked("\"op orde\"", "de basis op orde, op orde"), ["op orde", "op orde"]);
    assert_eq!(marked("reeel", "re\u{65}\u{308}el idee"), ["re\u{65}\u{308}el"]);
    assert!(find(&Query::parse("boa wijk").terms, "de boa in de stad").is_none());
}

#[test]
fn whole_words_go_before_words_that_go_on() {
    let score = |text: &str| find(&Query::parse("toe").terms, text).map(|found| found.score);
    assert!(score("de deur gaat toe en dan weer open en weer dicht") > score("toezicht"));
    assert!(score("toezicht") > score("toezichthouder"));
    assert!(score("toezicht") > score("meer toezicht in de wijk"));
}

#[test]
fn a_snippet_shows_the_match_and_what_is_around_it() {
    let text = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien";
    let found = find(&Query::parse("negen").terms, text).expect("a match");
    assert_eq!(
        snippet(text, &found.ranges),
        "…vier vijf zes zeven acht [negen] tien elf twaalf dertien veertien vijftien"
    );
    assert_eq!(snippet("- [ ] bel Bram", &[6..9, 10..14]), "- [ ] [bel] [Bram]");
    assert_eq!(snippet("", &[]), "");
}

#[test]
fn a_trend_is_meant_by_any_of_its_names_and_by_the_start_of_one() {
    let names = [
        ("toezicht".to_owned(), vec!["toezicht".to_owned(), "handhaving".to_owned()]),
        ("toezichtkaart".to_owned(), vec!["toezichtkaart".to_owned()]),
    ];
    assert_eq!(trends_meant(&names, "Toe-zicht"), ["toezicht"]);
    assert_eq!(trends_meant(&names, "#handhaving"), ["toezicht"]);
    assert_eq!(trends_meant(&names, "toez"), ["toezicht", "toezichtkaart"]);
    assert!(trends_meant(&names, "-").is_empty());
}

#[test]
fn a_person_is_meant_by_a_part_of_the_name() {
    assert!(is_person("bram", "Bram Bakker"));
    assert!(is_person("dr. Bram Bakker", "bram"));
    assert!(is_person("Zoë", "zoe"));
    assert!(!is_person("Bram Bakker", "Bram de Wit"));
    assert!(!is_person("Bram Bakker", "Noor"));
    assert!(!is_person("@", "Noor"));
}

fn known() -> Known {
    let trend = Trend {
        tag: "toezicht".to_owned(),
        label: "Basis op orde".to_owned(),
        aliases: vec!["boa".to_owned()],
    };
    let day = KnownDay { slug: "netwerkdag-2023".to_owned(), title: "Netwerkdag".to_owned(), date: None };
    Known { trends: vec![trend], persons: vec!["Bram Bakker".to_owned(), "Noor".to_owned()], days: vec![day] }
}

fn offered(query: &str, language: Language) -> Vec<String> {
    let offered = complete(query, query.chars().count(), &known(), language);
    offered.into_iter().map(|completion| completion.written).collect()
}

#[test]
fn keys_and_values_are_completed_in_the_language_of_the_screen() {
    assert_eq!(offered("wijk so", Language::Dutch), ["soort:"]);
    assert_eq!(offered("k", Language::Dutch), ["kind:"], "typed in the other language");
    assert_eq!(offered("t", Language::English), ["trend:"]);
    assert_eq!(offered("soort:a", Language::Dutch), ["soort:actie ", "soort:afspraak "]);
    assert_eq!(offered("kind:a", Language::English), ["kind:action ", "kind:agreement "]);
    assert_eq!(offered("trend:boa", Language::Dutch), ["trend:toezicht "]);
    assert_eq!(offered("trend:#TOE", Language::Dutch), ["trend:toezicht "]);
    assert_eq!(offered("persoon:bak", Language::Dutch), ["persoon:\"Bram Bakker\" "]);
    assert_eq!(offered("persoon:\"Bram B", Language::Dutch), ["persoon:\"Bram Bakker\" "]);
    assert_eq!(offered("dag:netw", Language::Dutch), ["dag:netwerkdag-2023 "]);
    assert!(offered("", Language::Dutch).is_empty());
    assert!(offered("\"so", Language::Dutch).is_empty());
}

#[test]
fn a_completion_takes_the_place_of_its_own_part_only() {
    let query = "één trend:b wijk";
    let [only] = &complete(query, 11, &known(), Language::Dutch)[..] else { panic!("one") };
    assert_eq!(&query[only.replaces.clone()], "trend:b");
    assert_eq!(only.about, "Basis op orde");
}

proptest! {
    #[test]
    fn any_text_is_a_query_of_words_without_signs(text in "\\PC{0,60}|[a-z:\" ]{0,60}", caret in 0..70usize) {
        let query = Query::parse(&text);
        for term in &query.terms {
            prop_assert!(!term.words.is_empty());
            prop_assert!(!term.written.contains(['"', '*', '(', ')', ':', '^', '+', '\0']), "{term:?}");
        }
        for completion in complete(&text, caret, &known(), Language::Dutch) {
            prop_assert!(text.get(completion.replaces).is_some());
        }
    }

    #[test]
    fn what_is_marked_is_in_the_line_in_order(query in "[a-zé\" ]{1,12}", text in "[a-zé ]{0,40}|\\PC{0,40}") {
        if let Some(found) = find(&Query::parse(&query).terms, &text) {
            let mut end = 0;
            for range in &found.ranges {
                prop_assert!(range.start >= end && text.get(range.clone()).is_some());
                end = range.end;
            }
            let shown = snippet(&text, &found.ranges);
            prop_assert!(words_of(&shown).len() <= words_of(&text).len().max(12) + 1);
        }
    }

    #[test]
    fn the_words_of_a_line_find_it_from_any_start(text in "[a-zé]{1,8}( [a-zé]{1,8}){0,5}", from in 0..6usize, length in 1..8usize) {
        let words: Vec<&str> = text.split(' ').collect();
        let word: String = words[from % words.len()].chars().take(length).collect();
        prop_assert!(find(&Query::parse(&word).terms, &text).is_some(), "{word:?} {text:?}");
    }

    #[test]
    fn what_was_completed_means_what_was_offered(name in "[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6}){0,2}") {
        let known = Known { persons: vec![name.clone()], ..Known::default() };
        let start: String = name.chars().take(2).collect();
        let typed = format!("persoon:{start}");
        let offered = complete(&typed, typed.len(), &known, Language::Dutch);
        prop_assert_eq!(&Query::parse(&offered[0].written).persons, &vec![name]);
    }
}
