//! Dropout: during training, a layer works without some of its neurons, different ones each time.

use ndarray::Array2;

/// Drops hidden activations at random during training, and none afterwards.
///
/// ```text
/// training:       maskᵢⱼ = 0 where uᵢⱼ < p, and 1/(1 − p) elsewhere
/// afterwards:     maskᵢⱼ = 1
///
/// H′ = H ⊙ mask
/// ```
///
/// What is kept is made larger, so that the next layer gets the same sum on average. Then nothing has to be done when
/// the network is used. (Srivastava and others, 2014; with the division during training it is called inverted dropout.)
///
/// - `h`: hidden activations, shape `(n, d)`: one sample in each row
/// - `uniform`: random numbers, spread uniformly from 0 to 1, shape `(n, d)`: one for each activation
/// - `p`: the probability that an activation is dropped, `0 ≤ p < 1`
/// - `training`: whether the network is being trained
/// - returns `(H′, mask)`, each of shape `(n, d)`
///
/// Example: in training, `h = [[3, 5]]`, `uniform = [[0.1, 0.7]]` and `p = 0.5` give the mask `[[0, 2]]` and
/// `H′ = [[0, 10]]`.
///
/// `uniform.mapv(|u| if … { … } else { … })` makes a mask; `h * &mask` multiplies entry by entry.
///
/// # Panics
/// If `p` is not from 0 up to, but not including, 1, or if the shapes differ.
///
/// Task 8: `cargo test -p ch08 t8`.
pub fn dropout(h: &Array2<f64>, uniform: &Array2<f64>, p: f64, training: bool) -> (Array2<f64>, Array2<f64>) {
    assert!((0.0..1.0).contains(&p), "p is a probability below 1, not {p}");
    assert_eq!(h.dim(), uniform.dim(), "one random number for each activation");
    todo!("drop each of {:?} activations with probability {p}, if {training}: {:?}", h.dim(), uniform.dim())
}

/// The way back through dropout: from the gradient at `H′` to the gradient at `H`.
///
/// ```text
/// ∂E/∂H = ∂E/∂H′ ⊙ mask
/// ```
///
/// An activation that was dropped had no part in the error. One that was kept acts on it more, by its factor.
///
/// - `upstream`: the gradient of the error at `H′`, shape `(n, d)`
/// - `mask`: the mask that `dropout` returned on the way forward, shape `(n, d)`
/// - returns the gradient of the error at `H`, shape `(n, d)`
///
/// Example: `[[7, 1]]` arrives, the mask was `[[0, 2]]`: `[[0, 2]]` is passed on.
///
/// # Panics
/// If the shapes differ.
///
/// Task 8: `cargo test -p ch08 t8`.
pub fn dropout_backward(upstream: &Array2<f64>, mask: &Array2<f64>) -> Array2<f64> {
    assert_eq!(upstream.dim(), mask.dim(), "one entry of the mask for each derivative");
    todo!("{:?} derivatives through a mask of {:?}", upstream.dim(), mask.dim())
}
