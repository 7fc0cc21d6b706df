//! Spoilers: wrong ways to write `distance_factor` and `step_limit`, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use crate::given::largest_eigenvalue;
use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, array};

pub type DistanceFactor = fn(f64, f64) -> f64;
pub type StepLimit = fn(&Array2<f64>) -> f64;
pub type Both = (DistanceFactor, StepLimit);

pub static DISTANCE_FACTOR: Diagnosis<Both, DistanceFactor, (f64, f64)> = Diagnosis {
    function: "distance_factor",
    slot: |f| &mut f.0,
    right: |curvature, eta| 1.0 - eta * curvature,
    mistakes: &[
        ("this is the share that a step takes away: what it leaves is 1 − ηλ", |l, eta| eta * l),
        ("this step goes up: the gradient is taken away, 1 − ηλ", |l, eta| 1.0 + eta * l),
        ("the curvature is left out: the gradient of ½ λw² is λw", |_, eta| 1.0 - eta),
        ("the step size is left out: the gradient λw is multiplied by η", |l, _| 1.0 - l),
        ("the curvature counts twice: the gradient of ½ λw² is λw", |l, eta| 1.0 - 2.0 * eta * l),
        ("half of the curvature is taken: the ½ goes when ½ λw² is derived, and λw remains", |l, eta| {
            1.0 - eta * l / 2.0
        }),
        ("this is the factor of the error: the distance is asked for, 1 − ηλ", |l, eta| (1.0 - eta * l).powi(2)),
        ("the sign is lost: a negative factor says that the step leads to the other side, 1 − ηλ", |l, eta| {
            (1.0 - eta * l).abs()
        }),
        ("the order is the other way round: 1 − ηλ, not ηλ − 1", |l, eta| eta * l - 1.0),
        ("λ − η: the step takes ηλ away from 1", |l, eta| l - eta),
        ("η − λ: the step takes ηλ away from 1", |l, eta| eta - l),
        ("1 − η − λ: η and λ are multiplied, 1 − ηλ", |l, eta| 1.0 - eta - l),
        ("1 − η + λ: η and λ are multiplied, 1 − ηλ", |l, eta| 1.0 - eta + l),
        ("divided by the curvature: a steeper slope takes a longer step, 1 − ηλ", |l, eta| 1.0 - eta / l),
        ("divided by the step size: multiply the curvature by η, 1 − ηλ", |l, eta| 1.0 - l / eta),
        (
            "this is λ − ηλ, or (1 − η)λ: the factor is 1 − ηλ, and only η multiplies the curvature",
            |l, eta| (1.0 - eta) * l,
        ),
        (
            "this is η − ηλ, or η(1 − λ): the factor is 1 − ηλ, and only the curvature multiplies η",
            |l, eta| eta * (1.0 - l),
        ),
        ("this is (1 − η)(1 − λ): the product of η and λ is taken away from 1", |l, eta| {
            (1.0 - eta) * (1.0 - l)
        }),
        ("the curvature is squared: 1 − ηλ", |l, eta| 1.0 - eta * l * l),
        ("the root of the curvature is taken: 1 − ηλ", |l, eta| 1.0 - eta * l.sqrt()),
        ("the step size is squared: 1 − ηλ", |l, eta| 1.0 - eta * eta * l),
        ("the product is squared: 1 − ηλ", |l, eta| 1.0 - (eta * l).powi(2)),
        ("a negative factor is cut off at 0: a step may lead beyond the bottom, to the other side", |l, eta| {
            (1.0 - eta * l).max(0.0)
        }),
        ("a factor below −1 is cut off: it says that the descent runs away", |l, eta| (1.0 - eta * l).max(-1.0)),
        ("a factor below −1 becomes 1 or more: it says that the descent runs away to both sides", |l, eta| {
            let factor = 1.0 - eta * l;
            if factor < -1.0 { -factor } else { factor }
        }),
        ("this is exp(−ηλ), what infinitely many small steps would leave: one step leaves 1 − ηλ", |l, eta| {
            (-eta * l).exp()
        }),
        ("the fraction stands upside down: 1 − ηλ", |l, eta| 1.0 / (1.0 - eta * l)),
        ("this is 1/(1 + ηλ): one step leaves 1 − ηλ", |l, eta| 1.0 / (1.0 + eta * l)),
        ("this is the limit of the step size, 2/λ: the factor is 1 − ηλ", |l, _| 2.0 / l),
        ("this is η by its limit, ηλ/2: the factor is 1 − ηλ", |l, eta| eta * l / 2.0),
        ("2 − ηλ: the step begins at w, which is 1 times w", |l, eta| 2.0 - eta * l),
        ("this is what a step takes away, with its sign, −ηλ: what it leaves is 1 − ηλ", |l, eta| -eta * l),
        ("the digits after the point are lost: keep the factor as an `f64`", |l, eta| (1.0 - eta * l).trunc()),
        ("the factor is rounded to whole numbers: keep it as it is", |l, eta| (1.0 - eta * l).round()),
        ("a step size above 1 is cut off: η as it is", |l, eta| 1.0 - eta.min(1.0) * l),
        ("the factor is always 1: a step takes ηλ of the distance away", |_, _| 1.0),
        ("a small share is taken for 0: 1 − ηλ as it is", |l, eta| if eta * l < 1e-6 { 1.0 } else { 1.0 - eta * l }),
    ],
    inputs: || {
        let mut inputs = vec![
            (5.0, 0.1),
            (5.0, 0.3),
            (5.0, 0.7),
            (4.0, 0.25),
            (4.0, 0.5),
            (0.3, 0.2),
            (0.3, 3.5),
            (0.2, 8.0),
            (1.0, 0.35),
            (0.8, 1.0),
            (120.0, 0.004),
            (3000.0, 0.6),
            (2e4, 0.7),
            (0.02, 1e-5),
            (1.6, 1.5),
        ];
        let mut random = Random::seeded(1026);
        inputs.extend((0..4).map(|_| (4.0 * random.number().abs(), random.number().abs())));
        inputs
    },
    call: |distance_factor, &(curvature, eta)| distance_factor(curvature, eta).into(),
    properties: &[
        ("ηλ is above 1", |&(l, eta)| eta * l > 1.0),
        ("ηλ is 1 or more", |&(l, eta)| eta * l >= 1.0),
        ("ηλ is above 2", |&(l, eta)| eta * l > 2.0),
        ("ηλ is 2 or more", |&(l, eta)| eta * l >= 2.0),
        ("η is above 1", |&(_, eta)| eta > 1.0),
        ("the curvature is above 1", |&(l, _)| l > 1.0),
        ("the curvature is above 100", |&(l, _)| l > 100.0),
    ],
};

