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
        ("the pair has changed places: the gradient for A comes first", |g| {
            (rows(g, |column| column.sum()), g.clone())
        }),
        ("both gradients are the row of sums: for A it is G, since each entry acts on one", |g| {
            (rows(g, |column| column.sum()), rows(g, |column| column.sum()))
        }),
        ("the gradient for A holds the sums too: there it is G, since each entry acts on one", |g| {
            let row = rows(g, |column| column.sum());
            (row.broadcast(g.dim()).unwrap().to_owned(), row)
        }),
        ("the row gets nothing: its gradient is the sum of the rows of G", |g| {
            (g.clone(), Array2::zeros((1, g.ncols())))
        }),
        ("the matrix gets nothing: its gradient is G", |g| (Array2::zeros(g.dim()), rows(g, |column| column.sum()))),
        ("all of G is summed for each entry of the row: one sum for each column, `sum_axis(Axis(0))`", |g| {
            (g.clone(), Array2::from_elem((1, g.ncols()), g.sum()))
        }),
        ("the gradients are divided by the number of rows: nothing is averaged here", |g| {
            let n = g.nrows() as f64;
            (g / n, rows(g, |column| column.sum() / n))
        }),
        ("the gradient for the row is divided by the number of columns: it is the sum over the rows", |g| {
            (g.clone(), rows(g, |column| column.sum() / g.ncols() as f64))
        }),
        ("the row has a minus: this is no difference", |g| (g.clone(), rows(g, |column| -column.sum()))),
        ("the gradient for A is transposed: it has the shape of G", |g| {
            (g.t().to_owned(), rows(g, |column| column.sum()))
        }),
        ("the largest of each column is taken for the row: it is their sum", |g| {
            (g.clone(), rows(g, |column| column.fold(f64::NEG_INFINITY, |max, &v| max.max(v))))
        }),
        ("the rows of G are multiplied with one another: their sum is the gradient for the row", |g| {
            (g.clone(), rows(g, |column| column.product()))
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
        ("`g / n * k` multiplies by k: put the divisor in brackets, `(n * k) as f64`", |g, (n, k)| {
            all((n, k), g / n as f64 * k as f64)
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
        ("divided by n twice: there are n · k entries, k in each row", |g, shape| {
            all(shape, g / (shape.0 * shape.0) as f64)
        }),
        ("divided by k twice: there are n · k entries, n in each column", |g, shape| {
            all(shape, g / (shape.1 * shape.1) as f64)
        }),
        ("the gradient is doubled: the 2 of a square belongs to the square, not to the mean", |g, shape| {
            all(shape, 2.0 * g / (shape.0 * shape.1) as f64)
        }),
        ("the sign is the other way round: the mean grows with each entry", |g, shape| {
            all(shape, -g / (shape.0 * shape.1) as f64)
        }),
        ("divided by the number of entries twice: once is enough", |g, shape| {
            all(shape, g / (shape.0 * shape.1).pow(2) as f64)
        }),
        ("divided by one less than the number of entries: each counts as 1/(nk) in the mean", |g, shape| {
            all(shape, g / (shape.0 as f64 * shape.1 as f64 - 1.0))
        }),
        ("g and 1/(nk) are added: multiply them", |g, shape| all(shape, g + 1.0 / (shape.0 * shape.1) as f64)),
        ("all entries are 0: each is g / (nk)", |_, shape| all(shape, 0.0)),
        ("only the first entry gets its share: each of the n · k entries does", |g, shape| {
            let mut gradient = all(shape, 0.0);
            gradient[[0, 0]] = g / (shape.0 * shape.1) as f64;
            gradient
        }),
        ("the last row is left at 0: does the loop over the rows end one too early?", |g, shape| {
            let mut gradient = all(shape, g / (shape.0 * shape.1) as f64);
            gradient.slice_mut(s![-1, ..]).fill(0.0);
            gradient
        }),
        ("the last column is left at 0: does the loop over the columns end one too early?", |g, shape| {
            let mut gradient = all(shape, g / (shape.0 * shape.1) as f64);
            gradient.slice_mut(s![.., -1]).fill(0.0);
            gradient
        }),
        ("a single row is returned: the mean depends on all n rows", |g, (n, k)| all((1, k), g / (n * k) as f64)),
        ("a single column is returned: the mean depends on all k columns", |g, (n, k)| all((n, 1), g / (n * k) as f64)),
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
