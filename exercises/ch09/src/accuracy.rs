//! What the network says, and how often that is right.

use ndarray::Array2;

/// The class with the largest score, for each sample.
///
/// Scores are logits or probabilities: a softmax changes the numbers and not their order.
///
/// - `scores`: one row for each sample, one column for each class, shape `(n, m)`
/// - returns `n` classes; of equal scores, the first counts
///
/// Example: `[[0.1, 0.7, 0.2], [3, −1, 3]]` gives `[1, 0]`.
///
/// `for row in scores.rows()` visits the samples; `row.iter().enumerate()` gives each score with its class.
///
/// # Panics
/// If there is no class.
///
/// Task 3: `cargo test -p ch09 t3`.
pub fn predicted(scores: &Array2<f64>) -> Vec<usize> {
    assert!(scores.ncols() > 0, "no classes: nothing to choose from");
    todo!("the column of the largest entry of each row of {scores}")
}

/// The share of samples for which the network says the right class.
///
/// - `predicted`: the class that the network says, for each sample
/// - `truth`: the right class of each sample
/// - returns a number from 0 to 1
///
/// Example: `[1, 0, 2, 2]` against `[1, 0, 1, 2]` is right three times of four, `0.75`.
///
/// `predicted.iter().zip(truth)` gives both side by side. Turn whole numbers into `f64` before you divide them, as in
/// `right as f64`.
///
/// # Panics
/// If the two differ in length, or there is no sample.
///
/// Task 3: `cargo test -p ch09 t3`.
pub fn accuracy(predicted: &[usize], truth: &[usize]) -> f64 {
    assert_eq!(predicted.len(), truth.len(), "one prediction for each sample");
    assert!(!truth.is_empty(), "no samples: a share needs at least one");
    todo!("the share of {predicted:?} that agrees with {truth:?}")
}
