//! # Task 4: the confusion matrix
//!
//! Write `confusion(truth, predicted, classes)` in `src/confusion.rs`. An accuracy says how many answers are wrong;
//! this matrix says which. Rows are the truth and columns what the network says, so an 8 that is taken for a 1 is
//! counted in row 8, column 1.

use ch09::confusion;
use ch09_mistakes::t4_confusion::{CONFUSION, Confusion};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Confusion> = Task {
    title: "The confusion matrix",
    functions: &["confusion"],
    section: "The confusion matrix",
    yours: confusion,
    diagnoses: &[&CONFUSION],
};

fn check(confusion: Confusion, truth: &[usize], predicted: &[usize], expected: Array2<usize>) {
    let classes = expected.nrows();
    let inputs = given("truth", &truth.to_vec()).and("predicted", &predicted.to_vec()).and("classes", &classes);
    inputs.got(confusion(truth, predicted, classes)).expect(expected);
}

#[test]
fn three_samples_by_hand() {
    TASK.grade(1, |confusion| {
        check(confusion, &[0, 0, 1], &[0, 1, 1], array![[1, 1], [0, 1]]);
    });
}

/// A 2 that is taken for a 0, twice: row 2, column 0.
#[test]
fn rows_are_the_truth() {
    TASK.grade(1, |confusion| {
        check(confusion, &[2, 2, 1], &[0, 0, 1], array![[0, 0, 0], [0, 1, 0], [2, 0, 0]]);
    });
}

/// Class 3 occurs neither as truth nor as an answer, and has its row and column all the same.
#[test]
fn a_class_that_does_not_occur_has_a_row_and_a_column() {
    TASK.grade(1, |confusion| {
        check(confusion, &[1, 0], &[1, 2], array![[0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]);
        check(confusion, &[], &[], Array2::zeros((2, 2)));
        check(confusion, &[0, 0], &[0, 0], array![[2]]);
    });
}

/// Every pair is counted as often as it occurs, whether right or wrong.
#[test]
fn every_sample_is_counted_once() {
    TASK.grade(2, |confusion| {
        for (seed, n, classes) in [(131, 60, 4), (132, 25, 10), (133, 9, 3)] {
            let mut random = Random::seeded(seed);
            let mut some = || ((random.number() + 1.0) / 2.0 * classes as f64) as usize % classes;
            let pairs: Vec<(usize, usize)> = (0..n).map(|_| (some(), some())).collect();
            let (truth, predicted): (Vec<usize>, Vec<usize>) = pairs.iter().copied().unzip();
            let count = |pair| pairs.iter().filter(|&&p| p == pair).count();
            check(confusion, &truth, &predicted, Array2::from_shape_fn((classes, classes), count));
        }
    });
}

#[test]
fn lists_that_do_not_fit_are_refused() {
    TASK.grade(1, |confusion| {
        check(confusion, &[1], &[0], array![[0, 0], [1, 0]]);
        for (truth, predicted, words) in [
            (vec![0, 1], vec![0], "the two lists differ in length"),
            (vec![0], vec![0, 1], "the two lists differ in length"),
            (vec![2, 0], vec![0, 1], "a right class is not less than `classes`"),
            (vec![0, 1], vec![2, 0], "a predicted class is not less than `classes`"),
        ] {
            let inputs = given("truth", &truth).and("predicted", &predicted).and("classes", &2_usize);
            inputs.expect_panic(words, || confusion(&truth, &predicted, 2));
        }
    });
}
