//! The size of a step: where too much begins, and when to stop.

use ndarray::{Array1, Array2};

/// The factor by which one step of descent multiplies the distance from the bottom of a parabola.
///
/// The parabola `E(w) = ½ λ w²` has the gradient `λw`, so a step goes from `w` to
///
/// ```text
/// w − η λ w = (1 − η λ) w
/// ```
///
/// - `curvature`: the curvature `λ` ("lambda") of the parabola, positive
/// - `eta`: the size of the step
/// - returns the factor `1 − ηλ`. Between 0 and 1 the descent comes closer from one side; between −1 and 0 it jumps
///   to and fro and comes closer still; below −1 each jump is larger than the one before
///
/// Example: curvature 2 and `η = 0.3` give 0.4; with `η = 1.2` it is −1.4, and the descent runs away.
///
/// Task 3: `cargo test -p ch05 t3`.
pub fn distance_factor(curvature: f64, eta: f64) -> f64 {
    1.0 - eta * curvature
}

/// The step size above which gradient descent runs away from the minimum of a quadratic error.
///
/// ```text
/// E(w) = ½ wᵀA w − bᵀw + c          ∇E = A w − b          the limit is  η = 2/L
/// ```
///
/// How strongly `E` curves depends on the direction. `L` is the curvature in the direction in which it curves most: the
/// largest eigenvalue of `A`. There the factor `1 − ηλ` of [`distance_factor`] is the first to pass −1.
///
/// - `a`: the matrix `A` of curvatures, shape `(k, k)`: symmetric, without negative eigenvalues, not all zeros
/// - returns `2/L`
///
/// Example: `A = [[1, 0], [0, 4]]` curves with 1 along the first weight and with 4 along the second: the limit is 0.5.
///
/// `crate::given::largest_eigenvalue(a)`, from `given.rs`, returns `L`.
///
/// Task 3: `cargo test -p ch05 t3`.
pub fn step_limit(a: &Array2<f64>) -> f64 {
    2.0 / crate::given::largest_eigenvalue(a)
}

/// Gradient descent until the ground is level: the last point, and how many steps it took to get there.
///
/// Before each step the gradient is looked at. If its length is at most `tolerance`, the descent is over:
///
/// ```text
/// ‖∇E‖ = √(g₁² + g₂² + … + g_k²) ≤ tolerance      with g = ∇E(w)
/// ```
///
/// - `gradient`: the function that returns `∇E` at any weights; `gradient(&w)` calls it
/// - `start`: the weights to start from, shape `(k,)`
/// - `eta`: the size of the steps
/// - `tolerance`: the length of the gradient at which it stops
/// - `max_steps`: after so many steps it stops in any case
/// - returns the point at which it stopped, shape `(k,)`, and the number of steps taken: 0 if the start is level.
///   What it returns after an overflow, where the gradient is NaN, is left open
///
/// Example: `E(w) = ½w²` has the gradient `w`. From `[4]`, with `η = 0.5`, the gradient is 4, then 2, then 1: with
/// tolerance 1 the result is `([1], 2)`.
///
/// `g.dot(&g)` is the sum of the squares, `.sqrt()` the root. `return (w, t);` leaves a loop and the function at once.
///
/// Task 4: `cargo test -p ch05 t4`.
pub fn descend_until(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    for t in 0..max_steps {
        let g = gradient(&w);
        if g.dot(&g).sqrt() <= tolerance {
            return (w, t);
        }
        w = crate::step(&w, &g, eta);
    }
    (w, max_steps)
}
