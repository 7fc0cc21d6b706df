//! Standardising: features on one scale, by the mean and the deviation of the training samples.

use ndarray::{Array1, Array2, Axis};

/// The mean and the standard deviation of each feature, over all samples.
///
/// ```text
/// μⱼ = (1/n) Σᵢ xᵢⱼ          σⱼ = √( (1/n) Σᵢ (xᵢⱼ − μⱼ)² )
/// ```
///
/// - `x`: the training samples, shape `(n, k)`: one sample in each row, one feature in each column
/// - returns `(mean, deviation)`, each of shape `(k,)`: one number for each feature
///
/// The sum is divided by `n`, not by `n − 1`: the deviation describes these samples, and estimates nothing.
///
/// Subtract the mean before squaring. The mean of `x²` minus `μ²` is the same in exact arithmetic, but for a feature
/// around 10⁸ that varies by 1, the two agree in nearly all the digits that an `f64` has, and what is left is rounding.
///
/// Example: the column `[1, 3]` has the mean 2 and the deviation `√((1 + 1)/2) = 1`.
///
/// `x.mean_axis(Axis(0))` is the mean of each column, as an `Option`: `.unwrap()` takes it out. `x - &mean` subtracts
/// the row `mean` from each row of `x`, and `a.mapv(f64::sqrt)` is the root of each entry.
///
/// # Panics
/// If there is no sample.
///
/// Task 1: `cargo test -p ch08 t1`.
pub fn statistics(x: &Array2<f64>) -> (Array1<f64>, Array1<f64>) {
    assert!(x.nrows() > 0, "no sample: a mean needs at least one");
    let n = x.nrows() as f64;
    let mean = x.sum_axis(Axis(0)) / n;
    let deviation = ((x - &mean).mapv(|d| d * d).sum_axis(Axis(0)) / n).mapv(f64::sqrt);
    (mean, deviation)
}

/// Samples on the scale of the training samples: mean 0 and deviation 1 *there*.
///
/// ```text
/// zᵢⱼ = (xᵢⱼ − μⱼ) / σⱼ          and where σⱼ = 0:   zᵢⱼ = xᵢⱼ − μⱼ
/// ```
///
/// - `x`: any samples, shape `(n, k)`: training, validation, test, or a single one
/// - `mean`, `deviation`: those of the *training* samples, shape `(k,)`
/// - returns the samples on the new scale, shape `(n, k)`
///
/// Every sample is moved by the same numbers, whatever batch it comes in: a network that was trained with one scale
/// reads no other. A feature that is the same in all training samples has the deviation 0, and is only moved. (Rounding
/// can hide this: ten times 0.1 have a computed deviation of about 10⁻¹⁷. Libraries therefore take a tiny share of the
/// mean for 0; here only 0 itself counts.)
///
/// Example: with mean 2 and deviation 4, the sample `[10]` becomes `[(10 − 2)/4] = [2]`.
///
/// # Panics
/// If `mean` or `deviation` does not have one number for each column of `x`.
///
/// Task 1: `cargo test -p ch08 t1`.
pub fn standardised(x: &Array2<f64>, mean: &Array1<f64>, deviation: &Array1<f64>) -> Array2<f64> {
    assert_eq!(mean.len(), x.ncols(), "one mean for each column: x has {}, mean {}", x.ncols(), mean.len());
    assert_eq!(deviation.len(), x.ncols(), "one deviation for each column: x has {}", x.ncols());
    let scale = deviation.mapv(|d| if d == 0.0 { 1.0 } else { d });
    (x - mean) / &scale
}
