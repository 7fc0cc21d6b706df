//! # Task 9: early stopping
//!
//! Write `early_stopping(validation, patience)` in `src/early_stopping.rs`. On the training samples a network only gets
//! better. On samples that it has never seen it gets better, and then worse again. So we watch the error on such
//! samples, stop when it has not improved for a while, and keep the weights of the best epoch, not of the last.

use ch08::early_stopping;
use ch08_mistakes::t9_early_stopping::{EARLY_STOPPING, EarlyStopping};
use checks::{Random, Task, given};

const TASK: Task<EarlyStopping> = Task {
    title: "Early stopping",
    functions: &["early_stopping"],
    section: "Early stopping",
    yours: early_stopping,
    diagnoses: &[&EARLY_STOPPING],
};

fn check(early_stopping: EarlyStopping, validation: &[f64], patience: usize, expected: (usize, usize)) {
    let (best, last) = early_stopping(validation, patience);
    given("validation", &validation.to_vec())
        .and("patience", &patience)
        .got(vec![best as f64, last as f64])
        .derived("the pair (best, last)")
        .expect(vec![expected.0 as f64, expected.1 as f64]);
}

/// The best is epoch 1; epochs 2, 3 and 4 are not better, the equal one included. Epoch 5 would be, but is never
/// reached.
#[test]
fn three_epochs_without_an_improvement() {
    TASK.grade(1, |early_stopping| {
        check(early_stopping, &[5.0, 3.0, 4.0, 3.0, 6.0, 1.0], 3, (1, 4));
    });
}

/// The weights to keep are those of the best epoch, also when the training has ended by itself.
#[test]
fn the_best_epoch_is_kept_when_the_epochs_run_out() {
    TASK.grade(1, |early_stopping| {
        check(early_stopping, &[4.0, 2.0, 3.0], 5, (1, 2));
        check(early_stopping, &[4.0, 3.0, 2.0, 1.0], 2, (3, 3));
        check(early_stopping, &[7.0], 1, (0, 0));
    });
}

/// Every improvement begins the count anew, however small it is.
#[test]
fn an_improvement_starts_the_count_again() {
    TASK.grade(1, |early_stopping| {
        check(early_stopping, &[9.0, 9.5, 8.0, 8.5, 7.999, 8.0, 8.0, 1.0], 2, (4, 6));
        check(early_stopping, &[3e-7, 2e-7, 1e-7, 4e-7], 1, (2, 3));
    });
}

/// Falling again is not an improvement: 6 is less than 7, the epoch before, and not less than 5, the best.
#[test]
fn better_means_better_than_the_best() {
    TASK.grade(1, |early_stopping| {
        check(early_stopping, &[5.0, 7.0, 6.0, 5.5, 4.0], 3, (0, 3));
        check(early_stopping, &[5.0, 7.0, 6.0, 5.5, 4.0], 4, (4, 4));
    });
}

/// A training that diverges ends in NaN, which is not smaller than any number: it is no improvement.
#[test]
fn nan_is_never_better() {
    TASK.grade(1, |early_stopping| {
        check(early_stopping, &[2.0, 1.0, f64::NAN, f64::NAN, 0.5], 2, (1, 3));
        check(early_stopping, &[2.0, f64::NAN, 1.0, f64::NAN], 2, (2, 3));
    });
}

/// Wherever it stops: the best is the first minimum of what was seen, and the last epoch is `patience` epochs later.
#[test]
fn the_best_is_the_first_minimum_of_what_was_seen() {
    TASK.grade(1, |early_stopping| {
        let mut random = Random::seeded(99);
        for (n, patience) in [(8, 1), (20, 3), (30, 6), (30, 40)] {
            let validation: Vec<f64> = (0..n).map(|_| (5.0 * random.number()).round()).collect();
            // An epoch ends the training if the first minimum so far lies `patience` epochs back.
            let first_minimum = |seen: &[f64]| (0..seen.len()).min_by(|&a, &b| seen[a].total_cmp(&seen[b])).unwrap();
            let last = (0..n).find(|&t| t - first_minimum(&validation[..=t]) == patience).unwrap_or(n - 1);
            let best = first_minimum(&validation[..=last]);
            check(early_stopping, &validation, patience, (best, last));
        }
    });
}

#[test]
fn no_epoch_and_no_patience_are_refused() {
    TASK.grade(1, |early_stopping| {
        check(early_stopping, &[2.0, 3.0, 1.0], 1, (0, 1));
        let numbers = |(best, last): (usize, usize)| vec![best as f64, last as f64];
        given("validation", &Vec::<f64>::new())
            .and("patience", &1_usize)
            .expect_panic("there is no epoch", || numbers(early_stopping(&[], 1)));
        given("validation", &vec![1.0, 2.0])
            .and("patience", &0_usize)
            .expect_panic("a patience of 0 is none", || numbers(early_stopping(&[1.0, 2.0], 0)));
    });
}
