//! Spoilers: wrong ways to write `numeric_gradient`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, array};
use std::cell::RefCell;

pub type NumericGradient = fn(Function, &Array1<f64>) -> Array1<f64>;
type Function<'a> = &'a dyn Fn(&Array1<f64>) -> f64;

pub struct Inputs {
    f: fn(&Array1<f64>) -> f64,
    at: Array1<f64>,
    /// The slopes that a formula gives.
    slopes: Array1<f64>,
}

pub static NUMERIC_GRADIENT: Diagnosis<NumericGradient, NumericGradient, Inputs> = Diagnosis {
    function: "numeric_gradient",
    slot: |f| f,
    right: central,
    mistakes: &[
        ("twice the slopes: the two points are 2h apart, so divide by 2h", |f, at| {
            each(f, at, |moved| (moved(H) - moved(-H)) / H)
        }),
        ("half of the slopes: from w to w + h it is h, from w − h to w + h it is 2h", |f, at| {
            each(f, at, |moved| (moved(H) - moved(0.0)) / (2.0 * H))
        }),
        ("divided by 4h: the two points are 2h apart", |f, at| each(f, at, |moved| (moved(H) - moved(-H)) / (4.0 * H))),
        (ONE_SIDE, |f, at| each(f, at, |moved| (moved(H) - moved(0.0)) / H)),
        (ONE_SIDE, |f, at| each(f, at, |moved| (moved(1e-6) - moved(0.0)) / 1e-6)),
        (ONE_SIDE, |f, at| each(f, at, |moved| (moved(0.0) - moved(-H)) / H)),
        ("this is how much f grows, not how fast: divide by 2h", |f, at| each(f, at, |moved| moved(H) - moved(-H))),
        ("divided by 2, and not by h: divide by 2h", |f, at| each(f, at, |moved| (moved(H) - moved(-H)) / 2.0)),
        ("`a / 2.0 * h` multiplies by h: write the divisor in parentheses, `a / (2.0 * h)`", |f, at| {
            each(f, at, |moved| (moved(H) - moved(-H)) / 2.0 * H)
        }),
        (SUM_OF_ALL, |f, at| Array1::from_elem(at.len(), (f(&(at + H)) - f(&(at - H))) / (2.0 * H))),
        ("the first entry is moved each time: move entry i for slope i", |f, at| {
            Array1::from_elem(at.len(), central(f, at)[0])
        }),
        ("the last entry is moved each time: move entry i for slope i", |f, at| {
            Array1::from_elem(at.len(), central(f, at)[at.len() - 1])
        }),
        (NOT_PUT_BACK, |f, at| {
            let (mut up, mut down) = (at.clone(), at.clone());
            let slope = |i: usize| {
                up[i] += H;
                down[i] -= H;
                (f(&up) - f(&down)) / (2.0 * H)
            };
            (0..at.len()).map(slope).collect()
        }),
        (NOT_PUT_BACK, |f, at| {
            let mut w = at.clone();
            let slope = |i: usize| {
                w[i] += H;
                (f(&w) - f(at)) / H
            };
            (0..at.len()).map(slope).collect()
        }),
        (STAYS_DOWN, |f, at| stays_down(f, at, H)),
        (STAYS_DOWN, |f, at| stays_down(f, at, 1e-4)),
        (STAYS_DOWN, |f, at| stays_down(f, at, 1e-6)),
        (TOO_LARGE, |f, at| each(f, at, |moved| (moved(0.1) - moved(-0.1)) / 0.2)),
        (TOO_LARGE, |f, at| each(f, at, |moved| (moved(1e-3) - moved(-1e-3)) / 2e-3)),
        (TOO_LARGE, |f, at| each(f, at, |moved| (moved(0.01) - moved(-0.01)) / 0.02)),
        (TOO_SMALL, |f, at| each(f, at, |moved| (moved(1e-12) - moved(-1e-12)) / 2e-12)),
        (TOO_SMALL, |f, at| each(f, at, |moved| (moved(1e-13) - moved(-1e-13)) / 2e-13)),
        (TOO_SMALL, |f, at| each(f, at, |moved| (moved(1e-14) - moved(-1e-14)) / 2e-14)),
        (TOO_SMALL, |f, at| each(f, at, |moved| (moved(1e-15) - moved(-1e-15)) / 2e-15)),
        (
            "f is never measured beside the point: move entry i by h = 1e-5 to both sides (a tiny h leaves it as it is)",
            |f, at| each(f, at, |moved| (moved(0.0) - moved(0.0)) / (2.0 * H)),
        ),
        ("the slopes are measured at 0: move the entries of a copy of `at`", |f, at| {
            central(f, &Array1::zeros(at.len()))
        }),
        (
            "all other entries are 0 while one is moved: they stay as they are in `at`, so move entry i of a copy",
            |f, at| {
                let only =
                    |i: usize, value: f64| f(&Array1::from_shape_fn(at.len(), |j| if j == i { value } else { 0.0 }));
                (0..at.len()).map(|i| (only(i, at[i] + H) - only(i, at[i] - H)) / (2.0 * H)).collect()
            },
        ),
        ("the last slope stays 0: `0..k` runs up to k − 1, which is the last index", |f, at| {
            visited(f, at, |i| i + 1 < at.len())
        }),
        ("the first slope stays 0: indices start at 0", |f, at| visited(f, at, |i| i > 0)),
        ("only the first slope is there: does a `return` inside the loop end it?", |f, at| visited(f, at, |i| i == 0)),
        ("only the first slope is there, and no room for the others: one for each entry", |f, at| {
            array![central(f, at)[0]]
        }),
        ("only the last slope is there: are the others overwritten in each round of the loop?", |f, at| {
            kept(f, at, |i| i + 1 == at.len())
        }),
        ("every slope is written into entry 0: slope i belongs in `slopes[i]`", |f, at| {
            let last = central(f, at)[at.len() - 1];
            Array1::from_shape_fn(at.len(), |i| if i == 0 { last } else { 0.0 })
        }),
        (SUM_OF_ALL, |f, at| Array1::from_elem(at.len(), central(f, at).sum())),
        (NOT_PUT_BACK, |f, at| {
            let slopes = central(f, at);
            (0..at.len()).map(|i| slopes.iter().take(i + 1).sum::<f64>()).collect()
        }),
        ("the slopes stay 0: write each into the array that you return, `slopes[i] = …`", |f, at| {
            kept(f, at, |_| false)
        }),
        ("the point itself is returned: the slopes belong in an array of their own", |_, at| at.clone()),
        ("the slopes are added to the entries of `at`: they belong in an array of zeros", |f, at| at + central(f, at)),
        ("the order is the other way round: f(up) − f(down)", |f, at| -central(f, at)),
        ("the signs are lost: where f falls, its slope is negative", |f, at| central(f, at).mapv(f64::abs)),
        ("slopes below 0 are cut off at 0: where f falls, its slope is negative", |f, at| {
            central(f, at).mapv(|v| v.max(0.0))
        }),
        ("the two values are added: the growth is their difference", |f, at| {
            each(f, at, |moved| (moved(1e-5) + moved(-1e-5)) / 2e-5)
        }),
        ("the gradient is divided by its length: the slopes as they are", |f, at| {
            let slopes = central(f, at);
            let length = slopes.dot(&slopes).sqrt();
            slopes / length
        }),
        ("divided by the number of entries: each slope as it is", |f, at| central(f, at) / at.len() as f64),
        ("each slope is multiplied by its entry: the slopes as they are", |f, at| central(f, at) * at),
        (
            "the step h is taken from the entry, h·wᵢ, but divided by h: an entry that is 0 is never moved",
            |f, at| {
                let moved = |i: usize, by: f64| {
                    let mut w = at.clone();
                    w[i] += by * at[i];
                    f(&w)
                };
                (0..at.len()).map(|i| (moved(i, H) - moved(i, -H)) / (2.0 * H)).collect()
            },
        ),
        ("where an entry is 0 there is no step: with h·|wᵢ| as the step, keep it from being 0", |f, at| {
            let slopes = central(f, at);
            at.iter().zip(slopes).map(|(&v, slope)| if v == 0.0 { f64::NAN } else { slope }).collect()
        }),
        ("the digits after the point are lost: keep the slopes as `f64`", |f, at| central(f, at).mapv(|v| v.trunc())),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |_, at| {
            array![at[at.len()]]
        }),
    ],
    inputs: || {
        let about = |f, at, slopes| Inputs { f, at, slopes };
        let c = array![0.5, -2.0, 3.0, -0.7, 1.5];
        let at = Random::seeded(1022).vector(5);
        vec![
            about(|w| w[0] * w[0] + 3.0 * w[0] * w[1], array![2.0, 1.0], array![7.0, 6.0]),
            about(|w| w[0].powi(3), array![1.5], array![6.75]),
            about(|w| w[0].powi(4), array![-1.0], array![-4.0]),
            about(|w| 2.0 * w[0] - 5.0 * w[1] + 0.5 * w[2] + 3.0, array![1.0, -2.0, 0.25], array![2.0, -5.0, 0.5]),
            about(|w| 0.25 * w[0] + 8.0, array![-3.0], array![0.25]),
            about(|w| 50.0 * w.dot(w), array![0.0, 0.0, 0.0], array![0.0, 0.0, 0.0]),
            about(|w| w[0] * w[1] * w[2], array![-1.5, 2.0, 4.0], array![8.0, -6.0, -3.0]),
            about(|w| (2.0 * w[0] - w[1]).exp(), array![0.5, 1.0], array![2.0, -1.0]),
            about(
                |w| w[0].powi(3) - 2.0 * w[1] * w[1] * w[2] + w[3].powi(3),
                array![1.0, -1.0, 0.5, 2.0],
                array![3.0, 2.0, -2.0, 12.0],
            ),
            about(|w| (w[0] - 3.0).powi(2), array![5.0, 7.0], array![4.0, 0.0]),
            about(|w| w[0] * w[1] + 3.0 * w[1] * w[1], array![0.0, -2.5], array![-2.5, -15.0]),
            about(|w| 100.0 + (3.0 * w[0]).exp(), array![0.0], array![3.0]),
            about(|w| w[0] * w[1] / 100.0 + w[1].powi(3), array![300.0, -4.0], array![-0.04, 51.0]),
            about(
                |w| (0.5 * w[0] - 2.0 * w[1] + 3.0 * w[2] - 0.7 * w[3] + 1.5 * w[4]).exp(),
                at.clone(),
                &c * c.dot(&at).exp(),
            ),
        ]
    },
    call: answer,
    properties: &[
        ("an entry of `at` is 0", |it| it.at.iter().any(|&v| v == 0.0)),
        ("an entry of `at` is negative", |it| it.at.iter().any(|&v| v < 0.0)),
        ("there is more than one entry", |it| it.at.len() > 1),
        ("there are more than two entries", |it| it.at.len() > 2),
        ("there are more than three entries", |it| it.at.len() > 3),
        ("a slope is negative", |it| it.slopes.iter().any(|&v| v < 0.0)),
        ("a slope is 0", |it| it.slopes.iter().any(|&v| v == 0.0)),
        ("f is curved", |it| {
            let (up, down) = ((it.f)(&(&it.at + 0.5)), (it.f)(&(&it.at - 0.5)));
            (up + down - 2.0 * (it.f)(&it.at)).abs() > 1e-9
        }),
        ("a slope is steeper than 10", |it| it.slopes.iter().any(|v| v.abs() > 10.0)),
    ],
};

