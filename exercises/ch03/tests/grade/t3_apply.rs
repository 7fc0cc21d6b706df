//! # Task 3: whole arrays at once
//!
//! Write `apply(f, a)` in `src/elementwise.rs`. An activation function takes one number, a layer has many: one for each
//! sample and each neuron. Each is activated by itself, and does not see the others. `f` is an argument here, like any
//! other: the same line works for every activation, and for every derivative.

use ch03::apply;
use ch03::given::{identity, identity_derivative, sign, sign_derivative};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task = Task { title: "Whole arrays at once", functions: &["apply"], section: "Whole arrays at once" };

/// The perceptron's sign, for three samples and two neurons.
#[test]
fn a_batch_by_hand() {
    TASK.grade(1, || {
        let a = array![[2.0, -3.0], [0.0, 0.5], [-0.1, -7.0]];
        given("a", &a)
            .got(apply(sign, &a))
            .mistake(array![[1.0, -1.0], [0.0, 0.5], [-0.1, -7.0]], "only the first row is activated: visit every row")
            .mistake(
                array![[1.0, -3.0], [0.0, 0.5], [-1.0, -7.0]],
                "only the first column is activated: visit every column",
            )
            .mistake(
                array![[1.0, -3.0], [0.0, 1.0], [-0.1, -7.0]],
                "only the diagonal is activated: every row meets every column, in two loops or with `mapv`",
            )
            .mistake(
                array![[-1.0, -1.0], [1.0, 1.0], [-1.0, -1.0]],
                "f is applied to the sum of each row: apply it to each entry by itself",
            )
            .expect(array![[1.0, -1.0], [0.0, 1.0], [-1.0, -1.0]]);
    });
}

/// Doubling and adding 1, so that doing it twice, or on whole rows, gives other numbers.
#[test]
fn each_entry_is_activated_once_and_by_itself() {
    TASK.grade(1, || {
        let a = Random::seeded(331).matrix(3, 4);
        let f = |v: f64| 2.0 * v + 1.0;
        let expected = Array2::from_shape_fn((3, 4), |(j, i)| 2.0 * a[[j, i]] + 1.0);
        let twice = Array2::from_shape_fn((3, 4), |(j, i)| 4.0 * a[[j, i]] + 3.0);
        let of_the_sum = Array2::from_shape_fn((3, 4), |(j, _)| 2.0 * a.row(j).sum() + 1.0);
        given("a", &a)
            .got(apply(f, &a))
            .mistake(twice, "f is applied twice: once for each entry is enough")
            .mistake(of_the_sum, "f is applied to the sum of each row: apply it to each entry by itself")
            .mistake(&a * &expected, "each entry is multiplied by f of it: replace it by f of it")
            .mistake(&a + &expected, "f of each entry is added to it: replace it by f of it")
            .expect(expected);
    });
}

#[test]
fn every_shape_is_kept() {
    TASK.grade(1, || {
        for shape in [(1, 5), (5, 1), (2, 3), (0, 3)] {
            let a = Array2::from_elem(shape, -2.0);
            given("a", &a).got(apply(f64::abs, &a)).expect(Array2::from_elem(shape, 2.0));
        }
    });
}

/// The first two activations of the lecture. The identity keeps a batch as it is, and each slope is 1; each slope of
/// the sign is 0, so that no gradient would ever pass it.
#[test]
fn the_slopes_of_the_identity_are_ones_and_those_of_the_sign_are_zeros() {
    TASK.grade(1, || {
        let a = 5.0 * Random::seeded(332).matrix(4, 3);
        given("a", &a).got(apply(identity, &a)).expect(a.clone());
        given("a", &a).got(apply(identity_derivative, &a)).expect(Array2::ones((4, 3)));
        given("a", &a).got(apply(sign_derivative, &a)).expect(Array2::zeros((4, 3)));
    });
}
