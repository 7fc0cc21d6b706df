//! # Task 3: batches
//!
//! Write `batches(n, size, seed)` and `rows(x, indices)` in `src/batches.rs`. A step need not wait for all samples: the
//! gradient over 32 of them points in nearly the same direction, and costs a hundredth of that over 3,200. The order is
//! random, every sample comes once an epoch, and each keeps its own answer.

use ch08::given::shuffled;
use ch08::{batches, rows};
use ch08_mistakes::t3_batches::{BATCHES, Both, ROWS};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Both> = Task {
    title: "Batches",
    functions: &["batches", "rows"],
    section: "Batches",
    yours: (batches, rows),
    diagnoses: &[&BATCHES, &ROWS],
};

fn as_numbers(indices: &[usize]) -> Vec<f64> {
    indices.iter().map(|&i| i as f64).collect()
}

#[test]
fn rows_by_hand() {
    TASK.grade(1, |(_, rows)| {
        let x = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
        for (indices, expected) in [
            (vec![2, 0], array![[5.0, 6.0], [1.0, 2.0]]),
            (vec![1], array![[3.0, 4.0]]),
            (vec![1, 1, 0], array![[3.0, 4.0], [3.0, 4.0], [1.0, 2.0]]),
            (vec![], Array2::zeros((0, 2))),
        ] {
            let inputs = given("x", &x).and("indices", &as_numbers(&indices)).of("rows");
            inputs.got(rows(&x, &indices)).expect(expected);
        }
    });
}

/// Five samples two at a time: two batches of two, and one sample that is left. It is not dropped.
#[test]
fn the_last_batch_is_shorter() {
    TASK.grade(2, |(batches, _)| {
        for (n, size, lengths) in
            [(5, 2, vec![2.0, 2.0, 1.0]), (6, 3, vec![3.0, 3.0]), (3, 8, vec![3.0]), (4, 1, vec![1.0; 4])]
        {
            let got: Vec<f64> = batches(n, size, 5).iter().map(|batch| batch.len() as f64).collect();
            given("n", &n).and("size", &size).got(got).derived("the list of the batches' lengths").expect(lengths);
        }
    });
}

/// The defining property: put together, the batches hold each sample exactly once.
#[test]
fn each_sample_comes_once_an_epoch() {
    TASK.grade(2, |(batches, _)| {
        for (n, size, seed) in [(10, 3, 1), (64, 32, 2), (33, 32, 3), (7, 7, 4), (1, 1, 5), (1, 4, 6)] {
            let mut all = batches(n, size, seed).concat();
            all.sort_unstable();
            let inputs = given("n", &n).and("size", &size).and("seed", &(seed as usize));
            inputs
                .got(as_numbers(&all))
                .derived("the sorted list of all samples")
                .expect((0..n).map(|i| i as f64).collect());
        }
    });
}

/// The order is the one that `shuffled` gives: another one with another seed, and the same with the same.
#[test]
fn the_order_is_that_of_the_seed() {
    TASK.grade(1, |(batches, _)| {
        for seed in [6, 7] {
            let inputs = given("n", &12_usize).and("size", &5_usize).and("seed", &(seed as usize));
            let order = as_numbers(&batches(12, 5, seed).concat());
            inputs.got(order).derived("the order of the samples").expect(as_numbers(&shuffled(12, seed)));
        }
    });
}

/// One list takes the rows of both, features and answers: the sample that says 3 keeps the answer 30.
#[test]
fn each_sample_keeps_its_answer() {
    TASK.grade(1, |(batches, rows)| {
        let x = Random::seeded(88).matrix(9, 2);
        let y = 10.0 * &x;
        for batch in batches(9, 4, 8) {
            let inputs = given("indices", &as_numbers(&batch)).and("x", &x).of("rows");
            inputs.got(rows(&y, &batch)).expect(10.0 * rows(&x, &batch));
        }
    });
}

#[test]
fn batches_of_nothing_and_rows_that_are_not_there_are_refused() {
    TASK.grade(1, |(batches, rows)| {
        let none: Vec<f64> = batches(0, 3, 1).iter().map(|batch| batch.len() as f64).collect();
        given("n", &0_usize).and("size", &3_usize).got(none).derived("the list of the batches' lengths").expect(vec![]);
        let x = array![[1.0], [2.0]];
        given("n", &4_usize)
            .and("size", &0_usize)
            .expect_panic("a batch would hold nothing", || as_numbers(&batches(4, 0, 1).concat()));
        given("x", &x).and("indices", &vec![2.0]).of("rows").expect_panic("x has no such row", || rows(&x, &[2]));
    });
}
