//! The curvature is looked for along the axes only, in the diagonal of the matrix.
//! Says: the largest entry of the diagonal

pub fn step_limit(a: &Array2<f64>) -> f64 {
    2.0 / a.diag().iter().fold(0.0, |largest: f64, v| largest.max(*v))
}
