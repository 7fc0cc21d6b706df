//! The function is applied to its own result.
//! Says: f is applied twice

pub fn apply(f: fn(f64) -> f64, a: &Array2<f64>) -> Array2<f64> {
    a.mapv(f).mapv(f)
}
