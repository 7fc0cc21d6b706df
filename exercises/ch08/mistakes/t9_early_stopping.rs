//! Spoilers: wrong ways to write `early_stopping`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};

pub type EarlyStopping = fn(&[f64], usize) -> (usize, usize);

/// What is right, but for what counts as an improvement on the best so far.
fn watched(validation: &[f64], patience: usize, improves: impl Fn(f64, f64) -> bool) -> (usize, usize) {
    assert!(!validation.is_empty() && patience > 0);
    let mut best = 0;
    for (t, &error) in validation.iter().enumerate() {
        if t > 0 && improves(error, validation[best]) {
            best = t;
        }
        if t - best == patience {
            return (best, t);
        }
    }
    (best, validation.len() - 1)
}

fn stop(validation: &[f64], patience: usize) -> (usize, usize) {
    watched(validation, patience, |error, best| error < best)
}

fn first_minimum(validation: &[f64]) -> usize {
    (0..validation.len()).min_by(|&a, &b| validation[a].total_cmp(&validation[b])).unwrap()
}

pub static EARLY_STOPPING: Diagnosis<EarlyStopping, EarlyStopping, (Vec<f64>, usize)> = Diagnosis {
    function: "early_stopping",
    slot: |f| f,
    right: stop,
    mistakes: &[
        ("the last epoch is kept: keep the best one", |v, patience| {
            let (_, last) = stop(v, patience);
            (last, last)
        }),
        ("the best of all epochs is returned, of those too that come after the end of the training", |v, patience| {
            let (_, last) = stop(v, patience);
            (first_minimum(v), last)
        }),
        ("an equal error counts as an improvement: only a smaller one does", |v, patience| {
            watched(v, patience, |error, best| error <= best)
        }),
        ("this is the last of the smallest errors: keep the first", |v, patience| {
            let (_, last) = stop(v, patience);
            ((0..=last).rev().min_by(|&a, &b| v[a].total_cmp(&v[b])).unwrap(), last)
        }),
        ("each epoch is compared with the one before: compare with the best so far", |v, patience| {
            let (mut best, mut waited) = (0, 0);
            for t in 1..v.len() {
                if v[t] < v[t - 1] {
                    (best, waited) = (t, 0);
                } else {
                    waited += 1;
                }
                if waited == patience {
                    return (best, t);
                }
            }
            (best, v.len() - 1)
        }),
        ("the count is not set back to 0 by an improvement", |v, patience| {
            let (mut best, mut waited) = (0, 0);
            for t in 1..v.len() {
                if v[t] < v[best] {
                    best = t;
                } else {
                    waited += 1;
                }
                if waited == patience {
                    return (best, t);
                }
            }
            (best, v.len() - 1)
        }),
        ("it stops one epoch late: when `patience` epochs have brought nothing better, not one more", |v, patience| {
            stop(v, patience + 1)
        }),
        ("it stops one epoch early: wait for `patience` epochs without an improvement", |v, patience| {
            if patience == 1 { (0, 0) } else { stop(v, patience - 1) }
        }),
        ("it stops at the first epoch that is not better: wait for `patience` of them", |v, _| stop(v, 1)),
        ("it never stops: end as soon as the best is `patience` epochs back", |v, _| (first_minimum(v), v.len() - 1)),
        ("the largest error is taken for the best: the smallest is", |v, patience| {
            watched(v, patience, |error, best| error > best)
        }),
        ("best and last have changed places: the best comes first", |v, patience| {
            let (best, last) = stop(v, patience);
            (last, best)
        }),
        ("the epochs are counted from 1: the first is epoch 0", |v, patience| {
            let (best, last) = stop(v, patience);
            (best + 1, last + 1)
        }),
        ("the number of epochs is returned for the last one: it is one less", |v, patience| {
            let (best, last) = stop(v, patience);
            (best, last + 1)
        }),
        ("if the epochs run out, the last one is kept: keep the best one, however the training ends", |v, patience| {
            let (best, last) = stop(v, patience);
            if last - best == patience { (best, last) } else { (last, last) }
        }),
        ("the epoch before the best is kept", |v, patience| {
            let (best, last) = stop(v, patience);
            (best.saturating_sub(1), last)
        }),
        ("the last epoch is the best one: training goes on for `patience` epochs after it", |v, patience| {
            let (best, _) = stop(v, patience);
            (best, best)
        }),
        ("it stops after several rises in a row: count every epoch that is not better than the best", |v, patience| {
            let (mut best, mut rises) = (0, 0);
            for t in 1..v.len() {
                if v[t] < v[best] {
                    best = t;
                }
                rises = if v[t] > v[t - 1] { rises + 1 } else { 0 };
                if rises == patience {
                    return (best, t);
                }
            }
            (best, v.len() - 1)
        }),
        (
            "the search for the best ends at the first rise: a later epoch can be better, if it comes in time",
            |v, patience| {
                let best = (0..v.len() - 1)
                    .find(|&t| v[t + 1].partial_cmp(&v[t]) != Some(std::cmp::Ordering::Less))
                    .unwrap_or(v.len() - 1);
                (best, (best + patience).min(v.len() - 1))
            },
        ),
        ("the first epoch is left out: it can be the best", |v, patience| {
            if v.len() == 1 {
                return (0, 0);
            }
            let (best, last) = stop(&v[1..], patience);
            (best + 1, last + 1)
        }),
        ("the last epoch is left out: it can be the best", |v, patience| {
            if v.len() == 1 { (0, 0) } else { stop(&v[..v.len() - 1], patience) }
        }),
        ("a small improvement does not count: any smaller error does", |v, patience| {
            watched(v, patience, |error, best| error < best - 0.01)
        }),
        ("the first epoch is always kept: change `best` when a smaller error comes", |v, patience| {
            (0, patience.min(v.len() - 1))
        }),
        (
            "the count begins anew where an error is smaller than the one before: only a new best counts",
            |v, patience| {
                let (mut best, mut waited) = (0, 0);
                for t in 1..v.len() {
                    waited = if v[t] < v[t - 1] { 0 } else { waited + 1 };
                    if v[t] < v[best] {
                        best = t;
                    }
                    if waited == patience {
                        return (best, t);
                    }
                }
                (best, v.len() - 1)
            },
        ),
        ("an equal error sets the count back to 0: only a smaller one does", |v, patience| {
            let (mut best, mut waited) = (0, 0);
            for t in 1..v.len() {
                waited = if v[t] <= v[best] { 0 } else { waited + 1 };
                if v[t] < v[best] {
                    best = t;
                }
                if waited == patience {
                    return (best, t);
                }
            }
            (best, v.len() - 1)
        }),
        ("the training ends beyond the list: the last epoch is `validation.len() - 1` at most", |v, patience| {
            let (best, _) = stop(v, patience);
            (best, best + patience)
        }),
        ("the best error so far begins at 0: let it begin with the first epoch's", |v, patience| {
            let (mut best, mut least, mut waited) = (0, 0.0, 0);
            for (t, &error) in v.iter().enumerate() {
                if error < least {
                    (best, least, waited) = (t, error, 0);
                } else {
                    waited += 1;
                }
                if waited == patience {
                    return (best, t);
                }
            }
            (best, v.len() - 1)
        }),
        ("a NaN counts as an improvement: it is not smaller than anything, so ask `error < best`", |v, patience| {
            watched(v, patience, |error, best| error < best || error.is_nan() || best.is_nan())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(891);
        let mut walk = |n: usize| (0..n).map(|_| (5.0 * random.number()).round()).collect::<Vec<f64>>();
        vec![
            (vec![5.0, 3.0, 4.0, 3.0, 6.0, 1.0], 3),
            (vec![4.0, 2.0, 3.0], 5),
            (vec![4.0, 3.0, 2.0, 1.0], 2),
            (vec![7.0], 1),
            (vec![9.0, 9.5, 8.0, 8.5, 7.999, 8.0, 8.0, 1.0], 2),
            (vec![5.0, 7.0, 6.0, 5.5, 4.0], 3),
            (vec![5.0, 7.0, 6.0, 5.5, 4.0], 4),
            (vec![1.0, 2.0, 3.0, 4.0], 2),
            (vec![2.0, 2.0, 2.0], 2),
            (vec![3e-7, 2e-7, 1e-7, 4e-7], 1),
            (vec![2.0, 1.0, f64::NAN, f64::NAN, 0.5], 2),
            (vec![2.0, f64::NAN, 1.0, f64::NAN, 0.5], 2),
            (walk(8), 1),
            (walk(20), 3),
            (walk(30), 6),
            (vec![], 1),
        ]
    },
    call: |early_stopping, (validation, patience)| {
        let (best, last) = early_stopping(validation, *patience);
        Answer::named("best", &best).and("last", &last)
    },
    properties: &[
        ("an error is NaN", |(v, _)| v.iter().any(|e| e.is_nan())),
        ("the patience is 1", |&(_, patience)| patience == 1),
        ("two epochs have the same error", |(v, _)| (0..v.len()).any(|i| v[..i].contains(&v[i]))),
    ],
};
