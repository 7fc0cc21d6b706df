//! A drawing, brought into the form of the images that the network was trained with.

use crate::given::THRESHOLD;
use ndarray::Array2;

/// The rows and columns between which the ink of a drawing lies.
///
/// An entry is ink if it is greater than [`crate::given::THRESHOLD`].
///
/// - `bitmap`: how dark each dot is, 0 for paper, 1 for ink, of any shape; row 0 is the top
/// - returns `Some((top, bottom, left, right))`, the first and last row and the first and last column with ink in them,
///   or `None` if there is no ink
///
/// Example: `[[0, 0, 0], [0, 0.9, 0.4]]` gives `Some((1, 1, 1, 2))`.
///
/// `bitmap.indexed_iter()` gives `((i, j), &ink)` for each entry. `Some(v)` is an answer that is there, `None` one that
/// is not.
///
/// Task 7: `cargo test -p ch09 t7`.
pub fn bounds(bitmap: &Array2<f64>) -> Option<(usize, usize, usize, usize)> {
    todo!("the first and last row and column of {bitmap} with more than {THRESHOLD}")
}

/// A drawing as an image of 8 × 8 pixels, each a count of ink from 0 to 16, as the images of the data set were made.
///
/// 1. Cut out what lies within the [`bounds`]: `height × width` dots. No ink gives an image of zeros.
/// 2. Put it into the middle of a square of paper, so that its shape is kept. The square's `side` is the larger of
///    height and width. There are `(side − height) / 2` rows of paper above it and `(side − width) / 2` columns to its
///    left, both rounded down.
/// 3. Take 32 × 32 dots from the square: dot `(i, j)` is its entry in row `((2i + 1) · side) / 64` and
///    column `((2j + 1) · side) / 64`, both rounded down. That is the middle of each of 32 equal strips.
/// 4. Pixel `(i, j)` of the image is the sum of the 4 × 4 dots from `(4i, 4j)` on.
///
/// - `bitmap`: how dark each dot is, from 0 for paper to 1 for ink, of any shape; row 0 is the top
/// - returns the image, shape `(8, 8)`
///
/// Example: a black square of any size, anywhere in the bitmap, gives 16 in all pixels. A black bar of
/// 16 rows and 2 columns gives two columns of 8: its middle lies between two pixels.
///
/// Divisions of `usize` round down by themselves. `ndarray::s![4 * i..4 * i + 4, …]` with `dots.slice(…).sum()` adds up
/// a block.
///
/// Task 7: `cargo test -p ch09 t7`.
pub fn to_picture(bitmap: &Array2<f64>) -> Array2<f64> {
    todo!("the ink of {bitmap} as 8 × 8 counts")
}
