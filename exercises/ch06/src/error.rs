//! The error of one prediction: what training is to make small. It must be differentiable.

/// The squared error of one prediction, for regression.
///
/// ```text
/// E(ŷ, y) = (ŷ − y)²
/// ```
///
/// - `y_hat`: the prediction
/// - `y`: the answer that was observed
/// - returns a number in the unit of `y`, squared; never negative
///
/// Example: `ŷ = 5` and `y = 2` give `(5 − 2)² = 9`.
///
/// Subtract first: in `ŷ² − 2ŷy + y²` the digits of large numbers cancel. `v.powi(2)` is the square of `v`.
///
/// Task 1: `cargo test -p ch06 t1`.
pub fn squared_error(y_hat: f64, y: f64) -> f64 {
    todo!("the square of {y_hat} minus {y}")
}

/// How fast the squared error grows as the prediction grows.
///
/// ```text
/// dE/dŷ = 2 (ŷ − y)
/// ```
///
/// - `y_hat`: the prediction
/// - `y`: the answer that was observed
/// - returns a number in the unit of `y`: positive where the prediction is too large
///
/// Example: `ŷ = 5` and `y = 2` give `2 · 3 = 6`.
///
/// Task 1: `cargo test -p ch06 t1`.
pub fn squared_error_derivative(y_hat: f64, y: f64) -> f64 {
    todo!("twice the difference of {y_hat} and {y}")
}

/// The cross-entropy of one prediction, for classification into two classes.
///
/// ```text
/// E(ŷ, y) = −y ln ŷ − (1 − y) ln(1 − ŷ)
/// ```
///
/// With `y = 1` only `−ln ŷ` is left, with `y = 0` only `−ln(1 − ŷ)`: the surprise at what was observed, if the network
/// held it for as probable as it said.
///
/// A sigmoid can be so sure that `ŷ` is rounded to 0 or 1. Its logarithm is then −∞, and `0 · (−∞)` is NaN. So each of
/// the two logarithms is cut off at −100: `ln v` stands for the larger one of `ln v` and −100. PyTorch does the same.
///
/// - `y_hat`: the predicted probability of class 1, between 0 and 1
/// - `y`: the class that was observed, 0 or 1
/// - returns 0 for a prediction that is sure and right, at most 100 for one that is sure and wrong
///
/// Example: `ŷ = 0.5` gives `ln 2 ≈ 0.693`, whatever the answer.
///
/// `v.ln()` is the natural logarithm, `a.max(b)` the larger one of two numbers.
///
/// Task 2: `cargo test -p ch06 t2`.
pub fn cross_entropy(y_hat: f64, y: f64) -> f64 {
    todo!("minus the logarithm of the probability that {y_hat} gives to {y}")
}

/// How fast the cross-entropy grows as the prediction grows.
///
/// ```text
///            y     1 − y        ŷ − y
/// dE/dŷ = − ─── + ───────  =  ──────────
///            ŷ     1 − ŷ      ŷ (1 − ŷ)
/// ```
///
/// The two forms are equal wherever neither denominator is 0. Write the second one, which needs one precaution only:
/// where `ŷ (1 − ŷ)` is less than `1e-12`, divide by `1e-12` instead. All other denominators stay exactly as they are.
///
/// - `y_hat`: the predicted probability of class 1, between 0 and 1
/// - `y`: the class that was observed, 0 or 1
/// - returns a finite number, negative where a larger `ŷ` would be better. Where `ŷ = y`, at the ends, this form gives
///   0. The slope from within is −1 or 1 there, which the first form gives; the tests accept both
///
/// Example: `ŷ = 0.5` and `y = 1` give `−0.5 / 0.25 = −2`.
///
/// Task 2: `cargo test -p ch06 t2`.
pub fn cross_entropy_derivative(y_hat: f64, y: f64) -> f64 {
    todo!("the difference of {y_hat} and {y} over the product of {y_hat} and its complement")
}
