//! Random numbers that are the same on every machine.

use ndarray::{Array1, Array2};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

/// A seeded source of numbers between −1 and 1. The generator is named and portable, so a test has the same inputs on
/// each machine.
pub struct Random(Xoshiro256PlusPlus);

impl Random {
    /// The source that this seed stands for.
    pub fn seeded(seed: u64) -> Self {
        Self(Xoshiro256PlusPlus::seed_from_u64(seed))
    }

    /// One number, evenly spread between −1 and 1.
    pub fn number(&mut self) -> f64 {
        self.0.random_range(-1.0..1.0)
    }

    /// A vector of `n` such numbers.
    pub fn vector(&mut self, n: usize) -> Array1<f64> {
        Array1::from_shape_simple_fn(n, || self.number())
    }

    /// A matrix of `n` rows and `k` columns of such numbers.
    pub fn matrix(&mut self, n: usize, k: usize) -> Array2<f64> {
        Array2::from_shape_simple_fn((n, k), || self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// These numbers were written down once: a change of generator or version that alters them would alter every
    /// snapshot.
    #[test]
    fn the_first_numbers_of_seed_1_are_known() {
        let first: Vec<String> = Random::seeded(1).vector(3).iter().map(|v| format!("{v:.12}")).collect();
        assert_eq!(first, ["0.623224317764", "0.494209432316", "-0.799698192932"]);
    }

    #[test]
    fn numbers_lie_between_minus_one_and_one_and_differ() {
        let numbers = Random::seeded(2).matrix(20, 50);
        assert!(numbers.iter().all(|v| v.abs() <= 1.0));
        let mean = numbers.mean().unwrap();
        assert!(mean.abs() < 0.06, "1,000 numbers around 0 have a mean near 0, not {mean}");
        assert!(numbers.iter().any(|&v| v < -0.9) && numbers.iter().any(|&v| v > 0.9));
    }
}
