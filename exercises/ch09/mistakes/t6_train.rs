//! Spoilers: wrong ways to write `train_epoch` and `train`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::{Gradients, Momentum, Network, Recipe, Samples, backward, batches, forward, rows};
use crate::naive::{self, Example};
use checks::{Answer, Diagnosis};
use ndarray::{Array2, ArrayView1, Axis, concatenate};

pub type TrainEpoch = fn(&mut Network, &mut Momentum, &Array2<f64>, &Array2<f64>, usize, u64) -> f64;
pub type Train = fn(&mut Network, &Samples, &Samples, &Recipe) -> Vec<f64>;
pub type Functions = (TrainEpoch, Train);

const BATCH_MEANS: &str =
    "this is the mean of the batches' errors: a short batch counts less, so add up error × samples, and divide by n";
const NO_VELOCITY: &str = "no velocity is kept: let the optimiser that is handed over take every step";
const FROM_REST: &str = "each step begins at rest: the velocity goes on from batch to batch, and μ belongs to it";
const STALE: &str = "all gradients are those of the network before the epoch: go forward anew for each batch";
const PAIRS: &str = "the answers are not those of the batch's samples: take the same rows of `y` as of `x`";
const LABELS: &str = "the labels are off by one: `one_hot(&training.labels, classes)`";
const SAME_ORDER: &str = "each epoch has the same random order: epoch `t` takes `recipe.seed + t`";
const NOT_BEST: &str = "the weights of the last epoch are kept: keep a copy of the best, and put it back at the end";

/// The mean error over these samples, and its gradients. With whole arrays: `verify` trains with the real digits, too.
fn mean(n: &Network, x: &Array2<f64>, y: &Array2<f64>, which: &[usize]) -> (f64, Gradients) {
    let (x, y) = (rows(x, which), rows(y, which));
    let pass = forward(n, &x);
    let largest = pass.logits.fold_axis(Axis(1), f64::NEG_INFINITY, |m, &a| m.max(a)).insert_axis(Axis(1));
    let below = &pass.logits - &largest;
    let powers = below.mapv(f64::exp);
    let sums = powers.sum_axis(Axis(1)).insert_axis(Axis(1));
    let samples = which.len() as f64;
    let error = (&y * &(sums.mapv(f64::ln) - &below)).sum() / samples;
    (error, backward(n, &x, &pass, &((powers / sums - &y) / samples)))
}

fn softmax(logits: &Array2<f64>) -> Array2<f64> {
    let powers = logits.mapv(f64::exp);
    &powers / &powers.sum_axis(Axis(1)).insert_axis(Axis(1))
}

/// What happened in a batch: the error before the step, and how many samples it holds.
type Seen = (f64, usize);

fn plain_epoch(n: &mut Network, o: &mut Momentum, x: &Array2<f64>, y: &Array2<f64>, size: usize, seed: u64) -> f64 {
    assert!(x.nrows() == y.nrows() && size > 0);
    mean_of(&epoch(n, o, x, y, &batches(x.nrows(), size, seed), |g, _| g))
}

/// An epoch with these batches, whose gradients are changed before the step.
fn epoch(
    n: &mut Network,
    o: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    all: &[Vec<usize>],
    change: impl Fn(Gradients, f64) -> Gradients,
) -> Vec<Seen> {
    let step = |batch: &Vec<usize>| {
        let (error, gradients) = mean(n, x, y, batch);
        o.step(n, &change(gradients, batch.len() as f64));
        (error, batch.len())
    };
    all.iter().map(step).collect()
}

/// The mean error of all samples.
fn mean_of(seen: &[Seen]) -> f64 {
    total(seen) / seen.iter().map(|(_, samples)| samples).sum::<usize>() as f64
}

fn total(seen: &[Seen]) -> f64 {
    seen.iter().map(|(error, samples)| error * *samples as f64).sum()
}

/// A right epoch, but for the number that it returns.
fn returning(
    n: &mut Network,
    o: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    (size, seed): (usize, u64),
    error: impl Fn(&[Seen]) -> f64,
) -> f64 {
    error(&epoch(n, o, x, y, &batches(x.nrows(), size, seed), |g, _| g))
}

/// A right epoch, but for the gradients of each batch.
fn stepping(
    n: &mut Network,
    o: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    (size, seed): (usize, u64),
    change: impl Fn(Gradients, f64) -> Gradients,
) -> f64 {
    mean_of(&epoch(n, o, x, y, &batches(x.nrows(), size, seed), change))
}

/// A right epoch, but for its batches.
fn with(n: &mut Network, o: &mut Momentum, x: &Array2<f64>, y: &Array2<f64>, all: &[Vec<usize>]) -> f64 {
    mean_of(&epoch(n, o, x, y, all, |g, _| g))
}

fn times(g: &Gradients, factor: f64) -> Gradients {
    Gradients { w1: factor * &g.w1, w2: factor * &g.w2 }
}

fn every(x: &Array2<f64>) -> Vec<usize> {
    (0..x.nrows()).collect()
}

/// The matrix without what belongs to the constant 1.
fn bias_zero(g: &Array2<f64>) -> Array2<f64> {
    let mut g = g.clone();
    g.column_mut(0).fill(0.0);
    g
}

