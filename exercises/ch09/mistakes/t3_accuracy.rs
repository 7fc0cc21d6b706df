//! Spoilers: wrong ways to write `predicted` and `accuracy`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::Array2;

pub type Predicted = fn(&Array2<f64>) -> Vec<usize>;
pub type Accuracy = fn(&[usize], &[usize]) -> f64;
pub type Functions = (Predicted, Accuracy);

fn says(scores: &Array2<f64>) -> Vec<usize> {
    assert!(scores.ncols() > 0);
    let of_row = |i: usize| (0..scores.ncols()).rev().max_by(|&a, &b| scores[[i, a]].total_cmp(&scores[[i, b]]));
    (0..scores.nrows()).filter_map(of_row).collect()
}

fn share(predicted: &[usize], truth: &[usize]) -> f64 {
    assert!(predicted.len() == truth.len() && !truth.is_empty());
    predicted.iter().zip(truth).filter(|(p, t)| p == t).count() as f64 / truth.len() as f64
}

pub static PREDICTED: Diagnosis<Functions, Predicted, Array2<f64>> = Diagnosis {
    function: "predicted",
    slot: |f| &mut f.0,
    right: says,
    mistakes: &[],
    inputs: || vec![],
    call: |predicted, scores| predicted(scores).into(),
    properties: &[],
};

pub static ACCURACY: Diagnosis<Functions, Accuracy, (Vec<usize>, Vec<usize>)> = Diagnosis {
    function: "accuracy",
    slot: |f| &mut f.1,
    right: share,
    mistakes: &[],
    inputs: || vec![],
    call: |accuracy, (predicted, truth)| accuracy(predicted, truth).into(),
    properties: &[],
};
