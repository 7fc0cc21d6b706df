//! The gradient is measured by forward differences, whose error is `h` and not `h²`.
//! Says: measured to one side only

pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-6;
    let mut slopes = Array1::zeros(at.len());
    for i in 0..at.len() {
        let mut up = at.clone();
        up[i] += h;
        slopes[i] = (f(&up) - f(at)) / h;
    }
    slopes
}