pub static TRAIN_EPOCH: Diagnosis<Functions, TrainEpoch, (Example, Momentum, usize, u64)> = Diagnosis {
    function: "train_epoch",
    slot: |f| &mut f.0,
    right: |network, optimiser, x, y, size, seed| {
        assert!(x.nrows() == y.nrows() && size > 0);
        let error;
        (*network, *optimiser, error) = naive::epoch(network, optimiser, x, y, size, seed);
        error
    },
    mistakes: &[
        ("each step goes through all samples: take those of its batch alone", |n, o, x, y, size, seed| {
            with(n, o, x, y, &vec![every(x); batches(x.nrows(), size, seed).len()])
        }),
        (BATCH_MEANS, |n, o, x, y, size, seed| {
            returning(n, o, x, y, (size, seed), |seen| {
                seen.iter().map(|(error, _)| error).sum::<f64>() / seen.len() as f64
            })
        }),
        (
            "the errors of the batches are added up: multiply each by its samples, and divide by n",
            |n, o, x, y, size, seed| {
                returning(n, o, x, y, (size, seed), |seen| seen.iter().map(|(error, _)| error).sum())
            },
        ),
        ("the errors of all samples are added up: divide by their number", |n, o, x, y, size, seed| {
            returning(n, o, x, y, (size, seed), total)
        }),
        (
            "the sum over all samples is divided by the number of batches: divide by that of samples",
            |n, o, x, y, size, seed| returning(n, o, x, y, (size, seed), |seen| total(seen) / seen.len() as f64),
        ),
        ("the batches' errors are divided by n without being multiplied by their samples", |n, o, x, y, size, seed| {
            let rows = x.nrows() as f64;
            returning(n, o, x, y, (size, seed), |seen| seen.iter().map(|(error, _)| error).sum::<f64>() / rows)
        }),
        (
            "each batch counts as if it had `size` samples: the last may be shorter, take `batch.len()`",
            |n, o, x, y, size, seed| {
                let rows = x.nrows() as f64;
                returning(n, o, x, y, (size, seed), |seen| {
                    seen.iter().map(|(error, _)| error * size as f64).sum::<f64>() / rows
                })
            },
        ),
        ("the sum over all samples is divided by `size`: divide by their number", |n, o, x, y, size, seed| {
            returning(n, o, x, y, (size, seed), |seen| total(seen) / size as f64)
        }),
        ("the error of the last batch is returned: the mean over all samples is wanted", |n, o, x, y, size, seed| {
            returning(n, o, x, y, (size, seed), |seen| seen[seen.len() - 1].0)
        }),
        ("the error of the first batch is returned: the mean over all samples is wanted", |n, o, x, y, size, seed| {
            returning(n, o, x, y, (size, seed), |seen| seen[0].0)
        }),
        ("only the last batch is in the sum: `+=` adds to it, `=` overwrites it", |n, o, x, y, size, seed| {
            let rows = x.nrows() as f64;
            returning(n, o, x, y, (size, seed), |seen| total(&seen[seen.len() - 1..]) / rows)
        }),
        (
            "the returned error is 0: add up error × samples over the batches, and divide by n",
            |n, o, x, y, size, seed| returning(n, o, x, y, (size, seed), |_| 0.0),
        ),
        ("each error is taken after the step of its batch: take it before", |n, o, x, y, size, seed| {
            let mut sum = 0.0;
            for batch in batches(x.nrows(), size, seed) {
                let (_, gradients) = mean(n, x, y, &batch);
                o.step(n, &gradients);
                sum += mean(n, x, y, &batch).0 * batch.len() as f64;
            }
            sum / x.nrows() as f64
        }),
        ("this is the error after the epoch: each is taken before the step of its batch", |n, o, x, y, size, seed| {
            plain_epoch(n, o, x, y, size, seed);
            mean(n, x, y, &every(x)).0
        }),
        ("this is the error before the epoch: each is taken before the step of its batch", |n, o, x, y, size, seed| {
            let before = mean(n, x, y, &every(x)).0;
            plain_epoch(n, o, x, y, size, seed);
            before
        }),
        (
            "the returned error is divided by the number of classes: `mean_cross_entropy` gives the right one",
            |n, o, x, y, size, seed| plain_epoch(n, o, x, y, size, seed) / y.ncols() as f64,
        ),
        (NO_VELOCITY, |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                Momentum::new(n, o.eta, o.mu).step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("the epoch begins with a velocity of 0: use the optimiser that is handed over", |n, o, x, y, size, seed| {
            let mut new = Momentum::new(n, o.eta, o.mu);
            plain_epoch(n, &mut new, x, y, size, seed)
        }),
        ("the velocity is set to 0 at the beginning: it goes on from the epoch before", |n, o, x, y, size, seed| {
            *o = Momentum::new(n, o.eta, o.mu);
            plain_epoch(n, o, x, y, size, seed)
        }),
        (FROM_REST, |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                *o = Momentum::new(n, o.eta, o.mu);
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        (
            "a copy of the optimiser takes the steps, so the velocity is lost: use the one that is handed over",
            |n, o, x, y, size, seed| plain_epoch(n, &mut o.clone(), x, y, size, seed),
        ),
        (NO_VELOCITY, |n, o, x, y, size, seed| {
            plain_epoch(n, &mut Momentum { mu: 0.0, ..Momentum::new(n, o.eta, 0.0) }, x, y, size, seed)
        }),
        (FROM_REST, |n, o, x, y, size, seed| {
            let mu = o.mu;
            o.mu = 0.0;
            let error = plain_epoch(n, o, x, y, size, seed);
            o.mu = mu;
            error
        }),
        ("a copy of the network takes the steps: change `network` itself", |n, o, x, y, size, seed| {
            plain_epoch(&mut n.clone(), o, x, y, size, seed)
        }),
        ("no step is taken: call `optimiser.step(network, &gradients)` after each batch", |n, o, x, y, size, seed| {
            let _ = o;
            let seen = |batch: Vec<usize>| (mean(n, x, y, &batch).0, batch.len());
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(seen).collect::<Vec<_>>())
        }),
        ("only W₁ takes steps: both matrices do", |n, o, x, y, size, seed| {
            let w2 = n.w2.clone();
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                o.step(n, &gradients);
                n.w2.assign(&w2);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("only W₂ takes steps: both matrices do", |n, o, x, y, size, seed| {
            let w1 = n.w1.clone();
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                o.step(n, &gradients);
                n.w1.assign(&w1);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("each batch takes two steps: one is enough", |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                o.step(n, &gradients);
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("there is one step for the whole epoch: take one after each batch", |n, o, x, y, size, seed| {
            let all = batches(x.nrows(), size, seed);
            let before = n.clone();
            let seen: Vec<Seen> = all.iter().map(|batch| (mean(&before, x, y, batch).0, batch.len())).collect();
            let last = mean(&before, x, y, &all[all.len() - 1]).1;
            o.step(n, &last);
            mean_of(&seen)
        }),
        (
            "the gradients are added up, and one step is taken at the end: take one after each batch",
            |n, o, x, y, size, seed| {
                let mut sum = Momentum::new(n, 0.0, 1.0);
                let seen = epoch(&mut n.clone(), &mut sum, x, y, &batches(x.nrows(), size, seed), |g, _| g);
                o.step(n, &sum.velocity);
                mean_of(&seen)
            },
        ),
        (STALE, |n, o, x, y, size, seed| {
            let before = n.clone();
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(&before, x, y, &batch);
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("each step takes the gradient of the whole set: take that of the batch", |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &every(x));
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("each step takes the gradient of the whole set: take that of the batch", |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let error = mean(n, x, y, &batch).0;
                let (_, gradients) = mean(n, x, y, &every(x));
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("there are no batches, all samples take one step: use `batches(n, size, seed)`", |n, o, x, y, _, _| {
            with(n, o, x, y, &[every(x)])
        }),
        ("each sample takes a step of its own: a step is for a batch of `size`", |n, o, x, y, _, seed| {
            with(n, o, x, y, &batches(x.nrows(), 1, seed))
        }),
        ("the last batch is left out, the one that is shorter: it counts too", |n, o, x, y, size, seed| {
            let mut all = batches(x.nrows(), size, seed);
            if x.nrows() % size != 0 && all.len() > 1 {
                all.pop();
            }
            with(n, o, x, y, &all)
        }),
        (
            "the last batch is left out, the one that is shorter, and yet the sum is divided by n: it counts too",
            |n, o, x, y, size, seed| {
                let (mut all, rows) = (batches(x.nrows(), size, seed), x.nrows());
                if rows % size != 0 {
                    all.pop();
                }
                total(&epoch(n, o, x, y, &all, |g, _| g)) / rows as f64
            },
        ),
        ("the last batch is left out: go through all of them", |n, o, x, y, size, seed| {
            let mut all = batches(x.nrows(), size, seed);
            all.pop();
            total(&epoch(n, o, x, y, &all, |g, _| g)) / x.nrows() as f64
        }),
        ("the first batch is left out: go through all of them", |n, o, x, y, size, seed| {
            let all = batches(x.nrows(), size, seed);
            total(&epoch(n, o, x, y, &all[1..], |g, _| g)) / x.nrows() as f64
        }),
        ("only the first batch is there: does a `return` inside the loop end it?", |n, o, x, y, size, seed| {
            with(n, o, x, y, &batches(x.nrows(), size, seed)[..1])
        }),
        ("only the first batch is there: does a `return` inside the loop end it?", |n, o, x, y, size, seed| {
            total(&epoch(n, o, x, y, &batches(x.nrows(), size, seed)[..1], |g, _| g)) / x.nrows() as f64
        }),
        ("every step takes the first batch: use the batch that the loop is at", |n, o, x, y, size, seed| {
            let all = batches(x.nrows(), size, seed);
            with(n, o, x, y, &vec![all[0].clone(); all.len()])
        }),
        ("the batches come in reverse: take them as `batches` gives them", |n, o, x, y, size, seed| {
            let all: Vec<_> = batches(x.nrows(), size, seed).into_iter().rev().collect();
            with(n, o, x, y, &all)
        }),
        ("the samples keep their order: use `batches(n, size, seed)`, which shuffles", |n, o, x, y, size, _| {
            let all: Vec<_> = every(x).chunks(size).map(<[usize]>::to_vec).collect();
            with(n, o, x, y, &all)
        }),
        ("the seed is not used, it is always 0: hand it to `batches`", |n, o, x, y, size, _| {
            with(n, o, x, y, &batches(x.nrows(), size, 0))
        }),
        ("the seed is not used, it is always 1: hand it to `batches`", |n, o, x, y, size, _| {
            with(n, o, x, y, &batches(x.nrows(), size, 1))
        }),
        ("the seed is one too large: hand `seed` to `batches`", |n, o, x, y, size, seed| {
            with(n, o, x, y, &batches(x.nrows(), size, seed + 1))
        }),
        ("the epoch is run twice: once through all samples", |n, o, x, y, size, seed| {
            plain_epoch(n, o, x, y, size, seed);
            plain_epoch(n, o, x, y, size, seed)
        }),
        (PAIRS, |n, o, x, y, size, seed| {
            let mut from = 0;
            let step = |batch: Vec<usize>| {
                let x = x.select(Axis(0), &batch);
                let y = y.slice_axis(Axis(0), (from..from + batch.len()).into()).to_owned();
                from += batch.len();
                let (error, gradients) = mean(n, &x, &y, &every(&x));
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        (PAIRS, |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let x = x.select(Axis(0), &batch);
                let y = y.slice_axis(Axis(0), (0..batch.len()).into()).to_owned();
                let (error, gradients) = mean(n, &x, &y, &every(&x));
                o.step(n, &gradients);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        (PAIRS, |n, o, x, y, size, seed| {
            let others = batches(x.nrows(), size, seed + 1);
            let step = |(batch, other): (Vec<usize>, &Vec<usize>)| {
                let (x, y) = (x.select(Axis(0), &batch), y.select(Axis(0), other));
                let (error, gradients) = mean(n, &x, &y, &every(&x));
                o.step(n, &gradients);
                (error, batch.len())
            };
            let all = batches(x.nrows(), size, seed);
            mean_of(&all.into_iter().zip(&others).map(step).collect::<Vec<_>>())
        }),
        (
            "softmax is taken twice: `output_delta` wants the logits, `pass.logits`, and takes the softmax itself",
            |n, o, x, y, size, seed| {
                assert!(x.nrows() == y.nrows() && size > 0);
                let step = |batch: &Vec<usize>| {
                    let (error, _) = mean(n, x, y, batch);
                    let (x, y) = (rows(x, batch), rows(y, batch));
                    let pass = forward(n, &x);
                    let delta2 = (softmax(&softmax(&pass.logits)) - &y) / batch.len() as f64;
                    o.step(n, &backward(n, &x, &pass, &delta2));
                    (error, batch.len())
                };
                mean_of(&batches(x.nrows(), size, seed).iter().map(step).collect::<Vec<_>>())
            },
        ),
        ("the gradients are multiplied by the batch's size: they are means already", |n, o, x, y, size, seed| {
            stepping(n, o, x, y, (size, seed), |g, samples| times(&g, samples))
        }),
        ("the gradients are divided by the batch's size: they are means already", |n, o, x, y, size, seed| {
            stepping(n, o, x, y, (size, seed), |g, samples| times(&g, 1.0 / samples))
        }),
        ("the gradients are divided by `size`: they are means already", |n, o, x, y, size, seed| {
            stepping(n, o, x, y, (size, seed), |g, _| times(&g, 1.0 / size as f64))
        }),
        (
            "the gradients count as if each batch had `size` samples: take them as `backward` gives them",
            |n, o, x, y, size, seed| stepping(n, o, x, y, (size, seed), |g, samples| times(&g, samples / size as f64)),
        ),
        ("the gradients are divided by n: they are means over their batch already", |n, o, x, y, size, seed| {
            let rows = x.nrows() as f64;
            stepping(n, o, x, y, (size, seed), |g, _| times(&g, 1.0 / rows))
        }),
        (
            "the gradients are sums over the batch, divided by n: they are means over their batch",
            |n, o, x, y, size, seed| {
                let rows = x.nrows() as f64;
                stepping(n, o, x, y, (size, seed), |g, samples| times(&g, samples / rows))
            },
        ),
        (
            "this climbs: `optimiser.step` subtracts the gradients, hand them over as they are",
            |n, o, x, y, size, seed| stepping(n, o, x, y, (size, seed), |g, _| times(&g, -1.0)),
        ),
        (
            "the gradients are multiplied by η, and `step` does so again: hand them over as they are",
            |n, o, x, y, size, seed| {
                let eta = o.eta;
                stepping(n, o, x, y, (size, seed), |g, _| times(&g, eta))
            },
        ),
        ("the gradients are multiplied by the error: hand them over as they are", |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                o.step(n, &times(&gradients, error));
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("the biases stay as they are: column 0 takes steps like the others", |n, o, x, y, size, seed| {
            stepping(n, o, x, y, (size, seed), |g, _| Gradients { w1: bias_zero(&g.w1), w2: bias_zero(&g.w2) })
        }),
        ("the velocity is halved between the batches: `step` multiplies it by μ", |n, o, x, y, size, seed| {
            let step = |batch: Vec<usize>| {
                let (error, gradients) = mean(n, x, y, &batch);
                o.step(n, &gradients);
                o.velocity = times(&o.velocity, 0.5);
                (error, batch.len())
            };
            mean_of(&batches(x.nrows(), size, seed).into_iter().map(step).collect::<Vec<_>>())
        }),
        ("more answers than samples are accepted: `assert_eq!(x.nrows(), y.nrows())`", |n, o, x, y, size, seed| {
            assert!(size > 0);
            with(n, o, x, y, &batches(x.nrows(), size, seed))
        }),
        ("batches of nothing are accepted: `assert!(size > 0)`", |n, o, x, y, size, seed| {
            assert_eq!(x.nrows(), y.nrows());
            with(n, o, x, y, &batches(x.nrows(), size.max(1), seed))
        }),
    ],
    inputs: || {
        let at_rest = |example: &Example, eta, mu| Momentum::new(&example.network, eta, mu);
        let moving = |example: &Example, eta, mu, by: f64| {
            let mut optimiser = Momentum::new(&example.network, eta, mu);
            optimiser.velocity.w1.fill(by);
            optimiser.velocity.w2.fill(-0.5 * by);
            optimiser
        };
        let sizes = [[7, 2, 3, 3], [5, 1, 2, 2], [8, 3, 4, 2], [1, 2, 2, 3], [6, 2, 1, 3]];
        let examples: Vec<Example> =
            sizes.into_iter().zip(961..).map(|(size, seed)| naive::sized(seed, size)).collect();
        let [a, b, c, d, e] = [0, 1, 2, 3, 4].map(|at| examples[at].clone());
        let mut longer = a.clone();
        longer.y = concatenate![Axis(0), a.y, a.y];
        vec![
            (a.clone(), moving(&a, 0.3, 0.9, 0.2), 3, 11),
            (b.clone(), at_rest(&b, 0.4, 0.0), 2, 12),
            (c.clone(), moving(&c, 0.2, 0.5, -0.3), 3, 13),
            (d.clone(), at_rest(&d, 0.7, 0.9), 4, 14),
            (a.clone(), at_rest(&a, 0.6, 0.8), 1, 15),
            (c.clone(), at_rest(&c, 0.5, 0.7), 4, 16),
            (e.clone(), moving(&e, 0.8, 0.6, 0.1), 4, 17),
            (e.clone(), at_rest(&e, 0.3, 0.9), 100, 18),
            (longer, at_rest(&a, 0.3, 0.5), 3, 19),
            (a.clone(), at_rest(&a, 0.3, 0.5), 0, 20),
        ]
    },
    call: |train_epoch, (Example { network, x, y, .. }, optimiser, size, seed)| {
        let (mut network, mut optimiser) = (network.clone(), optimiser.clone());
        let error = train_epoch(&mut network, &mut optimiser, x, y, *size, *seed);
        Answer::named("the returned error", &error)
            .and("W₁", &network.w1)
            .and("W₂", &network.w2)
            .and("the velocity of W₁", &optimiser.velocity.w1)
            .and("the velocity of W₂", &optimiser.velocity.w2)
    },
    properties: &[
        ("the last batch is shorter", |(e, _, size, _)| *size > 0 && e.x.nrows() % size > 0 && e.x.nrows() > *size),
        ("there is more than one batch", |(e, _, size, _)| e.x.nrows() > *size),
        ("the optimiser comes with a velocity", |(_, o, ..)| o.velocity.w1.iter().any(|&v| v != 0.0)),
    ],
};

/// How one training differs from another.
#[derive(Clone, Copy)]
struct Way {
    /// The seed of an epoch.
    seed: fn(&Recipe, usize) -> u64,
    /// Before each epoch, with the accuracies so far.
    before: fn(&mut Network, &mut Momentum, &Recipe, &[f64]),
    /// Whether an accuracy replaces the best so far.
    improves: fn(f64, f64) -> bool,
    /// The best so far to begin with.
    lowest: f64,
}

const RIGHT: Way = Way {
    seed: |recipe, t| recipe.seed + t as u64,
    before: |_, _, _, _| {},
    improves: |accuracy, best| accuracy > best,
    lowest: f64::NEG_INFINITY,
};

/// A training in one of these ways. It returns the accuracy and the error of each epoch, and leaves the best weights.
fn trained(n: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe, way: Way) -> Vec<(f64, f64)> {
    let y = naive::one_hot(&training.labels, n.w2.nrows());
    let mut o = Momentum::new(n, recipe.eta, recipe.mu);
    let (mut best, mut highest) = (n.clone(), way.lowest);
    let (mut curve, mut accuracies) = (vec![], vec![]);
    for t in 0..recipe.epochs {
        (way.before)(n, &mut o, recipe, &accuracies);
        let error = plain_epoch(n, &mut o, &training.x, &y, recipe.size, (way.seed)(recipe, t));
        let accuracy = accuracy(n, validation);
        if (way.improves)(accuracy, highest) {
            (best, highest) = (n.clone(), accuracy);
        }
        accuracies.push(accuracy);
        curve.push((accuracy, error));
    }
    *n = best;
    curve
}

fn accuracy(n: &Network, samples: &Samples) -> f64 {
    let logits = forward(n, &samples.x).logits;
    let says = |row: ArrayView1<f64>| (0..row.len()).rev().max_by(|&a, &b| row[a].total_cmp(&row[b]));
    let right =
        logits.rows().into_iter().zip(&samples.labels).filter(|(row, label)| says(*row) == Some(**label)).count();
    right as f64 / samples.labels.len() as f64
}

fn accuracies_of(networks: &[Network], samples: &Samples) -> Vec<f64> {
    networks.iter().map(|network| accuracy(network, samples)).collect()
}

/// The network after each epoch of a right training.
fn after_each_epoch(n: &Network, training: &Samples, recipe: &Recipe) -> Vec<Network> {
    let y = naive::one_hot(&training.labels, n.w2.nrows());
    let (mut n, mut o) = (n.clone(), Momentum::new(n, recipe.eta, recipe.mu));
    let epoch = |t| {
        plain_epoch(&mut n, &mut o, &training.x, &y, recipe.size, recipe.seed + t as u64);
        n.clone()
    };
    (0..recipe.epochs).map(epoch).collect()
}

fn accuracies(curve: &[(f64, f64)]) -> Vec<f64> {
    curve.iter().map(|(accuracy, _)| *accuracy).collect()
}

/// A right training, but for the list that it returns.
fn listing(
    n: &mut Network,
    training: &Samples,
    validation: &Samples,
    recipe: &Recipe,
    list: impl Fn(&[f64]) -> Vec<f64>,
) -> Vec<f64> {
    list(&accuracies(&trained(n, training, validation, recipe, RIGHT)))
}

/// The accuracies of a right training; the network after it is chosen from those after each epoch.
fn keeping(
    n: &mut Network,
    training: &Samples,
    validation: &Samples,
    recipe: &Recipe,
    keep: impl Fn(&Network, &[Network], &[f64]) -> Network,
) -> Vec<f64> {
    assert!(!validation.labels.is_empty());
    let networks = after_each_epoch(n, training, recipe);
    let accuracies = accuracies_of(&networks, validation);
    *n = keep(n, &networks, &accuracies);
    accuracies
}

/// Where the first of the largest numbers is.
fn first(list: &[f64]) -> usize {
    (0..list.len()).rev().max_by(|&a, &b| list[a].total_cmp(&list[b])).unwrap_or(0)
}

fn right_training(n: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> Vec<f64> {
    assert!(!validation.labels.is_empty());
    accuracies(&trained(n, training, validation, recipe, RIGHT))
}

fn joined(a: &Samples, b: &Samples) -> Samples {
    Samples { x: concatenate![Axis(0), a.x, b.x], labels: [a.labels.clone(), b.labels.clone()].concat() }
}

pub static TRAIN: Diagnosis<Functions, Train, (Example, Recipe)> = Diagnosis {
    function: "train",
    slot: |f| &mut f.1,
    right: |network, training, validation, recipe| {
        assert!(!validation.labels.is_empty());
        let accuracies;
        (*network, accuracies) = naive::training(network, training, validation, recipe);
        accuracies
    },
    mistakes: &[
        (NOT_BEST, |n, training, validation, recipe| {
            keeping(n, training, validation, recipe, |before, after, _| after.last().unwrap_or(before).clone())
        }),
        (
            "of equal accuracies, the last epoch is kept: only a higher one replaces the best so far, `>`",
            |n, t, v, recipe| {
                accuracies(&trained(n, t, v, recipe, Way { improves: |accuracy, best| accuracy >= best, ..RIGHT }))
            },
        ),
        ("the weights with the lowest accuracy are kept: keep those with the highest", |n, t, v, recipe| {
            let way = Way { improves: |accuracy, worst| accuracy < worst, lowest: f64::INFINITY, ..RIGHT };
            accuracies(&trained(n, t, v, recipe, way))
        }),
        (
            "the weights of the first epoch are kept: change the best whenever the accuracy exceeds it",
            |n, t, v, recipe| keeping(n, t, v, recipe, |before, after, _| after.first().unwrap_or(before).clone()),
        ),
        ("the best weights are copied before their epoch: copy them after it", |n, t, v, recipe| {
            keeping(n, t, v, recipe, |before, after, accuracies| match first(accuracies) {
                0 => before.clone(),
                best => after[best - 1].clone(),
            })
        }),
        ("the network is kept as it was, so a copy is trained: change `network` itself", |n, t, v, recipe| {
            keeping(n, t, v, recipe, |before, _, _| before.clone())
        }),
        (
            "an epoch that reads nothing is never the best: the first epoch counts too, so begin the highest accuracy below 0",
            |n, t, v, recipe| accuracies(&trained(n, t, v, recipe, Way { lowest: 0.0, ..RIGHT })),
        ),
        ("the untrained network counts for the best too: only the epochs do", |n, t, v, recipe| {
            let way = Way { lowest: accuracy(n, v), ..RIGHT };
            accuracies(&trained(n, t, v, recipe, way))
        }),
        ("the accuracy is compared with that of the epoch before: compare with the best so far", |n, t, v, recipe| {
            keeping(n, t, v, recipe, |before, after, list| {
                let rise = (0..list.len()).rev().find(|&i| i == 0 || list[i] > list[i - 1]);
                rise.map_or(before.clone(), |best| after[best].clone())
            })
        }),
        (
            "the best weights are those with the smallest training error: the validation accuracy decides",
            |n, t, v, recipe| {
                let before = n.clone();
                let curve = trained(n, t, v, recipe, RIGHT);
                let best = first(&curve.iter().map(|(_, error)| -error).collect::<Vec<_>>());
                let networks = after_each_epoch(&before, t, recipe);
                *n = networks.get(best).unwrap_or(&before).clone();
                accuracies(&curve)
            },
        ),
        (
            "the best weights are those that read most training samples: the validation samples decide",
            |n, t, v, recipe| {
                keeping(n, t, v, recipe, |before, after, _| {
                    let on_training = accuracies_of(after, t);
                    after.get(first(&on_training)).unwrap_or(before).clone()
                })
            },
        ),
        ("the accuracy is that of the training samples: watch the validation samples", |n, t, v, recipe| {
            assert!(!v.labels.is_empty());
            right_training(n, t, t, recipe)
        }),
        (
            "the accuracies are those of the training samples: return those of the validation samples",
            |n, t, v, recipe| {
                let networks = after_each_epoch(n, t, recipe);
                right_training(n, t, v, recipe);
                accuracies_of(&networks, t)
            },
        ),
        ("the network is trained with the validation samples too: only with `training`", |n, t, v, recipe| {
            right_training(n, &joined(t, v), v, recipe)
        }),
        ("the network is trained with the validation samples: train it with `training`", |n, _, v, recipe| {
            right_training(n, v, v, recipe)
        }),
        ("training and validation have changed places", |n, t, v, recipe| {
            assert!(!v.labels.is_empty());
            right_training(n, v, t, recipe)
        }),
        (SAME_ORDER, |n, t, v, recipe| {
            accuracies(&trained(n, t, v, recipe, Way { seed: |recipe, _| recipe.seed, ..RIGHT }))
        }),
        ("the first epoch takes `seed + 1`: it takes `seed`", |n, t, v, recipe| {
            accuracies(&trained(n, t, v, recipe, Way { seed: |recipe, t| recipe.seed + 1 + t as u64, ..RIGHT }))
        }),
        ("the seed of the recipe is not used: epoch `t` takes `recipe.seed + t`", |n, t, v, recipe| {
            accuracies(&trained(n, t, v, recipe, Way { seed: |_, t| t as u64, ..RIGHT }))
        }),
        ("the seed is multiplied by the number of the epoch: epoch `t` takes `recipe.seed + t`", |n, t, v, recipe| {
            accuracies(&trained(n, t, v, recipe, Way { seed: |recipe, t| recipe.seed * t as u64, ..RIGHT }))
        }),
        ("the optimiser is new in each epoch: one serves the whole training", |n, t, v, recipe| {
            let before = |n: &mut Network, o: &mut Momentum, recipe: &Recipe, _: &[f64]| {
                *o = Momentum::new(n, recipe.eta, recipe.mu);
            };
            accuracies(&trained(n, t, v, recipe, Way { before, ..RIGHT }))
        }),
        (
            "the steps are those without momentum: one `Momentum::new(network, recipe.eta, recipe.mu)` for all of them",
            |n, t, v, recipe| right_training(n, t, v, &Recipe { mu: 0.0, ..*recipe }),
        ),
        ("η and μ have changed places: `Momentum::new(network, recipe.eta, recipe.mu)`", |n, t, v, recipe| {
            right_training(n, t, v, &Recipe { eta: recipe.mu, mu: recipe.eta, ..*recipe })
        }),
        ("the step size falls from epoch to epoch: it stays `recipe.eta`", |n, t, v, recipe| {
            let before = |_: &mut Network, o: &mut Momentum, _: &Recipe, accuracies: &[f64]| {
                if !accuracies.is_empty() {
                    o.eta *= 0.5;
                }
            };
            accuracies(&trained(n, t, v, recipe, Way { before, ..RIGHT }))
        }),
        (
            "the size of the batches is not used, all samples take one step: hand over `recipe.size`",
            |n, t, v, recipe| right_training(n, t, v, &Recipe { size: usize::MAX, ..*recipe }),
        ),
        (
            "the size of the batches is not used, each sample takes a step: hand over `recipe.size`",
            |n, t, v, recipe| right_training(n, t, v, &Recipe { size: 1, ..*recipe }),
        ),
        ("each epoch is run twice: `train_epoch` goes through all samples once", |n, t, v, recipe| {
            let twice = Recipe { epochs: 2 * recipe.epochs, ..*recipe };
            let way = Way { seed: |recipe, t| recipe.seed + t as u64 / 2, ..RIGHT };
            accuracies(&trained(n, t, v, &twice, way)).into_iter().skip(1).step_by(2).collect()
        }),
        ("there is an epoch too many: `0..recipe.epochs`", |n, t, v, recipe| {
            right_training(n, t, v, &Recipe { epochs: recipe.epochs + 1, ..*recipe })
        }),
        ("there is an epoch too few: `0..recipe.epochs`", |n, t, v, recipe| {
            right_training(n, t, v, &Recipe { epochs: recipe.epochs.saturating_sub(1), ..*recipe })
        }),
        ("there is one epoch only: does a `return` inside the loop end it?", |n, t, v, recipe| {
            right_training(n, t, v, &Recipe { epochs: recipe.epochs.min(1), ..*recipe })
        }),
        ("it ends as soon as an epoch is no better than the best: all epochs are run", |n, t, v, recipe| {
            let list = right_training(&mut n.clone(), t, v, recipe);
            let end = (1..list.len()).find(|&i| list[..i].iter().any(|&earlier| list[i] <= earlier));
            right_training(n, t, v, &Recipe { epochs: end.map_or(list.len(), |last| last + 1), ..*recipe })
        }),
        ("it ends as soon as all samples are read: all epochs are run", |n, t, v, recipe| {
            let list = right_training(&mut n.clone(), t, v, recipe);
            let end = list.iter().position(|&accuracy| accuracy == 1.0);
            right_training(n, t, v, &Recipe { epochs: end.map_or(list.len(), |last| last + 1), ..*recipe })
        }),
        ("each epoch begins with the best weights so far: training goes on from where it is", |n, t, v, recipe| {
            let y = naive::one_hot(&t.labels, n.w2.nrows());
            let mut o = Momentum::new(n, recipe.eta, recipe.mu);
            let (mut best, mut highest, mut list) = (n.clone(), f64::NEG_INFINITY, vec![]);
            for epoch in 0..recipe.epochs {
                plain_epoch(n, &mut o, &t.x, &y, recipe.size, recipe.seed + epoch as u64);
                let accuracy = accuracy(n, v);
                if accuracy > highest {
                    (best, highest) = (n.clone(), accuracy);
                }
                *n = best.clone();
                list.push(accuracy);
            }
            list
        }),
        ("each epoch begins with the untrained network: training goes on from where it is", |n, t, v, recipe| {
            let y = naive::one_hot(&t.labels, n.w2.nrows());
            let (before, mut best, mut highest, mut list) = (n.clone(), n.clone(), f64::NEG_INFINITY, vec![]);
            let mut o = Momentum::new(n, recipe.eta, recipe.mu);
            for epoch in 0..recipe.epochs {
                *n = before.clone();
                plain_epoch(n, &mut o, &t.x, &y, recipe.size, recipe.seed + epoch as u64);
                let accuracy = accuracy(n, v);
                if accuracy > highest {
                    (best, highest) = (n.clone(), accuracy);
                }
                list.push(accuracy);
            }
            *n = best;
            list
        }),
        ("each accuracy is taken before its epoch: take it after the epoch", |n, t, v, recipe| {
            let untrained = accuracy(n, v);
            listing(n, t, v, recipe, |list| [untrained].iter().chain(list).take(list.len()).copied().collect())
        }),
        ("the list begins with the untrained network: it has a number for each epoch", |n, t, v, recipe| {
            let untrained = accuracy(n, v);
            listing(n, t, v, recipe, |list| [&[untrained], list].concat())
        }),
        ("the first accuracy is missing: there is one for each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list[list.len().min(1)..].to_vec())
        }),
        ("the last accuracy is missing: there is one for each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list[..list.len().saturating_sub(1)].to_vec())
        }),
        ("only the best accuracy is returned: return one for each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.get(first(list)).copied().into_iter().collect())
        }),
        ("only the last accuracy is returned: return one for each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.last().copied().into_iter().collect())
        }),
        ("only accuracies that exceed all before them are returned: return one for each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| {
                (0..list.len()).filter(|&i| list[..i].iter().all(|&a| list[i] > a)).map(|i| list[i]).collect()
            })
        }),
        ("the list is that of the best accuracy so far: push the accuracy of each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| (0..list.len()).map(|i| list[first(&list[..=i])]).collect())
        }),
        ("the list is empty: push the accuracy of each epoch", |n, t, v, recipe| listing(n, t, v, recipe, |_| vec![])),
        ("all entries are the best accuracy: push the accuracy of each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.iter().map(|_| list[first(list)]).collect())
        }),
        ("all entries are the last accuracy: push the accuracy of each epoch", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.iter().map(|_| list[list.len() - 1]).collect())
        }),
        ("the accuracies are sorted: keep them in the order of the epochs", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| {
                let mut list = list.to_vec();
                list.sort_by(f64::total_cmp);
                list
            })
        }),
        ("the list begins with the last epoch: `push` each accuracy at its end", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.iter().rev().copied().collect())
        }),
        (
            "the errors of the epochs are returned: return the accuracies on the validation samples",
            |n, t, v, recipe| trained(n, t, v, recipe, RIGHT).into_iter().map(|(_, error)| error).collect(),
        ),
        ("the shares of wrong answers are returned: return those of right ones", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.iter().map(|accuracy| 1.0 - accuracy).collect())
        }),
        ("the accuracies are in per cent: a share lies between 0 and 1", |n, t, v, recipe| {
            listing(n, t, v, recipe, |list| list.iter().map(|accuracy| 100.0 * accuracy).collect())
        }),
        ("the numbers of right answers are returned: divide them by the number of samples", |n, t, v, recipe| {
            let samples = v.labels.len() as f64;
            listing(n, t, v, recipe, |list| list.iter().map(|accuracy| samples * accuracy).collect())
        }),
        (
            "the accuracies are divided by the number of training samples: by that of validation samples",
            |n, t, v, recipe| {
                let ratio = v.labels.len() as f64 / t.labels.len() as f64;
                listing(n, t, v, recipe, |list| list.iter().map(|accuracy| ratio * accuracy).collect())
            },
        ),
        (LABELS, |n, t, v, recipe| {
            let m = n.w2.nrows();
            let labels = t.labels.iter().map(|label| (label + m - 1) % m).collect();
            right_training(n, &Samples { x: t.x.clone(), labels }, v, recipe)
        }),
        (LABELS, |n, t, v, recipe| {
            let m = n.w2.nrows();
            let labels = t.labels.iter().map(|label| (label + 1) % m).collect();
            right_training(n, &Samples { x: t.x.clone(), labels }, v, recipe)
        }),
        ("with no epochs it panics: the list is empty then, and the network stays as it is", |n, t, v, recipe| {
            assert!(recipe.epochs > 0);
            right_training(n, t, v, recipe)
        }),
        (
            "the velocity is set to 0 after a better epoch: one optimiser serves the whole training",
            |n, t, v, recipe| {
                let before = |n: &mut Network, o: &mut Momentum, recipe: &Recipe, list: &[f64]| {
                    if let [earlier @ .., last] = list
                        && earlier.iter().all(|accuracy| last > accuracy)
                    {
                        *o = Momentum::new(n, recipe.eta, recipe.mu);
                    }
                };
                accuracies(&trained(n, t, v, recipe, Way { before, ..RIGHT }))
            },
        ),
        (
            "training without validation samples is accepted: refuse it, an accuracy needs at least one",
            |n, t, v, recipe| accuracies(&trained(n, t, v, recipe, RIGHT)),
        ),
    ],
    inputs: || {
        let recipe = |eta, mu, size, epochs, seed| Recipe { eta, mu, size, epochs, seed };
        let [a, b, c] = [971, 972, 973].map(naive::example);
        let wide = naive::sized(974, [8, 3, 4, 4]);
        // Nothing is read of labels that the training does not know.
        let mut unread = naive::sized(975, [6, 2, 3, 3]);
        unread.labels = vec![0, 1, 0, 1, 0, 1];
        unread.y = naive::one_hot(&unread.labels, 3);
        unread.validation.labels.fill(2);
        // Two classes far apart are read without a mistake.
        let mut apart = naive::sized(976, [6, 1, 2, 2]);
        for samples in [&mut apart.x, &mut apart.validation.x] {
            samples.column_mut(1).mapv_inplace(f64::signum);
        }
        let label = |x: &Array2<f64>| x.column(1).iter().map(|&v| usize::from(v > 0.0)).collect::<Vec<usize>>();
        (apart.labels, apart.validation.labels) = (label(&apart.x), label(&apart.validation.x));
        let mut none = naive::example(977);
        none.validation = Samples { x: Array2::zeros((0, none.x.ncols())), labels: vec![] };
        vec![
            (a.clone(), recipe(0.8, 0.5, 3, 6, 21)),
            (b.clone(), recipe(1.5, 0.6, 2, 12, 22)),
            (c.clone(), recipe(1.2, 0.9, 4, 9, 23)),
            (wide.clone(), recipe(1.0, 0.7, 3, 10, 24)),
            (wide, recipe(2.5, 0.3, 5, 8, 25)),
            (unread.clone(), recipe(1.0, 0.5, 2, 4, 26)),
            (apart, recipe(1.0, 0.8, 2, 7, 27)),
            (a.clone(), recipe(0.5, 0.5, 3, 1, 28)),
            (b, recipe(0.5, 0.5, 3, 0, 29)),
            (none, recipe(0.5, 0.5, 3, 2, 30)),
        ]
    },
    call: |train, (example, recipe)| {
        let mut network = example.network.clone();
        let accuracies = train(&mut network, &example.training(), &example.validation, recipe);
        Answer::named("the accuracies", &accuracies).and("W₁", &network.w1).and("W₂", &network.w2)
    },
    properties: &[
        ("there is more than one epoch", |(_, recipe)| recipe.epochs > 1),
        ("the last epoch is not the best", |(e, recipe)| {
            let (_, list) = naive::training(&e.network, &e.training(), &e.validation, recipe);
            !list.is_empty() && first(&list) + 1 < list.len()
        }),
    ],
};
