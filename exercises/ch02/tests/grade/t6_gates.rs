//! # Task 6: logic gates by hand
//!
//! Write `and_weights()`, `or_weights()` and `not_weights()` in `src/decision.rs`: the bias and the weights with which
//! a neuron, `ŷ = sign(wᵀx)`, computes AND, OR and NOT. True is 1 and false is −1. There is no single right answer: the
//! tests put your weights into a neuron of their own and read its truth table. *Exclusive or* is not among the gates.
//! Task 5 has shown why: one neuron cannot do it. Three of them, wired together, can.

use ch02::{and_weights, not_weights, or_weights};
use checks::{Task, given};
use ndarray::{Array1, Array2, array};

const TASK: Task = Task {
    title: "Logic gates by hand",
    functions: &["and_weights", "or_weights", "not_weights"],
    section: "Logic gates by hand",
};

const UNDECIDED: &str = "undecided for one input: w₁ must be larger in size than the bias, |w₁| > |w₀|";
const NO_INPUT: &str =
    "the answer does not depend on the input: its weight must be larger in size than the bias. Is the bias first?";

/// The perceptron's answer, in loops, made here so that this task needs no other.
fn answer(w: &Array1<f64>, x: &[f64]) -> f64 {
    let a: f64 = w.iter().zip(x).map(|(w, x)| w * x).sum();
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}

/// The four rows of a truth table, with the constant feature first.
fn rows() -> Array2<f64> {
    array![[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]]
}

/// What a neuron with the weights `w` answers to each row of `x`.
fn truth_table(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    x.rows().into_iter().map(|x| answer(w, &x.to_vec())).collect()
}

/// −1 + x₁ + x₂ would do: the four rows give −3, −1, −1 and 1.
#[test]
fn and_is_true_if_both_inputs_are() {
    TASK.grade(2, || {
        let x = rows();
        given("x", &x).of("and_weights").got(and_weights()).expect_that("has three entries", |w| w.len() == 3);
        let w = and_weights();
        given("x", &x)
            .and("your weights", &w)
            .of("and_weights")
            .got(truth_table(&x, &w))
            .mistake(
                array![-1.0, 0.0, 0.0, 1.0],
                "undecided where the inputs differ: is the bias forgotten? It must make these two sums negative",
            )
            .mistake(
                array![-1.0, 1.0, 1.0, 1.0],
                "these weights compute OR: for AND, the bias must be so low that one true input is not enough",
            )
            .mistake(
                array![1.0, -1.0, 1.0, 1.0],
                "the bias stands last: put it first, since the constant feature is the first",
            )
            .mistake(array![1.0, 1.0, 1.0, -1.0], "these weights compute NOT AND: turn every sign round")
            .mistake(
                array![-1.0, -1.0, -1.0, -1.0],
                "the neuron is never 1: with both inputs true the two weights must outweigh the bias",
            )
            .mistake(
                array![-1.0, -1.0, -1.0, 0.0],
                "undecided where both inputs are true: w₀ + w₁ + w₂ must be positive, not 0",
            )
            .expect(array![-1.0, -1.0, -1.0, 1.0]);
    });
}

/// The bias has the other sign than that of AND.
#[test]
fn or_is_true_if_one_input_is() {
    TASK.grade(2, || {
        let x = rows();
        given("x", &x).of("or_weights").got(or_weights()).expect_that("has three entries", |w| w.len() == 3);
        let w = or_weights();
        given("x", &x)
            .and("your weights", &w)
            .of("or_weights")
            .got(truth_table(&x, &w))
            .mistake(
                array![-1.0, 0.0, 0.0, 1.0],
                "undecided where the inputs differ: is the bias forgotten? It must make these two sums positive",
            )
            .mistake(
                array![-1.0, -1.0, -1.0, 1.0],
                "these weights compute AND: they would do for OR if false were 0, but here false is −1",
            )
            .mistake(array![1.0, -1.0, -1.0, -1.0], "these weights compute NOT OR: turn every sign round")
            .mistake(
                array![1.0, 1.0, 1.0, 1.0],
                "the neuron is always 1: with both inputs false the sum must be negative, so the bias is too large",
            )
            .mistake(
                array![0.0, 1.0, 1.0, 1.0],
                "undecided where both inputs are false: w₀ − w₁ − w₂ must be negative, not 0",
            )
            .expect(array![-1.0, 1.0, 1.0, 1.0]);
    });
}

#[test]
fn not_turns_its_input_round() {
    TASK.grade(1, || {
        let x = array![[1.0, -1.0], [1.0, 1.0]];
        let words = "has two entries, the bias first";
        given("x", &x).of("not_weights").got(not_weights()).expect_that(words, |w| w.len() == 2);
        let w = not_weights();
        given("x", &x)
            .and("your weights", &w)
            .of("not_weights")
            .got(truth_table(&x, &w))
            .mistake(array![1.0, 0.0], UNDECIDED)
            .mistake(array![0.0, -1.0], UNDECIDED)
            .mistake(array![0.0, 0.0], "undecided for both inputs: the weight of the input must be negative, not 0")
            .mistake(array![-1.0, 1.0], "the answer is the input itself: the weight of the input must be negative")
            .mistake(array![-1.0, -1.0], NO_INPUT)
            .mistake(array![1.0, 1.0], NO_INPUT)
            .expect(array![1.0, -1.0]);
    });
}

/// Exclusive or is true if one input is true, but not both: OR and NOT AND, wired to a third neuron that computes AND.
/// The answers of the first two are the inputs of the next. This is a hidden layer, and the subject of chapter 4.
#[test]
fn three_gates_wired_together_do_exclusive_or() {
    TASK.grade(1, || {
        let x = rows();
        let (and, or, not) = (and_weights(), or_weights(), not_weights());
        let input = array![[1.0, -1.0], [1.0, 1.0]];
        for (gate, x, w, table) in [
            ("and_weights", &x, &and, array![-1.0, -1.0, -1.0, 1.0]),
            ("or_weights", &x, &or, array![-1.0, 1.0, 1.0, 1.0]),
            ("not_weights", &input, &not, array![1.0, -1.0]),
        ] {
            given("x", x).and("your weights", w).of(gate).got(truth_table(x, w)).expect_that(
                &format!("is {table}: this gate is one of those wired together, repair it first"),
                |answers| *answers == table,
            );
        }
        let exclusive_or = x.rows().into_iter().map(|x| {
            let x = x.to_vec();
            let not_both = answer(&not, &[1.0, answer(&and, &x)]);
            answer(&and, &[1.0, answer(&or, &x), not_both])
        });
        given("x", &x)
            .and("weights of AND", &and)
            .and("weights of OR", &or)
            .and("weights of NOT", &not)
            .got(exclusive_or.collect::<Array1<f64>>())
            .expect_that("is exclusive or, [−1, 1, 1, −1]", |answers| *answers == array![-1.0, 1.0, 1.0, -1.0]);
    });
}
