//! Spoilers: wrong ways to write `softmax_rows`, `mean_cross_entropy` and `output_delta`, and the inputs that tell them
//! apart. The tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::{Array2, Axis};

pub type SoftmaxRows = fn(&Array2<f64>) -> Array2<f64>;
pub type MeanCrossEntropy = fn(&Array2<f64>, &Array2<f64>) -> f64;
pub type OutputDelta = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
pub type Functions = (SoftmaxRows, MeanCrossEntropy, OutputDelta);

fn largest(a: &Array2<f64>) -> Array2<f64> {
    a.fold_axis(Axis(1), f64::NEG_INFINITY, |m, &a| m.max(a)).insert_axis(Axis(1))
}

fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let powers = (a - &largest(a)).mapv(f64::exp);
    &powers / &powers.sum_axis(Axis(1)).insert_axis(Axis(1))
}

fn cross_entropy(a: &Array2<f64>, y: &Array2<f64>) -> f64 {
    assert!(a.dim() == y.dim() && a.nrows() > 0);
    let below = a - &largest(a);
    let logarithms = &below - &below.mapv(f64::exp).sum_axis(Axis(1)).mapv(f64::ln).insert_axis(Axis(1));
    -(y * &logarithms).sum() / a.nrows() as f64
}

fn delta(a: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert!(a.dim() == y.dim() && a.nrows() > 0);
    (softmax(a) - y) / a.nrows() as f64
}

pub static SOFTMAX_ROWS: Diagnosis<Functions, SoftmaxRows, Array2<f64>> = Diagnosis {
    function: "softmax_rows",
    slot: |f| &mut f.0,
    right: softmax,
    mistakes: &[],
    inputs: || vec![],
    call: |softmax_rows, logits| softmax_rows(logits).into(),
    properties: &[],
};

pub static MEAN_CROSS_ENTROPY: Diagnosis<Functions, MeanCrossEntropy, (Array2<f64>, Array2<f64>)> = Diagnosis {
    function: "mean_cross_entropy",
    slot: |f| &mut f.1,
    right: cross_entropy,
    mistakes: &[],
    inputs: || vec![],
    call: |mean_cross_entropy, (logits, y)| mean_cross_entropy(logits, y).into(),
    properties: &[],
};

pub static OUTPUT_DELTA: Diagnosis<Functions, OutputDelta, (Array2<f64>, Array2<f64>)> = Diagnosis {
    function: "output_delta",
    slot: |f| &mut f.2,
    right: delta,
    mistakes: &[],
    inputs: || vec![],
    call: |output_delta, (logits, y)| output_delta(logits, y).into(),
    properties: &[],
};
