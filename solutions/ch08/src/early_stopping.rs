//! Early stopping: when to end a training, and which weights to keep.

/// Which epoch was best on the validation samples, and after which epoch the training ends.
///
/// The training ends as soon as `patience` epochs in a row have brought nothing better than the best so far, or with
/// the last epoch of the list. "Better" is a *smaller* error than the best so far; an equal one does not count. NaN, in
/// which a training that diverges ends, is never better. The weights to keep are those of the best epoch, however the
/// training has ended.
///
/// - `validation`: the error on the validation samples after each epoch, in order; the first is epoch 0
/// - `patience`: after how many epochs in a row without an improvement the training ends, at least 1
/// - returns `(best, last)`: the epoch whose weights are kept, and the last epoch that is trained
///
/// Example: for the errors `[5, 3, 4, 3, 6, 1]` and a patience of 3, the best is epoch 1. Epochs 2, 3 and 4 are not
/// better, so the training ends with epoch 4, and never sees that epoch 5 would have been better still: `(1, 4)`.
///
/// # Panics
/// If there is no epoch, or if `patience` is 0.
///
/// Task 9: `cargo test -p ch08 t9`.
pub fn early_stopping(validation: &[f64], patience: usize) -> (usize, usize) {
    assert!(!validation.is_empty(), "no epoch: there is nothing to choose from");
    assert!(patience > 0, "a patience of 0 would end the training before it begins");
    let mut best = 0;
    for (epoch, &error) in validation.iter().enumerate() {
        if error < validation[best] {
            best = epoch;
        }
        if epoch - best == patience {
            return (best, epoch);
        }
    }
    (best, validation.len() - 1)
}
