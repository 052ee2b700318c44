//! Which new session a vanished one may have become: by how alike their titles are, who speaks and when they start. Only
//! offered; whether it is so, a person says.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::domain::book::Book;
use crate::domain::programme::Programme;

use super::Vanished;
use super::matching::Traits;

/// Alike enough to be offered, from 0 to 1000.
const ENOUGH: u32 = 500;
/// What the same start adds.
const SAME_START: u32 = 200;
/// What the same speakers add.
const SAME_SPEAKERS: u32 = 400;
/// More pairs than this are not compared.
const MOST_COMPARED: usize = 4_000_000;

/// Gives each vanished session the new one that is most like it, each once.
pub fn offer_successors(book: &Book, newer: &Programme, new: &[usize], vanished: &mut [Vanished]) {
    if new.len().saturating_mul(vanished.len()) > MOST_COMPARED {
        return;
    }
    let date = book.day.facts.date;
    let of_new: Vec<(usize, Traits, Vec<u64>)> = new
        .iter()
        .filter_map(|index| {
            let traits = Traits::of(newer.sessions.get(*index)?, newer.day.date.or(date));
            let pieces = pieces(&traits.title);
            Some((*index, traits, pieces))
        })
        .collect();
    let mut offers: Vec<(Reverse<u32>, usize, usize)> = Vec::new();
    for (place, gone) in vanished.iter().enumerate() {
        let Some(page) = book.page(gone.session) else { continue };
        let traits = Traits::of(&page.session.facts, date);
        let pieces = pieces(&traits.title);
        for (index, other, other_pieces) in &of_new {
            let likeness = likeness((&traits, &pieces), (other, other_pieces));
            if likeness >= ENOUGH {
                offers.push((Reverse(likeness), place, *index));
            }
        }
    }
    offers.sort_unstable();
    let mut taken = HashSet::new();
    for (_, place, index) in offers {
        let Some(gone) = vanished.get_mut(place).filter(|gone| gone.successor.is_none()) else { continue };
        if taken.insert(index) {
            gone.successor = Some(index);
        }
    }
}

fn likeness((one, pieces): (&Traits, &[u64]), (two, other_pieces): (&Traits, &[u64])) -> u32 {
    let titles = shared(pieces, other_pieces);
    let speakers = !one.speakers.is_empty() && one.speakers == two.speakers;
    let extra = if one.starts_with(two) { SAME_START } else { 0 } + if speakers { SAME_SPEAKERS } else { 0 };
    titles + extra
}

/// The pieces of three letters of a text, each once.
fn pieces(text: &str) -> Vec<u64> {
    let letters: Vec<u32> = [' '].into_iter().chain(text.chars()).chain([' ']).map(u32::from).collect();
    let mut pieces: Vec<u64> = letters
        .windows(3)
        .map(|piece| piece.iter().fold(0, |sum, letter| (sum << 21) | u64::from(*letter)))
        .collect();
    pieces.sort_unstable();
    pieces.dedup();
    pieces
}

/// How many of their pieces both have, from 0 to 1000.
fn shared(one: &[u64], two: &[u64]) -> u32 {
    let all = one.len() + two.len();
    let (mut left, mut right, mut both) = (one.iter().peekable(), two.iter().peekable(), 0_usize);
    while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
        match a.cmp(b) {
            std::cmp::Ordering::Less => _ = left.next(),
            std::cmp::Ordering::Greater => _ = right.next(),
            std::cmp::Ordering::Equal => {
                both += 1;
                left.next();
                right.next();
            }
        }
    }
    u32::try_from(2_000 * both / all.max(1)).unwrap_or(0)
}
