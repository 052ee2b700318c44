//! Which session of a newer programme is which session of the day: by the id of the file, then by title, speakers and
//! time, from the surest sign to the least sure. Each session is matched once.

use std::collections::{HashMap, VecDeque};

use chrono::{NaiveDate, Timelike as _};

use crate::domain::book::Page;
use crate::domain::day::{DayFacts, SessionFacts};
use crate::domain::people;
use crate::domain::programme::Programme;
use crate::domain::trend::fold;

/// More pairs than this are not compared one by one: they are taken in order.
const MOST_COMPARED: usize = 250_000;

/// What sessions are recognised by.
pub struct Traits {
    id: String,
    /// The title in plain words; empty when there is none.
    pub title: String,
    /// Who speaks, in plain words and in alphabetical order; empty when nobody is named.
    pub speakers: String,
    date: Option<NaiveDate>,
    start: Option<u32>,
    room: String,
    parallel: String,
    /// It is on the programme: no person added it, and it was not marked as gone.
    is_on: bool,
}

impl Traits {
    /// What a session is recognised by; `date` is that of the day, for a session without one.
    pub fn of(facts: &SessionFacts, date: Option<NaiveDate>) -> Self {
        let mut speakers: Vec<String> =
            facts.speakers.iter().map(|speaker| people::key(&speaker.name)).collect();
        speakers.sort();
        let words = |text: &Option<String>| text.as_deref().map(words).unwrap_or_default();
        Self {
            id: facts.external_id.clone().unwrap_or_default(),
            title: self::words(&facts.title),
            speakers: speakers.join(", "),
            date: facts.date.or(date),
            start: facts.start.map(|start| start.num_seconds_from_midnight() / 60),
            room: words(&facts.room),
            parallel: words(&facts.parallel),
            is_on: !facts.by_hand && !facts.cancelled,
        }
    }

    /// The date and the time of start, as far as they are known.
    fn when(&self) -> String {
        format!("{:?} {:?}", self.date, self.start)
    }

    /// Whether they start at the same known time of the same date.
    pub fn starts_with(&self, other: &Self) -> bool {
        self.start.is_some() && self.when() == other.when()
    }

    /// How far apart they start, in minutes; for what has no time, in places.
    fn distance(&self, other: &Self, places: usize) -> u64 {
        let days = match (self.date, other.date) {
            (Some(one), Some(two)) => (one - two).num_days().unsigned_abs(),
            _ => 0,
        };
        let minutes = match (self.start, other.start) {
            (Some(one), Some(two)) => u64::from(one.abs_diff(two)),
            _ => places as u64,
        };
        days * 24 * 60 + minutes
    }
}

/// A text in plain words: lower case, no accents, nothing but letters and digits between single spaces.
pub fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a session has a fact, and what forgets it.
type Fact = (fn(&SessionFacts) -> bool, fn(&mut Traits));

/// The facts that may tell sessions apart. What no session of the newer programme has stays in the day as it is, so it
/// tells nothing apart.
const FACTS: [Fact; 5] = [
    (|facts| facts.date.is_some(), |traits| traits.date = None),
    (|facts| facts.start.is_some(), |traits| traits.start = None),
    (|facts| facts.room.is_some(), |traits| traits.room.clear()),
    (|facts| facts.parallel.is_some(), |traits| traits.parallel.clear()),
    (|facts| !facts.speakers.is_empty(), |traits| traits.speakers.clear()),
];

/// What is the same about two sessions; `None` where a session has nothing to be recognised by.
type Sign = fn(&Traits) -> Option<String>;

/// The signs, the surest first. The last ones leave a choice, which goes to what starts nearest.
const SIGNS: [Sign; 8] = [
    |traits| some(&[&traits.id], &format!("{} {} {}", traits.title, traits.when(), traits.room)),
    |traits| some(&[&traits.id], &traits.title),
    |traits| {
        let rest = format!("{} | {} | {}", traits.when(), traits.room, traits.parallel);
        some(&[&traits.title, &traits.speakers], &rest)
    },
    |traits| some(&[&traits.title], &format!("{} | {}", traits.when(), traits.room)),
    |traits| traits.start.and_then(|_| some(&[&traits.title], &traits.when())),
    |traits| some(&[&traits.title, &traits.speakers], ""),
    |traits| some(&[&traits.title], ""),
    |traits| traits.start.and_then(|_| some(&[&traits.speakers], &traits.when())),
];

/// What is `needed`, and the `rest`, as one text; `None` where something that is needed is not there.
fn some(needed: &[&str], rest: &str) -> Option<String> {
    let is_there = needed.iter().all(|part| !part.is_empty());
    is_there.then(|| needed.iter().copied().chain([rest]).collect::<Vec<_>>().join(" | "))
}

