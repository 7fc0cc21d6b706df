//! The absolute value is taken: whether a step jumps to the other side can no longer be told.
//! Says: the sign is lost

pub fn distance_factor(curvature: f64, eta: f64) -> f64 {
    (1.0 - eta * curvature).abs()
}
