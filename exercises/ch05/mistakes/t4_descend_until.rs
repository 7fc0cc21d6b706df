//! Spoilers: wrong ways to write `descend_until`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Answer, Diagnosis, Random, does_not_end};
use ndarray::{Array1, array};

pub type DescendUntil = fn(Gradient, &Array1<f64>, f64, f64, usize) -> (Array1<f64>, usize);
type Gradient<'a> = &'a dyn Fn(&Array1<f64>) -> Array1<f64>;

pub struct Inputs {
    gradient: fn(&Array1<f64>) -> Array1<f64>,
    start: Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
}

pub static DESCEND_UNTIL: Diagnosis<DescendUntil, DescendUntil, Inputs> = Diagnosis {
    function: "descend_until",
    slot: |f| f,
    right: descend_until,
    mistakes: &[
        (
            "these steps go up: descent takes the gradient away, w − η ∇E",
            |gradient, start, eta, tolerance, max_steps| descend_until(gradient, start, -eta, tolerance, max_steps),
        ),
        ("the step size is left out: w − η ∇E", |gradient, start, _, tolerance, max_steps| {
            descend_until(gradient, start, 1.0, tolerance, max_steps)
        }),
        (
            "the steps are twice as long, or two are taken for one: w − η ∇E",
            |gradient, start, eta, tolerance, max_steps| {
                descend_until(gradient, start, 2.0 * eta, tolerance, max_steps)
            },
        ),
        ("the steps are half as long: w − η ∇E", |gradient, start, eta, tolerance, max_steps| {
            descend_until(gradient, start, eta / 2.0, tolerance, max_steps)
        }),
        ("divided by the step size: w − η ∇E", |gradient, start, eta, tolerance, max_steps| {
            descend_until(gradient, start, 1.0 / eta, tolerance, max_steps)
        }),
        (
            "the gradient is divided by its length: a steeper slope takes a longer step, η ∇E as it is",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    let g = gradient(&w);
                    if length(&g) <= tolerance {
                        return (w, t);
                    }
                    w = &w - eta * &g / length(&g);
                }
                (w, max_steps)
            },
        ),
        (
            "w changes before its gradient is complete: compute the whole gradient first, then move all weights",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    if length(&gradient(&w)) <= tolerance {
                        return (w, t);
                    }
                    for i in 0..w.len() {
                        let slope = gradient(&w)[i];
                        w[i] -= eta * slope;
                    }
                }
                (w, max_steps)
            },
        ),
        (
            "the squared length is compared with the tolerance, gᵀg: take the root",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.dot(g) <= tolerance)
            },
        ),
        (
            "the length is compared with the tolerance squared, or its root with the tolerance: compare √(gᵀg) with it",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g) <= tolerance * tolerance)
            },
        ),
        (
            "the length is compared with the tolerance squared, or its root with the tolerance: compare √(gᵀg) with it",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g).sqrt() <= tolerance)
            },
        ),
        (
            "the sizes of the entries are added up: the length is the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.mapv(f64::abs).sum() <= tolerance)
            },
        ),
        (
            "the entries are added up with their signs, so they cancel: the length is the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.sum() <= tolerance)
            },
        ),
        (
            "the entries are added up, and the sign of the sum is left out: the length is the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.sum().abs() <= tolerance)
            },
        ),
        (
            "the largest entry is compared, and not the length, the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.iter().all(|v| v.abs() <= tolerance))
            },
        ),
        (
            "the entries are compared with their signs, and negative ones look level: compare the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.iter().all(|&v| v <= tolerance))
            },
        ),
        (
            "it stops when one entry is small: the length of the gradient counts, the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g.iter().any(|v| v.abs() <= tolerance))
            },
        ),
        (
            "only the first entry is compared: the length is the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g[0].abs() <= tolerance)
            },
        ),
        (
            "only the last entry is compared: the length is the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g[g.len() - 1].abs() <= tolerance)
            },
        ),
        (
            "only the first entry is compared, with its sign: the length is the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| g[0] <= tolerance)
            },
        ),
        (
            "the mean of the squares is taken: the length is the root of their sum",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| (g.dot(g) / g.len() as f64).sqrt() <= tolerance)
            },
        ),
        (
            "the length is divided by the number of entries: compare the root of gᵀg",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g) / g.len() as f64 <= tolerance)
            },
        ),
        (
            "the step is compared with the tolerance, and a small η makes every step short: compare the gradient",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| eta * length(g) <= tolerance)
            },
        ),
        (
            "the length of w is compared with the tolerance: compare that of the gradient",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |_, w| length(w) <= tolerance)
            },
        ),
        (
            "the length of the gradient is compared with a share of the first one: compare it with the tolerance",
            |gradient, start, eta, tolerance, max_steps| {
                let first = length(&gradient(start));
                stop(gradient, start, eta, max_steps, |g, _| length(g) <= tolerance * first)
            },
        ),
        (
            "a tolerance of your own is used: the argument `tolerance` is the length at which it stops",
            |gradient, start, eta, _, max_steps| stop(gradient, start, eta, max_steps, |g, _| length(g) <= 1e-6),
        ),
        (
            "a tolerance of your own is used: the argument `tolerance` is the length at which it stops",
            |gradient, start, eta, _, max_steps| stop(gradient, start, eta, max_steps, |g, _| length(g) <= 1e-3),
        ),
        (
            "it stops where the ground is exactly level only: compare the length with the tolerance",
            |gradient, start, eta, _, max_steps| stop(gradient, start, eta, max_steps, |g, _| length(g) == 0.0),
        ),
        (
            "the length of the gradient has to be exactly the tolerance: compare with <=",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g) == tolerance)
            },
        ),
        (
            "a gradient of exactly the tolerance is short enough: compare with <=, not with <",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g) < tolerance)
            },
        ),
        (
            "it stops where the gradient is long, and not where it is short: compare with <=, not with >=",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g) >= tolerance)
            },
        ),
        (
            "it stops where the gradient is long, and not where it is short: compare with <=, not with >=",
            |gradient, start, eta, tolerance, max_steps| {
                stop(gradient, start, eta, max_steps, |g, _| length(g) > tolerance)
            },
        ),
        (
            "it never stops before max_steps: compare the length of the gradient with the tolerance",
            |gradient, start, eta, _, max_steps| stop(gradient, start, eta, max_steps, |_, _| false),
        ),
        (
            "the gradient is looked at after the step only: look at it first, a level start takes none",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    w = &w - eta * gradient(&w);
                    if length(&gradient(&w)) <= tolerance {
                        return (w, t + 1);
                    }
                }
                (w, max_steps)
            },
        ),
        (
            "the gradient is looked at after the step, and that step is not counted: look first, then step",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    w = &w - eta * gradient(&w);
                    if length(&gradient(&w)) <= tolerance {
                        return (w, t);
                    }
                }
                (w, max_steps)
            },
        ),
        (
            "one step further than the gradient you looked at: return the point whose gradient is short enough",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    let g = gradient(&w);
                    w = &w - eta * &g;
                    if length(&g) <= tolerance {
                        return (w, t);
                    }
                }
                (w, max_steps)
            },
        ),
        (
            "a last step is taken where the gradient is short enough already: return that point",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    let g = gradient(&w);
                    w = &w - eta * &g;
                    if length(&g) <= tolerance {
                        return (w, t + 1);
                    }
                }
                (w, max_steps)
            },
        ),
        (
            "the gradient that is looked at is one step old: after each step, ask for it anew, and look then",
            |gradient, start, eta, tolerance, max_steps| {
                let (mut w, mut g, mut t) = (start.clone(), gradient(start), 0);
                while length(&g) > tolerance && t < max_steps {
                    g = gradient(&w);
                    w = &w - eta * &g;
                    t += 1;
                }
                (w, t)
            },
        ),
        (
            "the point is right, and one step too many is counted: w(t) is t steps away from the start",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                let stopped = t < max_steps;
                (w, if stopped { t + 1 } else { t })
            },
        ),
        (
            "the point is right, and one step too many is counted: w(t) is t steps away from the start",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (w, t + 1)
            },
        ),
        (
            "the point is right, and one step too few is counted: after the loop, `max_steps` were taken",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (w, if t == max_steps { t.saturating_sub(1) } else { t })
            },
        ),
        (
            "the point is right, and one step too few is counted: w(t) is t steps away from the start",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (w, t.saturating_sub(1))
            },
        ),
        (
            "max_steps is returned as the number of steps, however few were taken: return t, `return (w, t);`",
            |gradient, start, eta, tolerance, max_steps| {
                (descend_until(gradient, start, eta, tolerance, max_steps).0, max_steps)
            },
        ),
        ("the number of steps is always 0: count them", |gradient, start, eta, tolerance, max_steps| {
            (descend_until(gradient, start, eta, tolerance, max_steps).0, 0)
        }),
        (
            "after max_steps the number of steps is 0: return `(w, max_steps)` there",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (w, if t == max_steps { 0 } else { t })
            },
        ),
        (
            "the steps that are left are returned: count those that were taken",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (w, max_steps - t)
            },
        ),
        (
            "the start is returned as the point: return w, where the descent has stopped",
            |gradient, start, eta, tolerance, max_steps| {
                (start.clone(), descend_until(gradient, start, eta, tolerance, max_steps).1)
            },
        ),
        (
            "the gradient is returned in the place of the point: return `(w, t)`",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (gradient(&w), t)
            },
        ),
        (
            "zeros are returned as the point: return w, where the descent has stopped",
            |gradient, start, eta, tolerance, max_steps| {
                (Array1::zeros(start.len()), descend_until(gradient, start, eta, tolerance, max_steps).1)
            },
        ),
        (
            "after max_steps the start is returned: return the last point",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (if t == max_steps { start.clone() } else { w }, t)
            },
        ),
        (
            "the point before the last step is returned: return w after it",
            |gradient, start, eta, tolerance, max_steps| {
                let (_, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                (descend_until(gradient, start, eta, tolerance, t.saturating_sub(1)).0, t)
            },
        ),
        (
            "the gradient is never asked for anew: ask for it at each point, inside the loop",
            |gradient, start, eta, tolerance, max_steps| {
                let g = gradient(start);
                let mut w = start.clone();
                for t in 0..max_steps {
                    if length(&g) <= tolerance {
                        return (w, t);
                    }
                    w = &w - eta * &g;
                }
                (w, max_steps)
            },
        ),
        (
            "the gradient that is looked at is always that of the start: look at each point's own",
            |gradient, start, eta, tolerance, max_steps| {
                if length(&gradient(start)) <= tolerance {
                    return (start.clone(), 0);
                }
                stop(gradient, start, eta, max_steps, |_, _| false)
            },
        ),
        (
            "w stays at the start: assign the next point to it, `w = …`, without `let`",
            |gradient, start, _, tolerance, max_steps| descend_until(gradient, start, 0.0, tolerance, max_steps),
        ),
        (
            "each step begins at the start: it begins where the last one ended",
            |gradient, start, eta, tolerance, max_steps| {
                let next = start - eta * gradient(start);
                let mut w = start;
                for t in 0..max_steps {
                    if length(&gradient(w)) <= tolerance {
                        return (w.clone(), t);
                    }
                    w = &next;
                }
                (w.clone(), max_steps)
            },
        ),
        ("the descent begins at zeros: it begins at `start`", |gradient, start, eta, tolerance, max_steps| {
            descend_until(gradient, &Array1::zeros(start.len()), eta, tolerance, max_steps)
        }),
        (
            "it ends after one step at the latest: does a `return` stand in the loop, without an `if`?",
            |gradient, start, eta, tolerance, max_steps| {
                descend_until(gradient, start, eta, tolerance, max_steps.min(1))
            },
        ),
        (
            "it ends after one step at the latest, and says that it took max_steps",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps.min(1));
                (w, if t == max_steps.min(1) { max_steps } else { t })
            },
        ),
        (
            "one step more than max_steps is taken: `0..max_steps` takes that many, `0..=max_steps` one more",
            |gradient, start, eta, tolerance, max_steps| {
                let (w, t) = descend_until(gradient, start, eta, tolerance, max_steps + 1);
                (w, t.min(max_steps))
            },
        ),
        (
            "one step more than max_steps is taken: `0..max_steps` takes that many, `0..=max_steps` one more",
            |gradient, start, eta, tolerance, max_steps| descend_until(gradient, start, eta, tolerance, max_steps + 1),
        ),
        (
            "one step fewer than max_steps is taken: the loop runs over `0..max_steps`",
            |gradient, start, eta, tolerance, max_steps| {
                descend_until(gradient, start, eta, tolerance, max_steps.saturating_sub(1))
            },
        ),
        (
            "one step fewer than max_steps is taken: the loop runs over `0..max_steps`",
            |gradient, start, eta, tolerance, max_steps| {
                let fewer = max_steps.saturating_sub(1);
                let (w, t) = descend_until(gradient, start, eta, tolerance, fewer);
                (w, if t == fewer { max_steps } else { t })
            },
        ),
        (
            "a loop never ends where descent does not arrive: stop after max_steps in any case",
            |gradient, start, eta, tolerance, _| match descend_until(gradient, start, eta, tolerance, 500) {
                (_, 500) => does_not_end(),
                arrived => arrived,
            },
        ),
        ("max_steps is not used: stop after so many steps in any case", |gradient, start, eta, tolerance, _| {
            descend_until(gradient, start, eta, tolerance, 1000)
        }),
        (
            "it stops where the gradient has grown: only its length and max_steps end the descent",
            |gradient, start, eta, tolerance, max_steps| {
                let mut before = f64::INFINITY;
                let mut w = start.clone();
                for t in 0..max_steps {
                    let g = gradient(&w);
                    if length(&g) <= tolerance || length(&g) > before {
                        return (w, t);
                    }
                    before = length(&g);
                    w = &w - eta * &g;
                }
                (w, max_steps)
            },
        ),
        (
            "the point with the shortest gradient is returned: return the last point",
            |gradient, start, eta, tolerance, max_steps| {
                let mut best = start.clone();
                let mut shortest = f64::INFINITY;
                let (_, t) = descend_until(gradient, start, eta, tolerance, max_steps);
                let mut point = start.clone();
                for _ in 0..=t {
                    let g = gradient(&point);
                    if length(&g) < shortest {
                        (shortest, best) = (length(&g), point.clone());
                    }
                    point = &point - eta * g;
                }
                (best, t)
            },
        ),
        (
            "the step size shrinks from step to step: it is η each time",
            |gradient, start, eta, tolerance, max_steps| {
                let mut w = start.clone();
                for t in 0..max_steps {
                    let g = gradient(&w);
                    if length(&g) <= tolerance {
                        return (w, t);
                    }
                    w = &w - eta / (t + 1) as f64 * &g;
                }
                (w, max_steps)
            },
        ),
    ],
    inputs: || {
        let given =
            |gradient, start, (eta, tolerance, max_steps)| Inputs { gradient, start, eta, tolerance, max_steps };
        let mut random = Random::seeded(1027);
        vec![
            given(bowl, array![12.0, 16.0], (0.1, 25.0, 50)),
            given(bowl, array![-9.0, 11.0], (0.2, 3.0, 40)),
            given(bowl, array![8.0, -21.0], (0.05, 12.5, 40)),
            given(bowl, array![2.0, 3.0], (0.15, 0.6, 30)),
            given(bowl, array![5.0, -1.0], (0.3, 0.0, 20)),
            given(bowl, array![5.0 + 1e-9, -1.0], (0.3, 1e-7, 20)),
            given(bowl, array![5.5, -1.25], (0.3, 1.25, 20)),
            given(bowl, array![-4.0, 9.0], (0.1, 0.2, 3)),
            given(bowl, array![6.0, 7.0], (0.1, 0.2, 0)),
            given(bowl, array![6.0, 7.0], (0.1, 0.2, 1)),
            given(bowl, array![4.0, 1.0], (0.9, 0.3, 6)),
            given(bowl, array![4.0, 1.0], (0.01, 1.7, 200)),
            given(parabola, array![4.0], (0.4, 0.5, 30)),
            given(parabola, array![-3.0], (0.2, 0.01, 30)),
            given(parabola, array![-5.0], (0.03, 2e-4, 10)),
            given(parabola, array![2.0], (1.25, 1e-3, 9)),
            given(parabola, array![3.75], (0.8, 0.0, 7)),
            given(mixed, 3.0 * random.vector(3), (0.3, 0.4, 25)),
            given(mixed, 3.0 * random.vector(3), (0.2, 0.05, 60)),
            given(mixed, 3.0 * random.vector(3), (0.6, 0.8, 2)),
        ]
    },
    call: |descend_until, it| {
        let (w, t) = descend_until(&it.gradient, &it.start, it.eta, it.tolerance, it.max_steps);
        Answer::named("the point", &w).and("the number of steps", &t)
    },
    properties: &[
        ("more than five steps are taken", |it| end(it).1 > 5),
        ("more than ten steps are taken", |it| end(it).1 > 10),
        ("the start is level enough already", |it| length(&(it.gradient)(&it.start)) <= it.tolerance),
        ("it has to stop after max_steps", |it| !arrives(it)),
        ("the tolerance is 0", |it| it.tolerance == 0.0),
        ("the tolerance is below 0.01", |it| it.tolerance < 0.01),
        ("the tolerance is above 1", |it| it.tolerance > 1.0),
        ("the gradient is exactly as long as the tolerance at the end", |it| {
            length(&(it.gradient)(&end(it).0)) == it.tolerance
        }),
        ("max_steps is 0 or 1", |it| it.max_steps < 2),
        ("a step is taken", |it| end(it).1 > 0),
        ("more than one step is taken", |it| end(it).1 > 1),
        ("there is more than one weight", |it| it.start.len() > 1),
        ("there are more than two weights", |it| it.start.len() > 2),
        ("a slope is negative at the start", |it| (it.gradient)(&it.start).iter().any(|&g| g < 0.0)),
        ("the descent runs away", |it| length(&(it.gradient)(&end(it).0)) > length(&(it.gradient)(&it.start))),
    ],
};

