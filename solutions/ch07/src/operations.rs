//! The way back through each operation on matrices: from the upstream gradient to the gradients for its parents.
//!
//! The derivative of one matrix by another has a number for each pair of entries. Nobody stores these: what is needed
//! is their product with the upstream gradient, and for each operation there is a short formula for it.

use ndarray::Array2;

/// Back through a product of matrices, `C = A B`.
///
/// An entry of `A` meets a whole row of `B`, and acts on the error through a whole row of `C`:
///
/// ```text
/// ∂E/∂aⱼᵢ = Σₗ gⱼₗ bᵢₗ          ∂E/∂A = G Bᵀ
/// ∂E/∂bᵢₗ = Σⱼ aⱼᵢ gⱼₗ          ∂E/∂B = Aᵀ G
/// ```
///
/// - `upstream`: `G = ∂E/∂C`, shape `(n, m)`
/// - `a`: the first factor, shape `(n, k)`
/// - `b`: the second factor, shape `(k, m)`
/// - returns `(∂E/∂A, ∂E/∂B)`, each of the shape of its matrix
///
/// Example: `A = [[1, 2]]`, `B = [[3], [4]]` and `G = [[5]]` give `[[15, 20]]` and `[[5], [10]]`.
///
/// `b.t()` is the transpose, `a.dot(&b)` the product, and `(p, q)` a pair.
///
/// # Panics
/// If `upstream` does not have the shape of the product.
///
/// Task 5: `cargo test -p ch07 t5`.
pub fn matmul_backward(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(upstream.dim(), (a.nrows(), b.ncols()), "the shape of A B: A {:?}, B {:?}", a.dim(), b.dim());
    (upstream.dot(&b.t()), a.t().dot(upstream))
}

/// Back through a row that was added to each row of a matrix, `Cⱼᵢ = aⱼᵢ + rᵢ`.
///
/// Each entry of `A` acts on one entry of `C`. Each entry of the row acts on `n` of them, and what comes back adds up:
///
/// ```text
/// ∂E/∂A = G          ∂E/∂rᵢ = Σⱼ gⱼᵢ
/// ```
///
/// - `upstream`: `G = ∂E/∂C`, shape `(n, k)`
/// - returns `(∂E/∂A, ∂E/∂r)`, of shapes `(n, k)` and `(1, k)`
///
/// Example: `G = [[1, 2], [3, 4]]` gives a copy of `G`, `upstream.clone()`, and `[[4, 6]]`.
///
/// `g.sum_axis(Axis(0))` sums over the rows, and `.insert_axis(Axis(0))` makes a matrix of one row of the sums. `Axis`
/// is `ndarray::Axis`.
///
/// Task 6: `cargo test -p ch07 t6`.
pub fn add_row_backward(upstream: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let axis = ndarray::Axis(0);
    (upstream.clone(), upstream.sum_axis(axis).insert_axis(axis))
}

/// Back through the mean of all entries of a matrix, `m = 1/(nk) · Σⱼ Σᵢ aⱼᵢ`.
///
/// ```text
/// ∂E/∂aⱼᵢ = g / (nk)
/// ```
///
/// - `upstream`: `g = ∂E/∂m`, a number
/// - `shape`: the shape of the matrix, `(n, k)`
/// - returns one derivative for each entry of the matrix, shape `(n, k)`
///
/// Example: `g = 12` and the shape `(2, 3)` give a matrix of 2 rows and 3 columns that holds 2 everywhere.
///
/// `Array2::from_elem(shape, v)` is a matrix with `v` in each entry; `shape.0` and `shape.1` are the two numbers of the
/// pair, and `n as f64` makes a count an `f64`.
///
/// Task 6: `cargo test -p ch07 t6`.
pub fn mean_backward(upstream: f64, shape: (usize, usize)) -> Array2<f64> {
    Array2::from_elem(shape, upstream / (shape.0 * shape.1) as f64)
}

/// Back through a product entry by entry, `C = A ⊙ B`.
///
/// ```text
/// ∂E/∂A = G ⊙ B          ∂E/∂B = G ⊙ A
/// ```
///
/// - `upstream`: `G = ∂E/∂C`, shape `(n, k)`
/// - `a`, `b`: the two factors, shape `(n, k)`
/// - returns `(∂E/∂A, ∂E/∂B)`, each of shape `(n, k)`
///
/// Example: `A = [[1, 2]]`, `B = [[3, 4]]` and `G = [[10, 1]]` give `[[30, 4]]` and `[[10, 2]]`.
///
/// `a * b` multiplies two matrices, or references to them, entry by entry.
///
/// # Panics
/// If the three differ in shape. A single row would be repeated to make it fit.
///
/// Task 7: `cargo test -p ch07 t7`.
pub fn mul_backward(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(a.dim(), b.dim(), "two factors of the same shape");
    assert_eq!(upstream.dim(), a.dim(), "an upstream derivative for each entry of the product");
    (upstream * b, upstream * a)
}

/// Back through tanh, entry by entry: `H = tanh(A)`.
///
/// ```text
/// ∂E/∂A = G ⊙ (1 − H²)          the square is taken entry by entry
/// ```
///
/// - `upstream`: `G = ∂E/∂H`, shape `(n, d)`
/// - `h`: the *result* of tanh, which is on the tape, shape `(n, d)`
/// - returns one derivative for each entry of `A`, shape `(n, d)`
///
/// Example: `H = [[0.6, 0]]` and `G = [[2, 5]]` give `[[1.28, 5]]`.
///
/// `h.mapv(|h| …)` applies a formula to each entry.
///
/// # Panics
/// If the two differ in shape.
///
/// Task 7: `cargo test -p ch07 t7`.
pub fn tanh_backward(upstream: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert_eq!(upstream.dim(), h.dim(), "an upstream derivative for each entry of H");
    upstream * h.mapv(|h| 1.0 - h * h)
}
