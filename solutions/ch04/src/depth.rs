//! What the second layer is good for: a problem that one neuron cannot solve, and the part that must not be left out.

use ndarray::Array2;

/// Weights with which two hidden neurons compute XOR, chosen by hand.
///
/// ```text
/// x₂ x₃   XOR             x = [1, x₂, x₃]
///  0  0    0              h = step(W1 x)              step(a) = 1 if a > 0, otherwise 0
///  0  1    1              ŷ = step(W2 [1, h])
///  1  0    1
///  1  1    0
/// ```
///
/// x₂ is `x[1]` and x₃ is `x[2]`. Both layers have a bias in column 0, as in task 5. One neuron with the step cannot:
/// no straight line separates the ones from the zeros. Two can. Let one hidden neuron answer one question about the
/// two features (is at least one of them 1?), the other another (are both?), and let the output combine the answers.
///
/// - returns `(w1, w2)`, of shapes `(2, 3)` and `(1, 3)`; all weights that give the table are right
///
/// `ndarray::array![[1.0, 2.0], [3.0, 4.0]]` is a matrix of two rows; `(a, b)` returns two values.
///
/// Task 6: `cargo test -p ch04 t6`.
pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    // The first hidden neuron is OR, the second AND; the output wants the first without the second.
    let w1 = ndarray::array![[-0.5, 1.0, 1.0], [-1.5, 1.0, 1.0]];
    let w2 = ndarray::array![[-0.5, 1.0, -1.0]];
    (w1, w2)
}

/// The single layer that does what two layers without a nonlinearity do.
///
/// ```text
/// W2 (W1 x) = W x        for every x
/// ```
///
/// With the identity as activation the hidden layer adds nothing: two matrices, one after the other, are one matrix.
///
/// - `w1`: the weights of the first layer, shape `(d, k)`
/// - `w2`: the weights of the second layer, shape `(m, d)`
/// - returns `W`, shape `(m, k)`
///
/// Example: `w1 = [[1, 2], [3, −1]]` and `w2 = [[1, −1]]` give `[[−2, 3]]`.
///
/// `a.dot(&b)` multiplies two matrices: `(m, d)` times `(d, k)` gives `(m, k)`.
///
/// # Panics
/// If `w2` has not as many columns as `w1` has rows.
///
/// Task 7: `cargo test -p ch04 t7`.
pub fn collapse(w1: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    assert_eq!(w2.ncols(), w1.nrows(), "W2 must have a column for each row of W1: {:?}, {:?}", w2.dim(), w1.dim());
    w2.dot(w1)
}
