//! Chapter 6: training a network, from its error back to every weight.
//!
//! A hidden layer can represent a curve or a XOR, if somebody finds the weights. Here the network finds them itself:
//! an error says how wrong it is, the chain rule carries this error back to each weight (backpropagation), and the
//! descent step of chapter 5 does the rest. Fill in the functions in this order; `cargo test -p ch06 t1` checks the
//! first task, `t2` the second.
//!
//! | file          | what it holds                                                   | tasks |
//! |---------------|-----------------------------------------------------------------|-------|
//! | `error.rs`    | the error of one prediction, and how fast it grows              | 1–2   |
//! | `neuron.rs`   | the chain rule, on a single neuron                              | 3     |
//! | `forward.rs`  | the forward pass, which keeps what the backward pass will need  | 4     |
//! | `output.rs`   | the error of a batch, and how it depends on the output layer    | 5     |
//! | `backward.rs` | the backward pass: from the output to every weight              | 6–8   |
//! | `train.rs`    | the training loop                                               | 9     |
//! | `given.rs`    | the network and what else is given: nothing to do there         |       |
//!
//! The network has `k` inputs, `d` hidden neurons and `m` outputs. For a batch of `n` samples:
//!
//! ```text
//! A₁ = X W₁ᵀ      H = [1, tanh(A₁)]      A₂ = H W₂ᵀ      Ŷ = f_o(A₂)
//! (n, d)          (n, d + 1)             (n, m)          (n, m)
//! ```
//!
//! The bias is a constant 1, as in chapter 1, and each layer has one: column 0 of `X` holds ones and counts among its
//! `k` columns; a column of ones is put before the hidden activations, so `W₁` has shape `(d, k)` and `W₂` has shape
//! `(m, d + 1)`.
//!
//! The slope of the error has the shape of what it is taken for: `∂E/∂W₁` that of `W₁`. The two slopes at the
//! pre-activations have names of their own, `delta1 = ∂E/∂A₁` and `delta2 = ∂E/∂A₂`.

mod backward;
mod error;
mod forward;
pub mod given;
mod neuron;
mod output;
mod train;

pub use backward::{backward, hidden_gradient, output_gradient};
pub use error::{cross_entropy, cross_entropy_derivative, squared_error, squared_error_derivative};
pub use forward::forward;
pub use neuron::neuron_gradient;
pub use output::{mean_error, output_delta};
pub use train::{train, train_step};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch06;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch06/tests/grade/main.rs"]
mod reference;
