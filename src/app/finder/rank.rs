//! What fits a query, and what fits it best. Case and accents do not matter.
//!
//! Every word of the query has to fit. A word that is the start of a word fits best, then one that stands inside a word;
//! letters that only stand there in this order, with others between them, come last and have to stand close. Lines are not
//! found by scattered letters: in a long line nearly any letters are.

use std::cmp::Reverse;

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::index::{Group, Item};
use crate::domain::trend::fold;

/// Scattered letters count from this score per letter. A letter is worth 16, at the start of a word 24 or 26, right behind
/// the one before 20; a gap costs three and one for each letter of it (`nucleo_matcher`'s own weights).
const CLOSE_ENOUGH: u16 = 15;

/// How well an item fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// The query is the number of a session.
    Number,
    /// The query is the whole name.
    Whole,
    /// Every word of the query starts a word.
    Starts,
    /// Every word of the query stands there.
    Inside,
    /// The letters stand there, close together.
    Scattered,
}

/// The places in `items` of what fits `query`, the best first; of all items, or of those at `among`. An empty query gives
/// everything but the lines, or all of `among`, in its own order.
pub fn search(items: &[Item], among: Option<&[usize]>, query: &str) -> Vec<usize> {
    let query = Query::new(query);
    let all = 0..items.len();
    let places: Vec<usize> = among.map_or_else(|| all.collect(), <[usize]>::to_vec);
    let item_at = |place: &usize| items.get(*place);
    if query.words.is_empty() {
        let is_listed = |item: &Item| among.is_some() || item.group != Group::Line;
        return places.into_iter().filter(|place| item_at(place).is_some_and(is_listed)).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut found: Vec<_> = places
        .into_iter()
        .filter_map(|place| Some((rank(items.get(place)?, &query, &mut matcher)?, place)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, place)| place).collect()
}

struct Query {
    folded: String,
    words: Vec<(String, Atom)>,
    /// The number that was typed, if it is nothing else.
    number: Option<u32>,
}

impl Query {
    fn new(text: &str) -> Self {
        let folded = fold(text);
        let atom =
            |word: &str| Atom::new(word, CaseMatching::Respect, Normalization::Never, AtomKind::Fuzzy, false);
        let words = folded.split_whitespace().map(|word| (word.to_owned(), atom(word))).collect();
        let number = folded.trim().parse().ok();
        Self { folded, words, number }
    }
}

/// Lines after everything else, then by how well it fits, then by what it is, then by score.
type Rank = (bool, Fit, Group, Reverse<u32>);

fn rank(item: &Item, query: &Query, matcher: &mut Matcher) -> Option<Rank> {
    let is_line = item.group == Group::Line;
    let by_words = query.words.iter().try_fold(Fit::Number, |worst, (word, _)| {
        let fit = fit_of(&item.folded, word)?;
        Some(worst.max(fit))
    });
    // Lines keep the order of the day.
    if is_line {
        return by_words.map(|fit| (true, fit, item.group, Reverse(0)));
    }
    let score = score(&item.folded, query, matcher);
    let fit = match by_words {
        _ if item.number.is_some() && item.number == query.number => Fit::Number,
        _ if bare(&item.folded) == bare(&query.folded) => Fit::Whole,
        Some(fit) => fit,
        None => {
            let letters: usize = query.words.iter().map(|(word, _)| word.chars().count()).sum();
            let enough = u32::from(CLOSE_ENOUGH) * u32::try_from(letters).ok()?;
            score.filter(|score| letters > 1 && *score >= enough).map(|_| Fit::Scattered)?
        }
    };
    Some((false, fit, item.group, Reverse(score.unwrap_or(0))))
}

/// A name without the signs around it: a command that asks more ends in "…".
fn bare(name: &str) -> &str {
    name.trim_matches(|letter: char| !letter.is_alphanumeric())
}

/// How one word fits, without its letters scattered.
fn fit_of(text: &str, word: &str) -> Option<Fit> {
    let mut fit = None;
    for (at, _) in text.match_indices(word) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if !before.is_some_and(char::is_alphanumeric) {
            return Some(Fit::Starts);
        }
        fit = Some(Fit::Inside);
    }
    fit
}

fn score(text: &str, query: &Query, matcher: &mut Matcher) -> Option<u32> {
    let mut letters = Vec::new();
    let text = Utf32Str::new(text, &mut letters);
    query.words.iter().try_fold(0, |sum, (_, atom)| Some(sum + u32::from(atom.score(text, matcher)?)))
}
