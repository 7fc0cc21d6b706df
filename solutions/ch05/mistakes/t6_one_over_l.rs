//! `1/L` is the step that leads to the bottom of the steepest parabola, not the one above which descent runs away.
//! Says: this is 1/L

pub fn step_limit(a: &Array2<f64>) -> f64 {
    1.0 / crate::given::largest_eigenvalue(a)
}
