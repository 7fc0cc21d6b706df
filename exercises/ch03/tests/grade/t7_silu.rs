//! # Task 7: SiLU
//!
//! Write `silu(a)` and `silu_derivative(a)` in `src/smooth.rs`. SiLU multiplies a number by its own sigmoid, like a
//! gate that opens the more the larger the number is. It is the first activation here that falls before it rises.

use ch03::{silu, silu_derivative};
use ch03_mistakes::t7_silu::{SILU, SILU_DERIVATIVE, Silu};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::Array1;
use std::fmt::Write;

const TASK: Task<Silu> = Task {
    title: "SiLU",
    functions: &["silu", "silu_derivative"],
    section: "SiLU",
    yours: (silu, silu_derivative),
    diagnoses: &[&SILU, &SILU_DERIVATIVE],
};

/// At a = ln 3 the gate is open to 3/4. At a = −ln 3 it is open to 1/4.
#[test]
fn a_number_by_hand() {
    TASK.grade(1, |(silu, _)| {
        let a = 3_f64.ln();
        given("a", &a).got(silu(a)).expect(0.75 * a);
        given("a", &-a).got(silu(-a)).expect(-0.25 * a);
        given("a", &0.0).got(silu(0.0)).expect(0.0);
    });
}

/// The gates for a and for −a open to 1 together: SiLU(a) − SiLU(−a) = a(σ(a) + σ(−a)) = a. Far out, one of them is
/// shut, to twelve digits from a ≈ 28 on.
#[test]
fn a_number_is_what_its_two_sides_let_pass() {
    TASK.grade(1, |(silu, _)| {
        let mut random = Random::seeded(371);
        for size in [0.1, 1.0, 10.0, 100.0] {
            let a = size * random.number();
            given("a", &a).got(silu(a) - silu(-a)).derived("silu(a) − silu(−a)").expect(a);
        }
        for a in Array1::<f64>::linspace(-42.0, 42.0, 169) {
            given("a", &a).got(silu(a)).within(1e-12, 1e-12).expect(a / (1.0 + (-a).exp()));
        }
        for (a, end) in [(400.0, 400.0), (-400.0, 0.0), (1000.0, 1000.0), (-1000.0, 0.0), (1e17, 1e17), (-1e17, 0.0)] {
            given("a", &a).got(silu(a)).expect(end);
        }
    });
}

/// The curve from −6 to 2, one star for each half step: it comes from 0, dips, and rises.
#[test]
fn the_curve_dips_before_it_rises() {
    TASK.grade(1, |(silu, _)| {
        let mut picture = String::new();
        for step in 0..=16 {
            let a = -6.0 + 0.5 * f64::from(step);
            let column = (6.0 + 12.0 * silu(a)).round().clamp(0.0, 27.0) as usize;
            let mut line: Vec<char> = format!("{:28}", "      |").chars().collect();
            line[column] = '*';
            let line: String = line.into_iter().collect();
            writeln!(picture, "{a:>4.1} {}", line.trim_end()).unwrap();
        }
        assert_snapshot!(picture, @"
        -6.0       *
        -5.5       *
        -5.0       *
        -4.5      *|
        -4.0      *|
        -3.5      *|
        -3.0     * |
        -2.5     * |
        -2.0    *  |
        -1.5    *  |
        -1.0    *  |
        -0.5     * |
         0.0       *
         0.5       |   *
         1.0       |        *
         1.5       |              *
         2.0       |                    *
        ");
    });
}

/// At a = ln 3: σ = 3/4 and σ' = 3/16, so the slope is 3/4 + 3/16 · ln 3.
#[test]
fn a_slope_by_hand() {
    TASK.grade(1, |(_, silu_derivative)| {
        let a = 3_f64.ln();
        given("a", &a).of("silu_derivative").got(silu_derivative(a)).expect(0.75 + 3.0 / 16.0 * a);
        given("a", &0.0).of("silu_derivative").got(silu_derivative(0.0)).expect(0.5);
    });
}

/// The lowest point is at a = −1.2784645427610738…, by mpmath 1.4.1, `-(1 + lambertw(exp(-1)))`: there the slope is 0.
#[test]
fn at_the_lowest_point_the_slope_is_zero() {
    TASK.grade(1, |(_, silu_derivative)| {
        let slope = |a| given("a", &a).of("silu_derivative").got(silu_derivative(a));
        slope(-1.278_464_542_761_074).expect(0.0);
        slope(-2.0).expect_that("is negative: SiLU falls there", |&v| v < 0.0);
        slope(-1.0).expect_that("is positive: SiLU rises there", |&v| v > 0.0);
    });
}

/// Far out SiLU is nearly a straight line, and its slope nearly 1 or 0.
#[test]
fn the_slope_is_the_measured_one_and_ends_at_zero_and_one() {
    TASK.grade(1, |(_, silu_derivative)| {
        let slope = |a| given("a", &a).of("silu_derivative").got(silu_derivative(a));
        let mut random = Random::seeded(372);
        for side in [-3.0, -3.0, -3.0, 0.0, 0.0, 0.0, 3.0, 3.0, 3.0] {
            let a = side + random.number();
            slope(a).expect_gradient_of(|&a| a / (1.0 + (-a).exp()), &a);
        }
        for a in Array1::<f64>::linspace(-42.0, 42.0, 141) {
            let s = 1.0 / (1.0 + (-a).exp());
            slope(a).within(1e-12, 0.0).expect(s + a * s / (1.0 + a.exp()));
        }
        for a in [400.0, 1000.0, 1e17, 1e300] {
            slope(a).within(1e-12, 0.0).expect(1.0);
            slope(-a).within(1e-12, 0.0).expect(0.0);
        }
    });
}
