//! Spoilers: wrong ways to write `bounds` and `to_picture`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::Array2;

pub type Bounds = fn(&Array2<f64>) -> Option<(usize, usize, usize, usize)>;
pub type ToPicture = fn(&Array2<f64>) -> Array2<f64>;
pub type Functions = (Bounds, ToPicture);

fn edges(bitmap: &Array2<f64>) -> Option<(usize, usize, usize, usize)> {
    let (rows, columns) = bitmap.dim();
    let in_row = |&i: &usize| (0..columns).any(|j| bitmap[[i, j]] > 0.1);
    let in_column = |&j: &usize| (0..rows).any(|i| bitmap[[i, j]] > 0.1);
    let (top, bottom) = ((0..rows).find(in_row)?, (0..rows).rev().find(in_row)?);
    Some((top, bottom, (0..columns).find(in_column)?, (0..columns).rev().find(in_column)?))
}

fn image(bitmap: &Array2<f64>) -> Array2<f64> {
    let Some((top, bottom, left, right)) = edges(bitmap) else { return Array2::zeros((8, 8)) };
    let (height, width) = (bottom - top + 1, right - left + 1);
    let side = height.max(width);
    let dot = |i: usize, j: usize| {
        let (i, j) = ((2 * i + 1) * side / 64, (2 * j + 1) * side / 64);
        let (i, j) = (i.wrapping_sub((side - height) / 2), j.wrapping_sub((side - width) / 2));
        if i < height && j < width { bitmap[[top + i, left + j]] } else { 0.0 }
    };
    Array2::from_shape_fn((8, 8), |(i, j)| (0..16).map(|k| dot(4 * i + k / 4, 4 * j + k % 4)).sum())
}

pub static BOUNDS: Diagnosis<Functions, Bounds, Array2<f64>> = Diagnosis {
    function: "bounds",
    slot: |f| &mut f.0,
    right: edges,
    mistakes: &[],
    inputs: || vec![],
    call: |bounds, bitmap| {
        bounds(bitmap).map_or(vec![], |(top, bottom, left, right)| vec![top, bottom, left, right]).into()
    },
    properties: &[],
};

pub static TO_PICTURE: Diagnosis<Functions, ToPicture, Array2<f64>> = Diagnosis {
    function: "to_picture",
    slot: |f| &mut f.1,
    right: image,
    mistakes: &[],
    inputs: || vec![],
    call: |to_picture, bitmap| to_picture(bitmap).into(),
    properties: &[],
};
