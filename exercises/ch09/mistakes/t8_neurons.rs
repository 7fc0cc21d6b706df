//! Spoilers: wrong ways to write `what_it_sees` and `favourites`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::Array2;

pub type WhatItSees = fn(&Array2<f64>, usize) -> Array2<f64>;
pub type Favourites = fn(&Array2<f64>, usize, usize) -> Vec<usize>;
pub type Functions = (WhatItSees, Favourites);

fn weights(w1: &Array2<f64>, j: usize) -> Array2<f64> {
    assert!(w1.ncols() == 65 && j < w1.nrows());
    Array2::from_shape_fn((8, 8), |(row, column)| w1[[j, 1 + 8 * row + column]])
}

fn ranked(h: &Array2<f64>, j: usize, count: usize) -> Vec<usize> {
    assert!(j + 1 < h.ncols());
    let mut order: Vec<usize> = (0..h.nrows()).collect();
    order.sort_by(|&a, &b| h[[b, j + 1]].total_cmp(&h[[a, j + 1]]));
    order.truncate(count);
    order
}

pub static WHAT_IT_SEES: Diagnosis<Functions, WhatItSees, (Array2<f64>, usize)> = Diagnosis {
    function: "what_it_sees",
    slot: |f| &mut f.0,
    right: weights,
    mistakes: &[],
    inputs: || vec![],
    call: |what_it_sees, (w1, j)| what_it_sees(w1, *j).into(),
    properties: &[],
};

pub static FAVOURITES: Diagnosis<Functions, Favourites, (Array2<f64>, usize, usize)> = Diagnosis {
    function: "favourites",
    slot: |f| &mut f.1,
    right: ranked,
    mistakes: &[],
    inputs: || vec![],
    call: |favourites, (h, j, count)| favourites(h, *j, *count).into(),
    properties: &[],
};
