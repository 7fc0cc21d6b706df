//! # Task 1: the slope of a curve
//!
//! Write `forward_difference(f, x, h)` and `central_difference(f, x, h)` in `src/slope.rs`. The derivative of a
//! function is its slope, and a slope can be measured: go a little to the side, see how much the function has grown,
//! and divide by how far you went. Measured to both sides it is far more precise, as the table in the last test shows.

use ch05::{central_difference, forward_difference};
use checks::{Random, Task, assert_snapshot, given, printed_by};
use std::fmt::Write;

const TASK: Task = Task {
    title: "The slope of a curve",
    functions: &["forward_difference", "central_difference"],
    section: "The slope of a curve",
};

/// 1.1³ = 1.331, so from 1 to 1.1 the cube grows by 0.331: 3.31 for each unit. The slope at 1 itself is 3.
#[test]
fn a_cube_to_one_side_by_hand() {
    TASK.grade(1, || {
        given("f(x) = x³ at x", &1.0)
            .and("h", &0.1)
            .got(forward_difference(&|x| x * x * x, 1.0, 0.1))
            .mistake(2.71, "this is measured to the left, from x − h to x: the forward difference goes to x + h")
            .mistake(0.331, "this is how much f grows, not how fast: divide by h")
            .mistake(0.0331, "multiplied by h: divide by it")
            .mistake(-8.669, "`a - b / h` divides only `b`: put the difference in parentheses, `(a - b) / h`")
            .mistake(3.01, "this is the central difference, the second function of the task: here start from x")
            .expect(3.31);
    });
}

/// From 0.9 to 1.1 the cube grows from 0.729 to 1.331, by 0.602 over a distance of 0.2: 3.01 for each unit.
#[test]
fn a_cube_to_both_sides_by_hand() {
    TASK.grade(2, || {
        given("f(x) = x³ at x", &1.0)
            .and("h", &0.1)
            .of("central_difference")
            .got(central_difference(&|x| x * x * x, 1.0, 0.1))
            .mistake(6.02, "divided by h: the two points are 2h apart")
            .mistake(0.0301, "`a / 2.0 * h` multiplies by h: write the divisor in parentheses, `a / (2.0 * h)`")
            .mistake(-2.314, "`a - b / c` divides only `b`: put the difference in parentheses, `(a - b) / c`")
            .mistake(0.301, "divided by 2 and not by h: the two points are 2h apart")
            .mistake(0.602, "this is how much f grows, not how fast: divide by 2h")
            .mistake(3.31, "this is the forward difference: measure to both sides, from x − h to x + h")
            .mistake(1.655, "one side is measured and divided by 2h: start from x − h")
            .expect(3.01);
    });
}

/// A straight line has one slope, wherever it is measured and with whatever step.
#[test]
fn a_line_has_the_same_slope_everywhere() {
    TASK.grade(1, || {
        let mut random = Random::seeded(51);
        for h in [0.25, 0.5, 2.0] {
            let (slope, height, x) = (random.number(), random.number(), random.number());
            let line = |x: f64| slope * x + height;
            let described = || given("the slope of the line", &slope).and("x", &x).and("h", &h);
            described().got(forward_difference(&line, x, h)).expect(slope);
            described().of("central_difference").got(central_difference(&line, x, h)).expect(slope);
        }
    });
}

/// On the parabola ax² + bx the errors to the two sides are ah and −ah: to one side the error remains, to both sides it
/// cancels, and what is left is the slope 2ax + b itself.
#[test]
fn on_a_parabola_the_errors_of_the_two_sides_cancel() {
    TASK.grade(1, || {
        let mut random = Random::seeded(52);
        for h in [0.25, 0.5, 2.0] {
            let (a, b, x) = (random.number(), random.number(), random.number());
            let parabola = |x: f64| a * x * x + b * x;
            let slope = 2.0 * a * x + b;
            given("f(x) = ax² + bx; a", &a)
                .and("b", &b)
                .and("x", &x)
                .and("h", &h)
                .got(forward_difference(&parabola, x, h))
                .mistake(slope - a * h, "this is measured to the left: the forward difference goes to x + h")
                .mistake(slope, "this is the central difference: here start from x")
                .expect(slope + a * h);
            given("f(x) = ax² + bx; a", &a)
                .and("b", &b)
                .and("x", &x)
                .and("h", &h)
                .of("central_difference")
                .got(central_difference(&parabola, x, h))
                .mistake(slope + a * h, "this is the forward difference: measure to both sides, from x − h to x + h")
                .expect(slope);
        }
    });
}

/// The root at x = 2, whose slope is 1/(2√2), measured with ever smaller steps. First the errors shrink: like h to one
/// side, like h² to both. Then rounding takes over: the difference of two nearly equal numbers keeps few digits, and
/// the division by h makes their error large: in the last line hardly a digit is right.
///
/// The steps are powers of two (the first two are 0.5 and 0.0625), by which a division is exact: so the errors are the
/// same for every right answer.
#[test]
fn the_error_shrinks_with_the_step_until_rounding_takes_over() {
    TASK.grade(1, || {
        let slope = 1.0 / (2.0 * 2.0_f64.sqrt());
        let mut table = String::from("h      forward  central\n");
        for power in [1, 4, 7, 10, 13, 17, 20, 27, 33, 40, 47, 50] {
            let h = 0.5_f64.powi(power);
            let to_one_side = (forward_difference(&f64::sqrt, 2.0, h) - slope).abs();
            let to_both_sides = (central_difference(&f64::sqrt, 2.0, h) - slope).abs();
            writeln!(table, "{h:<5.0e}  {to_one_side:<7.0e}  {to_both_sides:.0e}").unwrap();
        }
        // (√(2 + h) − √2)/h is 1/(√(2 + h) + √2): if the first column is right, the other one is not.
        let h = 0.0625_f64;
        let expected = 1.0 / ((2.0 + h).sqrt() + 2.0_f64.sqrt());
        let one_side_is_right = (forward_difference(&f64::sqrt, 2.0, h) - expected).abs() < 1e-9;
        let function = if one_side_is_right { "central_difference" } else { "forward_difference" };
        assert_snapshot!(printed_by(function, table), @"
        h      forward  central
        5e-1   2e-2     3e-3
        6e-2   3e-3     4e-5
        8e-3   3e-4     7e-7
        1e-3   4e-5     1e-8
        1e-4   5e-6     2e-10
        8e-6   3e-7     3e-12
        1e-6   4e-8     3e-12
        7e-9   6e-9     9e-9
        1e-10  2e-6     6e-7
        9e-13  4e-5     8e-5
        7e-15  1e-2     6e-3
        9e-16  1e-1     2e-2
        ");
    });
}