const ONE_SIDE: &str = "f is measured to one side only: use f(w + h) and f(w − h), 2h apart";
const NOT_PUT_BACK: &str =
    "each slope has those before it added: is entry i put back before the next is moved? Take a fresh copy for each i";
const STAYS_DOWN: &str =
    "an entry stays at w − h when the next one is moved: put each back, or take a fresh copy of `at` for each i";
const SUM_OF_ALL: &str =
    "each slope is the sum of all: move entry i only, leave the others alone, and write `slopes[i] = …`";
const TOO_LARGE: &str = "the step h is too large: the curve bends within it. 1e-5 suits";
const TOO_SMALL: &str = "the step h is too small: the difference drowns in rounding. 1e-5 suits";

const H: f64 = 1e-5;

fn central(f: Function, at: &Array1<f64>) -> Array1<f64> {
    each(f, at, |moved| (moved(H) - moved(-H)) / (2.0 * H))
}

/// A slope for each entry, from the values of `f` with this entry moved.
fn each(f: Function, at: &Array1<f64>, slope: impl Fn(&dyn Fn(f64) -> f64) -> f64) -> Array1<f64> {
    let moved = |i: usize, by: f64| {
        let mut w = at.clone();
        w[i] += by;
        f(&w)
    };
    (0..at.len()).map(|i| slope(&|by| moved(i, by))).collect()
}

