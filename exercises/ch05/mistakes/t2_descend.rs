//! Spoilers: wrong ways to write `descend`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array, s};

pub type Descend = fn(Gradient, &Array1<f64>, f64, usize) -> Array2<f64>;
type Gradient<'a> = &'a dyn Fn(&Array1<f64>) -> Array1<f64>;

pub struct Inputs {
    gradient: fn(&Array1<f64>) -> Array1<f64>,
    start: Array1<f64>,
    eta: f64,
    steps: usize,
}

pub static DESCEND: Diagnosis<Descend, Descend, Inputs> = Diagnosis {
    function: "descend",
    slot: |f| f,
    right: descend,
    mistakes: &[
        (
            "w changes before its gradient is complete: compute the whole gradient first, then move all weights",
            |gradient, start, eta, steps| {
                walk(start, steps, |w, _| {
                    let mut next = w.clone();
                    for i in 0..w.len() {
                        let slope = gradient(&next)[i];
                        next[i] -= eta * slope;
                    }
                    next
                })
            },
        ),
        ("the start is missing: it is row 0, and the steps follow it", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps).slice(s![1.., ..]).to_owned()
        }),
        ("the start is missing, and there is one step more: row 0 is the start", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps + 1).slice(s![1.., ..]).to_owned()
        }),
        ("row 0 is never written: the start belongs there, before the loop", |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            points.row_mut(0).fill(0.0);
            points
        }),
        (
            "each point stands one row too high: after step t, the point belongs in row t + 1",
            |gradient, start, eta, steps| {
                let mut points = Array2::zeros((steps + 1, start.len()));
                points.row_mut(0).assign(start);
                let way = descend(gradient, start, eta, steps);
                points.slice_mut(s![..steps, ..]).assign(&way.slice(s![1.., ..]));
                points
            },
        ),
        (
            "each point is written before the step, into row t + 1: take the step first, or write row t",
            |gradient, start, eta, steps| {
                let mut points = Array2::zeros((steps + 1, start.len()));
                points.row_mut(0).assign(start);
                let way = descend(gradient, start, eta, steps);
                points.slice_mut(s![1.., ..]).assign(&way.slice(s![..steps, ..]));
                points
            },
        ),
        ("this is the last point only: keep every point in a row of its own", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps).slice(s![steps.., ..]).to_owned()
        }),
        ("these are start and end only: keep every point in a row of its own", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps).select(Axis(0), &[0, steps])
        }),
        (
            "only the last point is written, into row 0, or into each row: point t belongs in row t",
            |gradient, start, eta, steps| {
                let end = descend(gradient, start, eta, steps).row(steps).to_owned();
                walk(&end, steps, |w, _| w.clone())
            },
        ),
        ("the last step is missing: the start and the steps make `steps + 1` rows", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps.saturating_sub(1))
        }),
        ("one step too many: the start and the steps make `steps + 1` rows", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps + 1)
        }),
        ("the last row is never written: the loop runs over `0..steps`", |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            points.row_mut(steps).fill(0.0);
            points
        }),
        ("the last row is never written: the loop runs over `0..steps`", |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            if steps > 0 {
                points.row_mut(steps).fill(0.0);
            }
            points
        }),
        (
            "only the start is written: each point needs a row, `trajectory.row_mut(t + 1).assign(&w)`",
            |_, start, _, steps| {
                let mut points = Array2::zeros((steps + 1, start.len()));
                points.row_mut(0).assign(start);
                points
            },
        ),
        ("only one step is taken: does a `return` inside the loop end it?", |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            points.slice_mut(s![2.min(steps + 1).., ..]).fill(0.0);
            points
        }),
        (
            "nothing is written: `row_mut(t).assign(&w)` writes a row of the array that you return",
            |_, start, _, steps| Array2::zeros((steps + 1, start.len())),
        ),
        ("there are only zeros, and `steps` rows: `steps + 1` points are to be written", |_, start, _, steps| {
            Array2::zeros((steps, start.len()))
        }),
        (
            "the gradient at the start is used for every step: ask for it anew at each point",
            |gradient, start, eta, steps| {
                let slopes = gradient(start);
                walk(start, steps, |w, _| w - eta * &slopes)
            },
        ),
        ("the gradient at 0 is used for every step: ask for it at each point", |gradient, start, eta, steps| {
            let slopes = gradient(&Array1::zeros(start.len()));
            walk(start, steps, |w, _| w - eta * &slopes)
        }),
        (
            "the gradient is one step old: ask for it at the point where the step begins",
            |gradient, start, eta, steps| {
                let mut before = start.clone();
                walk(start, steps, |w, _| {
                    let next = w - eta * gradient(&before);
                    before.assign(w);
                    next
                })
            },
        ),
        ("these steps go up: descent takes the gradient away, w − η ∇E", |gradient, start, eta, steps| {
            descend(gradient, start, -eta, steps)
        }),
        (
            "each step starts at the start: the next step begins where the last one ended",
            |gradient, start, eta, steps| {
                let first = start - eta * gradient(start);
                walk(start, steps, |_, _| first.clone())
            },
        ),
        (
            "each step is taken away from the start: take it away from w, where the last step ended",
            |gradient, start, eta, steps| walk(start, steps, |w, _| start - eta * gradient(w)),
        ),
        ("w stays at the start: assign the next point to it, `w = …`, without `let`", |_, start, _, steps| {
            walk(start, steps, |w, _| w.clone())
        }),
        ("the step size is left out: w − η ∇E", |gradient, start, _, steps| descend(gradient, start, 1.0, steps)),
        ("η is squared: multiply the gradient by η once", |gradient, start, eta, steps| {
            descend(gradient, start, eta * eta, steps)
        }),
        ("divided by the step size: multiply the gradient by η", |gradient, start, eta, steps| {
            descend(gradient, start, 1.0 / eta, steps)
        }),
        ("the steps are twice as long, or two for each row: one step of η ∇E", |gradient, start, eta, steps| {
            descend(gradient, start, 2.0 * eta, steps)
        }),
        ("two steps are taken for each row: keep the point after each of them", |gradient, start, eta, steps| {
            let points = descend(gradient, start, eta, 2 * steps);
            points.slice(s![..;2, ..]).to_owned()
        }),
        ("the steps are half as long: one step of η ∇E", |gradient, start, eta, steps| {
            descend(gradient, start, eta / 2.0, steps)
        }),
        ("the step size shrinks from step to step: it is η each time", |gradient, start, eta, steps| {
            walk(start, steps, |w, t| w - eta / (t + 1) as f64 * gradient(w))
        }),
        ("the step size grows from step to step: it is η each time", |gradient, start, eta, steps| {
            walk(start, steps, |w, t| w - eta * (t + 1) as f64 * gradient(w))
        }),
        (
            "the step size is multiplied by t, and the first step leads nowhere: it is η each time",
            |gradient, start, eta, steps| walk(start, steps, |w, t| w - eta * t as f64 * gradient(w)),
        ),
        (
            "the gradient is divided by its length: a steeper slope takes a longer step, η ∇E",
            |gradient, start, eta, steps| {
                walk(start, steps, |w, _| {
                    let slopes = gradient(w);
                    let length = slopes.dot(&slopes).sqrt();
                    w - eta * slopes / length
                })
            },
        ),
        (
            "only the signs of the slopes are used: a steeper slope takes a longer step, η ∇E",
            |gradient, start, eta, steps| {
                walk(start, steps, |w, _| w - eta * gradient(w).mapv(|g| if g == 0.0 { 0.0 } else { g.signum() }))
            },
        ),
        (
            "the signs of the slopes are lost: where the slope is negative, the weight grows",
            |gradient, start, eta, steps| walk(start, steps, |w, _| w - eta * gradient(w).mapv(f64::abs)),
        ),
        ("the descent begins at zeros: it begins at `start`", |gradient, start, eta, steps| {
            descend(gradient, &Array1::zeros(start.len()), eta, steps)
        }),
        (
            "row 0 is the start, and the steps begin at zeros: they begin at `start` too",
            |gradient, start, eta, steps| {
                let mut points = descend(gradient, &Array1::zeros(start.len()), eta, steps);
                points.row_mut(0).assign(start);
                points
            },
        ),
        ("the descent begins at ones: it begins at `start`", |gradient, start, eta, steps| {
            descend(gradient, &Array1::ones(start.len()), eta, steps)
        }),
        ("the descent begins at zeros, and goes up: w − η ∇E, from `start`", |gradient, start, eta, steps| {
            descend(gradient, &Array1::zeros(start.len()), -eta, steps)
        }),
        (STOPS, |gradient, start, eta, steps| until(gradient, start, eta, steps, |g, _| g.dot(g) < 1e-12)),
        (STOPS, |gradient, start, eta, steps| until(gradient, start, eta, steps, |g, _| g.dot(g).sqrt() < 1e-6)),
        (STOPS, |gradient, start, eta, steps| until(gradient, start, eta, steps, |g, _| g.dot(g).sqrt() < 1e-9)),
        (STOPS, |gradient, start, eta, steps| until(gradient, start, eta, steps, |g, _| g.dot(g).sqrt() < 1e-3)),
        (STOPS, |gradient, start, eta, steps| until(gradient, start, eta, steps, |g, _| g.dot(g) == 0.0)),
        (
            "it stays where the ground is nearly level: every one of the steps is taken",
            |gradient, start, eta, steps| {
                let still = |g: &Array1<f64>| g.dot(g).sqrt() < 1e-6;
                walk(start, steps, |w, _| if still(&gradient(w)) { w.clone() } else { w - eta * gradient(w) })
            },
        ),
        (
            "it stops where it runs away, and leaves the other rows 0: every one of the steps is taken",
            |gradient, start, eta, steps| until(gradient, start, eta, steps, |_, w| w.dot(w).sqrt() > 100.0),
        ),
        ("a step that goes up is not taken: descent asks for the slope only", |gradient, start, eta, steps| {
            let length = |g: Array1<f64>| g.dot(&g);
            walk(start, steps, |w, _| {
                let next = w - eta * gradient(w);
                if length(gradient(&next)) > length(gradient(w)) { w.clone() } else { next }
            })
        }),
        ("weights below 0 are cut off at 0: a weight may be negative", |gradient, start, eta, steps| {
            walk(start, steps, |w, _| (w - eta * gradient(w)).mapv(|w| w.max(0.0)))
        }),
        ("only the first weight moves: all of them do, in each step", |gradient, start, eta, steps| {
            some(gradient, start, eta, steps, |i, _| i == 0)
        }),
        ("the first weight never moves: indices start at 0", |gradient, start, eta, steps| {
            some(gradient, start, eta, steps, |i, _| i > 0)
        }),
        (
            "the last weight never moves: `0..k` runs up to k − 1, which is the last index",
            |gradient, start, eta, steps| some(gradient, start, eta, steps, |i, k| i + 1 < k),
        ),
        ("only one weight moves in each step, one after the other: all of them do", |gradient, start, eta, steps| {
            walk(start, steps, |w, t| {
                let slopes = gradient(w);
                let moved = t % w.len();
                (0..w.len()).map(|i| if i == moved { w[i] - eta * slopes[i] } else { w[i] }).collect()
            })
        }),
        ("the rows hold the gradients: they hold the points, w after each step", |gradient, start, eta, steps| {
            let points = descend(gradient, start, eta, steps);
            rows(points.rows().into_iter().map(|w| gradient(&w.to_owned())).collect(), start.len())
        }),
        (
            "below the start, the rows hold the steps, −η ∇E: they hold the points",
            |gradient, start, eta, steps| {
                let mut points = descend(gradient, start, eta, steps);
                for t in (1..=steps).rev() {
                    let step = &points.row(t) - &points.row(t - 1);
                    points.row_mut(t).assign(&step);
                }
                points
            },
        ),
        ("below the start, the rows hold the gradients: they hold the points", |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            for t in (1..=steps).rev() {
                let slopes = gradient(&points.row(t - 1).to_owned());
                points.row_mut(t).assign(&slopes);
            }
            points
        }),
        ("each row holds the sum of all points so far: it holds the point", |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            for t in 1..=steps {
                let sum = &points.row(t) + &points.row(t - 1);
                points.row_mut(t).assign(&sum);
            }
            points
        }),
        (
            "the last point stands in row 0: the start is row 0, and the way goes on from there",
            |gradient, start, eta, steps| descend(gradient, start, eta, steps).slice(s![..;-1, ..]).to_owned(),
        ),
        (
            "the points stand in the columns: each point is a row, shape `(steps + 1, k)`",
            |gradient, start, eta, steps| descend(gradient, start, eta, steps).t().to_owned(),
        ),
        ("the columns are swapped: entry i of the point belongs in column i", |gradient, start, eta, steps| {
            descend(gradient, start, eta, steps).slice(s![.., ..;-1]).to_owned()
        }),
        (NO_SUCH_ROW, |gradient, start, eta, steps| {
            let mut points = Array2::zeros((steps, start.len()));
            points.row_mut(0).assign(start);
            for t in 0..steps {
                let next = &points.row(t) - &(eta * gradient(&points.row(t).to_owned()));
                points.row_mut(t + 1).assign(&next);
            }
            points
        }),
        (NO_SUCH_ROW, |gradient, start, eta, steps| {
            let mut points = descend(gradient, start, eta, steps);
            points.row_mut(steps + 1).assign(start);
            points
        }),
    ],
    inputs: || {
        let given = |gradient, start, eta, steps| Inputs { gradient, start, eta, steps };
        let mut random = Random::seeded(1025);
        vec![
            given(coupled, array![4.0, 0.0], 0.25, 2),
            given(coupled, array![-1.5, 2.5], 0.3, 3),
            given(coupled, array![3.0, -1.0], 1.1, 7),
            given(bowl, array![3.0, 2.0, -1.0], 0.4, 4),
            given(bowl, array![5.0, 2.0, 1.0], 0.1, 3),
            given(bowl, array![1.0, -2.0, 3.0], 0.35, 0),
            given(bowl, array![3.0, -2.0, 0.5], 0.2, 4),
            given(bowl, array![3.0 + 1e-7, -2.0 - 3e-8, 0.5], 0.2, 5),
            given(bowl, array![3.0 + 2e-4, -2.0, 0.5 - 1e-4], 0.2, 3),
            given(steep, array![1.5], 0.05, 8),
            given(steep, array![-2.0], 0.2, 5),
            given(steep, array![1.75], 0.125, 4),
            given(steep, array![4e-8], 0.03, 3),
            given(steep, array![0.7], 0.3, 5),
            given(slope_only, array![0.5, 1.5, -2.0, 4.0], 0.15, 3),
            given(mixed, 2.0 * random.vector(4), 0.6, 6),
            given(mixed, 2.0 * random.vector(4), 0.15, 1),
            given(mixed, 2.0 * random.vector(4), 0.9, 2),
        ]
    },
    call: |descend, it| descend(&it.gradient, &it.start, it.eta, it.steps).into(),
    properties: &[
        ("there is at least one step", |it| it.steps > 0),
        ("there is more than one step", |it| it.steps > 1),
        ("there are more than two steps", |it| it.steps > 2),
        ("there are more than four steps", |it| it.steps > 4),
        ("there are more than five steps", |it| it.steps > 5),
        ("there is more than one weight", |it| it.start.len() > 1),
        ("there are more than two weights", |it| it.start.len() > 2),
        ("the start is at the bottom", |it| (it.gradient)(&it.start).iter().all(|&g| g == 0.0)),
        ("the ground is level somewhere on the way", |it| gradients(it).iter().any(|g| g.iter().all(|&g| g == 0.0))),
        ("the ground is nearly level somewhere on the way", |it| gradients(it).iter().any(|g| g.dot(g).sqrt() < 1e-5)),
        ("the descent runs away", |it| {
            let gradients = gradients(it);
            let (first, last) = (&gradients[0], &gradients[gradients.len() - 1]);
            last.dot(last) > 4.0 * first.dot(first)
        }),
        ("a slope is negative at the start", |it| (it.gradient)(&it.start).iter().any(|&g| g < 0.0)),
        ("a weight is negative on the way", |it| {
            descend(&it.gradient, &it.start, it.eta, it.steps).iter().any(|&w| w < 0.0)
        }),
        ("a weight is 0 at the start", |it| it.start.iter().any(|&w| w == 0.0)),
        ("η is above 0.5", |it| it.eta > 0.5),
    ],
};

