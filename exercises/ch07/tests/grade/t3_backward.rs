//! # Task 3: the backward sweep
//!
//! Write `backward(tape, output)` in `src/backward.rs`: three lines that find the derivative of the output by every
//! number on the tape. Each node passes on what has arrived, times the local derivative, to its parents. Two things can
//! go wrong, and both have in published programs: a share that overwrites the one before it, and a node that passes on
//! before all of its own shares have arrived.

use super::yours;
use ch07_mistakes::given::{Tape, Var};
use ch07_mistakes::naive::{add, derivatives, expression, mul, sub};
use ch07_mistakes::t3_backward::{BACKWARD, Backward, doubled};
use checks::{Given, Random, Task, given};
use ndarray::{Array1, s};

const TASK: Task<Backward> = Task {
    title: "The backward sweep",
    functions: &["backward"],
    section: "The backward sweep",
    yours: yours::backward,
    diagnoses: &[&BACKWARD],
};

fn inputs(tape: &Tape, output: Var) -> Given {
    let values: Vec<f64> = tape.nodes.iter().map(|node| node.value).collect();
    given("the values on the tape", &values).and("output", &output.0)
}

/// a = 1, b = a + a, c = b + b. Since c is 4a, the derivatives are 4, 2 and 1. With `=` for `+=` they are 1, 1, 1.
#[test]
fn a_node_that_is_used_twice_gets_both_shares() {
    TASK.grade(2, |backward| {
        let tape = doubled(1.0);
        inputs(&tape, Var(2)).got(backward(&tape, Var(2))).expect(vec![4.0, 2.0, 1.0]);
    });
}

/// a = 3, b = a · a, c = b · a: a³ grows by 3a² = 27, and as a function of b it grows by a = 3.
#[test]
fn a_cube_by_hand() {
    TASK.grade(2, |backward| {
        let mut tape = Tape::new();
        let a = tape.leaf(3.0);
        let b = mul(&mut tape, a, a);
        let c = mul(&mut tape, b, a);
        inputs(&tape, c).got(backward(&tape, c)).expect(vec![27.0, 3.0, 1.0]);
    });
}

/// b is used early and late: by d at once, and by e after other steps. Its share from e arrives first, since the sweep
/// comes from the end, and b waits for both. E = (a + a) · (a + a + a) = 6a².
#[test]
fn a_node_waits_for_all_of_its_shares() {
    TASK.grade(2, |backward| {
        let mut tape = Tape::new();
        let a = tape.leaf(2.0);
        let b = add(&mut tape, a, a);
        let d = add(&mut tape, b, a);
        let e = mul(&mut tape, b, d);
        inputs(&tape, e).got(backward(&tape, e)).expect(vec![24.0, 10.0, 4.0, 1.0]);
    });
}

/// The output need not be the last node: what was recorded after it does not matter. Any node can be asked.
#[test]
fn any_node_can_be_the_output() {
    TASK.grade(2, |backward| {
        let mut tape = Tape::new();
        let (a, b) = (tape.leaf(5.0), tape.leaf(-2.0));
        let c = mul(&mut tape, a, b);
        let d = sub(&mut tape, c, a);
        let expected = [[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 0.0], [-2.0, 5.0, 1.0, 0.0], [-3.0, 5.0, 1.0, 1.0]];
        for (output, expected) in [a, b, c, d].into_iter().zip(expected) {
            inputs(&tape, output).got(backward(&tape, output)).expect(expected.to_vec());
        }
    });
}

/// Thirty random steps from three numbers. Measured: the whole expression is computed anew, twice for each number.
#[test]
fn a_long_expression_agrees_with_the_measured_derivatives() {
    TASK.grade(2, |backward| {
        for seed in 0..6 {
            let leaves = 0.5 * Random::seeded(730 + seed).vector(3) + 1.0;
            let tape = expression(seed, &leaves, 30);
            let output = Var(tape.nodes.len() - 1);
            let all = backward(&tape, output);
            inputs(&tape, output).got(all.clone()).expect_shape(&[33], "one derivative for each node");
            inputs(&tape, output)
                .got(Array1::from(all).slice(s![..3]).to_owned())
                .derived("the derivatives by the three numbers that the expression begins with")
                .expect_gradient_of(|leaves| expression(seed, leaves, 30).value(output), &leaves);
        }
    });
}

/// The nodes in between have derivatives too: the sweep has found them on its way.
#[test]
fn every_node_in_between_has_its_derivative() {
    TASK.grade(1, |backward| {
        let tape = expression(3, &(Random::seeded(74).vector(3) + 1.0), 20);
        for output in [22, 12] {
            let expected = derivatives(&tape, Var(output));
            inputs(&tape, Var(output)).got(backward(&tape, Var(output))).expect(expected);
        }
    });
}
