//! Each probability is treated as if it depended on its own number alone.
//! Says: as for a sigmoid

pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    p * (1.0 - p) * upstream
}