/// For each session of the day the place in the newer programme, from 0, of the same session there.
pub fn matched(day: &DayFacts, old: &[&Page], programme: &Programme) -> Vec<Option<usize>> {
    let date = programme.day.date.or(day.date);
    let mut old: Vec<Traits> = old.iter().map(|page| Traits::of(&page.session.facts, day.date)).collect();
    let mut newer: Vec<Traits> = programme.sessions.iter().map(|facts| Traits::of(facts, date)).collect();
    for (_, forget) in FACTS.iter().filter(|(has, _)| !programme.sessions.iter().any(has)) {
        old.iter_mut().chain(&mut newer).for_each(forget);
    }
    let mut found = Found { of_old: vec![None; old.len()], is_taken: vec![false; newer.len()] };
    let [whole_id, titled_id, signs @ ..] = SIGNS;
    // What is on the programme goes before what is not: else a second time another of two that look the same is taken.
    let take = |found: &mut Found, sign: Sign| {
        found.take(&old, &newer, sign, |traits| traits.is_on);
        found.take(&old, &newer, sign, |_| true);
    };
    take(&mut found, whole_id);
    take(&mut found, titled_id);
    found.take_unique_ids(&old, &newer);
    for sign in signs {
        take(&mut found, sign);
    }
    found.of_old
}

/// What was matched so far.
struct Found {
    of_old: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl Found {
    fn pair(&mut self, old: usize, newer: usize) {
        if let (Some(partner), Some(is_taken)) = (self.of_old.get_mut(old), self.is_taken.get_mut(newer)) {
            *partner = Some(newer);
            *is_taken = true;
        }
    }

    /// Matches what has the same sign and is still free, of the sessions of the day that are `asked` for.
    fn take(&mut self, old: &[Traits], newer: &[Traits], sign: Sign, asked: fn(&Traits) -> bool) {
        let mut there: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, traits) in free(newer, |index| self.is_taken.get(index) == Some(&false)) {
            if let Some(key) = sign(traits) {
                there.entry(key).or_default().push(index);
            }
        }
        let mut here: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        let mut group_of: HashMap<String, usize> = HashMap::new();
        for (index, traits) in free(old, |index| self.of_old.get(index) == Some(&None)) {
            let Some(key) = sign(traits).filter(|_| asked(traits)) else { continue };
            if let Some((group, _)) = group_of.get(&key).and_then(|group| here.get_mut(*group)) {
                group.push(index);
            } else if let Some(partners) = there.remove(&key) {
                group_of.insert(key, here.len());
                here.push((vec![index], partners));
            }
        }
        for (group, partners) in here {
            self.take_nearest((old, group), (newer, partners));
        }
    }

    /// Within one group, what has the same speakers goes first, then what starts nearest to each other; what is as near, in
    /// order.
    fn take_nearest(
        &mut self,
        (old, group): (&[Traits], Vec<usize>),
        (newer, partners): (&[Traits], Vec<usize>),
    ) {
        if group.len() * partners.len() == 1 || group.len() * partners.len() > MOST_COMPARED {
            for (old, newer) in group.into_iter().zip(partners) {
                self.pair(old, newer);
            }
            return;
        }
        let mut distances: Vec<(bool, u64, usize, usize)> = Vec::new();
        for (place, one) in group.iter().enumerate() {
            for (other_place, two) in partners.iter().enumerate() {
                let (Some(one_traits), Some(two_traits)) = (old.get(*one), newer.get(*two)) else { continue };
                let places = place.abs_diff(other_place);
                let are_others = one_traits.speakers != two_traits.speakers;
                distances.push((are_others, one_traits.distance(two_traits, places), *one, *two));
            }
        }
        distances.sort_unstable();
        for (_, _, one, two) in distances {
            if self.of_old.get(one) == Some(&None) && self.is_taken.get(two) == Some(&false) {
                self.pair(one, two);
            }
        }
    }

    /// Matches by the id alone, where only one session of each programme has it: an id that several have says little.
    fn take_unique_ids(&mut self, old: &[Traits], newer: &[Traits]) {
        let here = unique_ids(old);
        for (id, newer) in unique_ids(newer) {
            let partner = here.get(id).copied().filter(|old| self.of_old.get(*old) == Some(&None));
            if let Some(old) = partner.filter(|_| self.is_taken.get(newer) == Some(&false)) {
                self.pair(old, newer);
            }
        }
    }
}

fn free(traits: &[Traits], is_free: impl Fn(usize) -> bool) -> impl Iterator<Item = (usize, &Traits)> {
    traits.iter().enumerate().filter(move |(index, _)| is_free(*index))
}

fn unique_ids(traits: &[Traits]) -> HashMap<&str, usize> {
    let mut seen: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (index, traits) in traits.iter().enumerate().filter(|(_, traits)| !traits.id.is_empty()) {
        seen.entry(&traits.id).or_default().push_back(index);
    }
    let unique = seen.into_iter().filter(|(_, places)| places.len() == 1);
    unique.filter_map(|(id, places)| Some((id, *places.front()?))).collect()
}
