//! # Task 4: the neuron
//!
//! Write `neuron(w, x, f)` in `src/neuron.rs`: both steps, one after the other, `ŷ = f(wᵀx)`. The weights say what the
//! neuron looks at, the activation function what kind of answer it gives. With the identity it is a linear regression,
//! with the sigmoid a logistic regression, with the sign a perceptron.

use ch02::given::identity;
use ch02::neuron;
use ch02_mistakes::t4_neuron::{NEURON, Neuron, logistic, side};
use checks::{Random, Task, given};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, array};

const TASK: Task<Neuron> =
    Task { title: "The neuron", functions: &["neuron"], section: "The neuron", yours: neuron, diagnoses: &[&NEURON] };

/// a = −6 + 8 + 6 = 8, and f(a) = a² makes it 64. Each other order of the steps gives another number.
#[test]
fn a_sample_by_hand() {
    TASK.grade(2, |neuron| {
        let (w, x) = (array![-6.0, 2.0, 1.0], array![1.0, 4.0, 6.0]);
        given("w", &w).and("x", &x).got(neuron(&w, &x, |a| a * a)).expect(64.0);
    });
}

/// Here x₀ is 2, not 1: the neuron does not know that a bias is meant, it multiplies and adds. a = −12 + 2 + 3 = −7.
#[test]
fn the_first_feature_is_multiplied_like_the_others() {
    TASK.grade(1, |neuron| {
        let (w, x) = (array![-6.0, 2.0, 1.0], array![2.0, 1.0, 3.0]);
        given("w", &w).and("x", &x).got(neuron(&w, &x, |a| a * a)).expect(49.0);
        given("w", &w).and("x", &x).got(neuron(&w, &x, |a| a - 1.0)).expect(-8.0);
    });
}

/// Chapter 1's line through Hubble's nebulae, as a neuron: at 2 Mpc it answers −40.78 + 454.16·2 = 867.54 km/s.
#[test]
fn with_the_identity_it_is_a_linear_regression() {
    TASK.grade(1, |neuron| {
        let (w, x) = (array![-40.78, 454.16], array![1.0, 2.0]);
        given("w", &w).and("x", &x).got(neuron(&w, &x, identity)).expect(867.54);
    });
}

/// Before its last flight, the space shuttle Challenger and its sisters had started 23 times; seal rings were damaged
/// in 7 of them (S. Dalal, E. Fowlkes, B. Hoadley, "Risk analysis of the space shuttle", *Journal of the American
/// Statistical Association* 84 (1989), 945–957). The logistic regression of damage on temperature has the weights
/// 15.0429 and −0.2322 per °F (Newton's method in NumPy 2.4.6, on the 23 flights). At 70 °F it says 0.230; for the
/// 31 °F of that morning, far below all temperatures flown at, it says 0.9996.
#[test]
fn with_the_sigmoid_it_is_a_logistic_regression() {
    TASK.grade(1, |neuron| {
        let w = array![15.0429, -0.2322];
        for (temperature, published) in [(70.0, 0.2295), (31.0, 0.9996)] {
            let x = array![1.0, temperature];
            given("w", &w).and("x", &x).got(neuron(&w, &x, logistic)).within(5e-5, 0.0).expect(published);
        }
    });
}

/// No setosa has a petal longer than 1.9 cm, no versicolor one shorter than 3 cm: one neuron with weights chosen by
/// hand tells them apart. It looks at the length of the petal and asks whether it exceeds 2.5 cm.
#[test]
fn with_the_sign_it_tells_two_species_apart() {
    TASK.grade(1, |neuron| {
        let Iris { features, species } = iris_two_species();
        let (w, lengths) = (array![-2.5, 1.0], features.column(2).to_owned());
        let answers: Array1<f64> = lengths.iter().map(|&length| neuron(&w, &array![1.0, length], side)).collect();
        given("w", &w).and("petal length", &lengths).got(answers).expect(species.mapv(|species| 2.0 * species - 1.0));
    });
}

/// Whatever the sum is, small or large, the activation function has the last word, also at 0, where f(a) = 2a + 3 is 3.
#[test]
fn every_sum_goes_through_the_activation_function() {
    TASK.grade(1, |neuron| {
        let (w, x) = (array![-1.0, 2.0, 0.0], array![4.0, 2.0, 5.0]);
        given("w", &w).and("x", &x).got(neuron(&w, &x, |a| 2.0 * a + 3.0)).expect(3.0);
        let nothing = array![0.0, 0.0, 0.0];
        given("w", &nothing).and("x", &x).got(neuron(&nothing, &x, |a| 2.0 * a + 3.0)).expect(3.0);
        let (w, x) = (array![1.0, 2.0, 3.0], array![2.0, -1.0, 4.0]);
        given("w", &w).and("x", &x).got(neuron(&w, &x, |a| 2.0 * a + 3.0)).expect(27.0);
        let mut random = Random::seeded(42);
        for (k, size) in [(1, 1.0), (2, 1e-20), (5, 1e8), (20, 1.0)] {
            let (w, mut x) = (size * random.vector(k), random.vector(k));
            x[k / 3] = if k > 1 { 0.0 } else { x[0] };
            let a: f64 = w.iter().zip(&x).map(|(w, x)| w * x).sum();
            given("w", &w).and("x", &x).got(neuron(&w, &x, identity)).within(0.0, 1e-9).expect(a);
            given("w", &w).and("x", &x).got(neuron(&w, &x, |a| 2.0 * a + 3.0)).expect(2.0 * a + 3.0);
        }
    });
}

#[test]
fn there_are_as_many_weights_as_features() {
    TASK.grade(1, |neuron| {
        let (w, x) = (array![2.0, -1.0], array![1.0, 5.0]);
        given("w", &w).and("x", &x).got(neuron(&w, &x, |a| a * a)).expect(9.0);
        for (w, x) in [(array![2.0], x.clone()), (w, array![1.0]), (array![3.0, 1.0, 2.0], x)] {
            given("w", &w).and("x", &x).expect_panic("w and x differ in length", || neuron(&w, &x, |a| a * a));
        }
    });
}
