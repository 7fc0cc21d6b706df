//! # Task 6: softplus
//!
//! Write `softplus(a)` and `softplus_derivative(a)` in `src/smooth.rs`. Softplus is ReLU without the kink, and its
//! slope is the sigmoid. `(1.0 + a.exp()).ln()` is right on paper; in an `f64` it is infinite for large numbers and 0
//! for small ones, where the true value is neither.

use ch03::{softplus, softplus_derivative};
use ch03_mistakes::t6_softplus::{SOFTPLUS, SOFTPLUS_DERIVATIVE, Softplus};
use checks::{Random, Task, given};
use ndarray::{Array1, array};

const TASK: Task<Softplus> = Task {
    title: "Softplus",
    functions: &["softplus", "softplus_derivative"],
    section: "Softplus",
    yours: (softplus, softplus_derivative),
    diagnoses: &[&SOFTPLUS, &SOFTPLUS_DERIVATIVE],
};

/// At a = 0: ln(1 + 1) = ln 2. At a = ln 3: ln(1 + 3) = ln 4.
#[test]
fn a_number_by_hand() {
    TASK.grade(1, |(softplus, _)| {
        let a = 3_f64.ln();
        given("a", &a).got(softplus(a)).expect(4_f64.ln());
        given("a", &0.0).got(softplus(0.0)).expect(2_f64.ln());
    });
}

/// Where e⁻ᵃ is too small to count, softplus is ReLU: for 40 and for 1000 the result is the number itself, for −1000
/// it is 0.
#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, |(softplus, _)| {
        for a in [40.0, 400.0, 1000.0, 1e300] {
            given("a", &a).got(softplus(a)).within(0.0, 1e-12).expect(a);
        }
        given("a", &-1000.0).got(softplus(-1000.0)).within(0.0, 0.0).expect(0.0);
    });
}

/// Far to the left, softplus(a) is almost eᵃ: tiny, and not zero. Figures by mpmath 1.4.1 with 50 digits,
/// `log1p(exp(mpf(a)))`.
#[test]
fn twelve_digits_are_right_in_the_lower_tail() {
    TASK.grade(1, |(softplus, _)| {
        let a = array![-708.0, -700.0, -100.0, -40.0, -30.0, -20.0, -10.0, -1.0];
        given("a", &a).got(a.mapv(softplus)).within(0.0, 1e-12).expect(array![
            3.307_553_003_638_408e-308,
            9.859_676_543_759_77e-305,
            3.720_075_976_020_836e-44,
            4.248_354_255_291_589e-18,
            9.357_622_968_839_737e-14,
            2.061_153_620_314_381e-9,
            4.539_889_921_686_465e-5,
            0.313_261_687_518_222_8,
        ]);
    });
}

/// As with ReLU, a number is what its two sides let pass: softplus(a) − softplus(−a) = a. But softplus lies above ReLU,
/// by ln(1 + e^−|a|): that is less and less to both sides, and twelve digits show it up to a ≈ 24.
#[test]
fn a_number_is_what_its_two_sides_let_pass() {
    TASK.grade(1, |(softplus, _)| {
        let mut random = Random::seeded(361);
        for size in [0.1, 1.0, 10.0, 500.0] {
            let a = size * random.number();
            given("a", &a).got(softplus(a) - softplus(-a)).derived("softplus(a) − softplus(−a)").expect(a);
        }
        for a in Array1::<f64>::linspace(-42.0, 42.0, 169) {
            let expected = a.max(0.0) + (-a.abs()).exp().ln_1p();
            given("a", &a).got(softplus(a)).within(0.0, 1e-12).expect(expected);
        }
    });
}

/// At a = ln 3: 3/(1 + 3) = 3/4, the sigmoid.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, |(_, softplus_derivative)| {
        let a = 3_f64.ln();
        given("a", &a).of("softplus_derivative").got(softplus_derivative(a)).expect(0.75);
        given("a", &0.0).of("softplus_derivative").got(softplus_derivative(0.0)).expect(0.5);
    });
}

#[test]
fn the_slope_is_the_measured_one_and_ends_at_zero_and_one() {
    TASK.grade(1, |(_, softplus_derivative)| {
        let mut random = Random::seeded(362);
        for _ in 0..8 {
            let a = 4.0 * random.number();
            let slope = given("a", &a).of("softplus_derivative").got(softplus_derivative(a));
            slope.expect_gradient_of(|&a| a.exp().ln_1p(), &a);
        }
        for a in Array1::<f64>::linspace(-42.0, 42.0, 141).into_iter().chain([-1000.0, -400.0, 400.0, 1000.0]) {
            let slope = given("a", &a).of("softplus_derivative").got(softplus_derivative(a));
            slope.within(1e-12, 0.0).expect(0.5 + 0.5 * (0.5 * a).tanh());
        }
    });
}
