//! Spoilers: wrong ways to write `what_it_sees` and `favourites`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array};

pub type WhatItSees = fn(&Array2<f64>, usize) -> Array2<f64>;
pub type Favourites = fn(&Array2<f64>, usize, usize) -> Vec<usize>;
pub type Functions = (WhatItSees, Favourites);

const NEXT: &str = "this is the next neuron: the rows of w1 are counted from 0, and none is left out";
const COLUMN: &str = "neuron `j` has column `j + 1`: column 0 is the constant 1";
const EQUAL: &str =
    "of equal activations the later sample comes first: sort with `v[b].total_cmp(&v[a])`, and do not reverse";

fn weights(w1: &Array2<f64>, j: usize) -> Array2<f64> {
    assert!(w1.ncols() == 65 && j < w1.nrows());
    laid_out(w1, j, |row, column| 1 + 8 * row + column)
}

/// The weights of a neuron, with the number of the weight for each pixel.
fn laid_out(w1: &Array2<f64>, j: usize, weight: impl Fn(usize, usize) -> usize) -> Array2<f64> {
    Array2::from_shape_fn((8, 8), |(row, column)| w1[[j, weight(row, column)]])
}

fn ranked(h: &Array2<f64>, j: usize, count: usize) -> Vec<usize> {
    assert!(j + 1 < h.ncols());
    by(h, count, |i| h[[i, j + 1]])
}

/// The samples with the highest values.
fn by(h: &Array2<f64>, count: usize, value: impl Fn(usize) -> f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..h.nrows()).collect();
    order.sort_by(|&a, &b| value(b).total_cmp(&value(a)));
    order.truncate(count);
    order
}

