//! The error of a network that chooses one of many classes.

use ndarray::Array2;

/// The probabilities of the classes, for each sample: the softmax of chapter 3, row by row.
///
/// ```text
/// ŷ_ij = exp(a_ij) / Σ_l exp(a_il)
/// ```
///
/// - `logits`: the pre-activations of the outputs, shape `(n, m)`, a row for each sample
/// - returns the probabilities, shape `(n, m)`; each row adds up to 1
///
/// Example: the row `[0, ln 3]` becomes `[¼, ¾]`, and so does `[1000, 1000 + ln 3]`. Nothing overflows if the largest
/// entry of a row is subtracted from it first.
///
/// `for mut row in p.rows_mut()` visits the rows of a copy `p`; `row.fold(f64::NEG_INFINITY, |m, &a| m.max(a))` is the
/// largest entry, and `row.mapv_inplace(f)` changes each.
///
/// Task 2: `cargo test -p ch09 t2`.
pub fn softmax_rows(logits: &Array2<f64>) -> Array2<f64> {
    let mut p = logits.clone();
    for mut row in p.rows_mut() {
        let largest = row.fold(f64::NEG_INFINITY, |m, &a| m.max(a));
        row.mapv_inplace(|a| (a - largest).exp());
        row /= row.sum();
    }
    p
}

/// The mean cross-entropy of the softmax of the logits: minus the logarithm of the probability of the right class.
///
/// ```text
/// E = −1/n Σ_ij y_ij ln ŷ_ij           ln ŷ_ij = a_ij − ln Σ_l exp(a_il)
/// ```
///
/// The logarithm is taken as on the right, never of a probability: where a probability is rounded to 0, its logarithm
/// would be infinite, though the error is not.
///
/// - `logits`: the pre-activations of the outputs, shape `(n, m)`
/// - `y`: the right answers, one-hot, shape `(n, m)`
/// - returns the mean over the `n` samples
///
/// Example: equal logits for ten classes give `ln 10 = 2.303`, whatever the answer: what a network that knows nothing
/// should begin with. The logits `[0, 1000]` and the answer `[1, 0]` give 1000.
///
/// With the largest entry `m` of a row subtracted, `ln Σ exp(a) = m + ln Σ exp(a − m)`, and nothing overflows.
///
/// # Panics
/// If `logits` and `y` differ in shape, or there is no sample.
///
/// Task 2: `cargo test -p ch09 t2`.
pub fn mean_cross_entropy(logits: &Array2<f64>, y: &Array2<f64>) -> f64 {
    assert_eq!(logits.dim(), y.dim(), "one answer for each logit");
    assert!(logits.nrows() > 0, "no samples: a mean needs at least one");
    let mut error = 0.0;
    for (a, y) in logits.rows().into_iter().zip(y.rows()) {
        let largest = a.fold(f64::NEG_INFINITY, |m, &a| m.max(a));
        let log_sum = largest + a.iter().map(|a| (a - largest).exp()).sum::<f64>().ln();
        error += y.iter().zip(a).map(|(y, a)| y * (log_sum - a)).sum::<f64>();
    }
    error / logits.nrows() as f64
}

/// How fast the mean cross-entropy grows with each logit: `∂E/∂A₂ = (Ŷ − Y)/n`.
///
/// The formula is chapter 6's for the sigmoid, and that is no accident: softmax and cross-entropy belong together, and
/// all that is left of the chain rule is the difference.
///
/// - `logits`: the pre-activations of the outputs, shape `(n, m)`
/// - `y`: the right answers, one-hot, shape `(n, m)`
/// - returns the gradient, shape `(n, m)`; each row adds up to 0
///
/// Example: for two samples, a row with the probabilities `[¼, ¾]` and the answer `[1, 0]` becomes `[−⅜, ⅜]`.
///
/// # Panics
/// If `logits` and `y` differ in shape, or there is no sample.
///
/// Task 2: `cargo test -p ch09 t2`.
pub fn output_delta(logits: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert_eq!(logits.dim(), y.dim(), "one answer for each logit");
    assert!(logits.nrows() > 0, "no samples: a mean needs at least one");
    (softmax_rows(logits) - y) / logits.nrows() as f64
}
