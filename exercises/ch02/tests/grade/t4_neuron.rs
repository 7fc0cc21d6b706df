//! # Task 4: the neuron
//!
//! Write `neuron(w, x, f)` in `src/neuron.rs`: both steps, one after the other, `ŷ = f(wᵀx)`. The weights say what the
//! neuron looks at, the activation function what kind of answer it gives. With the identity it is a linear regression,
//! with the sigmoid a logistic regression, with the sign a perceptron.

use ch02::given::identity;
use ch02::neuron;
use checks::{Task, given};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, array};

const TASK: Task = Task { title: "The neuron", functions: &["neuron"], section: "The neuron" };

/// The logistic function, made here so that this task needs no other.
fn logistic(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// −1, 0 or 1, made here so that this task needs no other.
fn side(a: f64) -> f64 {
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}

/// a = −6 + 8 + 6 = 8, and f(a) = a² makes it 64. Each other order of the steps gives another number.
#[test]
fn a_sample_by_hand() {
    TASK.grade(2, || {
        let (w, x) = (array![-6.0, 2.0, 1.0], array![1.0, 4.0, 6.0]);
        given("w", &w)
            .and("x", &x)
            .got(neuron(&w, &x, |a| a * a))
            .mistake(4.0, "w[0] is already in the sum: the first feature is 1, so the bias is one of the products")
            .mistake(8.0, "the activation is not applied: this is the pre-activation a, and the answer is f(a)")
            .mistake(4096.0, "the activation is applied twice: the answer is f(a), not f(f(a))")
            .mistake(136.0, "the activation is applied to each product: add up first, then apply f to the sum")
            .mistake(62.0, "the activation is applied to the features: add up first, then apply f to the sum")
            .mistake(58.0, "the activation is applied to the weights: add up first, then apply f to the sum")
            .mistake(196.0, "the bias is forgotten: the first weight counts too, since the first feature is 1")
            .mistake(1089.0, "the sum of the weights times the sum of the features: multiply first, then add")
            .mistake(1.0, "the sign is built in: call the function `f` that was handed over")
            .mistake(logistic(8.0), "the sigmoid is built in: call the function `f` that was handed over")
            .expect(64.0);
    });
}

/// Here x₀ is 2, not 1: the neuron does not know that a bias is meant, it multiplies and adds. a = −12 + 2 + 3 = −7.
#[test]
fn the_first_feature_is_multiplied_like_the_others() {
    TASK.grade(1, || {
        let (w, x) = (array![-6.0, 2.0, 1.0], array![2.0, 1.0, 3.0]);
        given("w", &w)
            .and("x", &x)
            .got(neuron(&w, &x, |a| a * a))
            .mistake(1.0, "w[0] is added without its x[0]: the constant 1 comes with x, so multiply all of them")
            .mistake(169.0, "w[0] is already in the sum: add up the products wᵢ xᵢ, and nothing else")
            .expect(49.0);
    });
}

/// Chapter 1's line through Hubble's nebulae, as a neuron: at 2 Mpc it answers −40.78 + 454.16·2 = 867.54 km/s.
#[test]
fn with_the_identity_it_is_a_linear_regression() {
    TASK.grade(1, || {
        let (w, x) = (array![-40.78, 454.16], array![1.0, 2.0]);
        given("w", &w)
            .and("x", &x)
            .got(neuron(&w, &x, identity))
            .mistake(908.32, "the bias is forgotten: the first weight counts too, since the first feature is 1")
            .mistake(1.0, "an activation is built in: call the function `f` that was handed over")
            .expect(867.54);
    });
}

/// Before its last flight, the space shuttle Challenger and its sisters had started 23 times; seal rings were damaged
/// in 7 of them (S. Dalal, E. Fowlkes, B. Hoadley, "Risk analysis of the space shuttle", *Journal of the American
/// Statistical Association* 84 (1989), 945–957). The logistic regression of damage on temperature has the weights
/// 15.0429 and −0.2322 per °F (Newton's method in NumPy 2.4.6, on the 23 flights). At 70 °F it says 0.230; for the
/// 31 °F of that morning, far below all temperatures flown at, it says 0.9996.
#[test]
fn with_the_sigmoid_it_is_a_logistic_regression() {
    TASK.grade(1, || {
        let w = array![15.0429, -0.2322];
        for (temperature, published) in [(70.0, 0.2295), (31.0, 0.9996)] {
            let x = array![1.0, temperature];
            let a = 15.0429 - 0.2322 * temperature;
            given("w", &w)
                .and("x", &x)
                .got(neuron(&w, &x, logistic))
                .mistake(a, "the activation is not applied: this is the pre-activation a, and the answer is f(a)")
                .mistake(
                    logistic(logistic(a)),
                    "the activation is applied twice: a probability was handed to the sigmoid once more",
                )
                .mistake(logistic(a - 15.0429), "the bias is forgotten: the first weight counts too")
                .within(5e-5, 0.0)
                .expect(published);
        }
    });
}

/// No setosa has a petal longer than 1.9 cm, no versicolor one shorter than 3 cm: one neuron with weights chosen by
/// hand tells them apart. It looks at the length of the petal and asks whether it exceeds 2.5 cm.
#[test]
fn with_the_sign_it_tells_two_species_apart() {
    TASK.grade(1, || {
        let Iris { features, species } = iris_two_species();
        let w = array![-2.5, 1.0];
        let answers: Array1<f64> =
            features.column(2).iter().map(|&length| neuron(&w, &array![1.0, length], side)).collect();
        given("w", &w)
            .and("petal length", &features.column(2).to_owned())
            .got(answers)
            .mistake(
                Array1::ones(100),
                "every flower is called a versicolor: is the bias forgotten? The first weight counts too",
            )
            .expect(species.mapv(|species| 2.0 * species - 1.0));
    });
}
