//! Spoilers: wrong ways to write `least_squares`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array, concatenate, s};

pub type LeastSquares = fn(&Array2<f64>, &Array1<f64>) -> Array1<f64>;

/// A batch and its answers, and whether they have a fit.
pub struct Inputs {
    x: Array2<f64>,
    y: Array1<f64>,
    fits: bool,
}

pub static LEAST_SQUARES: Diagnosis<LeastSquares, LeastSquares, Inputs> = Diagnosis {
    function: "least_squares",
    slot: |f| f,
    right: fit,
    mistakes: &[
        ("this is Xᵀy: the equations XᵀX w = Xᵀy still have to be solved for w", |x, y| x.t().dot(y)),
        ("XᵀX is multiplied by Xᵀy: hand both to `solve`, which finds the w with XᵀX w = Xᵀy", |x, y| {
            gram(x).dot(&x.t().dot(y))
        }),
        (
            "each weight is fitted alone, as if there were no other: solve XᵀX w = Xᵀy for all of them at once",
            |x, y| x.columns().into_iter().map(|column| column.dot(y) / column.dot(&column)).collect(),
        ),
        ("x was regressed on y: the answers are to be predicted from the features, not the other way round", |x, y| {
            x.t().dot(y) / y.dot(y)
        }),
        ("x was regressed on y and the slope turned over: least squares is not symmetric", |x, y| {
            y.dot(y) / x.t().dot(y)
        }),
        ("the weights stand in reverse order: weight i belongs to column i, so the intercept comes first", |x, y| {
            fit(x, y).slice(s![..;-1]).to_owned()
        }),
        ("the equations Xw = y are solved as they are: multiply both sides by Xᵀ first, XᵀX w = Xᵀy", solve),
        ("the matrix is XXᵀ: it is XᵀX, with the transpose first", |x, y| solve(&x.dot(&x.t()), &x.t().dot(y))),
        ("the matrix is XXᵀ and the right side y: the equations are XᵀX w = Xᵀy", |x, y| {
            solve(&x.dot(&x.t()), y)
        }),
        ("the right side is y: it is Xᵀy, with an entry for each weight", |x, y| solve(&gram(x), y)),
        ("the right side is Xy: it is Xᵀy, with the transpose", |x, y| solve(&gram(x), &x.dot(y))),
        ("the matrix is X: it is XᵀX, with an entry for each pair of weights", |x, y| solve(x, &x.t().dot(y))),
        ("2/n stands on the left side only: XᵀX w = Xᵀy needs it on neither", |x, y| fit(x, y) * n(y) / 2.0),
        ("2/n stands on the right side only: XᵀX w = Xᵀy needs it on neither", |x, y| fit(x, y) * 2.0 / n(y)),
        ("1/n stands on the left side only: XᵀX w = Xᵀy needs it on neither", |x, y| fit(x, y) * n(y)),
        ("1/n stands on the right side only: XᵀX w = Xᵀy needs it on neither", |x, y| fit(x, y) / n(y)),
        ("a factor 2 stands on the left side only: XᵀX w = Xᵀy needs none", |x, y| fit(x, y) / 2.0),
        ("a factor 2 stands on the right side only: XᵀX w = Xᵀy needs none", |x, y| fit(x, y) * 2.0),
        ("the weights are divided by k: return what `solve` returns", |x, y| fit(x, y) / x.ncols() as f64),
        ("the sign is the other way round: the right side is Xᵀy, without a minus", |x, y| -fit(x, y)),
        ("only as many samples as weights are used: the fit takes in all rows of x", |x, y| {
            let k = x.ncols();
            fit(&x.slice(s![..k, ..]).to_owned(), &y.slice(s![..k]).to_owned())
        }),
        ("the last sample is left out: the fit takes in all rows of x", |x, y| {
            fit(&x.slice(s![..-1, ..]).to_owned(), &y.slice(s![..-1]).to_owned())
        }),
        ("the first sample is left out: indices start at 0", |x, y| {
            fit(&x.slice(s![1.., ..]).to_owned(), &y.slice(s![1..]).to_owned())
        }),
        ("Xᵀy lacks the last sample: add up over all rows of x", |x, y| {
            solve(&gram(x), &x.slice(s![..-1, ..]).t().dot(&y.slice(s![..-1])))
        }),
        ("Xᵀy lacks the first sample: indices start at 0", |x, y| {
            solve(&gram(x), &x.slice(s![1.., ..]).t().dot(&y.slice(s![1..])))
        }),
        ("Xᵀy is that of the last sample only: `+=` adds, `=` overwrites", |x, y| {
            solve(&gram(x), &(&x.row(y.len() - 1) * y[y.len() - 1]))
        }),
        ("Xᵀy is that of the first sample only: add up over all rows of x", |x, y| {
            solve(&gram(x), &(&x.row(0) * y[0]))
        }),
        ("XᵀX is that of the last sample only: `+=` adds, `=` overwrites", |x, y| {
            solve(&gram(&x.slice(s![-1.., ..]).to_owned()), &x.t().dot(y))
        }),
        ("XᵀX is filled only on and above its diagonal: it is symmetric, with entries on both sides", |x, y| {
            solve(&part(&gram(x), |row, column| row <= column), &x.t().dot(y))
        }),
        ("XᵀX is filled only on and below its diagonal: it is symmetric, with entries on both sides", |x, y| {
            solve(&part(&gram(x), |row, column| row >= column), &x.t().dot(y))
        }),
        ("the mean of the answers is taken away first: fit them as they are", |x, y| fit(x, &(y - mean(y)))),
        (
            "the fit has a bias of its own, which is not returned: take no means away, and add no column of ones",
            |x, y| {
                let centred = Array2::from_shape_fn(x.dim(), |(j, i)| x[[j, i]] - mean(&x.column(i).to_owned()));
                fit(&centred, y)
            },
        ),
        (
            "each weight is a covariance over a variance, as in a line with one feature: solve XᵀX w = Xᵀy",
            |x, y| {
                x.columns()
                    .into_iter()
                    .map(|column| {
                        let from_mean = &column - mean(&column.to_owned());
                        from_mean.dot(y) / from_mean.dot(&from_mean)
                    })
                    .collect()
            },
        ),
        (
            "these are the formulas of a line with one feature: solve XᵀX w = Xᵀy for any number of columns",
            |x, y| {
                let last = x.column(x.ncols() - 1).to_owned();
                let from_mean = &last - mean(&last);
                let slope = from_mean.dot(y) / from_mean.dot(&from_mean);
                array![mean(y) - slope * mean(&last), slope]
            },
        ),
        ("the first weight is replaced by the mean of the answers: return what `solve` returns", |x, y| {
            with(&fit(x, y), |i, _, w| if i == 0 { mean(y) } else { w })
        }),
        ("each weight is the mean of y over the mean of its feature: solve XᵀX w = Xᵀy", |x, y| {
            x.columns().into_iter().map(|column| y.sum() / column.sum()).collect()
        }),
        ("something is added to the diagonal of XᵀX: solve the equations as they are", |x, y| {
            solve(&(gram(x) + Array2::<f64>::eye(x.ncols())), &x.t().dot(y))
        }),
        ("something is added to the diagonal of XᵀX: solve the equations as they are", |x, y| {
            solve(&(gram(x) + Array2::<f64>::eye(x.ncols()) * 0.1), &x.t().dot(y))
        }),
        ("something small is added to the diagonal of XᵀX: solve the equations as they are", |x, y| {
            solve(&(gram(x) + Array2::<f64>::eye(x.ncols()) * 1e-6), &x.t().dot(y))
        }),
        ("column 0 is overwritten with ones: keep x as it is, whether it has a bias or not", |x, y| {
            let mut x = x.clone();
            x.column_mut(0).fill(1.0);
            fit(&x, y)
        }),
        ("a column of ones is added: x has one already, where a bias is wanted", |x, y| {
            fit(&concatenate![Axis(1), Array2::ones((x.nrows(), 1)), *x], y)
        }),
        ("negative weights are cut off at 0: a weight may be negative", |x, y| fit(x, y).mapv(|w| w.max(0.0))),
        ("the signs of the weights are lost: a weight may be negative", |x, y| fit(x, y).abs()),
        ("the weights are kept between −1 and 1: they may have any size", |x, y| {
            fit(x, y).mapv(|w| w.clamp(-1.0, 1.0))
        }),
        ("small weights are taken for 0: return what `solve` returns", |x, y| {
            fit(x, y).mapv(|w| if w.abs() < 1e-6 { 0.0 } else { w })
        }),
        ("the weights are divided by their sum: return what `solve` returns", |x, y| {
            let w = fit(x, y);
            &w / w.sum()
        }),
        ("the weights are scaled to length 1: return what `solve` returns", |x, y| {
            let w = fit(x, y);
            &w / w.dot(&w).sqrt()
        }),
        ("all weights are 0: return what `solve` returns", |x, _| Array1::zeros(x.ncols())),
        ("all weights are 1: return what `solve` returns", |x, _| Array1::ones(x.ncols())),
        ("the first weight is missing: return what `solve` returns, all of it", |x, y| {
            with(&fit(x, y), |i, _, w| if i == 0 { 0.0 } else { w })
        }),
        ("the last weight is missing: return what `solve` returns, all of it", |x, y| {
            with(&fit(x, y), |i, k, w| if i + 1 == k { 0.0 } else { w })
        }),
        ("the last weight is gone: there is one for each column of x", |x, y| fit(x, y).slice(s![..-1]).to_owned()),
        ("the first weight is gone: there is one for each column of x", |x, y| fit(x, y).slice(s![1..]).to_owned()),
        ("these are the predictions Xw: return the weights", |x, y| x.dot(&fit(x, y))),
        ("these are the residuals y − Xw: return the weights", |x, y| y - &x.dot(&fit(x, y))),
        ("this is one step of gradient descent from 0, not the end of it: solve XᵀX w = Xᵀy", |x, y| {
            x.t().dot(y) * 2.0 / n(y)
        }),
        ("gradient descent has not arrived: the closed form needs no steps, solve XᵀX w = Xᵀy", |x, y| {
            descend(x, y, 0.1, 100)
        }),
        ("gradient descent has not arrived: the closed form needs no steps, solve XᵀX w = Xᵀy", |x, y| {
            descend(x, y, 0.01, 100)
        }),
        ("the signs of the answers are lost: fit them as they are", |x, y| fit(x, &y.abs())),
        ("the signs of the features are lost: fit them as they are", |x, y| fit(&x.abs(), y)),
        ("an answer of 0 is left out: it is a sample like any other", |x, y| {
            let kept: Vec<usize> = (0..y.len()).filter(|&j| y[j] != 0.0).collect();
            fit(&x.select(Axis(0), &kept), &y.select(Axis(0), &kept))
        }),
        ("the answers are read backwards: answer j belongs to row j", |x, y| fit(x, &y.slice(s![..;-1]).to_owned())),
        ("entries are taken as they lie in memory, which is not always row by row: write `x[[j, i]]`", |x, y| {
            let entries = x.as_slice_memory_order().unwrap_or_default();
            fit(&Array2::from_shape_fn(x.dim(), |(j, i)| entries[j * x.ncols() + i]), y)
        }),
        ("the digits of the weights after the point are lost: keep them as `f64`", |x, y| fit(x, y).mapv(f64::trunc)),
        (WEIGHTS_ROUNDED, |x, y| fit(x, y).mapv(f64::round)),
        (WEIGHTS_ROUNDED, |x, y| fit(x, y).mapv(|w| (100.0 * w).round() / 100.0)),
        (WEIGHTS_ROUNDED, |x, y| fit(x, y).mapv(|w| (1e4 * w).round() / 1e4)),
        ("columns that depend on each other go unnoticed: `solve` in `given.rs` panics there", |x, y| {
            let dependent = x.column(x.ncols() - 1) == &x.column(0) * 2.0;
            if dependent { Array1::from_elem(x.ncols(), f64::NAN) } else { fit(x, y) }
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1018);
        let line = array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0], [1.0, 4.0]];
        let plane = array![[1.0, 2.0, 0.0], [1.0, -1.0, 3.0], [1.0, 0.5, -2.0], [1.0, 3.0, 1.0], [1.0, 1.0, 1.5]];
        let fitting = |x: Array2<f64>, y: Array1<f64>| Inputs { x, y, fits: true };
        let refused = |x: Array2<f64>, y: Array1<f64>| Inputs { x, y, fits: false };
        let mut inputs = vec![
            fitting(line.clone(), array![1.0, 3.0, 5.0, 9.0]),
            fitting(line, array![4.0, 1.5, 0.0, -3.5]),
            fitting(plane, array![-3.0, 0.0, 2.5, 4.0, 1.0]),
            fitting(array![[2.0], [1.0], [4.0]], array![3.0, 1.0, 7.0]),
            fitting(array![[2.0], [-1.0], [3.0], [0.5]], array![-5.0, 1.5, -4.0, 0.0]),
            fitting(array![[2.0, 1.0], [1.0, 3.0], [4.0, 2.0]], array![3.0, 7.0, 5.5]),
            refused(array![[1.0, 2.0], [3.0, 6.0], [2.0, 4.0]], array![1.0, 3.0, 7.0]),
            refused(array![[1.5, 0.0, 3.0], [2.0, -1.0, 4.0], [0.5, 2.0, 1.0]], array![1.0, 3.0, -2.0]),
        ];
        let sizes = [(3, 3, 2.0), (6, 2, 5.0), (9, 4, 3.0), (5, 3, 1e3), (8, 1, 1.0), (7, 2, 1e-5)];
        inputs.extend(sizes.map(|(n, k, size)| fitting(2.0 * random.matrix(n, k), size * random.vector(n))));
        let columns =
            sizes.map(|(n, k, size)| fitting(2.0 * random.matrix(k, n).t().to_owned(), size * random.vector(n)));
        inputs.extend(columns);
        inputs
    },
    call: |least_squares, Inputs { x, y, .. }| least_squares(x, y).into(),
    properties: &[
        ("there are as many samples as weights", |Inputs { x, .. }| x.is_square()),
        ("there is one weight", |Inputs { x, .. }| x.ncols() == 1),
        ("there are two weights", |Inputs { x, .. }| x.ncols() == 2),
        ("there are more than two weights", |Inputs { x, .. }| x.ncols() > 2),
        ("column 0 of x holds only ones", |Inputs { x, .. }| x.column(0).iter().all(|&v| v == 1.0)),
        ("a weight should be negative", |input| input.fits && fit(&input.x, &input.y).iter().any(|&w| w < 0.0)),
        ("a weight should be positive", |input| input.fits && fit(&input.x, &input.y).iter().any(|&w| w > 0.0)),
        ("an answer is 0", |Inputs { y, .. }| y.iter().any(|&v| v == 0.0)),
        ("an answer is negative", |Inputs { y, .. }| y.iter().any(|&v| v < 0.0)),
        ("a feature is 0", |Inputs { x, .. }| x.iter().any(|&v| v == 0.0)),
        ("a feature is negative", |Inputs { x, .. }| x.iter().any(|&v| v < 0.0)),
        ("x lies in memory column by column, as a transposed array does", |Inputs { x, .. }| !x.is_standard_layout()),
        ("the number of samples is odd", |Inputs { x, .. }| x.nrows() % 2 == 1),
        ("there are more than three samples", |Inputs { x, .. }| x.nrows() > 3),
        ("the answers are small", |Inputs { y, .. }| y.iter().all(|v| v.abs() < 1e-3)),
        ("the answers are large", |Inputs { y, .. }| y.iter().any(|v| v.abs() > 100.0)),
        ("the columns of x depend on each other", |Inputs { fits, .. }| !fits),
    ],
};

