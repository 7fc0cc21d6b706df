//! The whole network in matrix form: features in, hidden layer, output.

use ndarray::{Array1, Array2};

/// The output of a network with one hidden layer, for one sample.
///
/// ```text
/// h = f_h(W1 x)
/// ŷ = f_o(W2 h)
/// ```
///
/// Each layer is a product and then an activation, entry by entry: the output layer does to `h` what the hidden layer
/// does to `x`.
///
/// - `w1`: the weights of the hidden layer, shape `(d, k)`
/// - `w2`: the weights of the output, shape `(m, d)`
/// - `x`: the features of one sample, shape `(k,)`
/// - `f_h`, `f_o`: the activation functions of the hidden layer and of the output
/// - returns one prediction for each output, shape `(m,)`
///
/// Example: with `w1 = [[1, 2], [3, −1]]`, `w2 = [[1, −1]]`, `x = [10, 1]` and the identity twice, `h` is `[12, 29]`
/// and `ŷ` is `[−17]`.
///
/// `a.dot(&b)` multiplies a matrix by a vector: `(d, k)` times `(k,)` gives `(d,)`. `a.mapv(f)` applies `f` to each
/// entry.
///
/// # Panics
/// If `w1` has not as many columns as `x` has features, or `w2` not as many as there are hidden neurons.
///
/// Task 3: `cargo test -p ch04 t3`.
pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    assert_eq!(w1.ncols(), x.len(), "a weight for each feature: W1 has shape {:?}, x has {}", w1.dim(), x.len());
    assert_eq!(w2.ncols(), w1.nrows(), "a weight for each hidden neuron: W2 is {:?}, W1 {:?}", w2.dim(), w1.dim());
    let h = w1.dot(x).mapv(f_h);
    w2.dot(&h).mapv(f_o)
}

/// The output of the same network for a whole batch at once.
///
/// ```text
/// H = f_h(X W1ᵀ)
/// Ŷ = f_o(H W2ᵀ)
/// ```
///
/// Samples stand in rows, and so do the hidden activations and the outputs that belong to them. Row `j` of `W1` belongs
/// to a neuron; here it has to meet each row of `X`, so it must become a column: that is what the transpose is for.
///
/// The arguments stand in the order of the formula: here `x` comes first, in `network` it comes after the weights. All
/// three are matrices, so the compiler does not notice if they are mixed up.
///
/// - `x`: a batch, one sample in each row, shape `(n, k)`
/// - `w1`: the weights of the hidden layer, shape `(d, k)`
/// - `w2`: the weights of the output, shape `(m, d)`
/// - `f_h`, `f_o`: the activation functions of the hidden layer and of the output
/// - returns the predictions, one sample in each row, shape `(n, m)`
///
/// Example: with `w1 = [[1, 2], [3, −1]]`, `w2 = [[1, −1]]`, `x = [[10, 1], [0, 1]]` and the identity twice, `H` is
/// `[[12, 29], [2, −1]]` and `Ŷ` is `[[−17], [3]]`.
///
/// `w1.t()` is the transpose `W1ᵀ`, shape `(k, d)`; `x.dot(&w1.t())` multiplies by it.
///
/// # Panics
/// If `w1` has not as many columns as `x`, or `w2` not as many as there are hidden neurons.
///
/// Task 4: `cargo test -p ch04 t4`.
pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    assert_eq!(w1.ncols(), x.ncols(), "a weight for each feature: W1 has shape {:?}, X {:?}", w1.dim(), x.dim());
    assert_eq!(w2.ncols(), w1.nrows(), "a weight for each hidden neuron: W2 is {:?}, W1 {:?}", w2.dim(), w1.dim());
    let h = x.dot(&w1.t()).mapv(f_h);
    h.dot(&w2.t()).mapv(f_o)
}
