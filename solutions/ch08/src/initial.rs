//! The initial weights, of a size that lets a signal through many layers.

use ndarray::Array2;

/// Initial weights for a layer, from uniform random numbers between 0 and 1.
///
/// ```text
/// wᵢⱼ = r (2 uᵢⱼ − 1)          r = g √(3/k)
/// ```
///
/// So each weight lies between `−r` and `r`, and the variance of the weights is `r²/3 = g²/k`. A neuron that adds up
/// `k` inputs of mean square 1 then has a pre-activation of mean square `g²`, however many inputs it has.
///
/// - `uniform`: random numbers, spread uniformly from 0 to 1, shape `(d, k)`: one row for each neuron of the layer, one
///   column for each of its inputs
/// - `gain`: `g`, which makes up for what the activation function takes away. `g = 1` is LeCun's choice, for tanh
///   (1998); `g = √2` is He's, for ReLU, which drops half of the signal (2015). Glorot's (2010) puts the mean
///   of inputs and outputs, `(k + d)/2`, in place of `k`
/// - returns the weights, shape `(d, k)`
///
/// Example: with 3 inputs and gain 1, `r = √(3/3) = 1`, and the numbers `[0, 0.5, 0.75]` become `[-1, 0, 0.5]`.
///
/// `a.ncols()` is the number of columns; an array can be multiplied by a number, and a number subtracted from it.
///
/// Task 2: `cargo test -p ch08 t2`.
pub fn initial_weights(uniform: &Array2<f64>, gain: f64) -> Array2<f64> {
    let limit = gain * (3.0 / uniform.ncols() as f64).sqrt();
    limit * (2.0 * uniform - 1.0)
}
