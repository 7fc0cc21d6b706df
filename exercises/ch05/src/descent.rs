//! The descent: one step against the gradient, and the way that many steps go.

use ndarray::{Array1, Array2};

/// One step of gradient descent.
///
/// ```text
/// w(t+1) = w(t) − η ∇E
/// ```
///
/// - `w`: the weights before the step, shape `(k,)`
/// - `gradient`: the gradient `∇E` at these weights, shape `(k,)`, one slope for each
/// - `eta`: the size of the step, positive
/// - returns the weights after the step, shape `(k,)`
///
/// The gradient points to where the error grows fastest; the minus turns round.
///
/// Example: `w = [1, 2]`, `∇E = [4, -6]` and `η = 0.5` give `[1 − 2, 2 + 3] = [-1, 5]`.
///
/// `eta * gradient` scales each entry; `w - a` subtracts entry by entry.
///
/// Task 1: `cargo test -p ch05 t1`.
pub fn step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64) -> Array1<f64> {
    assert_eq!(w.len(), gradient.len(), "as many slopes as weights: w has {}, gradient {}", w.len(), gradient.len());
    todo!("from {w}, a step of size {eta} against the gradient {gradient}")
}

/// Gradient descent: every point on the way, the start included.
///
/// ```text
/// row 0       the start w(0)
/// row 1       w(1) = w(0) − η ∇E(w(0))
/// row 2       w(2) = w(1) − η ∇E(w(1))
///   …
/// row steps   the last point
/// ```
///
/// - `gradient`: the function that returns `∇E` at any weights; `gradient(&w)` calls it
/// - `start`: the weights to start from, shape `(k,)`
/// - `eta`: the size of the steps
/// - `steps`: how many steps are taken
/// - returns the trajectory, shape `(steps + 1, k)`: one point in each row
///
/// Example: `E(w) = w²` has the gradient `2w`. From `[1]`, with `η = 0.25`, two steps give `[[1], [0.5], [0.25]]`.
///
/// `Array2::zeros((rows, columns))` makes an array of zeros; `a.row_mut(t).assign(&w)` writes `w` into row `t` of it.
/// `start.clone()` is a copy of the start: in `let mut w = …`, it can be replaced by the next point.
///
/// Task 2: `cargo test -p ch05 t2`.
pub fn descend(
    gradient: &dyn Fn(&Array1<f64>) -> Array1<f64>,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
) -> Array2<f64> {
    todo!("the start {start} and {steps} steps of size {eta} from it; the first gradient is {}", gradient(start))
}
