//! What holds for any sheet: nothing private goes out, nothing is lost on the way to the disk and back, and marks stay
//! with their points.

use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

use super::outgoing::{Outgoing, OutgoingPoint};
use super::*;
use crate::domain::points::Point;

const CANARY: &str = "KANARIE";

fn list(labels: &[&str]) -> PointList {
    let point = |label: &&str| Point { label: (*label).to_owned(), tag: None };
    PointList {
        title: "Lijst".to_owned(),
        kind: PointListKind::Plain,
        points: labels.iter().map(point).collect(),
    }
}

fn place(list: usize, point: usize) -> PointPlace {
    PointPlace { list, point }
}

fn ticked(labels: &[(usize, usize, &str)]) -> Sheet {
    let mut sheet = Sheet::default();
    for (list, point, label) in labels {
        sheet.change_note(place(*list, *point), label, |note| note.ticked = true);
    }
    sheet
}

fn places_of(sheet: &Sheet) -> Vec<Option<PointPlace>> {
    sheet.marks.iter().map(|mark| mark.place).collect()
}

#[test]
fn what_is_left_empty_is_not_saved() {
    let mut sheet = Sheet {
        main_points: vec![" ".to_owned(), "een".to_owned()],
        take_home: "\n".to_owned(),
        contacts: vec![Contact::default(), Contact { about: "vuurwerk".to_owned(), ..Contact::default() }],
        ..Sheet::default()
    };
    sheet.change_note(place(0, 0), "a", |note| note.ticked = true);
    sheet.change_note(place(0, 0), "a", |note| note.ticked = false);
    let tidied = sheet.tidied();
    assert_eq!(tidied.main_points, ["een"]);
    assert_eq!((tidied.take_home.as_str(), tidied.contacts.len(), tidied.marks.len()), ("", 1, 0));
    assert_eq!(Sheet { main_points: vec![" ".to_owned()], ..Sheet::default() }.tidied(), Sheet::default());
}

#[test]
fn marks_follow_their_points_to_another_place() {
    let mut sheet = ticked(&[(0, 0, "een"), (0, 2, "drie"), (1, 0, "eigen")]);
    sheet.lists = vec![list(&["eigen"])];
    sheet.settle(&[list(&["nul"]), list(&["drie", "een", "twee"])]);
    assert_eq!(places_of(&sheet), [Some(place(1, 1)), Some(place(1, 0)), Some(place(2, 0))]);
}

#[test]
fn a_mark_without_its_point_stays_and_comes_back_with_it() {
    let mut sheet = ticked(&[(0, 0, "een"), (0, 1, "twee")]);
    sheet.settle(&[list(&["twee"])]);
    assert_eq!(places_of(&sheet), [None, Some(place(0, 0))]);
    let outgoing = Outgoing::new(&sheet, &[list(&["twee"])], false, false);
    let gone: Vec<&str> = outgoing
        .lists
        .iter()
        .filter(|list| list.is_gone)
        .flat_map(|list| &list.points)
        .map(OutgoingPoint::shown)
        .collect();
    assert_eq!(gone, ["een"]);
    sheet.settle(&[list(&["een", "twee"])]);
    assert_eq!(places_of(&sheet), [Some(place(0, 0)), Some(place(0, 1))]);
}

#[test]
fn of_points_with_the_same_label_each_keeps_its_own_mark() {
    let lists = [list(&["overig", "overig"]), list(&["overig"])];
    let mut sheet = ticked(&[(1, 0, "overig"), (0, 1, "overig")]);
    sheet.settle(&lists);
    assert_eq!(places_of(&sheet), [Some(place(1, 0)), Some(place(0, 1))]);
    assert_eq!(sheet.note_at(place(0, 0)), None);
}

