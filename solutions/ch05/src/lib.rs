//! Chapter 5: gradient descent, the way down that every neural network takes.
//!
//! An error `E(w)` says how wrong a model with the weights `w` is. Its gradient `∇E` says which way is up, so the
//! opposite way is down: a step that way makes the error smaller, and many steps find weights that are wrong little.
//! Fill in the functions in this order; `cargo test -p ch05 t1` checks the first task, `t2` the second.
//!
//! | file           | what it holds                                             | tasks |
//! |----------------|-----------------------------------------------------------|-------|
//! | `descent.rs`   | one step down, and the whole way                          | 1–2   |
//! | `step_size.rs` | how large a step may be, and when to stop                 | 3–4   |
//! | `slope.rs`     | slopes that are measured, and slopes that are checked     | 5–7   |
//! | `fit.rs`       | two models that learn this way: a line, and a probability | 8–9   |
//! | `given.rs`     | what is given: nothing to do there                        |       |
//!
//! Notation, as in the whole course: `k` features, `n` samples; the weights `w` have shape `(k,)`; a batch `X` has one
//! sample in each row, shape `(n, k)`; `E` is the error, `∇E` its gradient, `η` ("eta") the size of a step. `w(t)` are
//! the weights after `t` steps, and `w(0)` is the start.
//!
//! Some arguments here are functions. `f: &dyn Fn(f64) -> f64` is any function that takes a number and returns one, and
//! `f(x)` calls it; `&dyn Fn(&Array1<f64>) -> f64` takes a vector, and is called with a `&` before it: `f(&w)`.

mod descent;
mod fit;
pub mod given;
mod slope;
mod step_size;

pub use descent::{descend, step};
pub use fit::{least_squares_by_descent, logistic_gradient, logistic_regression};
pub use slope::{central_difference, forward_difference, gradient_check, numeric_gradient, relative_error};
pub use step_size::{descend_until, distance_factor, step_limit};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch05;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch05/tests/grade/main.rs"]
mod reference;