const NO_SUCH_ROW: &str =
    "a row is written that is not there: the start and the steps make `steps + 1` rows, and step t writes row t + 1";
const STOPS: &str =
    "it stops early where the ground is level or nearly so, and the rows that are left stay 0: take all steps";

/// E(w) = w₁² + w₁w₂ + w₂².
fn coupled(w: &Array1<f64>) -> Array1<f64> {
    array![2.0 * w[0] + w[1], w[0] + 2.0 * w[1]]
}

/// A quadratic with its bottom at (3, −2, 1/2).
fn bowl(w: &Array1<f64>) -> Array1<f64> {
    array![1.0, 3.0, 0.4] * (w - array![3.0, -2.0, 0.5])
}

/// E(w) = 4w²: with η = 1/8 one step leads to the bottom.
fn steep(w: &Array1<f64>) -> Array1<f64> {
    8.0 * w
}

/// A slope that is the same everywhere.
fn slope_only(_: &Array1<f64>) -> Array1<f64> {
    array![1.5, -0.5, 2.0, 0.0]
}

/// Each slope depends on two weights, and not in proportion to them.
fn mixed(w: &Array1<f64>) -> Array1<f64> {
    array![(w[0] - 2.0 * w[1]).tanh(), (w[1] + w[2]).tanh(), w[2].powi(3) + 0.3 * w[0], (w[3] - w[1]).sin()]
}

