//! The slopes are added up, and by the chain rule they are multiplied.
//! Says: the slopes are added

pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    let mut a = a;
    let mut left = 0.0;
    for _ in 0..layers {
        left += derivative(a);
        a = f(a);
    }
    left
}
