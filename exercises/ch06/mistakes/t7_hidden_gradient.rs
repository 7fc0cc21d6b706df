//! Spoilers: wrong ways to write `hidden_gradient`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use crate::given::without_bias;
use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array, s};

pub type HiddenGradient = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
type Inputs = (Array2<f64>, Array2<f64>);

pub static HIDDEN_GRADIENT: Diagnosis<HiddenGradient, HiddenGradient, Inputs> = Diagnosis {
    function: "hidden_gradient",
    slot: |f| f,
    right,
    mistakes: &[
        (
            "the shapes of a product never fit: Δ₂ has a column for each row of W₂. Is `without_bias` taken of W₂, and of nothing else?",
            |d, w| without_bias(d).dot(w),
        ),
        (
            "the shapes of a product never fit: Δ₂ has a column for each row of W₂. Is `without_bias` taken of W₂, and of nothing else?",
            |d, w| without_bias(d).dot(&without_bias(w)),
        ),
        ("the constant 1 has no incoming gradient: leave column 0 out, `without_bias` does it", |d, w| d.dot(w)),
        (
            "column 0 is kept as zeros: leave it out, so that the result has one column for each hidden neuron",
            |d, w| {
                let mut back = d.dot(w);
                back.column_mut(0).fill(0.0);
                back
            },
        ),
        (
            "column 0 is kept and the last one is dropped: column 0 of W₂ is the bias, hidden neuron i has column i + 1",
            |d, w| d.dot(&w.slice(s![.., ..-1])),
        ),
        ("column 0 and the last column are dropped: only column 0 belongs to the constant 1", |d, w| {
            d.dot(&w.slice(s![.., 1..w.ncols().max(2) - 1]))
        }),
        ("the upstream gradient is forgotten: multiply the weights by `delta2`, the slopes that come back", |d, w| {
            right(&Array2::ones(d.dim()), w)
        }),
        ("the upstream gradient is forgotten: multiply the weights by `delta2`, the slopes that come back", |_, w| {
            without_bias(w).to_owned()
        }),
        ("the weights are not used: multiply each slope by the weight that it goes back through", |d, w| {
            right(d, &Array2::ones(w.dim()))
        }),
        ("W₂ is transposed: on the way back the product is Δ₂ W₂, without a transpose", |d, w| {
            without_bias(&d.dot(&w.t())).to_owned()
        }),
        ("W₂ is transposed: on the way back the product is Δ₂ W₂, without a transpose", |d, w| {
            d.dot(&without_bias(w).t())
        }),
        ("this is W₂ᵀ Δ₂ᵀ, the transpose: samples are rows, so the product is Δ₂ W₂", |d, w| {
            right(d, w).t().to_owned()
        }),
        ("this is Δ₂ᵀ W₂: on the way back the product is Δ₂ W₂, without a transpose", |d, w| {
            d.t().dot(&without_bias(w))
        }),
        (
            "the result is transposed and put into the right shape: a reshape leaves the numbers in the wrong order",
            |d, w| {
                let g = right(d, w);
                Array2::from_shape_vec(g.dim(), g.t().iter().copied().collect()).unwrap()
            },
        ),
        (SQUARE_MATRIX, |d, w| if w.is_square() { without_bias(&d.dot(&w.t())).to_owned() } else { right(d, w) }),
        (SQUARE_MATRIX, |d, w| if w.nrows() + 1 == w.ncols() { d.dot(&without_bias(w).t()) } else { right(d, w) }),
        (SQUARE_MATRIX, |d, w| if d.is_square() { d.t().dot(&without_bias(w)) } else { right(d, w) }),
        ("for a square W₂ column 0 is kept: the constant 1 has no incoming gradient, whatever the shape", |d, w| {
            if w.is_square() { d.dot(w) } else { right(d, w) }
        }),
        ("averaged a second time: `delta2` holds the 1/n already", |d, w| right(d, w) / d.nrows() as f64),
        ("divided by m, the number of outputs: the slopes of all outputs add up", |d, w| {
            right(d, w) / w.nrows() as f64
        }),
        ("divided by the number of hidden neurons: nothing is divided here", |d, w| {
            right(d, w) / (w.ncols() as f64 - 1.0)
        }),
        ("only the last output is kept: `+=` adds to the slope, `=` overwrites it", |d, w| {
            outputs(d, w, |l, m| l + 1 == m)
        }),
        ("only the first output is kept: the slopes of all outputs add up", |d, w| outputs(d, w, |l, _| l == 0)),
        ("the first output is left out: indices start at 0, and Δ₂ has no column of ones", |d, w| {
            outputs(d, w, |l, _| l > 0)
        }),
        ("the last output is left out: `0..m` runs up to m − 1, which is the last index", |d, w| {
            outputs(d, w, |l, m| l + 1 < m)
        }),
        ("only the output of the same index counts: a hidden neuron acts on every output", |d, w| {
            let g = right(d, w);
            Array2::from_shape_fn(g.dim(), |(j, i)| if i < w.nrows() { d[[j, i]] * w[[i, i + 1]] } else { 0.0 })
        }),
        ("the first row stays 0: indices start at 0", |d, w| kept(&right(d, w), |j, _, _, _| j > 0)),
        ("the last row stays 0: `0..n` runs up to n − 1, which is the last index", |d, w| {
            kept(&right(d, w), |j, _, n, _| j + 1 < n)
        }),
        ("only the first row is there: does a `return` or `break` end the loop over the samples?", |d, w| {
            kept(&right(d, w), |j, _, _, _| j == 0)
        }),
        ("only the last row is there: is the array made anew in the loop?", |d, w| {
            kept(&right(d, w), |j, _, n, _| j + 1 == n)
        }),
        ("the first column stays 0: hidden neuron i has column i here, and column i + 1 in W₂", |d, w| {
            kept(&right(d, w), |_, i, _, _| i > 0)
        }),
        ("the last column stays 0: `0..d` runs up to d − 1, which is the last index", |d, w| {
            kept(&right(d, w), |_, i, _, c| i + 1 < c)
        }),
        ("only the first column is there: does a `return` or `break` end the loop over the hidden neurons?", |d, w| {
            kept(&right(d, w), |_, i, _, _| i == 0)
        }),
        ("every row is that of the first sample: index the row of Δ₂, `delta2[[j, l]]`", |d, w| {
            let g = right(d, w);
            Array2::from_shape_fn(g.dim(), |(_, i)| g[[0, i]])
        }),
        ("the samples are added up: each sample keeps a row of its own", |d, w| {
            let sum = right(d, w).sum_axis(Axis(0));
            Array2::from_shape_fn((d.nrows(), sum.len()), |(_, i)| sum[i])
        }),
        ("the samples are added up: each sample keeps a row of its own", |d, w| {
            right(d, w).sum_axis(Axis(0)).insert_axis(Axis(0))
        }),
        ("slopes and weights are added up first and then multiplied: multiply output by output", |d, w| {
            let g = right(d, w);
            Array2::from_shape_fn(g.dim(), |(j, i)| d.row(j).sum() * w.column(i + 1).sum())
        }),
        ("slope and weight are added: multiply them", |d, w| {
            let g = right(d, w);
            Array2::from_shape_fn(g.dim(), |(j, i)| d.row(j).sum() + w.column(i + 1).sum())
        }),
        ("the bias is added to each slope: column 0 sends nothing back", |d, w| {
            right(d, w) + d.dot(&w.column(0)).insert_axis(Axis(1))
        }),
        ("the sign is the other way round: the weights carry the slopes back as they are", |d, w| -right(d, w)),
        (SIGN_LOST, |d, w| right(d, w).mapv(f64::abs)),
        (SIGN_LOST, |d, w| right(&d.mapv(f64::abs), w)),
        (SIGN_LOST, |d, w| right(d, &w.mapv(f64::abs))),
        (NEGATIVE_NUMBERS, |d, w| right(d, w).mapv(|v| v.max(0.0))),
        (NEGATIVE_NUMBERS, |d, w| right(&d.mapv(|v| v.max(0.0)), w)),
        (NEGATIVE_NUMBERS, |d, w| right(d, &w.mapv(|v| v.max(0.0)))),
        ("a factor 2 too much: it is in `delta2` already where it belongs", |d, w| 2.0 * right(d, w)),
        ("half of it: nothing is divided here", |d, w| 0.5 * right(d, w)),
        ("the weights are squared: multiply each slope by the weight once", |d, w| right(d, &w.mapv(|v| v * v))),
        (
            "the derivative of tanh is multiplied in: it belongs to task 8, and is taken at the hidden activations",
            |d, w| right(d, w).mapv(|v| 1.0 - v * v),
        ),
        ("the result goes through tanh: the weights carry the slopes back as they are", |d, w| {
            right(d, w).mapv(f64::tanh)
        }),
        ("multiplied by n: `delta2` holds the 1/n, and it stays in", |d, w| right(d, w) * d.nrows() as f64),
        (
            "everything stands one column too far to the right, behind a column of zeros: hidden neuron i has column i here",
            |d, w| {
                let g = right(d, w);
                Array2::from_shape_fn(g.dim(), |(j, i)| if i == 0 { 0.0 } else { g[[j, i - 1]] })
            },
        ),
        ("the weights go through tanh: they carry the slopes back as they are", |d, w| right(d, &w.mapv(f64::tanh))),
        ("the sum is not reset: it begins at 0 for every hidden activation", |d, w| {
            let mut sum = 0.0;
            right(d, w).mapv(|g| {
                sum += g;
                sum
            })
        }),
        ("all slopes are 0: is each written into the array that is returned, with `+=`?", |d, w| {
            Array2::zeros((d.nrows(), w.ncols() - 1))
        }),
        ("the loop ends at a slope that is 0: it adds nothing, and the next outputs still count", |d, w| {
            let mut d = d.clone();
            for mut row in d.rows_mut() {
                if let Some(end) = row.iter().position(|&v| v == 0.0) {
                    row.slice_mut(s![end..]).fill(0.0);
                }
            }
            right(&d, w)
        }),
        ("shapes that do not fit are cut to the smaller one: keep the `assert_eq!` of the stub", |d, w| {
            let m = d.ncols().min(w.nrows());
            right(&d.slice(s![.., ..m]).to_owned(), &w.slice(s![..m, ..]).to_owned())
        }),
        ("a single column or row is repeated to fit: keep the `assert_eq!` of the stub", |d, w| {
            let m = d.ncols().max(w.nrows());
            right(&d.broadcast((d.nrows(), m)).unwrap().to_owned(), &w.broadcast((m, w.ncols())).unwrap().to_owned())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1067);
        let mut inputs = vec![
            (array![[2.0], [-1.0], [0.5]], array![[7.0, 3.0, 0.5]]),
            (array![[0.0, 2.0], [1.5, 0.0], [-1.0, 3.0]], array![[4.0, 1.5, -2.5, 0.5], [-1.0, 3.0, 2.0, 6.0]]),
            (array![[0.6, 0.0, -0.2]], random.matrix(3, 3)),
        ];
        for (n, m, d) in
            [(5, 2, 3), (2, 4, 2), (1, 3, 2), (3, 3, 3), (4, 3, 2), (2, 2, 3), (4, 4, 1), (6, 1, 3), (5, 3, 3)]
        {
            inputs.push((random.matrix(n, m), random.matrix(m, d + 1)));
        }
        // Column by column in memory.
        let (delta2, w2) = inputs[3].clone();
        inputs.push((random.matrix(2, 5).reversed_axes(), w2.clone()));
        inputs.push((delta2.slice(s![.., ..1]).to_owned(), w2.clone()));
        inputs.push((random.matrix(4, 3), w2.clone()));
        inputs.push((delta2.clone(), random.matrix(3, 4)));
        inputs.push((delta2, w2.slice(s![..1, ..]).to_owned()));
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(delta2, w2)| (size * delta2, w2.clone())).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |gradient, (delta2, w2)| gradient(delta2, w2).into(),
    properties: &[
        ("the slopes are very large", |(d, _)| d.iter().any(|v| v.abs() > 1e10)),
        ("the slopes are very small", |(d, _)| !d.is_empty() && d.iter().all(|v| v.abs() < 1e-10)),
        ("delta2 does not have as many columns as w2 has rows", |(d, w)| d.ncols() != w.nrows()),
        ("there is more than one sample", |(d, _)| d.nrows() > 1),
        ("there is more than one output", |(d, _)| d.ncols() > 1),
        ("there are more than two outputs", |(d, _)| d.ncols() > 2),
        ("there is more than one hidden neuron", |(_, w)| w.ncols() > 2),
        ("a slope is 0", |(d, _)| d.iter().any(|&v| v == 0.0)),
        ("delta2 is square", |(d, _)| d.is_square()),
        ("W2 is square", |(_, w)| w.is_square()),
        ("W2 is square without its column 0", |(_, w)| w.nrows() + 1 == w.ncols()),
        ("there are more outputs than samples", |(d, _)| d.ncols() > d.nrows()),
        ("there are more samples than outputs", |(d, _)| d.ncols() < d.nrows()),
        ("there are more outputs than hidden neurons", |(_, w)| w.nrows() + 1 > w.ncols()),
    ],
};

const SQUARE_MATRIX: &str =
    "for a square matrix another product is taken: Δ₂ W₂ without column 0 is the same for all shapes";
const SIGN_LOST: &str = "the sign is lost: slopes and weights can be negative";
const NEGATIVE_NUMBERS: &str = "negative numbers are cut off at 0: slopes and weights can be negative";

fn right(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    let outputs = 0..w2.nrows();
    assert_eq!(delta2.ncols(), w2.nrows());
    Array2::from_shape_fn((delta2.nrows(), w2.ncols() - 1), |(j, i)| {
        outputs.clone().map(|l| delta2[[j, l]] * w2[[l, i + 1]]).sum()
    })
}

/// The sum over the outputs that are kept, by index and number.
fn outputs(delta2: &Array2<f64>, w2: &Array2<f64>, keeps: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    let m = w2.nrows();
    right(&Array2::from_shape_fn(delta2.dim(), |(j, l)| if keeps(l, m) { delta2[[j, l]] } else { 0.0 }), w2)
}

/// Zeros but for the entries that are kept, by row, column, and the numbers of them.
fn kept(a: &Array2<f64>, keeps: impl Fn(usize, usize, usize, usize) -> bool) -> Array2<f64> {
    let (n, columns) = a.dim();
    Array2::from_shape_fn(a.dim(), |(j, i)| if keeps(j, i, n, columns) { a[[j, i]] } else { 0.0 })
}
