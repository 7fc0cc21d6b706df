//! Chapter 3: activation functions, and what is left of a gradient behind them.
//!
//! A neuron adds up its inputs and hands the sum, its pre-activation, to an activation function. This crate holds the
//! common ones with their derivatives, in forms that also hold for very large and very small pre-activations. Fill in
//! the functions in this order; `cargo test -p ch03 t1` checks the first task, `t2` the second.
//!
//! | file             | what it holds                                        | tasks |
//! |------------------|------------------------------------------------------|-------|
//! | `rectifiers.rs`  | ReLU and leaky ReLU: two straight lines with a kink  | 1–2   |
//! | `elementwise.rs` | a function of one number, applied to a whole batch   | 3     |
//! | `sigmoids.rs`    | the sigmoid and the hyperbolic tangent               | 4–5   |
//! | `smooth.rs`      | softplus and SiLU: rectifiers without a kink         | 6–7   |
//! | `softmax.rs`     | one sample's outputs as probabilities                | 8     |
//! | `vanishing.rs`   | flat regions, and what they do to a gradient         | 9     |
//! | `given.rs`       | what is given: nothing to do there                   |       |
//!
//! Notation, in the whole course: `a` is a pre-activation and `f(a)` the activation; `f'(a)` is the derivative, the
//! slope of `f` *at the pre-activation* `a`. A batch has one sample in each row, shape `(n, d)` for the `d` neurons of
//! a hidden layer and `(n, m)` for the `m` outputs of the network. A function of one number takes and returns `f64`;
//! its derivative has the same name with `_derivative` behind it.

mod elementwise;
pub mod given;
mod rectifiers;
mod sigmoids;
mod smooth;
mod softmax;
mod vanishing;

pub use elementwise::apply;
pub use rectifiers::{leaky_relu, leaky_relu_derivative, relu, relu_derivative};
pub use sigmoids::{sigmoid, sigmoid_derivative, tanh, tanh_derivative};
pub use smooth::{silu, silu_derivative, softplus, softplus_derivative};
pub use softmax::{softmax, softmax_backward};
pub use vanishing::{gradient_left, saturated_share};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch03;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch03/tests/grade/main.rs"]
mod reference;
