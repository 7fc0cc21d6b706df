//! What the chapter's program for PyTorch prints, by the reference.

use super::experiments::{CLASSES, HIDDEN, RECIPE, SIDE, TRAINING, samples};
use crate::chapter::Reference;
use ch09::given::{Momentum, Network, backward, forward};
use ch09::{mean_cross_entropy, one_hot, output_delta};
use ndarray::Array2;

pub const LIBRARIES: &[Reference] = &[("pytorch", first_batches)];

/// The errors of the first five batches, with initial weights from a formula, so that both programs have the same.
fn first_batches() -> Vec<f64> {
    let layer = |rows: usize, columns: usize, scale: f64| {
        Array2::from_shape_fn((rows, columns), |(i, j)| match j {
            0 => 0.0,
            _ => scale * ((i * (columns - 1) + j) as f64).sin(),
        })
    };
    let mut network = Network { w1: layer(HIDDEN, SIDE * SIDE + 1, 0.2), w2: layer(CLASSES, HIDDEN + 1, 0.3) };
    let mut optimiser = Momentum::new(&network, RECIPE.eta, RECIPE.mu);
    let step = |batch: usize| {
        let places: Vec<usize> = (batch * RECIPE.size..(batch + 1) * RECIPE.size).collect();
        let batch = samples(&TRAINING, &places);
        let y = one_hot(&batch.labels, CLASSES);
        let pass = forward(&network, &batch.x);
        let gradients = backward(&network, &batch.x, &pass, &output_delta(&pass.logits, &y));
        optimiser.step(&mut network, &gradients);
        mean_cross_entropy(&pass.logits, &y)
    };
    (0..5).map(step).collect()
}
