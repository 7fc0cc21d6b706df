//! Spoilers: wrong ways to write `one_hot`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::Array2;

pub type OneHot = fn(&[usize], usize) -> Array2<f64>;

fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    assert!(labels.iter().all(|&label| label < classes));
    Array2::from_shape_fn((labels.len(), classes), |(i, j)| if labels[i] == j { 1.0 } else { 0.0 })
}

pub static ONE_HOT: Diagnosis<OneHot, OneHot, (Vec<usize>, usize)> = Diagnosis {
    function: "one_hot",
    slot: |f| f,
    right: one_hot,
    mistakes: &[],
    inputs: || vec![(vec![2, 0], 3), (vec![0, 2], 2)],
    call: |one_hot, (labels, classes)| one_hot(labels, *classes).into(),
    properties: &[],
};
