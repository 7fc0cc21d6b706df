//! Batches: a few samples at a time, in an order that is random and new in each epoch.

use crate::given::shuffled;
use ndarray::Array2;

/// The batches of one epoch: which samples each of them holds.
///
/// The samples `0, 1, …, n − 1` are taken in the random order that `shuffled(n, seed)` gives, `size` at a time. Each
/// sample is in exactly one batch. If `size` does not divide `n`, the last batch is shorter.
///
/// - `n`: the number of samples
/// - `size`: how many samples a batch holds
/// - `seed`: which random order; take another one for each epoch
/// - returns the batches in order, each a list of indices of samples
///
/// Example: if `shuffled(5, seed)` gives `[3, 0, 4, 1, 2]`, batches of 2 are `[[3, 0], [4, 1], [2]]`.
///
/// `order.chunks(size)` gives the pieces of a list one after another, and `piece.to_vec()` makes a list of its own.
///
/// # Panics
/// If `size` is 0.
///
/// Task 3: `cargo test -p ch08 t3`.
pub fn batches(n: usize, size: usize, seed: u64) -> Vec<Vec<usize>> {
    assert!(size > 0, "a batch holds at least one sample");
    todo!("the order {:?} of {n} samples, {size} at a time", shuffled(n, seed))
}

/// The samples of a batch: the rows of `x` with these indices, in this order.
///
/// The features and the answers of a batch are taken with the *same* list, so each sample keeps its own answer.
///
/// - `x`: all samples, or all answers, shape `(n, k)`
/// - `indices`: which rows are wanted
/// - returns these rows, shape `(indices.len(), k)`
///
/// Example: rows `[2, 0]` of `[[1, 2], [3, 4], [5, 6]]` are `[[5, 6], [1, 2]]`.
///
/// `x.select(ndarray::Axis(0), indices)` does it; so does a loop with `x.row(i)`.
///
/// # Panics
/// If `x` has no row with one of the indices.
///
/// Task 3: `cargo test -p ch08 t3`.
pub fn rows(x: &Array2<f64>, indices: &[usize]) -> Array2<f64> {
    todo!("the rows {indices:?} of {} with {} columns", x.nrows(), x.ncols())
}
