//! Labels as rows: the form in which a network can be compared with them.

use ndarray::Array2;

/// Each label as a row of zeros with a 1 in the column of its class.
///
/// - `labels`: the class of each sample, from 0 to `classes − 1`
/// - `classes`: how many classes there are, whether or not each of them occurs
/// - returns one row for each label, shape `(labels.len(), classes)`
///
/// Example: the labels `[2, 0]` with 3 classes give `[[0, 0, 1], [1, 0, 0]]`.
///
/// `Array2::zeros((n, classes))` is where to begin; `for (i, &label) in labels.iter().enumerate()` gives each label
/// with its row.
///
/// # Panics
/// If a label is not less than `classes`.
///
/// Task 1: `cargo test -p ch09 t1`.
pub fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    assert!(labels.iter().all(|&label| label < classes), "a label is less than {classes}, the number of classes");
    todo!("{} rows of {classes} entries, with a 1 for {labels:?}", labels.len())
}
