//! Spoilers: wrong ways to write `least_squares_by_descent`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array, s};

pub type LeastSquares = fn(&Array2<f64>, &Array1<f64>, f64, usize) -> Array1<f64>;
/// X, y, η and the number of steps.
type Inputs = (Array2<f64>, Array1<f64>, f64, usize);

pub static LEAST_SQUARES_BY_DESCENT: Diagnosis<LeastSquares, LeastSquares, Inputs> = Diagnosis {
    function: "least_squares_by_descent",
    slot: |f| f,
    right: descend,
    mistakes: &[
        ("the slopes of all samples are summed: divide by n, or η would depend on n", |x, y, eta, steps| {
            descend(x, y, eta * n(y), steps)
        }),
        ("divided by k, the number of weights: divide by n, the number of samples", |x, y, eta, steps| {
            descend(x, y, eta * n(y) / x.ncols() as f64, steps)
        }),
        (
            "divided by n · k: `x.len()` counts all entries of X, the number of samples is `y.len()`",
            |x, y, eta, steps| descend(x, y, eta / x.ncols() as f64, steps),
        ),
        ("divided by n − 1: divide by n, the number of samples", |x, y, eta, steps| {
            descend(x, y, eta * n(y) / (n(y) - 1.0), steps)
        }),
        ("divided by n twice: divide once", |x, y, eta, steps| descend(x, y, eta / n(y), steps)),
        ("the factor 2 is lost: the derivative of a square brings a 2 with it", |x, y, eta, steps| {
            descend(x, y, eta / 2.0, steps)
        }),
        ("both the 2 and the division by n are lost: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            descend(x, y, eta * n(y) / 2.0, steps)
        }),
        ("divided by 2n: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| descend(x, y, eta / 4.0, steps)),
        ("the steps are twice as long: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            descend(x, y, 2.0 * eta, steps)
        }),
        ("multiplied by n: divide by n", |x, y, eta, steps| descend(x, y, eta * n(y) * n(y), steps)),
        ("this step goes up: descent takes the gradient of ŷ − y away, w − η ∇E", |x, y, eta, steps| {
            descend(x, y, -eta, steps)
        }),
        ("2 / n is a division of whole numbers, and 0 for n above 2: write `2.0 / n as f64`", |x, y, eta, steps| {
            descend(x, y, eta * (2 / y.len()) as f64 * n(y) / 2.0, steps)
        }),
        ("1 / n is a division of whole numbers, and 0 for n above 1: write `1.0 / n as f64`", |x, y, eta, steps| {
            descend(x, y, eta * (1 / y.len()) as f64, steps)
        }),
        ("this is the mean of all points on the way: return the last one", |x, y, eta, steps| {
            let mut sum = Array1::zeros(x.ncols());
            walk(x, steps, |w, _| {
                let next = w - eta * gradient(x, y, w);
                sum += &next;
                next
            });
            sum / steps.max(1) as f64
        }),
        ("the step size is left out: w − η ∇E", |x, y, _, steps| descend(x, y, 1.0, steps)),
        ("η is squared: multiply the gradient by η once", |x, y, eta, steps| descend(x, y, eta * eta, steps)),
        (
            "w changes before its gradient is complete, here or in `descend`: compute all of it, then move",
            |x, y, eta, steps| {
                walk(x, steps, |w, _| {
                    let mut next = w.clone();
                    for i in 0..w.len() {
                        let slope = gradient(x, y, &next)[i];
                        next[i] -= eta * slope;
                    }
                    next
                })
            },
        ),
        (STAY_ZERO, |x, _, _, _| Array1::zeros(x.ncols())),
        (
            "one step too many: the loop runs over `0..steps`, and row `steps` of the way is the last",
            |x, y, eta, steps| descend(x, y, eta, steps + 1),
        ),
        (
            "one step too few: the loop runs over `0..steps`, and row `steps` of the way is the last",
            |x, y, eta, steps| descend(x, y, eta, steps.saturating_sub(1)),
        ),
        ("only one step is taken: does a `return` inside the loop end it?", |x, y, eta, steps| {
            descend(x, y, eta, steps.min(1))
        }),
        ("one step is taken, whatever `steps` is: write a loop over `0..steps`", |x, y, eta, _| descend(x, y, eta, 1)),
        ("the number of steps is your own: the argument `steps` says how many", |x, y, eta, _| descend(x, y, eta, 100)),
        (OF_THE_START, |x, y, eta, steps| {
            let slopes = gradient(x, y, &Array1::zeros(x.ncols()));
            walk(x, steps, |w, _| w - eta * &slopes)
        }),
        ("each step is taken away from zeros: take it away from w, where the last one ended", |x, y, eta, steps| {
            walk(x, steps, |w, _| -eta * gradient(x, y, w))
        }),
        ("the descent begins at ones: it begins at zeros", |x, y, eta, steps| {
            from(Array1::ones(x.ncols()), steps, |w, _| w - eta * gradient(x, y, w))
        }),
        ("the gradient at the end is returned: return the weights there", |x, y, eta, steps| {
            gradient(x, y, &descend(x, y, eta, steps))
        }),
        ("the last step is returned, −η ∇E: return the weights", |x, y, eta, steps| {
            -eta * gradient(x, y, &descend(x, y, eta, steps.saturating_sub(1)))
        }),
        ("the predictions are returned: return the weights", |x, y, eta, steps| x.dot(&descend(x, y, eta, steps))),
        (STAY_ZERO, |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * (gradient(x, y, w) + x.t().dot(y) * (2.0 / n(y))))
        }),
        ("y is added to the predictions: the errors are ŷ − y", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * gradient(x, &-y, w))
        }),
        (OF_THE_START, |x, y, eta, steps| walk(x, steps, |w, _| w + eta * x.t().dot(y) * (2.0 / n(y)))),
        (
            "X is left out of the gradient: each error is multiplied by its features, Xᵀ(Xw − y)",
            |x, y, eta, steps| walk(x, steps, |w, _| w - eta * (x.dot(w) - y).sum() * (2.0 / n(y))),
        ),
        ("the errors are squared: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            with_errors(x, y, eta, steps, |e| e * e)
        }),
        ("the signs of the errors are lost: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            with_errors(x, y, eta, steps, f64::abs)
        }),
        ("errors beyond 1 are cut off: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            with_errors(x, y, eta, steps, |e| e.clamp(-1.0, 1.0))
        }),
        ("only the signs of the errors are used: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            with_errors(x, y, eta, steps, sign)
        }),
        ("where X is square, it is not transposed: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            walk(x, steps, |w, _| {
                let errors = x.dot(w) - y;
                let product = if x.is_square() { x.dot(&errors) } else { x.t().dot(&errors) };
                w - eta * (2.0 / n(y)) * product
            })
        }),
        ("X is not transposed: the gradient is 2/n · Xᵀ(Xw − y)", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * (2.0 / n(y)) * x.dot(&(x.dot(w) - y)))
        }),
        ("the gradient is divided by its length: a steeper slope takes a longer step, η ∇E", |x, y, eta, steps| {
            walk(x, steps, |w, _| {
                let slopes = gradient(x, y, w);
                let length = slopes.dot(&slopes).sqrt();
                w - eta * slopes / length
            })
        }),
        ("the step size shrinks from step to step: it is η each time", |x, y, eta, steps| {
            walk(x, steps, |w, t| w - eta / (t + 1) as f64 * gradient(x, y, w))
        }),
        ("the first weight never moves: it is one like the others", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i > 0)
        }),
        ("the last weight never moves: `0..k` runs up to k − 1, which is the last index", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i + 1 < x.ncols())
        }),
        ("only the first weight moves: each has a slope of its own", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i == 0)
        }),
        ("only the last weight moves: each has a slope of its own", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i + 1 == x.ncols())
        }),
        ("every weight moves by the same slope: each has one of its own", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * gradient(x, y, w).sum())
        }),
        ("the first sample is left out: indices start at 0", |x, y, eta, steps| {
            of_rows(x, y, eta, steps, 1, y.len(), n(y))
        }),
        ("the first sample is left out, of the sum and of n: indices start at 0", |x, y, eta, steps| {
            of_rows(x, y, eta, steps, 1, y.len(), n(y) - 1.0)
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |x, y, eta, steps| {
            of_rows(x, y, eta, steps, 0, y.len() - 1, n(y))
        }),
        ("the last sample is left out, of the sum and of n: the loop runs over `0..y.len()`", |x, y, eta, steps| {
            of_rows(x, y, eta, steps, 0, y.len() - 1, n(y) - 1.0)
        }),
        (
            "only the first sample counts: does a `return` or a `break` end the loop over the samples?",
            |x, y, eta, steps| of_rows(x, y, eta, steps, 0, 1, n(y)),
        ),
        ("only the last sample counts: `+=` adds to a slope, `=` overwrites it", |x, y, eta, steps| {
            of_rows(x, y, eta, steps, y.len() - 1, y.len(), n(y))
        }),
        ("every second sample is left out: the loop goes on by one index each time", |x, y, eta, steps| {
            let rows: Vec<usize> = (0..y.len()).step_by(2).collect();
            let (seen, answers) = (x.select(Axis(0), &rows), y.select(Axis(0), &rows));
            walk(x, steps, |w, _| w - eta * 2.0 / n(y) * seen.t().dot(&(seen.dot(w) - &answers)))
        }),
        ("only the first k samples count: the loop over the samples runs to n", |x, y, eta, steps| {
            of_rows(x, y, eta, steps, 0, x.ncols().min(y.len()), n(y))
        }),
        (
            "each sample takes a step of its own: add up the slopes of all samples first, then move w",
            |x, y, eta, steps| {
                walk(x, steps, |w, _| {
                    (0..y.len()).fold(w.clone(), |w, j| {
                        let row = x.row(j);
                        let error = row.dot(&w) - y[j];
                        w - eta * 2.0 / n(y) * error * &row
                    })
                })
            },
        ),
        (
            "each sample takes a whole step of its own: add up the slopes of all samples, divide by n, then move w",
            |x, y, eta, steps| {
                walk(x, steps, |w, _| {
                    (0..y.len()).fold(w.clone(), |w, j| {
                        let row = x.row(j);
                        let error = row.dot(&w) - y[j];
                        w - eta * 2.0 * error * &row
                    })
                })
            },
        ),
        ("each step looks at one sample only: the gradient is a mean over all of them", |x, y, eta, steps| {
            walk(x, steps, |w, t| {
                let j = t % y.len();
                let error = x.row(j).dot(w) - y[j];
                w - eta * 2.0 * error * &x.row(j)
            })
        }),
        (
            "the slopes of the steps before are not forgotten: begin each step with a gradient of zeros",
            |x, y, eta, steps| {
                let mut sum = Array1::<f64>::zeros(x.ncols());
                walk(x, steps, |w, _| {
                    sum += &gradient(x, y, w);
                    w - eta * &sum
                })
            },
        ),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 1e-6)),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 1e-3)),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 1e-2)),
        ("weights below 0 are cut off at 0: a weight may be negative", |x, y, eta, steps| {
            walk(x, steps, |w, _| (w - eta * gradient(x, y, w)).mapv(|w| w.max(0.0)))
        }),
        ("the loop runs one step too far: the last index is one less than the length", |x, y, _, _| {
            array![y[y.len()], x[[x.nrows(), 0]]]
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1028);
        let x = array![[1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 2.0, -1.0], [1.0, 3.0, 2.0]];
        let y = array![1.0, 3.0, 5.0, 7.0];
        vec![
            (x.clone(), y.clone(), 0.1, 1),
            (x.clone(), y.clone(), 0.07, 2),
            (x.clone(), y.clone(), 0.03, 5),
            (x.clone(), -y, 0.1, 0),
            (x, array![0.0, 0.0, 0.0, 0.0], 0.1, 3),
            (array![[1.0, 2.0], [3.0, -1.0]], array![2.0, -3.0], 0.05, 3),
            (array![[1.0, 0.5, -2.0], [0.0, 1.5, 1.0], [2.0, -1.0, 0.5]], array![1.0, -2.0, 4.0], 0.15, 2),
            (array![[1.0, -2.5]], array![3.0], 0.06, 3),
            (array![[1.5], [-2.0], [0.5]], array![2.0, -1.0, 4.0], 0.2, 4),
            (array![[0.8]], array![-1.5], 0.3, 2),
            // At the bottom in one step, and there for the rest.
            (array![[1.0], [1.0]], array![4.0, 4.0], 0.5, 3),
            (1e-3 * random.matrix(6, 2), 1e-3 * random.vector(6), 0.4, 3),
            (40.0 * random.matrix(5, 2), 40.0 * random.vector(5), 1e-4, 4),
            (random.matrix(3, 5), random.vector(3), 0.3, 3),
            (random.matrix(3, 7).reversed_axes(), 2.0 * random.vector(7), 0.35, 4),
            (random.matrix(8, 2), random.vector(8), 1.3, 6),
            (random.matrix(9, 3), random.vector(9), 0.6, 60),
        ]
    },
    call: |descend, (x, y, eta, steps)| descend(x, y, *eta, *steps).into(),
    properties: &[
        ("there is at least one step", |it| it.3 > 0),
        ("there is more than one step", |it| it.3 > 1),
        ("there are more than two steps", |it| it.3 > 2),
        ("there are more than four steps", |it| it.3 > 4),
        ("X is square", |it| it.0.is_square()),
        ("there is more than one sample", |it| it.1.len() > 1),
        ("there are more than two samples", |it| it.1.len() > 2),
        ("there are more than five samples", |it| it.1.len() > 5),
        ("there is more than one weight", |it| it.0.ncols() > 1),
        ("there are more than two weights", |it| it.0.ncols() > 2),
        ("there are more samples than weights", |it| it.0.nrows() > it.0.ncols()),
        ("an answer is negative", |it| it.1.iter().any(|&y| y < 0.0)),
        ("a feature is 0", |it| it.0.iter().any(|&x| x == 0.0)),
        ("a weight is negative at the end", |it| descend(&it.0, &it.1, it.2, it.3).iter().any(|&w| w < 0.0)),
    ],
};

