//! What of a sheet goes out: into documents and onto the command line.
//!
//! Privacy fails closed. Each line of each text goes through the grammar of a line; one that is private stays behind and is
//! counted, unless private lines were asked for. Of a point or a person whose very name is private, nothing goes out.

use super::{Contact, Hands, PointNote, PointPlace, Rating, Sheet};
use crate::domain::line;
use crate::domain::points::{PointList, PointListKind};

/// What of a sheet goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// The main points.
    pub main_points: Vec<String>,
    /// What is taken home.
    pub take_home: Vec<String>,
    /// Whom was spoken with.
    pub contacts: Vec<Contact>,
    /// The lists of the programme, those that the person made, then points that no list has any more.
    pub lists: Vec<OutgoingList>,
    /// How many texts stayed behind because they are private.
    pub left_out: usize,
}

/// A list that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingList {
    /// What it is called; may be empty.
    pub title: String,
    /// What its points are.
    pub kind: PointListKind,
    /// Whether the person made it; else it is the programme's.
    pub is_own: bool,
    /// Whether these are points that no list has any more.
    pub is_gone: bool,
    /// Its points.
    pub points: Vec<OutgoingPoint>,
}

/// A point that goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingPoint {
    /// Its number in its list, from 1.
    pub number: usize,
    /// The point as its list words it.
    pub label: String,
    /// A shorter label; empty for none.
    pub short: String,
    /// The tag of its trend.
    pub tag: Option<String>,
    /// It came by.
    pub ticked: bool,
    /// How much it plays.
    pub rating: Option<Rating>,
    /// A remark.
    pub remark: String,
    /// What the room made of it.
    pub outcome: String,
    /// How many hands went up.
    pub hands: Hands,
    /// Arguments for.
    pub pros: Vec<String>,
    /// Arguments against.
    pub cons: Vec<String>,
}

impl Outgoing {
    /// What goes out of `sheet`, with the lists of the programme. Of a private session only what was asked for.
    #[must_use]
    pub fn new(sheet: &Sheet, programme: &[PointList], is_private: bool, include_private: bool) -> Self {
        let mut sheet = sheet.tidied();
        sheet.settle(programme);
        let door = match (include_private, is_private) {
            (true, _) => Door::Open,
            (false, true) => Door::Closed,
            (false, false) => Door::Public,
        };
        let mut gate = Gate { door, left_out: 0 };
        let main_points = sheet.main_points.iter().flat_map(|text| gate.lines(text)).collect();
        let take_home = gate.lines(&sheet.take_home);
        let contacts = sheet.contacts.iter().filter_map(|contact| gate.contact(contact)).collect();
        let mut lists = gate.programme(&sheet, programme);
        lists.extend(gate.own(&sheet, programme.len()));
        lists.extend(gate.gone(&sheet));
        if door == Door::Closed {
            lists.clear();
        }
        Self { main_points, take_home, contacts, lists, left_out: gate.left_out }
    }

    /// Whether a person noted anything of it.
    #[must_use]
    pub fn has_notes(&self) -> bool {
        !self.main_points.is_empty()
            || !self.take_home.is_empty()
            || !self.contacts.is_empty()
            || self.lists.iter().any(OutgoingList::has_notes)
    }
}

impl OutgoingList {
    /// Whether anything was noted at its points.
    fn has_notes(&self) -> bool {
        self.is_gone || self.points.iter().any(OutgoingPoint::has_notes)
    }

    /// How many of its points were ticked.
    #[must_use]
    pub fn ticked(&self) -> usize {
        self.points.iter().filter(|point| point.ticked).count()
    }
}

impl OutgoingPoint {
    fn new(
        number: usize,
        label: String,
        tag: Option<String>,
        note: Option<&PointNote>,
        gate: &mut Gate,
    ) -> Self {
        let blank = PointNote::default();
        let note = note.unwrap_or(&blank);
        Self {
            number,
            label,
            tag,
            short: gate.text(&note.short),
            ticked: note.ticked,
            rating: note.rating,
            remark: gate.text(&note.remark),
            outcome: gate.text(&note.outcome),
            hands: note.hands,
            pros: gate.lines(&note.pros),
            cons: gate.lines(&note.cons),
        }
    }

    /// The label to show: the short one, where there is one.
    #[must_use]
    pub fn shown(&self) -> &str {
        if self.short.is_empty() { &self.label } else { &self.short }
    }

    /// Whether anything was noted at it.
    #[must_use]
    pub fn has_notes(&self) -> bool {
        self.ticked
            || self.rating.is_some()
            || !self.hands.is_empty()
            || !(self.remark.is_empty() && self.outcome.is_empty())
            || !(self.pros.is_empty() && self.cons.is_empty())
    }
}

