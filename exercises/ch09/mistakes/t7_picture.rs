//! Spoilers: wrong ways to write `bounds` and `to_picture`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, array};

pub type Bounds = fn(&Array2<f64>) -> Option<(usize, usize, usize, usize)>;
pub type ToPicture = fn(&Array2<f64>) -> Array2<f64>;
pub type Functions = (Bounds, ToPicture);

const INK: &str = "a dot is ink if it is greater than `THRESHOLD`, 0.1: `>` and not `>=`, and no other limit";
const BLANK: &str = "paper without ink has no bounds: return `None`";
const NO_INK: &str = "paper without ink gives something else than zeros: return 8 × 8 zeros if the bounds are `None`";
const NOT_CUT: &str = "the paper around the drawing is kept: cut out what lies within the bounds";
const LAST_LOST: &str =
    "the last row and the last column of the drawing are lost: `top..=bottom`, and its height is bottom − top + 1";
const BINARY: &str = "each dot is turned to 0 or 1: add up how dark the dots are";

type Edges = (usize, usize, usize, usize);

fn edges(bitmap: &Array2<f64>) -> Option<Edges> {
    edges_of(bitmap, |ink| ink > 0.1)
}

fn edges_of(bitmap: &Array2<f64>, is_ink: impl Fn(f64) -> bool) -> Option<Edges> {
    let (rows, columns) = bitmap.dim();
    let in_row = |&i: &usize| (0..columns).any(|j| is_ink(bitmap[[i, j]]));
    let in_column = |&j: &usize| (0..rows).any(|i| is_ink(bitmap[[i, j]]));
    let (top, bottom) = ((0..rows).find(in_row)?, (0..rows).rev().find(in_row)?);
    Some((top, bottom, (0..columns).find(in_column)?, (0..columns).rev().find(in_column)?))
}

/// The places with ink, in the order in which one reads.
fn ink(bitmap: &Array2<f64>) -> Vec<(usize, usize)> {
    bitmap.indexed_iter().filter(|(_, ink)| **ink > 0.1).map(|(at, _)| at).collect()
}

fn image(bitmap: &Array2<f64>) -> Array2<f64> {
    let Some(edges) = edges(bitmap) else { return Array2::zeros((8, 8)) };
    pixels(dots(bitmap, edges, |i, side| (2 * i + 1) * side / 64, |margin| margin / 2))
}

/// The 32 × 32 dots of what lies within the edges: `strip` gives the row or column of the square for each dot, and
/// `before` how much of the margin lies above the drawing and to its left.
fn dots(
    bitmap: &Array2<f64>,
    (top, bottom, left, right): Edges,
    strip: impl Fn(usize, usize) -> usize,
    before: impl Fn(usize) -> usize,
) -> Array2<f64> {
    let (height, width) = (bottom - top + 1, right - left + 1);
    let side = height.max(width);
    let at = |dot, length: usize| strip(dot, side).checked_sub(before(side - length)).filter(|&at| at < length);
    Array2::from_shape_fn((32, 32), |(i, j)| match (at(i, height), at(j, width)) {
        (Some(i), Some(j)) => bitmap[[top + i, left + j]],
        _ => 0.0,
    })
}

/// The usual way from the middle of a strip, in these edges.
fn within(bitmap: &Array2<f64>, edges: Option<Edges>) -> Array2<f64> {
    let Some(edges) = edges else { return Array2::zeros((8, 8)) };
    pixels(dots(bitmap, edges, |i, side| (2 * i + 1) * side / 64, |margin| margin / 2))
}

fn right_dots(bitmap: &Array2<f64>) -> Array2<f64> {
    let middle = |i, side| (2 * i + 1) * side / 64;
    edges(bitmap).map_or(Array2::zeros((32, 32)), |edges| dots(bitmap, edges, middle, |margin| margin / 2))
}

/// The sums of the blocks.
fn pixels(dots: Array2<f64>) -> Array2<f64> {
    blocks(&dots, |block| block.iter().sum())
}

fn blocks(dots: &Array2<f64>, of_block: impl Fn(Vec<f64>) -> f64) -> Array2<f64> {
    let block = |i: usize, j: usize| (0..16).map(|k| dots[[4 * i + k / 4, 4 * j + k % 4]]).collect();
    Array2::from_shape_fn((8, 8), |(i, j)| of_block(block(i, j)))
}

