//! How a neuron finds its weights: Rosenblatt's learning rule for the perceptron.

use ndarray::{Array1, Array2};

/// One step of Rosenblatt's rule: the weights after the perceptron has seen one sample with its label.
///
/// ```text
///           ⎧ w         if sign(wᵀx) = y:  the answer is right, nothing changes
/// w(t+1) =  ⎨
///           ⎩ w + y x   otherwise:         a mistake, the weights move towards y x
/// ```
///
/// - `w`: the weights before the step, shape `(k,)`
/// - `x`: the features of one sample, the constant 1 first, shape `(k,)`
/// - `y`: its label, −1 or 1
/// - returns the weights after the step, shape `(k,)`
///
/// An undecided neuron (`wᵀx = 0`) has not given the label, so this is a mistake, too. The answer is right exactly if
/// `y · wᵀx > 0`: label and pre-activation have the same sign, however near to 0 the latter is.
///
/// Example: `w = [0, 0]`, `x = [1, 3]`, `y = −1`: `wᵀx = 0` is a mistake, and the new weights are `[−1, −3]`.
///
/// `w.clone()` is a copy of `w`; `w + y * x` works for references to arrays entry by entry.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 8: `cargo test -p ch02 t8`.
pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    if y * w.dot(x) > 0.0 { w.clone() } else { w + y * x }
}

/// The weights of a perceptron after training: Rosenblatt's rule for one sample after another, several times over.
///
/// ```text
/// w = 0
/// repeat `epochs` times:
///     for each sample j = 1 … n, in order:
///         w ← perceptron_step(w, xⱼ, yⱼ)
/// ```
///
/// - `x`: a batch, one sample in each row, the column of ones already in place, shape `(n, k)`
/// - `y`: the labels, −1 or 1, shape `(n,)`, one for each row of `x`
/// - `epochs`: how many times the whole batch is gone through; with 0 the weights stay 0
/// - returns the weights after the last step, also if others on the way were better, shape `(k,)`
///
/// Each step starts from the weights that the step before it has left. If a straight line can tell the two labels
/// apart, the weights stop changing after a finite number of steps; if none can, they never do.
///
/// Example: the samples `[1, 1]` with the label −1 and `[1, 2]` with the label 1 give `[0, 1]` after one epoch.
///
/// `Array1::zeros(k)` makes an array of zeros, `x.ncols()` is `k`, `x.nrows()` is `n`. `x.row(j).to_owned()` is row `j`
/// as an `Array1`, which can be handed on as `&x.row(j).to_owned()`. A variable that changes is declared with `let
/// mut`.
///
/// Task 9: `cargo test -p ch02 t9`.
pub fn train_perceptron(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    assert_eq!(x.nrows(), y.len(), "as many rows as labels: x is {:?}, y has {}", x.dim(), y.len());
    let mut w = Array1::zeros(x.ncols());
    for _ in 0..epochs {
        for (x, &y) in x.rows().into_iter().zip(y) {
            w = perceptron_step(&w, &x.to_owned(), y);
        }
    }
    w
}
