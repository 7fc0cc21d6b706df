//! # Task 5: the most confused pair
//!
//! Write `most_confused(confusion)` in `src/confusion.rs`. A hundred numbers are much to look at. The largest one off
//! the diagonal is where to look first: those images, side by side, say more than any accuracy.

use ch09::most_confused;
use ch09_mistakes::t5_most_confused::{MOST_CONFUSED, MostConfused};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<MostConfused> = Task {
    title: "The most confused pair",
    functions: &["most_confused"],
    section: "The most confused pair",
    yours: most_confused,
    diagnoses: &[&MOST_CONFUSED],
};

fn check(most_confused: MostConfused, confusion: &Array2<usize>, (truth, predicted, count): (usize, usize, usize)) {
    let (i, j, most) = most_confused(confusion);
    given("confusion", confusion)
        .got(vec![i, j, most])
        .derived("the triple (truth, predicted, count)")
        .expect(vec![truth, predicted, count]);
}

#[test]
fn three_classes_by_hand() {
    TASK.grade(1, |most_confused| {
        check(most_confused, &array![[5, 2, 0], [3, 6, 1], [0, 3, 9]], (1, 0, 3));
    });
}

/// What is right is most of it, and no confusion.
#[test]
fn the_diagonal_does_not_count() {
    TASK.grade(1, |most_confused| {
        check(most_confused, &array![[90, 0, 1], [0, 80, 0], [0, 2, 70]], (2, 1, 2));
        check(most_confused, &array![[0, 1], [0, 0]], (0, 1, 1));
        check(most_confused, &array![[0, 3], [4, 0]], (1, 0, 4));
    });
}

/// 4 and 4 make 8, and yet 5 in one direction is more: an 8 taken for a 1 is not a 1 taken for an 8.
#[test]
fn each_direction_counts_by_itself() {
    TASK.grade(1, |most_confused| {
        check(most_confused, &array![[9, 4, 0], [4, 9, 5], [0, 0, 9]], (1, 2, 5));
    });
}

/// A network that makes no mistake confuses nothing with nothing; then the first pair is returned, with a 0.
#[test]
fn of_equal_counts_the_first_is_returned() {
    TASK.grade(1, |most_confused| {
        check(most_confused, &array![[9, 1, 2], [2, 9, 1], [0, 2, 9]], (0, 2, 2));
        check(most_confused, &array![[4, 0], [0, 7]], (0, 1, 0));
        check(most_confused, &Array2::from_elem((4, 4), 3), (0, 1, 3));
    });
}

/// Wherever the largest count is put.
#[test]
fn every_pair_can_be_the_most_confused() {
    TASK.grade(1, |most_confused| {
        let mut random = Random::seeded(141);
        let counts = Array2::from_shape_simple_fn((5, 5), || (200.0 * (random.number() + 1.0)) as usize);
        for (i, j) in (0..25).map(|at| (at / 5, at % 5)).filter(|(i, j)| i != j) {
            let mut confusion = counts.clone();
            confusion[[i, j]] = 401;
            check(most_confused, &confusion, (i, j, 401));
        }
    });
}

#[test]
fn what_is_no_confusion_matrix_is_refused() {
    TASK.grade(1, |most_confused| {
        check(most_confused, &array![[1, 0], [1, 1]], (1, 0, 1));
        let list = |(i, j, count): (usize, usize, usize)| vec![i, j, count];
        for (confusion, words) in [
            (array![[1, 2, 3], [4, 5, 6]], "the matrix is not square"),
            (array![[1, 2], [3, 4], [5, 6]], "the matrix is not square"),
            (array![[7]], "one class cannot be confused with another"),
        ] {
            given("confusion", &confusion).expect_panic(words, || list(most_confused(&confusion)));
        }
    });
}
