//! # Task 5: the slope of a curve
//!
//! Write `forward_difference(f, x, h)` and `central_difference(f, x, h)` in `src/slope.rs`. The derivative of a
//! function is its slope, and a slope can be measured: go a little to the side, see how much the function has grown,
//! and divide by how far you went. Measured to both sides it is far more precise, as the table in the last test shows.

use ch05::{central_difference, forward_difference};
use ch05_mistakes::t5_slope::{Both, CENTRAL_DIFFERENCE, FORWARD_DIFFERENCE};
use checks::{Random, Task, assert_snapshot, given, printed_by};
use std::fmt::Write;

const TASK: Task<Both> = Task {
    title: "The slope of a curve",
    functions: &["forward_difference", "central_difference"],
    section: "The slope of a curve",
    yours: (forward_difference, central_difference),
    diagnoses: &[&FORWARD_DIFFERENCE, &CENTRAL_DIFFERENCE],
};

/// 1.1³ = 1.331, so from 1 to 1.1 the cube grows by 0.331: 3.31 for each unit. The slope at 1 itself is 3.
#[test]
fn a_cube_to_one_side_by_hand() {
    TASK.grade(1, |(forward_difference, _)| {
        let cube = |x: f64| x * x * x;
        given("f(x) = x³ at x", &1.0).and("h", &0.1).got(forward_difference(&cube, 1.0, 0.1)).expect(3.31);
    });
}

/// From 0.9 to 1.1 the cube grows from 0.729 to 1.331, by 0.602 over a distance of 0.2: 3.01 for each unit.
#[test]
fn a_cube_to_both_sides_by_hand() {
    TASK.grade(2, |(_, central_difference)| {
        let cube = |x: f64| x * x * x;
        let described = given("f(x) = x³ at x", &1.0).and("h", &0.1).of("central_difference");
        described.got(central_difference(&cube, 1.0, 0.1)).expect(3.01);
    });
}

/// A straight line has one slope, wherever it is measured and with whatever step: positive where it rises, negative
/// where it falls, 0 where it is level.
#[test]
fn a_line_has_the_same_slope_everywhere() {
    TASK.grade(1, |(forward_difference, central_difference)| {
        for slope in [1.75, -0.4, 0.0, -30.0, 1e-30, 1e30] {
            for (x, h) in [(0.0, 0.25), (3.5, 0.5), (-1.25, 2.0)] {
                let line = |x: f64| slope * (x + 1.5);
                let described = || given("f(x) = a (x + 1.5); a", &slope).and("x", &x).and("h", &h);
                described().got(forward_difference(&line, x, h)).within(0.0, 1e-9).expect(slope);
                let got = described().of("central_difference").got(central_difference(&line, x, h));
                got.within(0.0, 1e-9).expect(slope);
            }
        }
    });
}

/// On the parabola ax² + bx the errors to the two sides are ah and −ah: to one side the error remains, to both sides it
/// cancels, and what is left is the slope 2ax + b itself.
#[test]
fn on_a_parabola_the_errors_of_the_two_sides_cancel() {
    TASK.grade(1, |(forward_difference, central_difference)| {
        let mut random = Random::seeded(52);
        for h in [0.02, 0.25, 0.5, 2.0] {
            let (a, b, x) = (random.number(), random.number(), 2.0 * random.number());
            let parabola = |x: f64| a * x * x + b * x;
            let slope = 2.0 * a * x + b;
            let described = || given("f(x) = ax² + bx; a", &a).and("b", &b).and("x", &x).and("h", &h);
            described().got(forward_difference(&parabola, x, h)).expect(slope + a * h);
            described().of("central_difference").got(central_difference(&parabola, x, h)).expect(slope);
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
    TASK.grade(1, |(forward_difference, central_difference)| {
        let slope = 1.0 / (2.0 * 2.0_f64.sqrt());
        // The table is that of both functions: a wrong number in the first column is not the second one's.
        let mut printer = "central_difference";
        let mut table = String::from("h      forward  central\n");
        for power in [1, 4, 7, 10, 13, 17, 20, 27, 33, 40, 47, 50] {
            let h = 0.5_f64.powi(power);
            let to_one_side = (forward_difference(&f64::sqrt, 2.0, h) - slope).abs();
            let right = (((2.0 + h).sqrt() - 2.0_f64.sqrt()) / h - slope).abs();
            if format!("{to_one_side:.0e}") != format!("{right:.0e}") {
                printer = "forward_difference";
            }
            let to_both_sides = (central_difference(&f64::sqrt, 2.0, h) - slope).abs();
            writeln!(table, "{h:<5.0e}  {to_one_side:<7.0e}  {to_both_sides:.0e}").unwrap();
        }
        assert_snapshot!(printed_by(printer, table), @"
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