#[test]
fn a_list_of_numbered_lines_grows_with_them() {
    let offer = |labels: &[&str], extends| Offer {
        title: "Wat helpt".to_owned(),
        labels: labels.iter().map(ToString::to_string).collect(),
        extends,
    };
    let mut sheet = Sheet::default();
    sheet.make_list(offer(&["a", "b", "c"], None), PointListKind::Discussion, &[]);
    sheet.change_note(place(0, 1), "b", |note| note.outcome = "ja".to_owned());
    sheet.make_list(offer(&["a", "b anders", "c", "d"], Some(0)), PointListKind::Plain, &[]);
    let labels: Vec<&str> = sheet.lists[0].points.iter().map(|point| point.label.as_str()).collect();
    assert_eq!(labels, ["a", "b", "c", "d"]);
    assert_eq!((sheet.lists.len(), sheet.lists[0].kind), (1, PointListKind::Discussion));
    assert_eq!(sheet.note_at(place(0, 1)).map(|note| note.outcome.as_str()), Some("ja"));
}

#[test]
fn of_a_name_that_is_private_nothing_goes_out() {
    let contact = |name: &str, about: &str| Contact {
        name: name.to_owned(),
        about: about.to_owned(),
        ..Contact::default()
    };
    let mut sheet = Sheet {
        contacts: vec![
            contact("// Samira", CANARY),
            contact("Bram", "privé: KANARIE"),
            contact("Noor", "vuurwerk"),
        ],
        lists: vec![list(&["open", "privé: dicht"]), list(&["a"])],
        ..Sheet::default()
    };
    sheet.lists[1].title = "// dicht".to_owned();
    sheet.change_note(place(0, 1), "privé: dicht", |note| note.remark = CANARY.to_owned());
    sheet.change_note(place(1, 0), "a", |note| note.remark = CANARY.to_owned());
    let outgoing = Outgoing::new(&sheet, &[], false, false);
    assert!(!format!("{outgoing:?}").contains(CANARY));
    let names: Vec<&str> = outgoing.contacts.iter().map(|contact| contact.name.as_str()).collect();
    assert_eq!(names, ["Bram", "Noor"]);
    assert_eq!(outgoing.lists.len(), 1);
    // A name with what it was about, and one field; a label and its remark; a title, a label and its remark.
    assert_eq!(outgoing.left_out, 3 + 2 + 3);
}

#[test]
fn a_private_session_keeps_everything() {
    let mut sheet = Sheet {
        main_points: vec!["een".to_owned()],
        take_home: "twee\n\ndrie".to_owned(),
        contacts: vec![Contact { name: "Bram".to_owned(), about: "vier".to_owned(), ..Contact::default() }],
        ..Sheet::default()
    };
    let programme = [list(&["punt"])];
    sheet.change_note(place(0, 0), "punt", |note| note.remark = "vijf".to_owned());
    let closed = Outgoing::new(&sheet, &programme, true, false);
    assert_eq!(closed, Outgoing { left_out: 6, ..Outgoing::default() });
    let open = Outgoing::new(&sheet, &programme, true, true);
    assert_eq!(
        (open.left_out, open.take_home.len(), open.lists[0].points[0].remark.as_str()),
        (0, 2, "vijf")
    );
}

#[test]
fn a_form_goes_out_once_it_is_filled_in() {
    let form = [PointList { kind: PointListKind::Evaluation, ..list(&["wat was goed?"]) }];
    let mut sheet = Sheet::default();
    assert!(Outgoing::new(&sheet, &form, false, false).lists.is_empty());
    sheet.change_note(place(0, 0), "wat was goed?", |note| note.outcome = "privé: niets".to_owned());
    let closed = Outgoing::new(&sheet, &form, false, false);
    assert_eq!((closed.lists.len(), closed.left_out), (0, 1));
    sheet.change_note(place(0, 0), "wat was goed?", |note| note.outcome = "alles".to_owned());
    let open = Outgoing::new(&sheet, &form, false, false);
    assert_eq!(open.lists[0].points[0].outcome, "alles");
}

