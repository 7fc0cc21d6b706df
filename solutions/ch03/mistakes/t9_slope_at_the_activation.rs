//! The slope is taken after the step, at the activation in place of the pre-activation.
//! Says: taken at the activations

pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    let mut a = a;
    let mut left = 1.0;
    for _ in 0..layers {
        a = f(a);
        left *= derivative(a);
    }
    left
}
