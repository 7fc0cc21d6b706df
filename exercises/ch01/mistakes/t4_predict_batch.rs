//! Spoilers: wrong ways to write `predict_batch`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, ArrayView1, Axis, array, s};

pub type PredictBatch = fn(&Array2<f64>, &Array1<f64>) -> Array1<f64>;
type Inputs = (Array2<f64>, Array1<f64>);

pub static PREDICT_BATCH: Diagnosis<PredictBatch, PredictBatch, Inputs> = Diagnosis {
    function: "predict_batch",
    slot: |f| f,
    right,
    mistakes: &[
        ("this is Xᵀw: samples stand in rows, so the product is Xw, with x first and without a transpose", |x, w| {
            x.t().dot(w)
        }),
        (
            "the loop runs one step too far: the last index is the number minus 1, so write `0..n` and not `0..=n`",
            |x, w| (0..=x.nrows()).map(|j| products(x.row(j), w).sum()).collect(),
        ),
        ("this is Xᵀw: samples stand in rows, so sample j is row j, `x[[j, i]]`", |x, w| {
            entries(x, |j| (0..w.len()).map(|i| x[[i, j]] * w[i]).sum())
        }),
        ("the result has an entry for each feature: it has one for each sample, `x.nrows()`", |x, w| {
            let mut y_hat = Array1::zeros(x.ncols());
            for (j, row) in x.rows().into_iter().enumerate() {
                y_hat[j] = products(row, w).sum();
            }
            y_hat
        }),
        ("a square batch is multiplied as Xᵀw: samples stand in rows there too", |x, w| {
            if x.is_square() { x.t().dot(w) } else { x.dot(w) }
        }),
        ("the first feature is left out: indices start at 0", |x, w| rows(x, |row| products(row, w).skip(1).sum())),
        ("the last feature is left out: `0..k` runs up to k − 1, which is the last index", |x, w| {
            rows(x, |row| products(row, w).take(w.len().saturating_sub(1)).sum())
        }),
        ("the first sample is left out: indices start at 0", |x, w| {
            entries(x, |j| if j == 0 { 0.0 } else { right(x, w)[j] })
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |x, w| {
            entries(x, |j| if j + 1 == x.nrows() { 0.0 } else { right(x, w)[j] })
        }),
        ("the first sample is gone: return one prediction for each row", |x, w| {
            right(x, w).into_iter().skip(1).collect()
        }),
        ("the last sample is gone: return one prediction for each row", |x, w| {
            right(x, w).into_iter().take(x.nrows() - 1).collect()
        }),
        ("only the first sample has a prediction: does a `return` inside the loop end it?", |x, w| {
            entries(x, |j| if j == 0 { right(x, w)[0] } else { 0.0 })
        }),
        ("only the first sample has a prediction: return one for each row", |x, w| array![right(x, w)[0]]),
        ("only the last sample has a prediction: return one for each row", |x, w| {
            entries(x, |j| if j + 1 == x.nrows() { right(x, w)[j] } else { 0.0 })
        }),
        ("only the last product of each row is kept: `+=` adds to the sum, `=` overwrites it", |x, w| {
            rows(x, |row| products(row, w).last().unwrap_or(0.0))
        }),
        ("only the first product of each row is there: the sum runs over all features", |x, w| {
            rows(x, |row| products(row, w).next().unwrap_or(0.0))
        }),
        ("the sum goes on from row to row: it must start at 0 again for each sample", |x, w| {
            let mut sum = 0.0;
            rows(x, |row| {
                sum += products(row, w).sum::<f64>();
                sum
            })
        }),
        ("every entry is the sum of all predictions: keep the sums of the rows apart", |x, w| {
            entries(x, |_| right(x, w).sum())
        }),
        ("every entry is the mean of the predictions: return one prediction for each row", |x, w| {
            entries(x, |_| right(x, w).sum() / x.nrows() as f64)
        }),
        ("every entry is the prediction for the first sample: row j gives entry j", |x, w| {
            entries(x, |_| right(x, w)[0])
        }),
        ("every entry is the prediction for the last sample: row j gives entry j", |x, w| {
            entries(x, |_| right(x, w)[x.nrows() - 1])
        }),
        ("features are added without their weights: multiply each by its weight", |x, _| x.sum_axis(Axis(1))),
        ("each entry is the sum of the weights: multiply each weight by its feature", |x, w| entries(x, |_| w.sum())),
        ("each weight is added to its feature: multiply them", |x, w| rows(x, |row| row.sum() + w.sum())),
        ("every weight meets every feature: only those with the same index belong together", |x, w| {
            rows(x, |row| row.sum() * w.sum())
        }),
        ("every feature is multiplied by the first weight: weight i belongs to column i", |x, w| {
            rows(x, |row| row.sum() * w[0])
        }),
        ("the weight is taken by the row, not by the column: weight i belongs to column i", |x, w| {
            entries(x, |j| x.row(j).sum() * w[j])
        }),
        ("the products are multiplied together: add them up", |x, w| rows(x, |row| products(row, w).product())),
        ("the sums run down the columns: add along each row, `Axis(1)`, or write `x.dot(w)`", |x, w| {
            (x * w).sum_axis(Axis(0))
        }),
        ("w[0] is added once more, as a bias: it has been multiplied by column 0, and that is all", |x, w| {
            right(x, w) + w[0]
        }),
        ("w[0] is added as it is, as if column 0 were 1: every weight is multiplied by its feature", |x, w| {
            rows(x, |row| w[0] + products(row, w).skip(1).sum::<f64>())
        }),
        (
            "1 is added to each prediction: does the sum start at 1? The constant feature is a column of x already, where there is one",
            |x, w| right(x, w) + 1.0,
        ),
        ("the predictions are divided by n: each is the sum of its own row", |x, w| right(x, w) / x.nrows() as f64),
        ("the predictions are divided by k: each is a sum, not a mean", |x, w| right(x, w) / x.ncols() as f64),
        ("the predictions are divided by their sum: return them as they are", |x, w| {
            let y_hat = right(x, w);
            &y_hat / y_hat.sum()
        }),
        ("small predictions are taken for 0: return them as they are", |x, w| {
            right(x, w).mapv(|v| if v.abs() < 1e-6 { 0.0 } else { v })
        }),
        ("the features beyond the number of samples are left out: the sum runs over all `x.ncols()`", |x, w| {
            let n = x.nrows();
            rows(x, |row| products(row, w).take(n).sum())
        }),
        ("the samples beyond the number of features are left out: the loop runs over all `x.nrows()`", |x, w| {
            entries(x, |j| if j < x.ncols() { right(x, w)[j] } else { 0.0 })
        }),
        ("the sign is the other way round: return the product as it is", |x, w| -right(x, w)),
        ("the predictions are doubled: each product counts once", |x, w| 2.0 * right(x, w)),
        ("the predictions are squared: return them as they are", |x, w| right(x, w).pow2()),
        ("predictions below 0 are cut off at 0: they may be negative", |x, w| right(x, w).mapv(|v| v.max(0.0))),
        ("the signs of the predictions are lost: they may be negative", |x, w| right(x, w).abs()),
        ("the predictions went through a sigmoid: a linear model returns the sums as they are", |x, w| {
            right(x, w).mapv(|v| 1.0 / (1.0 + (-v).exp()))
        }),
        ("the predictions are kept between −1 and 1: they may have any size", |x, w| {
            right(x, w).mapv(|v| v.clamp(-1.0, 1.0))
        }),
        ("the signs of the products are lost: a negative product takes away from the sum", |x, w| {
            rows(x, |row| products(row, w).map(f64::abs).sum())
        }),
        ("negative products are left out: they are taken away from the sum", |x, w| {
            rows(x, |row| products(row, w).filter(|&product| product > 0.0).sum())
        }),
        ("the sum of a row ends at a product that is 0: the products behind it count too", |x, w| {
            rows(x, |row| products(row, w).take_while(|&product| product != 0.0).sum())
        }),
        ("the sum of a row ends at a feature that is 0: the features behind it count too", |x, w| {
            rows(x, |row| row.iter().zip(w).take_while(|&(&x, _)| x != 0.0).map(|(x, w)| x * w).sum())
        }),
        ("a feature of 0 makes the whole prediction 0: only its own product is 0", |x, w| {
            rows(x, |row| if row.iter().any(|&x| x == 0.0) { 0.0 } else { products(row, w).sum() })
        }),
        ("the loop over the samples ends at a prediction of 0: the samples behind it have predictions too", |x, w| {
            let end = right(x, w).iter().position(|&v| v == 0.0).unwrap_or(x.nrows());
            entries(x, |j| if j < end { right(x, w)[j] } else { 0.0 })
        }),
        (
            "the loop over the samples ends at a negative prediction: the samples behind it have predictions too",
            |x, w| {
                let end = right(x, w).iter().position(|&v| v < 0.0).unwrap_or(x.nrows());
                entries(x, |j| if j < end { right(x, w)[j] } else { 0.0 })
            },
        ),
        (
            "the loop over the samples ends behind a negative prediction: the next samples have predictions too",
            |x, w| {
                let end = right(x, w).iter().position(|&v| v < 0.0).unwrap_or(x.nrows());
                entries(x, |j| if j <= end { right(x, w)[j] } else { 0.0 })
            },
        ),
        ("the last sum is written into the first entry: write each sum into its own, inside the loop", |x, w| {
            entries(x, |j| if j == 0 { right(x, w)[x.nrows() - 1] } else { 0.0 })
        }),
        ("all predictions are 0: write each sum into its entry of the result", |x, _| Array1::zeros(x.nrows())),
        ("all predictions are 1: write each sum into its entry of the result", |x, _| Array1::ones(x.nrows())),
        ("the weights are read backwards: weight i belongs to column i", |x, w| {
            rows(x, |row| row.iter().zip(w.iter().rev()).map(|(x, w)| x * w).sum())
        }),
        ("the predictions stand in reverse order: row j gives entry j", |x, w| right(x, w).slice(s![..;-1]).to_owned()),
        ("entries are taken as they lie in memory, which is not always row by row: write `x[[j, i]]`", |x, w| {
            let all = x.as_slice_memory_order().unwrap_or_default();
            entries(x, |j| (0..w.len()).map(|i| all[j * w.len() + i] * w[i]).sum())
        }),
        ("the digits of the predictions after the point are lost: keep them as `f64`", |x, w| {
            right(x, w).mapv(f64::trunc)
        }),
        ("the digits of the products after the point are lost: keep them as `f64`", |x, w| {
            rows(x, |row| products(row, w).map(f64::trunc).sum())
        }),
        ("the predictions are rounded: return all of their digits", |x, w| right(x, w).mapv(f64::round)),
        ("the predictions are rounded: return all of their digits", |x, w| {
            right(x, w).mapv(|v| (100.0 * v).round() / 100.0)
        }),
        ("the features are squared: multiply each by its weight, once", |x, w| {
            rows(x, |row| row.iter().zip(w).map(|(x, w)| x * x * w).sum())
        }),
        ("the loop over the features runs to n, not to k: columns are counted by `x.ncols()`", |x, w| {
            entries(x, |j| (0..x.nrows()).map(|i| x[[j, i]] * w[i]).sum())
        }),
        ("there is one entry for each feature, and the loop over the samples runs to k: samples are rows", |x, w| {
            (0..x.ncols()).map(|j| products(x.row(j), w).sum()).collect()
        }),
        ("a single weight is stretched over all columns, as `*` does: keep the `assert_eq!` of the stub", |x, w| {
            (x * w).sum_axis(Axis(1))
        }),
        ("columns without a weight are passed over: keep the `assert_eq!` of the stub", |x, w| {
            entries(x, |j| (0..w.len()).map(|i| x[[j, i]] * w[i]).sum())
        }),
        ("weights without a column are passed over: keep the `assert_eq!` of the stub", |x, w| {
            entries(x, |j| (0..x.ncols()).map(|i| x[[j, i]] * w[i]).sum())
        }),
        ("columns and weights are cut to the smaller number: keep the `assert_eq!` of the stub", |x, w| {
            rows(x, |row| products(row, w).sum())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1014);
        let mut inputs = vec![
            (array![[1.0, 2.0], [1.0, 4.0], [1.0, 6.0]], array![10.0, 0.5]),
            (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, 10.0]),
            (array![[3.0, -2.0, 0.5]], array![2.0, 4.0, -1.5]),
            (array![[4.0], [-2.5], [1.5]], array![-3.0]),
            (array![[0.0, 2.0, 3.0], [5.0, 0.0, 1.5], [2.5, 6.0, -4.0]], array![0.5, -2.0, 3.0]),
            (array![[1.5, 3.0], [0.0, 0.0], [4.0, -2.0], [2.0, 7.0]], array![-1.0, 2.5]),
            (array![[2.0, 1.0, 5.0], [3.0, 6.0, 2.5]], array![4.0, 0.0, -1.0]),
            (array![[2e-9, 3e-9], [1e-9, -4e-9], [5e-9, 0.5e-9]], array![1.5, 2.0]),
            (array![[250.0, 3.0], [1.5, -400.0]], array![2.0, 6.0]),
            (array![[2.0, 1.0], [3.0, 6.0]], array![4.0]),
            (array![[2.0, 1.0], [3.0, 6.0]], array![4.0, 2.0, 1.0]),
            (array![[2.0], [3.0]], array![4.0, 2.0]),
            (array![[2.0, 1.0, 3.0]], array![4.0, 2.0]),
        ];
        let sizes = [(4, 4), (2, 5), (6, 2), (5, 3)];
        inputs.extend(sizes.map(|(n, k)| (3.0 * random.matrix(n, k), 3.0 * random.vector(k))));
        inputs.extend(sizes.map(|(n, k)| (3.0 * random.matrix(k, n).t().to_owned(), 3.0 * random.vector(k))));
        inputs
    },
    call: |predict_batch, (x, w)| predict_batch(x, w).into(),
    properties: &[
        ("x is square", |(x, _)| x.is_square()),
        ("a feature is 0", |(x, _)| x.iter().any(|&v| v == 0.0)),
        ("a product is 0", |(x, w)| x.rows().into_iter().any(|row| products(row, w).any(|product| product == 0.0))),
        ("a feature is negative", |(x, _)| x.iter().any(|&v| v < 0.0)),
        ("a weight is negative", |(_, w)| w.iter().any(|&v| v < 0.0)),
        ("a number is negative", |(x, w)| x.iter().chain(w).any(|&v| v < 0.0)),
        ("a prediction is negative", |(x, w)| x.rows().into_iter().any(|row| products(row, w).sum::<f64>() < 0.0)),
        ("there is more than one sample", |(x, _)| x.nrows() > 1),
        ("there is more than one feature", |(x, _)| x.ncols() > 1),
        ("there are more than two samples", |(x, _)| x.nrows() > 2),
        ("there are more than two features", |(x, _)| x.ncols() > 2),
        ("there are more samples than features", |(x, _)| x.nrows() > x.ncols()),
        ("there are fewer samples than features", |(x, _)| x.nrows() < x.ncols()),
        ("x lies in memory column by column, as a transposed array does", |(x, _)| !x.is_standard_layout()),
        ("there are more than three samples", |(x, _)| x.nrows() > 3),
        ("all numbers are whole", |(x, w)| x.iter().chain(w).all(|v| v.fract() == 0.0)),
        ("there are more columns than weights", |(x, w)| x.ncols() > w.len()),
    ],
};

fn right(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    assert_eq!(x.ncols(), w.len());
    rows(x, |row| products(row, w).sum())
}

fn products<'a>(row: ArrayView1<'a, f64>, w: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    row.into_iter().zip(w).map(|(x, w)| x * w)
}

/// One entry for each row, made from the row.
fn rows(x: &Array2<f64>, entry: impl FnMut(ArrayView1<f64>) -> f64) -> Array1<f64> {
    x.rows().into_iter().map(entry).collect()
}

/// One entry for each row, made from its index.
fn entries(x: &Array2<f64>, entry: impl Fn(usize) -> f64) -> Array1<f64> {
    (0..x.nrows()).map(entry).collect()
}
