//! Which classes are taken for which.

use ndarray::Array2;

/// The confusion matrix: how often a sample of one class is taken for another.
///
/// Row `i`, column `j` counts the samples that are of class `i` and that the network calls `j`. So the diagonal counts
/// what is right. Rows are the truth here, as in most libraries; some texts have it the other way round, so always say
/// which.
///
/// - `truth`: the right class of each sample
/// - `predicted`: the class that the network says, for each sample
/// - `classes`: how many classes there are, whether or not each of them occurs
/// - returns the counts, shape `(classes, classes)`; they add up to the number of samples
///
/// Example: for the truth `[0, 0, 1]`, the predictions `[0, 1, 1]` and 2 classes it is `[[1, 1], [0, 1]]`.
///
/// # Panics
/// If the two lists differ in length, or a class in them is not less than `classes`.
///
/// Task 4: `cargo test -p ch09 t4`.
pub fn confusion(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    assert_eq!(truth.len(), predicted.len(), "one prediction for each sample");
    assert!(truth.iter().chain(predicted).all(|&class| class < classes), "a class is less than {classes}");
    todo!("how often {truth:?} is taken for {predicted:?}, for {classes} classes")
}

/// The pair of classes that are confused most often: the largest count off the diagonal.
///
/// Each direction counts by itself: an 8 that is taken for a 1 is not a 1 that is taken for an 8.
///
/// - `confusion`: the confusion matrix, shape `(m, m)`, rows are the truth
/// - returns `(truth, predicted, count)`; of equal counts, the first in the order in which one reads counts. If
///   nothing is confused, this is `(0, 1, 0)`.
///
/// Example: `[[5, 2, 0], [3, 6, 1], [0, 3, 9]]` gives `(1, 0, 3)`.
///
/// `confusion.indexed_iter()` gives `((i, j), &count)` for each entry, row by row.
///
/// # Panics
/// If the matrix is not square, or has fewer than two classes.
///
/// Task 5: `cargo test -p ch09 t5`.
pub fn most_confused(confusion: &Array2<usize>) -> (usize, usize, usize) {
    assert!(confusion.is_square() && confusion.nrows() > 1, "a row and a column for each of two classes or more");
    todo!("the largest entry off the diagonal of {confusion}")
}
