//! Softmax: the activation of a whole output layer, which makes probabilities of any numbers.

use ndarray::Array2;

/// The softmax of each row: numbers from 0 to 1 that add up to 1, the larger the larger the pre-activation.
///
/// ```text
///            e^aⱼᵢ          e^(aⱼᵢ − cⱼ)
/// pⱼᵢ  =  ──────────   =   ───────────────     for any number cⱼ, one for each row
///          Σₗ e^aⱼₗ         Σₗ e^(aⱼₗ − cⱼ)
/// ```
///
/// - `a`: the pre-activations of the outputs (“logits”), one sample in each row, shape `(n, m)`, `m ≥ 1`, of any size
/// - returns the probabilities, shape `(n, m)`; each row adds up to 1, and what is smaller than an `f64` can be is 0
///
/// Example: the row `[0, ln 3]` becomes `[0.25, 0.75]`, and so does the row `[1000, 1000 + ln 3]`.
///
/// Above 709.78 the exponential is infinite, and ∞/∞ is NaN. With cⱼ = the largest number of row j, the largest
/// exponent is 0, and each sum is at least 1.
///
/// `let mut p = a.clone();` copies an array; `for mut row in p.rows_mut() { … }` visits its rows, and what is done to
/// `row` is done to `p`. `row.fold(f64::NEG_INFINITY, |max, &v| max.max(v))` is the largest entry of a row, `row.sum()`
/// the sum. `row.mapv_inplace(|v| …)` replaces each entry, `row /= sum` divides each.
///
/// Task 8: `cargo test -p ch03 t8`.
pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    todo!("each row of an array of shape {:?}, as probabilities", a.dim())
}

/// The way back through softmax: how the error grows with each pre-activation, from how it grows with each probability.
///
/// Each probability of a row depends on every pre-activation of that row: there are `m · m` derivatives,
/// `∂pₗ/∂aᵢ = pₗ·(1 if l = i, else 0) − pₗ·pᵢ`. Weighted with the upstream gradient and added up, they become
///
/// ```text
/// ∂E/∂aⱼᵢ  =  pⱼᵢ · (gⱼᵢ − Σₗ gⱼₗ pⱼₗ)      where      gⱼₗ = ∂E/∂pⱼₗ
/// ```
///
/// - `p`: what [`softmax`] returned, shape `(n, m)`
/// - `upstream`: `g`, the gradient of the error with respect to `p`, shape `(n, m)`
/// - returns the gradient of the error with respect to the pre-activations, shape `(n, m)`; each row adds up to 0
///
/// `p * upstream` multiplies entry by entry. `x.sum_axis(Axis(1))` is the sum of each row, shape `(n,)`;
/// `.insert_axis(Axis(1))` makes a column of it, shape `(n, 1)`, which can be subtracted from an array of shape `(n,
/// m)`. Write `ndarray::Axis(1)`, or import `Axis` above. A loop over the rows does it too.
///
/// # Panics
/// If `p` and `upstream` differ in shape. (ndarray would repeat a single row or column as often as it takes.)
///
/// Task 8: `cargo test -p ch03 t8`.
pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    assert_eq!(p.dim(), upstream.dim(), "p is {:?}, upstream is {:?}: they need one shape", p.dim(), upstream.dim());
    todo!("p (g − Σ g p) in each row, for p and g of shape {:?}", p.dim())
}
