//! Chapter 4: the hidden layer, and what a network can do with it that a single neuron cannot.
//!
//! Between the features and the output stands a layer of neurons of its own. This crate computes such a network, first
//! in sums, then with matrices, solves XOR with it, and builds one that follows any curve. Fill in the functions in
//! this order; `cargo test -p ch04 t1` checks the first task, `t2` the second.
//!
//! | file              | what it holds                                        | tasks |
//! |-------------------|------------------------------------------------------|-------|
//! | `sums.rs`         | the hidden layer in the sum form of the lecture      | 1–2   |
//! | `network.rs`      | the whole network, for one sample and for a batch    | 3–4   |
//! | `bias.rs`         | a bias for both layers, and how many parameters      | 5     |
//! | `depth.rs`        | what the second layer is good for: XOR, nonlinearity | 6–7   |
//! | `approximator.rs` | steps, bumps, and a network that follows a curve     | 8–9   |
//! | `given.rs`        | what is given: nothing to do there                   |       |
//!
//! Notation, as in the whole course: `k` features, `d` hidden neurons, `m` outputs, `n` samples. A sample `x` has shape
//! `(k,)`, the weights of the hidden layer are `W1`, shape `(d, k)`, those of the output `W2`, shape `(m, d)`:
//!
//! ```text
//! h = f_h(W1 x)        ŷ = f_o(W2 h)
//! ```
//!
//! The entry of a weight matrix in row `j`, column `i` belongs to the connection *to* neuron `j` *from* input `i`.
//! Formulas count from 1 and Rust from 0: h₁ is `h[0]`, x₂ is `x[1]`, and the first row of a matrix has the index 0.
//!
//! The bias is the weight of a constant 1 in entry 0, as in chapter 1. `x` brings its 1 along and counts it among its
//! `k` features. `h` is made inside the network: where the output has a bias too, the network puts a 1 before `h`, and
//! `W2` then has the shape `(m, d + 1)`. That happens in tasks 5 and 6; all other functions take `x` and `h` as they
//! are.

mod approximator;
mod bias;
mod depth;
pub mod given;
mod network;
mod sums;

pub use approximator::{approximate, bump, soft_step};
pub use bias::{network_with_bias, parameter_count};
pub use depth::{collapse, xor_network};
pub use network::{network, network_batch};
pub use sums::{hidden_activation, hidden_layer};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch04;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch04/tests/grade/main.rs"]
mod reference;
