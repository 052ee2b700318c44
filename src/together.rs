//! Work on many things at once: each processor takes some of them, and their order stays.

use std::num::NonZero;
use std::sync::mpsc::{self, Receiver, TrySendError};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// For fewer, starting threads is not worth it.
const FEW: usize = 8;

/// So many go from one thread to another at a time, where each is little work.
const LOT: usize = 256;

/// What `make` makes of each, in their order.
pub fn map<'a, T: Sync, R: Send>(items: &'a [T], make: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    let threads = processors();
    let all = &|part: &'a [T]| part.iter().map(&make).collect::<Vec<R>>();
    if threads < 2 || items.len() < FEW {
        return all(items);
    }
    let mut parts = items.chunks(items.len().div_ceil(threads));
    // One part is for this thread, which would only wait.
    let first = parts.next().unwrap_or_default();
    thread::scope(|scope| {
        let others: Vec<_> = parts
            .map(|part| {
                let other =
                    thread::Builder::new().name("together".to_owned()).spawn_scoped(scope, move || all(part));
                (part, other)
            })
            .collect();
        let mut made = all(first);
        for (part, other) in others {
            match other.map(thread::ScopedJoinHandle::join) {
                Ok(Ok(done)) => made.extend(done),
                // Falling over goes on where it would have without another thread.
                Ok(Err(fallen)) => std::panic::resume_unwind(fallen),
                Err(_) => made.extend(all(part)),
            }
        }
        made
    })
}

/// What `make` makes of each that comes, in their order, or why the next one did not come. While this thread waits for the
/// next, others are at work; where they cannot keep up it works along, so that few are there at a time.
pub fn as_they_come<T: Send, R: Send, E>(
    items: impl Iterator<Item = Result<T, E>>,
    make: impl Fn(T) -> R + Sync,
) -> Result<Vec<R>, E> {
    let processors = processors();
    let (give, take) = mpsc::sync_channel(processors);
    let take = Mutex::new(take);
    let work = || work_off(&take, &make);
    let made = thread::scope(|scope| {
        let others: Vec<_> = (1..processors)
            .filter_map(|_| thread::Builder::new().name("together".to_owned()).spawn_scoped(scope, work).ok())
            .collect();
        // It goes out of reach with this closure: then the others know that nothing comes any more.
        let give = give;
        let mut made = Vec::new();
        for (place, item) in items.enumerate() {
            match give.try_send((place, item?)) {
                Ok(()) => {}
                Err(TrySendError::Full((place, item)) | TrySendError::Disconnected((place, item))) => {
                    made.push((place, make(item)));
                }
            }
        }
        drop(give);
        made.extend(work());
        for other in others {
            // Falling over goes on where it would have without another thread.
            made.extend(other.join().unwrap_or_else(|fallen| std::panic::resume_unwind(fallen)));
        }
        Ok(made)
    });
    made.map(|mut made| {
        made.sort_unstable_by_key(|(place, _)| *place);
        made.into_iter().map(|(_, result)| result).collect()
    })
}

/// Makes something of each with `make`, and hands each with what was made of it to `with` in their order, until that gives an
/// error. While this thread is in `with`, another makes what comes next.
pub fn ahead<'a, T: Sync, R: Send, E>(
    items: &'a [T],
    make: impl Fn(&'a T) -> R + Sync,
    mut with: impl FnMut(&'a T, R) -> Result<(), E>,
) -> Result<(), E> {
    let make_all = &|items: &'a [T]| items.iter().map(&make).collect::<Vec<R>>();
    thread::scope(|scope| {
        let (give, take) = mpsc::sync_channel(1);
        // It ends early where nobody takes what it gives: `with` gave an error.
        let work = move || items.chunks(LOT).map(make_all).try_for_each(|made| give.send(made));
        // Without another thread there is nothing to take.
        let _ = thread::Builder::new().name("together".to_owned()).spawn_scoped(scope, work);
        for lot in items.chunks(LOT) {
            let made = take.recv().unwrap_or_else(|_| make_all(lot));
            lot.iter().zip(made).try_for_each(|(item, made)| with(item, made))?;
        }
        Ok(())
    })
}

/// Makes what comes, until nothing does.
fn work_off<T, R>(take: &Mutex<Receiver<(usize, T)>>, make: impl Fn(T) -> R) -> Vec<(usize, R)> {
    let next = || take.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    std::iter::from_fn(next).map(|(place, item)| (place, make(item))).collect()
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_is_made_in_its_order_whatever_its_number() {
        for count in [0, 1, 2, 1000] {
            let expected: Vec<usize> = (0..count).map(|item| item * 2).collect();
            let made = as_they_come((0..count).map(Ok::<_, String>), |item| item * 2);
            assert_eq!(made, Ok(expected));
        }
    }

    #[test]
    fn where_the_next_does_not_come_nothing_is_made_of_the_others() {
        let items = (0..1000).map(|item| if item == 500 { Err("weg") } else { Ok(item) });
        assert_eq!(as_they_come(items, |item| item), Err("weg"));
    }

    #[test]
    fn what_falls_over_does_so_here_too() {
        let fallen = std::panic::catch_unwind(|| {
            as_they_come((0..100).map(Ok::<_, String>), |item| assert_ne!(item, 50, "that one"))
        });
        assert!(fallen.is_err());
    }

    #[test]
    fn each_is_handed_on_with_what_was_made_of_it_in_their_order() {
        for count in [0, 1, LOT, LOT + 1, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let mut handed = Vec::new();
            let done = ahead(
                &items,
                |item| item * 2,
                |item, made| {
                    handed.push((*item, made));
                    Ok::<_, String>(())
                },
            );
            assert_eq!(done, Ok(()));
            assert_eq!(handed, items.iter().map(|item| (*item, item * 2)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn after_an_error_nothing_is_handed_on() {
        let items: Vec<usize> = (0..1000).collect();
        let mut handed = 0;
        let done = ahead(
            &items,
            |item| *item,
            |_, made| {
                handed += 1;
                if made == 500 { Err("weg") } else { Ok(()) }
            },
        );
        assert_eq!((done, handed), (Err("weg"), 501));
    }

    #[test]
    fn what_falls_over_ahead_does_so_here_too() {
        let items: Vec<usize> = (0..1000).collect();
        let fallen = std::panic::catch_unwind(|| {
            ahead(&items, |item| assert_ne!(*item, 500, "that one"), |_, ()| Ok::<_, String>(()))
        });
        assert!(fallen.is_err());
    }

    #[test]
    fn the_order_stays_whatever_their_number() {
        for count in [0, 1, FEW, FEW + 1, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let expected: Vec<usize> = items.iter().map(|item| item * 2).collect();
            assert_eq!(map(&items, |item| item * 2), expected);
        }
    }
}
