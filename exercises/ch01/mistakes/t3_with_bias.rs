//! Spoilers: wrong ways to write `with_bias`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, array, s};

pub type WithBias = fn(&Array2<f64>) -> Array2<f64>;
type Inputs = Array2<f64>;

pub static WITH_BIAS: Diagnosis<WithBias, WithBias, Inputs> = Diagnosis {
    function: "with_bias",
    slot: |f| f,
    right,
    mistakes: &[
        ("the ones stand last: put them into column 0, before the features", |x| {
            extended(x, |j, i| if i < x.ncols() { x[[j, i]] } else { 1.0 })
        }),
        ("the column that is added holds zeros and stands last: put ones into column 0", |x| {
            extended(x, |j, i| if i < x.ncols() { x[[j, i]] } else { 0.0 })
        }),
        ("column 0 holds zeros: a feature that is always 0 adds nothing, it must be 1", |x| {
            extended(x, |j, i| if i == 0 { 0.0 } else { x[[j, i - 1]] })
        }),
        ("column 0 holds −1: the constant feature is 1", |x| {
            extended(x, |j, i| if i == 0 { -1.0 } else { x[[j, i - 1]] })
        }),
        ("only ones: copy the columns of x behind the first column", |x| extended(x, |_, _| 1.0)),
        ("only zeros: put ones into column 0, and the columns of x behind it", |x| extended(x, |_, _| 0.0)),
        ("ones in column 0, but zeros behind it: copy the columns of x there", |x| {
            extended(x, |_, i| if i == 0 { 1.0 } else { 0.0 })
        }),
        ("column 0 of x is overwritten with ones: it moves to column 1, the next one to column 2", |x| {
            let mut x = x.clone();
            x.column_mut(0).fill(1.0);
            x
        }),
        ("column 0 of x is lost under the ones: column i of x goes to column i + 1, not i", |x| {
            extended(x, |j, i| if i == 0 || i == x.ncols() { 1.0 } else { x[[j, i]] })
        }),
        ("column 0 of x is lost under the ones: column i of x goes to column i + 1, not i", |x| {
            extended(x, |j, i| match i {
                0 => 1.0,
                _ if i == x.ncols() => 0.0,
                _ => x[[j, i]],
            })
        }),
        ("x came back without the column of ones: the result has k + 1 columns", |x| x.clone()),
        ("the result has no room for the column of ones: it has k + 1 columns", |x| {
            let mut result = Array2::ones(x.dim());
            for i in 0..x.ncols() {
                result.column_mut(i + 1).assign(&x.column(i));
            }
            result
        }),
        (
            "the result has no room for the column of ones, and column 0 of x is left out: make it k + 1 columns wide",
            |x| Array2::from_shape_fn(x.dim(), |(j, i)| if i == 0 { 1.0 } else { x[[j, i - 1]] }),
        ),
        ("the ones are a row on top, as if they were a sample: add a column, a feature", |x| {
            Array2::from_shape_fn((x.nrows() + 1, x.ncols()), |(j, i)| if j == 0 { 1.0 } else { x[[j - 1, i]] })
        }),
        ("the ones are a row at the bottom, as if they were a sample: add a column, a feature", |x| {
            Array2::from_shape_fn((x.nrows() + 1, x.ncols()), |(j, i)| if j < x.nrows() { x[[j, i]] } else { 1.0 })
        }),
        ("there is a row of ones as well as a column: only the column is wanted", |x| {
            Array2::from_shape_fn((x.nrows() + 1, x.ncols() + 1), |(j, i)| {
                if j == 0 || i == 0 { 1.0 } else { x[[j - 1, i - 1]] }
            })
        }),
        ("there are ones on both sides: one column of them is enough, the first", |x| {
            let (n, k) = x.dim();
            Array2::from_shape_fn((n, k + 2), |(j, i)| if i == 0 || i == k + 1 { 1.0 } else { x[[j, i - 1]] })
        }),
        ("the last feature is missing: copy every column of x, `0..k`", |x| {
            extended(x, |j, i| if i == 0 || i == x.ncols() { 1.0 } else { x[[j, i - 1]] })
        }),
        ("the last feature is missing: copy every column of x, `0..k`", |x| {
            extended(x, |j, i| match i {
                0 => 1.0,
                _ if i == x.ncols() => 0.0,
                _ => x[[j, i - 1]],
            })
        }),
        ("the first feature is missing: the columns of x start at 0", |x| {
            extended(x, |j, i| if i < 2 { 1.0 } else { x[[j, i - 1]] })
        }),
        ("the first feature is missing: the columns of x start at 0", |x| {
            extended(x, |j, i| match i {
                0 => 1.0,
                1 => 0.0,
                _ => x[[j, i - 1]],
            })
        }),
        ("only the first feature is copied: does the loop end too soon?", |x| {
            extended(x, |j, i| if i == 1 { x[[j, 0]] } else { 1.0 })
        }),
        ("only the last feature is copied, and into column 1: column i of x goes to column i + 1", |x| {
            extended(x, |j, i| if i == 1 { x[[j, x.ncols() - 1]] } else { 1.0 })
        }),
        ("the features of the last sample are missing: copy every row of x, `0..n`", |x| {
            extended(x, |j, i| if i == 0 || j + 1 == x.nrows() { 1.0 } else { x[[j, i - 1]] })
        }),
        ("the features of the first sample are missing: the rows of x start at 0", |x| {
            extended(x, |j, i| if i == 0 || j == 0 { 1.0 } else { x[[j, i - 1]] })
        }),
        ("only the first sample has its features: does the loop over the rows end too soon?", |x| {
            extended(x, |j, i| if i == 0 || j > 0 { 1.0 } else { x[[j, i - 1]] })
        }),
        ("only the first sample gets its 1: all of column 0 is 1", |x| {
            extended(x, |j, i| match i {
                0 => f64::from(j == 0),
                _ => x[[j, i - 1]],
            })
        }),
        ("the last sample gets no 1: all of column 0 is 1", |x| {
            extended(x, |j, i| match i {
                0 => f64::from(j + 1 < x.nrows()),
                _ => x[[j, i - 1]],
            })
        }),
        ("the first sample gets no 1: all of column 0 is 1", |x| {
            extended(x, |j, i| match i {
                0 => f64::from(j > 0),
                _ => x[[j, i - 1]],
            })
        }),
        ("column 0 repeats the first feature: it is 1 in every row", |x| {
            extended(x, |j, i| if i == 0 { x[[j, 0]] } else { x[[j, i - 1]] })
        }),
        ("column 0 counts the samples: it is 1 in every row", |x| {
            extended(x, |j, i| if i == 0 { j as f64 } else { x[[j, i - 1]] })
        }),
        ("column 0 counts the samples: it is 1 in every row", |x| {
            extended(x, |j, i| if i == 0 { j as f64 + 1.0 } else { x[[j, i - 1]] })
        }),
        ("column 0 holds the sum of the features: it is 1 in every row", |x| {
            extended(x, |j, i| if i == 0 { x.row(j).sum() } else { x[[j, i - 1]] })
        }),
        ("the features stand in reverse order: column i of x goes to column i + 1", |x| {
            extended(x, |j, i| if i == 0 { 1.0 } else { x[[j, x.ncols() - i]] })
        }),
        ("the samples stand in reverse order: row j of x stays row j", |x| {
            extended(x, |j, i| if i == 0 { 1.0 } else { x[[x.nrows() - 1 - j, i - 1]] })
        }),
        ("every column repeats the first feature: column i of x goes to column i + 1", |x| {
            extended(x, |j, i| if i == 0 { 1.0 } else { x[[j, 0]] })
        }),
        ("every column repeats the last feature: column i of x goes to column i + 1", |x| {
            extended(x, |j, i| if i == 0 { 1.0 } else { x[[j, x.ncols() - 1]] })
        }),
        ("every row repeats the first sample: row j of x goes to row j", |x| {
            extended(x, |_, i| if i == 0 { 1.0 } else { x[[0, i - 1]] })
        }),
        ("the entries are right and the shape is not: it is (n, k + 1), one row for each sample", |x| {
            let (n, k) = x.dim();
            let entries = right(x).into_iter().collect();
            Array2::from_shape_vec((k + 1, n), entries).unwrap_or_default()
        }),
        ("x is transposed on the way: row j of x goes to row j", |x| right(&x.t().to_owned())),
        ("the result is transposed: each sample is a row, and keeps it", |x| right(x).t().to_owned()),
        ("x is transposed where it is read: entry `x[[j, i]]` is row j, column i", |x| {
            extended(x, |j, i| if i == 0 { 1.0 } else { x[[i - 1, j]] })
        }),
        ("entries are taken as they lie in memory, which is not always row by row: write `x[[j, i]]`", |x| {
            let k = x.ncols();
            let entries = x.as_slice_memory_order().unwrap_or_default();
            extended(x, |j, i| if i == 0 { 1.0 } else { entries[j * k + i - 1] })
        }),
        ("nothing is added where column 0 holds only ones: they are a feature like any other", |x| {
            if x.ncols() > 0 && x.column(0).iter().all(|&v| v == 1.0) { x.clone() } else { right(x) }
        }),
        ("nothing is added where a column holds only ones: they are a feature like any other", |x| {
            let ones = |i: usize| x.column(i).iter().all(|&v| v == 1.0);
            if (0..x.ncols()).any(ones) { x.clone() } else { right(x) }
        }),
        ("zeros become ones: keep the features as they are", |x| right(&x.mapv(|v| if v == 0.0 { 1.0 } else { v }))),
        ("negative features are cut off at 0: keep them as they are", |x| right(&x.mapv(|v| v.max(0.0)))),
        ("the signs of the features are lost: keep them as they are", |x| right(&x.abs())),
        ("1 is added to each feature: the ones are a column of their own", |x| right(&(x + 1.0))),
        ("1 is added to each feature: the ones are a column of their own", |x| x + 1.0),
        ("the digits of the features after the point are lost: keep them as they are", |x| right(&x.mapv(f64::trunc))),
        ("only the first row comes back: the result has n rows", |x| right(&x.slice(s![..1, ..]).to_owned())),
        ("the last sample is gone: the result has n rows", |x| right(&x.slice(s![..-1, ..]).to_owned())),
        ("only the column of ones comes back: put the columns of x behind it", |x| Array2::ones((x.nrows(), 1))),
        ("without features there is a column of ones too: the result has k + 1 columns", |x| {
            if x.ncols() == 0 { x.clone() } else { right(x) }
        }),
        ("the result has k rows: it has a row for each sample, n, and k + 1 columns", |x| {
            Array2::ones((x.ncols(), x.nrows() + 1))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1013);
        let mut inputs = vec![
            array![[2.0, 3.0], [4.0, 5.0]],
            array![[7.0], [8.0], [9.0]],
            Array2::zeros((3, 0)),
            Array2::zeros((2, 0)),
            array![[-1.5, 0.0, 2.5, -4.0]],
            array![[3.0, 0.0], [-2.0, 5.0], [0.0, -6.0]],
            array![[1.0, 0.5], [1.0, -2.0], [1.0, 4.5]],
            array![[1.0], [1.0]],
            array![[0.5, 1.0, 3.0], [-2.0, 1.0, 7.0]],
            array![[2.0, 1.0], [-2.5, 1.0], [3.5, 1.0]],
            array![[1.0, 2.0], [6.0, 3.0]],
            array![[-3.5]],
        ];
        let sizes = [(3, 3), (2, 5), (6, 2), (5, 4)];
        inputs.extend(sizes.map(|(n, k)| 10.0 * random.matrix(n, k)));
        inputs.extend(sizes.map(|(n, k)| 10.0 * random.matrix(k, n).t().to_owned()));
        inputs
    },
    call: |with_bias, x| with_bias(x).into(),
    properties: &[
        ("column 0 of x holds only ones", |x| x.ncols() > 0 && x.column(0).iter().all(|&v| v == 1.0)),
        ("a column of x holds only ones", |x| x.columns().into_iter().any(|column| column.iter().all(|&v| v == 1.0))),
        ("a 1 is among the features", |x| x.iter().any(|&v| v == 1.0)),
        ("x[[0, 0]] is 1", |x| x.first() == Some(&1.0)),
        ("a feature is 0", |x| x.iter().any(|&v| v == 0.0)),
        ("a feature is negative", |x| x.iter().any(|&v| v < 0.0)),
        ("x has no columns", |x| x.ncols() == 0),
        ("x has more than one column", |x| x.ncols() > 1),
        ("x has more than two columns", |x| x.ncols() > 2),
        ("x has more than one row", |x| x.nrows() > 1),
        ("x has more than two rows", |x| x.nrows() > 2),
        ("x has more than three rows", |x| x.nrows() > 3),
        ("x has more than three columns", |x| x.ncols() > 3),
        ("x is square", |x| x.is_square()),
        ("x has more rows than columns", |x| x.nrows() > x.ncols()),
        ("x has more columns than rows", |x| x.ncols() > x.nrows()),
        ("x lies in memory column by column, as a transposed array does", |x| !x.is_standard_layout()),
        ("all features are whole numbers", |x| x.iter().all(|v| v.fract() == 0.0)),
    ],
};

fn right(x: &Array2<f64>) -> Array2<f64> {
    extended(x, |j, i| if i == 0 { 1.0 } else { x[[j, i - 1]] })
}

/// One column more than `x`, with an entry for each row and column.
fn extended(x: &Array2<f64>, entry: impl Fn(usize, usize) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((x.nrows(), x.ncols() + 1), |(j, i)| entry(j, i))
}
