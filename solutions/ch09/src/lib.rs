//! Chapter 9: handwritten digits, read by a network that you have built.
//!
//! Every part of it is there: neurons, activation functions, a hidden layer, gradients and the subtleties of training.
//! Here they meet data that nobody invented for a course, 5,620 digits written by 43 people. Fill in the functions in
//! this order; `cargo test -p ch09 t1` checks the first task, `t2` the second.
//!
//! | file           | what it holds                                                          | tasks |
//! |----------------|------------------------------------------------------------------------|-------|
//! | `one_hot.rs`   | labels as rows of zeros with a single one                              | 1     |
//! | `softmax.rs`   | probabilities of ten classes, their error and its gradient             | 2     |
//! | `accuracy.rs`  | what the network says, and how often it is right                       | 3     |
//! | `confusion.rs` | which digits are taken for which                                       | 4–5   |
//! | `train.rs`     | the training loop, with batches, an optimiser and validation           | 6     |
//! | `picture.rs`   | a drawing, brought into the form of the images                         | 7     |
//! | `neurons.rs`   | what a hidden neuron looks for, and which images excite it most        | 8     |
//! | `errors.rs`    | the mistakes that the network is surest of                             | 9     |
//! | `given.rs`     | the network, its passes, batches and momentum: nothing to do there     |       |
//!
//! A class is a number from 0 to `m − 1`, and here also the digit that it stands for. An image is a row of 64 numbers,
//! eight rows of eight pixels one after another. The network is that of chapter 6, with `m` outputs of which a softmax
//! makes probabilities:
//!
//! ```text
//! A₁ = X W₁ᵀ      H = [1, tanh(A₁)]      A₂ = H W₂ᵀ      Ŷ = softmax(A₂), row by row
//! (n, d)          (n, d + 1)             (n, m)          (n, m)
//! ```
//!
//! The entries of `A₂` are the logits. The bias is a constant 1: column 0 of `X` and of `H`.

mod accuracy;
mod confusion;
mod errors;
pub mod given;
mod neurons;
mod one_hot;
mod picture;
mod softmax;
mod train;

pub use accuracy::{accuracy, predicted};
pub use confusion::{confusion, most_confused};
pub use errors::surest_mistakes;
pub use neurons::{favourites, what_it_sees};
pub use one_hot::one_hot;
pub use picture::{bounds, to_picture};
pub use softmax::{mean_cross_entropy, output_delta, softmax_rows};
pub use train::{train, train_epoch};

// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as ch09;
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = "../../../exercises/ch09/tests/grade/main.rs"]
mod reference;
