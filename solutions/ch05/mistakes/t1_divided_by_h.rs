//! The central difference is divided by `h`, and its points are `2h` apart.
//! Says: the two points are 2h apart

pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / h
}
