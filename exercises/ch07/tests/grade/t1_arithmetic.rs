//! # Task 1: recording a step
//!
//! Write `add(tape, a, b)`, `sub(tape, a, b)` and `mul(tape, a, b)` in `src/record.rs`. Each computes a number from two
//! that are on the tape, and records with it where it came from, and how fast it grows as each of the two grows. A step
//! knows nothing about the steps before and after it: that is all that it has to record.

use super::yours;
use ch07_mistakes::given::{Tape, Var};
use ch07_mistakes::naive::derivatives;
use ch07_mistakes::t1_arithmetic::{ADD, Binary, Functions, MUL, SUB};
use checks::{Given, Random, Task, given};

const TASK: Task<Functions> = Task {
    title: "Sum, difference and product",
    functions: &["add", "sub", "mul"],
    section: "Recording a step",
    yours: (yours::add, yours::sub, yours::mul),
    diagnoses: &[&ADD, &SUB, &MUL],
};

const NAMES: [&str; 3] = ["add", "sub", "mul"];

/// What the function records for these two numbers: the value, and its derivatives by a and by b.
fn recorded(function: Binary, a: f64, b: f64) -> (f64, Vec<f64>) {
    let mut tape = Tape::new();
    let (a, b) = (tape.leaf(a), tape.leaf(b));
    let result = function(&mut tape, a, b);
    (tape.value(result), derivatives(&tape, result)[..2].to_vec())
}

fn inputs(a: f64, b: f64) -> Given {
    given("a", &a).and("b", &b)
}

const DERIVATIVES: &str = "the derivatives by a and by b";

/// 3 and 4: the product grows 4 times as fast as the 3, and 3 times as fast as the 4.
#[test]
fn three_and_four_by_hand() {
    TASK.grade(2, |(add, sub, mul)| {
        let expected = [(7.0, vec![1.0, 1.0]), (-1.0, vec![1.0, -1.0]), (12.0, vec![4.0, 3.0])];
        for ((function, name), (value, by)) in [add, sub, mul].into_iter().zip(NAMES).zip(expected) {
            let (yours, derivatives) = recorded(function, 3.0, 4.0);
            inputs(3.0, 4.0).of(name).got(yours).expect(value);
            inputs(3.0, 4.0).of(name).got(derivatives).derived(DERIVATIVES).expect(by);
        }
    });
}

/// Measured: the value is computed anew, with a or b moved a little to both sides.
#[test]
fn the_derivatives_agree_with_the_measured_ones() {
    TASK.grade(1, |(add, sub, mul)| {
        let formulas: [fn(f64, f64) -> f64; 3] = [|a, b| a + b, |a, b| a - b, |a, b| a * b];
        let mut random = Random::seeded(71);
        for ((function, name), formula) in [add, sub, mul].into_iter().zip(NAMES).zip(formulas) {
            for _ in 0..4 {
                let (a, b) = (3.0 * random.number(), 3.0 * random.number());
                let (value, by) = recorded(function, a, b);
                inputs(a, b).of(name).got(value).expect(formula(a, b));
                inputs(a, b)
                    .of(name)
                    .got(ndarray::Array1::from(by))
                    .derived(DERIVATIVES)
                    .expect_gradient_of(|both| formula(both[0], both[1]), &ndarray::array![a, b]);
            }
        }
    });
}

/// a + a is 2a, a − a does not grow at all, and a · a is a²: both parents are the same place, and both count.
#[test]
fn a_number_may_meet_itself() {
    TASK.grade(2, |(add, sub, mul)| {
        for a in [3.0, -0.5] {
            let expected = [(2.0 * a, 2.0), (0.0, 0.0), (a * a, 2.0 * a)];
            for ((function, name), (value, by)) in [add, sub, mul].into_iter().zip(NAMES).zip(expected) {
                let mut tape = Tape::new();
                let place = tape.leaf(a);
                let result = function(&mut tape, place, place);
                inputs(a, a).of(name).got(tape.value(result)).expect(value);
                inputs(a, a)
                    .of(name)
                    .got(derivatives(&tape, result)[0])
                    .derived("the derivative by a, which is b as well")
                    .expect(by);
            }
        }
    });
}

/// On a longer tape: a and b are not the last nodes, and b stands before a. Nothing that was there changes.
#[test]
fn the_numbers_may_be_anywhere_on_the_tape() {
    TASK.grade(1, |(add, sub, mul)| {
        let numbers = [0.5, 2.0, -3.0, 7.0];
        let expected =
            [(-1.0, vec![0.0, 1.0, 1.0, 0.0]), (-5.0, vec![0.0, -1.0, 1.0, 0.0]), (-6.0, vec![0.0, -3.0, 2.0, 0.0])];
        for ((function, name), (value, by)) in [add, sub, mul].into_iter().zip(NAMES).zip(expected) {
            let mut tape = Tape::new();
            for number in numbers {
                tape.leaf(number);
            }
            let result = function(&mut tape, Var(2), Var(1));
            inputs(-3.0, 2.0).of(name).got(tape.value(result)).expect(value);
            let all = derivatives(&tape, result)[..4].to_vec();
            inputs(-3.0, 2.0).of(name).got(all).derived("the derivatives by the four numbers on the tape").expect(by);
            let before: Vec<f64> = tape.nodes[..4].iter().map(|node| node.value).collect();
            inputs(-3.0, 2.0).of(name).got(before).derived("the numbers from before").expect(numbers.to_vec());
        }
    });
}
