//! The product starts from 0, as a sum does, and stays there.
//! Says: the product starts from 0

pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    let mut a = a;
    let mut left = 0.0;
    for _ in 0..layers {
        left *= derivative(a);
        a = f(a);
    }
    left
}
