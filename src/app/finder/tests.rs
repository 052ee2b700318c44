//! What is found, in which order, and what choosing it comes to. A field without a window, on items made by hand and on
//! the example day.

use super::*;
use crate::domain::id::{LineId, SessionId};
use uuid::Uuid;

fn item(group: Group, name: &str) -> Item {
    Item {
        group,
        name: name.to_owned(),
        detail: String::new(),
        kind: None,
        private: false,
        target: Target::Do(Command::OpenHelp),
        number: None,
        folded: crate::domain::trend::fold(name),
    }
}

fn session(number: u32, title: &str) -> Item {
    let target = Target::Do(Command::SelectSession(SessionId::from(Uuid::from_u128(number.into()))));
    Item { number: Some(number), target, ..item(Group::Session, &format!("{number} {title}")) }
}

fn finder(items: Vec<Item>) -> Finder {
    let mut finder =
        Finder { query: String::new(), items, found: Vec::new(), chosen: 0, within: None, turns: 0 };
    finder.search();
    finder
}

fn names(finder: &mut Finder, query: &str) -> Vec<String> {
    query.clone_into(&mut finder.query);
    finder.search();
    finder.found().map(|item| item.name.clone()).collect()
}

fn day() -> Finder {
    finder(vec![
        session(1, "Welkomstwoord Paul Depla"),
        session(3, "Uitdagingen lokaal veiligheidsbeleid dr. Julien van Ostaaijen"),
        session(13, "Geografie van onvrede"),
        item(Group::Command, "Exporteren…"),
        item(Group::Command, "Prullenbak…"),
        item(Group::Trend, "#toezicht  De basis op orde: toezicht en handhaving"),
        item(Group::Person, "@dr. Julien van Ostaaijen"),
        item(Group::Line, "de onvrede groeit in Één wijk, zegt Ostaaijen"),
        item(Group::Line, "toezicht kost geld"),
        item(Group::Line, "3 van de 7 gemeenten"),
    ])
}

#[test]
fn nothing_typed_lists_everything_but_the_lines() {
    let mut finder = day();
    assert_eq!(names(&mut finder, "").len(), 7);
    assert_eq!(names(&mut finder, "   ").len(), 7);
}

#[test]
fn a_session_is_found_by_its_number_its_title_and_its_speaker() {
    let mut finder = day();
    assert!(names(&mut finder, "3")[0].starts_with("3 Uitdagingen"), "not session 13");
    assert!(names(&mut finder, "13")[0].starts_with("13 "));
    assert!(names(&mut finder, "ostaa")[0].starts_with("3 "));
    assert!(names(&mut finder, "VEILIGHEID lokaal")[0].starts_with("3 "), "words in any order, any case");
}

#[test]
fn case_and_accents_do_not_matter() {
    let mut finder = day();
    assert_eq!(names(&mut finder, "een wijk").len(), 1);
    assert_eq!(names(&mut finder, "ÉÉN WÍJK").len(), 1);
    assert_eq!(names(&mut finder, "e\u{301}e\u{301}n wijk").len(), 1, "accents written apart");
}

#[test]
fn lines_come_after_everything_else() {
    let mut finder = day();
    assert_eq!(
        names(&mut finder, "onvrede"),
        ["13 Geografie van onvrede", "de onvrede groeit in Één wijk, zegt Ostaaijen"]
    );
    let found = names(&mut finder, "toezicht");
    assert_eq!(found, ["#toezicht  De basis op orde: toezicht en handhaving", "toezicht kost geld"]);
    let found = names(&mut finder, "ostaaijen");
    assert_eq!(found.len(), 3);
    assert!(found[0].starts_with("3 ") && found[1].starts_with('@') && found[2].starts_with("de "));
}

#[test]
fn letters_may_be_left_out_of_all_but_lines() {
    let mut finder = day();
    assert_eq!(
        names(&mut finder, "ostajen"),
        ["3 Uitdagingen lokaal veiligheidsbeleid dr. Julien van Ostaaijen", "@dr. Julien van Ostaaijen"]
    );
    assert_eq!(
        names(&mut finder, "ulv")[0],
        "3 Uitdagingen lokaal veiligheidsbeleid dr. Julien van Ostaaijen"
    );
    assert_eq!(names(&mut finder, "exprt"), ["Exporteren…"]);
    assert_eq!(names(&mut finder, "prullebak"), ["Prullenbak…"]);
    assert!(names(&mut finder, "qqq").is_empty());
    assert!(names(&mut finder, "tzcht geld").is_empty(), "scattered in a line");
}

#[test]
fn letters_that_happen_to_stand_there_find_nothing() {
    let mut finder = day();
    assert!(names(&mut finder, "toezicht").iter().all(|name| !name.starts_with("3 ")));
    assert!(names(&mut finder, "demo").is_empty());
    assert!(names(&mut finder, "handhaving").iter().all(|name| name.contains("handhaving")));
}

#[test]
fn the_choice_stops_at_both_ends_and_starts_anew_with_a_query() {
    let mut finder = day();
    finder.step(-1);
    assert_eq!(finder.chosen(), 0);
    finder.step(100);
    assert_eq!(finder.chosen(), 6);
    names(&mut finder, "qqq");
    finder.step(1);
    assert_eq!((finder.chosen(), finder.choose(0)), (0, Choice::Nothing));
}

#[test]
fn a_trend_with_several_lines_shows_them_and_one_step_back_is_where_it_was() {
    let mut finder = day();
    finder.items[5].target = Target::Narrow(vec![8, 9]);
    names(&mut finder, "toezicht");
    assert_eq!(finder.choose(0), Choice::Narrowed);
    assert_eq!(
        (finder.within(), finder.query.as_str()),
        (Some("#toezicht  De basis op orde: toezicht en handhaving"), "")
    );
    assert_eq!(finder.found().count(), 2, "its lines, without a query");
    assert_eq!(names(&mut finder, "gem"), ["3 van de 7 gemeenten"]);
    assert!(finder.step_back());
    assert_eq!((finder.within(), finder.query.as_str(), finder.count()), (None, "toezicht", 2));
    assert!(!finder.step_back());
}

#[test]
fn a_day_that_changed_is_searched_with_the_same_query() {
    let mut finder = day();
    names(&mut finder, "onvrede");
    let line = Target::Do(Command::GoToRemark(SessionId::from(Uuid::nil()), LineId::from(Uuid::nil())));
    finder.replace(vec![Item { target: line.clone(), ..item(Group::Line, "nieuwe onvrede") }]);
    assert_eq!(finder.found().map(|item| &item.target).collect::<Vec<_>>(), [&line]);
}

#[test]
fn any_query_gives_an_answer() {
    let mut finder = day();
    for query in
        ["\\", "'", "^$!", "#", "@", "🙂", "\u{301}", "a\u{0}b", &"x".repeat(5_000), &"a ".repeat(2_000)]
    {
        names(&mut finder, query);
    }
}

#[test]
fn a_whole_name_goes_before_a_longer_one() {
    let mut finder = finder(vec![
        item(Group::Command, "Onderdeel naar de prullenbak"),
        item(Group::Command, "Dag naar de prullenbak"),
        item(Group::Command, "Prullenbak…"),
    ]);
    assert_eq!(names(&mut finder, "prullenbak").first().map(String::as_str), Some("Prullenbak…"));
}
