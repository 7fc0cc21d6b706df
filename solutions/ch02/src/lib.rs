//! Chapter 2: the neuron, a weighted sum and a decision.
//!
//! A neuron first adds up its weighted features, then turns the sum into an answer. This crate builds both steps, puts
//! them together, looks at what one neuron can decide and what it cannot, and lets a neuron find its own weights. Fill
//! in the functions in this order; `cargo test -p ch02 t1` checks the first task, `t2` the second.
//!
//! | file            | what it holds                                          | tasks |
//! |-----------------|--------------------------------------------------------|-------|
//! | `steps.rs`      | the two steps of a neuron: pre-activation, activation  | 1–3   |
//! | `neuron.rs`     | the steps put together: one neuron, a layer of them    | 4–5   |
//! | `decision.rs`   | what one neuron decides: logic gates, a straight line  | 6–7   |
//! | `perceptron.rs` | how a neuron finds its weights: Rosenblatt's rule      | 8–9   |
//! | `given.rs`      | what is given: nothing to do there                     |       |
//!
//! Notation, in the whole course: `k` features, `n` samples, `m` neurons; a sample `x` has shape `(k,)`, its weights
//! `w` too; `a = wᵀx` is the pre-activation, `f` the activation function, `ŷ = f(a)` (here `y_hat`) the answer; `y` is
//! the answer that was observed. The lecture writes no bias: the first feature of each sample is the constant 1, so the
//! first weight is the bias. Formulas count features from 1, so `w₁` is `w[0]`, except where the bias is called `w₀`:
//! then `w₀` is `w[0]`, and `w₁` is `w[1]`.

mod decision;
pub mod given;
mod neuron;
mod perceptron;
mod steps;

pub use decision::{and_weights, boundary, not_weights, or_weights};
pub use neuron::{layer, neuron};
pub use perceptron::{perceptron_step, train_perceptron};
pub use steps::{pre_activation, sigmoid, sign};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch02;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch02/tests/grade/main.rs"]
mod reference;
