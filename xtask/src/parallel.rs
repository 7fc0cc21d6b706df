//! The same work on many items, on several threads.

use clap::builder::{RangedU64ValueParser, TypedValueParser};
use std::sync::Mutex;
use std::thread;

/// The default number of threads.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Parses `--jobs`. Zero is refused: with no thread nothing would be graded, and the run would look successful.
pub fn jobs() -> impl TypedValueParser<Value = usize> {
    RangedU64ValueParser::<usize>::new().range(1..=1024)
}

/// Applies `work` to each item on `jobs` threads and returns the results in the order of the items.
pub fn map<T: Send, R: Send>(jobs: usize, items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let queue = Mutex::new(items.into_iter().enumerate());
    let done = Mutex::new(vec![]);
    thread::scope(|scope| {
        for _ in 0..jobs.max(1) {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().expect("taking an item cannot panic").next();
                    let Some((place, item)) = next else { break };
                    let result = work(item);
                    done.lock().expect("storing a result cannot panic").push((place, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("all threads have ended");
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn results_come_in_the_order_of_the_items() {
        let squares = super::map(4, (0..100).collect(), |n: i32| n * n);
        assert_eq!(squares, (0..100).map(|n| n * n).collect::<Vec<_>>());
    }
}
