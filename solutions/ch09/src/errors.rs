//! The errors of the network, to be looked at one by one.

use ndarray::Array2;

/// The mistakes that the network is surest of.
///
/// A sample counts if the class with the highest probability is not the right one. The network's sureness is this
/// highest probability, that of the class it says.
///
/// - `probabilities`: one row for each sample, one column for each class, shape `(n, m)`
/// - `truth`: the right class of each sample
/// - `count`: how many samples are wanted
/// - returns their indices, the surest first; of equal ones, the lower index first. If there are fewer mistakes than
///   `count`, all of them.
///
/// Example: for `[[0.9, 0.1], [0.2, 0.8], [0.3, 0.7], [0.6, 0.4]]` and the truth `[1, 1, 0, 1]` the samples 0, 2 and 3
/// are wrong, with 0.9, 0.7 and 0.6: `count = 2` gives `[0, 2]`.
///
/// [`crate::predicted`] gives the class that the network says. `list.retain(|&i| …)` keeps what fulfils a condition,
/// and task 8 says how to sort.
///
/// # Panics
/// If there is not one label for each sample, or no class.
///
/// Task 9: `cargo test -p ch09 t9`.
pub fn surest_mistakes(probabilities: &Array2<f64>, truth: &[usize], count: usize) -> Vec<usize> {
    assert_eq!(probabilities.nrows(), truth.len(), "one label for each sample");
    assert!(probabilities.ncols() > 0, "no classes: nothing to choose from");
    let predicted = crate::predicted(probabilities);
    let sureness = |i: usize| probabilities[[i, predicted[i]]];
    let mut wrong: Vec<usize> = (0..truth.len()).filter(|&i| predicted[i] != truth[i]).collect();
    wrong.sort_by(|&a, &b| sureness(b).total_cmp(&sureness(a)));
    wrong.truncate(count);
    wrong
}