/// Each entry is moved up by `h`, then down, and left there.
fn stays_down(f: Function, at: &Array1<f64>, h: f64) -> Array1<f64> {
    let mut w = at.clone();
    let slope = |i: usize| {
        w[i] += h;
        let up = f(&w);
        w[i] -= 2.0 * h;
        (up - f(&w)) / (2.0 * h)
    };
    (0..at.len()).map(slope).collect()
}

/// The slopes of some entries, and 0 for the others, for which `f` is not measured.
fn visited(f: Function, at: &Array1<f64>, visit: impl Fn(usize) -> bool) -> Array1<f64> {
    let moved = |i: usize, by: f64| {
        let mut w = at.clone();
        w[i] += by;
        f(&w)
    };
    (0..at.len()).map(|i| if visit(i) { (moved(i, H) - moved(i, -H)) / (2.0 * H) } else { 0.0 }).collect()
}

/// The slopes of some entries, and 0 for the others, although `f` was measured for all.
fn kept(f: Function, at: &Array1<f64>, keep: impl Fn(usize) -> bool) -> Array1<f64> {
    central(f, at).iter().enumerate().map(|(i, &slope)| if keep(i) { slope } else { 0.0 }).collect()
}

/// The slopes, without what depends on the step, which is the student's to choose: exactly the right ones if they are
/// right enough; one number if the places where `f` was measured show what is wrong; and three digits otherwise.
fn answer(numeric_gradient: NumericGradient, input: &Inputs) -> Answer {
    let moves = RefCell::new(vec![]);
    let f = |w: &Array1<f64>| {
        moves.borrow_mut().push(w - &input.at);
        (input.f)(w)
    };
    let slopes = numeric_gradient(&f, &input.at);
    let right = &input.slopes;
    if slopes.len() != right.len() {
        rounded(&slopes).into()
    } else if slopes.iter().zip(right).all(|(slope, right)| (slope - right).abs() <= 1e-7 + 1e-6 * right.abs()) {
        right.clone().into()
    } else if let Some(cause) = cause(&moves.take(), &slopes, right) {
        Answer::from(cause).derived()
    } else {
        rounded(&slopes).into()
    }
}

