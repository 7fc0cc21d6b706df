//! A neuron's error on the tape: only the way forward is written, and the sweep finds the gradient.

use crate::given::{Tape, Var};

/// Records the squared error of a sigmoid neuron for one sample.
///
/// ```text
/// a = Σᵢ wᵢxᵢ          ŷ = σ(a)          E = (ŷ − y)²
/// ```
///
/// In chapter 6, task 3, the gradient of this error was worked out by hand. Here it follows from the steps, as long as
/// every step is recorded: with the functions of tasks 1 and 2, and the places that they return.
///
/// - `tape`: the tape; the weights are on it already
/// - `w`: where the weights are on the tape
/// - `x`: the features of one sample, as numbers; the constant 1 is among them
/// - `y`: the answer that was observed, 0 or 1
/// - returns the place of the error
///
/// Example: weights 0 and 0, `x = [1, 2]` and `y = 1` give `a = 0`, `ŷ = 1/2` and `E = 1/4`. The gradient for the
/// weights is `[−0.25, −0.5]`.
///
/// `tape.leaf(v)` puts a number on the tape, as a feature, the answer, or a sum that begins with 0. The functions are
/// `crate::mul(tape, a, b)` and so on: one line for each step.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 4: `cargo test -p ch07 t4`.
pub fn neuron_error(tape: &mut Tape, w: &[Var], x: &[f64], y: f64) -> Var {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mut a = tape.leaf(0.0);
    for (&weight, &feature) in w.iter().zip(x) {
        let feature = tape.leaf(feature);
        let product = crate::mul(tape, weight, feature);
        a = crate::add(tape, a, product);
    }
    let y_hat = crate::sigmoid(tape, a);
    let y = tape.leaf(y);
    let difference = crate::sub(tape, y_hat, y);
    crate::square(tape, difference)
}
