//! ReLU, with an argument that nobody reads.
//! Says: this is ReLU, without a leak

pub fn leaky_relu(a: f64, _slope: f64) -> f64 {
    a.max(0.0)
}
