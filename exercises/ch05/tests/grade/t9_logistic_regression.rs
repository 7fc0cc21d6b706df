//! # Task 9: logistic regression by descent
//!
//! Write `logistic_gradient(x, y, w)` and `logistic_regression(x, y, eta, steps)` in `src/fit.rs`. A neuron with the
//! sigmoid answers with a probability. No equation gives its best weights, but its error has a gradient, and that is
//! all a descent needs. Your neuron learns to tell two species of iris apart.

use ch05::{logistic_gradient, logistic_regression};
use ch05_mistakes::t9_logistic_regression::{Both, LOGISTIC_GRADIENT, LOGISTIC_REGRESSION};
use checks::{Random, Task, assert_snapshot, given, printed_by};
use datasets::{Iris, iris, iris_two_species};
use ndarray::{Array1, Array2, Axis, array};
use std::fmt::Write;

const TASK: Task<Both> = Task {
    title: "Logistic regression by descent",
    functions: &["logistic_gradient", "logistic_regression"],
    section: "Logistic regression by descent",
    yours: (logistic_gradient, logistic_regression),
    diagnoses: &[&LOGISTIC_GRADIENT, &LOGISTIC_REGRESSION],
};

/// At w = 0 every probability is 1/2, so σ − y is −1/2, 1/2, −1/2. The first column gives (−1/2 + 1/2 − 1/2)/3 = −1/6,
/// the second (−1 − 1 − 2)/3 = −4/3.
#[test]
fn a_gradient_by_hand() {
    TASK.grade(1, |(logistic_gradient, _)| {
        let (x, y, w) = (array![[1.0, 2.0], [1.0, -2.0], [1.0, 4.0]], array![1.0, 0.0, 1.0], array![0.0, 0.0]);
        let got = logistic_gradient(&x, &y, &w);
        given("x", &x).and("y", &y).and("w", &w).got(got).expect(array![-1.0 / 6.0, -4.0 / 3.0]);
    });
}

/// Whether there are more samples than weights, fewer, or as many.
#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(1, |(logistic_gradient, _)| {
        for (seed, n, k) in [(0, 7, 4), (1, 3, 3), (2, 4, 6), (3, 1, 2), (4, 12, 1)] {
            let mut random = Random::seeded(590 + seed);
            let (x, w) = (2.0 * random.matrix(n, k), 2.0 * random.vector(k));
            let y = random.vector(n).mapv(|v| f64::from(u8::from(v > 0.0)));
            let described = given("x", &x).and("y", &y).and("w", &w);
            described.got(logistic_gradient(&x, &y, &w)).expect_gradient_of(|w| cross_entropy(&x, &y, w), &w);
        }
    });
}

/// A neuron that is certain and right has nothing to learn; one that is certain and wrong has a slope like any other.
/// Neither may overflow. One that is nearly certain has still a little to learn: σ(−16) is 1.1e-7.
#[test]
fn certainty_does_not_overflow() {
    TASK.grade(1, |(logistic_gradient, _)| {
        let (x, w) = (array![[1.0, 2.0], [1.0, -2.0]], array![0.0, 1000.0]);
        for (y, expected) in [(array![1.0, 0.0], array![0.0, 0.0]), (array![0.0, 1.0], array![0.0, 2.0])] {
            given("x", &x).and("y", &y).and("w", &w).got(logistic_gradient(&x, &y, &w)).expect(expected);
        }
        let (y, w) = (array![1.0, 0.0], array![0.0, 8.0]);
        let expected = array![0.0, -2.0 / (1.0 + 16.0_f64.exp())];
        given("x", &x).and("y", &y).and("w", &w).got(logistic_gradient(&x, &y, &w)).expect(expected);
    });
}

/// At w = 0 the errors are 1/2 and −1/2, and the gradient is ((1 − 3)/2, (2 + 1)/2)/2 = (−0.5, 0.75). A step with
/// η = 0.4 leads to (0.2, −0.3).
#[test]
fn a_step_by_hand() {
    TASK.grade(1, |(_, logistic_regression)| {
        let (x, y) = (array![[1.0, 2.0], [3.0, -1.0]], array![0.0, 1.0]);
        for (steps, w) in [(1, array![0.2, -0.3]), (0, array![0.0, 0.0])] {
            let described = given("x", &x).and("y", &y).and("eta", &0.4).and("steps", &steps);
            described.of("logistic_regression").got(logistic_regression(&x, &y, 0.4, steps)).expect(w);
        }
    });
}