const STAY_ZERO: &str =
    "the weights stay 0: are the steps taken, is the last point returned, and is y in the errors, Xw − y?";
const OF_THE_START: &str =
    "the gradient at the start is used for every step: ask for it anew, with the predictions Xw of the new weights";
const STOPS: &str = "it stops early, where the gradient is short: take all of the steps";

fn gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    x.t().dot(&(x.dot(w) - y)) * (2.0 / n(y))
}

fn descend(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    walk(x, steps, |w, _| w - eta * gradient(x, y, w))
}

/// The last point of a way that begins at zeros.
fn walk(x: &Array2<f64>, steps: usize, next: impl FnMut(&Array1<f64>, usize) -> Array1<f64>) -> Array1<f64> {
    from(Array1::zeros(x.ncols()), steps, next)
}

fn from(start: Array1<f64>, steps: usize, mut next: impl FnMut(&Array1<f64>, usize) -> Array1<f64>) -> Array1<f64> {
    (0..steps).fold(start, |w, t| next(&w, t))
}

/// A descent with something else in the place of each error.
fn with_errors(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize, change: fn(f64) -> f64) -> Array1<f64> {
    walk(x, steps, |w, _| w - eta * (2.0 / n(y)) * x.t().dot(&(x.dot(w) - y).mapv(change)))
}

