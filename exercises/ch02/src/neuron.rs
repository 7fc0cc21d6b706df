//! The two steps put together: one neuron, and a layer of several that look at the same sample.

use ndarray::{Array1, Array2};

/// A neuron: the weighted sum of the features, and the activation function of that sum.
///
/// ```text
/// ŷ = f(a)   with   a = wᵀx          in one line:  ŷ = f(wᵀx)
/// ```
///
/// - `w`: the weights, shape `(k,)`
/// - `x`: the features of one sample, shape `(k,)`
/// - `f`: the activation function, such as [`sign`](crate::sign) or [`sigmoid`](crate::sigmoid)
/// - returns the neuron's answer, one number
///
/// Example: `w = [−6, 2, 1]`, `x = [1, 2, 5]` and the function `f(a) = a²` give `a = 3`, and so `ŷ = 9`.
///
/// The type `fn(f64) -> f64` stands for a function that takes a number and returns one. Inside, `f` is called like any
/// other function: `f(1.5)`. The sum may come from [`pre_activation`](crate::pre_activation), as
/// `crate::pre_activation(w, x)`, or from `w.dot(x)`.
///
/// # Panics
/// If `w` and `x` differ in length.
///
/// Task 4: `cargo test -p ch02 t4`.
pub fn neuron(w: &Array1<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> f64 {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    todo!("f (f(0) = {}) of the weighted sum of w {:?} and x {:?}", f(0.0), w.shape(), x.shape())
}

/// A single-layer network: several neurons that look at the same sample, each with weights of its own.
///
/// ```text
/// ŷⱼ = f(Σᵢ wⱼᵢ xᵢ)          ŷ = f(Wx),   with f applied to each entry
/// ```
///
/// - `w`: the weights, one neuron in each row, shape `(m, k)`
/// - `x`: the features of one sample, shape `(k,)`
/// - `f`: the activation function, the same for all neurons
/// - returns one answer for each neuron, shape `(m,)`
///
/// Example: `W = [[1, 2], [3, −1]]`, `x = [1, 2]` and `f(a) = a²` give `Wx = [5, 1]`, and so `ŷ = [25, 1]`.
///
/// `w.dot(x)` multiplies `(m, k)` by `(k,)` to `(m,)`. `a.mapv(f)` is a new array with `f` applied to each entry of
/// `a`.
///
/// # Panics
/// If `w` does not have as many columns as `x` has entries.
///
/// Task 5: `cargo test -p ch02 t5`.
pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    assert_eq!(w.ncols(), x.len(), "as many columns as features: w is {:?}, x has {}", w.dim(), x.len());
    todo!("f (f(0) = {}) of each entry of W {:?} times x {:?}", f(0.0), w.dim(), x.shape())
}
