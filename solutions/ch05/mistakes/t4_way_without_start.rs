//! The way to go is returned, not where it leads.
//! Says: start from w

pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    let _ = w;
    -eta * gradient
}