/// A descent in which only some weights move.
fn some(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize, moves: impl Fn(usize) -> bool) -> Array1<f64> {
    walk(x, steps, |w, _| {
        let slopes = gradient(x, y, w);
        (0..w.len()).map(|i| if moves(i) { w[i] - eta * slopes[i] } else { w[i] }).collect()
    })
}

/// A descent that sees the samples from `first` to the one before `end`, and divides by `count`.
fn of_rows(
    x: &Array2<f64>,
    y: &Array1<f64>,
    eta: f64,
    steps: usize,
    first: usize,
    end: usize,
    count: f64,
) -> Array1<f64> {
    let (x, y) = (x.slice(s![first..end, ..]), y.slice(s![first..end]));
    from(Array1::zeros(x.ncols()), steps, |w, _| w - eta * 2.0 / count * x.t().dot(&(x.dot(w) - y)))
}

/// A descent that ends where the gradient is shorter than `tolerance`.
fn until(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize, tolerance: f64) -> Array1<f64> {
    walk(x, steps, |w, _| {
        let slopes = gradient(x, y, w);
        if slopes.dot(&slopes).sqrt() < tolerance { w.clone() } else { w - eta * slopes }
    })
}

fn n(y: &Array1<f64>) -> f64 {
    y.len() as f64
}

fn sign(v: f64) -> f64 {
    if v == 0.0 { 0.0 } else { v.signum() }
}