pub static STEP_LIMIT: Diagnosis<Both, StepLimit, Array2<f64>> = Diagnosis {
    function: "step_limit",
    slot: |f| &mut f.1,
    right: |a| 2.0 / largest_eigenvalue(a),
    mistakes: &[
        ("this is 1/L, where a step leads to the bottom: the limit is twice that, 2/L", |a| {
            1.0 / largest_eigenvalue(a)
        }),
        ("this is the largest curvature itself: the limit is 2/L", largest_eigenvalue),
        ("the fraction stands upside down: the limit is 2/L", |a| largest_eigenvalue(a) / 2.0),
        ("multiplied by L: the limit is 2/L", |a| 2.0 * largest_eigenvalue(a)),
        ("this is −2/L: the limit is positive", |a| -2.0 / largest_eigenvalue(a)),
        ("this is 4/L: the factor 1 − ηλ is −1 where ηλ is 2, so the limit is 2/L", |a| {
            4.0 / largest_eigenvalue(a)
        }),
        ("L is squared: the limit is 2/L", |a| 2.0 / largest_eigenvalue(a).powi(2)),
        ("this is the root of 2/L: the limit is 2/L", |a| (2.0 / largest_eigenvalue(a)).sqrt()),
        ("the root of L is taken: the limit is 2/L", |a| 2.0 / largest_eigenvalue(a).sqrt()),
        ("this is 1 − 2/L: the limit is 2/L", |a| 1.0 - 2.0 / largest_eigenvalue(a)),
        ("this is 2 − L: the limit is 2/L", |a| 2.0 - largest_eigenvalue(a)),
        ("this is the limit of the smallest curvature: the largest sets it for all", |a| 2.0 / smallest_eigenvalue(a)),
        (
            "this is the largest entry, which stands in the diagonal: between the axes it may curve more, so take the eigenvalue",
            |a| 2.0 / largest(a.diag()),
        ),
        ("this is the smallest entry of the diagonal: the largest eigenvalue sets the limit", |a| {
            2.0 / a.diag().iter().copied().fold(f64::INFINITY, f64::min)
        }),
        ("this is the first entry of the matrix: the largest eigenvalue sets the limit", |a| 2.0 / a[[0, 0]]),
        ("this is the last entry of the diagonal: the largest eigenvalue sets the limit", |a| {
            2.0 / a[[a.nrows() - 1, a.nrows() - 1]]
        }),
        ("this is the sum of all curvatures: the largest alone sets the limit", |a| 2.0 / a.diag().sum()),
        ("this is the mean of all curvatures: the largest sets the limit", |a| 2.0 * a.nrows() as f64 / a.diag().sum()),
        ("the sum of all entries is taken: the largest eigenvalue sets the limit", |a| 2.0 / a.sum()),
        ("the mean of all entries is taken: the largest eigenvalue sets the limit", |a| 2.0 * a.len() as f64 / a.sum()),
        ("this is the largest sum of a row: the largest eigenvalue is smaller", |a| {
            2.0 / a.rows().into_iter().map(|row| row.sum()).fold(f64::MIN, f64::max)
        }),
        ("this is the largest sum of a row, without signs: the largest eigenvalue is smaller", |a| {
            2.0 / a.rows().into_iter().map(|row| row.mapv(f64::abs).sum()).fold(0.0, f64::max)
        }),
        ("this is the longest row: the largest eigenvalue sets the limit", |a| {
            2.0 / a.rows().into_iter().map(|row| row.dot(&row).sqrt()).fold(0.0, f64::max)
        }),
        ("this is the root of the sum of all squares: the largest eigenvalue sets the limit", |a| {
            2.0 / (a * a).sum().sqrt()
        }),
        ("this is the determinant: the largest eigenvalue sets the limit", |a| 2.0 / determinant(a)),
        (
            "a power iteration from (1, 1, …, 1) misses directions at right angles to it: use `largest_eigenvalue`",
            |a| 2.0 / power_iteration(a, Array1::ones(a.nrows()), 60),
        ),
        (
            "a power iteration from (1, 0, …, 0) misses directions at right angles to it: use `largest_eigenvalue`",
            |a| 2.0 / power_iteration(a, Array1::from_shape_fn(a.nrows(), |i| if i == 0 { 1.0 } else { 0.0 }), 60),
        ),
        ("a power iteration of few rounds is not there yet: use `largest_eigenvalue`", |a| {
            2.0 / power_iteration(a, Array1::from_shape_fn(a.nrows(), |i| 1.0 / (i as f64 + 1.5)), 3)
        }),
        ("the formula for two weights is used for all: use `largest_eigenvalue`", |a| {
            let (mean, half) = ((a[[0, 0]] + a[[1, 1]]) / 2.0, (a[[0, 0]] - a[[1, 1]]) / 2.0);
            2.0 / (mean + half.hypot(a[[0, 1]]))
        }),
        ("the digits after the point are lost: keep L as an `f64`", |a| 2.0 / largest_eigenvalue(a).trunc()),
        ("the limit is cut to a whole number: keep it as an `f64`", |a| (2.0 / largest_eigenvalue(a)).trunc()),
        ("a limit above 1 is cut off: 2/L may be larger", |a| (2.0 / largest_eigenvalue(a)).min(1.0)),
        ("a curvature below 1 is taken for 1: 2/L may be larger than 2", |a| 2.0 / largest_eigenvalue(a).max(1.0)),
        ("the limit is divided by the number of weights: 2/L", |a| 2.0 / largest_eigenvalue(a) / a.nrows() as f64),
        ("this is 2/k for k weights: the largest eigenvalue of the matrix sets the limit", |a| 2.0 / a.nrows() as f64),
        ("the smallest curvature counts too: the largest alone sets the limit, 2/L", |a| {
            2.0 / (largest_eigenvalue(a) + smallest_eigenvalue(a))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(2026);
        let mut inputs = vec![
            array![[6.0, 2.0], [2.0, 3.0]],
            array![[5.0, -3.0], [-3.0, 5.0]],
            array![[1.0, 0.0], [0.0, 4.0]],
            array![[7.0, 0.0], [0.0, 0.5]],
            array![[0.3]],
            array![[40.0]],
            array![[1.5, -1.5], [-1.5, 1.5]],
            array![[3.0, 0.0, 0.0], [0.0, 5.0, 2.0], [0.0, 2.0, 9.0]],
            array![[2.5, 0.0, 0.0], [0.0, 2.5, 0.0], [0.0, 0.0, 2.5]],
            array![[2.0, -1.0, 0.0], [-1.0, 2.0, -1.0], [0.0, -1.0, 2.0]],
            array![[3e-4, 1e-4], [1e-4, 2e-4]],
            array![[3e5, -1e5], [-1e5, 2e5]],
        ];
        for k in [2, 3, 4, 5] {
            let v = random.vector(k);
            let curvature = Array1::from_shape_fn(k, |i| 3.3 * 0.4_f64.powi(i as i32));
            inputs.push(turned(&curvature, &v));
        }
        inputs
    },
    call: |step_limit, a| step_limit(a).into(),
    properties: &[
        ("a is diagonal", |a| a.indexed_iter().all(|((i, j), &v)| i == j || v == 0.0)),
        ("there is more than one weight", |a| a.nrows() > 1),
        ("there are more than two weights", |a| a.nrows() > 2),
        ("an entry is negative", |a| a.iter().any(|&v| v < 0.0)),
        ("an entry is 0", |a| a.iter().any(|&v| v == 0.0)),
        ("L is below 1", |a| largest_eigenvalue(a) < 1.0),
        ("L is below 2", |a| largest_eigenvalue(a) < 2.0),
        ("L is above 10", |a| largest_eigenvalue(a) > 10.0),
        ("the first entry of the diagonal is the largest", |a| a.diag().iter().all(|&v| v <= a[[0, 0]])),
    ],
};

/// A matrix with these curvatures along axes that are turned: H diag(λ) H with the reflection H = 1 − 2 vvᵀ/vᵀv.
pub fn turned(curvature: &Array1<f64>, v: &Array1<f64>) -> Array2<f64> {
    let k = v.len();
    let h = Array2::from_shape_fn((k, k), |(i, j)| f64::from(u8::from(i == j)) - 2.0 * v[i] * v[j] / v.dot(v));
    h.dot(&Array2::from_diag(curvature)).dot(&h)
}

/// L minus the largest eigenvalue of L − A, which has no negative ones; 0 if that is only rounding.
fn smallest_eigenvalue(a: &Array2<f64>) -> f64 {
    let largest = largest_eigenvalue(a);
    let rest = largest * Array2::eye(a.nrows()) - a;
    if rest.iter().all(|v| v.abs() < 1e-9 * largest) {
        return largest;
    }
    let smallest = largest - largest_eigenvalue(&rest);
    if smallest < 1e-9 * largest { 0.0 } else { smallest }
}

/// By repeated multiplication: 60 rounds suffice where the second eigenvalue is at most 0.6 of the first.
fn power_iteration(a: &Array2<f64>, start: Array1<f64>, rounds: usize) -> f64 {
    let (mut v, mut length) = (start, 0.0);
    for _ in 0..rounds {
        v = a.dot(&v);
        length = v.dot(&v).sqrt();
        v /= length;
    }
    length
}

/// By elimination: the matrices here have positive pivots, but for rounding.
fn determinant(a: &Array2<f64>) -> f64 {
    let mut a = a.clone();
    let mut product = 1.0;
    for p in 0..a.nrows() {
        product *= a[[p, p]];
        for i in p + 1..a.nrows() {
            let share = a[[i, p]] / a[[p, p]];
            for j in p..a.nrows() {
                a[[i, j]] -= share * a[[p, j]];
            }
        }
    }
    product
}

fn largest<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> f64 {
    numbers.into_iter().copied().fold(f64::MIN, f64::max)
}
