//! Chapter 8: one network learns the noisy sine by several recipes. The initial weights, the batches, the steps, the
//! decay and the dropout are the chapter's own functions, and so is the choice of the best epoch.

#[allow(dead_code, reason = "the experiments on the pages use all of it, the figure a part")]
pub mod network;
pub mod sine;

use ndarray::{Array1, Array2};
use network::{Optimiser, Recipe};
use widget_abi::{Functions, Input};

/// What the figure calls.
pub const FUNCTIONS: Functions = &[("setting", setting), ("train", train), ("best", best)];

/// A curve is drawn through so many places.
const PLACES: usize = 81;

fn places() -> Array2<f64> {
    let step = 2.0 * sine::REACH / (PLACES - 1) as f64;
    Array2::from_shape_fn((PLACES, 1), |(place, _)| step * place as f64 - sine::REACH)
}

/// `seed` → the mean square of the noise, the curve at each place, and then each training point, `x` and `y`.
fn setting(numbers: &[f64]) -> Vec<f64> {
    let (x, y) = sine::training(Input::new(numbers).number() as u64);
    let curve = places().into_iter().map(sine::curve);
    let points = x.iter().zip(&y).flat_map(|(x, y)| [*x, *y]);
    [sine::NOISE * sine::NOISE].into_iter().chain(curve).chain(points).collect()
}

/// `optimiser, gain, η, batch, λ, p, seed, epochs …` → for each of these epochs the training error, the validation
/// error, and what the network says at each place.
///
/// The optimisers are 0 for gradient descent, 1 for momentum, 2 for Adam. The gain is that of the hidden layer; the
/// output's is 1, or the same if that is less.
fn train(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let optimiser = [Optimiser::Descent, Optimiser::Momentum, Optimiser::Adam][input.count().min(2)];
    let gain = input.number();
    let (eta, batch) = (input.number(), input.count());
    let (lambda, p) = (input.number(), input.number());
    let seed = input.number() as u64;
    let shown = input.rest();
    let epochs = shown.last().map_or(0, |last| *last as usize);
    let recipe = Recipe { optimiser, eta, batch, lambda, p, epochs, seed: 1 };
    let (samples, others, places) = (sine::training(seed), sine::validation(seed), places());
    let error = |w: &Array1<f64>, (x, y): &sine::Samples| sine::NETWORK.error(w, x, y);
    let mut answer = vec![];
    let start = sine::NETWORK.initial([gain, gain.min(1.0)], seed);
    sine::NETWORK.train(&recipe, start, (&samples.0, &samples.1), |epoch, w| {
        if shown.contains(&(epoch as f64)) {
            answer.extend([error(w, &samples), error(w, &others)]);
            answer.extend(sine::NETWORK.predictions(w, &places));
        }
    });
    answer
}

/// `validation errors` → which of them early stopping keeps, if its patience lasts to the end.
fn best(numbers: &[f64]) -> Vec<f64> {
    vec![ch08::early_stopping(numbers, numbers.len()).0 as f64]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A training error, a validation error and a curve for each epoch that is shown.
    fn trained(recipe: [f64; 6], epochs: &[f64]) -> Vec<f64> {
        train(&[&recipe[..], &[6.0], epochs].concat())
    }

    const PLAIN: [f64; 6] = [2.0, 3.0, 0.03, 20.0, 0.0, 0.0];

    #[test]
    fn an_epoch_is_the_same_whatever_else_is_shown() {
        let every = trained(PLAIN, &[0.0, 1.0, 2.0, 3.0]);
        assert_eq!(every.len(), 4 * (2 + PLACES));
        assert_eq!(trained(PLAIN, &[3.0]), every[3 * (2 + PLACES)..]);
    }

    #[test]
    fn from_zero_only_the_output_bias_learns() {
        let curve = &trained([2.0, 0.0, 0.03, 20.0, 0.0, 0.0], &[200.0])[2..];
        assert!(curve.iter().all(|y| *y == curve[0]), "a level line");
    }

    #[test]
    fn the_best_epoch_is_the_first_smallest() {
        assert_eq!(best(&[3.0, 1.0, 2.0, 1.0]), [1.0]);
    }
}
