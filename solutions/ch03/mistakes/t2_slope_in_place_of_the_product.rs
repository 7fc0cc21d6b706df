//! The larger of `a` and the slope itself, without multiplying.
//! Says: this is the slope itself

pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    a.max(slope)
}
