//! The universal approximator, built by hand: neurons make steps, steps make bumps, bumps make any curve.

use ndarray::Array2;

/// A step from 0 to 1 at `edge`: one hidden neuron.
///
/// ```text
/// σ(s · (x − edge))        s = steepness
/// ```
///
/// - `x`: where to evaluate it
/// - `edge`: where the step stands; there it is ½
/// - `steepness`: how sharp it is, greater than 0; it takes about `4 / s` from 0.12 to 0.88
///
/// Example: with `edge = 3` and `steepness = 10`, it is near 0 at `x = 2`, ½ at `x = 3`, near 1 at `x = 4`.
///
/// `crate::given::sigmoid(a)`, from `given.rs`, is σ.
///
/// Task 8: `cargo test -p ch04 t8`.
pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {
    todo!("the sigmoid of {steepness} times the distance of {x} from the edge {edge}")
}

/// A bump between `left` and `right`: the difference of two steps.
///
/// ```text
/// height · ( σ(s · (x − left)) − σ(s · (x − right)) )        s = steepness
/// ```
///
/// The first step goes up at `left`, the second takes it down again at `right`. In a network these are two hidden
/// neurons, and the output gives them the weights `height` and `−height`.
///
/// - `x`: where to evaluate it
/// - `left`, `right`: where the bump begins and ends, `left < right`
/// - `height`: how high it is; a negative height makes a dent
/// - `steepness`: how sharp its sides are, greater than 0
///
/// Example: with `left = 1`, `right = 3`, `height = 5` and `steepness = 50`, it is near 0 at `x = 0`, near 5 at
/// `x = 2`, near 0 at `x = 4`, and 2.5 at both edges.
///
/// The function before this one may be called.
///
/// Task 8: `cargo test -p ch04 t8`.
pub fn bump(x: f64, left: f64, right: f64, height: f64, steepness: f64) -> f64 {
    todo!("at {x}: up by {height} at {left}, down again at {right}, with steepness {steepness}")
}

/// A network that follows the curve `f` from `from` to `to`: no training, all weights in closed form.
///
/// ```text
/// ŷ = W2 σ(W1 [1, x])
///
/// width = (to − from) / (bumps − 1)
/// c_b   = from + b · width              b = 0, 1, …, bumps − 1
/// ```
///
/// Bump `b` stands around the point `c_b`, from `c_b − width/2` to `c_b + width/2`, and is as high as the curve is
/// there: `f(c_b)`. The first point is `from`, the last is `to`, and each bump ends where the next one begins. Each
/// bump is two hidden neurons, one row of `W1` each:
///
/// ```text
/// σ(s · (x − edge)) = σ(−s·edge · 1  +  s · x)        the row is [−s·edge, s]
/// ```
///
/// and two entries of `W2`: plus its height for the step up at the left edge, minus its height for the step down.
///
/// - `f`: the curve
/// - `from`, `to`: the interval, `from < to`
/// - `bumps`: how many, at least 2
/// - `steepness`: `s`; the sides of the bumps should be much narrower than the bumps, `s · width` about 20 or more
/// - returns `(w1, w2)` of shapes `(2·bumps, 2)` and `(1, 2·bumps)`; the output has no bias. What counts is
///   `ŷ`: the neurons may stand in any order
///
/// `f(c)` calls the function that was handed over; `b as f64` makes a float of a whole number. `Array2::zeros((r, c))`
/// makes a matrix, `w[[row, column]] = v` writes one entry.
///
/// # Panics
/// If there are fewer than two bumps.
///
/// Task 9: `cargo test -p ch04 t9`.
pub fn approximate(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    steepness: f64,
) -> (Array2<f64>, Array2<f64>) {
    assert!(bumps >= 2, "the first bump stands at `from`, the last at `to`: it takes at least 2, not {bumps}");
    todo!("{bumps} bumps of steepness {steepness} for a curve from f({from}) = {} to f({to}) = {}", f(from), f(to))
}