/// A number that stands for what the moves show.
fn cause(moves: &[Array1<f64>], slopes: &Array1<f64>, right: &Array1<f64>) -> Option<f64> {
    let entries = || moves.iter().flatten().copied();
    let h = largest(entries());
    let scale = largest(right.iter().copied());
    let is_near = |factor: f64, by: f64| slopes.iter().zip(right).all(|(s, r)| (s - factor * r).abs() <= by);
    let nearly = is_near(1.0, 1e-2 + 0.05 * scale);
    let one_each = moves.iter().all(|m| m.iter().filter(|v| v.abs() > 0.1 * h).count() <= 1);
    let one_side = entries().all(|v| v <= 0.1 * h) || entries().all(|v| v >= -0.1 * h);
    let factors = [2.0 * h, h, h * h];
    if h == 0.0 {
        slopes.iter().all(|v| v.is_nan() || *v == 0.0).then_some(5.0)
    } else if scale == 0.0 && !nearly {
        None
    } else if !one_each {
        nearly.then_some(1.0)
    } else if h < 1e-8 {
        Some(2.0)
    } else if h > 5e-4 && !one_side {
        Some(3.0)
    } else if let Some(factor) = factors.iter().position(|&factor| is_near(factor, 0.01 * factor * scale)) {
        Some(10.0 + factor as f64)
    } else {
        (nearly && one_side).then_some(4.0)
    }
}

/// Three digits of the largest, and as many places of the others.
fn rounded(slopes: &Array1<f64>) -> Array1<f64> {
    let largest = largest(slopes.iter().copied());
    if largest < 1e-8 {
        return slopes.mapv(|v| 0.0 * v);
    }
    let place = 10_f64.powf(largest.log10().floor() - 2.0);
    slopes.mapv(|v| (v / place).round() * place)
}

fn largest(numbers: impl Iterator<Item = f64>) -> f64 {
    numbers.fold(0.0, |max, v| max.max(v.abs()))
}