pub static WHAT_IT_SEES: Diagnosis<Functions, WhatItSees, (Array2<f64>, usize)> = Diagnosis {
    function: "what_it_sees",
    slot: |f| &mut f.0,
    right: weights,
    mistakes: &[
        ("the bias is taken for a pixel, and all others move by one: pixel 0 has weight 1", |w1, j| {
            laid_out(w1, j, |row, column| 8 * row + column)
        }),
        ("the first pixel is left out with the bias, and the last is counted twice: pixel 0 has weight 1", |w1, j| {
            laid_out(w1, j, |row, column| (2 + 8 * row + column).min(64))
        }),
        ("an index is too large: pixel 0 has weight 1, and the last one has weight 64", |w1, j| {
            laid_out(w1, j, |row, column| 2 + 8 * row + column)
        }),
        ("the image is transposed: its pixels come row by row, `1 + 8 * row + column`", |w1, j| {
            weights(w1, j).t().to_owned()
        }),
        ("the image is transposed, and the bias a pixel: `1 + 8 * row + column`", |w1, j| {
            laid_out(w1, j, |row, column| row + 8 * column)
        }),
        ("each row begins one pixel late: a row has 8 pixels, `1 + 8 * row + column`", |w1, j| {
            laid_out(w1, j, |row, column| (1 + 9 * row + column).min(64))
        }),
        ("each row begins one pixel early: a row has 8 pixels, `1 + 8 * row + column`", |w1, j| {
            laid_out(w1, j, |row, column| 1 + 7 * row + column)
        }),
        ("rows and columns are added without the 8: `1 + 8 * row + column`", |w1, j| {
            laid_out(w1, j, |row, column| 1 + row + column)
        }),
        ("each row is the first one: `1 + 8 * row + column`", |w1, j| laid_out(w1, j, |_, column| 1 + column)),
        ("each pixel of a row is its first: `1 + 8 * row + column`", |w1, j| laid_out(w1, j, |row, _| 1 + 8 * row)),
        ("the image is upside down: the first 8 weights are the top row", |w1, j| {
            laid_out(w1, j, |row, column| 1 + 8 * (7 - row) + column)
        }),
        ("the image is a mirror image: the first weight of a row is at its left", |w1, j| {
            laid_out(w1, j, |row, column| 1 + 8 * row + 7 - column)
        }),
        ("the weights come in reverse: weight 1 is in the upper left corner", |w1, j| {
            laid_out(w1, j, |row, column| 64 - 8 * row - column)
        }),
        ("every other row runs backwards: each begins at the left", |w1, j| {
            laid_out(w1, j, |row, column| 1 + 8 * row + if row % 2 == 0 { column } else { 7 - column })
        }),
        ("the signs are lost: where a neuron wants no ink, its weight is negative", |w1, j| {
            weights(w1, j).mapv(f64::abs)
        }),
        ("the signs are the other way round: take the weights as they are", |w1, j| -weights(w1, j)),
        ("the negative weights are set to 0: take the weights as they are", |w1, j| {
            weights(w1, j).mapv(|w| w.max(0.0))
        }),
        ("the weights are squared: take them as they are", |w1, j| weights(w1, j).mapv(|w| w * w)),
        ("only the signs are there: take the weights as they are", |w1, j| weights(w1, j).mapv(f64::signum)),
        ("the weights are put through tanh: take them as they are", |w1, j| weights(w1, j).mapv(f64::tanh)),
        ("the weights are multiplied by 16: take them as they are", |w1, j| 16.0 * weights(w1, j)),
        ("the weights are divided by 16: take them as they are", |w1, j| weights(w1, j) / 16.0),
        ("the largest weight is made 1: take the weights as they are", |w1, j| {
            let w = weights(w1, j);
            let most = w.fold(0.0, |m: f64, w| m.max(w.abs()));
            w / most
        }),
        ("the weights are brought between 0 and 1: take them as they are", |w1, j| {
            let w = weights(w1, j);
            let least = w.fold(f64::INFINITY, |m: f64, w| m.min(*w));
            let most = w.fold(f64::NEG_INFINITY, |m: f64, w| m.max(*w));
            (w - least) / (most - least)
        }),
        ("the mean of the weights is subtracted: take them as they are", |w1, j| {
            let w = weights(w1, j);
            let mean = w.sum() / 64.0;
            w - mean
        }),
        ("the bias is added to each weight: it belongs to no pixel, leave it out", |w1, j| weights(w1, j) + w1[[j, 0]]),
        ("the bias is subtracted from each weight: it belongs to no pixel, leave it out", |w1, j| {
            weights(w1, j) - w1[[j, 0]]
        }),
        ("the bias takes the place of the first pixel: leave it out", |w1, j| {
            let mut w = weights(w1, j);
            w[[0, 0]] = w1[[j, 0]];
            w
        }),
        ("this is always neuron 0: take row `j`", |w1, _| weights(w1, 0)),
        ("this is always the last neuron: take row `j`", |w1, _| weights(w1, w1.nrows() - 1)),
        (NEXT, |w1, j| laid_out(w1, j + 1, |row, column| 1 + 8 * row + column)),
        (NEXT, |w1, j| {
            assert!(w1.ncols() == 65 && j < w1.nrows());
            laid_out(w1, (j + 1) % w1.nrows(), |row, column| 1 + 8 * row + column)
        }),
        ("this is the neuron before: the rows of w1 are counted from 0", |w1, j| {
            laid_out(w1, j - 1, |row, column| 1 + 8 * row + column)
        }),
        ("row and column of w1 have changed places: neuron `j` has row `j`", |w1, j| {
            Array2::from_shape_fn((8, 8), |(row, column)| w1[[1 + 8 * row + column, j]])
        }),
        ("this is the mean of all neurons: take row `j`", |w1, j| {
            assert!(j < w1.nrows());
            let mean = w1.sum_axis(Axis(0)) / w1.nrows() as f64;
            Array2::from_shape_fn((8, 8), |(row, column)| mean[1 + 8 * row + column])
        }),
        ("this is the sum of all neurons: take row `j`", |w1, j| {
            assert!(j < w1.nrows());
            let sum = w1.sum_axis(Axis(0));
            Array2::from_shape_fn((8, 8), |(row, column)| sum[1 + 8 * row + column])
        }),
        ("the weights are in one row: lay them out as 8 rows of 8", |w1, j| {
            Array2::from_shape_fn((1, 64), |(_, i)| w1[[j, 1 + i]])
        }),
        ("the bias is there too, all weights in one row: leave it out, and lay out 8 rows of 8", |w1, j| {
            Array2::from_shape_fn((1, 65), |(_, i)| w1[[j, i]])
        }),
        ("the last row is missing: there are 8", |w1, j| {
            Array2::from_shape_fn((8, 8), |(row, column)| if row == 7 { 0.0 } else { w1[[j, 1 + 8 * row + column]] })
        }),
        ("the last column is missing: there are 8", |w1, j| {
            Array2::from_shape_fn((8, 8), |(row, column)| if column == 7 { 0.0 } else { w1[[j, 1 + 8 * row + column]] })
        }),
        ("all pixels are 0: return the array into which the weights are written", |w1, j| {
            assert!(j < w1.nrows());
            Array2::zeros((8, 8))
        }),
        ("the weights are rounded: take them as they are", |w1, j| weights(w1, j).mapv(f64::round)),
        ("more than 65 weights are accepted: `assert_eq!(w1.ncols(), 65)`", |w1, j| {
            laid_out(w1, j, |row, column| 1 + 8 * row + column)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(981);
        let numbered = Array2::from_shape_fn((3, 65), |(j, i)| i as f64 + 0.1 * j as f64);
        let some = 2.0 * random.matrix(5, 65);
        vec![
            (numbered.clone(), 0),
            (numbered, 2),
            (some.clone(), 0),
            (some.clone(), 1),
            (some.clone(), 3),
            (some.clone(), 4),
            (random.matrix(65, 65), 7),
            (random.matrix(1, 65), 0),
            (some, 5),
            (random.matrix(2, 64), 0),
            (random.matrix(2, 66), 1),
        ]
    },
    call: |what_it_sees, (w1, j)| what_it_sees(w1, *j).into(),
    properties: &[
        ("j is not 0", |(_, j)| *j > 0),
        ("a weight is negative", |(w1, _)| w1.iter().any(|&w| w < 0.0)),
        ("w1 has not 65 columns", |(w1, _)| w1.ncols() != 65),
    ],
};

pub static FAVOURITES: Diagnosis<Functions, Favourites, (Array2<f64>, usize, usize)> = Diagnosis {
    function: "favourites",
    slot: |f| &mut f.1,
    right: ranked,
    mistakes: &[
        ("far from 0 counts for high: sort by the activation itself, not by its absolute value", |h, j, count| {
            by(h, count, |i| h[[i, j + 1]].abs())
        }),
        ("the lowest activation comes first: the highest does, `v[b].total_cmp(&v[a])`", |h, j, count| {
            by(h, count, |i| -h[[i, j + 1]])
        }),
        ("these are the samples with the lowest activations: sort the highest first, then truncate", |h, j, count| {
            by(h, count, |i| -h[[i, j + 1]]).into_iter().rev().collect()
        }),
        ("these are the right samples, the highest last: it comes first", |h, j, count| {
            ranked(h, j, count).into_iter().rev().collect()
        }),
        (COLUMN, |h, j, count| by(h, count, |i| h[[i, j]])),
        ("this is the next neuron: neuron `j` has column `j + 1`", |h, j, count| by(h, count, |i| h[[i, j + 2]])),
        ("this is always neuron 0: neuron `j` has column `j + 1`", |h, j, count| {
            assert!(j + 1 < h.ncols());
            by(h, count, |i| h[[i, 1]])
        }),
        ("this is always the last neuron: neuron `j` has column `j + 1`", |h, j, count| {
            assert!(j + 1 < h.ncols());
            by(h, count, |i| h[[i, h.ncols() - 1]])
        }),
        ("row and column have changed places: a sample is a row, neuron `j` is column `j + 1`", |h, j, count| {
            by(&h.t().to_owned(), count, |i| h[[j, i]])
        }),
        ("row and column have changed places: a sample is a row, neuron `j` is column `j + 1`", |h, j, count| {
            by(&h.t().to_owned(), count, |i| h[[j + 1, i]])
        }),
        ("the samples are counted from 1: the first is 0", |h, j, count| {
            ranked(h, j, count).into_iter().map(|i| i + 1).collect()
        }),
        (EQUAL, |h, j, count| {
            let mut order: Vec<usize> = (0..h.nrows()).collect();
            order.sort_by(|&a, &b| h[[a, j + 1]].total_cmp(&h[[b, j + 1]]));
            order.reverse();
            order.truncate(count);
            order
        }),
        ("all samples are listed: only `count` are wanted, `order.truncate(count)`", |h, j, _| {
            by(h, usize::MAX, |i| h[[i, j + 1]])
        }),
        ("there is one sample too many: `order.truncate(count)`", |h, j, count| by(h, count + 1, |i| h[[i, j + 1]])),
        ("there is one sample too few: `order.truncate(count)`", |h, j, count| {
            by(h, count.saturating_sub(1), |i| h[[i, j + 1]])
        }),
        ("only one sample is listed: `count` are wanted", |h, j, count| by(h, count.min(1), |i| h[[i, j + 1]])),
        ("the best sample is left out: the list begins with it", |h, j, count| {
            by(h, count + 1, |i| h[[i, j + 1]]).into_iter().skip(1).collect()
        }),
        ("the best sample is listed again and again: take it out of the search once it is found", |h, j, count| {
            let best = by(h, 1, |i| h[[i, j + 1]]);
            best.iter().cycle().take(if best.is_empty() { 0 } else { count.min(h.nrows()) }).copied().collect()
        }),
        ("if there are fewer samples than `count`, it panics: return all of them then", |h, j, count| {
            by(h, usize::MAX, |i| h[[i, j + 1]])[..count].to_vec()
        }),
        ("the samples are in the order of their numbers: the highest activation comes first", |h, j, count| {
            let mut order = ranked(h, j, count);
            order.sort_unstable();
            order
        }),
        (
            "these are the first samples, in the order of their activations: sort all of them before you truncate",
            |h, j, count| {
                let mut order: Vec<usize> = (0..h.nrows().min(count)).collect();
                order.sort_by(|&a, &b| h[[b, j + 1]].total_cmp(&h[[a, j + 1]]));
                order
            },
        ),
        ("these are the first samples: sort by the activation before you truncate", |h, j, count| {
            assert!(j + 1 < h.ncols());
            (0..h.nrows().min(count)).collect()
        }),
        ("these are the places of the samples in the order: return the samples themselves", |h, j, count| {
            let order = ranked(h, j, usize::MAX);
            let place = |i: usize| order.iter().position(|&other| other == i).unwrap();
            (0..h.nrows().min(count)).map(place).collect()
        }),
        ("all neurons are added up: neuron `j` has column `j + 1`", |h, j, count| {
            assert!(j + 1 < h.ncols());
            by(h, count, |i| h.row(i).sum())
        }),
        ("this is the highest of all neurons: neuron `j` has column `j + 1`", |h, j, count| {
            assert!(j + 1 < h.ncols());
            by(h, count, |i| h.row(i).iter().skip(1).copied().fold(f64::NEG_INFINITY, f64::max))
        }),
        (
            "samples with a negative activation are left out: there may be `count` samples all the same",
            |h, j, count| {
                let mut order = by(h, usize::MAX, |i| h[[i, j + 1]]);
                order.retain(|&i| h[[i, j + 1]] > 0.0);
                order.truncate(count);
                order
            },
        ),
        (
            "samples with an activation below ½ are left out: the `count` highest are wanted, whatever they are",
            |h, j, count| {
                let mut order = by(h, usize::MAX, |i| h[[i, j + 1]]);
                order.retain(|&i| h[[i, j + 1]] > 0.5);
                order.truncate(count);
                order
            },
        ),
        ("samples that another neuron is excited by more are left out: only neuron `j` counts", |h, j, count| {
            let mut order = by(h, usize::MAX, |i| h[[i, j + 1]]);
            order.retain(|&i| h.row(i).iter().skip(1).all(|&other| other <= h[[i, j + 1]]));
            order.truncate(count);
            order
        }),
        ("of equal activations only the first sample is listed: all are samples", |h, j, count| {
            let mut order = by(h, usize::MAX, |i| h[[i, j + 1]]);
            order.dedup_by(|a, b| h[[*a, j + 1]] == h[[*b, j + 1]]);
            order.truncate(count);
            order
        }),
        ("the activations are rounded to tenths: sort by the activation itself", |h, j, count| {
            by(h, count, |i| (10.0 * h[[i, j + 1]]).round() + 0.0)
        }),
        ("the first sample is left out: it is number 0", |h, j, count| {
            let mut order = by(h, usize::MAX, |i| h[[i, j + 1]]);
            order.retain(|&i| i > 0);
            order.truncate(count);
            order
        }),
        ("the last sample is left out: the samples run from 0 to n − 1", |h, j, count| {
            let mut order = by(h, usize::MAX, |i| h[[i, j + 1]]);
            order.retain(|&i| i + 1 < h.nrows());
            order.truncate(count);
            order
        }),
        ("it ends at the first swap: sort the whole list", |h, j, count| {
            let mut order: Vec<usize> = (0..h.nrows()).collect();
            if let Some(i) = (1..h.nrows()).find(|&i| h[[i, j + 1]] > h[[i - 1, j + 1]]) {
                order.swap(i - 1, i);
            }
            order.truncate(count);
            order
        }),
        ("each sample is compared with its neighbour once: sort the whole list", |h, j, count| {
            let mut order: Vec<usize> = (0..h.nrows()).collect();
            for i in 1..h.nrows() {
                if h[[order[i], j + 1]] > h[[order[i - 1], j + 1]] {
                    order.swap(i - 1, i);
                }
            }
            order.truncate(count);
            order
        }),
        ("the list is empty: return the sorted order", |h, j, _| {
            assert!(j + 1 < h.ncols());
            vec![]
        }),
        ("neuron and count have changed places: `favourites(h, j, count)`", |h, j, count| {
            by(h, j, |i| h[[i, count + 1]])
        }),
        ("a list without samples is refused: it is empty then", |h, j, count| {
            assert!(h.nrows() > 0);
            ranked(h, j, count)
        }),
        ("a neuron that is not there is accepted: `assert!(j + 1 < h.ncols())`", |h, j, count| {
            by(h, count, |i| *h.get([i, j + 1]).unwrap_or(&0.0))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(982);
        let mut some = |n: usize, d: usize| {
            let mut h = random.matrix(n, d + 1);
            h.column_mut(0).fill(1.0);
            h
        };
        let ties = array![[1.0, 0.5, -0.9], [1.0, 0.1, 0.3], [1.0, 0.5, 0.3], [1.0, -0.99, 0.2], [1.0, 0.6, 0.3]];
        vec![
            (array![[1.0, 0.2], [1.0, -0.9], [1.0, 0.7]], 0, 2),
            (some(12, 3), 0, 4),
            (some(12, 3), 2, 5),
            (some(9, 4), 1, 2),
            (some(5, 5), 3, 3),
            (some(20, 3), 1, 12),
            (ties.clone(), 0, 3),
            (ties.clone(), 1, 4),
            (ties.clone(), 1, 9),
            (some(6, 2), 1, 6),
            (some(4, 2), 0, 1),
            (some(4, 2), 0, 0),
            (some(1, 2), 1, 3),
            (array![[1.0, -0.7, 0.9], [1.0, -0.2, 0.8], [1.0, -0.4, 0.9]], 0, 2),
            (Array2::zeros((0, 3)), 1, 2),
            (ties, 2, 2),
        ]
    },
    call: |favourites, (h, j, count)| favourites(h, *j, *count).into(),
    properties: &[
        ("two samples have the same activation", |(h, j, _)| {
            let v: Vec<f64> = h.rows().into_iter().filter_map(|row| row.get(j + 1).copied()).collect();
            (1..v.len()).any(|i| v[..i].contains(&v[i]))
        }),
        ("there are fewer samples than `count`", |(h, _, count)| h.nrows() < *count),
        ("count is less than the number of samples", |(h, _, count)| h.nrows() > *count),
        ("j is not 0", |(_, j, _)| *j > 0),
        ("there is no neuron j", |(h, j, _)| j + 1 >= h.ncols()),
    ],
};
