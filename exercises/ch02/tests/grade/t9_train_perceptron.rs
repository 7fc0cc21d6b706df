//! # Task 9: training a perceptron
//!
//! Write `train_perceptron(x, y, epochs)` in `src/perceptron.rs`: Rosenblatt's rule for one sample after another. If a
//! straight cut can separate the two labels, the perceptron finds one after a finite number of mistakes. If none can,
//! it goes on for ever.

use ch02::given::with_bias;
use ch02::train_perceptron;
use ch02_mistakes::t9_train_perceptron::{TRAIN_PERCEPTRON, TrainPerceptron, answer_is_wrong, trained};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, Array2, Axis, array};
use std::fmt::Write;

const TASK: Task<TrainPerceptron> = Task {
    title: "Training a perceptron",
    functions: &["train_perceptron"],
    section: "Learning from many samples: the perceptron is trained",
    yours: train_perceptron,
    diagnoses: &[&TRAIN_PERCEPTRON],
};

/// w = (0, 0): undecided about the first sample, so −(1, 1) is added; then a = −3 for the second, so (1, 2) is added
/// and leaves (0, 1). The second epoch makes two mistakes and leaves (0, 2), the next ones leave (−1, 1), (−1, 2), (−1,
/// 3).
#[test]
fn a_few_epochs_by_hand() {
    TASK.grade(2, |train| {
        let (x, y) = two_samples();
        for (epochs, w) in [(1, array![0.0, 1.0]), (2, array![0.0, 2.0]), (5, array![-1.0, 3.0])] {
            given("x", &x).and("y", &y).and("epochs", &epochs).got(train(&x, &y, epochs)).expect(w);
        }
    });
}

/// Three samples with one feature: as many rows as columns would hide which of the two a loop runs over. And without
/// an epoch, nothing is learned.
#[test]
fn an_epoch_goes_through_all_rows() {
    TASK.grade(2, |train| {
        let (x, y) = (array![[1.0, 1.0], [1.0, 2.0], [1.0, -1.0]], array![-1.0, 1.0, 1.0]);
        for (epochs, w) in [(1, array![1.0, 0.0]), (0, array![0.0, 0.0])] {
            given("x", &x).and("y", &y).and("epochs", &epochs).got(train(&x, &y, epochs)).expect(w);
        }
    });
}

/// The eighth epoch leaves weights that make no mistake. From then on nothing changes, however long the training.
/// The boundary, −w₀/w₁, has come to lie between the two samples, which stand at 1 and 2.
#[test]
fn the_training_settles_once_no_mistake_is_left() {
    TASK.grade(1, |train| {
        let (x, y) = two_samples();
        let mut log = String::from("epochs  w₀  w₁  boundary  mistakes left\n");
        for epochs in 1..=10 {
            let w = train(&x, &y, epochs);
            let check = given("x", &x).and("y", &y).and("epochs", &epochs).got(w.clone());
            check.expect_shape(&[2], "one weight for each column of x");
            let (left, boundary) = (mistakes_left(&x, &y, &w), -w[0] / w[1] + 0.0);
            writeln!(log, "{epochs:>6}  {:>2}  {:>2}  {boundary:>8.2}  {left:>13}", w[0] + 0.0, w[1] + 0.0).unwrap();
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
    TASK.grade(2, |train| {
        let Iris { features, species } = iris_two_species();
        let (x, y) = (with_bias(&features), species.mapv(|species| 2.0 * species - 1.0));
        let w = train(&x, &y, 10);
        given("x", &x).and("y", &y).and("epochs", &10).got(w.clone()).expect(array![-1.0, -1.3, -4.1, 5.2, 2.2]);
        given("x", &x).and("y", &y).and("epochs", &10).got(mistakes_left(&x, &y, &w)).expect(0);
    });
}

/// With two of the measurements it takes longer. Scikit-learn's perceptron leaves the same weights, epoch by epoch; the
/// pre-activations stay 0.09 away from 0.
#[test]
fn with_two_measurements_it_takes_longer() {
    TASK.grade(1, |train| {
        let Iris { features, species } = iris_two_species();
        let (x, y) = (with_bias(&features.select(Axis(1), &[0, 2])), species.mapv(|species| 2.0 * species - 1.0));
        let mut log = String::from("epochs  bias  sepal length  petal length  mistakes left\n");
        for epochs in 1..=7 {
            let w = train(&x, &y, epochs);
            let check = given("x", &x).and("y", &y).and("epochs", &epochs).got(w.clone());
            check.expect_shape(&[3], "one weight for each column of x");
            let left = mistakes_left(&x, &y, &w);
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
    TASK.grade(1, |train| {
        let x = array![[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]];
        let y = array![-1.0, 1.0, 1.0, -1.0];
        for epochs in [1, 2, 100] {
            given("x", &x).and("y", &y).and("epochs", &epochs).got(train(&x, &y, epochs)).expect(array![0.0, 0.0, 0.0]);
        }
    });
}

/// Two samples that lie close to each other, at 1 and 1 + 1/256. The perceptron needs 1026 epochs, and the last of them
/// counts as much as the first. All numbers are exact, so no order of summation can change a decision.
#[test]
fn a_narrow_gap_takes_long() {
    TASK.grade(1, |train| {
        let (x, y) = (array![[1.0, 1.0], [1.0, 1.0 + 1.0 / 256.0]], array![-1.0, 1.0]);
        for epochs in [7, 1020] {
            let expected = trained(&x, &y, epochs);
            given("x", &x).and("y", &y).and("epochs", &epochs).got(train(&x, &y, epochs)).expect(expected);
        }
    });
}

/// Batches of all shapes, not all of which a cut separates: the weights after the last step are the answer, and not the
/// best on the way.
#[test]
fn every_batch_is_gone_through_in_order() {
    TASK.grade(1, |train| {
        let mut random = Random::seeded(29);
        for (n, k, epochs) in [(7, 3, 5), (2, 4, 3), (3, 3, 1), (1, 2, 4), (5, 1, 6)] {
            let (x, y) = (random.matrix(n, k), random.vector(n).mapv(f64::signum));
            let expected = trained(&x, &y, epochs);
            given("x", &x).and("y", &y).and("epochs", &epochs).got(train(&x, &y, epochs)).expect(expected);
        }
    });
}

/// Two samples with one feature: 1 belongs to −1, and 2 to 1.
fn two_samples() -> (Array2<f64>, Array1<f64>) {
    (array![[1.0, 1.0], [1.0, 2.0]], array![-1.0, 1.0])
}

/// How many samples do not get their label.
fn mistakes_left(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> usize {
    (0..y.len()).filter(|&j| answer_is_wrong(w, x, y, j)).count()
}
