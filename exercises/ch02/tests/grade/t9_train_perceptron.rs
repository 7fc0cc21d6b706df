//! # Task 9: training a perceptron
//!
//! Write `train_perceptron(x, y, epochs)` in `src/perceptron.rs`: Rosenblatt's rule for one sample after another. If a
//! straight cut can separate the two labels, the perceptron finds one after a finite number of mistakes. If none can,
//! it goes on for ever.

use ch02::given::with_bias;
use ch02::train_perceptron;
use checks::{Task, assert_snapshot, given};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, Array2, Axis, array};
use std::fmt::Write;

const TASK: Task = Task {
    title: "Training a perceptron",
    functions: &["train_perceptron"],
    section: "Learning from many samples: the perceptron is trained",
};

const NOTHING: &str =
    "nothing was learned: write `w = …` without `let`, loop `0..epochs`, and count a = 0 as a mistake";

/// Two samples with one feature: 1 belongs to −1, and 2 to 1.
fn two_samples() -> (Array2<f64>, Array1<f64>) {
    (array![[1.0, 1.0], [1.0, 2.0]], array![-1.0, 1.0])
}

/// How many samples do not get their label.
fn mistakes(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> usize {
    x.dot(w).iter().zip(y).filter(|(a, y)| *a * *y <= 0.0).count()
}

/// w = (0, 0): undecided about the first sample, so −(1, 1) is added; then a = −3 for the second, so (1, 2) is added
/// and leaves (0, 1). The second epoch makes two mistakes and leaves (0, 2), the next ones leave (−1, 1), (−1, 2), (−1,
/// 3).
#[test]
fn a_few_epochs_by_hand() {
    TASK.grade(2, || {
        let (x, y) = two_samples();
        given("x", &x)
            .and("y", &y)
            .and("epochs", &1)
            .got(train_perceptron(&x, &y, 1))
            .mistake(array![-1.0, -1.0], "only one step was made: an epoch goes through all samples, one step for each")
            .mistake(array![0.0, 2.0], "one epoch too many: `0..epochs` runs epochs times")
            .mistake(
                array![1.0, 2.0],
                "the weights do not start at 0, or start again for each sample: each step goes on from the one before",
            )
            .mistake(array![1.0, 1.0], "the steps go the wrong way, or leave out the label: a mistake adds y x")
            .mistake(array![1.0, 3.0], "the weights move by (y − ŷ) x, twice the step: Rosenblatt's rule is y x")
            .mistake(array![0.0, 0.0], NOTHING)
            .expect(array![0.0, 1.0]);
        let check = given("x", &x).and("y", &y).and("epochs", &5);
        let w = train_perceptron(&x, &y, 5);
        // Here each sample is learned from a single step, so that steps repeated for one sample cannot be seen. With the
        // samples the other way round the second needs two.
        let turned = train_perceptron(&array![[1.0, 2.0], [1.0, 1.0]], &array![1.0, -1.0], 5);
        let once = if turned == array![-1.0, 0.0] {
            "the loops are swapped: the outer one counts epochs, the inner one goes through the samples"
        } else {
            "only one epoch was made: `0..epochs` runs through the samples epochs times"
        };
        check
            .got(w)
            .mistake(array![0.0, 5.0], "the weights move for right answers, too: only a mistake moves them")
            .mistake(
                array![-2.0, 3.0],
                "answers coded 0 and 1 are compared with labels coded −1 and 1: a negative pre-activation means −1",
            )
            .mistake(
                array![-2.0, 0.0],
                "a whole epoch is answered with the weights it began with: each step goes on from the one before",
            )
            .mistake(
                array![-1.0, 2.0],
                "one epoch too few, or the weights do not start at 0: begin with `Array1::zeros(k)`",
            )
            .mistake(array![-2.0, 2.0], "one epoch too many: `0..epochs` runs epochs times")
            .mistake(array![0.0, 1.0], once)
            .expect(array![-1.0, 3.0]);
    });
}

/// Three samples with one feature: as many rows as columns would hide which of the two a loop runs over. And without
/// an epoch, nothing is learned.
#[test]
fn an_epoch_goes_through_all_rows() {
    TASK.grade(1, || {
        let (x, y) = (array![[1.0, 1.0], [1.0, 2.0], [1.0, -1.0]], array![-1.0, 1.0, 1.0]);
        given("x", &x)
            .and("y", &y)
            .and("epochs", &1)
            .got(train_perceptron(&x, &y, 1))
            .mistake(array![0.0, 1.0], "the last sample is left out: the samples are the rows, `0..x.nrows()`")
            .mistake(array![0.0, 0.0], NOTHING)
            .mistake(array![2.0, 0.0], "one epoch too many: `0..epochs` runs epochs times")
            .expect(array![1.0, 0.0]);
        given("x", &x)
            .and("y", &y)
            .and("epochs", &0)
            .got(train_perceptron(&x, &y, 0))
            .mistake(array![1.0, 0.0], "without an epoch there is no step: `for _ in 0..epochs` asks before each one")
            .expect(array![0.0, 0.0]);
    });
}

/// The eighth epoch leaves weights that make no mistake. From then on nothing changes, however long the training.
/// The boundary, −w₀/w₁, has come to lie between the two samples, which stand at 1 and 2.
#[test]
fn the_training_settles_once_no_mistake_is_left() {
    TASK.grade(1, || {
        let (x, y) = two_samples();
        let mut log = String::from("epochs  w₀  w₁  boundary  mistakes left\n");
        for epochs in 1..=10 {
            let check = given("x", &x).and("y", &y).and("epochs", &epochs);
            let w = train_perceptron(&x, &y, epochs);
            check.got(w.clone()).expect_that("holds one weight for each column of x", |w| w.len() == x.ncols());
            let left = mistakes(&x, &y, &w);
            writeln!(log, "{epochs:>6}  {:>2}  {:>2}  {:>8.2}  {left:>13}", w[0] + 0.0, w[1] + 0.0, -w[0] / w[1] + 0.0)
                .unwrap();
        }
        assert_snapshot!(log, @"
        epochs  w₀  w₁  boundary  mistakes left
             1   0   1      0.00              1
             2   0   2      0.00              1
             3  -1   1      1.00              1
             4  -1   2      0.50              1
             5  -1   3      0.33              1
             6  -2   2      1.00              1
             7  -2   3      0.67              1
             8  -3   2      1.50              0
             9  -3   2      1.50              0
            10  -3   2      1.50              0
        ");
    });
}

/// On Fisher's two species with all four measurements, four epochs are enough: the third makes the last mistake. The
/// weights are those of scikit-learn 1.9.1, `Perceptron(penalty=None, fit_intercept=False, shuffle=False, eta0=1,
/// tol=None, max_iter=10)`, on the same batch. No pre-activation on the way is nearer to 0 than 0.14, so no order of
/// summation can change a decision.
#[test]
fn two_species_of_iris_are_separated() {
    TASK.grade(2, || {
        let Iris { features, species } = iris_two_species();
        let (x, y) = (with_bias(&features), species.mapv(|species| 2.0 * species - 1.0));
        let check = given("x", &x).and("y", &y).and("epochs", &10);
        let w = train_perceptron(&x, &y, 10);
        check.got(w.clone()).expect(array![-1.0, -1.3, -4.1, 5.2, 2.2]);
        given("x", &x).and("y", &y).and("epochs", &10).got(mistakes(&x, &y, &w)).expect(0);
    });
}

/// With two of the measurements it takes longer. Scikit-learn's perceptron leaves the same weights, epoch by epoch; the
/// pre-activations stay 0.09 away from 0.
#[test]
fn with_two_measurements_it_takes_longer() {
    TASK.grade(1, || {
        let Iris { features, species } = iris_two_species();
        let (x, y) = (with_bias(&features.select(Axis(1), &[0, 2])), species.mapv(|species| 2.0 * species - 1.0));
        let mut log = String::from("epochs  bias  sepal length  petal length  mistakes left\n");
        for epochs in 1..=7 {
            let check = given("x", &x).and("y", &y).and("epochs", &epochs);
            let w = train_perceptron(&x, &y, epochs);
            check.got(w.clone()).expect_that("holds one weight for each column of x", |w| w.len() == x.ncols());
            let left = mistakes(&x, &y, &w);
            writeln!(log, "{epochs:>6}  {:>4.1}  {:>12.1}  {:>12.1}  {left:>13}", w[0] + 0.0, w[1], w[2]).unwrap();
        }
        assert_snapshot!(log, @"
        epochs  bias  sepal length  petal length  mistakes left
             1   0.0           1.9           3.3             50
             2   0.0           3.8           6.6             50
             3  -1.0           1.1           8.4             50
             4  -1.0           1.7          10.5             50
             5  -2.0          -3.4           9.1              0
             6  -2.0          -3.4           9.1              0
             7  -2.0          -3.4           9.1              0
        ");
    });
}

/// Exclusive or cannot be separated by a line. The four steps of an epoch lead from (0, 0, 0) over (−1, 1, 1), (0, 0,
/// 2) and (1, 1, 1) back to (0, 0, 0): the perceptron runs in a circle.
#[test]
fn exclusive_or_is_never_learned() {
    TASK.grade(1, || {
        let x = array![[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]];
        let y = array![-1.0, 1.0, 1.0, -1.0];
        for epochs in [1, 2, 100] {
            given("x", &x)
                .and("y", &y)
                .and("epochs", &epochs)
                .got(train_perceptron(&x, &y, epochs))
                .expect(array![0.0, 0.0, 0.0]);
        }
    });
}
