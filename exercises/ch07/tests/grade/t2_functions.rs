//! # Task 2: functions of one number
//!
//! Write `square(tape, a)`, `tanh(tape, a)` and `sigmoid(tape, a)` in `src/record.rs`. Each has one parent and one
//! local derivative, taken at the number that went *in*. For tanh and the sigmoid it can be computed from the number
//! that came out, which is at hand.

use super::yours;
use ch07_mistakes::given::{Tape, Var};
use ch07_mistakes::naive::derivatives;
use ch07_mistakes::t2_functions::{Functions, SIGMOID, SQUARE, TANH, Unary};
use checks::{Task, given};
use std::f64::consts::LN_2;

const TASK: Task<Functions> = Task {
    title: "Functions of one number",
    functions: &["square", "tanh", "sigmoid"],
    section: "Functions of one number",
    yours: (yours::square, yours::tanh, yours::sigmoid),
    diagnoses: &[&SQUARE, &TANH, &SIGMOID],
};

const NAMES: [&str; 3] = ["square", "tanh", "sigmoid"];

/// What the function records for this number: the value, and its derivative by a.
fn recorded(function: Unary, a: f64) -> (f64, f64) {
    let mut tape = Tape::new();
    let a = tape.leaf(a);
    let result = function(&mut tape, a);
    (tape.value(result), derivatives(&tape, result)[0])
}

/// 3² = 9 grows by 6. tanh(ln 2) = 3/5 and σ(ln 3) = 3/4, as in chapters 3 and 4: 1 − 9/25 = 16/25 and 3/4 · 1/4 =
/// 3/16.
#[test]
fn one_number_each_by_hand() {
    TASK.grade(2, |(square, tanh, sigmoid)| {
        let cases = [(square, 3.0, 9.0, 6.0), (tanh, LN_2, 0.6, 0.64), (sigmoid, 3.0_f64.ln(), 0.75, 0.1875)];
        for ((function, a, value, by), name) in cases.into_iter().zip(NAMES) {
            let (yours, derivative) = recorded(function, a);
            given("a", &a).of(name).got(yours).expect(value);
            given("a", &a).of(name).got(derivative).derived("the derivative by a").expect(by);
        }
    });
}

#[test]
fn the_derivatives_agree_with_the_measured_ones() {
    TASK.grade(2, |(square, tanh, sigmoid)| {
        let formulas: [fn(f64) -> f64; 3] = [|a| a * a, f64::tanh, |a| 1.0 / (1.0 + (-a).exp())];
        for ((function, name), formula) in [square, tanh, sigmoid].into_iter().zip(NAMES).zip(formulas) {
            for a in [-3.0, -1.2, -0.4, 0.0, 0.3, 0.9, 2.5] {
                let (value, derivative) = recorded(function, a);
                given("a", &a).of(name).got(value).expect(formula(a));
                given("a", &a)
                    .of(name)
                    .got(derivative)
                    .derived("the derivative by a")
                    .expect_gradient_of(|a| formula(*a), &a);
            }
        }
    });
}

/// Far out tanh and the sigmoid are flat: the derivative is 0 there, or as good as 0.
#[test]
fn far_out_the_derivative_is_0() {
    TASK.grade(1, |(_, tanh, sigmoid)| {
        for (function, name) in [(tanh, "tanh"), (sigmoid, "sigmoid")] {
            for a in [-800.0, -40.0, 40.0, 800.0] {
                let derivative = recorded(function, a).1;
                given("a", &a).of(name).got(derivative).derived("the derivative by a").within(1e-15, 0.0).expect(0.0);
            }
        }
    });
}

/// The number may be anywhere on the tape, and nothing that was there changes.
#[test]
fn the_number_may_be_anywhere_on_the_tape() {
    TASK.grade(1, |(square, tanh, sigmoid)| {
        let numbers = [0.5, LN_2, -3.0];
        let expected = [2.0 * LN_2, 0.64, 2.0 / 9.0];
        for ((function, name), by) in [square, tanh, sigmoid].into_iter().zip(NAMES).zip(expected) {
            let mut tape = Tape::new();
            for number in numbers {
                tape.leaf(number);
            }
            let result = function(&mut tape, Var(1));
            let all = derivatives(&tape, result)[..3].to_vec();
            given("a", &LN_2)
                .of(name)
                .got(all)
                .derived("the derivatives by the three numbers on the tape")
                .expect(vec![0.0, by, 0.0]);
            let before: Vec<f64> = tape.nodes[..3].iter().map(|node| node.value).collect();
            given("a", &LN_2).of(name).got(before).derived("the numbers from before").expect(numbers.to_vec());
        }
    });
}
