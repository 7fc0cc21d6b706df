//! What the hidden neurons have learned to look for.

use ndarray::Array2;

/// The weights of a hidden neuron as an image: where it wants ink, and where it wants none.
///
/// A positive weight raises the neuron's pre-activation if there is ink in its pixel, a negative one lowers it. The
/// bias belongs to no pixel and is left out.
///
/// - `w1`: the weights of the hidden layer, shape `(d, 65)`; column 0 is the bias
/// - `j`: which neuron, from 0 to `d − 1`
/// - returns its 64 weights, shape `(8, 8)`, row by row as in an image
///
/// Example: weight 1 of the neuron stands in the upper left corner, weight 8 at the end of the top row, weight 9 below
/// weight 1.
///
/// `w1[[j, 1 + 8 * row + column]]` is one of them; `Array2::from_shape_fn((8, 8), |(row, column)| …)` makes an array
/// entry by entry.
///
/// # Panics
/// If `w1` has not 65 columns, or no row `j`.
///
/// Task 8: `cargo test -p ch09 t8`.
pub fn what_it_sees(w1: &Array2<f64>, j: usize) -> Array2<f64> {
    assert_eq!(w1.ncols(), 65, "a bias and 64 pixels");
    assert!(j < w1.nrows(), "there is no neuron {j}: w1 has {} rows", w1.nrows());
    Array2::from_shape_fn((8, 8), |(row, column)| w1[[j, 1 + 8 * row + column]])
}

/// The samples that excite a hidden neuron most: those with its highest activations.
///
/// - `h`: the hidden activations, shape `(n, d + 1)`; column 0 is the constant 1, so neuron `j` has column `j + 1`
/// - `j`: which neuron, from 0 to `d − 1`
/// - `count`: how many samples are wanted
/// - returns their indices, the highest activation first; of equal ones, the lower index first. If there are fewer
///   samples than `count`, all of them.
///
/// Example: for `h = [[1, 0.2], [1, −0.9], [1, 0.7]]`, `j = 0` and `count = 2` it is `[2, 0]`.
///
/// `order.sort_by(|&a, &b| v[b].total_cmp(&v[a]))` sorts a list of indices by the entries of `v`, the largest first,
/// and keeps the order of equal ones. `order.truncate(count)` shortens a list that is longer.
///
/// # Panics
/// If there is no neuron `j`.
///
/// Task 8: `cargo test -p ch09 t8`.
pub fn favourites(h: &Array2<f64>, j: usize, count: usize) -> Vec<usize> {
    assert!(j + 1 < h.ncols(), "there is no neuron {j}: h has {} columns, the constant 1 among them", h.ncols());
    let activations = h.column(j + 1);
    let mut order: Vec<usize> = (0..h.nrows()).collect();
    order.sort_by(|&a, &b| activations[b].total_cmp(&activations[a]));
    order.truncate(count);
    order
}
