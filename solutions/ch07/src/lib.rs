//! Chapter 7: automatic differentiation, with a tape that finds every derivative by itself.
//!
//! In chapter 6 the way back was worked out by hand, for one network. Here each step of the way forward is recorded on
//! a tape together with what is needed to go back through it, and one loop finds the gradient of whatever was computed.
//! Fill in the functions in this order; `cargo test -p ch07 t1` checks the first task, `t2` the second.
//!
//! | file                 | what it holds                                               | tasks |
//! |----------------------|-------------------------------------------------------------|-------|
//! | `record.rs`          | operations on numbers, which record themselves on a tape    | 1–2   |
//! | `backward.rs`        | the backward sweep over a tape of numbers                   | 3     |
//! | `neuron.rs`          | a neuron's error, of which only the way forward is written  | 4     |
//! | `operations.rs`      | the way back through each operation on matrices             | 5–7   |
//! | `matrix_backward.rs` | the backward sweep over a tape of matrices                  | 8     |
//! | `train.rs`           | chapter 6's network, trained by the tape                    | 9     |
//! | `given.rs`           | the tapes and what else is given: nothing to do there       |       |
//!
//! A step on the tape is one line of code:
//!
//! ```text
//! let ab = mul(tape, a, b);
//! let sum = add(tape, ab, c);
//! ```
//!
//! `add(tape, mul(tape, a, b), c)` does not compile: "cannot borrow `*tape` as mutable more than once at a time"
//! (E0499). `add` would hold the tape while `mul` writes on it. Give each result a name, and use the name in the next
//! line.
//!
//! A derivative by a node's value is written `∂E/∂a`, whether `a` is a weight, a feature or something in between. The
//! one that arrives from later steps is the upstream gradient, `G` in the formulas of matrices; it has the shape of the
//! result.

mod backward;
pub mod given;
mod matrix_backward;
mod neuron;
mod operations;
mod record;
mod train;

pub use backward::backward;
pub use matrix_backward::matrix_backward;
pub use neuron::neuron_error;
pub use operations::{add_row_backward, matmul_backward, mean_backward, mul_backward, tanh_backward};
pub use record::{add, mul, sigmoid, square, sub, tanh};
pub use train::{mean_error, train_step};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch07;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch07/tests/grade/main.rs"]
mod reference;
