//! # Task 8: dropout
//!
//! Write `dropout(h, uniform, p, training)` and `dropout_backward(upstream, mask)` in `src/dropout.rs`. In each step of
//! the training a layer has to do without some of its neurons, so none of them can rely on a particular other one. What
//! is kept is made larger to keep the sum, the way back uses the same mask, and after training nothing is dropped at
//! all.

use ch08::given::uniform;
use ch08::{dropout, dropout_backward};
use ch08_mistakes::t8_dropout::{Both, DROPOUT, DROPOUT_BACKWARD};
use checks::{Given, Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Both> = Task {
    title: "Dropout",
    functions: &["dropout", "dropout_backward"],
    section: "Dropout",
    yours: (dropout, dropout_backward),
    diagnoses: &[&DROPOUT, &DROPOUT_BACKWARD],
};

fn inputs(h: &Array2<f64>, uniform: &Array2<f64>, p: f64, training: bool) -> Given {
    given("h", h).and("uniform", uniform).and("p", &p).and("training", &training)
}

/// p = ¾: only 0.75 and 0.9 are not below it. They are kept, four times as large.
#[test]
fn a_mask_by_hand() {
    TASK.grade(1, |(dropout, _)| {
        let (h, u) = (array![[3.0, 5.0], [-1.0, 2.0]], array![[0.1, 0.75], [0.9, 0.7]]);
        let (dropped, mask) = dropout(&h, &u, 0.75, true);
        inputs(&h, &u, 0.75, true).got(mask).derived("the mask").expect(array![[0.0, 4.0], [4.0, 0.0]]);
        inputs(&h, &u, 0.75, true).got(dropped).derived("H′").expect(array![[0.0, 20.0], [-4.0, 0.0]]);
    });
}

/// The defining property: what is kept is exactly h/(1 − p), the rest is 0, and the mean stays what it was.
#[test]
fn the_mean_stays_what_it_was() {
    TASK.grade(2, |(dropout, _)| {
        for p in [0.2, 0.5, 0.9] {
            let (h, u) = (Array2::from_elem((100, 100), 3.0), uniform(100, 100, 96));
            let (dropped, _) = dropout(&h, &u, p, true);
            let inputs = || given("h", &array![[3.0]]).and("p", &p).and("training", &true);
            inputs()
                .got(dropped.clone())
                .derived("H′, 10,000 activations of 3")
                .expect_that("has no other values than 0 and h/(1 − p)", |d| {
                    d.iter().all(|&d| d == 0.0 || (d - 3.0 / (1.0 - p)).abs() < 1e-9)
                });
            inputs()
                .got(dropped.sum() / 10_000.0)
                .derived("the mean of H′, 10,000 activations of 3")
                .within(0.0, 0.1)
                .expect(3.0);
        }
    });
}

/// After training nothing is dropped, and nothing is made larger or smaller.
#[test]
fn nothing_is_dropped_in_use() {
    TASK.grade(1, |(dropout, _)| {
        let (h, u) = (Random::seeded(97).matrix(3, 4), uniform(3, 4, 97));
        let (dropped, mask) = dropout(&h, &u, 0.5, false);
        inputs(&h, &u, 0.5, false).got(dropped).derived("H′").expect(h.clone());
        inputs(&h, &u, 0.5, false).got(mask).derived("the mask").expect(Array2::ones((3, 4)));
    });
}

/// With p = 0 nothing is dropped either, not even where the random number is 0.
#[test]
fn a_probability_of_0_drops_nothing() {
    TASK.grade(1, |(dropout, _)| {
        let (h, u) = (array![[1.0, -2.0, 3.0]], array![[0.0, 0.5, 0.999]]);
        inputs(&h, &u, 0.0, true).got(dropout(&h, &u, 0.0, true).0).derived("H′").expect(h.clone());
    });
}

/// The way back is the same mask, with its factor: measured, it is the gradient of what comes after.
#[test]
fn the_way_back_is_the_same_mask() {
    TASK.grade(2, |(dropout, dropout_backward)| {
        let (upstream, mask) = (array![[7.0, 1.0]], array![[0.0, 2.0]]);
        let by_hand = given("upstream", &upstream).and("mask", &mask).of("dropout_backward");
        by_hand.got(dropout_backward(&upstream, &mask)).expect(array![[0.0, 2.0]]);
        let mut random = Random::seeded(98);
        for (n, d, p) in [(3, 4, 0.4), (3, 3, 0.7), (2, 2, 0.0), (1, 5, 0.5), (5, 1, 0.5)] {
            let (h, upstream, u) = (random.matrix(n, d), random.matrix(n, d), uniform(n, d, 98));
            let (_, mask) = dropout(&h, &u, p, true);
            let right = u.mapv(|u| if u < p { 0.0 } else { 1.0 / (1.0 - p) });
            inputs(&h, &u, p, true).of("dropout").got(mask.clone()).derived("the mask").expect(right.clone());
            given("upstream", &upstream)
                .and("mask", &mask)
                .of("dropout_backward")
                .got(dropout_backward(&upstream, &mask))
                .expect_gradient_of(|h| (h * &right * &upstream).sum(), &h);
        }
    });
}

#[test]
fn a_certain_drop_and_other_shapes_are_refused() {
    TASK.grade(1, |(dropout, dropout_backward)| {
        let (h, u, small) = (array![[1.0, 2.0]], array![[0.3, 0.6]], array![[0.3]]);
        inputs(&h, &u, 0.5, true).got(dropout(&h, &u, 0.5, true).0).derived("H′").expect(array![[0.0, 4.0]]);
        for p in [1.0, -0.1, 1.5] {
            inputs(&h, &u, p, true).expect_panic("p is not a probability below 1", || dropout(&h, &u, p, true).0);
        }
        inputs(&h, &small, 0.5, true)
            .expect_panic("h and uniform differ in shape", || dropout(&h, &small, 0.5, true).0);
        given("upstream", &h)
            .and("mask", &small)
            .of("dropout_backward")
            .expect_panic("upstream and mask differ in shape", || dropout_backward(&h, &small));
    });
}
