//! The decay is added to the gradient, as it would be without Adam.

pub fn adamw_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
    lambda: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    crate::adam_step(w, m, v, &(gradient + lambda * w), t, eta)
}