fn descend(gradient: Gradient, start: &Array1<f64>, eta: f64, steps: usize) -> Array2<f64> {
    walk(start, steps, |w, _| w - eta * gradient(w))
}

/// The start, and the points to which `next` leads from it.
fn walk(start: &Array1<f64>, steps: usize, mut next: impl FnMut(&Array1<f64>, usize) -> Array1<f64>) -> Array2<f64> {
    let mut points = vec![start.clone()];
    for t in 0..steps {
        points.push(next(&points[t], t));
    }
    rows(points, start.len())
}

fn rows(points: Vec<Array1<f64>>, k: usize) -> Array2<f64> {
    Array2::from_shape_fn((points.len(), k), |(t, i)| points[t][i])
}

/// A descent that ends as soon as `ends` says so, and leaves the other rows 0.
fn until(
    gradient: Gradient,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
    ends: impl Fn(&Array1<f64>, &Array1<f64>) -> bool,
) -> Array2<f64> {
    let mut points = descend(gradient, start, eta, steps);
    let end = (0..steps).find(|&t| {
        let w = points.row(t).to_owned();
        ends(&gradient(&w), &w)
    });
    if let Some(t) = end {
        points.slice_mut(s![t + 1.., ..]).fill(0.0);
    }
    points
}

/// A descent in which only some weights move.
fn some(
    gradient: Gradient,
    start: &Array1<f64>,
    eta: f64,
    steps: usize,
    moves: impl Fn(usize, usize) -> bool,
) -> Array2<f64> {
    walk(start, steps, |w, _| {
        let slopes = gradient(w);
        (0..w.len()).map(|i| if moves(i, w.len()) { w[i] - eta * slopes[i] } else { w[i] }).collect()
    })
}

fn gradients(it: &Inputs) -> Vec<Array1<f64>> {
    let points = descend(&it.gradient, &it.start, it.eta, it.steps);
    points.rows().into_iter().map(|w| (it.gradient)(&w.to_owned())).collect()
}