/// What gets through.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    /// Everything.
    Open,
    /// What is not private.
    Public,
    /// Nothing.
    Closed,
}

/// Lets texts through, and counts those that it does not.
struct Gate {
    door: Door,
    left_out: usize,
}

impl Gate {
    fn passes(&mut self, text: &str) -> bool {
        let passes = match self.door {
            Door::Open => true,
            Door::Public => !line::parse(text).private,
            Door::Closed => false,
        };
        self.left_out += usize::from(!passes);
        passes
    }

    /// The lines of a text that go out.
    fn lines(&mut self, text: &str) -> Vec<String> {
        let lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line::is_blank(line));
        lines.filter(|line| self.passes(line)).map(str::to_owned).collect()
    }

    /// What goes out of a text that is one line.
    fn text(&mut self, text: &str) -> String {
        self.lines(text).join(" ")
    }

    /// Whether all of a text that names something goes out.
    fn names(&mut self, text: &str) -> bool {
        let before = self.left_out;
        self.lines(text);
        self.left_out == before
    }

    /// Does `work` with the door shut if `shut`: what it would let through is counted, and stays.
    fn shut_if<T>(&mut self, shut: bool, work: impl FnOnce(&mut Self) -> T) -> T {
        let door = self.door;
        if shut {
            self.door = Door::Closed;
        }
        let result = work(self);
        self.door = door;
        result
    }

    fn contact(&mut self, contact: &Contact) -> Option<Contact> {
        let Contact { name, organisation, about, follow_up } = contact;
        let names = self.names(name);
        let contact = self.shut_if(!names, |gate| {
            let [organisation, about, follow_up] =
                [organisation, about, follow_up].map(|text| gate.text(text));
            Contact { name: name.trim().to_owned(), organisation, about, follow_up }
        });
        (names && !contact.is_blank()).then_some(contact)
    }

    /// The lists of the programme. A form that nobody filled in says nothing to others.
    fn programme(&mut self, sheet: &Sheet, programme: &[PointList]) -> Vec<OutgoingList> {
        let list = |(list, found): (usize, &PointList)| {
            let points = found.points.iter().enumerate().map(|(point, found)| {
                let note = sheet.note_at(PointPlace { list, point });
                OutgoingPoint::new(point + 1, found.label.clone(), found.tag.clone(), note, self)
            });
            let points = points.collect();
            OutgoingList {
                title: found.title.clone(),
                kind: found.kind,
                is_own: false,
                is_gone: false,
                points,
            }
        };
        let lists = programme.iter().enumerate().map(list);
        lists.filter(|list| list.kind != PointListKind::Evaluation || list.has_notes()).collect()
    }

    /// The lists that the person made. Their titles and labels are the person's own, and so may be private.
    fn own(&mut self, sheet: &Sheet, first: usize) -> Vec<OutgoingList> {
        let list = |(list, found): (usize, &PointList)| {
            let goes_out = self.names(&found.title);
            let points: Vec<OutgoingPoint> = found
                .points
                .iter()
                .enumerate()
                .filter_map(|(point, found)| {
                    let note = sheet.note_at(PointPlace { list, point });
                    self.own_point(goes_out, point + 1, &found.label, found.tag.as_deref(), note)
                })
                .collect();
            let title = found.title.trim().to_owned();
            let list = OutgoingList { title, kind: found.kind, is_own: true, is_gone: false, points };
            (goes_out && !list.points.is_empty()).then_some(list)
        };
        (first..).zip(&sheet.lists).filter_map(list).collect()
    }

    /// What was noted at points that no list has any more.
    fn gone(&mut self, sheet: &Sheet) -> Option<OutgoingList> {
        let marks = sheet.marks.iter().filter(|mark| mark.place.is_none());
        let points: Vec<OutgoingPoint> = (1..)
            .zip(marks)
            .filter_map(|(number, mark)| self.own_point(true, number, &mark.label, None, Some(&mark.note)))
            .collect();
        let list = OutgoingList {
            title: String::new(),
            kind: PointListKind::Plain,
            is_own: true,
            is_gone: true,
            points,
        };
        (!list.points.is_empty()).then_some(list)
    }

    /// A point whose label may be private; `goes_out` says whether its list does.
    fn own_point(
        &mut self,
        goes_out: bool,
        number: usize,
        label: &str,
        tag: Option<&str>,
        note: Option<&PointNote>,
    ) -> Option<OutgoingPoint> {
        let names = self.shut_if(!goes_out, |gate| gate.names(label));
        let point = self.shut_if(!names, |gate| {
            OutgoingPoint::new(number, label.trim().to_owned(), tag.map(str::to_owned), note, gate)
        });
        names.then_some(point)
    }
}
