//! Chapter 3: an activation function, its slope, and what layers of it leave of a gradient.

use ch03::given::{sign, sign_derivative};
use ch03::{
    gradient_left, leaky_relu, leaky_relu_derivative, relu, relu_derivative, sigmoid, sigmoid_derivative, silu,
    silu_derivative, softplus, softplus_derivative, tanh, tanh_derivative,
};
use widget_abi::{Functions, Input};

/// What the figure calls. The first number says which activation function is meant: see `pair`.
pub const FUNCTIONS: Functions = &[("activations", activations), ("slopes", slopes), ("left", left)];

/// The slope of the leaky ReLU for negative numbers: that of the chapter's figure.
const LEAK: f64 = 0.1;

/// A function of one number, and its derivative.
type Pair = (fn(f64) -> f64, fn(f64) -> f64);

/// `0` sign, `1` sigmoid, `2` tanh, `3` ReLU, `4` leaky ReLU, `5` softplus, `6` SiLU.
fn pair(which: usize) -> Pair {
    let pairs: [Pair; 7] = [
        (sign, sign_derivative),
        (sigmoid, sigmoid_derivative),
        (tanh, tanh_derivative),
        (relu, relu_derivative),
        (|a| leaky_relu(a, LEAK), |a| leaky_relu_derivative(a, LEAK)),
        (softplus, softplus_derivative),
        (silu, silu_derivative),
    ];
    pairs[which]
}

/// `which, pre-activations` → the activation at each.
fn activations(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (f, _) = pair(input.count());
    input.rest().iter().map(|&a| f(a)).collect()
}

/// `which, pre-activations` → the slope at each.
fn slopes(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (_, derivative) = pair(input.count());
    input.rest().iter().map(|&a| derivative(a)).collect()
}

/// `which, a, layers` → what is left of a gradient behind 0, 1, … layers, the first of which has the pre-activation
/// `a`.
fn left(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (f, derivative) = pair(input.count());
    let a = input.number();
    (0..=input.count()).map(|layers| gradient_left(f, derivative, a, layers)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_layer_leaves_the_slope_and_no_layer_takes_anything() {
        for which in 0..7 {
            let which = f64::from(which);
            let left = left(&[which, 0.7, 1.0]);
            assert_eq!(left, [1.0, slopes(&[which, 0.7])[0]]);
        }
    }

    #[test]
    fn each_function_stands_beside_its_own_slope() {
        for which in 0..7 {
            for a in [-2.3, -0.4, 0.9, 3.1] {
                let ends = activations(&[f64::from(which), a - 1e-6, a + 1e-6]);
                let measured = (ends[1] - ends[0]) / 2e-6;
                assert!((measured - slopes(&[f64::from(which), a])[0]).abs() < 1e-6, "{which} at {a}");
            }
        }
    }
}
