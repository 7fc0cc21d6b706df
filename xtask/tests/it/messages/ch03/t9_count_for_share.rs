//! How many are saturated, not their share.

pub fn saturated_share(derivative: fn(f64) -> f64, a: &Array2<f64>, limit: f64) -> f64 {
    a.iter().filter(|&&v| derivative(v).abs() < limit).count() as f64
}
