//! The step goes along the gradient, uphill.
//! Says: this step goes up

pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    w + eta * gradient
}
