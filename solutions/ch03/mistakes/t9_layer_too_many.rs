//! The range `0..=layers` has one number more than there are layers.
//! Says: one layer too many

pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    let mut a = a;
    let mut left = 1.0;
    for _ in 0..=layers {
        left *= derivative(a);
        a = f(a);
    }
    left
}
