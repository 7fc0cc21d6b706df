//! The hidden layer in the sum form of the lecture: one neuron, then all of them.

use ndarray::{Array1, Array2};

/// The activation of one hidden neuron, number `j`.
///
/// ```text
/// hⱼ = f_h( Σᵢ wⱼᵢ xᵢ )
/// ```
///
/// It is the neuron of chapter 2, with its weights in row `j` of a matrix. `wⱼᵢ` is the weight of the connection *to*
/// hidden neuron `j` *from* feature `i`: the row says where it goes, the column where it comes from.
///
/// - `w1`: the weights of the hidden layer, shape `(d, k)`
/// - `x`: the features of one sample, shape `(k,)`
/// - `j`: which hidden neuron, from `0` to `d − 1`: in formulas the first is h₁, in Rust its `j` is 0
/// - `f_h`: the activation function of the hidden layer
///
/// Example: `w1 = [[1, 2], [3, −1]]`, `x = [10, 1]`, `j = 1` add up to `3·10 − 1·1 = 29`; the result is `f_h(29)`.
///
/// `w1[[j, i]]` is the entry in row `j`, column `i`; `x.len()` is `k`; `f_h(a)` calls the function that was handed
/// over.
///
/// # Panics
/// If `w1` has not as many columns as `x` has features, or no row `j`.
///
/// Task 1: `cargo test -p ch04 t1`.
pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    assert_eq!(w1.ncols(), x.len(), "a weight for each feature: W1 has shape {:?}, x has {}", w1.dim(), x.len());
    assert!(j < w1.nrows(), "there is no hidden neuron {j}: W1 has shape {:?}", w1.dim());
    todo!("f_h of the sum of w1[[{j}, i]] * x[i] over {} features, where f_h(0) is {}", x.len(), f_h(0.0))
}

/// The activations of all hidden neurons: the same sum for each row of `W1`.
///
/// ```text
/// hⱼ = f_h( Σᵢ wⱼᵢ xᵢ )        for each j; h₁ is h[0]
/// ```
///
/// - `w1`: the weights of the hidden layer, shape `(d, k)`
/// - `x`: the features of one sample, shape `(k,)`
/// - `f_h`: the activation function of the hidden layer
/// - returns one activation for each hidden neuron, shape `(d,)`
///
/// Example: `w1 = [[1, 2], [3, −1]]`, `x = [10, 1]` give `[f_h(12), f_h(29)]`.
///
/// `w1.nrows()` is `d`. `Array1::zeros(d)` makes a vector of zeros, and `h[j] = v` writes an entry of it, if it was
/// bound with `let mut h`. The function of task 1 may be called.
///
/// # Panics
/// If `w1` has not as many columns as `x` has features.
///
/// Task 2: `cargo test -p ch04 t2`.
pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    assert_eq!(w1.ncols(), x.len(), "a weight for each feature: W1 has shape {:?}, x has {}", w1.dim(), x.len());
    todo!("the activations of {} hidden neurons, where f_h(0) is {}", w1.nrows(), f_h(0.0))
}
