//! A schedule: a step size that changes during the training.

use std::f64::consts::PI;

/// The step size at one step of the training: it rises first, then falls to 0 along half a cosine.
///
/// ```text
/// t < s:    η(t) = η (t + 1)/s                              warm-up
/// t ≥ s:    η(t) = η (1 + cos(π (t − s)/(T − s))) / 2       half a cosine
/// ```
///
/// The first gradients come from random weights, and Adam's running means know little yet: small steps do little harm
/// there. At the end, small steps let the weights settle. (Half a cosine: Loshchilov and Hutter, “SGDR”, 2017.)
///
/// - `t`: which step; the first is 0, the last `T − 1`
/// - `steps`: `T`, how many steps the training has
/// - `warm_up`: `s`, how many of them the warm-up takes; 0 for none
/// - `eta`: the largest step size, `η`
/// - returns the step size for step `t`
///
/// Example: with `T = 10`, `s = 4` and `η = 1`: 0.25, 0.5, 0.75, 1 for the first four steps; 1 at step 4, 0.5 at step
/// 7, halfway from 4 to 10; and 0 would come at step 10, which is not taken.
///
/// `t as f64` turns a whole number into an `f64`; `std::f64::consts::PI` is π, and `f64::cos` takes radians.
///
/// # Panics
/// If the warm-up takes all steps, or if `t` is beyond `steps`.
///
/// Task 6: `cargo test -p ch08 t6`.
pub fn step_size(t: usize, steps: usize, warm_up: usize, eta: f64) -> f64 {
    assert!(warm_up < steps, "a warm-up of {warm_up} steps leaves none of {steps}");
    assert!(t <= steps, "step {t} of {steps}");
    if t < warm_up {
        return eta * (t + 1) as f64 / warm_up as f64;
    }
    let way = (t - warm_up) as f64 / (steps - warm_up) as f64;
    eta * (1.0 + (PI * way).cos()) / 2.0
}
