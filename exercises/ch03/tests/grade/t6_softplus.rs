//! # Task 6: softplus
//!
//! Write `softplus(a)` and `softplus_derivative(a)` in `src/smooth.rs`. Softplus is ReLU without the kink, and its
//! slope is the sigmoid. `(1.0 + a.exp()).ln()` is right on paper; in an `f64` it is infinite for large numbers and 0
//! for small ones, where the true value is neither.

use ch03::{softplus, softplus_derivative};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task = Task { title: "Softplus", functions: &["softplus", "softplus_derivative"], section: "Softplus" };

const CUT: &str =
    "the curve is cut off: it is nearly straight here, and not quite, so one formula serves up to the end";

/// At a = 0: ln(1 + 1) = ln 2. At a = ln 3: ln(1 + 3) = ln 4.
#[test]
fn a_number_by_hand() {
    TASK.grade(1, || {
        let a = 3_f64.ln();
        given("a", &a)
            .got(softplus(a))
            .mistake(4_f64.log10(), "this is the logarithm to base 10: `ln` is the natural one")
            .mistake(a + (4.0_f64 / 3.0).log10(), "the logarithm is to base 10: `ln` is the natural one")
            .mistake(2.0, "this is the logarithm to base 2: `ln` is the natural one")
            .mistake(a, "this is ln(eᵃ), which is a: the 1 inside the logarithm is missing")
            .mistake((1.0 + a).ln(), "this is ln(1 + a): the exponential is missing")
            .mistake(4.0, "this is 1 + eᵃ: the logarithm is missing")
            .mistake((4.0_f64 / 3.0).ln(), "this is ln(1 + e⁻ᵃ): the exponent is +a, or a has to be added outside")
            .mistake(5_f64.ln(), "1 is added twice: `x.ln_1p()` adds it already")
            .expect(4_f64.ln());
        given("a", &0.0).got(softplus(0.0)).expect(2_f64.ln());
    });
}

/// Where e⁻ᵃ is too small to count, softplus is ReLU: for 40 and for 1000 the result is the number itself.
#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, || {
        for a in [40.0, 1000.0, 1e300] {
            let value = softplus(a);
            let words = if value.is_nan() {
                "is finite: the logarithm of a negative number is NaN; is the exponential missing inside it?"
            } else {
                "is finite: exp(1000) is infinite, and so is its logarithm; for positive a use a + ln(1 + exp(-a))"
            };
            given("a", &a).got(value).expect_that(words, |_| true);
            given("a", &a).got(softplus(a)).expect(a);
        }
    });
}

/// Far to the left, softplus(a) is almost eᵃ: tiny, and not zero. Figures by mpmath 1.4.1 with 50 digits,
/// `log1p(exp(mpf(a)))`.
#[test]
fn twelve_digits_are_right_in_the_lower_tail() {
    TASK.grade(1, || {
        let a = array![-700.0, -100.0, -40.0, -30.0, -20.0, -10.0, -1.0];
        let check = given("a", &a);
        let tail = a.mapv(softplus);
        // Both forms lose the tail; what is left of it at −30 tells which of them was taken.
        let cancelled = (tail[3] - (-30.0 + 30_f64.exp().ln_1p())).abs() < 1e-16;
        let lost = if cancelled {
            "the lower tail is lost: for negative a use ln_1p(eᵃ), since in a + ln(1 + e⁻ᵃ) the two almost cancel"
        } else {
            "the lower tail is lost: 1 + exp(a) is rounded to 1, and ln(1) is 0; use `ln_1p`"
        };
        check.got(tail).mistake(a.mapv(|a: f64| (1.0 + a.exp()).ln()), lost).within(0.0, 1e-12).expect(array![
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

/// As with ReLU, a number is what its two sides let pass: softplus(a) − softplus(−a) = a. But softplus lies above ReLU.
#[test]
fn a_number_is_what_its_two_sides_let_pass() {
    TASK.grade(1, || {
        let mut random = Random::seeded(361);
        for size in [0.1, 1.0, 10.0, 500.0] {
            let a = size * random.number();
            given("a", &a).got(softplus(a) - softplus(-a)).derived("softplus(a) − softplus(−a)").expect(a);
            given("a", &a).got(softplus(a)).expect_that("is not below ReLU(a)", |&v| v >= a.max(0.0) * (1.0 - 1e-9));
        }
        for a in [3.5, 5.0, 7.0, 10.0, 15.0_f64] {
            given("a", &a).got(softplus(a)).mistake(a, CUT).expect(a + (-a).exp().ln_1p());
        }
    });
}

/// At a = ln 3: 3/(1 + 3) = 3/4, the sigmoid.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, || {
        let a = 3_f64.ln();
        given("a", &a)
            .of("softplus_derivative")
            .got(softplus_derivative(a))
            .mistake(0.25, "the inner derivative is missing: 1/(1 + eᵃ) has to be multiplied by eᵃ, which gives σ(a)")
            .mistake(3.0 / 16.0, "this is the slope of the sigmoid: the slope of softplus is the sigmoid itself")
            .mistake(1.0 / (1.0 + a), "this is the slope of ln(1 + a): that of ln(1 + eᵃ) is σ(a)")
            .mistake(1.0, "this is the slope of ReLU: that of softplus rises gradually, it is σ(a)")
            .mistake(4_f64.ln(), "this is softplus itself: its slope is σ(a)")
            .expect(0.75);
        given("a", &0.0).of("softplus_derivative").got(softplus_derivative(0.0)).expect(0.5);
    });
}

#[test]
fn the_slope_is_the_measured_one_and_ends_at_zero_and_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(362);
        for _ in 0..8 {
            let a = 4.0 * random.number();
            given("a", &a)
                .of("softplus_derivative")
                .got(softplus_derivative(a))
                .expect_gradient_of(|&a| a.exp().ln_1p(), &a);
        }
        for a in [-15.0, -10.0, -7.0, -5.0, -3.5, 3.5, 5.0, 7.0, 10.0, 15.0_f64] {
            given("a", &a)
                .of("softplus_derivative")
                .got(softplus_derivative(a))
                .mistake(if a > 0.0 { 1.0 } else { 0.0 }, CUT)
                .expect(1.0 / (1.0 + (-a).exp()));
        }
        for (a, slope) in [(-1000.0, 0.0), (1000.0, 1.0)] {
            given("a", &a).of("softplus_derivative").got(softplus_derivative(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; the slope is σ(a), and task 4 computes it safely",
                |_| true,
            );
            given("a", &a).of("softplus_derivative").got(softplus_derivative(a)).expect(slope);
        }
    });
}
