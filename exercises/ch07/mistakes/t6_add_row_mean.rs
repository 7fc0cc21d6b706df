//! Spoilers: wrong ways to write `add_row_backward` and `mean_backward`, and the inputs that tell them apart. The tests
//! use them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, Axis, array, s};

pub type AddRowBackward = fn(&Array2<f64>) -> (Array2<f64>, Array2<f64>);
pub type MeanBackward = fn(f64, (usize, usize)) -> Array2<f64>;
pub type Functions = (AddRowBackward, MeanBackward);

pub static ADD_ROW_BACKWARD: Diagnosis<Functions, AddRowBackward, Array2<f64>> = Diagnosis {
    function: "add_row_backward",
    slot: |f| &mut f.0,
    right: |g| (g.clone(), rows(g, |column| column.sum())),
    mistakes: &[
        ("the row has a gradient for each of the n rows: it was used n times, so sum them, `sum_axis(Axis(0))`", |g| {
            (g.clone(), g.clone())
        }),
        ("the gradient for the row is averaged over the rows: it is their sum", |g| {
            (g.clone(), rows(g, |column| column.sum() / column.len() as f64))
        }),
        ("the sum is taken over the wrong axis: `Axis(0)` sums over the rows, one number for each column", |g| {
            (g.clone(), g.sum_axis(Axis(1)).insert_axis(Axis(0)))
        }),
        ("the gradient for the row is the first row of G: sum all of them", |g| {
            (g.clone(), g.slice(s![..1, ..]).to_owned())
        }),
        ("the gradient for the row is the last row of G: sum all of them", |g| {
            (g.clone(), g.slice(s![-1.., ..]).to_owned())
        }),
        ("the first row of G is left out of the sum", |g| (g.clone(), rows(g, |column| column.sum() - column[0]))),
        ("the last row of G is left out of the sum", |g| {
            (g.clone(), rows(g, |column| column.sum() - column[column.len() - 1]))
        }),
        ("the upstream gradient is forgotten for the row: sum G over its rows", |g| {
            (g.clone(), Array2::from_elem((1, g.ncols()), g.nrows() as f64))
        }),
        ("the upstream gradient is forgotten for the matrix: its gradient is G", |g| {
            (Array2::ones(g.dim()), rows(g, |column| column.sum()))
        }),
        ("the sums are a column: `.insert_axis(Axis(0))` makes a row of them", |g| {
            (g.clone(), g.sum_axis(Axis(0)).insert_axis(Axis(1)))
        }),
    ],
    inputs: || {
        let mut inputs = vec![array![[1.0, 2.0], [3.0, 4.0]]];
        let sizes = [(4, 3), (1, 3), (3, 1), (2, 5), (3, 3), (5, 2)];
        inputs.extend(sizes.iter().zip(1076..).map(|(&(n, k), seed)| Random::seeded(seed).matrix(n, k)));
        inputs
    },
    call: |add_row_backward, g| {
        let (for_a, for_row) = add_row_backward(g);
        Answer::named("the gradient for A", &for_a).and("the gradient for the row", &for_row)
    },
    properties: &[
        ("G has more than one row", |g| g.nrows() > 1),
        ("G has more than one column", |g| g.ncols() > 1),
        ("G is not square", |g| !g.is_square()),
    ],
};

pub static MEAN_BACKWARD: Diagnosis<Functions, MeanBackward, (f64, (usize, usize))> = Diagnosis {
    function: "mean_backward",
    slot: |f| &mut f.1,
    right: |g, shape| all(shape, g / (shape.0 * shape.1) as f64),
    mistakes: &[
        ("divided by the number of rows: the mean is over all entries, n · k of them", |g, shape| {
            all(shape, g / shape.0 as f64)
        }),
        ("divided by the number of columns: the mean is over all entries, n · k of them", |g, shape| {
            all(shape, g / shape.1 as f64)
        }),
        ("divided by n + k: the mean is over n · k entries", |g, shape| all(shape, g / (shape.0 + shape.1) as f64)),
        ("not divided: each entry counts as 1/(nk) in the mean", all_of),
        ("multiplied by the number of entries: each counts as 1/(nk) in the mean", |g, shape| {
            all(shape, g * (shape.0 * shape.1) as f64)
        }),
        ("the upstream derivative is forgotten: multiply 1/(nk) by g", |_, shape| {
            all(shape, 1.0 / (shape.0 * shape.1) as f64)
        }),
        ("divided by the upstream derivative: multiply 1/(nk) by it", |g, shape| {
            all(shape, 1.0 / (g * (shape.0 * shape.1) as f64))
        }),
        ("a matrix of one entry is returned: the mean depends on each of the n · k entries", |g, shape| {
            all((1, 1), g / (shape.0 * shape.1) as f64)
        }),
        ("rows and columns have changed places: the result has the shape of the matrix", |g, (n, k)| {
            all((k, n), g / (n * k) as f64)
        }),
        ("a whole-number division: make the counts `f64` before you divide", |g, shape| {
            all(shape, g * (1 / (shape.0 * shape.1)) as f64)
        }),
    ],
    inputs: || vec![(12.0, (2, 3)), (-0.7, (3, 2)), (0.3, (1, 4)), (1.7, (5, 1)), (2.5, (1, 1)), (-3.1, (3, 3))],
    call: |mean_backward, (g, shape)| mean_backward(*g, *shape).into(),
    properties: &[
        ("there is more than one row", |(_, shape)| shape.0 > 1),
        ("there is more than one column", |(_, shape)| shape.1 > 1),
        ("there is more than one entry", |(_, shape)| shape.0 * shape.1 > 1),
        ("g is negative", |(g, _)| *g < 0.0),
    ],
};

fn rows(g: &Array2<f64>, of: impl Fn(ndarray::ArrayView1<f64>) -> f64) -> Array2<f64> {
    Array2::from_shape_fn((1, g.ncols()), |(_, i)| of(g.column(i)))
}

fn all(shape: (usize, usize), value: f64) -> Array2<f64> {
    Array2::from_elem(shape, value)
}

fn all_of(value: f64, shape: (usize, usize)) -> Array2<f64> {
    all(shape, value)
}
