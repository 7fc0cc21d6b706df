//! # Task 4: a whole batch at once
//!
//! Write `predict_batch(x, w)` in `src/model.rs`. A batch `X` holds one sample in each row; `ŷ = Xw` is the prediction
//! for each of them. Shapes tell you when a product makes sense: `(n, k)` times `(k,)` gives `(n,)`, and the two `k`
//! must be the same.

use ch01::predict_batch;
use checks::{Random, Task, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, array};

const TASK: Task =
    Task { title: "A whole batch at once", functions: &["predict_batch"], section: "A whole batch at once" };

const FIRST_FEATURE: &str = "the first feature is left out: indices start at 0";
const FIRST_SAMPLE: &str = "the first sample is left out: indices start at 0";

#[test]
fn three_samples_by_hand() {
    TASK.grade(1, || {
        let (x, w) = (array![[1.0, 2.0], [1.0, 4.0], [1.0, 6.0]], array![10.0, 0.5]);
        given("x", &x)
            .and("w", &w)
            .got(predict_batch(&x, &w))
            .mistake(array![1.0, 2.0, 3.0], FIRST_FEATURE)
            .mistake(array![0.0, 12.0, 13.0], FIRST_SAMPLE)
            .expect(array![11.0, 12.0, 13.0]);
    });
}

/// With as many samples as features both `Xw` and `Xᵀw` can be computed; only one of them is the prediction.
#[test]
fn a_square_batch_is_not_transposed() {
    TASK.grade(1, || {
        let (x, w) = (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, 10.0]);
        given("x", &x)
            .and("w", &w)
            .got(predict_batch(&x, &w))
            .mistake(
                array![31.0, 42.0],
                "this is Xᵀw: samples stand in rows, so the product is Xw, with x first and without a transpose",
            )
            .mistake(array![20.0, 40.0], FIRST_FEATURE)
            .mistake(array![0.0, 43.0], FIRST_SAMPLE)
            .expect(array![21.0, 43.0]);
    });
}

#[test]
fn each_prediction_is_the_weighted_sum_of_its_row() {
    TASK.grade(1, || {
        let mut random = Random::seeded(14);
        let (x, w) = (random.matrix(7, 3), random.vector(3));
        let expected: Array1<f64> =
            x.rows().into_iter().map(|row| row.iter().zip(&w).map(|(x, w)| x * w).sum()).collect();
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(expected);
    });
}

/// Hubble's own law: velocity = 500 km/s per Mpc times distance. The farthest nebulae of his table, at 2 Mpc, should
/// move at 1,000 km/s.
#[test]
fn hubbles_law_predicts_a_velocity_for_each_nebula() {
    TASK.grade(1, || {
        let Hubble { distance, .. } = hubble();
        let x = distance.clone().insert_axis(ndarray::Axis(1));
        let w = array![500.0];
        given("x", &x).and("w", &w).got(predict_batch(&x, &w)).expect(distance.mapv(|r| 500.0 * r));
    });
}