const WEIGHTS_ROUNDED: &str = "the weights are rounded: return all of their digits";

/// The `w` with `A w = b`, as `solve` in `given.rs` finds it: by elimination, with the largest pivot. It refuses what
/// that refuses.
fn solve(a: &Array2<f64>, b: &Array1<f64>) -> Array1<f64> {
    let k = b.len();
    assert_eq!(a.dim(), (k, k));
    let (mut a, mut w) = (a.clone(), b.clone());
    let smallest = 1e-12 * a.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
    for i in 0..k {
        let pivot = (i..k).max_by(|&p, &q| a[[p, i]].abs().total_cmp(&a[[q, i]].abs())).unwrap_or(i);
        assert!(a[[pivot, i]].abs() > smallest, "no single solution");
        for column in 0..k {
            a.swap([i, column], [pivot, column]);
        }
        w.swap(i, pivot);
        for row in (0..k).filter(|&row| row != i) {
            let factor = a[[row, i]] / a[[i, i]];
            w[row] -= factor * w[i];
            for column in 0..k {
                a[[row, column]] -= factor * a[[i, column]];
            }
        }
    }
    &w / &a.diag()
}

fn n(y: &Array1<f64>) -> f64 {
    y.len() as f64
}

fn mean(values: &Array1<f64>) -> f64 {
    values.sum() / n(values)
}

/// XᵀX.
fn gram(x: &Array2<f64>) -> Array2<f64> {
    x.t().dot(x)
}

fn fit(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    solve(&gram(x), &x.t().dot(y))
}

/// A matrix with zeros elsewhere.
fn part(matrix: &Array2<f64>, kept: fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn(matrix.dim(), |(row, column)| if kept(row, column) { matrix[[row, column]] } else { 0.0 })
}

/// Some entries changed, by their index, the number of entries, and their value.
fn with(values: &Array1<f64>, entry: impl Fn(usize, usize, f64) -> f64) -> Array1<f64> {
    Array1::from_shape_fn(values.len(), |i| entry(i, values.len(), values[i]))
}

fn descend(x: &Array2<f64>, y: &Array1<f64>, step: f64, steps: usize) -> Array1<f64> {
    (0..steps).fold(Array1::zeros(x.ncols()), |w, _| &w - &(x.t().dot(&(x.dot(&w) - y)) * (2.0 * step / n(y))))
}
