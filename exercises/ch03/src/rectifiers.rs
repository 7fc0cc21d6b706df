//! The rectifiers: two straight lines that meet in a kink.

/// The rectified linear unit, ReLU: positive numbers pass, negative ones become 0.
///
/// ```text
///           a   where a > 0
/// ReLU(a) =                      = max(a, 0)
///           0   where a ≤ 0
/// ```
///
/// - `a`: a pre-activation
/// - returns a number that is never negative
///
/// Example: `relu(3.0)` is `3.0`, `relu(-2.0)` is `0.0`.
///
/// It is right for numbers of every size: `relu(1e-9)` is `1e-9`, and `relu(1e300)` is `1e300`.
///
/// In Rust, `if a > 0.0 { … } else { … }` is a value, and may be the last line of a function. `a.max(b)` is the larger
/// of two numbers.
///
/// Task 1: `cargo test -p ch03 t1`.
pub fn relu(a: f64) -> f64 {
    todo!("{a} where it is positive, 0 elsewhere")
}

/// The derivative of ReLU: the slope of the line on which `a` lies.
///
/// ```text
///            1   where a > 0
/// ReLU'(a) =
///            0   where a ≤ 0
/// ```
///
/// - `a`: a pre-activation, not the activation
/// - returns 1 or 0
///
/// At the kink, `a = 0`, the two lines have different slopes and there is no derivative. This course takes 0 there, as
/// PyTorch does.
///
/// Task 1: `cargo test -p ch03 t1`.
pub fn relu_derivative(a: f64) -> f64 {
    todo!("the slope of ReLU at {a}: 1 or 0, and 0 at the kink")
}

/// The leaky ReLU: negative numbers pass too, made smaller by the factor `slope`.
///
/// ```text
///                   a        where a > 0
/// leaky(a, slope) =
///                   slope·a  where a ≤ 0
/// ```
///
/// - `a`: a pre-activation
/// - `slope`: the slope of the line for negative numbers, from 0 to 1; 0.01 is common
/// - returns `a` itself, or `slope` times it: never farther from 0 than `a`
///
/// Example: `leaky_relu(-4.0, 0.1)` is `-0.4`.
///
/// Task 2: `cargo test -p ch03 t2`.
pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    todo!("{a} where it is positive, {slope} times it elsewhere")
}

/// The derivative of the leaky ReLU with respect to `a`.
///
/// ```text
///                    1      where a > 0
/// leaky'(a, slope) =
///                    slope  where a ≤ 0
/// ```
///
/// - `a`: a pre-activation
/// - `slope`: the slope of the line for negative numbers, from 0 to 1
/// - returns 1 or `slope`; at the kink, `a = 0`, this course takes `slope`, which for ReLU is 0
///
/// Task 2: `cargo test -p ch03 t2`.
pub fn leaky_relu_derivative(a: f64, slope: f64) -> f64 {
    todo!("the slope of the leaky ReLU at {a}: 1 or {slope}")
}