/// What lies within the edges, by rules of its own for the row and the column of each dot.
fn placed(bitmap: &Array2<f64>, place: impl Fn(usize, usize, usize, usize) -> Option<(usize, usize)>) -> Array2<f64> {
    let Some((top, bottom, left, right)) = edges(bitmap) else { return Array2::zeros((8, 8)) };
    let (height, width) = (bottom - top + 1, right - left + 1);
    let dot = |(i, j)| match place(i, j, height, width) {
        Some((i, j)) if i < height && j < width => bitmap[[top + i, left + j]],
        _ => 0.0,
    };
    pixels(Array2::from_shape_fn((32, 32), dot))
}

fn middle(dot: usize, side: usize) -> usize {
    (2 * dot + 1) * side / 64
}

pub static BOUNDS: Diagnosis<Functions, Bounds, Array2<f64>> = Diagnosis {
    function: "bounds",
    slot: |f| &mut f.0,
    right: edges,
    mistakes: &[
        ("rows and columns have changed places: `(top, bottom, left, right)`, and `(i, j)` is row, column", |b| {
            edges(b).map(|(top, bottom, left, right)| (left, right, top, bottom))
        }),
        ("the order is `(top, bottom, left, right)`, not `(top, left, bottom, right)`", |b| {
            edges(b).map(|(top, bottom, left, right)| (top, left, bottom, right))
        }),
        ("the order is `(top, bottom, left, right)`, not `(left, top, right, bottom)`", |b| {
            edges(b).map(|(top, bottom, left, right)| (left, top, right, bottom))
        }),
        ("first and last have changed places: `(top, bottom, left, right)`", |b| {
            edges(b).map(|(top, bottom, left, right)| (bottom, top, right, left))
        }),
        ("bottom and right are one too large: they are the last row and the last column with ink", |b| {
            edges(b).map(|(top, bottom, left, right)| (top, bottom + 1, left, right + 1))
        }),
        ("bottom and right are one too small: they are the last row and the last column with ink", |b| {
            edges(b).map(|(top, bottom, left, right)| (top, bottom.saturating_sub(1), left, right.saturating_sub(1)))
        }),
        ("height and width are returned for bottom and right: the last row and the last column are wanted", |b| {
            edges(b).map(|(top, bottom, left, right)| (top, bottom - top + 1, left, right - left + 1))
        }),
        ("the distances are returned for bottom and right: the last row and the last column are wanted", |b| {
            edges(b).map(|(top, bottom, left, right)| (top, bottom - top, left, right - left))
        }),
        ("rows and columns are counted from 1: the first is 0", |b| {
            edges(b).map(|(top, bottom, left, right)| (top + 1, bottom + 1, left + 1, right + 1))
        }),
        ("bottom and right are counted from the other edge: rows and columns are counted from 0", |b| {
            edges(b).map(|(t, bottom, l, right)| (t, b.nrows() - 1 - bottom, l, b.ncols() - 1 - right))
        }),
        (INK, |b| edges_of(b, |ink| ink >= 0.1)),
        (INK, |b| edges_of(b, |ink| ink > 0.0)),
        (INK, |b| edges_of(b, |ink| ink > 0.5)),
        (INK, |b| edges_of(b, |ink| ink >= 0.5)),
        (INK, |b| edges_of(b, |ink| ink == 1.0)),
        (INK, |b| edges_of(b, |ink| ink > 0.2)),
        (INK, |b| edges_of(b, |ink| ink >= 1.0)),
        ("paper and ink have changed places: 1 is ink, and a dot counts if it is greater than `THRESHOLD`", |b| {
            edges_of(b, |ink| ink < 0.1)
        }),
        ("paper and ink have changed places: 1 is ink, and a dot counts if it is greater than `THRESHOLD`", |b| {
            edges_of(b, |ink| ink <= 0.1)
        }),
        ("paper and ink have changed places: 1 is ink, and a dot counts if it is greater than `THRESHOLD`", |b| {
            edges_of(b, |ink| ink < 0.9)
        }),
        ("top and left are always 0: begin with a dot of ink, or with the largest number there is", |b| {
            edges(b).map(|(_, bottom, _, right)| (0, bottom, 0, right))
        }),
        ("top and left are always 0, and so are the bounds of paper: begin with a dot of ink", |b| {
            Some(edges(b).map_or((0, 0, 0, 0), |(_, bottom, _, right)| (0, bottom, 0, right)))
        }),
        ("bottom and right are always the last row and column: begin with a dot of ink, or with 0", |b| {
            edges(b).map(|(top, _, left, _)| (top, b.nrows() - 1, left, b.ncols() - 1))
        }),
        ("these are the edges of the paper: only dots of ink count", |b| {
            edges(b).map(|_| (0, b.nrows() - 1, 0, b.ncols() - 1))
        }),
        ("these are the edges of the paper: only dots of ink count", |b| {
            let (rows, columns) = b.dim();
            (rows > 0 && columns > 0).then(|| (0, rows - 1, 0, columns - 1))
        }),
        (BLANK, |b| Some(edges(b).unwrap_or((0, 0, 0, 0)))),
        (BLANK, |b| {
            let (rows, columns) = b.dim();
            Some(edges(b).unwrap_or((0, rows.saturating_sub(1), 0, columns.saturating_sub(1))))
        }),
        (BLANK, |b| Some(edges(b).unwrap_or((b.nrows(), 0, b.ncols(), 0)))),
        (BLANK, |b| Some(edges(b).unwrap_or((usize::MAX, 0, usize::MAX, 0)))),
        ("paper without ink panics: return `None`", |b| Some(edges(b).expect("ink"))),
        ("this is always `None`: return `Some(…)` if there is ink", |_| None),
        ("only the first dot of ink is there: does a `return` inside the loop end it?", |b| {
            ink(b).first().map(|&(i, j)| (i, i, j, j))
        }),
        ("only the last dot of ink is there: take `min` and `max` with what was found before", |b| {
            ink(b).last().map(|&(i, j)| (i, i, j, j))
        }),
        ("left and right are the columns of the first and the last dot: other dots may lie further out", |b| {
            let ink = ink(b);
            Some((ink.first()?.0, ink.last()?.0, ink.first()?.1, ink.last()?.1))
        }),
        (
            "left and right are the columns of the first and the last dot, in order: other dots may lie further out",
            |b| {
                let ink = ink(b);
                let (first, last) = (*ink.first()?, *ink.last()?);
                Some((first.0, last.0, first.1.min(last.1), first.1.max(last.1)))
            },
        ),
        ("left is the column of the first dot of ink: others may lie further to the left", |b| {
            let (top, bottom, _, right) = edges(b)?;
            Some((top, bottom, ink(b)[0].1, right))
        }),
        ("right is the column of the last dot of ink: others may lie further to the right", |b| {
            let (top, bottom, left, _) = edges(b)?;
            Some((top, bottom, left, ink(b).last()?.1))
        }),
        ("left and right are those of the first row with ink: other rows may reach further", |b| {
            let (top, bottom, ..) = edges(b)?;
            let row = edges(&b.row(top).to_owned().insert_axis(ndarray::Axis(0)))?;
            Some((top, bottom, row.2, row.3))
        }),
        ("left and right are those of the last row with ink: other rows may reach further", |b| {
            let (top, bottom, ..) = edges(b)?;
            let row = edges(&b.row(bottom).to_owned().insert_axis(ndarray::Axis(0)))?;
            Some((top, bottom, row.2, row.3))
        }),
        ("the search ends at the first row without ink: more may come below", |b| {
            let (top, bottom, ..) = edges(b)?;
            let gap = (top..=bottom).find(|&i| b.row(i).iter().all(|&ink| ink <= 0.1)).unwrap_or(bottom + 1);
            edges(&b.slice(ndarray::s![..gap, ..]).to_owned())
        }),
        ("the search ends at the first column without ink: more may come to its right", |b| {
            let (_, _, left, right) = edges(b)?;
            let gap = (left..=right).find(|&j| b.column(j).iter().all(|&ink| ink <= 0.1)).unwrap_or(right + 1);
            edges(&b.slice(ndarray::s![.., ..gap]).to_owned())
        }),
        ("the first row and the first column are not looked at: they are counted from 0", |b| {
            edges(&Array2::from_shape_fn(b.dim(), |(i, j)| if i.min(j) == 0 { 0.0 } else { b[[i, j]] }))
        }),
        ("the last row and the last column are not looked at: rows run from 0 to `nrows() − 1`", |b| {
            let (rows, columns) = b.dim();
            let is_last = |i, j| i + 1 == rows || j + 1 == columns;
            edges(&Array2::from_shape_fn((rows, columns), |(i, j)| if is_last(i, j) { 0.0 } else { b[[i, j]] }))
        }),
        ("the last row is not looked at: rows run from 0 to `nrows() − 1`", |b| {
            let rows = b.nrows();
            edges(&Array2::from_shape_fn(b.dim(), |(i, j)| if i + 1 == rows { 0.0 } else { b[[i, j]] }))
        }),
        ("the last column is not looked at: columns run from 0 to `ncols() − 1`", |b| {
            let columns = b.ncols();
            edges(&Array2::from_shape_fn(b.dim(), |(i, j)| if j + 1 == columns { 0.0 } else { b[[i, j]] }))
        }),
        ("only a square of the bitmap is looked at: it has `nrows()` rows and `ncols()` columns", |b| {
            let side = b.nrows().min(b.ncols());
            edges(&b.slice(ndarray::s![..side, ..side]).to_owned())
        }),
        ("as many columns are looked at as there are rows: there are `ncols()` of them", |b| {
            edges(&Array2::from_shape_fn((b.nrows(), b.nrows()), |at| b[at]))
        }),
        ("a row is taken for ink if its sum exceeds the threshold: look at each dot", |b| {
            let (_, _, left, right) = edges_of(b, |ink| ink > 0.0)?;
            let over = |sum: f64| sum > 0.1;
            let rows: Vec<usize> = (0..b.nrows()).filter(|&i| over(b.row(i).sum())).collect();
            let columns: Vec<usize> = (left..=right).filter(|&j| over(b.column(j).sum())).collect();
            Some((*rows.first()?, *rows.last()?, *columns.first()?, *columns.last()?))
        }),
        ("a row is taken for ink if its mean exceeds the threshold: look at each dot", |b| {
            let over = |mean: Option<f64>| mean.is_some_and(|mean| mean > 0.1);
            let rows: Vec<usize> = (0..b.nrows()).filter(|&i| over(b.row(i).mean())).collect();
            let columns: Vec<usize> = (0..b.ncols()).filter(|&j| over(b.column(j).mean())).collect();
            Some((*rows.first()?, *rows.last()?, *columns.first()?, *columns.last()?))
        }),
        ("a margin of one dot is left: the bounds are the first and the last row and column with ink", |b| {
            let (rows, columns) = b.dim();
            edges(b).map(|(top, bottom, left, right)| {
                (
                    top.saturating_sub(1),
                    (bottom + 1).min(rows - 1),
                    left.saturating_sub(1),
                    (right + 1).min(columns - 1),
                )
            })
        }),
        ("the bounds are made a square: return those of the ink", |b| {
            edges(b).map(|(top, bottom, left, right)| {
                let side = (bottom - top).max(right - left);
                (top, top + side, left, left + side)
            })
        }),
        ("a drawing of one row or one column is taken for none: a single dot of ink has bounds", |b| {
            edges(b).filter(|(top, bottom, left, right)| top < bottom && left < right)
        }),
        ("a single dot of ink is taken for none: it has bounds", |b| {
            edges(b).filter(|(top, bottom, left, right)| top < bottom || left < right)
        }),
        ("ink at the top edge is taken for none: row 0 is a row like the others", |b| {
            edges(b).filter(|edges| edges.0 > 0)
        }),
        ("ink at the left edge is taken for none: column 0 is a column like the others", |b| {
            edges(b).filter(|edges| edges.2 > 0)
        }),
        ("top is the row of the darkest dot: the first row with ink is wanted", |b| {
            let (_, bottom, left, right) = edges(b)?;
            let darkest = ink(b).into_iter().reduce(|a, at| if b[at] > b[a] { at } else { a })?;
            Some((darkest.0, bottom, left, right))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(971);
        let mut sparse = |rows: usize, columns: usize, share: f64| {
            let mut ink = || (random.number() + 1.0) / 2.0;
            Array2::from_shape_simple_fn((rows, columns), || if ink() < share { ink() } else { 0.0 })
        };
        let mut framed = Array2::zeros((9, 12));
        framed.slice_mut(ndarray::s![3..6, 2..9]).fill(0.7);
        let mut diagonal = Array2::zeros((7, 8));
        [(1, 5), (2, 4), (4, 3), (5, 4)].into_iter().for_each(|at| diagonal[at] = 1.0);
        vec![
            array![[0.0, 0.0, 0.0], [0.0, 0.9, 0.4]],
            sparse(8, 11, 0.1),
            sparse(11, 6, 0.06),
            sparse(9, 9, 0.05),
            sparse(5, 20, 0.05),
            sparse(6, 4, 0.9),
            framed,
            diagonal.t().to_owned(),
            diagonal,
            array![[0.1, 0.0, 0.05], [0.0, 0.11, 0.0], [0.09, 0.0, 0.1]],
            array![[0.0, 0.06, 0.0, 0.06], [0.0, 0.3, 0.0, 0.0], [0.0, 0.0, 0.0, 0.06], [0.0, 0.0, 0.5, 0.06]],
            array![[0.0, 0.0, 0.0, 0.0], [0.0, 0.6, 1.0, 0.0], [0.0, 0.0, 0.0, 0.0]],
            array![[0.0, 0.0], [0.4, 0.0], [1.0, 0.0], [0.0, 0.0]],
            array![[0.5]],
            array![[0.0, 0.0, 0.0], [0.0, 0.0, 0.2]],
            array![[1.0, 1.0, 1.0], [1.0, 0.5, 0.2], [1.0, 0.95, 1.0]],
            array![[0.1, 0.05], [0.0, 0.1]],
            Array2::zeros((3, 4)),
            Array2::zeros((0, 5)),
        ]
    },
    call: |bounds, bitmap| {
        bounds(bitmap).map_or(vec![], |(top, bottom, left, right)| vec![top, bottom, left, right]).into()
    },
    properties: &[
        ("there is no ink", |b| edges(b).is_none()),
        ("there is a faint dot", |b| b.iter().any(|&ink| ink > 0.0 && ink <= 0.1)),
        ("there are more columns than rows", |b| b.ncols() > b.nrows()),
        ("there is ink in row 0", |b| edges(b).is_some_and(|edges| edges.0 == 0)),
        ("there is ink in column 0", |b| edges(b).is_some_and(|edges| edges.2 == 0)),
        ("there is ink in the last row", |b| edges(b).is_some_and(|edges| edges.1 + 1 == b.nrows())),
        ("there is ink in the last column", |b| edges(b).is_some_and(|edges| edges.3 + 1 == b.ncols())),
    ],
};

pub static TO_PICTURE: Diagnosis<Functions, ToPicture, Array2<f64>> = Diagnosis {
    function: "to_picture",
    slot: |f| &mut f.1,
    right: image,
    mistakes: &[
        ("the image is transposed: its rows are the rows of the drawing", |b| image(b).t().to_owned()),
        ("paper and ink have changed places: 16 is a pixel full of ink", |b| 16.0 - image(b)),
        ("paper and ink have changed places, but where there is no ink at all: 16 is a pixel full of ink", |b| {
            if edges(b).is_none() { image(b) } else { 16.0 - image(b) }
        }),
        ("the height is one too small, the last row is lost: it is `bottom - top + 1`", |b| {
            within(b, edges(b).map(|(top, bottom, left, right)| (top, bottom.max(top + 1) - 1, left, right)))
        }),
        ("the width is one too small, the last column is lost: it is `right - left + 1`", |b| {
            within(b, edges(b).map(|(top, bottom, left, right)| (top, bottom, left, right.max(left + 1) - 1)))
        }),
        ("this is the mean of each block: its sum is wanted, from 0 to 16", |b| image(b) / 16.0),
        ("the pixels run from 0 to 255: each is the sum of 16 dots, from 0 to 16", |b| image(b) * (255.0 / 16.0)),
        ("the sums are multiplied by 16: each is the sum of 16 dots, from 0 to 16", |b| image(b) * 16.0),
        ("the largest pixel is always 16: each is the sum of its dots", |b| {
            let image = image(b);
            let most = image.fold(0.0, |m: f64, &v| m.max(v));
            if most > 0.0 { image * (16.0 / most) } else { image }
        }),
        ("the drawing is stretched to a square: put it into the middle of a square of paper", |b| {
            placed(b, |i, j, height, width| Some((middle(i, height), middle(j, width))))
        }),
        (NOT_CUT, |b| {
            let (rows, columns) = b.dim();
            within(b, (rows > 0 && columns > 0).then(|| (0, rows - 1, 0, columns - 1)))
        }),
        ("the whole paper is stretched to the image: cut out the drawing, and put it into a square", |b| {
            let (rows, columns) = b.dim();
            let dot = |(i, j)| if rows * columns == 0 { 0.0 } else { b[[middle(i, rows), middle(j, columns)]] };
            pixels(Array2::from_shape_fn((32, 32), dot))
        }),
        ("the drawing is in the upper left corner of the square: put it into the middle", |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                Some((middle(i, side), middle(j, side)))
            })
        }),
        ("the drawing is in the lower right corner of the square: put it into the middle", |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                Some((middle(i, side).checked_sub(side - height)?, middle(j, side).checked_sub(side - width)?))
            })
        }),
        ("a wide drawing is at the top of the square: there are `(side − height) / 2` rows above it", |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                Some((middle(i, side), middle(j, side).checked_sub((side - width) / 2)?))
            })
        }),
        ("a high drawing is at the left of the square: there are `(side − width) / 2` columns before it", |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                Some((middle(i, side).checked_sub((side - height) / 2)?, middle(j, side)))
            })
        }),
        ("the margins have changed places: above it is what is left of the height, before it of the width", |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                Some((
                    middle(i, side).checked_sub((side - width) / 2)?,
                    middle(j, side).checked_sub((side - height) / 2)?,
                ))
            })
        }),
        ("an odd margin is rounded up above the drawing and to its left: round it down", |b| {
            let edges = edges(b);
            edges.map_or(Array2::zeros((8, 8)), |edges| pixels(dots(b, edges, middle, |margin| margin.div_ceil(2))))
        }),
        (LAST_LOST, |b| {
            within(
                b,
                edges(b)
                    .map(|(top, bottom, left, right)| (top, bottom.max(top + 1) - 1, left, right.max(left + 1) - 1)),
            )
        }),
        (LAST_LOST, |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                let (i, j) = (
                    middle(i, side).checked_sub((side - height) / 2)?,
                    middle(j, side).checked_sub((side - width) / 2)?,
                );
                (i + 1 < height && j + 1 < width).then_some((i, j))
            })
        }),
        ("the first row and the first column of the drawing are lost: it begins with `top` and `left`", |b| {
            let later = |edges: Edges| (edges.1.min(edges.0 + 1), edges.1, edges.3.min(edges.2 + 1), edges.3);
            within(b, edges(b).map(later))
        }),
        ("a row and a column of paper are left around the drawing: cut it out at its bounds", |b| {
            let Some((top, bottom, left, right)) = edges(b) else { return Array2::zeros((8, 8)) };
            let wider = Array2::from_shape_fn((bottom - top + 3, right - left + 3), |(i, j)| {
                let (i, j) = ((top + i).wrapping_sub(1), (left + j).wrapping_sub(1));
                if i < top || i > bottom || j < left || j > right || i == usize::MAX || j == usize::MAX {
                    0.0
                } else {
                    b[[i, j]]
                }
            });
            within(&wider, Some((0, bottom - top + 2, 0, right - left + 2)))
        }),
        ("each dot is taken from the beginning of its strip: take the middle, `(2 * i + 1) * side / 64`", |b| {
            edges(b).map_or(Array2::zeros((8, 8)), |e| pixels(dots(b, e, |i, side| i * side / 32, |margin| margin / 2)))
        }),
        ("each dot is taken from the end of its strip: take the middle, `(2 * i + 1) * side / 64`", |b| {
            let last = |i: usize, side: usize| ((i + 1) * side / 32).max(1) - 1;
            edges(b).map_or(Array2::zeros((8, 8)), |e| pixels(dots(b, e, last, |margin| margin / 2)))
        }),
        ("the dots run from the first row to the last: take the middle of strips, `(2 * i + 1) * side / 64`", |b| {
            let spread = |i, side: usize| i * (side - 1) / 31;
            edges(b).map_or(Array2::zeros((8, 8)), |e| pixels(dots(b, e, spread, |margin| margin / 2)))
        }),
        ("the rows of the dots are rounded to the nearest: round down, as `usize` does by itself", |b| {
            let near = |i: usize, side: usize| ((2 * i + 1) * side + 32) / 64;
            edges(b).map_or(Array2::zeros((8, 8)), |e| {
                pixels(dots(b, e, |i, side| near(i, side).min(side - 1), |margin| margin / 2))
            })
        }),
        ("side / 64 is divided first, which drops its fraction: `(2 * i + 1) * side / 64`", |b| {
            edges(b).map_or(Array2::zeros((8, 8)), |e| {
                pixels(dots(b, e, |i, side| (2 * i + 1) * (side / 64), |margin| margin / 2))
            })
        }),
        ("side / 32 is divided first, which drops its fraction: `(2 * i + 1) * side / 64`", |b| {
            edges(b)
                .map_or(Array2::zeros((8, 8)), |e| pixels(dots(b, e, |i, side| i * (side / 32), |margin| margin / 2)))
        }),
        ("the square is as large as the smaller of height and width, so ink is cut off: take the larger", |b| {
            placed(b, |i, j, height, width| {
                let side = height.min(width);
                Some((middle(i, side) + (height - side) / 2, middle(j, side) + (width - side) / 2))
            })
        }),
        ("the square is as large as the smaller of height and width, so ink is cut off: take the larger", |b| {
            placed(b, |i, j, height, width| {
                let side = height.min(width);
                Some((middle(i, side), middle(j, side)))
            })
        }),
        ("the square has the height of the drawing, so a wide one is cut off: take the larger of both", |b| {
            placed(b, |i, j, height, width| {
                let before = height.saturating_sub(width) / 2;
                Some((middle(i, height), middle(j, height).checked_sub(before)?))
            })
        }),
        ("the square has the width of the drawing, so a high one is cut off: take the larger of both", |b| {
            placed(b, |i, j, height, width| {
                let above = width.saturating_sub(height) / 2;
                Some((middle(i, width).checked_sub(above)?, middle(j, width)))
            })
        }),
        ("the image is upside down: row 0 is the top", |b| image(b).slice(ndarray::s![..;-1, ..]).to_owned()),
        ("the image is a mirror image: column 0 is the left", |b| image(b).slice(ndarray::s![.., ..;-1]).to_owned()),
        ("the image is turned by half a turn: row 0 is the top, column 0 the left", |b| {
            image(b).slice(ndarray::s![..;-1, ..;-1]).to_owned()
        }),
        (BINARY, |b| pixels(right_dots(b).mapv(|ink| if ink > 0.1 { 1.0 } else { 0.0 }))),
        (BINARY, |b| pixels(right_dots(b).mapv(|ink| if ink > 0.5 { 1.0 } else { 0.0 }))),
        (BINARY, |b| pixels(right_dots(b).mapv(|ink| if ink > 0.0 { 1.0 } else { 0.0 }))),
        (BINARY, |b| pixels(right_dots(b).mapv(f64::round))),
        (BINARY, |b| pixels(right_dots(b).mapv(f64::floor))),
        ("faint dots within the bounds are set to 0: the threshold is for the bounds alone", |b| {
            pixels(right_dots(b).mapv(|ink| if ink > 0.1 { ink } else { 0.0 }))
        }),
        ("the pixels are rounded to whole numbers: return the sums as they are", |b| image(b).mapv(f64::round)),
        ("the pixels are cut off to whole numbers: return the sums as they are", |b| image(b).mapv(f64::floor)),
        ("each pixel is 0 or 16: return the sums as they are", |b| image(b).mapv(|v| if v > 8.0 { 16.0 } else { 0.0 })),
        ("each pixel adds up every eighth dot: its block is where `i / 4` and `j / 4` are its row and column", |b| {
            let dots = right_dots(b);
            Array2::from_shape_fn((8, 8), |(i, j)| (0..16).map(|k| dots[[i + 8 * (k / 4), j + 8 * (k % 4)]]).sum())
        }),
        ("this is the darkest dot of each block: add up its 16 dots", |b| {
            blocks(&right_dots(b), |block| block.into_iter().fold(0.0, f64::max))
        }),
        ("each pixel is 16 times one dot: add up the 16 dots of its block", |b| {
            blocks(&right_dots(b), |block| 16.0 * block[0])
        }),
        ("each pixel is a single dot: add up the 16 dots of its block", |b| blocks(&right_dots(b), |block| block[0])),
        ("each pixel is a single dot of 8 × 8: take 32 × 32 dots, and add them up by 16", |b| {
            placed(b, |i, j, height, width| {
                let side = height.max(width);
                let at = |dot: usize| (2 * (dot / 4) + 1) * side / 16;
                Some((at(i).checked_sub((side - height) / 2)?, at(j).checked_sub((side - width) / 2)?))
            })
        }),
        ("only the first row of each block is added up: all 4 × 4 dots are", |b| {
            blocks(&right_dots(b), |block| block[..4].iter().sum())
        }),
        ("only the diagonal of each block is added up: all 4 × 4 dots are", |b| {
            blocks(&right_dots(b), |block| block.iter().step_by(5).sum())
        }),
        ("only 3 × 3 dots of each block are added up: `4 * i..4 * i + 4` has four", |b| {
            blocks(&right_dots(b), |block| (0..16).filter(|k| k / 4 < 3 && k % 4 < 3).map(|k| block[k]).sum())
        }),
        ("the blocks overlap: pixel `(i, j)` begins at `(4 * i, 4 * j)`", |b| {
            let dots = right_dots(b);
            Array2::from_shape_fn((8, 8), |(i, j)| (0..16).map(|k| dots[[i + k / 4, j + k % 4]]).sum())
        }),
        ("the last dot of each block is left: `+=` adds to a pixel, `=` overwrites it", |b| {
            blocks(&right_dots(b), |block| block[15])
        }),
        ("the squares of the dots are added up: add up the dots", |b| {
            blocks(&right_dots(b), |block| block.iter().map(|v| v * v).sum())
        }),
        ("all pixels are 0: is the drawing copied into the square?", |_| Array2::zeros((8, 8))),
        (NO_INK, |b| {
            assert!(edges(b).is_some());
            image(b)
        }),
        (NO_INK, |b| if edges(b).is_none() { Array2::from_elem((8, 8), f64::NAN) } else { image(b) }),
        (NO_INK, |b| if edges(b).is_none() { Array2::from_elem((8, 8), 16.0) } else { image(b) }),
        ("paper without ink gives a single zero: return 8 × 8 of them", |b| {
            if edges(b).is_none() { Array2::zeros((1, 1)) } else { image(b) }
        }),
        ("paper without ink gives an empty array: return 8 × 8 zeros", |b| {
            if edges(b).is_none() { Array2::zeros((0, 0)) } else { image(b) }
        }),
        ("the ink's centre of mass is in the middle: put the middle of the bounds there", |b| {
            let Some((top, bottom, left, right)) = edges(b) else { return Array2::zeros((8, 8)) };
            let total: f64 = b.sum();
            let mean = |at: fn((usize, usize)) -> usize| {
                b.indexed_iter().map(|(place, ink)| at(place) as f64 * ink).sum::<f64>() / total
            };
            let (i0, j0) = (mean(|at| at.0) - top as f64, mean(|at| at.1) - left as f64);
            placed(b, |i, j, height, width| {
                let side = (bottom - top + 1).max(right - left + 1);
                let above = (side as f64 / 2.0 - i0).round() as isize;
                let before = (side as f64 / 2.0 - j0).round() as isize;
                let at = |dot, off: isize, length: usize| {
                    usize::try_from(middle(dot, side) as isize - off).ok().filter(|&at| at < length)
                };
                Some((at(i, above, height)?, at(j, before, width)?))
            })
        }),
        ("the bounds are those of every dot that is not 0: only dots above 0.1 are ink", |b| {
            within(b, edges_of(b, |ink| ink > 0.0))
        }),
        ("the bounds are those of dots darker than ½: every dot above 0.1 is ink", |b| {
            within(b, edges_of(b, |ink| ink > 0.5))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(972);
        let mut drawn = |(rows, columns): (usize, usize), (height, width): (usize, usize), (i, j): (usize, usize)| {
            let mut paper = Array2::zeros((rows, columns));
            // Shades from faint to black, and a frame of ink that gives the drawing its bounds.
            let mut shades = random.matrix(height, width).mapv(|v| (v + 1.0) / 2.0);
            shades[[0, 0]] = 0.8;
            shades[[height - 1, width - 1]] = 0.9;
            paper.slice_mut(ndarray::s![i..i + height, j..j + width]).assign(&shades);
            paper
        };
        let mut smudged = drawn((30, 40), (20, 13), (5, 20));
        smudged[[2, 3]] = 0.08;
        smudged[[28, 35]] = 0.05;
        let mut black = Array2::zeros((60, 62));
        black.slice_mut(ndarray::s![4..36, 9..41]).fill(1.0);
        vec![
            drawn((32, 32), (32, 32), (0, 0)),
            drawn((40, 50), (32, 21), (3, 11)),
            drawn((50, 40), (13, 32), (20, 4)),
            drawn((70, 80), (64, 35), (1, 30)),
            drawn((20, 90), (9, 70), (6, 15)),
            drawn((25, 25), (21, 21), (2, 3)),
            drawn((110, 60), (100, 51), (7, 6)),
            drawn((12, 11), (5, 8), (0, 1)),
            smudged,
            black,
            array![[0.0, 0.0], [0.0, 0.7]],
            array![[0.0, 0.0, 0.0, 0.0], [0.0, 0.4, 1.0, 0.2]],
            Array2::zeros((20, 10)),
            array![[0.05, 0.1]],
        ]
    },
    call: |to_picture, bitmap| to_picture(bitmap).into(),
    properties: &[
        ("there is no ink", |b| edges(b).is_none()),
        ("the drawing is higher than wide", |b| edges(b).is_some_and(|(t, b, l, r)| b - t > r - l)),
        ("the drawing is wider than high", |b| edges(b).is_some_and(|(t, b, l, r)| r - l > b - t)),
        ("the drawing is smaller than 32 dots", |b| edges(b).is_some_and(|(t, b, l, r)| (b - t).max(r - l) < 31)),
        ("there is paper around the drawing", |b| edges(b).is_some_and(|e| e.1 - e.0 + 1 < b.nrows())),
    ],
};
