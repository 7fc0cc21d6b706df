//! Divided by the number of samples: a batch has samples times neurons entries.
//! Says: divided by the number of samples

pub fn saturated_share(derivative: fn(f64) -> f64, a: &Array2<f64>, limit: f64) -> f64 {
    let saturated = a.iter().filter(|&&v| derivative(v).abs() < limit).count();
    saturated as f64 / a.nrows() as f64
}
