//! Positive numbers are multiplied by the slope, and negative ones pass.
//! Says: the slope is on the wrong side

pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    if a > 0.0 { slope * a } else { a }
}
