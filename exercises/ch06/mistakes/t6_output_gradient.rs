//! Spoilers: wrong ways to write `output_gradient`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use crate::naive::{extended, transposed_times};
use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array, s};

pub type OutputGradient = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
type Inputs = (Array2<f64>, Array2<f64>);

pub static OUTPUT_GRADIENT: Diagnosis<OutputGradient, OutputGradient, Inputs> = Diagnosis {
    function: "output_gradient",
    slot: |f| f,
    right,
    mistakes: &[
        ("averaged a second time: `delta2` holds the 1/n already, add the samples up", |d, h| {
            right(d, h) / h.nrows() as f64
        }),
        ("divided by m, the number of outputs: nothing is divided here", |d, h| right(d, h) / d.ncols() as f64),
        ("multiplied by n: the samples are added up, no more", |d, h| right(d, h) * h.nrows() as f64),
        ("the result goes through tanh: the sum over the samples is all there is to do", |d, h| {
            right(d, h).mapv(f64::tanh)
        }),
        ("divided by the number of hidden activations: nothing is divided here", |d, h| right(d, h) / h.ncols() as f64),
        (
            "this is Hᵀ Δ₂, the transpose: the gradient has the shape of W₂, so the product is Δ₂ᵀ H",
            |d, h| h.t().dot(d),
        ),
        (
            "this is Hᵀ Δ₂ in the shape of Δ₂ᵀ H: a reshape leaves the numbers in the wrong order, the transpose does not",
            |d, h| {
                let product = h.t().dot(d);
                Array2::from_shape_vec((d.ncols(), h.ncols()), product.iter().copied().collect()).unwrap()
            },
        ),
        ("this is Δ₂ H: samples stand in the rows of both, so the product that adds them up is Δ₂ᵀ H", |d, h| d.dot(h)),
        (
            "this is Δ₂ Hᵀ, which pairs samples with samples: the product that adds them up is Δ₂ᵀ H",
            |d, h| d.dot(&h.t()),
        ),
        ("this is Δ₂ᵀ Hᵀ: H stands as it is, the product that adds the samples up is Δ₂ᵀ H", |d, h| {
            d.t().dot(&h.t())
        }),
        (
            "this is H Δ₂ᵀ, which pairs samples with samples: the product that adds them up is Δ₂ᵀ H",
            |d, h| h.dot(&d.t()),
        ),
        (SQUARE_MATRIX, |d, h| if d.is_square() { d.dot(h) } else { right(d, h) }),
        (SQUARE_MATRIX, |d, h| if h.is_square() { d.t().dot(&h.t()) } else { right(d, h) }),
        (SQUARE_MATRIX, |d, h| if d.ncols() == h.ncols() { h.t().dot(d) } else { right(d, h) }),
        (SQUARE_MATRIX, |d, h| if d.is_square() && h.is_square() { d.dot(h) } else { right(d, h) }),
        ("only the last sample is kept: `+=` adds to the slope, `=` overwrites it", |d, h| {
            samples(d, h, |j, n| j + 1 == n)
        }),
        ("only the first sample is kept: does a `return` or `break` end the loop over the samples?", |d, h| {
            samples(d, h, |j, _| j == 0)
        }),
        ("the first sample is left out: indices start at 0", |d, h| samples(d, h, |j, _| j > 0)),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |d, h| {
            samples(d, h, |j, n| j + 1 < n)
        }),
        ("every other sample is left out: the loop runs over all of them", |d, h| samples(d, h, |j, _| j % 2 == 0)),
        ("the loop over the samples ends too early: it runs to `h.nrows()`, whatever the number of outputs", |d, h| {
            samples(d, h, |j, _| j < d.ncols())
        }),
        ("the loop over the samples ends too early: it runs to `h.nrows()`, whatever the number of columns", |d, h| {
            samples(d, h, |j, _| j < h.ncols())
        }),
        ("the loop ends at a sample whose slope is 0: it adds nothing, and the next ones still count", |d, h| {
            let end = d.rows().into_iter().position(|row| row.iter().any(|&v| v == 0.0)).unwrap_or(d.nrows());
            samples(d, h, |j, _| j < end)
        }),
        ("the loop ends at a sample whose slopes are all 0: it adds nothing, and the next ones still count", |d, h| {
            let end = d.rows().into_iter().position(|row| row.iter().all(|&v| v == 0.0)).unwrap_or(d.nrows());
            samples(d, h, |j, _| j < end)
        }),
        ("the slope of the bias is missing: keep column 0 of H, the constant 1", |d, h| {
            right(d, h).slice(s![.., 1..]).to_owned()
        }),
        ("the last column is missing: the gradient has the shape of W₂, with one column for each of H", |d, h| {
            right(d, h).slice(s![.., ..-1]).to_owned()
        }),
        ("the slope of the bias stays 0: indices start at 0, and column 0 of H holds the constant 1", |d, h| {
            kept(&right(d, h), |_, i, _, _| i > 0)
        }),
        ("the last column stays 0: `0..=d` runs up to d, and `0..d` only to d − 1", |d, h| {
            kept(&right(d, h), |_, i, _, c| i + 1 < c)
        }),
        ("only the slopes of the biases are there: each column of H has one", |d, h| {
            kept(&right(d, h), |_, i, _, _| i == 0)
        }),
        ("the first row stays 0: indices start at 0", |d, h| kept(&right(d, h), |l, _, _, _| l > 0)),
        ("the last row stays 0: `0..m` runs up to m − 1, which is the last index", |d, h| {
            kept(&right(d, h), |l, _, m, _| l + 1 < m)
        }),
        ("only the first row is there: does a `return` or `break` end the loop over the outputs?", |d, h| {
            kept(&right(d, h), |l, _, _, _| l == 0)
        }),
        ("only the last row is there: is the array made anew in the loop?", |d, h| {
            kept(&right(d, h), |l, _, m, _| l + 1 == m)
        }),
        ("only the diagonal is there: each output meets each hidden activation", |d, h| {
            kept(&right(d, h), |l, i, _, _| l == i)
        }),
        ("every row is that of the first output: index the column of Δ₂, `delta2[[j, l]]`", |d, h| {
            let g = right(d, h);
            Array2::from_shape_fn(g.dim(), |(_, i)| g[[0, i]])
        }),
        (
            "every column is that of the constant 1: is each δⱼₗ multiplied by hⱼᵢ, with the index i of the column?",
            |d, h| {
                let g = right(d, h);
                Array2::from_shape_fn(g.dim(), |(l, _)| g[[l, 0]])
            },
        ),
        ("the slopes of Δ₂ are not used: multiply each hidden activation by δⱼₗ", |d, h| {
            right(&Array2::ones(d.dim()), h)
        }),
        (
            "every column is that of the constant 1: is each δⱼₗ multiplied by hⱼᵢ, with the index i of the column?",
            |d, h| right(d, &Array2::ones(h.dim())),
        ),
        ("the sums of both are multiplied: multiply sample by sample, then add up", |d, h| {
            let (a, b) = (d.sum_axis(Axis(0)), h.sum_axis(Axis(0)));
            Array2::from_shape_fn((a.len(), b.len()), |(l, i)| a[l] * b[i])
        }),
        ("slope and activation are added: multiply them", |d, h| {
            Array2::from_shape_fn((d.ncols(), h.ncols()), |(l, i)| d.column(l).sum() + h.column(i).sum())
        }),
        ("the sign is the other way round: the slopes of all samples add up as they are", |d, h| -right(d, h)),
        (SIGN_LOST, |d, h| right(&d.mapv(f64::abs), h)),
        (SIGN_LOST, |d, h| right(d, h).mapv(f64::abs)),
        (SIGN_LOST, |d, h| right(d, &h.mapv(f64::abs))),
        ("negative slopes are left out: they count like the others", |d, h| right(&d.mapv(|v| v.max(0.0)), h)),
        ("negative activations are left out: they count like the others", |d, h| right(d, &h.mapv(|v| v.max(0.0)))),
        ("a factor 2 too much: it is in `delta2` already where it belongs", |d, h| 2.0 * right(d, h)),
        ("half of it: nothing is divided here", |d, h| 0.5 * right(d, h)),
        ("the slopes are squared: multiply each δⱼₗ by hⱼᵢ once", |d, h| right(&d.mapv(|v| v * v), h)),
        ("the activations are squared: multiply each δⱼₗ by hⱼᵢ once", |d, h| right(d, &h.mapv(|v| v * v))),
        ("the activations go through tanh once more: H holds them already", |d, h| right(d, &h.mapv(f64::tanh))),
        ("the derivative 1 − h² is multiplied in: it belongs to the way back to W₁, in task 8", |d, h| {
            right(d, &h.mapv(|v| 1.0 - v * v))
        }),
        ("the sum is not reset: it begins at 0 for every weight", |d, h| {
            let mut sum = 0.0;
            right(d, h).mapv(|g| {
                sum += g;
                sum
            })
        }),
        ("all slopes are 0: is each written into the array that is returned, with `+=`?", |d, h| {
            Array2::zeros((d.ncols(), h.ncols()))
        }),
        ("the products are multiplied together: add the samples up", |d, h| {
            Array2::from_shape_fn((d.ncols(), h.ncols()), |(l, i)| {
                (0..d.nrows()).map(|j| d[[j, l]] * h[[j, i]]).product()
            })
        }),
        ("the samples of one factor are in reverse order: sample j meets sample j", |d, h| {
            right(&d.slice(s![..;-1, ..]).to_owned(), h)
        }),
        ("different numbers of rows are cut to the smaller one: keep the `assert_eq!` of the stub", |d, h| {
            let n = d.nrows().min(h.nrows());
            right(&d.slice(s![..n, ..]).to_owned(), &h.slice(s![..n, ..]).to_owned())
        }),
        ("a single row is repeated for all samples: keep the `assert_eq!` of the stub", |d, h| {
            let n = d.nrows().max(h.nrows());
            right(&d.broadcast((n, d.ncols())).unwrap().to_owned(), &h.broadcast((n, h.ncols())).unwrap().to_owned())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1066);
        let mut inputs = vec![
            (array![[3.0], [-1.0], [0.5]], array![[1.0, 0.5, 2.0], [1.0, 4.0, 6.0], [1.0, -3.0, 0.25]]),
            (array![[0.0, 2.0], [0.0, 0.0], [-1.0, 3.0]], array![[1.0, 0.5], [1.0, -2.0], [1.0, 0.75]]),
            (array![[0.6, -0.2], [0.0, 0.3], [0.5, 0.1], [-0.4, 0.8]], extended(&random.matrix(4, 2))),
        ];
        for (n, m, d) in [(5, 2, 3), (2, 4, 2), (1, 3, 2), (3, 3, 2), (4, 4, 2), (4, 2, 3), (3, 2, 1), (6, 1, 3)] {
            inputs.push((random.matrix(n, m), extended(&random.matrix(n, d))));
        }
        // Column by column in memory.
        let (delta2, h) = inputs[3].clone();
        inputs.push((random.matrix(2, 5).reversed_axes(), h.clone()));
        inputs.push((delta2.clone(), h.slice(s![..1, ..]).to_owned()));
        inputs.push((delta2.slice(s![..1, ..]).to_owned(), h.clone()));
        inputs.push((delta2.slice(s![..3, ..]).to_owned(), h.clone()));
        inputs.push((delta2, h.slice(s![1.., ..]).to_owned()));
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(delta2, h)| (size * delta2, h.clone())).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |gradient, (delta2, h)| gradient(delta2, h).into(),
    properties: &[
        ("the slopes are very large", |(d, _)| d.iter().any(|v| v.abs() > 1e10)),
        ("the slopes are very small", |(d, _)| !d.is_empty() && d.iter().all(|v| v.abs() < 1e-10)),
        ("delta2 and h differ in their number of rows", |(d, h)| d.nrows() != h.nrows()),
        ("there is more than one sample", |(d, _)| d.nrows() > 1),
        ("there are more than two samples", |(d, _)| d.nrows() > 2),
        ("there is more than one output", |(d, _)| d.ncols() > 1),
        ("a slope is 0", |(d, _)| d.iter().any(|&v| v == 0.0)),
        ("delta2 is square", |(d, _)| d.is_square()),
        ("h is square", |(_, h)| h.is_square()),
        ("the result is square", |(d, h)| d.ncols() == h.ncols()),
        ("there are as many outputs as hidden neurons", |(d, h)| d.ncols() + 1 == h.ncols()),
        ("there are more outputs than samples", |(d, _)| d.ncols() > d.nrows()),
        ("there are more samples than outputs", |(d, _)| d.ncols() < d.nrows()),
        ("h has more columns than rows", |(_, h)| h.ncols() > h.nrows()),
    ],
};

const SQUARE_MATRIX: &str =
    "for a square matrix another product is taken: the formula Δ₂ᵀ H is the same for all shapes";
const SIGN_LOST: &str = "the sign is lost: slopes and activations can be negative";

fn right(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert_eq!(delta2.nrows(), h.nrows());
    transposed_times(delta2, h)
}

/// The sum over the samples that are kept, by index and number.
fn samples(delta2: &Array2<f64>, h: &Array2<f64>, keeps: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    let n = delta2.nrows();
    right(&Array2::from_shape_fn(delta2.dim(), |(j, l)| if keeps(j, n) { delta2[[j, l]] } else { 0.0 }), h)
}

/// Zeros but for the entries that are kept, by row, column, and the numbers of them.
fn kept(a: &Array2<f64>, keeps: impl Fn(usize, usize, usize, usize) -> bool) -> Array2<f64> {
    let (m, columns) = a.dim();
    Array2::from_shape_fn(a.dim(), |(l, i)| if keeps(l, i, m, columns) { a[[l, i]] } else { 0.0 })
}
