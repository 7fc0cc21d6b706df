//! All entries are moved at once, so each slope is the sum of all.
//! Says: all entries are moved together

pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-5;
    let slope = (f(&(at + h)) - f(&(at - h))) / (2.0 * h);
    Array1::from_elem(at.len(), slope)
}
