//! # Task 1: one-hot labels
//!
//! Write `one_hot(labels, classes)` in `src/one_hot.rs`. A digit is not an amount: an 8 is not twice a 4, and lies no
//! closer to a 9 than to a 1. So the network gets an output for each of them, and the right answer is a row with a 1
//! for the right digit and 0 for all others.

use ch09::one_hot;
use ch09_mistakes::t1_one_hot::{ONE_HOT, OneHot};
use checks::{Task, given};
use ndarray::{Array2, array};

const TASK: Task<OneHot> = Task {
    title: "One-hot labels",
    functions: &["one_hot"],
    section: "One-hot labels",
    yours: one_hot,
    diagnoses: &[&ONE_HOT],
};

fn check(one_hot: OneHot, labels: &[usize], classes: usize, expected: Array2<f64>) {
    let inputs = given("labels", &labels.to_vec()).and("classes", &classes);
    inputs.got(one_hot(labels, classes)).expect(expected);
}

#[test]
fn two_labels_by_hand() {
    TASK.grade(2, |one_hot| {
        check(one_hot, &[2, 0], 3, array![[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]);
    });
}

/// Class 3 occurs nowhere, and has its column all the same: the next batch may hold one.
#[test]
fn a_class_that_does_not_occur_has_a_column() {
    TASK.grade(1, |one_hot| {
        let expected = array![[0.0, 1.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], [0.0, 0.0, 1.0, 0.0]];
        check(one_hot, &[1, 1, 2], 4, expected);
        check(one_hot, &[0], 1, array![[1.0]]);
        check(one_hot, &[], 3, Array2::zeros((0, 3)));
    });
}

/// Rows of the unit matrix, in the order of the labels.
#[test]
fn every_digit_gets_its_own_column() {
    TASK.grade(1, |one_hot| {
        let labels = [7, 0, 9, 9, 1, 4, 8, 2, 3, 6, 5, 0];
        let unit: Array2<f64> = Array2::eye(10);
        check(one_hot, &labels, 10, unit.select(ndarray::Axis(0), &labels));
        let letters = [11, 3, 0, 11, 9];
        check(one_hot, &letters, 12, Array2::eye(12).select(ndarray::Axis(0), &letters));
    });
}

#[test]
fn a_label_beyond_the_classes_is_refused() {
    TASK.grade(1, |one_hot| {
        check(one_hot, &[1], 2, array![[0.0, 1.0]]);
        for labels in [vec![0, 2], vec![2, 0], vec![1, 7, 0]] {
            let inputs = given("labels", &labels).and("classes", &2_usize);
            inputs.expect_panic("a label is not less than the number of classes", || one_hot(&labels, 2));
        }
    });
}
