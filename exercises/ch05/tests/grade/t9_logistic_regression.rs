//! # Task 9: logistic regression by descent
//!
//! Write `logistic_gradient(x, y, w)` and `logistic_regression(x, y, eta, steps)` in `src/fit.rs`. A neuron with the
//! sigmoid answers with a probability. No equation gives its best weights, but its error has a gradient, and that is
//! all a descent needs. Your neuron learns to tell two species of iris apart.

use ch05::{logistic_gradient, logistic_regression};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Iris, iris, iris_two_species};
use ndarray::{Array1, Array2, Axis, array};
use std::fmt::Write;

const TASK: Task = Task {
    title: "Logistic regression by descent",
    functions: &["logistic_gradient", "logistic_regression"],
    section: "Logistic regression by descent",
};

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

/// At w = 0 every probability is 1/2, so σ − y is −1/2, 1/2, −1/2. The first column gives (−1/2 + 1/2 − 1/2)/3 = −1/6,
/// the second (−1 − 1 − 2)/3 = −4/3.
#[test]
fn a_gradient_by_hand() {
    TASK.grade(1, || {
        let (x, y, w) = (array![[1.0, 2.0], [1.0, -2.0], [1.0, 4.0]], array![1.0, 0.0, 1.0], array![0.0, 0.0]);
        let s = 1.0 / (1.0 + 1.0_f64.exp());
        given("x", &x)
            .and("y", &y)
            .and("w", &w)
            .got(logistic_gradient(&x, &y, &w))
            .mistake(array![-0.5, -4.0], "the slopes of all samples are summed: divide by n, or η would depend on n")
            .mistake(array![-0.25, -2.0], "divided by k, the number of weights: divide by n, the number of samples")
            .mistake(
                array![1.0 / 6.0, 4.0 / 3.0],
                "the sign is the other way round: σ(Xw) − y, predicted minus observed",
            )
            .mistake(
                array![2.0 * s + 0.5, 6.0 * s - 1.0] / 3.0,
                "the sigmoid is applied to Xw − y: apply it to Xw, then take y away, σ(Xw) − y",
            )
            .mistake(array![-2.0 / 3.0, -2.0], "the sigmoid is missing: this is Xw − y, the neuron's pre-activation")
            .mistake(
                array![-1.0 / 24.0, -1.0 / 3.0],
                "the slope of the sigmoid is left in: for the cross-entropy it cancels, and σ(Xw) − y remains",
            )
            .mistake(
                array![-1.0 / 12.0, -2.0 / 3.0],
                "this is the gradient of the mean squared error: for the cross-entropy the slope of σ cancels",
            )
            .mistake(array![-1.0 / 3.0, -8.0 / 3.0], "twice the gradient: there is no square here, and no factor 2")
            .expect(array![-1.0 / 6.0, -4.0 / 3.0]);
    });
}

#[test]
fn every_slope_agrees_with_the_measured_one() {
    TASK.grade(1, || {
        for seed in 0..5 {
            let mut random = Random::seeded(590 + seed);
            let (x, w) = (2.0 * random.matrix(7, 4), 2.0 * random.vector(4));
            let y = random.vector(7).mapv(|v| f64::from(u8::from(v > 0.0)));
            given("x", &x)
                .and("y", &y)
                .and("w", &w)
                .got(logistic_gradient(&x, &y, &w))
                .expect_gradient_of(|w| cross_entropy(&x, &y, w), &w);
        }
    });
}

/// A neuron that is certain and right has nothing to learn; one that is certain and wrong has a slope like any other.
/// Neither may overflow.
#[test]
fn certainty_does_not_overflow() {
    TASK.grade(1, || {
        let (x, w) = (array![[1.0, 2.0], [1.0, -2.0]], array![0.0, 1000.0]);
        for (y, expected) in [(array![1.0, 0.0], array![0.0, 0.0]), (array![0.0, 1.0], array![0.0, 2.0])] {
            given("x", &x).and("y", &y).and("w", &w).got(logistic_gradient(&x, &y, &w)).expect(expected);
        }
    });
}

/// The first step from w = 0 with η = 1 is a quarter of the difference of the two species' means, since σ − y is ±1/2
/// and half of the flowers are of each species. Fisher published the means of the petals (1936, Table II): *setosa*
/// 1.462 and 0.246 cm, *versicolor* 4.260 and 1.326 cm.
#[test]
fn the_first_step_follows_from_fishers_means() {
    TASK.grade(1, || {
        let Iris { features, species } = iris_two_species();
        let x = petals(&features);
        let expected = array![0.0, (4.260 - 1.462) / 4.0, (1.326 - 0.246) / 4.0];
        given("x", &x)
            .and("y", &species)
            .and("eta", &1.0)
            .and("steps", &1_usize)
            .of("logistic_regression")
            .got(logistic_regression(&x, &species, 1.0, 1))
            .mistake(-1.0 * &expected, "this step goes up: descent takes the gradient away, w − η ∇E")
            .mistake(Array1::zeros(3), "this is the start: take the last point of the way")
            .expect(expected);
    });
}

/// What is learned, step by step. The two species can be told apart without a mistake, so the error can be made as
/// small as one likes. A loop in NumPy 2.4.6 gives the weights −5.17054779, 1.44177678, 2.17098194 after 300 steps.
#[test]
fn two_species_are_learned() {
    TASK.grade(1, || {
        let Iris { features, species } = iris_two_species();
        let x = petals(&features);
        given("x", &x)
            .and("y", &species)
            .and("eta", &0.3)
            .and("steps", &300_usize)
            .of("logistic_regression")
            .got(logistic_regression(&x, &species, 0.3, 300))
            .within(0.0, 1e-6)
            .mistake(
                array![0.0, 4.260 - 1.462, 1.326 - 0.246] * (300.0 * 0.3 / 4.0),
                "the gradient at the start is used for every step: ask for it anew at each point",
            )
            .expect(array![-5.17054779, 1.44177678, 2.17098194]);
        let mut log = String::from("steps   error  accuracy\n");
        for steps in [0, 1, 10, 30, 100, 300] {
            let w = logistic_regression(&x, &species, 0.3, steps);
            let percent = 100.0 * accuracy(&x, &species, &w);
            writeln!(log, "{steps:>5}  {:.4}  {percent:>7.0}%", cross_entropy(&x, &species, &w)).unwrap();
        }
        assert_snapshot!(log, @"
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
    TASK.grade(1, || {
        let Iris { features, species } = iris();
        let two_species: Vec<usize> = (50..150).collect();
        let two = petals(&features.select(Axis(0), &two_species));
        let (mean, spread) = (two.mean_axis(Axis(0)).unwrap(), two.std_axis(Axis(0), 0.0));
        let x =
            Array2::from_shape_fn((100, 3), |(j, i)| if i == 0 { 1.0 } else { (two[[j, i]] - mean[i]) / spread[i] });
        let y = species.select(Axis(0), &two_species).mapv(|label| label - 1.0);
        given("x", &x)
            .and("y", &y)
            .and("eta", &2.0)
            .and("steps", &2000_usize)
            .of("logistic_regression")
            .got(logistic_regression(&x, &y, 2.0, 2000))
            .within(1e-4, 0.0)
            .expect(array![0.46806081, 4.72700417, 4.41518620]);
    });
}
