//! # Task 4: a whole batch at once
//!
//! Write `predict_batch(x, w)` in `src/model.rs`. A batch `X` holds one sample in each row; `ŷ = Xw` is the prediction
//! for each of them. Shapes tell you when a product makes sense: `(n, k)` times `(k,)` gives `(n,)`, and the two `k`
//! must be the same.

use ch01::predict_batch;
use ch01_mistakes::t4_predict_batch::{PREDICT_BATCH, PredictBatch};
use checks::{Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, array};

const TASK: Task<PredictBatch> = Task {
    title: "A whole batch at once",
    functions: &["predict_batch"],
    section: "A whole batch at once",
    yours: predict_batch,
    diagnoses: &[&PREDICT_BATCH],
};

#[test]
fn three_samples_by_hand() {
    TASK.grade(1, |predict_batch| {
        let (x, w) = (array![[1.0, 2.0], [1.0, 4.0], [1.0, 6.0]], array![10.0, 0.5]);
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(array![11.0, 12.0, 13.0]);
    });
}

/// With as many samples as features both `Xw` and `Xᵀw` can be computed; only one of them is the prediction.
#[test]
fn a_square_batch_is_not_transposed() {
    TASK.grade(1, |predict_batch| {
        let (x, w) = (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, 10.0]);
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(array![21.0, 43.0]);
    });
}

/// A feature of 0, a weight of 0 and a prediction of 0 are numbers like any other.
#[test]
fn each_prediction_is_the_weighted_sum_of_its_row() {
    TASK.grade(1, |predict_batch| {
        let mut random = Random::seeded(14);
        let (mut x, mut w) = (random.matrix(7, 4), random.vector(4));
        (x[[2, 0]], x[[4, 1]], w[2]) = (0.0, 0.0, 0.0);
        x.row_mut(3).fill(0.0);
        let expected: Array1<f64> =
            x.rows().into_iter().map(|row| row.iter().zip(&w).map(|(x, w)| x * w).sum()).collect();
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(expected);
    });
}

/// Two samples with four features each, and one: the sum runs over all features, however few samples there are.
#[test]
fn a_batch_can_be_wider_than_it_is_long() {
    TASK.grade(1, |predict_batch| {
        for size in [1e-30, 1.0, 1e30] {
            let w = array![2.0, 1.0, -1.0, 0.5] * size;
            let two = array![[1.0, 0.0, 3.0, 2.0], [4.0, -1.0, 2.0, 5.0]];
            for (x, expected) in [(two, array![0.0, 7.5]), (array![[4.0, -1.0, 2.0, 5.0]], array![7.5])] {
                let y_hat = predict_batch(&x, &w) / size;
                given("x", &x).and("w", &w).got(y_hat).derived("predict_batch(x, w) / size").expect(expected);
            }
        }
    });
}

/// Hubble's own law: velocity = 500 km/s per Mpc times distance. The farthest nebulae of his table, at 2 Mpc, should
/// move at 1,000 km/s.
#[test]
fn hubbles_law_predicts_a_velocity_for_each_nebula() {
    TASK.grade(1, |predict_batch| {
        let Hubble { distance, .. } = hubble();
        let x = distance.clone().insert_axis(ndarray::Axis(1));
        let w = array![500.0];
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(distance.mapv(|r| 500.0 * r));
    });
}

/// The transpose of a matrix keeps its place in memory, and is read in another order. ndarray does not mind.
#[test]
fn a_transposed_batch_is_a_batch() {
    TASK.grade(1, |predict_batch| {
        let (x, w) = (array![[1.0, 3.0, 5.0], [2.0, 0.0, -4.0]].t().to_owned(), array![10.0, 0.5]);
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(array![11.0, 30.0, 48.0]);
    });
}

/// ndarray's `*` stretches an array of length 1 to the length of the other one: here that would hide a mistake.
#[test]
fn each_column_needs_a_weight() {
    TASK.grade(1, |predict_batch| {
        let (x, w) = (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, -1.0]);
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(array![-1.0, -1.0]);
        for w in [array![3.0], array![1.0, 2.0, 3.0]] {
            given("x", &x)
                .and("w", &w)
                .expect_panic("x has 2 columns and w another number of entries", || predict_batch(&x, &w));
        }
        let x = array![[1.0], [3.0]];
        given("x", &x).and("w", &w).expect_panic("x has 1 column and w 2 entries", || predict_batch(&x, &w));
    });
}
