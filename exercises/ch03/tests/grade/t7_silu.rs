//! # Task 7: SiLU
//!
//! Write `silu(a)` and `silu_derivative(a)` in `src/smooth.rs`. SiLU multiplies a number by its own sigmoid, like a
//! gate that opens the more the larger the number is. It is the first activation here that falls before it rises.

use ch03::{silu, silu_derivative};
use checks::{Random, Task, assert_snapshot, given};
use std::fmt::Write;

const TASK: Task = Task { title: "SiLU", functions: &["silu", "silu_derivative"], section: "SiLU" };

const CUT: &str = "the curve is cut off: it is nearly straight here, and not quite, so one formula serves for every a";

/// At a = ln 3 the gate is open to 3/4. At a = −ln 3 it is open to 1/4.
#[test]
fn a_number_by_hand() {
    TASK.grade(1, || {
        let a = 3_f64.ln();
        given("a", &a)
            .got(silu(a))
            .mistake(0.75, "this is the gate σ(a) alone: multiply a by it")
            .mistake(0.25 * a, "the gate is σ(−a): it must open for positive numbers")
            .mistake(1.0 / (1.0 + (-a * a).exp()), "a is multiplied inside the sigmoid: the product is a · σ(a)")
            .mistake(a + 0.75, "a and σ(a) are added: multiply them")
            .mistake(a * 3.0 / 16.0, "the gate is the slope σ'(a): multiply a by σ(a) itself")
            .mistake(a, "a has passed unchanged: multiply it by σ(a)")
            .expect(0.75 * a);
        given("a", &-a)
            .got(silu(-a))
            .mistake(0.0, "this is ReLU: SiLU lets a part of a negative number pass, a · σ(a)")
            .mistake(0.25 * a, "the sign is lost: SiLU is negative where a is")
            .expect(-0.25 * a);
        given("a", &0.0).got(silu(0.0)).expect(0.0);
    });
}

/// The gates for a and for −a open to 1 together: SiLU(a) − SiLU(−a) = a(σ(a) + σ(−a)) = a. Far out, one of them is
/// shut.
#[test]
fn a_number_is_what_its_two_sides_let_pass() {
    TASK.grade(1, || {
        let mut random = Random::seeded(371);
        for size in [0.1, 1.0, 10.0, 100.0] {
            let a = size * random.number();
            given("a", &a).got(silu(a) - silu(-a)).derived("silu(a) − silu(−a)").expect(a);
        }
        for a in [-15.0, -10.0, -7.0, -5.0, -3.5, 3.5, 5.0, 7.0, 10.0, 15.0_f64] {
            given("a", &a).got(silu(a)).mistake(a.max(0.0), CUT).expect(a / (1.0 + (-a).exp()));
        }
        for a in [1000.0, -1000.0] {
            given("a", &a).got(silu(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; multiply a by the σ(a) of task 4",
                |_| true,
            );
            given("a", &a).got(silu(a)).expect(if a > 0.0 { a } else { 0.0 });
        }
    });
}

/// The curve from −6 to 2, one star for each half step: it comes from 0, dips, and rises.
#[test]
fn the_curve_dips_before_it_rises() {
    TASK.grade(1, || {
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
    TASK.grade(1, || {
        let a = 3_f64.ln();
        given("a", &a)
            .of("silu_derivative")
            .got(silu_derivative(a))
            .mistake(0.75, "the second term of the product rule is missing: σ(a) + a · σ'(a)")
            .mistake(3.0 / 16.0 * a, "the first term of the product rule is missing: σ(a) + a · σ'(a)")
            .mistake(3.0 / 16.0, "this multiplies the derivatives 1 and σ'(a): the product rule is σ(a) + a · σ'(a)")
            .mistake(0.75 + 3.0 / 16.0, "the factor a is missing in the second term: σ(a) + a · σ'(a)")
            .mistake(0.75 + 0.25 * a, "a factor σ(a) is missing in the second term: with s = σ(a) it is a · s(1 − s)")
            .mistake(0.75 * a + 3.0 / 16.0, "the factor a is at the wrong term: σ(a) + a · σ'(a)")
            .mistake(0.75 - 3.0 / 16.0 * a, "the terms of the product rule are added: σ(a) + a · σ'(a)")
            .mistake(0.75 + a * a * (1.0 - a), "σ'(a) is computed as a(1 − a): with s = σ(a) it is s(1 − s)")
            .mistake(0.75 * a, "this is SiLU itself: its slope is σ(a) + a · σ'(a)")
            .expect(0.75 + 3.0 / 16.0 * a);
        given("a", &0.0).of("silu_derivative").got(silu_derivative(0.0)).expect(0.5);
    });
}

/// The lowest point is at a = −1.2784645427610738…, by mpmath 1.4.1, `-(1 + lambertw(exp(-1)))`: there the slope is 0.
#[test]
fn at_the_lowest_point_the_slope_is_zero() {
    TASK.grade(1, || {
        let a = -1.278_464_542_761_074;
        given("a", &a).of("silu_derivative").got(silu_derivative(a)).expect(0.0);
        given("a", &-2.0)
            .of("silu_derivative")
            .got(silu_derivative(-2.0))
            .expect_that("is negative: SiLU falls there", |&v| v < 0.0);
        given("a", &-1.0)
            .of("silu_derivative")
            .got(silu_derivative(-1.0))
            .expect_that("is positive: SiLU rises there", |&v| v > 0.0);
    });
}

#[test]
fn the_slope_is_the_measured_one_and_ends_at_zero_and_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(372);
        for side in [-3.0, 0.0, 3.0] {
            for _ in 0..3 {
                let a = side + random.number();
                given("a", &a)
                    .of("silu_derivative")
                    .got(silu_derivative(a))
                    .expect_gradient_of(|&a| a / (1.0 + (-a).exp()), &a);
            }
        }
        for a in [-15.0, -10.0, -7.0, -5.0, -3.5, 3.5, 5.0, 7.0, 10.0, 15.0_f64] {
            let s = 1.0 / (1.0 + (-a).exp());
            given("a", &a)
                .of("silu_derivative")
                .got(silu_derivative(a))
                .mistake(if a > 0.0 { 1.0 } else { 0.0 }, CUT)
                .expect(s + a * s / (1.0 + a.exp()));
        }
        for (a, slope) in [(-1000.0, 0.0), (1000.0, 1.0)] {
            given("a", &a).of("silu_derivative").got(silu_derivative(a)).expect_that(
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; compute s = σ(a) as in task 4, then use s",
                |_| true,
            );
            given("a", &a).of("silu_derivative").got(silu_derivative(a)).expect(slope);
        }
    });
}