/// A quadratic with its bottom at (5, −1). At (5.5, −1.25) its gradient is (1, −0.75), of length 1.25.
fn bowl(w: &Array1<f64>) -> Array1<f64> {
    array![2.0 * (w[0] - 5.0), 3.0 * (w[1] + 1.0)]
}

/// E(w) = 5/8 w² − 5/4 w: its bottom is at 1, and η = 0.8 leads there in one step.
fn parabola(w: &Array1<f64>) -> Array1<f64> {
    1.25 * (w - 1.0)
}

/// Each slope depends on two weights, and not in proportion to them.
fn mixed(w: &Array1<f64>) -> Array1<f64> {
    array![w[0] + (w[1] - w[0]).sin(), 2.0 * w[1] + (w[2] * 0.5).tanh(), w[2] - 0.4 * w[0] + 1.0]
}

fn descend_until(
    gradient: Gradient,
    start: &Array1<f64>,
    eta: f64,
    tolerance: f64,
    max_steps: usize,
) -> (Array1<f64>, usize) {
    stop(gradient, start, eta, max_steps, |g, _| length(g) <= tolerance)
}

/// A descent that stops where `ends` says so of the gradient and the point.
fn stop(
    gradient: Gradient,
    start: &Array1<f64>,
    eta: f64,
    max_steps: usize,
    ends: impl Fn(&Array1<f64>, &Array1<f64>) -> bool,
) -> (Array1<f64>, usize) {
    let mut w = start.clone();
    for t in 0..max_steps {
        let g = gradient(&w);
        if ends(&g, &w) {
            return (w, t);
        }
        w = &w - eta * &g;
    }
    (w, max_steps)
}

fn length(v: &Array1<f64>) -> f64 {
    v.dot(v).sqrt()
}

fn end(it: &Inputs) -> (Array1<f64>, usize) {
    descend_until(&it.gradient, &it.start, it.eta, it.tolerance, it.max_steps)
}

fn arrives(it: &Inputs) -> bool {
    length(&(it.gradient)(&end(it).0)) <= it.tolerance
}
