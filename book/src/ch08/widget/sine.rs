//! The noisy sine: a few points of a curve, which a network can learn by heart.

use super::network::{Hidden, Network, Output};
use ch08::given;
use ndarray::{Array2, Axis};

/// Samples and their answers.
pub type Samples = (Array2<f64>, Array2<f64>);

/// The points for training and for validation, and the deviation of the noise.
pub const POINTS: usize = 20;
pub const VALIDATION: usize = 60;
pub const NOISE: f64 = 0.4;
/// The features lie between −`REACH` and `REACH`.
pub const REACH: f64 = 2.5;

pub const NETWORK: Network = Network { sizes: [1, 30, 1], hidden: Hidden::Tanh, output: Output::Number };

/// The curve that the points come from.
pub fn curve(x: f64) -> f64 {
    (2.0 * x).sin()
}

/// `n` points of the curve with noise.
fn points(n: usize, seed: u64) -> Samples {
    let within = given::uniform(n, 1, seed + 100);
    let x = Array2::from_shape_fn((n, 1), |(i, _)| 2.0 * REACH * (i as f64 + within[[i, 0]]) / n as f64 - REACH);
    // The sum of twelve such numbers, less its mean, has the deviation 1 and nearly a normal distribution.
    let noise = given::uniform(n, 12, seed).sum_axis(Axis(1)).insert_axis(Axis(1)) - 6.0;
    let y = x.mapv(curve) + NOISE * noise;
    (x, y)
}

/// The points that are trained on.
pub fn training(seed: u64) -> Samples {
    points(POINTS, seed)
}

/// Those that are not, with noise of their own.
pub fn validation(seed: u64) -> Samples {
    points(VALIDATION, seed + 50)
}
