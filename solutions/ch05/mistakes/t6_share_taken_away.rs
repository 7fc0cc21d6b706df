//! The share that a step takes away is returned, not what it leaves.
//! Says: what it leaves is

pub fn distance_factor(curvature: f64, eta: f64) -> f64 {
    eta * curvature
}
