//! The slope: how fast a function grows, measured by trying it, and a check of the slopes that a formula claims.

use ndarray::Array1;

/// The slope of `f` at `x`, measured to one side: the *forward difference*.
///
/// ```text
///           f(x + h) − f(x)
/// f′(x)  ≈  ───────────────
///                  h
/// ```
///
/// - `f`: a function of one number; `f(x)` calls it
/// - `x`: where the slope is asked for
/// - `h`: the step to the right, positive
/// - returns by how much `f` grows for each unit of `x`; its error shrinks like `h`
///
/// Example: for `f(x) = x³` the slope at `x = 1` is 3. With `h = 0.1` this returns `(1.331 − 1) / 0.1 = 3.31`.
///
/// Task 5: `cargo test -p ch05 t5`.
pub fn forward_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)) / h
}

/// The slope of `f` at `x`, measured to both sides: the *central difference*.
///
/// ```text
///           f(x + h) − f(x − h)
/// f′(x)  ≈  ───────────────────
///                   2h
/// ```
///
/// - `f`: a function of one number; `f(x)` calls it
/// - `x`: where the slope is asked for
/// - `h`: the step to each side, positive
/// - returns by how much `f` grows for each unit of `x`; its error shrinks like `h²`
///
/// Example: for `f(x) = x³`, `x = 1` and `h = 0.1` this returns `(1.331 − 0.729) / 0.2 = 3.01`.
///
/// `a / 2.0 * h` divides by 2 and then multiplies by `h`; parentheses keep a divisor together: `a / (2.0 * h)`.
///
/// Task 5: `cargo test -p ch05 t5`.
pub fn central_difference(f: &dyn Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / (2.0 * h)
}

/// The gradient of `f` at `at`, measured: the central difference in each entry, with all others left where they are.
///
/// ```text
///            f(…, wᵢ + h, …) − f(…, wᵢ − h, …)
/// ∂f/∂wᵢ  ≈  ─────────────────────────────────      for each i
///                          2h
/// ```
///
/// - `f`: a function of a vector of shape `(k,)`; `f(&w)` calls it
/// - `at`: where the slopes are asked for, shape `(k,)`
/// - returns one slope for each entry, shape `(k,)`. Where `f` is smooth and of moderate size, each is off by at most a
///   millionth of its size, or by 1e-7 if that is more
///
/// The step `h` is yours to choose. Too large, and the curve bends within it; too small, and the difference drowns in
/// rounding. For `f64` and central differences the two balance near `1e-5`.
///
/// Example: for `f(w) = w₁² + 3 w₁w₂` at `w = [2, 1]` this returns `[7, 6]`, as nearly as it can be measured.
///
/// `let mut up = at.clone();` makes a copy that may be changed, `up[i] += h;` moves one entry of it.
/// `Array1::zeros(at.len())` makes room for the slopes.
///
/// Task 6: `cargo test -p ch05 t6`.
pub fn numeric_gradient(f: &dyn Fn(&Array1<f64>) -> f64, at: &Array1<f64>) -> Array1<f64> {
    let h = 1e-5;
    let mut slopes = Array1::zeros(at.len());
    for i in 0..at.len() {
        let (mut up, mut down) = (at.clone(), at.clone());
        up[i] += h;
        down[i] -= h;
        slopes[i] = (f(&up) - f(&down)) / (2.0 * h);
    }
    slopes
}

/// How far two slopes are apart, relative to their size.
///
/// ```text
///             |a − n|
/// ─────────────────────────────
/// the larger of |a| + |n|, 1e-8
/// ```
///
/// - `a`: the slope that a formula claims (a for analytic)
/// - `n`: the slope that was measured (n for numeric)
/// - returns a number from 0 (equal) to 1 (one of them is 0, or they have opposite signs); 1 too if one of them is not
///   a finite number. That their sizes add up to more than an `f64` holds, 1.8e308, does not occur
///
/// The `1e-8` below keeps two slopes that are both about zero from being called different, and 0/0 from being computed.
///
/// Example: `a = 2` and `n = 6` are apart by `4 / 8 = 0.5`.
///
/// `x.abs()` is `|x|`, `x.max(y)` the larger of the two, and `x.is_finite()` says whether `x` is neither infinite nor
/// NaN ("not a number").
///
/// Task 7: `cargo test -p ch05 t7`.
pub fn relative_error(a: f64, n: f64) -> f64 {
    if !a.is_finite() || !n.is_finite() {
        return 1.0;
    }
    (a - n).abs() / (a.abs() + n.abs()).max(1e-8)
}

/// The gradient check: the largest [`relative_error`] in any entry of a claimed gradient.
///
/// - `analytic`: the gradient that a formula claims, shape `(k,)`
/// - `numeric`: the gradient that was measured, shape `(k,)`
/// - returns one number: below `1e-6` the formula may be trusted, above `1e-3` it has a mistake
///
/// Your own gradients can be checked with it: `gradient_check(&gradient(&w), &numeric_gradient(&error, &w))`.
///
/// Example: `[1, 2]` against `[1, 6]` gives 0.5, the relative error of the second entry.
///
/// Start with 0 and keep the larger of what you have and the next: `largest = largest.max(next);`.
///
/// # Panics
/// If `analytic` and `numeric` differ in length.
///
/// Task 7: `cargo test -p ch05 t7`.
pub fn gradient_check(analytic: &Array1<f64>, numeric: &Array1<f64>) -> f64 {
    assert_eq!(analytic.len(), numeric.len(), "as many slopes in both: {} and {}", analytic.len(), numeric.len());
    let mut largest = 0.0_f64;
    for i in 0..analytic.len() {
        largest = largest.max(relative_error(analytic[i], numeric[i]));
    }
    largest
}
