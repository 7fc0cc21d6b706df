//! The step is so small that the difference drowns in rounding.
//! Says: the step h is too small

pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-13;
    let mut slopes = Array1::zeros(at.len());
    for i in 0..at.len() {
        let (mut up, mut down) = (at.clone(), at.clone());
        up[i] += h;
        down[i] -= h;
        slopes[i] = (f(&up) - f(&down)) / (2.0 * h);
    }
    slopes
}
