//! The central difference is divided by `h` instead of `2h`.
//! Says: divided by h

pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-5;
    let mut slopes = Array1::zeros(at.len());
    for i in 0..at.len() {
        let (mut up, mut down) = (at.clone(), at.clone());
        up[i] += h;
        down[i] -= h;
        slopes[i] = (f(&up) - f(&down)) / h;
    }
    slopes
}
