//! Chapter 1: linear regression, the ancestor of every neural network.
//!
//! A linear model multiplies each feature by a weight and adds up. This crate builds it, measures how wrong it is, and
//! finds the weights that are wrong least. Fill in the functions in this order; `cargo test -p ch01 t1` checks the
//! first task, `t2` the second.
//!
//! | file       | what it holds                                  | tasks |
//! |------------|------------------------------------------------|-------|
//! | `model.rs` | the prediction, for one sample and for a batch | 1–4   |
//! | `error.rs` | how wrong a prediction is, and which way       | 5–7   |
//! | `fit.rs`   | the best weights, and how good they are        | 8–9   |
//! | `given.rs` | what is given: nothing to do there             |       |
//!
//! Notation, in the whole course: `k` features, `n` samples; a sample `x` has shape `(k,)`, its weights `w` too; a
//! batch `X` has one sample in each row, shape `(n, k)`; `ŷ` ("y hat", here `y_hat`) is what the model predicts, `y` is
//! the answer that was observed. Formulas count from 1 and Rust counts from 0: `w₁` is `w[0]`. Arguments stand in the
//! order of the formula: `wᵀx` is `predict(w, x)`, `Xw` is `predict_batch(x, w)`.

mod error;
mod fit;
pub mod given;
mod model;

pub use error::{mse, mse_gradient, residuals};
pub use fit::{least_squares, r_squared};
pub use model::{predict, predict_batch, weighted_sum, with_bias};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch01;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch01/tests/grade/main.rs"]
mod reference;
