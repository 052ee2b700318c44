//! Several days or files at once: each processor takes a part of them, and their order stays.

use std::num::NonZero;
use std::thread;

/// For fewer, starting threads is not worth it.
const FEW: usize = 8;

/// What `make` makes of each, in their order.
pub fn map<'a, T: Sync, R: Send>(items: &'a [T], make: impl Fn(&'a T) -> R + Sync) -> Vec<R> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
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
                    thread::Builder::new().name("export".to_owned()).spawn_scoped(scope, move || all(part));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_stays_whatever_their_number() {
        for count in [0, 1, FEW, FEW + 1, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let expected: Vec<usize> = items.iter().map(|item| item * 2).collect();
            assert_eq!(map(&items, |item| item * 2), expected);
        }
    }
}
