//! # Task 2: the whole hidden layer
//!
//! Write `hidden_layer(w1, x, f_h)` in `src/sums.rs`: task 1 for every row of `W1`, and all activations together in one
//! vector. There are as many of them as `W1` has rows, however many features there are.

use ch04::hidden_layer;
use checks::{Random, Task, given};
use ndarray::{Array1, Array2, array};

const TASK: Task =
    Task { title: "The whole hidden layer", functions: &["hidden_layer"], section: "The whole hidden layer" };

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
fn square(a: f64) -> f64 {
    a * a
}

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// The layer in sums, straight from its formula.
fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

/// Neuron 0 adds up 1·10 + 2·1 = 12, neuron 1 adds up 3·10 − 1·1 = 29; both sums are squared.
#[test]
fn a_layer_by_hand() {
    TASK.grade(2, || {
        let (w1, x) = (array![[1.0, 2.0], [3.0, -1.0]], array![10.0, 1.0]);
        given("w1", &w1)
            .and("x", &x)
            .got(hidden_layer(&w1, &x, square))
            .mistake(array![12.0, 29.0], "the activation is missing: apply f_h to each of the sums")
            .mistake(array![169.0, 361.0], "W1 is transposed: neuron j has its weights in row j, w1[[j, i]]")
            .mistake(array![104.0, 901.0], "f_h is applied to each product: add up first, then apply it to the sum")
            .mistake(array![102.0, 299.0], "f_h is applied to the features: add up first, then apply it to the sum")
            .mistake(
                array![144.0, 41.0 * 41.0],
                "the sum is not set back to 0 for the next neuron: start it inside the loop over j",
            )
            .mistake(array![20736.0, 707_281.0], "f_h is applied twice")
            .mistake(array![144.0, 0.0], "the last neuron is left out: `0..d` runs up to d − 1, which is the last row")
            .expect(array![144.0, 841.0]);
    });
}

/// More neurons than features, and fewer: a layer may widen or narrow what comes in.
#[test]
fn there_are_as_many_activations_as_rows() {
    TASK.grade(2, || {
        let mut random = Random::seeded(42);
        for (d, k) in [(5, 2), (2, 5), (1, 3), (3, 1)] {
            let (w1, x) = (random.matrix(d, k), random.vector(k));
            let expected = layer(&w1, &x, f64::tanh);
            let mut last_is_missing = expected.clone();
            last_is_missing[d - 1] = 0.0;
            given("w1", &w1)
                .and("x", &x)
                .got(hidden_layer(&w1, &x, f64::tanh))
                .mistake(last_is_missing, "the last neuron is left out: `0..d` runs up to d − 1, which is the last row")
                .expect(expected);
        }
    });
}

/// Whoever moves a row of `W1` moves a neuron, with its activation: the order of hidden neurons has no meaning.
#[test]
fn rows_that_change_places_take_their_activations_along() {
    TASK.grade(1, || {
        let (w1, x) = (array![[0.5, -1.0], [2.0, 1.0], [-0.5, 0.25]], array![1.0, 2.0]);
        let moved = array![[-0.5, 0.25], [0.5, -1.0], [2.0, 1.0]];
        let h = layer(&w1, &x, sigmoid);
        given("w1", &moved).and("x", &x).got(hidden_layer(&moved, &x, sigmoid)).expect(array![h[2], h[0], h[1]]);
    });
}
