//! Given: random numbers, and the constants of Adam. There is nothing to do in this file.

use ndarray::Array2;
use rand::rngs::Xoshiro256PlusPlus;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

/// Adam's `β₁`: how much of the mean gradient is kept at each step (Kingma and Ba, 2015).
pub const BETA1: f64 = 0.9;

/// Adam's `β₂`: how much of the mean squared gradient is kept at each step.
pub const BETA2: f64 = 0.999;

/// What RMSProp and Adam add to the root, so that nothing is divided by 0.
pub const EPSILON: f64 = 1e-8;

/// The numbers `0, 1, …, n − 1` in random order. The same seed gives the same order on every machine.
pub fn shuffled(n: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..n).collect();
    order.shuffle(&mut Xoshiro256PlusPlus::seed_from_u64(seed));
    order
}

/// A matrix of random numbers, spread uniformly from 0 to 1; 1 itself is never among them.
pub fn uniform(rows: usize, columns: usize, seed: u64) -> Array2<f64> {
    let mut random = Xoshiro256PlusPlus::seed_from_u64(seed);
    Array2::from_shape_simple_fn((rows, columns), || random.random_range(0.0..1.0))
}
