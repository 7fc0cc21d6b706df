//! The training loop, with all that the course has built.

use crate::given::{Momentum, Network, Recipe, Samples};
use ndarray::Array2;

/// One epoch: every sample once, in batches, with a step after each batch.
///
/// For each batch: take its rows of `x` and of `y`, go forward, take the gradient by the logits, go backward, take a
/// step.
///
/// - `network`: its weights are changed in place
/// - `optimiser`: takes the steps; it remembers its velocity from batch to batch
/// - `x`: all samples, the constant 1 in column 0, shape `(n, k)`
/// - `y`: the right answers, one-hot, shape `(n, m)`
/// - `size`, `seed`: the batches are those of [`crate::given::batches`]`(n, size, seed)`
/// - returns the mean error over all `n` samples, each taken before the step of its batch. The last batch may be
///   shorter, so this is not the mean of the batches' errors: each counts as often as it has samples.
///
/// [`crate::given`] has `batches`, `rows`, `forward`, `backward` and `optimiser.step(network, &gradients)`;
/// [`crate::mean_cross_entropy`] and [`crate::output_delta`] are yours.
///
/// # Panics
/// If `x` and `y` differ in their number of rows, or `size` is 0.
///
/// Task 6: `cargo test -p ch09 t6`.
pub fn train_epoch(
    network: &mut Network,
    optimiser: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    size: usize,
    seed: u64,
) -> f64 {
    assert_eq!(x.nrows(), y.nrows(), "one answer for each sample");
    assert!(size > 0, "a batch holds at least one sample");
    todo!("{network:?} {optimiser:?} for {} samples with {} classes, {size} at a time, {seed}", x.nrows(), y.ncols())
}

/// Trains a network, watches it on samples that it is not trained with, and keeps its best weights.
///
/// Epoch `t`, from 0 on, takes the random order of `recipe.seed + t as u64`. After each epoch the accuracy on the
/// validation samples is taken. The weights that are kept are those after the epoch with the highest accuracy; of equal
/// ones, the first, also if it is 0.
///
/// - `network`: ends with the best weights; with no epochs it stays as it is
/// - `training`: the samples to learn from
/// - `validation`: the samples to choose the epoch by; no gradient comes from them
/// - `recipe`: step size, momentum, size of a batch, epochs and seed; all epochs are run
/// - returns the accuracy on the validation samples after each epoch, `recipe.epochs` numbers
///
/// One [`crate::given::Momentum::new`]`(network, eta, mu)` serves the whole training. The number of classes is
/// `network.w2.nrows()`; `network.clone()` is a copy, and `*network = best;` puts it back.
///
/// # Panics
/// If there are no validation samples.
///
/// Task 6: `cargo test -p ch09 t6`.
pub fn train(network: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> Vec<f64> {
    assert!(!validation.labels.is_empty(), "no validation samples: an accuracy needs at least one");
    todo!("{network:?} {recipe:?} with {} samples, watched on {}", training.labels.len(), validation.labels.len())
}
