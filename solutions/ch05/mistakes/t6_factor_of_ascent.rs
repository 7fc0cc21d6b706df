//! The factor belongs to a step uphill.
//! Says: this step goes up

pub fn distance_factor(curvature: f64, eta: f64) -> f64 {
    1.0 + eta * curvature
}
