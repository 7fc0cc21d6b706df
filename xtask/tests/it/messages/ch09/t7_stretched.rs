//! The drawing is stretched to the square, so that a 1 becomes a block.

pub fn to_picture(bitmap: &Array2<f64>) -> Array2<f64> {
    let Some((top, bottom, left, right)) = bounds(bitmap) else {
        return Array2::zeros((8, 8));
    };
    let (height, width) = (bottom - top + 1, right - left + 1);
    let dot = |i: usize, j: usize| bitmap[[top + (2 * i + 1) * height / 64, left + (2 * j + 1) * width / 64]];
    Array2::from_shape_fn((8, 8), |(i, j)| (0..16).map(|k| dot(4 * i + k / 4, 4 * j + k % 4)).sum())
}