/// The first step from w = 0 with η = 1 is a quarter of the difference of the two species' means, since σ − y is ±1/2
/// and half of the flowers are of each species. Fisher published the means of the petals (1936, Table II): *setosa*
/// 1.462 and 0.246 cm, *versicolor* 4.260 and 1.326 cm.
#[test]
fn the_first_step_follows_from_fishers_means() {
    TASK.grade(1, |(_, logistic_regression)| {
        let Iris { features, species } = iris_two_species();
        let x = petals(&features);
        let expected = array![0.0, (4.260 - 1.462) / 4.0, (1.326 - 0.246) / 4.0];
        let described = given("x", &x).and("y", &species).and("eta", &1.0).and("steps", &1_usize);
        described.of("logistic_regression").got(logistic_regression(&x, &species, 1.0, 1)).expect(expected);
    });
}

/// What is learned, step by step. The two species can be told apart without a mistake, so the error can be made as
/// small as one likes. A loop in NumPy 2.4.6 gives the weights −5.17054779, 1.44177678, 2.17098194 after 300 steps.
#[test]
fn two_species_are_learned() {
    TASK.grade(1, |(_, logistic_regression)| {
        let Iris { features, species } = iris_two_species();
        let x = petals(&features);
        let described = given("x", &x).and("y", &species).and("eta", &0.3).and("steps", &300_usize);
        let got = described.of("logistic_regression").got(logistic_regression(&x, &species, 0.3, 300));
        got.within(0.0, 1e-6).expect(array![-5.17054779, 1.44177678, 2.17098194]);
        let mut log = String::from("steps   error  accuracy\n");
        for steps in [0, 1, 10, 30, 100, 300] {
            let w = logistic_regression(&x, &species, 0.3, steps);
            let percent = 100.0 * accuracy(&x, &species, &w);
            writeln!(log, "{steps:>5}  {:.4}  {percent:>7.0}%", cross_entropy(&x, &species, &w)).unwrap();
        }
        assert_snapshot!(printed_by("logistic_regression", log), @"
        steps   error  accuracy
            0  0.6931       50%
            1  0.5920       50%
           10  0.4890       52%
           30  0.3423      100%
          100  0.1547      100%
          300  0.0592      100%
        ");
    });
}

/// *Versicolor* and *virginica* overlap, so there is a best boundary, and descent finds it. With petal length and width
/// standardised (mean 0, standard deviation 1), scikit-learn 1.9.1 (`LogisticRegression(C=inf,
/// solver="newton-cholesky")`) and SciPy 1.17.1 (`minimize`, BFGS) agree on 0.46806081, 4.72700417, 4.41518620.
#[test]
fn where_species_overlap_descent_finds_the_best_boundary() {
    TASK.grade(1, |(_, logistic_regression)| {
        let Iris { features, species } = iris();
        let flowers: Vec<usize> = (50..150).collect();
        let (x, y) =
            (standardised_petals(&features.select(Axis(0), &flowers)), species.select(Axis(0), &flowers) - 1.0);
        let described = given("x", &x).and("y", &y).and("eta", &4.0).and("steps", &1000_usize);
        let got = described.of("logistic_regression").got(logistic_regression(&x, &y, 4.0, 1000));
        got.within(1e-4, 0.0).expect(array![0.46806081, 4.72700417, 4.41518620]);
    });
}

/// The cross-entropy in a form without overflow: the mean of ln(1 + exp(a)) − y a with a = Xw.
fn cross_entropy(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> f64 {
    let a = x.dot(w);
    a.iter().zip(y).map(|(&a, &y)| a.max(0.0) + (-a.abs()).exp().ln_1p() - y * a).sum::<f64>() / y.len() as f64
}

/// The share of samples on the right side of the boundary, where the probability is 1/2 and a = 0.
fn accuracy(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> f64 {
    let right = x.dot(w).iter().zip(y).filter(|(a, y)| (**a > 0.0) == (**y == 1.0)).count();
    right as f64 / y.len() as f64
}

/// The constant feature, and length and width of the petal in cm.
fn petals(features: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn((features.nrows(), 3), |(j, i)| if i == 0 { 1.0 } else { features[[j, i + 1]] })
}

/// The same, with the mean 0 and the standard deviation 1 in both columns.
fn standardised_petals(features: &Array2<f64>) -> Array2<f64> {
    let petals = petals(features);
    let (mean, spread) = (petals.mean_axis(Axis(0)).unwrap(), petals.std_axis(Axis(0), 0.0));
    Array2::from_shape_fn(petals.dim(), |(j, i)| if i == 0 { 1.0 } else { (petals[[j, i]] - mean[i]) / spread[i] })
}
