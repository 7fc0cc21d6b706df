//! Chapter 8: the subtleties of training, which decide whether a network learns, how fast, and how well on new samples.
//!
//! Chapter 6 trained a network with one step size, all samples at once and weights from a formula that was not
//! explained. On four samples that is enough. On real data each of the nine things below makes the difference between a
//! network that learns and one that does not, or that learns its training samples by heart. Fill in the functions in
//! this order; `cargo test -p ch08 t1` checks the first task, `t2` the second.
//!
//! | file                | what it holds                                            | task |
//! |---------------------|----------------------------------------------------------|------|
//! | `standardise.rs`    | features on one scale, by the training's statistics      | 1    |
//! | `initial.rs`        | the initial weights, which let a signal through          | 2    |
//! | `batches.rs`        | batches: a few samples at a time, in random order        | 3    |
//! | `momentum.rs`       | momentum: a step that remembers the steps before it      | 4    |
//! | `adaptive.rs`       | RMSProp and Adam: a step size for each weight            | 5    |
//! | `schedule.rs`       | a step size that changes during the training             | 6    |
//! | `decay.rs`          | weight decay: weights that shrink unless they are needed | 7    |
//! | `dropout.rs`        | dropout: a layer without some of its neurons             | 8    |
//! | `early_stopping.rs` | when to stop, and which weights to keep                  | 9    |
//! | `given.rs`          | random numbers and constants: nothing to do there        |      |
//!
//! Notation, as in the whole course: a batch `X` has one sample in each row, shape `(n, k)`; `w` are weights, `∇E` is
//! the gradient of the error, `η` ("eta") the step size. An optimiser treats each weight by itself, so here the weights
//! of a network are one long vector, shape `(k,)`, and so are its gradient and whatever the optimiser remembers.
//!
//! A step returns the new weights, and what it has to remember for the next step, as a pair or a triple:
//!
//! ```text
//! let (w, velocity) = momentum_step(&w, &velocity, &gradient, eta, mu);
//! ```

mod adaptive;
mod batches;
mod decay;
mod dropout;
mod early_stopping;
pub mod given;
mod initial;
mod momentum;
mod schedule;
mod standardise;

pub use adaptive::{adam_step, rmsprop_step};
pub use batches::{batches, rows};
pub use decay::{adamw_step, decayed_step};
pub use dropout::{dropout, dropout_backward};
pub use early_stopping::early_stopping;
pub use initial::initial_weights;
pub use momentum::momentum_step;
pub use schedule::step_size;
pub use standardise::{standardised, statistics};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch08;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch08/tests/grade/main.rs"]
mod reference;
