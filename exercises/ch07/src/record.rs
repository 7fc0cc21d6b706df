//! Operations on numbers that record what they did: the value, and the local derivative for each parent.
//!
//! Each step is one line of code, as the head of `lib.rs` shows.

use crate::given::{Tape, Var};

/// Records the sum of two numbers.
///
/// ```text
/// z = a + b          ∂z/∂a = 1          ∂z/∂b = 1
/// ```
///
/// - `tape`: the tape, which gets one more node
/// - `a`, `b`: where the two numbers are on the tape
/// - returns the place of the sum
///
/// Example: with 3 at `a` and 4 at `b` the new node is `Node { value: 7.0, parents: vec![(a, 1.0), (b, 1.0)] }`.
///
/// `tape.value(a)` is the number at `a`; `tape.record(value, vec![(a, …), (b, …)])` puts a node at the end of the tape,
/// each parent with its local derivative, and returns its place.
///
/// Task 1: `cargo test -p ch07 t1`.
pub fn add(tape: &mut Tape, a: Var, b: Var) -> Var {
    todo!("record the sum of {} and {}", tape.value(a), tape.value(b))
}

/// Records the difference of two numbers.
///
/// ```text
/// z = a − b          ∂z/∂a = 1          ∂z/∂b = −1
/// ```
///
/// - `tape`: the tape, which gets one more node
/// - `a`, `b`: where the two numbers are on the tape
/// - returns the place of the difference
///
/// Example: with 3 at `a` and 4 at `b` the value is −1, and the local derivatives are 1 and −1.
///
/// Task 1: `cargo test -p ch07 t1`.
pub fn sub(tape: &mut Tape, a: Var, b: Var) -> Var {
    todo!("record the difference of {} and {}", tape.value(a), tape.value(b))
}

/// Records the product of two numbers.
///
/// ```text
/// z = ab          ∂z/∂a = b          ∂z/∂b = a
/// ```
///
/// - `tape`: the tape, which gets one more node
/// - `a`, `b`: where the two numbers are on the tape; they may be the same place
/// - returns the place of the product
///
/// Example: with 3 at `a` and 4 at `b` the value is 12; it grows 4 times as fast as `a` and 3 times as fast as `b`.
///
/// Task 1: `cargo test -p ch07 t1`.
pub fn mul(tape: &mut Tape, a: Var, b: Var) -> Var {
    todo!("record the product of {} and {}", tape.value(a), tape.value(b))
}

/// Records the square of a number.
///
/// ```text
/// z = a²          dz/da = 2a
/// ```
///
/// - `tape`: the tape, which gets one more node
/// - `a`: where the number is on the tape
/// - returns the place of the square
///
/// Example: with 3 at `a` the value is 9, and the local derivative is 6.
///
/// `tape.record(value, vec![(a, …)])` records a node with one parent.
///
/// Task 2: `cargo test -p ch07 t2`.
pub fn square(tape: &mut Tape, a: Var) -> Var {
    todo!("record the square of {}", tape.value(a))
}

/// Records the hyperbolic tangent of a number.
///
/// ```text
/// z = tanh(a)          dz/da = 1 − tanh(a)² = 1 − z²
/// ```
///
/// - `tape`: the tape, which gets one more node
/// - `a`: where the number is on the tape
/// - returns the place of its tanh
///
/// Example: with ln 2 at `a` the value is 0.6, and the local derivative is `1 − 0.36 = 0.64`.
///
/// `v.tanh()` is the tanh of a number. Here the formula with `z` takes one tanh in place of two.
///
/// Task 2: `cargo test -p ch07 t2`.
pub fn tanh(tape: &mut Tape, a: Var) -> Var {
    todo!("record the tanh of {}", tape.value(a))
}

/// Records the sigmoid of a number.
///
/// ```text
/// z = σ(a)          dz/da = σ(a) (1 − σ(a)) = z (1 − z)
/// ```
///
/// - `tape`: the tape, which gets one more node
/// - `a`: where the number is on the tape
/// - returns the place of its sigmoid
///
/// Example: with ln 3 at `a` the value is 0.75, and the local derivative is `0.75 · 0.25 = 0.1875`.
///
/// `crate::given::sigma(v)` is the sigmoid of a number.
///
/// Task 2: `cargo test -p ch07 t2`.
pub fn sigmoid(tape: &mut Tape, a: Var) -> Var {
    todo!("record the sigmoid of {}", tape.value(a))
}
