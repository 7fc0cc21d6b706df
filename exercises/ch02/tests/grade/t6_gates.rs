//! # Task 6: logic gates by hand
//!
//! Write `and_weights()`, `or_weights()` and `not_weights()` in `src/decision.rs`: the bias and the weights with which
//! a neuron, `ŷ = sign(wᵀx)`, computes AND, OR and NOT. True is 1 and false is −1. There is no single right answer: the
//! tests put your weights into a neuron of their own and read its truth table. *Exclusive or* is not among the gates:
//! none of the 343 neurons of task 5 computes it, and no other neuron does. Three of them, wired together, can.

use ch02::{and_weights, not_weights, or_weights};
use ch02_mistakes::t6_gates::{AND, Gate, NOT, OR, answer};
use checks::{Task, given};
use ndarray::{Array1, Array2, array};

const TASK: Task<(Gate, Gate, Gate)> = Task {
    title: "Logic gates by hand",
    functions: &["and_weights", "or_weights", "not_weights"],
    section: "Logic gates by hand",
    yours: (and_weights, or_weights, not_weights),
    diagnoses: &[&AND, &OR, &NOT],
};

/// −1 + x₁ + x₂ would do: the four rows give −3, −1, −1 and 1.
#[test]
fn and_is_true_if_both_inputs_are() {
    TASK.grade(2, |(and_weights, _, _)| {
        let (x, w) = (rows(), and_weights());
        given("x", &x).of("and_weights").got(w.clone()).expect_shape(&[3], "the bias, and a weight for each input");
        let check = given("x", &x).and("your weights", &w).of("and_weights");
        check.got(truth_table(&x, &w)).expect(array![-1.0, -1.0, -1.0, 1.0]);
    });
}

/// The bias has the other sign than that of AND.
#[test]
fn or_is_true_if_one_input_is() {
    TASK.grade(2, |(_, or_weights, _)| {
        let (x, w) = (rows(), or_weights());
        given("x", &x).of("or_weights").got(w.clone()).expect_shape(&[3], "the bias, and a weight for each input");
        let check = given("x", &x).and("your weights", &w).of("or_weights");
        check.got(truth_table(&x, &w)).expect(array![-1.0, 1.0, 1.0, 1.0]);
    });
}

#[test]
fn not_turns_its_input_round() {
    TASK.grade(1, |(_, _, not_weights)| {
        let (x, w) = (array![[1.0, -1.0], [1.0, 1.0]], not_weights());
        given("x", &x).of("not_weights").got(w.clone()).expect_shape(&[2], "the bias, and a weight for the input");
        let check = given("x", &x).and("your weights", &w).of("not_weights");
        check.got(truth_table(&x, &w)).expect(array![1.0, -1.0]);
    });
}

/// Exclusive or is true if one input is true, but not both: OR and NOT AND, wired to a third neuron that computes AND.
/// The answers of the first two are the inputs of the next. This is a hidden layer, and the subject of chapter 4.
#[test]
fn three_gates_wired_together_do_exclusive_or() {
    TASK.grade(1, |(and_weights, or_weights, not_weights)| {
        let (x, and, or, not) = (rows(), and_weights(), or_weights(), not_weights());
        let exclusive_or: Array1<f64> = x
            .rows()
            .into_iter()
            .map(|x| {
                let x = x.to_vec();
                let not_both = answer(&not, &[1.0, answer(&and, &x)]);
                answer(&and, &[1.0, answer(&or, &x), not_both])
            })
            .collect();
        let check = given("weights of AND", &and).and("weights of OR", &or).and("weights of NOT", &not);
        check.got(exclusive_or).derived("AND(OR(x₁, x₂), NOT(AND(x₁, x₂)))").expect(array![-1.0, 1.0, 1.0, -1.0]);
    });
}

/// The four rows of a truth table, with the constant feature first.
fn rows() -> Array2<f64> {
    array![[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]]
}

/// What a neuron with the weights `w` answers to each row of `x`.
fn truth_table(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    x.rows().into_iter().map(|x| answer(w, &x.to_vec())).collect()
}
