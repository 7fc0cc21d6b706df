//! Spoilers: wrong ways to write `collapse`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array};

pub type Collapse = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
type Inputs = (Array2<f64>, Array2<f64>);

pub static COLLAPSE: Diagnosis<Collapse, Collapse, Inputs> = Diagnosis {
    function: "collapse",
    slot: |f| f,
    right: |w1, w2| {
        assert_eq!(w2.ncols(), w1.nrows());
        product(w2, w1)
    },
    mistakes: &[
        ("a loop runs one step too far: the last index is the length − 1, so write `0..d`, not `0..=d`", |w1, w2| {
            entries(w1, w2, |j, i| (0..=w1.nrows()).map(|l| w2[[j, l]] * w1[[l, i]]).sum())
        }),
        (W_W, |w1, w2| w1.dot(w2)),
        (W_W, |w1, w2| entries(w2, w1, |j, i| (0..w1.ncols()).map(|l| w1[[j, l]] * w2[[l, i]]).sum())),
        (W_W, |w1, w2| entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| w1[[j, l]] * w2[[l, i]]).sum())),
        ("this is the product entry by entry: use `dot`", |w1, w2| w2 * w1),
        ("this is the product entry by entry: use `dot`", |w1, w2| w1 * w2),
        ("this is the product entry by entry: sum over the hidden neurons, or use `dot`", |w1, w2| {
            entries(w1, w2, |j, i| w2[[j, i]] * w1[[j, i]])
        }),
        ("this is the sum of the two: one after the other is a product, use `dot`", |w1, w2| w1 + w2),
        ("this is the difference of the two: one after the other is a product, use `dot`", |w1, w2| w2 - w1),
        ("this is transposed: the product is W2 W1, without transposes", |w1, w2| w1.t().dot(&w2.t())),
        ("both matrices are transposed: the product is W2 W1, without transposes", |w1, w2| w2.t().dot(&w1.t())),
        ("W1 is transposed: the product is W2 W1, without transposes", |w1, w2| w2.dot(&w1.t())),
        ("W1 is transposed: the product is W2 W1, without transposes", |w1, w2| {
            entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| w2[[j, l]] * w1[[i, l]]).sum())
        }),
        ("W2 is transposed: the product is W2 W1, without transposes", |w1, w2| w2.t().dot(w1)),
        ("W2 is transposed: the product is W2 W1, without transposes", |w1, w2| {
            entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| w2[[l, j]] * w1[[l, i]]).sum())
        }),
        ("this is W1 times the transpose of W2: the product is W2 W1, without transposes", |w1, w2| w1.dot(&w2.t())),
        ("this is the transpose of W1 times W2: the product is W2 W1, without transposes", |w1, w2| w1.t().dot(w2)),
        ("this is W1 alone: what W2 does to it is missing, W2 W1", |w1, _| w1.clone()),
        ("this is W2 alone: what it does is done to W1, W2 W1", |_, w2| w2.clone()),
        ("only the last hidden neuron is there: `+=` adds to the entry, `=` overwrites it", |w1, w2| {
            over(w1, w2, |l, d| l + 1 == d)
        }),
        ("only hidden neuron 0 is there: the innermost loop runs over all of them", |w1, w2| {
            over(w1, w2, |l, _| l == 0)
        }),
        ("hidden neuron 0 is left out: the innermost loop starts at index 0", |w1, w2| over(w1, w2, |l, _| l > 0)),
        ("the last hidden neuron is left out: the innermost loop runs over all rows of W1", |w1, w2| {
            over(w1, w2, |l, d| l + 1 < d)
        }),
        ("the sum is not set back to 0 for the next entry: start it inside both loops", |w1, w2| {
            let mut sum = 0.0;
            entries(w1, w2, |j, i| {
                sum += product(w2, w1)[[j, i]];
                sum
            })
        }),
        ("the sum is set back to 0 for the next row only: start it anew for each entry", |w1, w2| {
            entries(w1, w2, |j, i| product(w2, w1).row(j).iter().take(i + 1).sum())
        }),
        ("the last row is left out, it stays 0: the loop runs over all rows of W2", |w1, w2| {
            kept(product(w2, w1), |j, _, m, _| j + 1 < m)
        }),
        ("the first row is left out, it stays 0: rows are counted from 0", |w1, w2| {
            kept(product(w2, w1), |j, _, _, _| j > 0)
        }),
        ("the last column is left out, it stays 0: the loop runs over all columns of W1", |w1, w2| {
            kept(product(w2, w1), |_, i, _, k| i + 1 < k)
        }),
        ("the first column is left out, it stays 0: columns are counted from 0", |w1, w2| {
            kept(product(w2, w1), |_, i, _, _| i > 0)
        }),
        ("only the first row is computed, the others stay 0: does a `return` end the loop?", |w1, w2| {
            kept(product(w2, w1), |j, _, _, _| j == 0)
        }),
        ("only the first entry is computed, the others stay 0: does a `return` end the loop?", |w1, w2| {
            kept(product(w2, w1), |j, i, _, _| j == 0 && i == 0)
        }),
        ("only the diagonal is computed: each row of W2 meets each column of W1", |w1, w2| {
            kept(product(w2, w1), |j, i, _, _| j == i)
        }),
        ("all rows are the first one: row j of the product comes of row j of W2", |w1, w2| {
            product(w2, w1).select(Axis(0), &vec![0; w2.nrows()])
        }),
        ("all entries are 0: write them into the matrix that is returned", |w1, w2| entries(w1, w2, |_, _| 0.0)),
        ("the result has d rows and d columns: it has as many rows as W2, and as many columns as W1", |w1, w2| {
            let d = w1.nrows();
            let mut w = Array2::zeros((d, d));
            for j in 0..w2.nrows() {
                for i in 0..w1.ncols() {
                    w[[j, i]] = product(w2, w1)[[j, i]];
                }
            }
            w
        }),
        ("the sums are divided by d, the number of hidden neurons: a product of matrices takes sums", |w1, w2| {
            product(w2, w1) / w1.nrows() as f64
        }),
        ("all numbers are twice what they should be: is each product added twice?", |w1, w2| 2.0 * product(w2, w1)),
        ("the signs are lost: a negative product takes away from the sum", |w1, w2| {
            product(&w2.mapv(f64::abs), &w1.mapv(f64::abs))
        }),
        ("the signs of the entries are lost: return W2 W1 as it is", |w1, w2| product(w2, w1).mapv(f64::abs)),
        ("negative entries are cut off at 0: there is no activation here", |w1, w2| {
            product(w2, w1).mapv(|v| v.max(0.0))
        }),
        ("negative weights are left out: every entry counts, with its sign", |w1, w2| {
            product(&w2.mapv(|v| v.max(0.0)), &w1.mapv(|v| v.max(0.0)))
        }),
        ("negative products are left out: they are taken away from the sum", |w1, w2| {
            entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| (w2[[j, l]] * w1[[l, i]]).max(0.0)).sum())
        }),
        ("ReLU is applied to W1: there is no activation here, both layers are linear", |w1, w2| {
            product(w2, &w1.mapv(|v| v.max(0.0)))
        }),
        ("the sigmoid is applied to W1: there is no activation here, both layers are linear", |w1, w2| {
            product(w2, &w1.mapv(|v| 1.0 / (1.0 + (-v).exp())))
        }),
        ("the sign is the other way round: the sum starts at 0, and each product is added", |w1, w2| -product(w2, w1)),
        ("each sum starts at 1: start it at 0.0, and the matrix at `zeros`", |w1, w2| product(w2, w1) + 1.0),
        ("weights are added, not multiplied: each term is `w2[[j, l]] * w1[[l, i]]`", |w1, w2| {
            entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| w2[[j, l]] + w1[[l, i]]).sum())
        }),
        ("the sums of W2's rows and W1's columns are multiplied: multiply first, then add up", |w1, w2| {
            entries(w1, w2, |j, i| w2.row(j).sum() * w1.column(i).sum())
        }),
        ("a sum ends at a weight of 0: the hidden neurons behind it count too", |w1, w2| {
            entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| w2[[j, l]] * w1[[l, i]]).take_while(|&v| v != 0.0).sum())
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without a cast", |w1, w2| {
            product(w2, w1).mapv(f64::trunc)
        }),
        ("square matrices are multiplied in the other order: it is W2 W1 for every shape", |w1, w2| {
            if w1.is_square() && w2.is_square() { product(w1, w2) } else { product(w2, w1) }
        }),
        ("the right numbers in the wrong shape: m rows and k columns, and not the other way round", |w1, w2| {
            let w = product(w2, w1);
            Array2::from_shape_vec((w1.ncols(), w2.nrows()), w.iter().copied().collect()).unwrap()
        }),
        ("the columns of W2 are read backwards: its column l belongs to row l of W1", |w1, w2| {
            product(&w2.select(Axis(1), &(0..w2.ncols()).rev().collect::<Vec<_>>()), w1)
        }),
        ("sizes that do not fit are cut to the smaller one: keep the `assert_eq!` of the stub", |w1, w2| {
            let d = w1.nrows().min(w2.ncols());
            entries(w1, w2, |j, i| (0..d).map(|l| w2[[j, l]] * w1[[l, i]]).sum())
        }),
        ("columns of W2 that no row of W1 belongs to are left out: keep the `assert_eq!` of the stub", |w1, w2| {
            entries(w1, w2, |j, i| (0..w1.nrows()).map(|l| w2[[j, l]] * w1[[l, i]]).sum())
        }),
        ("rows of W1 that no column of W2 belongs to are left out: keep the `assert_eq!` of the stub", |w1, w2| {
            entries(w1, w2, |j, i| (0..w2.ncols()).map(|l| w2[[j, l]] * w1[[l, i]]).sum())
        }),
        ("a length of 1 is stretched to any length, as `*` does: keep the `assert_eq!` of the stub", |w1, w2| {
            assert!(w2.ncols() == w1.nrows() || w2.ncols() == 1);
            let columns: Vec<Array1<f64>> = w1.columns().into_iter().map(|w| (w2 * &w).sum_axis(Axis(1))).collect();
            entries(w1, w2, |j, i| columns[i][j])
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1047);
        let (w1, wide) = (array![[1.0, 2.0], [3.0, -1.0]], array![[1.0, 2.0, 0.5], [3.0, -1.0, 1.0]]);
        let mut inputs = vec![
            (w1, array![[-1.0, 1.0], [2.0, 4.0]]),
            (array![[0.0, 2.0], [1.5, -1.0], [0.5, 3.0]], array![[1.0, 0.0, -2.0], [0.0, 2.0, 1.0]]),
            (array![[0.3]], array![[-2.5]]),
            (wide.clone(), array![[2.0]]),
            (wide.clone(), array![[2.0], [3.0]]),
            (wide.clone(), array![[-1.0, 1.0, 4.0]]),
            (wide, array![[1.0, 2.0, 4.0], [3.0, 1.0, 2.0]]),
            (array![[1.0, 2.0], [3.0, -1.0], [0.5, 4.0]], array![[2.0, -1.0]]),
        ];
        let sizes = [
            (3, 3, 3),
            (3, 5, 2),
            (2, 3, 4),
            (4, 4, 4),
            (5, 2, 3),
            (3, 4, 1),
            (1, 3, 2),
            (3, 3, 2),
            (2, 3, 3),
            (2, 1, 4),
        ];
        inputs.extend(sizes.map(|(k, d, m)| (3.0 * random.matrix(d, k), 2.0 * random.matrix(m, d))));
        inputs.push((random.matrix(3, 4).t().to_owned(), random.matrix(4, 2).t().to_owned()));
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(w1, w2)| (size * w1, w2.clone())).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |collapse, (w1, w2)| collapse(w1, w2).into(),
    properties: &[
        ("the weights W1 are very large", |(w1, _)| w1.iter().any(|v| v.abs() > 1e10)),
        ("the weights W1 are very small", |(w1, _)| !w1.is_empty() && w1.iter().all(|v| v.abs() < 1e-10)),
        ("W2 has not a column for each row of W1", |(w1, w2)| w2.ncols() != w1.nrows()),
        ("k, d and m are equal", |(w1, w2)| w1.is_square() && w2.is_square()),
        ("W1 is square", |(w1, _)| w1.is_square()),
        ("W2 is square", |(_, w2)| w2.is_square()),
        ("there is more than one output", |(_, w2)| w2.nrows() > 1),
        ("there is more than one feature", |(w1, _)| w1.ncols() > 1),
        ("there is more than one hidden neuron", |(w1, _)| w1.nrows() > 1),
        ("W1 and W2 have the same shape", |(w1, w2)| w1.dim() == w2.dim()),
        ("there are more hidden neurons than features", |(w1, _)| w1.nrows() > w1.ncols()),
        ("there are more features than outputs", |(w1, w2)| w1.ncols() > w2.nrows()),
        ("there are more outputs than features", |(w1, w2)| w1.ncols() < w2.nrows()),
    ],
};

const W_W: &str = "this is W1 W2: W1 meets x first, so it stands on the right, W2 W1 x";

fn product(w2: &Array2<f64>, w1: &Array2<f64>) -> Array2<f64> {
    over(w1, w2, |_, _| true)
}

/// The product, with the sums over some of the hidden neurons.
fn over(w1: &Array2<f64>, w2: &Array2<f64>, counted: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    let d = w1.nrows();
    entries(w1, w2, |j, i| (0..d).filter(|&l| counted(l, d)).map(|l| w2[[j, l]] * w1[[l, i]]).sum())
}

/// A matrix of the right shape, row by row.
fn entries(w1: &Array2<f64>, w2: &Array2<f64>, mut entry: impl FnMut(usize, usize) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((w2.nrows(), w1.ncols()), |(j, i)| entry(j, i))
}

/// The entries that are kept, the others are 0.
fn kept(w: Array2<f64>, keep: impl Fn(usize, usize, usize, usize) -> bool) -> Array2<f64> {
    let (m, k) = w.dim();
    Array2::from_shape_fn((m, k), |(j, i)| if keep(j, i, m, k) { w[[j, i]] } else { 0.0 })
}