/// A text that may be private, in which case it names the canary; now and then of several lines.
fn text() -> impl Strategy<Value = String> {
    let marks = ["privé: ", "// ", "★ privé: ", "- [ ] private: ", "1. //", "**privé: **", "(privé: "];
    let private = prop::sample::select(marks.to_vec()).prop_map(|mark| format!("{mark}{CANARY}"));
    let public = prop_oneof![Just(String::new()), Just("open".to_owned()), Just("vraag: open?".to_owned())];
    let one = prop_oneof![1 => private, 2 => public];
    prop::collection::vec(one, 1..3).prop_map(|lines| lines.join("\n"))
}

fn note() -> impl Strategy<Value = PointNote> {
    let rating = prop::option::of(prop::sample::select(Rating::ALL.to_vec()));
    let hands = (any::<Option<u32>>(), any::<Option<u32>>()).prop_map(|(agree, unsure)| Hands {
        agree,
        disagree: None,
        unsure,
    });
    let texts = (text(), text(), text(), text(), text());
    (any::<bool>(), rating, hands, texts).prop_map(
        |(ticked, rating, hands, (short, remark, outcome, pros, cons))| PointNote {
            short,
            ticked,
            rating,
            remark,
            outcome,
            hands,
            pros,
            cons,
        },
    )
}

fn sheet() -> impl Strategy<Value = Sheet> {
    let contact = (text(), text(), text(), text())
        .prop_map(|(name, organisation, about, follow_up)| Contact { name, organisation, about, follow_up });
    let own = (text(), prop::collection::vec(text(), 0..4)).prop_map(|(title, labels)| PointList {
        title,
        ..list(&labels.iter().map(String::as_str).collect::<Vec<_>>())
    });
    let mark = (prop::option::of((0..3usize, 0..3usize)), text(), note()).prop_map(|(at, label, note)| {
        Mark { place: at.map(|(list, point)| place(list, point)), label, note }
    });
    (
        prop::collection::vec(text(), 0..5),
        text(),
        prop::collection::vec(contact, 0..3),
        prop::collection::vec(own, 0..3),
        prop::collection::vec(mark, 0..5),
    )
        .prop_map(|(main_points, take_home, contacts, lists, marks)| Sheet {
            main_points,
            take_home,
            contacts,
            lists,
            marks,
        })
}

/// Every text of a sheet, as written.
fn written(sheet: &Sheet) -> String {
    serde_json::to_string(sheet).expect("JSON")
}

proptest! {
    #[test]
    fn what_is_private_never_goes_out(sheet in sheet()) {
        let programme = [list(&["open", ""])];
        let public = Outgoing::new(&sheet, &programme, false, false);
        assert!(!format!("{public:?}").contains(CANARY), "{public:#?}");
        assert_eq!(written(&sheet.tidied()).contains(CANARY), public.left_out > 0);
        let closed = Outgoing::new(&sheet, &programme, true, false);
        assert_eq!(closed, Outgoing { left_out: closed.left_out, ..Outgoing::default() });
        assert!(closed.left_out >= public.left_out);
        assert_eq!(Outgoing::new(&sheet, &programme, true, true).left_out, 0);
    }

    #[test]
    fn a_sheet_comes_back_from_json_as_it_was(sheet in sheet()) {
        let read: Sheet = serde_json::from_str(&written(&sheet)).expect("the same sheet");
        assert_eq!(read, sheet);
    }

    #[test]
    fn settling_loses_no_mark_and_gives_each_its_own_point(sheet in sheet()) {
        let mut settled = sheet.clone();
        settled.settle(&[list(&["open", "vraag: open?"])]);
        assert_eq!(settled.marks.len(), sheet.marks.len());
        let mut places: Vec<PointPlace> = settled.marks.iter().filter_map(|mark| mark.place).collect();
        let count = places.len();
        places.sort_by_key(|place| (place.list, place.point));
        places.dedup();
        assert_eq!(places.len(), count);
        let again = { let mut again = settled.clone(); again.settle(&[list(&["open", "vraag: open?"])]); again };
        assert_eq!(again, settled);
    }
}
