//! Spoilers: wrong ways to write `apply`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array};

type Curve = fn(f64) -> f64;
pub type Apply = fn(Curve, &Array2<f64>) -> Array2<f64>;
type Inputs = (Curve, Array2<f64>);

pub static APPLY: Diagnosis<Apply, Apply, Inputs> = Diagnosis {
    function: "apply",
    slot: |f| f,
    right: |f, a| where_(f, a, |_, _| true),
    mistakes: &[
        ("an index is always too large: the last one is the length − 1, so write `0..n` and not `0..=n`", |f, a| {
            Array2::from_shape_fn((a.nrows() + 1, a.ncols()), |(j, i)| f(a[[j, i]]))
        }),
        (
            "the array has come back as it went in: return the new array that `mapv` makes, or write into the copy",
            |_, a| a.clone(),
        ),
        ("all entries are 0: is f of each entry written into the array that is returned?", |_, a| {
            Array2::zeros(a.dim())
        }),
        ("only the diagonal is activated: every row meets every column, in two loops or with `mapv`", |f, a| {
            where_(f, a, |j, i| j == i)
        }),
        ("only the diagonal is activated: every row meets every column, in two loops or with `mapv`", |f, a| {
            zero_unless(f, a, |j, i| j == i)
        }),
        ("only the first row is activated: visit every row. Does a `return` or `break` end the loop?", |f, a| {
            where_(f, a, |j, _| j == 0)
        }),
        ("only the first row is activated: visit every row. Does a `return` or `break` end the loop?", |f, a| {
            zero_unless(f, a, |j, _| j == 0)
        }),
        ("only the first column is activated: visit every column", |f, a| where_(f, a, |_, i| i == 0)),
        ("only the first column is activated: visit every column", |f, a| zero_unless(f, a, |_, i| i == 0)),
        ("only the first entry is activated: visit every row and every column", |f, a| {
            where_(f, a, |j, i| (j, i) == (0, 0))
        }),
        ("only the first entry is activated: visit every row and every column", |f, a| {
            zero_unless(f, a, |j, i| (j, i) == (0, 0))
        }),
        ("the last row is left out: `0..n` runs up to n − 1, which is the last index", |f, a| {
            where_(f, a, |j, _| j + 1 < a.nrows())
        }),
        ("the last row is left out: `0..n` runs up to n − 1, which is the last index", |f, a| {
            zero_unless(f, a, |j, _| j + 1 < a.nrows())
        }),
        ("the first row is left out: indices start at 0", |f, a| where_(f, a, |j, _| j > 0)),
        ("the first row is left out: indices start at 0", |f, a| zero_unless(f, a, |j, _| j > 0)),
        ("the last column is left out: `0..d` runs up to d − 1, which is the last index", |f, a| {
            where_(f, a, |_, i| i + 1 < a.ncols())
        }),
        ("the last column is left out: `0..d` runs up to d − 1, which is the last index", |f, a| {
            zero_unless(f, a, |_, i| i + 1 < a.ncols())
        }),
        ("the first column is left out: indices start at 0", |f, a| where_(f, a, |_, i| i > 0)),
        ("the first column is left out: indices start at 0", |f, a| zero_unless(f, a, |_, i| i > 0)),
        ("f is applied to the sum of each row: apply it to each entry by itself", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, _)| f(a.row(j).sum()))
        }),
        ("f is applied to the mean of each row: apply it to each entry by itself", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, _)| f(a.row(j).sum() / a.ncols() as f64))
        }),
        ("f is applied to the sum of each column: apply it to each entry by itself", |f, a| {
            Array2::from_shape_fn(a.dim(), |(_, i)| f(a.column(i).sum()))
        }),
        ("f is applied twice: once for each entry is enough", |f, a| a.mapv(f).mapv(f)),
        ("each entry is multiplied by f of it: replace it by f of it", |f, a| a.mapv(|v| v * f(v))),
        ("f of each entry is added to it: replace it by f of it", |f, a| a.mapv(|v| v + f(v))),
        ("each entry is multiplied by f(1): f is a function, which is called with the entry, `f(v)`", |f, a| {
            a * f(1.0)
        }),
        ("every entry has become f(0): call f with the entry", |f, a| a.mapv(|_| f(0.0))),
        ("every entry is f of the first entry: use the index of the row and of the column", |f, a| {
            Array2::from_shape_fn(a.dim(), |_| f(a[[0, 0]]))
        }),
        ("every row is f of the first row: the first index is the row, `a[[j, i]]`", |f, a| {
            Array2::from_shape_fn(a.dim(), |(_, i)| f(a[[0, i]]))
        }),
        ("every column is f of the first column: the second index is the column, `a[[j, i]]`", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, _)| f(a[[j, 0]]))
        }),
        ("f is applied to the indices, not to the entries: call `f(a[[j, i]])`", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, i)| f((j * a.ncols() + i) as f64))
        }),
        ("the result is transposed: entry (j, i) is f of a[[j, i]], and the shape stays (n, d)", |f, a| {
            a.mapv(f).t().to_owned()
        }),
        ("the indices are swapped: `a[[j, i]]` has the row first, and `a.dim()` is (rows, columns)", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, i)| f(a[[i, j]]))
        }),
        ("both loops run over the rows: the columns have a length of their own, `a.ncols()`", |f, a| {
            let mut result = a.clone();
            for (j, i) in square(a.nrows()) {
                result[[j, i]] = f(a[[j, i]]);
            }
            result
        }),
        ("both loops run over the rows: the columns have a length of their own, `a.ncols()`", |f, a| {
            let mut result = Array2::zeros(a.dim());
            for (j, i) in square(a.nrows()) {
                result[[j, i]] = f(a[[j, i]]);
            }
            result
        }),
        ("both loops run over the columns: the rows have a length of their own, `a.nrows()`", |f, a| {
            let mut result = a.clone();
            for (j, i) in square(a.ncols()) {
                result[[j, i]] = f(a[[j, i]]);
            }
            result
        }),
        ("both loops run over the columns: the rows have a length of their own, `a.nrows()`", |f, a| {
            let mut result = Array2::zeros(a.dim());
            for (j, i) in square(a.ncols()) {
                result[[j, i]] = f(a[[j, i]]);
            }
            result
        }),
        ("the result is always square: its shape is that of a, (n, d)", |f, a| {
            Array2::from_shape_fn((a.nrows(), a.nrows()), |(j, i)| f(a[[j, i]]))
        }),
        (
            "entries are taken in the order of memory, which may be column by column: use `a[[j, i]]`, `iter` or `mapv`",
            |f, a| {
                let entries = a.as_slice_memory_order().unwrap_or(&[]);
                Array2::from_shape_vec(a.dim(), entries.iter().map(|&v| f(v)).collect()).unwrap_or_default()
            },
        ),
        ("`as_slice` is there for arrays that lie row by row in memory, others panic: use `iter` or `mapv`", |f, a| {
            Array2::from_shape_vec(a.dim(), a.as_slice().unwrap().iter().map(|&v| f(v)).collect()).unwrap()
        }),
        ("zeros have stayed 0: f is applied to them as well", |f, a| a.mapv(|v| if v == 0.0 { 0.0 } else { f(v) })),
        ("only positive entries are activated: f decides itself what to do with negative ones", |f, a| {
            a.mapv(|v| if v > 0.0 { f(v) } else { v })
        }),
        ("only positive entries are activated: f decides itself what to do with negative ones", |f, a| {
            a.mapv(|v| if v > 0.0 { f(v) } else { 0.0 })
        }),
        ("only negative entries are activated: f decides itself what to do with positive ones", |f, a| {
            a.mapv(|v| if v < 0.0 { f(v) } else { v })
        }),
        ("negative entries are made 0 before f: f is applied to the entry itself", |f, a| a.mapv(|v| f(v.max(0.0)))),
        ("the signs of the entries are lost: f is applied to the entry itself, without `abs`", |f, a| {
            a.mapv(|v| f(v.abs()))
        }),
        ("what is negative in the result has become 0: leave it as f returns it", |f, a| a.mapv(|v| f(v).max(0.0))),
        ("the digits after the point are lost: keep the entries as `f64`", |f, a| a.mapv(|v| f(v.trunc()))),
        ("f is applied to the negative of each entry", |f, a| a.mapv(|v| f(-v))),
        ("f of each entry is taken away from it, or the other way round: replace it by f of it", |f, a| {
            a.mapv(|v| v - f(v))
        }),
        ("f of each entry is taken away from it, or the other way round: replace it by f of it", |f, a| {
            a.mapv(|v| f(v) - v)
        }),
        ("the rows are in reverse order: row j of the result belongs to row j of a", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, i)| f(a[[a.nrows() - 1 - j, i]]))
        }),
        ("each row of the result is divided by its sum: f alone is applied", |f, a| {
            let result = a.mapv(f);
            let sums: Array1<f64> = result.sum_axis(Axis(1));
            result / sums.insert_axis(Axis(1))
        }),
        ("the columns are in reverse order: column i of the result belongs to column i of a", |f, a| {
            Array2::from_shape_fn(a.dim(), |(j, i)| f(a[[j, a.ncols() - 1 - i]]))
        }),
        ("f is applied to the sum of all entries: apply it to each entry by itself", |f, a| {
            Array2::from_elem(a.dim(), f(a.sum()))
        }),
        ("f is applied to |v|, and the sign put back: f decides itself what to do with negative entries", |f, a| {
            a.mapv(|v| f(v.abs()) * v.signum())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1033);
        let mut inputs: Vec<Inputs> = vec![
            (line, array![[2.0, -3.0], [0.0, 0.5], [-0.25, -7.0]]),
            (f64::exp, array![[0.0, 1.5, -0.5], [2.0, 0.0, -1.0]]),
            (line, array![[-1.5]]),
            (bump, array![[0.0, -2.0], [1.0, 3.0]]),
            (line, Array2::zeros((0, 3))),
        ];
        for (j, (n, d)) in [(1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (4, 5), (5, 4), (2, 2)].into_iter().enumerate() {
            let f: Curve = [line, bump, f64::exp][j % 3];
            inputs.push((f, 3.0 * random.matrix(n, d)));
            inputs.push((f, 2.0 * random.matrix(d, n).t().to_owned()));
        }
        inputs
    },
    call: |apply, (f, a)| apply(*f, a).into(),
    properties: &[
        ("an entry is 0", |(_, a)| a.iter().any(|&v| v == 0.0)),
        ("an entry is negative", |(_, a)| a.iter().any(|&v| v < 0.0)),
        ("a is square", |(_, a)| a.is_square()),
        ("a has more rows than columns", |(_, a)| a.nrows() > a.ncols()),
        ("a has more columns than rows", |(_, a)| a.nrows() < a.ncols()),
        ("there is more than one row", |(_, a)| a.nrows() > 1),
        ("there is more than one column", |(_, a)| a.ncols() > 1),
        ("a is stored column by column, as a transposed array is", |(_, a)| !a.is_standard_layout()),
    ],
};

fn line(v: f64) -> f64 {
    2.0 * v + 1.5
}

fn bump(v: f64) -> f64 {
    1.0 / (1.5 + v + v * v)
}

/// f where a condition on row and column holds, and the entry itself elsewhere.
fn where_(f: Curve, a: &Array2<f64>, holds: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn(a.dim(), |(j, i)| if holds(j, i) { f(a[[j, i]]) } else { a[[j, i]] })
}

/// f where a condition on row and column holds, and 0 elsewhere.
fn zero_unless(f: Curve, a: &Array2<f64>, holds: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn(a.dim(), |(j, i)| if holds(j, i) { f(a[[j, i]]) } else { 0.0 })
}

/// All pairs of numbers below `n`.
fn square(n: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..n * n).map(move |pair| (pair / n, pair % n))
}
